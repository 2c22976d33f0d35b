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
        # whose plea is turned down is told by what it asks for
        ("Benin ignored calls to lift its sanctions on Togo.", {("BEN", "120", "TGO")}),
        ("Benin's threat to attack Togo alarmed Ghana.", {("BEN", "1384", "TGO"), ("GHA", "012", "BEN")}),
        ("Benin's refusal to recognise Togo angered Ghana.", {("BEN", "120", "TGO"), ("GHA", "110", "BEN")}),
        # who is thanked or blamed for it did it
        (
            "Benin was grateful to Togo for expelling a Ghanaian envoy.",
            {("BEN", "051", "TGO"), ("TGO", "161", "GHAGOV")},
        ),
        ("Benin pointed the finger at Togo for attacking Ghana.", {("BEN", "112", "TGO"), ("TGO", "190", "GHA")}),
    ],
)
def test_asking_says_what_is_asked_refused_and_blamed(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted
