"""`cameo-coder lexicon check`: the lexicon proves itself on its own examples."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from cli.failures import FAULTY, told
from cli.loading import DEFAULT_MODEL, ModelOption, load_coder
from cli.screen import out, waiting

if TYPE_CHECKING:
    from coder.lexicon_check import Outcome, Report

app = typer.Typer(help="Look after the lexicon of verbs and event nouns.", no_args_is_help=True)
ENOUGH = 3  # examples that a code should have


@app.callback()
def lexicon() -> None:
    """Look after the lexicon of verbs and event nouns."""


@app.command()
def check(
    files: Annotated[
        list[str] | None, typer.Argument(help="Only these files of the lexicon, e.g. 17_coerce.txt.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
    model: ModelOption = DEFAULT_MODEL,
) -> None:
    """Run every example of the lexicon: each must give its events, exactly. Ends with 1 when one does not."""
    from coder.lexicon_check import check as run

    with told():
        coder = load_coder(model)
        with waiting("coding the examples"):
            report = run(coder, files or ())
    if as_json:
        out.print_json(json.dumps(_summary(report)))
    else:
        for outcome in report.failures:
            _show(outcome)
        out.print(_sentence(report), style="bold red" if report.failures else "bold green")
    raise typer.Exit(FAULTY if report.failures else 0)


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
