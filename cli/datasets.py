"""`cameo-coder merge`, `convert` and `report`: what is done with events once they are coded."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.failures import fail, told
from cli.outputs import OverwriteOption
from cli.screen import err, waiting

if TYPE_CHECKING:
    from dataset.rendering import Renderer
    from dataset.rows import Row


class TableForm(StrEnum):
    """The formats that events can be brought into; keys of `dataset.formats.FORMATS`."""

    TABLE = "table"
    PHOENIX = "phoenix"
    ICEWS = "icews"
    GDELT = "gdelt"
    PLOVER = "plover"


class MergedForm(StrEnum):
    """The formats of merged events."""

    MERGED = "merged"
    PHOENIX = "phoenix"
    ICEWS = "icews"
    GDELT = "gdelt"
    PLOVER = "plover"


EventsArgument = Annotated[
    list[Path],
    typer.Argument(metavar="EVENTS...", help="Answers (.jsonl) or tidy tables (.csv, .tsv, .parquet); folders too."),
]
OutputOption = Annotated[Path, typer.Option("--output", "-o", help="Where the events go.")]


def merge(
    events: EventsArgument,
    output: OutputOption,
    to: Annotated[MergedForm, typer.Option("--to", "-t", help="Format of the events.")] = MergedForm.MERGED,
    overwrite: OverwriteOption = False,
) -> None:
    """Join events that many stories tell: one row for each pair of actors, event type and day, with all its stories.

    The row is that of the surest report. Events of unknown day are not joined.

    [bold]Example[/]
      cameo-coder merge events/ -o daily.parquet
    """
    with told(), waiting("merging the events"):
        from dataset.event_files import read_rows, write_rows
        from dataset.merge import merged

        renderer = _renderer(events, output, to.value, overwrite=overwrite)
        output.parent.mkdir(parents=True, exist_ok=True)
        counted = _Counted()
        count = write_rows(merged(counted.events(read_rows(events)), output.parent), output, renderer)
    err.print(f"{counted.seen:,} events of {counted.stories:,} stories are {count:,} events of a day", style="dim")


def convert(
    events: EventsArgument,
    output: OutputOption,
    to: Annotated[TableForm, typer.Option("--to", "-t", help="Format of the events.")] = TableForm.TABLE,
    overwrite: OverwriteOption = False,
) -> None:
    """Bring events that are coded already into another format or kind of file.

    [bold]Examples[/]
      cameo-coder convert events.jsonl -o events.parquet
      cameo-coder convert events.parquet -o events.tsv --to gdelt
    """
    with told(), waiting("converting"):
        from dataset.event_files import read_rows, write_rows

        write_rows(read_rows(events), output, _renderer(events, output, to.value, overwrite=overwrite))


def report(
    events: EventsArgument,
    output: Annotated[Path, typer.Option("--output", "-o", help="The page.")] = Path("report.html"),
    title: Annotated[str, typer.Option(help="Its title.")] = "Events",
    overwrite: OverwriteOption = False,
) -> None:
    """Make one HTML page that shows what is in coded events; it needs no network and can be sent to others.

    [bold]Example[/]
      cameo-coder report events.parquet -o report.html
    """
    with told(), waiting("reading the events"):
        from coder.ontology import load_ontology
        from dataset.event_files import read_rows
        from dataset.ownership import check_report
        from dataset.report import summarised
        from dataset.report_page import page

        if output in events:
            fail(f"{output} is both input and output; name another file with -o")
        if not overwrite:
            check_report(output)
        summary = summarised(read_rows(events))
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(page(summary, load_ontology(), title), encoding="utf-8")
    err.print(f"{summary.events:,} events of {summary.stories:,} texts are shown in {output}", style="dim")


class _Counted:
    """Counts rows on their way."""

    def __init__(self) -> None:
        self.seen = 0
        self.stories = 0

    def events(self, rows: Iterable["Row"]) -> Iterator["Row"]:
        last = None
        for row in rows:
            self.seen += bool(row["event_number"])
            self.stories += row["story_id"] != last
            last = row["story_id"]
            yield row


def _renderer(events: Iterable[Path], output: Path, to: str, *, overwrite: bool) -> "Renderer":
    from dataset.ownership import check_written
    from dataset.rendering import renderer_for

    if output in events:
        fail(f"{output} is both input and output; name another file with -o")
    renderer = renderer_for(output, to)
    if not overwrite:
        check_written(output, renderer)
    return renderer
