"""`cameo-coder rule`: the lines that an explanation names."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from cli.failures import fail, told
from cli.loading import DictionariesOption, LexiconsOption
from cli.screen import out
from coder.data_files import text_of

CODER = Path(__file__).parent.parent / "coder"
FOLDERS = (CODER / "lexicon", CODER / "dictionaries")
SECTION = "## "


def rule(
    name: Annotated[str, typer.Argument(metavar="FILE:LINE", help="As an explanation has it, e.g. 173_arrest.txt:15.")],
    dictionaries: DictionariesOption = None,
    lexicons: LexiconsOption = None,
) -> None:
    """Show the entry of the lexicon, or the line of a dictionary, that an explanation names, and where it stands.

    [bold]Examples[/]
      cameo-coder rule 173_arrest.txt:15
      cameo-coder rule mine.txt:2 --lexicon mine.txt
    """
    file, _, number = name.rpartition(":")
    own = [*(lexicons or ()), *(dictionaries or ())]
    path = next((one for one in _files(own) if one.name == Path(file).name), None)
    if path is None or not number.isdecimal():
        fail(f"{name}: write FILE:LINE as an explanation has it; name files of your own with --lexicon or --dictionary")
    with told():
        lines = text_of(str(path)).splitlines()
    if not 0 < int(number) <= len(lines):
        fail(f"{path} has {len(lines):,} lines, no line {number}")
    out.print(Text(f"{path}:{number}", "dim"), soft_wrap=True)
    for line in _entry(lines, int(number) - 1):
        out.print(Text(line), soft_wrap=True)


def _files(own: Iterable[Path]) -> Iterator[Path]:
    yield from own
    for folder in FOLDERS:
        yield from sorted(folder.glob("*.txt"))


def _entry(lines: Sequence[str], place: int) -> Iterator[str]:
    """Give a line, before it the head of its section, after it what is indented under it."""
    section = next((line for line in reversed(lines[:place]) if line.startswith(SECTION)), "")
    if section:
        yield section
    yield lines[place]
    for line in lines[place + 1 :]:
        if not line[:1].isspace():
            return
        yield line
