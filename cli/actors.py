"""`cameo-coder actors`: who a name means, and which names nobody knows yet."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from cli.code import FormatOption, InputsArgument
from cli.corpus import counted, passages
from cli.failures import FAULTY, fail, told
from cli.loading import DEFAULT_MODEL, DictionariesOption, ModelOption, load_coder
from cli.screen import err, out, progress, waiting
from coder.types import Actor
from dataset.inputs import STANDARD_INPUT, Form
from dataset.reading import count_texts, read_texts

app = typer.Typer(help="Look actors up, and find those that no dictionary knows.", no_args_is_help=True)
ROOM_FOR_EXAMPLE = 160


@app.command()
def find(
    name: Annotated[str, typer.Argument(help='A name as in the news: "Angela Merkel", "Kremlin", "Peruvian police".')],
    day: Annotated[
        datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="The day, for roles that have dates.")
    ] = None,
    dictionaries: DictionariesOption = None,
) -> None:
    """Say which actor a name means on a day: candidates, the best first, each with the dictionary lines that gave it.

    Ends with 1 when nobody is known by that name.
    """
    if not name.strip():
        fail("write a name as it stands in the news")
    from coder.naming.dictionaries import ActorIndex
    from coder.phrases.actor_lookup import find_actor

    with told(), waiting("loading the dictionaries"):
        index = ActorIndex.load([str(path) for path in dictionaries or ()])
        found = find_actor(index, name, day.date() if day else None)
    if not found:
        fail(f"nobody is known as {name!r}; a line '{name} = CODE' in a dictionary of your own makes it known", FAULTY)
    out.print(_table(found))


@app.command()
def unknown(
    inputs: InputsArgument = None,
    form: FormatOption = Form.AUTO,
    minimum: Annotated[
        int, typer.Option("--minimum", "-n", min=1, help="Least number of times that a name is met.")
    ] = 2,
    top: Annotated[int, typer.Option(min=1, help="Most names to list.")] = 100,
    dictionaries: DictionariesOption = None,
    model: ModelOption = DEFAULT_MODEL,
) -> None:
    """List the names that texts use and no dictionary knows, the most frequent first, as lines of a dictionary.

    XXX stands for what you know and the program does not:

      cameo-coder actors unknown corpus.jsonl > mine.txt
      (put codes in place of XXX)
      cameo-coder dictionary check mine.txt
      cameo-coder code corpus.jsonl -d mine.txt
    """
    from coder.upkeep.unknown_actors import unknown_actors

    paths = list(inputs or [STANDARD_INPUT])
    with told():
        total = count_texts(paths, form)
        coder = load_coder(model, dictionaries)
        with progress("reading", total) as advance:
            texts = passages(coder, counted(read_texts(paths, form), advance))
            found = unknown_actors((passage.resolver for passage in texts), minimum)
    for actor in found[:top]:
        example = " ".join(actor.example.split())
        typer.echo(f"# {example[:ROOM_FOR_EXAMPLE]}{'…' if len(example) > ROOM_FOR_EXAMPLE else ''}\n{actor.line}")
    err.print(f"{len(found):,} names met {minimum} times or more that no dictionary knows", style="dim")


def _table(actors: Iterable[Actor]) -> Table:
    table = Table("code", "actor", "country", "sectors", "found by", "in", box=None, header_style="dim", pad_edge=False)
    for actor in actors:
        how = actor.resolution.value.lower()
        where = ", ".join(actor.provenance)
        table.add_row(Text(actor.code, "bold cyan"), actor.name, actor.country, " ".join(actor.sectors), how, where)
    return table
