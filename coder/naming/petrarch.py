"""PETRARCH and TABARI dictionaries: actors, agents and discards, read as they lie in twenty years of projects.

Nothing in them is fatal. Every line is counted in the report: as an entry, a part of one, a comment, or with the reason
why it could not be used.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Protocol

from coder.naming.actor_codes import is_code, is_organisation
from coder.naming.dictionary_entries import DatedCode, Entry
from coder.naming.dictionary_formats import plural_of

_CODE = re.compile(r"\[\s*([^\]]*?)\s*\]?(?=\s*(?:\[|$))")
_AGENT = re.compile(r"^(?P<name>[^{\[]+?)\s*(?P<plural>\{[^}]*\})?\s*\[\s*(?P<code>~?[A-Za-z0-9]+~?)\s*\]?$")
_SET = re.compile(r"^!(\w+)!\s*=\s*(.+)$")
_ISSUE = re.compile(r"\[[A-Z0-9]+(?:_[A-Z0-9]+)+\]$")
_DATE = re.compile(r"^\d{6}$|^\d{8}$")
_PIVOT = 30  # two-digit years up to here are of this century
_LOOK = 400
_GROUP = 3


@dataclass(frozen=True, slots=True)
class Odd:
    """A line, or a part of one, that was not used, and why."""

    path: str
    line: int
    why: str
    text: str


@dataclass(slots=True)
class PetrarchFile:
    """What a PETRARCH file holds, with an account of every line."""

    path: str
    form: str  # "actors", "agents", "discards"; "issues" and "verbs" are known but hold no actors
    entries: list[Entry] = field(default_factory=list)
    discards: list[tuple[str, bool]] = field(default_factory=list)  # phrase, whether it discards the whole story
    odd: list[Odd] = field(default_factory=list)
    lines: Counter[str] = field(default_factory=Counter)  # by kind: "comment", "name", "odd" …

    def report(self, line: int, why: str, text: str) -> None:
        """Note something that was not used."""
        self.odd.append(Odd(self.path, line, why, text.strip()))


def looks_petrarch(text: str) -> bool:
    """Tell whether a text is of a PETRARCH form: codes in brackets, and no ``name = CODE``."""
    lines = list(islice((raw.split("#", 1)[0] for raw in text.splitlines() if _cut(raw)), _LOOK))
    own = sum(("=" in line and not line.startswith("!")) or "|" in line for line in lines)
    return bool(lines) and own * 2 < len(lines)


def form_of(text: str) -> str:
    """Tell the form: agents have ``~`` codes, discards have no codes; issues and verbs hold no actors."""
    lines = [cut for raw in text.splitlines() if (cut := _cut(raw))]
    if sum(line.startswith(("- ", "--- ", "&")) for line in lines) * 5 > len(lines):
        return "verbs"
    if sum(line.startswith(("n:", "v:", "~")) or bool(_ISSUE.search(line)) for line in lines) * 2 > len(lines):
        return "issues"
    coded = [line for line in lines if "[" in line]
    if sum("~" in line for line in coded) * 2 > len(coded) > 0:
        return "agents"
    return "actors" if len(coded) * 20 > len(lines) else "discards"


def read_petrarch(path: str, text: str) -> PetrarchFile:
    """Read a file of any of the three forms; never raises, what is odd is in the report."""
    found = PetrarchFile(path, form_of(text))
    makers: dict[str, Callable[[PetrarchFile], _Reader]] = {"actors": _Actors, "agents": _Agents, "discards": _Discards}
    reader = makers.get(found.form, _Other)(found)
    in_comment = False
    for number, raw in enumerate(text.splitlines(), 1):
        in_comment = _is_open(raw, in_comment=in_comment)
        kind = "comment" if in_comment or raw.rstrip().endswith("-->") else _blank_kind(raw)
        found.lines[kind or reader.take(number, _cut(raw), raw)] += 1
    reader.end()
    return found


def _is_open(raw: str, *, in_comment: bool) -> bool:
    """Follow comments of the form <!-- … --> that run over lines."""
    return "-->" not in raw and (in_comment or raw.lstrip().startswith("<!"))


def _blank_kind(raw: str) -> str:
    if not raw.strip():
        return "blank"
    return "" if _cut(raw) else "comment"


def _cut(raw: str) -> str:
    """Take the comment off: from the first # or ;, or a whole <! line."""
    if raw.lstrip().startswith("<!"):
        return ""
    return raw.split("#", 1)[0].split(";", 1)[0].rstrip()


class _Reader(Protocol):
    """Takes a file line by line."""

    def take(self, number: int, line: str, raw: str) -> str:
        """Read a line that is not blank: its number, itself without comment, and as it is; gives its kind."""

    def end(self) -> None:
        """Close what is open."""


class _Actors:
    """Records: a name with codes, then its synonyms and dated codes."""

    def __init__(self, found: PetrarchFile) -> None:
        self.found = found
        self.names: list[tuple[int, str]] = []
        self.codes: list[DatedCode] = []

    def take(self, number: int, line: str, raw: str) -> str:
        name, bracket, rest = line.partition("[")
        if raw[:1] in "\t " and not name.strip() and bracket:
            if not self.names:
                self.found.report(number, "dated codes that belong to no name", raw)
                return "odd"
            self._add_codes(number, bracket + rest)
            return "dates"
        synonym = line.lstrip().startswith("+")
        name = name.strip().lstrip("+")
        if not name.strip("_ -"):
            self.found.report(number, "a code without a name" if bracket else "no name", raw)
            return "odd"
        if not synonym:
            self._begin(number, name)
        elif not self.names:
            self.found.report(number, "a synonym before any name", raw)
        self.names.append((number, name))
        if bracket:
            self._add_codes(number, bracket + rest)
        return "synonym" if synonym else "name"

    def _begin(self, number: int, name: str) -> None:
        """Close the record before; one that has no code yet and meets a new name was meant to go on."""
        if self.names and not self.codes:
            self.found.report(number, "the record before has no code: taken as a synonym whose + was forgotten", name)
            return
        self.end()

    def _add_codes(self, number: int, text: str) -> None:
        for part in _CODE.findall(text):
            code, _, days = part.partition(" ")
            code = code.strip("~").upper()
            if code.startswith("-"):
                self.codes.append(DatedCode(""))
            elif not is_code(code):
                self.found.report(number, f"{code!r} is no code of groups of three", text)
            else:
                self._add_dated(number, code, days.strip(), text)

    def _add_dated(self, number: int, code: str, days: str, text: str) -> None:
        try:
            start, end = _days(days)
        except ValueError as error:
            self.found.report(number, f"{error}: the code is left out", text)
            return
        self.codes.append(DatedCode(code, start, end))

    def end(self) -> None:
        """File the record."""
        if self.names and not self.codes:
            self.found.report(self.names[0][0], "a record without any usable code", self.names[0][1])
        codes = tuple(self.codes)
        sort = _sort_of(codes)
        for number, name in self.names if codes else ():
            shown = name.strip().replace("_", " ").strip()
            if shown:
                self.found.entries.append(Entry(shown, codes, sort, "name", self.found.path, number, capitals=True))
        self.names, self.codes = [], []


def _sort_of(codes: tuple[DatedCode, ...]) -> str:
    """Guess what a record names from its codes: a bare country is a state, dated roles are a person's."""
    named = [code.code for code in codes if code.code]
    if any(is_organisation(code) for code in named):
        return "organisation"
    if all(len(code) == _GROUP for code in named):
        return "state"
    return "person" if any(code.dated for code in codes) else "organisation"


@lru_cache(maxsize=16384)
def _days(text: str) -> tuple[date | None, date | None]:
    """Read ``<D``, ``>D`` or ``D-D``; ends are inclusive.

    Raises:
        ValueError: the days are of no known form or do not exist.
    """
    if not text:
        return None, None
    if text[0] in "<>":
        day = _day(text[1:].strip())
        return (None, day) if text[0] == "<" else (day, None)
    first, dash, last = text.partition("-")
    if not dash:
        raise ValueError(f"{text!r} is no range of days")
    return _day(first.strip()), _day(last.strip())


def _day(text: str) -> date:
    if not _DATE.match(text):
        raise ValueError(f"{text!r} is no day of the form YYMMDD or YYYYMMDD")
    year, month, day = int(text[:-4]), int(text[-4:-2]), int(text[-2:])
    if len(text) == 6:  # noqa: PLR2004
        year += 2000 if year <= _PIVOT else 1900
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(f"{text!r} is a day that does not exist") from error


class _Agents:
    """Role nouns with plurals and substitution sets."""

    def __init__(self, found: PetrarchFile) -> None:
        self.found = found
        self.sets: dict[str, list[str]] = {}

    def take(self, number: int, line: str, raw: str) -> str:
        if match := _SET.match(line.strip()):
            self.sets[match[1]] = [word.strip() for word in match[2].split(",") if word.strip()]
            return "set"
        match = _AGENT.match(line.strip())
        code = match["code"].strip("~").upper() if match else ""
        if not match or not is_code(code):
            self.found.report(number, "no agent of the form NAME {PLURAL} [~CODE]", raw)
            return "odd"
        whole = "=" + code if not match["code"].startswith("~") else code
        for name in self._names(number, match["name"], match["plural"], raw):
            shown = name.replace("_", " ").strip().lower()
            self.found.entries.append(Entry(shown, (DatedCode(whole),), "role", "agent", self.found.path, number))
        return "name"

    def _names(self, number: int, name: str, plural: str | None, raw: str) -> list[str]:
        marks = re.findall(r"!(\w+)!", name)
        if marks:
            words = self.sets.get(marks[0])
            if words is None:
                self.found.report(number, f"the set !{marks[0]}! is not defined", raw)
                return []
            return [name.replace(f"!{marks[0]}!", word) for word in words]
        name = name.strip().strip("_")
        if plural is None:
            return list(dict.fromkeys([name, plural_of(name.lower().replace("_", " "))]))
        return [name, *(word.strip() for word in plural.strip("{}").split(",") if word.strip())]

    def end(self) -> None:
        """Nothing stays open."""


class _Discards:
    """Phrases that make a sentence or, with a plus, a story unfit for coding."""

    def __init__(self, found: PetrarchFile) -> None:
        self.found = found

    def take(self, number: int, line: str, raw: str) -> str:
        phrase = line.strip().lstrip("+").replace("_", " ").strip()
        if not phrase:
            self.found.report(number, "no phrase", raw)
            return "odd"
        self.found.discards.append((phrase, line.lstrip().startswith("+")))
        return "name"

    def end(self) -> None:
        """Nothing stays open."""


class _Other:
    """Lines of a form that holds no actors."""

    def __init__(self, found: PetrarchFile) -> None:
        self.found = found
        found.report(0, f"a file of {found.form}: it holds no actors, so nothing of it is used", found.path)

    def take(self, number: int, line: str, raw: str) -> str:  # noqa: ARG002 - as the other readers
        return self.found.form

    def end(self) -> None:
        """Nothing stays open."""
