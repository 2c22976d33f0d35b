"""What the dictionaries' keeper notices: forms, dates, layers, reports."""

from datetime import date
from pathlib import Path

import pytest

from coder.errors import DictionaryError
from coder.naming import dictionaries
from coder.naming.dictionaries import ActorIndex, read_own
from coder.naming.dictionary_formats import forms
from coder.naming.names import capitals_fit, key_of, pieces
from coder.naming.petrarch import PetrarchFile, read_petrarch
from coder.phrases.actor_lookup import find_actor
from coder.pipeline import Coder
from coder.types import Story
from coder.upkeep.dictionary_check import check_dictionary

ACTORS = """
<!-- a comment
that runs over lines -->
FREEDONIA_  [FRD]  # a made-up state
+FREEDONIAN_
RUFUS_FIREFLY
+R._FIREFLY_
\t[FRDGOV 330101-331117]
\t[FRDELI >19331118]
\t[FRDOPP]
CHICOLINI_ [FRDSPY 3301] [FRDMIL]
NOBODY_ [---]
HARPO
ZEPPO [FRDLAB]
\t[FRDLAB 330231-330301]
"""
AGENTS = """
!PERSON! = MAN, WOMEN
SALES!PERSON! [~BUS]
ATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~JUD]
POLICE {} [~COP]
AID_AGENCY [NGO~]
BROKEN_LINE
"""


@pytest.fixture(scope="module")
def index() -> ActorIndex:
    return ActorIndex.load()


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("al-Qa'ida", "Al Qaida"),
        ("U.S.", "US"),
        ("Côte d'Ivoire", "Cote dIvoire"),
        ("Tamil-Tigers", "Tamil Tigers"),
        ("Red–Green Alliance", "Red – Green Alliance"),
    ],
)
def test_names_spellings_that_mean_the_same_have_one_key(left: str, right: str) -> None:
    assert key_of(left) == key_of(right)


@pytest.mark.parametrize(
    ("name", "text", "fits"),
    [
        ("US", "us", False),
        ("US", "US", True),
        ("IS", "Is", False),
        ("Turkey", "turkey", False),
        ("Turkey", "TURKEY", True),
        ("al-Shabaab", "Al-Shabaab", True),
        ("Al Qaeda", "al Qaeda", True),
        ("World Bank", "world bank", False),
        ("UN peacekeepers", "UN Peacekeepers", True),
    ],
)
def test_names_capitals_tell_names_from_words(name: str, text: str, fits: bool) -> None:
    assert capitals_fit(pieces(name), pieces(text)) is fits


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("soldier", "soldiers"),
        ("army", "armies"),
        ("policeman", "policemen"),
        ("head of state", "heads of state"),
        ("boss", "bosses"),
        ("member/members of parliament", "members of parliament"),
    ],
)
def test_dictionary_formats_plural_is_formed(noun: str, plural: str) -> None:
    assert plural in forms(noun)


@pytest.mark.parametrize(
    ("day", "code"),
    [("2004-01-01", "DEUOPP"), ("2005-11-22", "DEUGOV"), ("2021-12-08", "DEUGOV"), ("2023-01-01", "DEUELI")],
)
def test_dictionaries_dated_codes_include_both_ends(day: str, code: str) -> None:
    line = "Anna Muster = DEUGOV 2005-11-22..2021-12-08, DEUOPP ..2005-11-21, DEUELI"
    (entry,) = read_own("mine.txt", line)
    assert entry.code_on(date.fromisoformat(day)) == code


def test_dictionaries_without_a_date_the_first_code_counts() -> None:
    (entry,) = read_own("mine.txt", "Anna Muster = DEUGOV 2005-11-22..2021-12-08, DEUELI")
    assert entry.code_on(None) == "DEUGOV"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("Anna Muster DEUGOV = ", "is no code"),
        ("= DEUGOV", "expected 'name"),
        ("Anna Muster = DEUGO", "is no code"),
        ("Anna Muster = DEUGOV 2005-13-01..", "is no day"),
        ("Anna Muster = DEUGOV 2005..2006", "is no day"),
    ],
)
def test_dictionaries_bad_line_is_named(line: str, hint: str) -> None:
    with pytest.raises(DictionaryError, match=hint) as caught:
        list(read_own("mine.txt", "# mine\nGood Name = FRA\n" + line))
    assert (caught.value.path, caught.value.line) == ("mine.txt", 3)


def test_dictionaries_missing_file_is_named() -> None:
    with pytest.raises(DictionaryError, match="cannot be read"):
        ActorIndex.load(["/no/such/file.txt"])


def test_dictionaries_user_file_wins_and_the_conflict_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "mine.txt", "France = XFR\nGrand Fenwick = GFW\n")
    later = write(tmp_path, "later.txt", "Grand Fenwick = GFX\n")
    index = ActorIndex.load([path, later])
    assert find_actor(index, "France")[0].code == "XFR"
    assert find_actor(index, "Grand Fenwick")[0].code == "GFX"
    assert [(c.new.where, c.old.codes[0].code) for c in index.conflicts if c.new.name == "France"] == [
        (f"{path}:1", "FRA")
    ]


def test_dictionaries_version_names_the_content(tmp_path: Path, index: ActorIndex) -> None:
    path = write(tmp_path, "mine.txt", "Grand Fenwick = GFW\n")
    assert index.version == ActorIndex.load().version
    assert ActorIndex.load([path]).version != index.version


@pytest.mark.parametrize(
    ("name", "code"),
    [("Turkish army", "TURMIL"), ("spokesman for the Iranian foreign ministry", "IRNGOV"), ("U.N.", "IGOUNO")],
)
def test_find_actor_composes_what_no_line_has(index: ActorIndex, name: str, code: str) -> None:
    found = find_actor(index, name)
    assert found[0].code == code
    assert all(":" in line for line in found[0].provenance)


def test_find_actor_knows_the_office_of_the_day(index: ActorIndex) -> None:
    codes = [find_actor(index, "Barack Obama", date(year, 6, 1))[0].code for year in (2005, 2012, 2020)]
    assert codes == ["USALEG", "USAGOV", "USAELI"]


def test_find_actor_unknown_name_gives_nothing(index: ActorIndex) -> None:
    assert find_actor(index, "Zorblax Quimby") == []


def test_petrarch_actors_are_read_with_synonyms_and_dates() -> None:
    found = read_petrarch("old.txt", ACTORS)
    codes = {entry.name: entry for entry in found.entries}
    assert codes["FREEDONIAN"].codes[0].code == "FRD"
    firefly = codes["R. FIREFLY"]
    days = [date(1933, 5, 1), date(1934, 1, 1), date(1920, 1, 1)]
    assert [firefly.code_on(day) for day in days] == ["FRDGOV", "FRDELI", "FRDOPP"]
    assert codes["NOBODY"].code_on(None) == ""
    assert codes["CHICOLINI"].code_on(None) == "FRDMIL"


def test_petrarch_actors_every_line_is_accounted_for() -> None:
    found = read_petrarch("old.txt", ACTORS)
    assert sum(found.lines.values()) == len(ACTORS.splitlines())
    assert [(odd.line, odd.why.split(":")[0]) for odd in found.odd] == [
        (11, "'3301' is no range of days"),
        (14, "the record before has no code"),
        (15, "'330231' is a day that does not exist"),
    ]


def test_petrarch_agents_are_read_with_plurals_and_sets() -> None:
    found = read_petrarch("agents.txt", AGENTS)
    codes = {entry.name: entry.codes[0].code for entry in found.entries}
    assert codes == {
        "salesman": "BUS",
        "saleswomen": "BUS",
        "attorney general": "JUD",
        "attorneys general": "JUD",
        "police": "COP",
        "aid agency": "=NGO",
        "aid agencies": "=NGO",
    }
    assert [odd.line for odd in found.odd] == [7]


def test_petrarch_discards_tell_story_from_sentence() -> None:
    found = read_petrarch("discards.txt", "# none\nMONTHS_LATER  # ago\n+WORLD CUP\n")
    assert found.discards == [("MONTHS LATER", False), ("WORLD CUP", True)]


def test_petrarch_names_match_proper_names_in_text(tmp_path: Path) -> None:
    path = write(tmp_path, "old.txt", "FREEDONIA_ [FRD]\nMAY_ [FRDGOV]\nGRAND_FENWICK_ [GFW]\n")
    index = ActorIndex.load([path])
    assert index.longest(list(pieces("Grand Fenwick")), 0)[0] == 2
    assert index.longest(list(pieces("may")), 0) == (0, ())


def test_check_dictionary_reports_without_stopping(tmp_path: Path, index: ActorIndex) -> None:
    path = write(
        tmp_path, "mine.txt", "# mine\n\nFrance = XFR\nBroken line\nGrand Fenwick = GFW\nGrand Fenwick = GFX\n"
    )
    report = check_dictionary(path, index)
    assert (report.form, report.names, report.usable) == ("own", 3, False)
    assert report.lines == {"blank": 1, "comment": 1, "name": 3, "odd": 1}
    assert [(odd.line, "expected" in odd.why) for odd in report.odd] == [(4, True)]
    assert [conflict.old.codes[0].code for conflict in report.conflicts] == ["FRA"]
    assert [(a.line, b.line) for a, b in report.repeated] == [(5, 6)]


def test_check_dictionary_of_verbs_says_that_it_holds_no_actors(tmp_path: Path) -> None:
    path = write(tmp_path, "verbs.txt", "--- ABANDON [345] ---\nABANDON\n- * PLAN [346]\n- * HOPE [347]\n")
    report = check_dictionary(path)
    assert (report.form, report.names) == ("verbs", 0)
    assert "holds no actors" in report.odd[0].why


def test_shipped_dictionaries_have_no_odd_line() -> None:
    folder = Path(__file__).parents[2] / "coder" / "dictionaries"
    files = [path for path in sorted(folder.glob("*.txt")) if path.stem not in ("ambiguous", "lands")]
    assert {path.name: check_dictionary(str(path)).odd for path in files} == {path.name: [] for path in files}


def test_petrarch_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, reads = tmp_path / "actors.txt", []

    def reading(path: str, text: str) -> PetrarchFile:
        reads.append(path)
        return read_petrarch(path, text)

    path.write_text("ATLANTIS_ [ATLGOV]\nLEMURIA_ [LEMGOV]\n")
    monkeypatch.setattr(dictionaries, "read_petrarch", reading)
    assert ActorIndex.load([str(path)]).under("atlantis")
    assert reads == [str(path)]


@pytest.mark.model
def test_discards_keep_a_sentence_or_its_whole_story_from_being_coded(tmp_path: Path) -> None:
    path = tmp_path / "discards.txt"
    path.write_text("# lists\nANNIVERSARY_\n+WORLD_CUP\n", "utf-8")
    coder = Coder.load(dictionaries=[str(path)])
    told = "Germany criticized France."
    assert len(coder.code(Story(f"{told} On the anniversary Germany criticized Spain.")).events) == 1
    assert not coder.code(Story(f"{told} It was the day of the World Cup.")).events
    assert coder.code(Story(told)).events
