"""`cameo-coder codes`: browse the CAMEO ontology."""

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from cli.events import QUAD_COLOURS
from cli.failures import fail, told
from cli.screen import out
from coder.ontology import Ontology, load_ontology
from coder.types import EventType

QUAD_NAMES = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
QUAD_STYLES = tuple(QUAD_COLOURS.values())


def codes(
    code: Annotated[
        str | None, typer.Argument(help="A root (03), a code (0312), a label, or words to search for; none: the roots.")
    ] = None,
) -> None:
    """Browse the 298 CAMEO codes: what each means, its quad class, Goldstein value and PLOVER reading.

    [bold]Examples[/]
      cameo-coder codes
      cameo-coder codes 03
      cameo-coder codes 0312
      cameo-coder codes "ceasefire"
    """
    with told():
        ontology = load_ontology()
    if code is None:
        out.print(_table(ontology.roots()))
        return
    wanted = code.strip()
    event_type = ontology.get(wanted) or next((one for one in ontology.types if one.label == wanted.upper()), None)
    if event_type:
        _show(ontology, event_type)
    elif wanted in {one.root for one in ontology.types}:
        out.print(_tree(ontology, ontology[f"{wanted}0"]))
    elif hits := ontology.search(wanted):
        out.print(_table(hits))
    else:
        fail(f"no code, label or definition has {wanted!r}; cameo-coder codes lists the 20 roots")


def _table(types: tuple[EventType, ...]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name, justify in (("code", "left"), ("label", "left"), ("Goldstein", "right"), ("meaning", "left")):
        table.add_column(name, justify="right" if justify == "right" else "left", no_wrap=name == "code")
    for one in types:
        table.add_row(one.code, Text(one.label, _style(one)), f"{one.goldstein:+.1f}", one.name)
    return table


def _tree(ontology: Ontology, root: EventType) -> Tree:
    branches = {"": Tree(_line(root))}
    for one in ontology.types:
        if one.root == root.root and one.code != root.code:
            parent = ontology.parent(one.code)
            above = branches.get(parent.code if parent else "", branches[""])
            branches[one.code] = above.add(_line(one))
    return branches[""]


def _show(ontology: Ontology, one: EventType) -> None:
    out.print(_line(one))
    out.print(one.definition, soft_wrap=False)
    facts = Table.grid(padding=(0, 2))
    plover = " / ".join(filter(None, (one.plover.event, one.plover.mode, one.plover.context)))
    for name, value in (
        ("root", f"{one.root} {one.root_label}"),
        ("quad class", f"{one.quad_class} {QUAD_NAMES[one.quad_class - 1]}"),
        ("Goldstein", f"{one.goldstein:+.1f}"),
        ("PLOVER", plover),
        ("wider", _wider(ontology, one)),
        ("narrower", ", ".join(f"{child.code} {child.label}" for child in _children(ontology, one))),
    ):
        if value:
            facts.add_row(Text(name, "dim"), value)
    out.print(facts)


def _wider(ontology: Ontology, one: EventType) -> str:
    parent = ontology.parent(one.code)
    return f"{parent.code} {parent.label}" if parent else ""


def _children(ontology: Ontology, one: EventType) -> list[EventType]:
    return [child for child in ontology.types if (parent := ontology.parent(child.code)) and parent.code == one.code]


def _line(one: EventType) -> Text:
    return Text.assemble((one.code, "bold"), " ", (one.label, _style(one)), f"  {one.name}")


def _style(one: EventType) -> str:
    return f"bold {QUAD_STYLES[one.quad_class - 1]}"
