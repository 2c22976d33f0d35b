"""Characters that nobody sees or that are written as HTML's references hide no event; spans cut the text as sent."""

from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.errors import TextError
from coder.pipeline import Coder
from coder.texts.appearance import seen
from coder.types import CallerActor, Coding, Event, Story


def spans(event: Event) -> list[tuple[int, int, str]]:
    assert event.target is not None
    found = (event.source.span, event.action, event.target.span, event.sentence, *event.explanation.matched)
    return [(span.start, span.end, span.text) for span in found]


def test_seen_leaves_ordinary_texts_alone() -> None:
    story = Story("Per\u00fa criticized Chile\u2026")
    assert seen(story) == (story, ())


@pytest.mark.parametrize(
    "text", ["AT&T met Chile & Peru.", "R&D; and &unknown; stay", "a&b;c", "&#12345678;", "&amp", "M&A;S&P"]
)
def test_seen_takes_nothing_else_for_a_reference(text: str) -> None:
    assert seen(Story(text)) == (Story(text), ())


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Marks &amp; Spencer", "Marks & Spencer"),
        ("&quot;No,&quot; said Peru&#39;s leader&#x27;s son", "\"No,\" said Peru's leader's son"),
        ("Peru&nbsp;met&#160;Chile", "Peru\xa0met\xa0Chile"),
        ("C&ocirc;te d&rsquo;Ivoire", "Côte d’Ivoire"),
        ("Peru&#146;s", "Peru’s"),
        ("&amp;quot;No&amp;#39;s&amp;quot;", '"No\'s"'),
        ("Chi&shy;le&zwnj; and&#8203; Peru", "Chile and Peru"),
        ("&amp;", "&"),
    ],
)
def test_seen_reads_references_as_the_characters_that_they_mean(text: str, read: str) -> None:
    story, places = seen(Story(text))
    assert story.text == read
    assert len(places) == len(read)
    assert [start for start, _ in places] == sorted(start for start, _ in places)
    assert all(
        text[start:end] == character or text[start] == "&" for (start, end), character in zip(places, read, strict=True)
    )
    assert places[-1][1] <= len(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("On Monday Peru  met Chile.", "On Monday, Peru met Chile."),
        (
            "In May 2011 the army left. Since 1998 Peru has ruled.",
            "In May 2011, the army left. Since 1998, Peru has ruled.",
        ),
        ("By Friday Night Live fans had gone.", "By Friday Night Live fans had gone."),
        ("On Monday, Peru left.", "On Monday, Peru left."),
        ("Peru—and the U.S.—left.", "Peru — and the U.S. — left."),
        ("Talks In March Chile said.", "Talks In March Chile said."),
        ("Peru left.  Chile came.", "Peru left.  Chile came."),
    ],
)
def test_seen_tidies_blanks_and_dates(text: str, read: str) -> None:
    story, places = seen(Story(text))
    assert story.text == read
    letters = [(at, place) for at, place in enumerate(places) if read[at].isalpha()]
    assert all(text[start:end] == read[at] for at, (start, end) in letters)


@given(
    st.lists(
        st.sampled_from(["&", "amp;", "&amp;", "#39;", "&#8203;", "quot;", "\u200b", "Peru ", "é", "&fjlig;", "#0;"])
    )
)
def test_seen_puts_every_character_where_it_stood(parts: list[str]) -> None:
    story, places = seen(Story(text := "".join(parts)))
    if story.text != text:
        assert len(places) == len(story.text)
        assert all(0 <= start < end <= len(text) for start, end in places)
        assert all(a <= b for a, b in pairwise(places))
        assert all(text[a:b] == c or text[a] == "&" for (a, b), c in zip(places, story.text, strict=True))


def test_seen_moves_the_callers_spans() -> None:
    story, places = seen(
        Story("\ufeffPe\u00adru met Chile.\u200b", actors=(CallerActor(1, 6, "PER"), CallerActor(17, 18)))
    )
    assert (story.text, story.actors) == ("Peru met Chile.", (CallerActor(0, 4, "PER"),))
    assert places[:3] == [(1, 2), (2, 3), (4, 5)]
    text = "&quot;Peru met Chile&nbsp;.&quot;"
    story, _ = seen(Story(text, actors=(CallerActor(6, 10, "PER"), CallerActor(15, 20), CallerActor(15, 26))))
    assert [story.text[a.start : a.end] for a in story.actors] == ["Peru", "Chile", "Chile\xa0"]


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
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("&quot;Peru&quot; criticized Chile&#39;s president.", ("PER", "111", "CHLGOV")),
        ("Peru&nbsp;criticized&nbsp;Chile.", ("PER", "111", "CHL")),
        ("C&ocirc;te d&#39;Ivoire criticized S&atilde;o Tom&eacute; and Pr&iacute;ncipe.", ("CIV", "111", "STP")),
        ("Peru criticized Chile&rsquo;s army &amp; police.", ("PER", "111", "CHLMIL")),
    ],
)
def test_coder_reads_references_as_the_characters_that_they_mean(
    coder: Coder, text: str, event: tuple[str, str, str]
) -> None:
    coded = coder.code(Story(text))
    found = coded.events[0]
    assert found.target is not None
    assert (found.source.code, found.type.code, found.target.code) == event
    plain = coder.code(Story(unescape(text)))
    assert [e.type.code for e in coded.events] == [e.type.code for e in plain.events]
    for start, end, words in spans(found):
        assert text[start:end] == words
    assert [unescape(words) for _, _, words in spans(found)] == [words for _, _, words in spans(plain.events[0])]


@pytest.mark.model
def test_coder_takes_a_text_of_nothing_to_see_for_empty(coder: Coder) -> None:
    with pytest.raises(TextError, match="text: is empty"):
        coder.code(Story("\u200b\ufeff"))
