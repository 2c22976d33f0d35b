"""Names that are spelled like small words."""

import pytest

from coder.pipeline import Coder
from coder.types import Story
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Turkish jets bombed IS positions near Jarablus on Monday.", ("TURMIL", "195", "IMGISI")),
        ("IS is holding thousands of hostages in Mosul, the UN said.", ("IMGISI", "181", "IRQCVL")),
        ("Britain urged IS to release the hostages.", ("GBR", "0253", "IMGISI")),
        ("Suspected IS gunmen shot dead a cleric in Mosul.", ("IMGISI", "186", "IRQCVL")),
    ],
)
def test_spellings_is_in_capitals_is_a_group(coder: Coder, text: str, event: Triple) -> None:
    assert triples(coder, text) == {event}


@pytest.mark.parametrize(
    ("text", "place", "tag"),
    [
        ("THIS IS MALI", 1, "VBZ"),
        ("Mali is at war.", 1, "VBZ"),
        ("May God help Mali.", 0, "MD"),
        ("Britain urged IS to leave Syria.", 2, "NNP"),
        ("May vowed to visit Chad.", 0, "NNP"),
    ],
)
def test_spellings_a_small_word_stays_one_and_a_name_is_one(coder: Coder, text: str, place: int, tag: str) -> None:
    (doc,) = coder.parser.docs([coder.parser.tokens(text)])
    assert doc[place].tag_ == tag


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Save the Children has accused Portugal of spying.", ("NGODEV", "1125", "PRT")),
        ("Save the Children said it would send food to Chad.", ("NGODEV", "0333", "TCD")),
        ("Save the Elephants urged Kenya to arrest poachers.", ("NGOENV", "0213", "KEN")),
    ],
)
def test_spellings_a_name_may_begin_as_a_wish_does(coder: Coder, text: str, event: Triple) -> None:
    assert triples(coder, text) == {event}


def test_spellings_offsets_are_those_of_the_text(coder: Coder) -> None:
    text = "On Monday Turkish jets bombed IS positions."
    (event,) = coder.code(Story(text=text)).events
    assert event.target is not None
    assert text[event.target.span.start : event.target.span.end] == event.target.span.text == "IS positions"
