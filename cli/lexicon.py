"""`cameo-coder lexicon`: it proves itself on its own examples, and tells what it lacks for a corpus."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from cli.code import FormatOption, InputsArgument
from cli.corpus import counted, passages
from cli.failures import FAULTY, fail, told
from cli.loading import DEFAULT_MODEL, DictionariesOption, LexiconsOption, ModelOption, load_coder
from cli.screen import err, out, progress, waiting
from dataset.inputs import STANDARD_INPUT, Form
from dataset.reading import count_texts, read_texts

if TYPE_CHECKING:
    from coder.upkeep.lexicon_check import Outcome, Report

app = typer.Typer(help="Look after the lexicon of verbs and event nouns.", no_args_is_help=True)
ENOUGH = 3  # examples that a code should have
SHIPPED = Path(__file__).parent.parent / "coder" / "lexicon"


@app.callback()
def lexicon() -> None:
    """Look after the lexicon of verbs and event nouns."""


@app.command()
def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(help="Only these files of the lexicon, e.g. 173_arrest.txt; or your own, as --lexicon."),
    ] = None,
    lexicons: LexiconsOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
    model: ModelOption = DEFAULT_MODEL,
) -> None:
    """Run every example of the lexicon: each must give its events, exactly. Ends with 1 when one does not.

    With files of your own their examples are run and those of all others, so that you see what your entries change.

    [bold]Examples[/]
      cameo-coder lexicon check mine.txt
      cameo-coder lexicon check 173_arrest.txt
    """
    from coder.upkeep.lexicon_check import check as run
    from coder.upkeep.lexicon_check import doubts

    shipped, own = _sorted(files or (), lexicons or ())
    with told():
        coder = load_coder(model, lexicons=own)
        with waiting("coding the examples"):
            report = run(coder, [*shipped, *map(str, own)] if shipped else ())
    if not as_json:
        for doubt in doubts(coder.lexicon, map(str, own)) if own else ():
            out.print(Text(doubt, "yellow"), soft_wrap=True)
    if as_json:
        out.print_json(json.dumps(_summary(report)))
    else:
        for outcome in report.failures:
            _show(outcome)
        out.print(_sentence(report), style="bold red" if report.failures else "bold green")
    raise typer.Exit(FAULTY if report.failures else 0)


@app.command()
def unknown(
    inputs: InputsArgument = None,
    form: FormatOption = Form.AUTO,
    minimum: Annotated[int, typer.Option("--minimum", "-n", min=1, help="Least number of times they are met.")] = 2,
    top: Annotated[int, typer.Option(min=1, help="Most entries to list.")] = 100,
    dictionaries: DictionariesOption = None,
    lexicons: LexiconsOption = None,
    model: ModelOption = DEFAULT_MODEL,
) -> None:
    """List the verbs and nouns between two actors that no entry reads, the most frequent first, as entries.

    XXX stands for the code, which you know and the program does not; the example is the first sentence that was met:

      cameo-coder lexicon unknown corpus.jsonl > mine.txt
      (keep what is an act, put codes in place of XXX, mend the examples)
      cameo-coder code --lexicon mine.txt corpus.jsonl

    Words that are no event belong in such a file too, with "code none": they are not listed again.
    """
    from coder.upkeep.unknown_acts import unknown_acts

    paths = list(inputs or [STANDARD_INPUT])
    with told():
        total = count_texts(paths, form)
        coder = load_coder(model, dictionaries, lexicons)
        with progress("reading", total) as advance:
            texts = passages(coder, counted(read_texts(paths, form), advance))
            found = unknown_acts(texts, coder.lexicon, coder.table, minimum)
    for act in found[:top]:
        typer.echo(f"{act.entry}\n")
    err.print(f"{len(found):,} met {minimum} times or more that no entry reads", style="dim")


def _sorted(files: Iterable[str], lexicons: Iterable[Path]) -> tuple[list[str], list[Path]]:
    """Tell files of the shipped lexicon, named without their folder, from a user's own."""
    known = {path.name for path in SHIPPED.glob("*.txt")}
    own = [Path(name) for name in files if name not in known]
    for path in own:
        if not path.exists():
            fail(f"{path}: neither a file of the lexicon nor one of your own; without a name all are checked")
    return [name for name in files if name in known], [*own, *lexicons]


def _show(outcome: "Outcome") -> None:
    example = outcome.example
    out.print(Text(f"{Path(example.path).name}:{example.line}: {example.text}"), soft_wrap=True)
    if outcome.passed:
        out.print(Text("    listed as a known miss, but it comes out now: take the remark away", "green"))
        return
    out.print(
        Text.assemble("    want ", (_triples(example.events), "green"), "   got ", (_triples(outcome.got), "red"))
    )


def _summary(report: "Report") -> dict[str, int]:
    return {
        "examples": len(report.outcomes),
        "passed": sum(outcome.passed for outcome in report.outcomes),
        "known_misses": sum(bool(outcome.example.known) for outcome in report.outcomes),
        "failures": len(report.failures),
        "codes": len(report.coverage),
        "codes_with_enough": sum(count >= ENOUGH for count in report.coverage.values()),
    }


def _sentence(report: "Report") -> str:
    n = _summary(report)
    return (
        f"{n['passed']:,} of {n['examples']:,} examples come out, {n['known_misses']} are known misses, "
        f"{n['failures']} fail; "
        f"{n['codes_with_enough']} of {n['codes']} codes have {ENOUGH} or more"
    )


def _triples(triples: Iterable[tuple[str, ...]]) -> str:
    return "; ".join(" ".join(triple) for triple in triples) or "nothing"
