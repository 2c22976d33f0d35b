"""Whose people and things are, and who did it to whom, where English says so elsewhere than at the verb."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # whose a thing is by who runs, owns, holds or offers it
        ("Omani troops attacked a Yemeni-owned mine.", {("OMNMIL", "190", "YEM")}),
        ("Omani jets bombed a hospital run by Yemeni doctors.", {("OMNMIL", "195", "YEMHLH")}),
        ("Omani jets bombed Yemeni-held villages.", {("OMNMIL", "195", "YEM")}),
        ("Oman rejected the terms Yemen has offered.", {("OMN", "124", "YEM")}),
        ("Oman condemned the way Yemen governs its provinces.", {("OMN", "111", "YEM")}),
        # and of what land people are
        ("Oman expelled a reporter working for a Yemeni newspaper.", {("OMN", "174", "YEMMED")}),
        ("Omani police arrested six men, all of them Yemeni.", {("OMNCOP", "173", "YEMCVL")}),
        ("Omani police arrested scores of people from Yemen.", {("OMNCOP", "173", "YEMCVL")}),
        ("Two Omani pilots were beaten by soldiers from neighbouring Yemen.", {("YEMMIL", "182", "OMNMIL")}),
        ("Two Omani pilots were kidnapped by men believed to be Yemeni soldiers.", {("YEMMIL", "181", "OMNMIL")}),
        ("Oman praised one of Yemen's best-known singers.", {("OMN", "051", "YEMCVL")}),
        ("Hundreds in Oman protested against the Yemeni decree.", {("OMNCVL", "1412", "YEM")}),
        # at whose hands, and in whose operation; those on whom two blame it
        ("Two Omani nurses were killed at the hands of Yemeni troops.", {("YEMMIL", "190", "OMNHLH")}),
        ("Two Omani nurses were killed in a Yemeni operation.", {("YEM", "190", "OMNHLH")}),
        (
            "Two Omani nurses were killed in an attack that Qatar blamed on Yemen.",
            {("YEM", "190", "OMNHLH"), ("QAT", "112", "YEM")},
        ),
        ("Omani troops attacked neither Qatar nor Yemen.", set()),
        ("Oman arrested none of the Yemeni singers.", set()),
    ],
)
def test_sides_tell_whose_people_and_things_are(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted
