"""The words that an event's actor is given by: a place with the thing that lies there, people with where they are."""

import pytest

from coder.pipeline import Coder
from coder.types import CallerActor, Story

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Omani jets hit a wedding hall in Mokha.", "a wedding hall in Mokha", "YEM"),
        ("Norway trucked water to camps outside Nyala.", "camps outside Nyala", "SDN"),
        ("Norway sent food to people hit by an earthquake in Haiti.", "people hit by an earthquake in Haiti", "HTI"),
        ("Omani jets bombed Mokha.", "Mokha", "YEM"),
    ],
)
def test_a_target_is_shown_with_the_words_that_tell_where_it_is(
    coder: Coder, text: str, words: str, country: str
) -> None:
    (event,) = coder.code(Story(text)).events
    assert event.target is not None
    assert event.target.country == country
    assert text[event.target.span.start : event.target.span.end] == words


def test_a_span_of_the_caller_stays_as_it_is(coder: Coder) -> None:
    text = "Omani jets hit a wedding hall in Mokha."
    given = (CallerActor(0, 10), CallerActor(text.index("Mokha"), len(text) - 1))
    (event,) = coder.code(Story(text, actors=given)).events
    assert event.target is not None
    assert text[event.target.span.start : event.target.span.end] == "Mokha"
