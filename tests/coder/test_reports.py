"""Whole sentences of reports from the field, of police and courts: exactly these events and no other."""

import pytest

from coder.pipeline import Coder
from tests.coder.test_constructions import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "French airstrikes against Boko Haram camps killed 15 militants and destroyed nine trucks.",
            {("FRA", "195", "NGAREBBOK")},
        ),
        (
            "Near Hawija, six airstrikes engaged three ISIL tactical units and destroyed two vehicles.",
            {("", "195", "IMGISI")},
        ),
        ("An Israeli raid on the port of Hodeida wrecked two cranes and sank a boat.", {("ISR", "194", "YEM")}),
        (
            "Air strikes by Kenya on al-Shabaab camps killed four civilians.",
            {("KEN", "195", "SOMINSSHB"), ("KEN", "195", "SOMCVL")},
        ),
    ],
)
def test_reports_a_blow_and_what_it_destroys_are_one_event(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Kenyan jets conducted six raids coordinated with and in support of Somali troops against al-Shabaab.",
            {("KENMIL", "190", "SOMINSSHB"), ("KENMIL", "070", "SOMMIL")},
        ),
        (
            "Iran backed the Houthis in their fight against Saudi Arabia.",
            {("IRN", "070", "YEMINSHOU"), ("YEMINSHOU", "190", "SAU")},
        ),
        ("Colombian rebels have begun an operation to isolate Cali.", {("COLREB", "191", "COL")}),
        ("The Malian army has made progress in retaking villages near Gao.", {("MLIMIL", "192", "MLICVL")}),
        ("Turkish jets are bombing Afrin.", {("TURMIL", "195", "SYR")}),
    ],
)
def test_reports_tell_who_fights_beside_whom(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


def test_reports_sides_of_a_clash_are_two_where_the_place_stands_between_them(coder: Coder) -> None:
    text = "Clashes between gangs and security forces in El Salvador left 12 people dead."
    assert triples(coder, text) == {("SLVCRM", "190", "SLVMIL"), ("SLVMIL", "190", "SLVCRM")}
