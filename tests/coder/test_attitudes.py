"""What political people hope, doubt, weigh and keep to themselves, whatever it is about."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Swiss finance minister is sceptical about the scheme.", {("CHEGOV", "012", "-")}),
        ("The Norwegian envoy is not optimistic about the truce in Chad.", {("NORGOV", "012", "TCD")}),
        ("Kenya's finance minister was upbeat about the climate plan.", {("KENGOV", "013", "-")}),
        ("The Polish government is considering a ban on plastic bags.", {("POLGOV", "014", "-")}),
        ("The Greek police chief would not discuss the case.", {("GRCCOP", "011", "-")}),
        ("Togo's president accepted an invitation from the king of Morocco.", {("TGOGOV", "036", "MARGOV")}),
        ("Kenya said it would strike Sudan if the raids went on.", {("KEN", "1384", "SDN")}),
        ("Greece applied to Denmark for a loan.", {("GRC", "0231", "DNK")}),
        ("Growers are gloomy about the crop.", set()),
        ("The hospital is considering a ban on flowers.", set()),
    ],
)
def test_an_attitude_is_an_event_when_political_people_show_it(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted
