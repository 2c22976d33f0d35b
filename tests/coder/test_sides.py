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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # who has it in hand
        ("Oman refused to free the crew unless Yemen pays.", {("OMN", "1243", "YEM")}),
        ("Oman threatened sanctions unless Yemen withdraws.", {("OMN", "1312", "YEM")}),
        ("Omani dockers stayed on strike until the ministry relented.", {("OMNLAB", "143", "OMNGOV")}),
        # both sides
        ("Oman and Yemen broke off talks.", {("OMN", "164", "YEM"), ("YEM", "164", "OMN")}),
        (
            "Oman and Yemen each expelled four of the other's diplomats.",
            {("OMN", "161", "YEM"), ("YEM", "161", "OMN")},
        ),
        ("Oman as well as Qatar accused Yemen of spying.", {("OMN", "1125", "YEM"), ("QAT", "1125", "YEM")}),
        # who did what others judge, wherever the parse hung him
        ("Oman criticised the treatment of prisoners by Yemeni guards.", {("OMN", "111", "YEMCOP")}),
        (
            "Oman praised the rescue of two divers by Yemeni nurses.",
            {("OMN", "051", "YEMHLH"), ("YEMHLH", "073", "CVL")},
        ),
        ("Oman defended the Yemeni raid.", {("OMN", "052", "YEM")}),
        ("Oman accepted a plan put forward by Yemen.", {("OMN", "051", "YEM")}),
        ("Oman dismissed Yemen's charges.", {("OMN", "016", "YEM")}),
        ("Oman said the blast was the work of Yemen.", {("OMN", "112", "YEM")}),
        (
            "Oman cut ties with Yemen, alleging that it was spying on ships.",
            {("OMN", "161", "YEM"), ("OMN", "1125", "YEM")},
        ),
        ("Oman broke off relations with Yemen over its decree.", {("OMN", "161", "YEM")}),
        ("Oman, for its part, attacked a Yemeni post.", {("OMN", "190", "YEM")}),
        # whom and what it befell
        ("The sanctions Oman imposed on Yemen came into force.", {("OMN", "163", "YEM")}),
        ("Oman's occupation of the Yemeni island went on.", {("OMN", "192", "YEM")}),
        ("Oman charged a Yemeni national with spying.", {("OMN", "1125", "YEMCVL")}),
        ("Oman handed over two captured pilots to Yemen.", {("OMN", "0841", "YEM")}),
        ("Oman seized parts of northern Yemen.", {("OMN", "192", "YEM")}),
    ],
)
def test_sides_tell_whom_an_act_concerns(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Chadian government is building a nuclear plant in Turkey.", ("TCDGOV", "061", "TUR")),
        ("Sudanese troops torched three Kenyan hamlets.", ("SDNMIL", "1712", "KENCVL")),
        ("Sudanese troops blew up a Kenyan locomotive.", ("SDNMIL", "183", "KEN")),
        ("The Syrian regime pounded the city of Homs.", ("SYRGOV", "190", "SYR")),
        ("The Turkish authorities choked off supplies to Aleppo.", ("TURGOV", "191", "SYR")),
    ],
)
def test_who_can_do_it_and_what_it_can_be_done_to(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The judge said the Sudanese captain had killed a sailor and sentenced him to life.",
            ("SDNJUD", "173", "SDNMIL"),
        ),
        ("A Chadian court found that the Kenyan editor had lied and jailed him.", ("TCDJUD", "173", "KENMED")),
        ("Norway said that Iceland had broken the rules and fined it.", ("NOR", "172", "ISL")),
        (
            "A UN panel found that Chad was to blame for the killing and asked it for an account.",
            ("IGOUNO", "020", "TCD"),
        ),
        ("Mali said the rebels had burned a village and attacked them.", ("MLI", "190", "MLIREB")),
    ],
)
def test_nobody_is_the_object_of_what_he_does_himself(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Libya's relations with Italy have soured.", ("LBY", "160", "ITA")),
        ("Peru's ties with Chile have warmed.", ("PER", "050", "CHL")),
    ],
)
def test_what_one_has_with_another_is_both_sides(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize("text", ["The NIA arrested two Nigerian editors.", "The PST arrested two Nigerian editors."])
def test_an_acronym_of_several_bearers_is_somebody(coder: Coder, text: str) -> None:
    assert ("", "173", "NGAMED") in triples(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "The region is on the brink of a war between Israel and Lebanon.",
        "Qatar headed off an attack by Chad on Niger.",
        "Villagers braced for clashes between Chad and Niger.",
        "The talks averted sanctions by Kenya against Uganda.",
        "One Greek was killed, and four were hurt on Friday when a Greek bus collided with a Turkish one, police said.",
    ],
)
def test_what_is_near_or_averted_or_nobodys_doing_is_no_act(coder: Coder, text: str) -> None:
    assert triples(coder, text) == set()


def test_who_tours_a_land_for_his_own_inspection_makes_it(coder: Coder) -> None:
    told = triples(coder, "Danish officers will tour Norway for their yearly inspection of Estonian barracks.")
    assert not any(source == "NOR" for source, _, _ in told)


@pytest.mark.parametrize(
    "text",
    [
        "Norway was reported on Monday to have expelled two Kenyan envoys.",
        "There is no doubt that Norway expelled two Kenyan envoys.",
        "Norway expelled two Kenyan envoys: the step was long expected.",
        "Norway, it was announced on Monday, expelled two Kenyan envoys.",
        "Norway did not hesitate to expel two Kenyan envoys.",
        "Two Kenyan envoys, expelled by Norway on Monday, did not react.",
    ],
)
def test_what_was_done_is_told_in_many_ways(coder: Coder, text: str) -> None:
    assert ("NOR", "161", "KENGOV") in triples(coder, text)


@pytest.mark.parametrize(
    "text", ["Norway came close to expelling two Kenyan envoys.", "Norway was to have expelled two Kenyan envoys."]
)
def test_who_came_close_to_it_or_was_to_have_done_it_has_not(coder: Coder, text: str) -> None:
    assert triples(coder, text) == set()


@pytest.mark.parametrize(
    "text",
    ["The Greek court said two villages were burned.", "Two villages were burned, according to the Greek court."],
)
def test_a_court_that_tells_of_ruin_did_not_bring_it(coder: Coder, text: str) -> None:
    assert not any(source == "GRCJUD" for source, _, _ in triples(coder, text))
