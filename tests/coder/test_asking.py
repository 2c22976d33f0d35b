"""What is asked for, refused, threatened, thanked and blamed for in a clause of its own."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what is asked for has a plain verb, whatever the tagger takes it for
        ("Benin proposed that Togo mediate between Ghana and Niger.", {("BEN", "028", "TGO")}),
        ("Benin repeated its demand that Togo recognise Ghana.", {("BEN", "102", "TGO")}),
        ("Benin demanded that Togo stop shelling Ghana.", {("BEN", "1056", "TGO")}),
        ("Benin demanded Togo free two Ghanaian teachers.", {("BEN", "1053", "TGO")}),
        ("Benin said the time had come for Togo to recognise Ghana.", {("BEN", "022", "TGO")}),
        ("What we want is that Togo send food to Ghana, the Beninese minister said.", set()),
        ("Benin rejected suggestions that it mediate in Ghana.", set()),
        ("Benin asked whether Togo would free two Ghanaian teachers.", set()),  # a question asks for an answer
        # whom a pronoun means who is asked
        (
            "Benin sent an envoy to Togo to ask it to lift sanctions.",
            {("BEN", "042", "TGO"), ("BEN", "0254", "TGO")},
        ),
        (
            "After talks with Togo, Benin called on it to lift sanctions.",
            {("BEN", "046", "TGO"), ("TGO", "046", "BEN"), ("BEN", "0254", "TGO")},
        ),
        # whoever hands over a letter asks, not whoever reads it
        (
            "Benin's students sent a letter to the Togolese embassy demanding the release of a Ghanaian teacher.",
            {("BENEDU", "1053", "GHAEDU")},
        ),
        # whose plea is turned down is told by what it asks for
        ("Benin ignored calls to lift its sanctions on Togo.", {("BEN", "120", "TGO")}),
        ("Benin's threat to attack Togo alarmed Ghana.", {("BEN", "1384", "TGO"), ("GHA", "012", "BEN")}),
        ("Benin's refusal to recognise Togo angered Ghana.", {("BEN", "120", "TGO"), ("GHA", "110", "BEN")}),
        # who is thanked for it did it; who is only blamed for it need not have
        (
            "Benin was grateful to Togo for expelling a Ghanaian envoy.",
            {("BEN", "051", "TGO"), ("TGO", "161", "GHAGOV")},
        ),
        ("Benin pointed the finger at Togo for attacking Ghana.", {("BEN", "112", "TGO")}),
    ],
)
def test_asking_says_what_is_asked_refused_and_blamed(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize("where", ["in a statement", "in a letter to the king", "after the talks", "in an interview"])
def test_asking_is_said_wherever_it_is_said(coder: Coder, where: str) -> None:
    assert triples(coder, f"Benin said {where} that Togo must send food to Ghana.") >= {("BEN", "1033", "TGO")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Benin said amid reports that rebels had struck Togo that it was calm.", ("BEN", "190", "TGO")),
        ("Benin stepped up its calls for Togo to send food to Ghana.", ("TGO", "073", "GHA")),
        ("Benin favours Togo sending food to Ghana.", ("TGO", "073", "GHA")),
        ("Benin lashed out at Togo for attacking Ghana.", ("BEN", "190", "GHA")),
        ("Benin promised not to attack Ghana.", ("BEN", "1384", "GHA")),
    ],
)
def test_asking_is_not_doing(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted not in triples(coder, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Benin reaffirmed that it would recognise Togo.", {("BEN", "032", "TGO")}),
        ("Benin is said to be ready to recognise Togo.", {("BEN", "032", "TGO")}),
        ("Benin was called upon by Togo to recognise Ghana.", {("TGO", "022", "BEN")}),
        ("Benin urged Togo to lift its sanctions on Ghana.", {("BEN", "0254", "TGO")}),
        ("Benin said it was happy that Togo had recognised Ghana.", {("BEN", "051", "TGO"), ("TGO", "054", "GHA")}),
    ],
)
def test_asking_and_saying_in_other_words(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted
