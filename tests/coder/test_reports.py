"""Whole sentences of reports from the field, of police and courts: exactly these events and no other."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import Triple, triples

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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Polish parliament passed a motion that condemned Belarus.", {("POLLEG", "111", "BLR")}),
        ("A resolution condemning Rwanda was adopted by the European Parliament.", {("IGOEUREECLEG", "111", "RWA")}),
        ("The Security Council voted to adopt a resolution that condemned Rwanda.", {("IGOUNOSEC", "111", "RWA")}),
        ("Iran rejected a resolution that condemned North Korea.", set()),
        ("Ghana was appalled by Togo's shelling of Lome.", {("GHA", "111", "TGO"), ("TGO", "194", "TGO")}),
    ],
)
def test_reports_words_are_those_of_whoever_adopts_them(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) >= wanted
    assert {s for s, _, _ in triples(coder, text)} <= {s for s, _, _ in wanted} | {"IRN"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Malian army captured Timbuktu with the help of French troops.",
            {("MLIMIL", "192", "MLI"), ("FRAMIL", "070", "MLIMIL")},
        ),
        (
            "The Zetas are being hunted by Mexican police, supported by US agents.",
            {("USA", "070", "MEXCOP")},
        ),
        ("The Iraqi army retook Tikrit.", {("IRQMIL", "192", "IRQ")}),
        ("The port of Kismayo was liberated from al-Shabaab in 2012.", {("", "192", "SOMINSSHB")}),
        (
            "The town of Sirte has been freed after its occupation by the Islamic State.",
            {("", "192", "LBY"), ("IMGISI", "192", "LBY")},
        ),
    ],
)
def test_reports_helpers_stand_behind_those_whom_they_help(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) >= wanted


def test_reports_a_prosecutor_who_bears_a_known_surname_is_a_prosecutor(coder: Coder) -> None:
    text = "Peruvian prosecutor Ana Castro told reporters that the mayor was being investigated."
    assert triples(coder, text) == {("PERJUD", "090", "PERGOV")}


def test_reports_other_towns_of_a_list_are_no_party_of_their_own(coder: Coder) -> None:
    assert triples(coder, "Russian jets bombed Aleppo and other towns in Syria.") == {("RUSMIL", "195", "SYR")}


def test_reports_what_they_wait_for_has_not_happened(coder: Coder) -> None:
    text = "We press the junta until it frees the monks, ends the war and meets the opposition."
    assert not [code for _, code, _ in triples(coder, text) if code.startswith("04")]


def test_reports_fire_belongs_to_those_who_fire_it(coder: Coder) -> None:
    text = "Kenyan jets conducted a strike on the hill to target fighters firing on Somali forces."
    assert ("KENMIL", "190", "SOMMIL") not in triples(coder, text)
    assert ("REB", "SOMMIL") in {(s, t) for s, _, t in triples(coder, text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Police shot dead 12 young Kenyans in June.", ("KENCOP", "193", "KEN")),
        ("A Kenyan patrol struck a roadside bomb planted by al-Shabaab.", ("SOMINSSHB", "1833", "KEN")),
        ("Two Senegalese soldiers drove over a landmine near Bignona.", ("", "1833", "SENMIL")),
    ],
)
def test_reports_harm_at_home_and_on_the_road(coder: Coder, text: str, wanted: Triple) -> None:
    assert triples(coder, text) == {wanted}


def test_reports_a_capital_that_is_called_on_is_no_place(coder: Coder) -> None:
    found = triples(coder, "The minister called on Khartoum to free the students.")
    assert {(code, target) for _, code, target in found} == {("0253", "SDN")}
    assert not [source for source, _, _ in found if source.startswith("SDN")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen killed a Congolese priest in Goma on Sunday.", "CODUAF"),
        ("The charity said that its hospital in Port-au-Prince was attacked by gang members.", "HTICRM"),
    ],
)
def test_reports_gangs_and_gunmen_are_of_the_place_where_they_attack(coder: Coder, text: str, wanted: str) -> None:
    assert {source for source, _, _ in triples(coder, text)} == {wanted}


def test_reports_an_embassy_that_police_storm_is_not_their_own(coder: Coder) -> None:
    text = "Mexico recalled its ambassador from Quito after Ecuadorian police stormed its embassy."
    assert ("ECUCOP", "190", "MEXGOV") in triples(coder, text)
