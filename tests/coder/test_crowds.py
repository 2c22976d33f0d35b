"""Crowds before the seats of those whom they are angry with, and whatever they throw."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenyan students booed and beat drums outside the Sudanese embassy.", {("KENEDU", "141", "SDNGOV")}),
        ("Hungarian students laid nooses outside the Romanian embassy.", {("HUNEDU", "141", "ROUGOV")}),
        ("Greek farmers knelt at the gates of the Danish consulate.", {("GRCAGR", "141", "DNKGOV")}),
        ("Egyptian Copts hurled bottles at riot police.", {("EGYCHRCPT", "145", "EGYCOP")}),
        ("Angry widows pelted the Turkish energy minister with coal.", {("CVL", "145", "TURGOV")}),
        ("Greek fans booed at the Danish striker.", set()),
    ],
)
def test_crowds_show_their_anger_with_whatever_is_at_hand(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted
