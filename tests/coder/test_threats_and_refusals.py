"""Threats that are only hinted at, whom a refusal is for, and what rulers say will be done."""

import pytest

from coder.pipeline import Coder
from coder.types import Story
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what somebody says that he himself may do to another is a threat
        ("Sudan said it could seize islands off Eritrea.", ("SDN", "1382", "ERI")),
        ("Sudan said its navy may blockade Eritrea.", ("SDNMIL", "1381", "ERI")),
        ("Norway said it may recall its ambassador from Chad.", ("NOR", "1313", "TCD")),
        ("Norway could suspend aid to Zambia, its foreign minister said.", ("NOR", "1311", "ZMB")),
        # who asked for what is refused
        ("Chad refused to change its oil policy despite an appeal by Norway.", ("TCD", "1232", "NOR")),
        ("Chad's president refused to step down as Norway had demanded.", ("TCDGOV", "1231", "NOR")),
        ("Ghana did not bow to pressure from Togo.", ("GHA", "124", "TGO")),
        ("Chad said it would not lift martial law, ignoring Norwegian calls.", ("TCD", "1241", "NOR")),
    ],
)
def test_threats_and_refusals(coder: Coder, text: str, wanted: Triple) -> None:
    """What may be done to another is threatened, and a refusal is for whoever asked."""
    assert wanted in triples(coder, text)


def test_who_is_warned_is_threatened(coder: Coder) -> None:
    """Whoever is warned is meant, not the bridge in his land."""
    text = "Algeria warned Mali on Friday that it would close the bridge at Kidal."
    (event,) = coder.code(Story(text)).events
    assert event.target is not None
    assert text[event.target.span.start : event.target.span.end] == "Mali"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # who agrees to a blow, is ready for it or sees no other way does not offer it
        ("Norway agreed on Monday to impose sanctions on Chad.", ("NOR", "1312", "TCD")),
        ("Norway is ready to cut ties with Chad.", ("NOR", "1313", "TCD")),
        ("Norway said it had no choice but to suspend aid to Chad.", ("NOR", "1311", "TCD")),
        ("Norway had no option but to recall its ambassador from Chad.", ("NOR", "161", "TCD")),
        ("Norway may be forced to cut ties with Chad, its foreign minister warned.", ("NORGOV", "1313", "TCD")),
        ("Norway is willing to free the Chadian sailors.", ("NOR", "0353", "TCDMIL")),
    ],
)
def test_agreeing_to_a_blow_threatens_with_it(coder: Coder, text: str, wanted: Triple) -> None:
    """What is agreed to, or will have to be done, is told by what it is."""
    assert triples(coder, text) == {wanted}


def test_what_others_may_do_is_a_guess(coder: Coder) -> None:
    """Nobody threatens with what another may do."""
    assert not triples(coder, "Norway said Sudan could attack Chad.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chad's minister said two Sudanese prisoners would be freed.", ("TCDGOV", "0353", "SDNCVL")),
        ("Chad said sanctions on Sudan would not be lifted.", ("TCD", "1244", "SDN")),
    ],
)
def test_rulers_say_what_will_be_done(coder: Coder, text: str, wanted: Triple) -> None:
    """What those who rule say will be done by nobody named is their promise or refusal."""
    assert wanted in triples(coder, text)
