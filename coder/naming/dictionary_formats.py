"""The project's own dictionary formats: named actors, the table of states, and role nouns.

A line that cannot be understood raises DictionaryError with its number; nothing is skipped silently.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from coder.errors import DictionaryError
from coder.naming.actor_codes import is_code
from coder.naming.dictionary_entries import DatedCode, Entry

NO_ACTOR = "---"
STATE_COLUMNS = ("names", "adjectives", "people", "capital", "metonyms")
_STATE_USES = {"names": ("state", "name"), "adjectives": ("state", "adjective"), "people": ("identity", "people"),
               "capital": ("city", "capital"), "metonyms": ("city", "metonym")}  # fmt: skip
_STATE_CELLS = 8
_DATED = re.compile(r"^(=?\w+)(?:\s+(\S*)\.\.(\S*))?$")
_DAY = re.compile(r"^(\d{4})-(\d\d)-(\d\d)$")


def content_lines(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines that hold an entry, with their numbers from 1; comments and blanks are taken off."""
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.split("#", 1)[0].strip()
        if line:
            yield number, line


def read_names(path: str, text: str, sort: str, use: str = "name") -> Iterator[Entry]:
    """Read ``name; other name = CODE from..to, CODE``; a place's ``@ latitude,longitude`` is left aside.

    Raises:
        DictionaryError: a line has no name, no code, or a code or day of the wrong form.
    """
    for number, line in content_lines(text):
        left, codes = _sides(path, number, line)
        for name in _cell(left):
            yield Entry(name, codes, sort, use, path, number)


def read_agents(path: str, text: str, sort: str = "role", use: str = "agent") -> Iterator[Entry]:
    """Read role nouns, ``police officer = COP`` and ``man/men = CVL``; the plural is added.

    Words that only lend their sector to a noun (use "modifier") have no plural.

    Raises:
        DictionaryError: as for names.
    """
    for number, line in content_lines(text):
        left, codes = _sides(path, number, line)
        for name in _cell(left):
            for form in forms(name) if use != "modifier" else [name]:
                yield Entry(form, codes, sort, use, path, number)


def read_states(path: str, text: str) -> Iterator[Entry]:
    """Read the table ``CODE | names | adjectives | people | capital | metonyms | from | to``.

    Raises:
        DictionaryError: a row has the wrong number of cells, a bad code or a bad day.
    """
    for number, line in content_lines(text):
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != _STATE_CELLS:
            raise DictionaryError(
                path, number, f"a state has {_STATE_CELLS} cells between '|', this row has {len(cells)}"
            )
        if not is_code(cells[0]):
            raise DictionaryError(path, number, f"{cells[0]!r} is no code: groups of three capitals are expected")
        try:
            codes = (DatedCode(cells[0], _day(cells[6]), _day(cells[7])),)
        except ValueError as error:
            raise DictionaryError(path, number, str(error)) from error
        yield from _state_entries(path, number, cells, codes)


def read_meanings(path: str, text: str) -> dict[str, tuple[str, ...]]:
    """Read ``name = CODE : CODE``: what an ambiguous name may mean, the likeliest first; ``---`` is no actor.

    Raises:
        DictionaryError: a line has no name or fewer than two meanings.
    """
    found = {}
    for number, line in content_lines(text):
        name, _, right = line.partition("=")
        codes = tuple(code.strip() for code in right.split(":"))
        if not name.strip() or len(codes) < 2 or not all(code == NO_ACTOR or is_code(code) for code in codes):  # noqa: PLR2004
            raise DictionaryError(path, number, f"expected 'name = CODE : CODE', got {line!r}")
        found[name.strip()] = codes
    return found


def _state_entries(path: str, number: int, cells: Sequence[str], codes: tuple[DatedCode, ...]) -> Iterator[Entry]:
    metonyms = set(_cell(cells[5]))
    for column, cell in zip(STATE_COLUMNS, cells[1:6], strict=True):
        sort, use = _STATE_USES[column]
        for name in _cell(cell):
            if column != "capital" or name not in metonyms:
                yield Entry(name, codes, sort, use, path, number)


def _sides(path: str, number: int, line: str) -> tuple[str, tuple[DatedCode, ...]]:
    left, sign, right = line.partition("=")
    if not sign or not left.strip():
        raise DictionaryError(path, number, f"expected 'name; other name = CODE', got {line!r}")
    return left, read_codes(path, number, right.split("@", 1)[0])


def read_codes(path: str, number: int, text: str) -> tuple[DatedCode, ...]:
    """Read ``CODE from..to, CODE``: at least one code; ``---`` is no actor, on all days or on all others.

    Raises:
        DictionaryError: a part has the wrong form.
    """
    try:
        return _codes(text.strip())
    except ValueError as error:
        raise DictionaryError(path, number, str(error)) from error


@lru_cache(maxsize=16384)
def _codes(text: str) -> tuple[DatedCode, ...]:
    """Read codes once, however many lines have them.

    Raises:
        ValueError: a part has the wrong form.
    """
    found = []
    for part in text.split(","):
        if part.strip() == NO_ACTOR:
            found.append(DatedCode(""))
            continue
        match = _DATED.match(part.strip())
        if not match or not is_code(match[1].removeprefix("=")):
            raise ValueError(f"{part.strip()!r} is no code: write e.g. 'RUSGOV' or 'RUSGOV 2000-05-07..'")
        found.append(DatedCode(match[1], _day(match[2] or ""), _day(match[3] or "")))
    return tuple(found)


def _day(text: str) -> date | None:
    """Read a day; "" is open.

    Raises:
        ValueError: it has the wrong form or does not exist.
    """
    if not text:
        return None
    try:
        return date.fromisoformat(text if _DAY.match(text) else "")
    except ValueError as error:
        raise ValueError(f"{text!r} is no day: write e.g. 2000-05-07") from error


def _cell(text: str) -> list[str]:
    return [name.strip() for name in text.split(";") if name.strip()]


def forms(name: str) -> list[str]:
    """Give singular and plural of a role noun; ``man/men`` names its own plural.

    >>> [forms(noun) for noun in ("police officer", "spokesman/spokesmen", "head of state")]
    [['police officer', 'police officers'], ['spokesman', 'spokesmen'], ['head of state', 'heads of state']]
    """
    singular, _, plural = name.partition("/")
    if plural:
        lead = singular.rpartition(" ")[0]
        return [singular, plural if " " in plural or not lead else f"{lead} {plural}"]
    return list(dict.fromkeys([singular, plural_of(singular)]))


def plural_of(noun: str) -> str:
    """Form the regular plural; before "of" or "in" it is the word before that takes it."""
    for link in (" of ", " in ", " for ", "-in-", "-of-"):
        head, found, tail = noun.partition(link)
        if found:
            return plural_of(head) + link + tail
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun if noun.endswith("s") and not noun.endswith("ss") else noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("man", "wife")) and not noun.endswith(("human", "german", "shaman", "roman")):
        return noun[:-3] + "men" if noun.endswith("man") else noun[:-4] + "wives"
    return noun + "s"
