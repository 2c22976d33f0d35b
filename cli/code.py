"""`cameo-coder code`: files, folders or standard input to one JSON response a line."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, TextIO

import typer

from cli.answers import AnswerDesk
from cli.failures import FAULTY, fail, told
from cli.loading import DEFAULT_MODEL, DictionariesOption, ModelOption, load_coder
from cli.screen import err, progress
from cli.texts import STANDARD_INPUT, Form, InputError, count_texts, read_texts
from coder.types import Options

InputsArgument = Annotated[
    list[Path] | None, typer.Argument(metavar="[IN]...", help="Files or folders; - or nothing: standard input.")
]
OutputOption = Annotated[Path, typer.Option("--output", "-o", help="Where the answers go; -: standard output.")]
FormatOption = Annotated[
    Form,
    typer.Option("--format", "-f", help="auto goes by the suffix; text: a file is one text; lines: each line is one."),
]
ConfidenceOption = Annotated[float, typer.Option(min=0, max=1, help="Leave out events that are less certain.")]
ExplainOption = Annotated[bool, typer.Option("--explain", help="Add rule, matched words and steps to each event.")]
HypotheticalOption = Annotated[bool, typer.Option("--hypothetical", help="Also give conditional and negated events.")]
TargetsOption = Annotated[bool, typer.Option("--only-with-target", help="Leave out events without a target.")]
DailyOption = Annotated[bool, typer.Option("--one-a-day", help="One event for each pair of actors, type and day.")]


def code(
    inputs: InputsArgument = None,
    output: OutputOption = STANDARD_INPUT,
    form: FormatOption = Form.AUTO,
    day: Annotated[str, typer.Option("--date", help="Day of the texts that bring none, 2016-08-18.")] = "",
    minimum_confidence: ConfidenceOption = 0.0,
    explain: ExplainOption = False,
    hypothetical: HypotheticalOption = False,
    only_with_target: TargetsOption = False,
    one_a_day: DailyOption = False,
    dictionaries: DictionariesOption = None,
    model: ModelOption = DEFAULT_MODEL,
) -> None:
    """Code news text into events: one JSON answer a line, as many answers as texts, in their order.

    JSON lines are read as
      [cyan]{"id", "text", "date"?, "actors"? [{"span": {"start", "end"}, "code"?}]}[/]
    and other fields are ignored. A plain text file is one text, dated by a
    day in its name (2016-08-18-summit.txt) or by --date. A text that cannot
    be coded is answered with its status, in its place.

    [bold]Examples[/]
      cameo-coder code articles/ -o events.jsonl
      cameo-coder code stories.jsonl --explain --minimum-confidence 0.5
      echo "Peru's president met Chile's foreign minister." | cameo-coder code
    """
    options = Options(
        minimum_confidence=minimum_confidence,
        include_without_target=not only_with_target,
        include_hypothetical=hypothetical,
        one_a_day=one_a_day,
    )
    paths = list(inputs or [STANDARD_INPUT])
    with told():
        _check(paths, output, form, day)
        desk = AnswerDesk(load_coder(model, dictionaries), options, explain=explain)
        with opened(output) as stream, progress("coding", count_texts(paths, form)) as advance:
            for answer in desk.answers(read_texts(paths, form, day)):
                stream.write(answer + "\n")
                advance(1)
    if desk.refused:
        err.print(f"{desk.refused:,} of the texts could not be coded; their answers carry a status", style="yellow")
        raise typer.Exit(FAULTY)


@contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """Open an output for writing; ``-`` is standard output, which stays open."""
    if path == STANDARD_INPUT:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream


def _check(inputs: Iterable[Path], output: Path, form: Form, day: str) -> None:
    """Find what would fail later before the model is loaded.

    Raises:
        OSError: an input is not there.
        InputError: an input has a suffix that nobody reads.
    """
    try:
        date.fromisoformat(day) if day else None
    except ValueError:
        fail(f"--date {day!r} is no day; write 2016-08-18")
    for path in inputs:
        if path == STANDARD_INPUT:
            if sys.stdin.isatty():
                err.print("reading standard input; end it with Ctrl-D", style="dim")
            continue
        path.stat()
        if path == output or (output.exists() and path.samefile(output)):
            fail(f"{path} is both input and output; name another file with -o")
    try:
        count_texts([path for path in inputs if path != STANDARD_INPUT], form)
    except InputError as error:
        fail(str(error))
