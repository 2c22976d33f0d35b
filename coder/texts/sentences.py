"""Text -> sentences: by paragraphs and stops, minding abbreviations, initials, quotes, lists and datelines."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Final

from coder.types import TextSpan

ABBREVIATIONS: Final = frozenset(
    """
    mr mrs ms dr prof gen lt col sgt capt maj cmdr cmdt adm brig gov sen rep rev hon st jr sr inc corp co ltd
    llc no nos vs etc dept jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    sat sun approx est fig min max p pp vol ave blvd mt ft messrs supt insp det cpl pvt pres amb atty sec secy
    asst assn dist prov univ al cf viz incl excl e.g i.e a.m p.m u.s u.n u.k u.a.e u.s.s.r d.c b.c a.d e.u u.s.a
    """.split()
)
# May end a sentence.
CLOSING: Final = frozenset("u.s u.n u.k u.s.a e.u a.m p.m inc corp co ltd llc d.c etc jr sr".split())
WORDS_TOO: Final = frozenset("no nos sat sun wed fig mar min max est al".split())  # abbreviations only before a number
MAXIMUM_CHARACTERS: Final = 1_000  # a longer stretch without a stop is cut, so that one parse stays bounded
MAXIMUM_SYMBOLS: Final = 300  # each is a word to the parser, even where no blank parts them
_SYMBOL: Final = re.compile(r"[^\w\s]")
_OPENERS: Final = (
    r"The|A|An|In|On|At|He|She|It|They|We|But|And|However|This|That|These|Those|After|Before|Mr|Mrs|Ms|I|His|Her|"
    r"Its|Their|Our|For|As|When|While|If|Meanwhile|Earlier|Later|Both|There|No|Some|Many|Most|Such|Since|Also"
)
_ODD_BLANKS: Final = "\n\t\r\v\f\x1c\x1d\x1e\x1f"  # of ASCII
_STOPS: Final = ".!?…"
# A mark before a blank, or one that lacks it; to begin with the marks is what makes it quick.
_STOP: Final = re.compile(rf"[.!?…](?:[.!?…]*[\"'”’»)\]]*(?=\s|$)|(?<=[a-z]{{3}}[.!?])[\"”’]?(?=(?:{_OPENERS})\s))")
_OPENER: Final = re.compile(rf"[\"“‘(]?(?:{_OPENERS})\b")
_INITIALS: Final = re.compile(r"[A-ZÀ-Þ](?:\.[A-ZÀ-Þ]){0,2}")  # "J", "J.D", "A.N.R": of a person, unless listed above
_BLANK: Final = re.compile(r"[^\S ]")
_CAPTION: Final = re.compile(  # where somebody stands in a picture: "Mr Diallo, second left, and …"
    r"(?<=[^\W\d_]), "
    r"((?:(?:second|third|fourth|far|top|bottom|back|front)(?: from)?(?: the)? )?(?:left|right|cent(?:er|re))),"
)
_CAPTIONS: Final = ("left,", "right,", "center,", "centre,")  # one of which it ends in
_OPENING_MARKS: Final = "\"'“‘«(["
_BULLET: Final = re.compile(r"(?:[-–—*•▪●]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+(?=\S)")
_WRAPPED_AT_LEAST: Final = 0.6  # of the longest line: a shorter one was not broken by its width, so it ends a paragraph
_REACH: Final = 110  # characters in which a dateline ends

MONTHS: Final = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    "Nov(?:ember)?|Dec(?:ember)?"
)
_PLACE: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}"
_LAND: Final = r"(?:,\s[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2})?"
_DAY: Final = rf"(?:,?\s(?:{MONTHS})\.?\s\d{{1,2}}(?:,?\s\d{{4}})?|,?\s\d{{1,2}}\s(?:{MONTHS})\.?(?:\s\d{{4}})?)"
# Who reported it, behind a dash at a headline's end: "Rebels seize town - Interfax".
CREDIT: Final = re.compile(
    r"\s+(?:--|—|–|-)\s+(?:(?:\w+ )?(?:agency|agencies|newspaper|newspapers|media|paper|papers|press|radio|report|"
    r"reports|source|sources|state radio|state TV|TV|television|weekly|witnesses|Interfax|(?:Itar-)?Tass|ITAR-TASS|"
    r"TASS|RIA|Xinhua|Kyodo|Yonhap|Antara|Bernama|AFP|AP|Reuters|UPI|DPA|EFE|ANSA|PTI|UNI|IRNA|MENA|SANA|KUNA|"
    r"Anatolia|Anadolu|Tanjug|Beta|CNN|BBC))\.?$"
)
_DASHES: Final = "-—–"
_CREDIT_MARK: Final = re.compile(r"[-—–]\s")  # no credit is without one
_AGENCY: Final = r"(?:\(\s?[A-Z][\w/ .&-]{1,30}\)|/[A-Z][\w .-]{1,20}/\.?)"
_DASH: Final = r"(?:--|—|–|-|:)\s*"
_BODY: Final = r"(?=[\"“‘']?[A-Z0-9À-Þ])"
_DATELINE: Final = re.compile(
    rf"(?:{_PLACE}{_LAND}{_DAY}?\.?,?\s{_AGENCY}\s*(?:{_DASH})?"  # MOSCOW, Aug 18 (Reuters) -
    rf"|{_PLACE}{_LAND}{_DAY}\.?\s*{_DASH}"  # MOSCOW, Aug 18 --
    r"|[A-Z]{5,}(?:\s[A-Z]{3,})*:\s+"  # ISLAMABAD: (in capitals; "Biden: …" says who speaks)
    rf"|{_PLACE},\s[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)?\s*(?:--|—|–|-)\s+"  # BAGHDAD, Iraq -
    rf"|(?:[A-Z]{{6,}}|[A-Z]{{2,}}(?:[ -][A-Z]{{2,}}){{1,3}}|PARIS|ROME|CAIRO|SEOUL|TOKYO|KIEV|KYIV|MINSK|AMMAN|KABUL|"
    r"DOHA|HANOI|LAGOS|LIMA|QUITO|ACCRA|DAKAR|TUNIS|DHAKA|DELHI|SANAA|SOFIA|MACAU|DUBAI)"
    r"\s*(?:--|—|–|-)\s+"  # WASHINGTON -
    rf"|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?{_LAND}{_DAY}?,?\s{_AGENCY}\s*{_DASH}"  # Islamabad (AFP) -
    rf"|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?{_LAND}{_DAY},?\s(?:{_AGENCY}\s*|[A-Z]{{2,8}}\s*{_DASH})"  # Baku, May 2 (AP)
    rf"|\([A-Z][\w/ .&-]{{1,30}}\)\s*{_DASH}"  # (CNN) --
    r"|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2},\s[A-Z][\w'’]+(?:\s[A-Z][\w'’]+){0,2}\s(?:--|—|–|-)\s"  # Lima, Peru -
    rf"){_BODY}"
)
_DATELINE_MARKS: Final = "-—–:(/"  # no dateline is without one


def sentences(text: str) -> list[TextSpan]:
    """Split a text; spans are code points, without outer blanks, in order, never empty.

    Datelines and the marks of list items belong to no sentence, nor does a line without a letter.
    """
    found: list[TextSpan] = []
    for start, end in paragraphs(text):
        begin = _after_lead(text, start, end)
        for a, b in _sentences_of(text, begin, end):
            found += _bounded(text, a, b)
    return found


def flat(text: str) -> str:
    """Give a sentence for parsing, and move no offset.

    Line breaks and odd blanks become plain blanks; "X, left, and Y" becomes "X (left) and Y", where none left anything.
    """
    plain = _BLANK.sub(" ", text) if _has_odd_blanks(text) else text
    if "," in plain:
        for word in _CAPTIONS:
            if word in plain:
                return _CAPTION.sub(r" (\1)", plain)
    return plain


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Give the paragraphs: parted by blank lines, by line breaks that no width forced, by list marks."""
    return list(_broken(text)) if _has_odd_blanks(text) else [(0, len(text))]


def _has_odd_blanks(text: str) -> bool:
    """Tell whether a text may hold a blank that is no plain one, such as a line break."""
    return _first_of(_ODD_BLANKS, text, 0, len(text)) >= 0 if text.isascii() else not text.isprintable()


def _broken(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _blocks(text):
        lines = list(_lines(text, start, end))
        longest = max((b - a for a, b in lines), default=0)
        wrapped = any(text[a:b].lstrip()[:1].islower() for a, b in lines[1:])
        begin = start
        for (a, b), (c, d) in pairwise(lines):
            if _breaks(text[a:b], text[c:d].lstrip(), longest if wrapped else 0):
                yield begin, b
                begin = c
        yield begin, end


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for gap in re.finditer(r"\n[^\S\n]*\n\s*", text):
        yield at, gap.start()
        at = gap.end()
    yield at, len(text)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for line in text[start:end].splitlines(keepends=True):
        yield at, at + len(line.rstrip())
        at += len(line)


def _breaks(line: str, following: str, longest: int) -> bool:
    """Whether a line break ends a paragraph: it is not there for the width, and what follows begins anew."""
    if _BULLET.match(following):
        return True
    if not following or not (following[0] in _OPENING_MARKS or _capital(following)):
        return False
    return len(line) < _WRAPPED_AT_LEAST * longest if longest else True


def _after_lead(text: str, start: int, end: int) -> int:
    """Where a paragraph's own words begin: behind its list mark and its dateline."""
    while start < end and text[start].isspace():
        start += 1
    bullet = None if text[start : start + 2].isalpha() else _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    reach = min(end, start + _REACH)
    dateline = _DATELINE.match(text, start, reach) if _first_of(_DATELINE_MARKS, text, start, reach) >= 0 else None
    return dateline.end() if dateline and dateline.end() < end else start


def _sentences_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = start
    first = _first_of(_STOPS, text, start, end)
    for stop in _STOP.finditer(text, first, end) if first >= 0 else ():
        if stop.end() >= end or _ends(text, stop.start(), stop.end(), end):
            found.append((at, stop.end()))
            at = stop.end()
    return [*found, (at, end)] if at < end else found


def _first_of(marks: str, text: str, start: int, end: int) -> int:
    """Give where the first of some marks stands, -1 for nowhere; a search for characters is a pattern's quickest."""
    first = -1
    for mark in marks:
        found = text.find(mark, start, end)
        if found >= 0:
            first = end = found
    return first


def _ends(text: str, stop: int, after: int, end: int) -> bool:
    """Whether a stop ends a sentence: what follows begins like one, what precedes is no abbreviation or initial."""
    rest = text[after : min(end, after + 60)].lstrip()
    if not rest:
        return True
    if not _capital(rest.lstrip(_OPENING_MARKS)):
        return False
    if text[stop] != ".":
        return True
    return _word_may_end(text, stop, after, rest)


def _word_may_end(text: str, stop: int, after: int, rest: str) -> bool:
    """Whether the word before a full stop can be a sentence's last."""
    word = re.search(r"[\w.]*$", text[max(0, stop - 20) : stop])
    before = (word[0] if word else "").lower()
    if before in WORDS_TOO and text[stop - 1].islower():
        return not rest[0].isdigit()
    if before in ABBREVIATIONS:
        return before in CLOSING and bool(_OPENER.match(rest))
    if before.isdigit() and rest[0].isdigit():
        return False
    initial = word is not None and _INITIALS.fullmatch(word[0]) is not None
    return not initial or text[after - 1] in '"”)' or bool(_OPENER.match(rest) and rest[1:2] != ".")


def _capital(rest: str) -> bool:
    """Whether words begin as a sentence can: with a capital, a number, a letter without case, or an Arabic article."""
    first = rest[:1]
    if first.isdigit() or (first.isalpha() and not first.islower()) or rest.startswith(("$", "€", "£")):
        return True
    return bool(re.match(r"(?:al|el|an|ash|as)-[A-Z]", rest))


def _bounded(text: str, start: int, end: int) -> list[TextSpan]:
    """Give a sentence without outer blanks, in pieces that a parse can take."""
    found: list[TextSpan] = []
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    dash = _first_of(_DASHES, text, start, end)
    credit = CREDIT.search(text, start, end) if dash >= 0 and _CREDIT_MARK.search(text, dash, end) else None
    if credit is not None and text[start : credit.start()].count(" ") > 1:
        end = credit.start()
    while (cut := _cut(text, start, end)) < end:
        found += _worded(text, start, cut)
        rest = text[cut : min(end, cut + MAXIMUM_CHARACTERS)]
        start = cut + len(rest) - len(rest.lstrip())
    return found + _worded(text, start, end)


def _cut(text: str, start: int, end: int) -> int:
    """Give where a stretch that is too long for one parse is cut: behind a mark or blank where there is one."""
    limit = min(end, start + MAXIMUM_CHARACTERS)
    if limit - start > MAXIMUM_SYMBOLS:
        last = next(islice(_SYMBOL.finditer(text, start, limit), MAXIMUM_SYMBOLS, None), None)
        limit = last.start() if last else limit
    if limit == end:
        return end
    cut = max(text.rfind(mark, start, limit) for mark in ("; ", ", ", " "))
    return cut + 1 if cut > start else limit


def _worded(text: str, start: int, end: int) -> list[TextSpan]:
    words = text[start:end]
    return [TextSpan(start, end, words)] if any(character.isalpha() for character in words) else []
