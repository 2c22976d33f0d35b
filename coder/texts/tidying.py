"""What keeps a parser trained on edited text from a sentence: blanks too many, none at a dash, no comma behind a date.

"On Tuesday Turkey said …" has it take the land for the second half of a name that begins with the day.
"""

import re
from collections.abc import Iterator
from typing import Final

from coder.texts.headline_grammar import Edit
from coder.texts.sentences import MONTHS

_BLANKS: Final = re.compile(r"(?<=[^\s.!?…:]) {2,}(?=\S)")  # behind a full stop they part sentences
_DASH: Final = re.compile(r"(?<=[\w.)”’'\"])—(?=[\w(“‘'\"])")  # "the U.S.—said": one word to whoever cuts words
_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
_DATE: Final = re.compile(
    rf"(?:On (?:{_DAY}|(?:{MONTHS}) \d{{1,2}}|\d{{1,2}} (?:{MONTHS})(?: \d{{4}})?)|(?:Late|Early) on {_DAY}"
    rf"|(?:In|By|Since) (?:late |early |mid-)?(?:(?:{MONTHS})(?: \d{{4}})?|(?:1[89]|20)\d\d))"
    rf" (?=(?!(?:{MONTHS}|Night|Eve)\b)[A-Z]|(?:the|a|an|his|her|its|their|police|troops|rebels|soldiers) )"
)
_DATING: Final = ("On ", "In ", "By ", "Since ", "Late ", "Early ")
_BEHIND: Final = '.!?"”\n-—–'  # one of which a sentence begins behind
_BACK: Final = 3  # characters in which such a mark stands before it


def tidied(text: str) -> list[Edit]:
    """Give what is to be changed in a text, in its order; [] for most."""
    edits = [(gap.start(), gap.end(), " ") for gap in _BLANKS.finditer(text)] if "  " in text else []
    if "—" in text:
        edits += [(dash.start(), dash.end(), " — ") for dash in _DASH.finditer(text)]
    if any(word in text for word in _DATING):
        edits += _commas(text)
    edits.sort()
    return edits


def _commas(text: str) -> Iterator[Edit]:
    for date in _DATE.finditer(text):
        start = date.start()
        before = text[max(0, start - _BACK) : start].rstrip(" ")
        if not start or (before and before[-1] in _BEHIND):
            yield (date.end() - 1, date.end() - 1, ",")
