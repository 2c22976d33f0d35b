"""Text -> sentences: by paragraphs and stops, minding abbreviations, initials, quotes and datelines."""

import re
from collections.abc import Iterator

from coder.types import TextSpan

ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen lt col sgt capt maj cmdr adm brig gov sen rep rev hon st jr sr inc corp co ltd llc no vs etc dept
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun approx est fig min max p pp vol ave blvd mt ft
    messrs supt insp det cpl pvt pres amb atty e.g i.e a.m p.m u.s u.n u.k u.a.e u.s.s.r d.c b.c a.d""".split()
)
MAXIMUM_CHARACTERS = 1_000  # a longer stretch without a stop is cut, so that one parse stays bounded
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_DATELINE = re.compile(r"(?:[A-Z][A-Z.'’-]+[ ,/]*){1,5}(?:[A-Z][a-z]+\.?,? ?){0,3}(?:\d{1,2},? ?)?(?:\d{4} ?)?(?:\([^()\n]{2,40}\) ?)?(?:--|—|–|-)\s+")
_PARAGRAPH = re.compile(r"\s*\n\s*\n\s*|\s*\r?\n(?=\s*[A-Z“\"‘])")


def sentences(text: str) -> list[TextSpan]:
    """Split a text; spans are code points, without outer blanks, in order, never empty."""
    found: list[TextSpan] = []
    for start, end in _paragraphs(text):
        for a, b in _sentences_of(text, start, end):
            found.extend(_bounded(text, a, b))
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for gap in _PARAGRAPH.finditer(text):
        yield at, gap.start()
        at = gap.end()
    yield at, len(text)


def _sentences_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() >= end or _ends(text, stop.start(), stop.end(), end):
            yield at, stop.end()
            at = stop.end()
    yield at, end


def _ends(text: str, stop: int, after: int, end: int) -> bool:
    """Whether a stop ends a sentence: what follows begins like one, what precedes is no abbreviation or initial."""
    rest = text[after:end].lstrip()
    if not rest:
        return True
    first = rest.lstrip("\"'“‘«([")[:1]
    if not (first.isupper() or first.isdigit() or not first.isascii() and first.isalpha()):
        return False
    if text[stop] != ".":
        return not (text[stop:after].rstrip()[-1:] in "\"'”’" and rest[:1].islower())
    word = re.search(r"[\w.]*$", text[max(0, stop - 20) : stop])
    before = (word[0] if word else "").lower()
    if before in ABBREVIATIONS:
        return before in ("u.s", "u.n", "u.k", "a.m", "p.m", "inc", "corp", "co", "ltd", "d.c", "etc") and _opens(rest)
    if before.isdigit() and first.isdigit():
        return False
    return not (len(before) == 1 and before.isalpha() and text[stop - 1].isupper() and not text[after - 1] in "\"”")


def _opens(rest: str) -> bool:
    """Whether the next words open a sentence rather than continue a name ("U.S. President")."""
    return bool(re.match(r"[\"“]?(The|A|An|In|On|At|He|She|It|They|We|But|And|However|This|That|These|Those|After|Before|Mr|Mrs|Ms|I)\b", rest))


def _bounded(text: str, start: int, end: int) -> Iterator[TextSpan]:
    while start < end and text[start].isspace():
        start += 1
    dateline = _DATELINE.match(text, start, min(end, start + 90))
    if dateline and dateline.end() < end:
        start = dateline.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAXIMUM_CHARACTERS:
        cut = max(text.rfind(mark, start, start + MAXIMUM_CHARACTERS) for mark in ("; ", ", ", " "))
        cut = cut + 1 if cut > start else start + MAXIMUM_CHARACTERS
        yield TextSpan(start, cut, text[start:cut])
        start = cut
    if start < end:
        yield TextSpan(start, end, text[start:end])
