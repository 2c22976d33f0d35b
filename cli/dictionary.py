"""`cameo-coder dictionary check`: what a dictionary of one's own holds, and what is odd in it."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from cli.failures import FAULTY, told
from cli.screen import out, waiting

if TYPE_CHECKING:
    from coder.naming.dictionaries import Conflict
    from coder.upkeep.dictionary_check import DictionaryReport

app = typer.Typer(help="Check your own actor dictionaries.", no_args_is_help=True)


@app.callback()
def dictionary() -> None:
    """Check your own actor dictionaries."""


@app.command()
def check(
    files: Annotated[
        list[Path], typer.Argument(help="Dictionaries of this project's form, or PETRARCH and TABARI files.")
    ],
    most: Annotated[int, typer.Option("--most", min=0, help="Most lines to show of each kind of finding.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object for each file instead.")] = False,
) -> None:
    """Account for every line of a dictionary: what is understood, what is odd and why, which shipped names it hides.

    Ends with 1 when a file has lines that keep it from being loaded.
    """
    from coder.naming.dictionaries import ActorIndex
    from coder.upkeep.dictionary_check import check_dictionary

    with told(), waiting("reading the dictionaries"):
        shipped = ActorIndex.load()
        reports = [check_dictionary(str(path), shipped) for path in files]
    for report in reports:
        if as_json:
            typer.echo(json.dumps(_as_json(report), ensure_ascii=False))
        else:
            _show(report, most)
    if not all(report.usable for report in reports):
        raise typer.Exit(FAULTY)


def _show(report: "DictionaryReport", most: int) -> None:
    style = "bold green" if report.usable else "bold red"
    verdict = "can be used" if report.usable else "cannot be used until its odd lines are mended"
    form = "own form" if report.form == "own" else f"PETRARCH {report.form}"
    out.print(
        Text.assemble((report.path, "bold"), f": {form}, {report.names:,} names, ", (verdict, style)), soft_wrap=True
    )
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(report.lines.items()) if count)
    out.print(f"  lines: {sum(report.lines.values()):,} ({kinds})", soft_wrap=True)
    odd = [f"{one.path}:{one.line}: {one.why}: {one.text}" for one in report.odd]
    repeated = [f"{new.where}: {new.name} stands in {old.where} with another code" for old, new in report.repeated]
    hidden = [_hidden(one) for one in report.conflicts]
    strange = [f"{one.where}: {one.name} = {one.code_on(None)}: is {group} right?" for one, group in report.strange]
    for title, lines in (
        ("odd", odd),
        ("codes with a group that no shipped code has", strange),
        ("given twice", repeated),
        ("other than the shipped dictionaries", hidden),
    ):
        _list(title, lines, most)


def _hidden(conflict: "Conflict") -> str:
    new, old = conflict.new, conflict.old
    other = "other codes or days" if new.code_on(None) == old.code_on(None) else old.code_on(None)
    return f"{new.where}: {new.name} = {new.code_on(None)} hides {other} of {old.where}"


def _list(title: str, lines: list[str], most: int) -> None:
    if not lines:
        return
    out.print(f"  {title}: {len(lines):,}", style="yellow")
    for line in lines[:most]:
        out.print(f"    {line}", markup=False, soft_wrap=True)
    if len(lines) > most:
        out.print(f"    and {len(lines) - most:,} more; --most shows more of them", style="dim")


def _as_json(report: "DictionaryReport") -> dict[str, object]:
    return {
        "path": report.path,
        "form": report.form,
        "usable": report.usable,
        "names": report.names,
        "lines": dict(report.lines),
        "odd": [{"line": one.line, "why": one.why, "text": one.text} for one in report.odd],
        "repeated": [{"name": new.name, "lines": [old.line, new.line]} for old, new in report.repeated],
        "strange": [{"name": entry.name, "line": entry.line, "group": group} for entry, group in report.strange],
        "conflicts": [
            {
                "name": one.new.name,
                "line": one.new.line,
                "code": one.new.code_on(None),
                "shipped": one.old.code_on(None),
            }
            for one in report.conflicts
        ],
    }
