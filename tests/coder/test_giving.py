"""Goods that are given, lent or sold, and work that two do together: whatever the goods, the verb and the work."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import triples

pytestmark = pytest.mark.model


def _roots(coder: Coder, text: str) -> set[tuple[str, str, str]]:
    return {(source, code[:2], target) for source, code, target in triples(coder, text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finland sledged nothing, but it sent sewing machines to Moldova.", ("FIN", "07", "MDA")),
        ("Greece lent Cyprus 14 excavators last month.", ("GRC", "07", "CYP")),
        ("Bahrain trucked in generators to a hospital in Idlib.", ("BHR", "07", "SYRHLH")),
        ("Denmark kitted out Kenyan nurses with rubber boots.", ("DNK", "07", "KENHLH")),
        ("A consignment of school desks from Oman reached Zambia on Friday.", ("OMN", "07", "ZMB")),
        ("Croatia airlifted tents to quake survivors in Nepal.", ("HRV", "07", "NPLCVL")),
        ("Austria plans to ship cement to Lebanon.", ("AUT", "03", "LBN")),
        ("Austria refused to lend Lebanon bulldozers.", ("AUT", "12", "LBN")),
        ("Brazil cleared mines in Laos.", ("BRA", "07", "LAO")),
        ("Cuba taught Angolan nurses.", ("CUB", "07", "AGOHLH")),
        ("Belgium sold Tunisia turbines.", ("BEL", "06", "TUN")),
        ("Kenya bought beehives from Slovenia.", ("KEN", "06", "SVN")),
        ("Iceland seconded 12 hydrologists to Malawi.", ("ISL", "07", "MWI")),
        ("Kuwait ordered dredgers from Norway.", ("KWT", "06", "NOR")),
        ("Malta swapped sand for water with Libya.", ("MLT", "06", "LBY")),
        ("Peru handed Chile a wanted forger.", ("PER", "06", "CHL")),
        ("Malta swapped orchids with Libya for oil.", ("MLT", "06", "LBY")),
        ("Chad joined Niger in the search for a lost airliner.", ("TCD", "06", "NER")),
    ],
)
def test_goods_of_any_kind_are_given_or_traded(coder: Coder, text: str, expected: tuple[str, str, str]) -> None:
    """The receiver and the verb tell it; the goods may be any that can be loaded."""
    assert expected in _roots(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile jointly mapped the glacier.",
        "Peru mapped the glacier together with Chile.",
        "Peru together with Chile mapped the glacier.",
        "Peru and Chile began a joint survey of the glacier.",
        "A joint Peruvian-Chilean expedition set off for the glacier.",
        "Working with Chile, Peru mapped the glacier.",
        "Peru tracked the wolves with colleagues from Chile.",
    ],
)
def test_what_two_do_together_is_joint_work(coder: Coder, text: str) -> None:
    """Whoever works with somebody is worked with: the event holds both ways."""
    assert {("PER", "06", "CHL"), ("CHL", "06", "PER")} <= _roots(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "The general sent flowers to his wife in Oman.",
        "The mayor donated his kidney to a cousin in Chad.",
        "The club sold the striker to a rival in Turkey.",
        "Peru and Chile stood together in the rain.",
    ],
)
def test_gifts_of_private_life_are_none(coder: Coder, text: str) -> None:
    """What goes to wives, cousins and clubs is no aid and no trade between lands."""
    assert not _roots(coder, text)
