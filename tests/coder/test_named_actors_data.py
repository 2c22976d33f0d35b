"""The dictionaries of named actors: every line can be read, roles do not overlap, and no name says two things."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from importlib import resources
from itertools import pairwise

import pytest

from coder.naming.dictionaries import read_own
from coder.naming.dictionary_entries import DatedCode, Entry

FILES = ("leaders", "officials", "igos", "ngos", "groups", "parties", "institutions", "identities", "figures")
LEAST_NAMES = {"leaders": 3500, "officials": 2500, "igos": 700, "groups": 1500, "parties": 700, "ngos": 700}
LONGEST_CODE = 15  # five groups of three, as the codebook has it


def entries_of(name: str) -> list[Entry]:
    path = resources.files("coder") / "dictionaries" / f"{name}.txt"
    return list(read_own(path.name, path.read_text("utf-8")))


def all_entries() -> Iterator[Entry]:
    for name in FILES:
        yield from entries_of(name)


def codes_on(name: str, day: str) -> set[str]:
    return {entry.code_on(date.fromisoformat(day)) for entry in all_entries() if entry.name == name}


def overlapping(codes: tuple[DatedCode, ...]) -> bool:
    spans = sorted((c.start or date.min, c.end or date.max) for c in codes if c.dated)
    return any(start > end for start, end in spans) or any(left[1] >= right[0] for left, right in pairwise(spans))


@pytest.mark.parametrize("name", FILES)
def test_named_actors_lines_parse(name: str) -> None:
    assert len(entries_of(name)) >= LEAST_NAMES.get(name, 300)


@pytest.mark.parametrize("name", FILES)
def test_named_actors_say_their_source_first(name: str) -> None:
    text = (resources.files("coder") / "dictionaries" / f"{name}.txt").read_text("utf-8")
    assert text.startswith("# ")
    assert "Source of the facts" in text[:400]


@pytest.mark.parametrize("name", FILES)
def test_named_actors_roles_do_not_overlap(name: str) -> None:
    assert not {entry.where for entry in entries_of(name) if overlapping(entry.codes)}


@pytest.mark.parametrize("name", FILES)
def test_named_actors_have_at_most_one_default(name: str) -> None:
    assert not {entry.where for entry in entries_of(name) if sum(not code.dated for code in entry.codes) > 1}


def test_named_actors_codes_fit_the_codebook() -> None:
    too_long = {(entry.where, c.code) for entry in all_entries() for c in entry.codes if len(c.code) > LONGEST_CODE}
    repeated = {
        (entry.where, c.code)
        for entry in all_entries()
        for c in entry.codes
        if any(a == b for a, b in pairwise(c.code[i : i + 3] for i in range(0, len(c.code), 3)))
    }
    assert not too_long
    assert not repeated


def test_named_actors_names_say_one_thing() -> None:
    found: dict[str, set[tuple[DatedCode, ...]]] = defaultdict(set)
    lines: dict[str, set[str]] = defaultdict(set)
    for entry in all_entries():
        found[entry.name].add(entry.codes)
        lines[entry.name].add(entry.where)
    assert not {name: lines[name] for name, codes in found.items() if len(codes) > 1}


def test_named_actors_names_are_written_like_names() -> None:
    # what news writes small: foreign words, and the lands that share a currency
    lower = {"peshmerga", "yakuza", "mukhabarat", "anti-balaka", "loya jirga"}
    lower |= {"eurozone", "euro zone", "euro-zone", "euro area"}
    odd = {entry.name for entry in all_entries() if not any(c.isupper() or c.isdigit() for c in entry.name)}
    assert odd <= lower


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Barack Obama", "2012-05-01", "USAGOV"),
        ("Obama", "2005-05-01", "USALEG"),
        ("Obama", "2020-05-01", "USAELI"),
        ("Merkel", "2021-12-08", "DEUGOV"),
        ("Merkel", "2022-03-01", "DEUELI"),
        ("Tony Blair", "1996-01-01", "GBROPP"),
        ("Erdogan", "2016-08-09", "TURGOV"),
        ("Erdoğan", "2016-08-09", "TURGOV"),
        ("Gaddafi", "2011-02-20", "LBYGOV"),
        ("Kadhafi", "1986-04-15", "LBYGOV"),
        ("Netanyahu", "2022-01-10", "ISROPP"),
        ("Assad", "1995-01-01", "SYRGOV"),
        ("Assad", "2015-01-01", "SYRGOV"),
        ("President Bush", "1990-08-10", "USAGOV"),
        ("President Bush", "2003-03-20", "USAGOV"),
        ("Maria Zakharova", "2016-08-18", "RUSGOV"),
        ("Taliban", "1999-01-01", "AFGGOVTAL"),
        ("Taliban", "2010-01-01", "AFGINSTAL"),
        ("Taliban", "2024-01-01", "AFGGOVTAL"),
        ("Daesh", "2016-08-18", "IMGISI"),
        ("FARC", "2010-01-01", "COLINSFRC"),
        ("European Union", "2024-01-01", "IGOEUREEC"),
        ("WHO", "2020-03-11", "IGOUNOWHO"),
        ("Ursula von der Leyen", "2018-01-01", "DEUGOVMIL"),
        ("Ursula von der Leyen", "2023-01-01", "IGOEUREECGOV"),
        ("BJP", "2010-01-01", "INDOPPPTY"),
        ("BJP", "2020-01-01", "INDGOVPTY"),
    ],
)
def test_named_actors_code_follows_the_day(name: str, day: str, code: str) -> None:
    assert codes_on(name, day) == {code}
