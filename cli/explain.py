"""`cameo-coder explain`: why a text gets its events."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from cli.events import LEGEND, Story
from cli.failures import FAULTY, fail, told
from cli.loading import DEFAULT_MODEL, DictionariesOption, LexiconsOption, ModelOption, load_coder
from cli.screen import out
from cli.silence import show_silence
from coder.types import Options
from dataset.desk import AnswerDesk, response_of
from dataset.records import Record


def explain(
    text: Annotated[str, typer.Argument(help="A sentence or a whole text; -: standard input.")],
    day: Annotated[
        datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], help="The story's day, for roles that have dates."),
    ] = None,
    hypothetical: Annotated[bool, typer.Option("--hypothetical", help="Also conditional and negated events.")] = False,
    dictionaries: DictionariesOption = None,
    lexicons: LexiconsOption = None,
    model: ModelOption = DEFAULT_MODEL,
) -> None:
    """Show each event of a text with its words underlined in colour, the rule behind it and the steps of its code.

    [bold]Example[/]
      cameo-coder explain "Turkish troops crossed into Syria on Monday, Damascus said." --date 2019-10-09
    """
    if text == "-":
        text = sys.stdin.read()
    elif is_name_of_file(text):
        fail(f"{text} is the name of a file; to explain what it holds: cameo-coder explain - < {text}")
    with told():
        coder = load_coder(model, dictionaries, lexicons)
        desk = AnswerDesk(coder, Options(include_hypothetical=hypothetical), explain=True)
        record = Record("text", {"id": "text", "text": text, "date": f"{day:%Y-%m-%d}" if day else ""})
        response = response_of(next(desk.answers([record])))
    if response.get("status"):
        fail(response["status"]["message"], FAULTY)
    if not response["events"]:
        show_silence(coder, record)
        return
    out.print(LEGEND, "\n")
    out.print(Story(response, explained=True))
    out.print("cameo-coder rule FILE:LINE shows a rule or a dictionary's line", style="dim")


def is_name_of_file(text: str) -> bool:
    """Tell whether a text is rather the name of a file."""
    try:
        return len(text.split()) == 1 and Path(text).is_file()
    except (OSError, ValueError):
        return False
