"""Penalties are eased, captives and goods given back, demands met and dealings cut in many words."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import triples


@pytest.mark.parametrize("verb", ["trimmed", "pared back", "scrapped", "phased out", "reduced"])
@pytest.mark.parametrize("penalty", ["duties on Peruvian wine", "an arms embargo against Peru", "trade curbs on Peru"])
def test_penalties_are_eased(coder: Coder, verb: str, penalty: str) -> None:
    assert triples(coder, f"Chile {verb} {penalty}.") == {("CHL", "085", "PER")}


@pytest.mark.parametrize("verb", ["gave back", "turned over", "sent back", "relinquished", "surrendered"])
@pytest.mark.parametrize("thing", ["a statue", "an impounded freighter", "an island"])
def test_things_are_given_back(coder: Coder, verb: str, thing: str) -> None:
    given = triples(coder, f"Chile {verb} {thing} to Peru.")
    assert any(t[0] == "CHL" and t[1].startswith("084") for t in given)
    assert not any(t[1].startswith("19") for t in given)


@pytest.mark.parametrize("verb", ["gave in to", "went along with", "acquiesced in", "complied with", "bowed to"])
def test_conditions_are_met(coder: Coder, verb: str) -> None:
    assert triples(coder, f"Chile {verb} Peru's conditions.") == {("CHL", "080", "PER")}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chile put aid to Peru on ice.", "162"),
        ("Chile mothballed its embassy in Peru.", "161"),
        ("Chile withdrew its charge d'affaires from Peru.", "161"),
        ("Chile ripped up a pipeline project with Peru.", "160"),
        ("Chile pulled out of naval drills with Peru.", "160"),
        ("Chile wrecked the talks with Peru.", "164"),
        ("Chile reimposed a ban on Peruvian beef.", "163"),
        ("Chile repatriated its observers from Peru.", "1662"),
        ("Chile renewed a halt to the fighting with Peru.", "087"),
        ("Chile pulled back from positions in Peru.", "0874"),
        ("Chile bulldozed roadblocks in Peru.", "0872"),
    ],
)
def test_dealings_and_arms_are_cut(coder: Coder, text: str, code: str) -> None:
    assert triples(coder, text) == {("CHL", code, "PER")}
