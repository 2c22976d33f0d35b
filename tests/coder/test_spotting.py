"""Names in a sentence's words alone: which stand where, before any parse."""

import pytest

from coder.naming.dictionaries import ActorIndex, read_own
from coder.naming.spotting import spotted
from coder.syntax.forms import Form

STATES = "FRD | Freedonia | Freedonian | Freedonian; Freedonians | Fredville | Fredville | |\n"
PEOPLE = "Ann Lee = FRDGOV\nLee Marsh Cole = FRDMIL"
GROUPS = "Amber Front = FRDREB\nAmber Front fighters = FRDREB"


@pytest.fixture(scope="module")
def index() -> ActorIndex:
    entries = [
        *read_own("states.txt", STATES),
        *read_own("people.txt", PEOPLE),
        *read_own("groups.txt", GROUPS),
        *read_own("agents.txt", "minister = GOV\n"),
    ]
    return ActorIndex.of(entries)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("nobody came", []),
        ("the Freedonian minister met Ann Lee", ["Freedonian", "minister", "Ann Lee"]),
        ("the minister Ann Lee Marsh Cole came", ["minister", "Lee Marsh Cole"]),
        ("Ann Q. Lee came", ["Ann Q. Lee"]),
        ("ann Q. Lee came", []),
        ("Amber Front fighters fled", ["Amber Front fighters"]),
        ("Freedonia-based ministers met", ["Freedonia-based", "ministers"]),
    ],
    ids=["none", "several", "cut by a longer one", "initial", "no initial", "of a group", "part of a token"],
)
def test_spotting_finds_the_longest_name_at_each_place(index: ActorIndex, text: str, names: list[str]) -> None:
    words = text.split()
    assert [" ".join(words[spot.start : spot.end]) for spot in spotted(map(Form, words), index)] == names


def test_spotting_leaves_a_group_without_its_people_behind_a_prefix(index: ActorIndex) -> None:
    (spot,) = spotted(map(Form, "the anti-Amber Front fighters".split()), index)
    assert [piece.key for piece in spot.shown] == ["amber", "front"]
