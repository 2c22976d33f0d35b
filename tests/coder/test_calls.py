"""Calls on others: whom they name, whoever backs or rejects them, and in which words they are made."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # who is called on is not who turns the call down
        ("Benin rejected Mali's call for Togo to free two teachers.", {("BEN", "1243", "MLI"), ("MLI", "0253", "TGO")}),
        ("Benin rejected Mali's call on Togo to free two teachers.", {("BEN", "1243", "MLI"), ("MLI", "0253", "TGO")}),
        # what pressure is put on somebody for
        ("Benin brought pressure on the Togolese army to withdraw its troops.", {("BEN", "0256", "TGOMIL")}),
        ("Pressure by Benin on Togo to free two teachers is growing.", {("BEN", "0253", "TGO")}),
        # whoever backs a call that is nobody's makes it
        ("Benin backed calls for Togo to free two teachers.", {("BEN", "0253", "TGO")}),
        # what is said to be due
        ("Benin said it was high time Togo freed two teachers.", {("BEN", "0253", "TGO")}),
        ("Benin said it was for Togo to free two teachers.", {("BEN", "0253", "TGO")}),
        ("Togo had better stop its raids, Benin said.", {("BEN", "0256", "TGO")}),
        ("Benin called it vital that Togo free two teachers.", {("BEN", "0253", "TGO")}),
        ("A court in Benin ruled that Togo must free two teachers.", {("BENJUD", "1053", "TGO")}),
        # to whom a letter goes
        ("A letter from Benin to Togo demands the release of two teachers.", {("BEN", "1053", "TGO")}),
        # by whatever verb
        ("Benin leaned on Togo to free two teachers.", {("BEN", "0253", "TGO")}),
        ("Benin is trying to get Togo to free two teachers.", {("BEN", "0253", "TGO")}),
        ("Benin approached Togo for blankets.", {("BEN", "0233", "TGO")}),
    ],
)
def test_calls(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what somebody says will befall another
        ("Benin said Togo would face an embargo.", {("BEN", "1312", "TGO")}),
        ("Benin warned that Togo could expect air strikes.", {("BEN", "1384", "TGO")}),
        ("Benin said Togo faced an embargo.", set()),
        # what is not ruled out
        ("Benin has not ruled out sanctions against Togo.", {("BEN", "1312", "TGO")}),
        # a war of tariffs is none of arms
        ("Benin threatened Togo with a trade war.", {("BEN", "1312", "TGO")}),
        # a threat that nobody named shrugs off was made all the same
        ("Benin's threat of sanctions against Togo was shrugged off.", {("BEN", "1312", "TGO")}),
        # offers in other words
        ("Benin made Togo an offer of blankets.", {("BEN", "0333", "TGO")}),
        ("Benin promised Togo a share of the herring.", {("BEN", "030", "TGO")}),
        ("Benin's offer of fuel to Togo stands.", {("BEN", "0333", "TGO")}),
        ("Benin guaranteed that it would send food to Togo.", {("BEN", "0333", "TGO")}),
    ],
)
def test_threats_and_offers(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # whoever holds those whose release is asked for is asked
        ("Benin demanded the release of two teachers held by Togo.", ("BEN", "1053", "TGO")),
        ("Benin called for the release of two teachers jailed in Togo.", ("BEN", "0253", "TGO")),
        ("Benin demanded the release of six of its teachers held by Togo.", ("BEN", "1053", "TGO")),
        ("Benin demanded freedom for two teachers jailed in Togo.", ("BEN", "1053", "TGO")),
        ("Benin approached Togo for gas at a lower price.", ("BEN", "020", "TGO")),
        ("Villagers in Benin gave the Togolese ministry two weeks to close the mine.", ("BENCVL", "139", "TGOGOV")),
        # what rulers say will be done they will do
        ("Benin announced that talks would be held with Togo.", ("BEN", "036", "TGO")),
        ("Benin said that relations with Togo would be cut.", ("BEN", "1313", "TGO")),
        ("Benin said that blankets would be flown to Togo.", ("BEN", "0333", "TGO")),
        ("Benin told Togolese fishermen that they would be shot.", ("BEN", "1384", "TGOAGR")),
        # to whom it is said
        ("Benin told Togo that there would be a high price for the raid.", ("BEN", "130", "TGO")),
        # who is promised something goes before the thing
        ("Benin's president promised Togo's opposition a new electoral commission.", ("BENGOV", "030", "TGOOPP")),
        # troops that are told to go home
        ("Benin demanded that Togolese troops go home.", ("BEN", "1056", "TGOMIL")),
    ],
)
def test_told_by_other_words(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Beninese embassy in Togo said it would be closed on Monday.",
        "Benin said that Togo's embassy would be shut for a day.",
    ],
)
def test_an_office_is_closed_on_a_holiday(coder: Coder, text: str) -> None:
    assert not triples(coder, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Benin said that a field hospital would be set up in Togo.", {("BEN", "0333", "TGO")}),
        ("Benin said that Togolese spies would be hanged.", {("BEN", "130", "TGOSPY")}),
        ("Benin's rebels said that Togolese ships would be seized.", {("BENREB", "130", "TGO")}),
        ("Benin said that its soldiers would be hanged.", set()),
        ("A reporter in Benin said that Togolese spies would be hanged.", set()),
        ("Benin said that any Togolese raid would be met with force.", {("BEN", "138", "TGO")}),
        ("According to Benin's premier, Togo would face sanctions.", {("BENGOV", "1312", "TGO")}),
        ("Togo must free two teachers, according to Benin.", {("BEN", "1053", "TGO")}),
        ("A zoo in Benin said that blankets would be sent to Togo.", set()),
        ("Benin's president said that Benin would face sanctions.", set()),
    ],
)
def test_rulers_say_what_will_be_done(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted
