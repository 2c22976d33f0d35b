"""`cameo-coder code`: files, folders or standard input to events, one answer a text."""

import sys
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.failures import FAULTY, fail, told
from cli.loading import DEFAULT_MODEL, DictionariesOption, LexiconsOption, ModelOption
from cli.outputs import OverwriteOption
from cli.screen import err, progress
from coder.types import Options
from dataset.inputs import STANDARD_INPUT, Form, files_of, form_of, is_terminal

if TYPE_CHECKING:
    from dataset.job import Job, Outcome


MOST_FAULTS = 20  # that are shown


class OutputForm(StrEnum):
    """The formats of outputs; the keys of `dataset.formats.FORMATS`, and the answers of the service."""

    AUTO = "auto"
    ANSWERS = "answers"
    TABLE = "table"
    PHOENIX = "phoenix"
    ICEWS = "icews"
    GDELT = "gdelt"
    PLOVER = "plover"


InputsArgument = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[IN]...", help="Files, folders or 'patterns*'; - or nothing: standard input."),
]
OutputOption = Annotated[
    Path, typer.Option("--output", "-o", help="Where the events go, by suffix; -: standard output.")
]
FormatOption = Annotated[
    Form,
    typer.Option("--format", "-f", help="auto goes by the suffix; text: a file is one text; lines: each line is one."),
]
OutputFormOption = Annotated[
    OutputForm,
    typer.Option("--to", "-t", help="Format of the events; auto: answers into .jsonl, the tidy table into others."),
]
ColumnsOption = Annotated[
    list[str] | None, typer.Option("--column", metavar="NAME=THEIRS", help="The files' own names: text=body, id=url.")
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
    to: OutputFormOption = OutputForm.AUTO,
    day: Annotated[str, typer.Option("--date", help="Day of the texts that bring none, 2016-08-18.")] = "",
    columns: ColumnsOption = None,
    minimum_confidence: ConfidenceOption = 0.0,
    explain: ExplainOption = False,
    hypothetical: HypotheticalOption = False,
    only_with_target: TargetsOption = False,
    one_a_day: DailyOption = False,
    dictionaries: DictionariesOption = None,
    lexicons: LexiconsOption = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0: all cores, where it is worth it.")] = 0,
    parts: Annotated[bool, typer.Option("--parts", help="Make OUT a folder of many files.")] = False,
    restart: Annotated[bool, typer.Option("--restart", help="Throw away what an unfinished run has left.")] = False,
    overwrite: OverwriteOption = False,
    model: ModelOption = DEFAULT_MODEL,
) -> None:
    """Code news text into events: as many answers as texts, in their order.

    JSON lines are read as
      [cyan]{"id", "text", "date"? "2016-08-18", "actors"? [{"span": {"start", "end"}, "code"?}]}[/]
    and other fields are ignored; CSV, TSV and Parquet have these as columns.
    A plain text file is one text, dated by a day in its name
    (2016-08-18-summit.txt) or by --date. .gz, .bz2, .xz and .zst are
    unpacked. A text that cannot be coded is answered with its status, in
    its place.

    A run into a file can be stopped at any time: the same command goes on
    where it stopped. FILE.manifest.json says what was made from what; a
    FILE that no such run has made is left alone.

    [bold]Examples[/]
      cameo-coder code articles/ -o events.jsonl
      cameo-coder code 'archive/*.csv.gz' -o events.parquet
      cameo-coder code stories.jsonl --explain --minimum-confidence 0.5
      cameo-coder code stories.parquet -o events.tsv --to icews
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
        from dataset.batches import BatchSetup
        from dataset.desk import CoderSetup
        from dataset.job import Job
        from dataset.reading import Source
        from dataset.rendering import renderer_for

        _check(paths, output, form, day)
        renderer = renderer_for(output, "" if to is OutputForm.AUTO else to.value)
        coder = CoderSetup(model, _names(dictionaries), _names(lexicons))
        job = Job(
            source=Source(paths, form, day, _columns(columns)),
            output=output,
            setup=BatchSetup(coder, options, explain, renderer),
            workers=workers,
            keep_parts=parts,
            restart=restart,
            overwrite=overwrite,
        )
        outcome = _run(job)
    if outcome.counts.refused:
        where = _where_refused(job)
        err.print(f"{outcome.counts.refused:,} of the texts could not be coded; {where}", style="yellow")
        raise typer.Exit(FAULTY)


def _run(job: "Job") -> "Outcome":
    from dataset.job import write_stream
    from dataset.reading import count_texts

    with progress("coding", count_texts(job.source.paths, job.source.form)) as advance:
        watcher = Watching(advance)
        if job.output == STANDARD_INPUT:
            return write_stream(job, sys.stdout.buffer, watcher)
        job.output.parent.mkdir(parents=True, exist_ok=True)
        outcome = _write(job, watcher)
    if outcome.already_done:
        err.print(f"{job.output} is complete already: same inputs, same settings, same coder", style="dim")
    elif outcome.resumed_after:
        err.print(f"went on after the {outcome.resumed_after:,} texts of an earlier run", style="dim")
    return outcome


def _write(job: "Job", watcher: "Watching") -> "Outcome":
    from dataset.job import write_file

    try:
        return write_file(job, watcher)
    except KeyboardInterrupt:
        err.print("stopped; the same command goes on where it was", style="yellow")
        raise


class Watching:
    """Tells how a run goes on."""

    def __init__(self, advance: Callable[[int], None]) -> None:
        """Take what moves the progress on."""
        self._advance = advance
        self._faults = 0

    def resumed(self, texts: int) -> None:
        """Count what an earlier run has done."""
        self._advance(texts)

    def advanced(self, texts: int) -> None:
        """Count what is done."""
        self._advance(texts)

    def fault(self, line: str) -> None:
        """Say what nobody foresaw."""
        self._faults += 1
        if self._faults <= MOST_FAULTS:
            err.print(line, style="red", markup=False, soft_wrap=True)
        elif self._faults == MOST_FAULTS + 1:
            err.print("more faults of the coder are not shown; their answers carry a status", style="red")


def _where_refused(job: "Job") -> str:
    from dataset.job import errors_path

    if job.setup.renderer.keeps_faults:
        return "their answers carry a status"
    if job.output == STANDARD_INPUT:
        return f"the format '{job.setup.renderer.format}' has no place for their status"
    return f"their status stands in {job.output if job.keep_parts else errors_path(job.output)}"


def _names(paths: Iterable[Path] | None) -> tuple[str, ...]:
    return tuple(map(str, paths or ()))


def _columns(given: Iterable[str] | None) -> dict[str, str]:
    pairs = [one.partition("=") for one in given or ()]
    known = ("text", "id", "date", "actors", "language_code")
    for name, _, theirs in pairs:
        if name not in known or not theirs:
            fail(f"--column {name}={theirs}: write one of {', '.join(known)}, '=' and the column's name in the files")
    return {name: theirs for name, _, theirs in pairs}


def _check(inputs: Iterable[Path], output: Path, form: Form, day: str) -> None:
    """Find what would fail later before the model is loaded.

    Raises:
        OSError: an input is not there.
        InputError: nobody reads an input.
    """
    try:
        date.fromisoformat(day) if day else None
    except ValueError:
        fail(f"--date {day!r} is no day; write 2016-08-18")
    for path in inputs:
        if path.is_dir() and output != STANDARD_INPUT and output.resolve().is_relative_to(path.resolve()):
            fail(f"{output} lies in {path}, whose files are all read; put it elsewhere with -o")
    for path in files_of(inputs):
        _check_file(path, output, form)


def _check_file(path: Path, output: Path, form: Form) -> None:
    if path == STANDARD_INPUT:
        if is_terminal(path):
            err.print("reading standard input; end it with Ctrl-D", style="dim")
        return
    path.stat()
    form_of(path, form)
    if path == output or (output.exists() and path.samefile(output)):
        fail(f"{path} is both input and output; name another file with -o")
