"""Where events took place."""

from datetime import date

import pytest

from coder.errors import DictionaryError
from coder.pipeline import Coder
from coder.story.places import load_gazetteer, read_gazetteer
from coder.types import Story

pytestmark = pytest.mark.model


def test_gazetteer_knows_the_coordinates_of_every_line() -> None:
    gazetteer = load_gazetteer()
    assert len(gazetteer) > 3_000
    assert all(abs(p.latitude) <= 90 and abs(p.longitude) <= 180 for points in gazetteer.values() for p in points)


@pytest.mark.parametrize("line", ["Herat = AFG @ here", "Herat = AFG @ 95.0,62.0", "Herat = AFG @ 34.0,190.0"])
def test_gazetteer_refuses_a_point_that_lies_nowhere(line: str) -> None:
    with pytest.raises(DictionaryError, match="latitude") as error:
        read_gazetteer("cities.txt", f"# comment\n{line}")
    assert (error.value.path, error.value.line) == ("cities.txt", 2)


@pytest.mark.parametrize(
    ("text", "name", "country", "located"),
    [
        ("Syrian troops attacked rebels near Aleppo.", "Aleppo", "SYR", True),
        ("Syrian troops attacked rebels in the city of Homs.", "Homs", "SYR", True),
        ("Turkish jets bombed Kurdish fighters over Iraq.", "Iraq", "IRQ", False),
        ("Ethiopian soldiers fought rebels in Mogadishu, Somalia.", "Mogadishu", "SOM", True),
    ],
)
def test_events_have_the_place_of_their_sentence(
    coder: Coder, text: str, name: str, country: str, *, located: bool
) -> None:
    event = coder.code(Story(text)).events[0]
    assert event.location is not None
    assert (event.location.name, event.location.country) == (name, country)
    assert (event.location.latitude is not None) == located
    span = event.location.span
    assert text[span.start : span.end] == span.text == name


@pytest.mark.parametrize("text", ["Russia condemned Georgia.", "Iran attacked Iraq with missiles."])
def test_events_have_no_place_when_the_text_names_none(coder: Coder, text: str) -> None:
    assert [e.location for e in coder.code(Story(text)).events] == [None]


def test_events_of_two_clauses_have_their_own_day_and_place(coder: Coder) -> None:
    text = "Israel bombed Hamas positions in Gaza on Monday, and Egypt met Turkey in Cairo on Tuesday."
    events = coder.code(Story(text, date=date(2014, 7, 10))).events
    told = {(e.source.country, str(e.date), e.location.name if e.location else "") for e in events}
    assert ("ISR", "2014-07-07", "Gaza") in told
    assert ("EGY", "2014-07-08", "Cairo") in told
