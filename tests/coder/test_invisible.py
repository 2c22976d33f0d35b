"""Characters that nobody sees hide no event, and spans still cut the text as it was sent."""

import pytest

from coder.errors import TextError
from coder.invisible import seen
from coder.pipeline import Coder
from coder.types import CallerActor, Coding, Event, Story


def spans(event: Event) -> list[tuple[int, int, str]]:
    assert event.target is not None
    found = (event.source.span, event.action, event.target.span, event.sentence, *event.explanation.matched)
    return [(span.start, span.end, span.text) for span in found]


def test_seen_leaves_ordinary_texts_alone() -> None:
    story = Story("Per\u00fa criticized Chile\u2026")
    assert seen(story) == (story, [])


def test_seen_moves_the_callers_spans() -> None:
    story, kept = seen(
        Story("\ufeffPe\u00adru met Chile.\u200b", actors=(CallerActor(1, 6, "PER"), CallerActor(17, 18)))
    )
    assert (story.text, story.actors) == ("Peru met Chile.", (CallerActor(0, 4, "PER"),))
    assert kept[:3] == [1, 2, 4]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "\ufeffPeru criticized Chile on Monday.",
        "Peru\u200b criticized Chile on Monday.",
        "Peru criti\u00adcized \u200eChi\u00adle\u200f on Monday.\u2060",
    ],
)
def test_coder_reads_past_what_nobody_sees(coder: Coder, text: str) -> None:
    coding = coder.code(Story(text))
    assert isinstance(coding, Coding)
    (event,) = coding.events
    assert event.target is not None
    assert (event.source.code, event.type.code, event.target.code) == ("PER", "111", "CHL")
    for start, end, words in spans(event):
        assert text[start:end] == words
    assert seen(Story(event.target.span.text))[0].text == "Chile"


@pytest.mark.model
def test_coder_takes_a_text_of_nothing_to_see_for_empty(coder: Coder) -> None:
    with pytest.raises(TextError, match="text: is empty"):
        coder.code(Story("\u200b\ufeff"))
