"""`cameo-coder evaluate`: score the coder, or predictions of any coder, against a gold file."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from cli.failures import fail, told
from cli.loading import DEFAULT_MODEL, DictionariesOption, LexiconsOption, ModelOption, load_coder
from cli.screen import err, out, progress
from coder.evaluation import GoldError, Miss, Predicted, Report, evaluate, predicted_from_response, task_of
from coder.types import Options
from dataset.desk import AnswerDesk, response_of
from dataset.inputs import Form
from dataset.reading import read_texts
from dataset.records import Record

if TYPE_CHECKING:
    from coder.pipeline import Coder

Gold = Mapping[str, Any]


class Task(StrEnum):
    """The forms of gold files; the keys of `coder.evaluation.TASKS`."""

    RELATION = "relation"
    WILD = "wild"
    NER = "ner"
    QUAD = "quad"
    CODEBOOK = "codebook"
    ACCEPTANCE = "acceptance"


def evaluate_command(
    gold: Annotated[Path, typer.Argument(help="JSON lines with what each text should give.")],
    predictions: Annotated[
        Path | None, typer.Argument(help="Answers of cameo-coder code; without them the texts are coded now.")
    ] = None,
    task: Annotated[
        Task | None, typer.Option(help="The gold file's form; told from its fields when not given.")
    ] = None,
    errors: Annotated[int, typer.Option("--errors", "-e", min=0, help="Also list so many misses.")] = 0,
    gold_actors: Annotated[
        bool, typer.Option("--gold-actors", help="Hand the gold spans of 'relation' to the coder as its actors.")
    ] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Keep the answers that were coded now.")] = None,
    dictionaries: DictionariesOption = None,
    lexicons: LexiconsOption = None,
    model: ModelOption = DEFAULT_MODEL,
) -> None:
    """Score coded events against a gold file.

    Gold files have one of these forms:
      [cyan]relation[/]    pairs: spans of source and target, their PLOVER root and quad class
      [cyan]wild[/]        events: all events of the text, with the accepted codes
      [cyan]ner[/]         tokens: the words of sources and targets
      [cyan]quad[/]        quad: the quad class of the text, 0 to 4
      [cyan]codebook[/]    code: the code that the text shows
      [cyan]acceptance[/]  expect, forbid: events as regular expressions

    [bold]Examples[/]
      cameo-coder evaluate gold.jsonl --errors 20
      cameo-coder evaluate gold.jsonl events.jsonl --task wild
    """
    with told():
        try:
            records = _records(gold)
            wanted = task.value if task else task_of(records)
            if predictions:
                found = dict(_read_predictions(predictions))
            else:
                coder = load_coder(model, dictionaries, lexicons)
                lines = _code(records, coder, gold_actors=gold_actors, output=output)
                found = dict(map(_prediction, lines))
            report = evaluate(wanted, records, found)
        except GoldError as error:
            fail(str(error))
    _say_coverage(records, found)
    show(report)
    for miss in islice(report.misses, errors):
        _show_miss(miss)


def show(report: Report) -> None:
    """Print the scores of a task."""
    out.print(Text.assemble((report.task, "bold"), f"  {report.texts:,} texts"))
    numbers = Table.grid(padding=(0, 2))
    for name, (part, whole) in report.counts.items():
        numbers.add_row(name, f"{part:,} of {whole:,}")
    for name, value in report.numbers.items():
        numbers.add_row(name, f"{value:.3f}")
    out.print(numbers)
    if report.tables:
        table = Table("", "precision", "recall", "F1", box=None, header_style="dim", pad_edge=False)
        for name, score in report.tables.items():
            table.add_row(name, f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}")
        out.print(table)


def _show_miss(miss: Miss) -> None:
    line = Text.assemble(
        "\n", (miss.id, "bold"), "  ", (miss.wanted, "green"), "  got ", (", ".join(miss.got) or "nothing", "red")
    )
    out.print(line, soft_wrap=True)
    out.print(Text(miss.text[:500], "dim"), soft_wrap=True)


def _records(gold: Path) -> list[Gold]:
    records = list(read_texts([gold], Form.JSONL))
    faulty = next((record for record in records if record.fault), None)
    if faulty:
        fail(f"{gold}: {faulty.id}: {faulty.fault}")
    if not records:
        fail(f"{gold} is empty")
    return [record.fields for record in records]


def _read_predictions(path: Path) -> Iterator[tuple[str, list[Predicted]]]:
    for record in read_texts([path], Form.JSONL):
        if record.fault:
            fail(f"{path}: {record.id}: {record.fault}")
        try:
            yield record.id, predicted_from_response(record.fields)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            fail(f"{path}: {record.id} is no answer of cameo-coder code: {error!r}")


def _code(records: Sequence[Gold], coder: "Coder", *, gold_actors: bool, output: Path | None) -> list[str]:
    desk = AnswerDesk(coder, Options())
    texts = (Record(str(gold["id"]), _request(gold, gold_actors=gold_actors)) for gold in records)
    lines = []
    with progress("coding", len(records)) as advance:
        for line in desk.answers(texts):
            lines.append(line)
            advance(1)
    if output:
        output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    if desk.refused:
        err.print(f"{desk.refused} texts could not be coded; they count as coded empty", style="yellow")
    return lines


def _request(gold: Gold, *, gold_actors: bool) -> Gold:
    return {**gold, "actors": _spans(gold)} if gold_actors and "pairs" in gold else gold


def _spans(gold: Gold) -> list[dict[str, Any]]:
    """Give the first span of each side of each pair as a caller's actor, without those that overlap one before."""
    actors: list[dict[str, Any]] = []
    for start, end in (pair[side][0] for pair in gold["pairs"] for side in ("source", "target") if pair[side]):
        if all(end <= one["span"]["start"] or one["span"]["end"] <= start for one in actors):
            actors.append({"span": {"start": start, "end": end}})
    return actors


def _prediction(line: str) -> tuple[str, list[Predicted]]:
    response = response_of(line)
    return response["id"], predicted_from_response(response)


def _say_coverage(records: Sequence[Gold], found: Mapping[str, object]) -> None:
    missing = sum(str(record["id"]) not in found for record in records)
    if missing:
        err.print(
            f"{missing:,} of {len(records):,} gold texts have no prediction; they count as coded empty", style="yellow"
        )
