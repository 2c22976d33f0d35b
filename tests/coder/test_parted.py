"""Texts that another program has cut into words and joined by blanks."""

import pytest

from coder.pipeline import Coder
from coder.types import Story
from tests.coder.conftest import Code

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("parted", "whole"),
    [
        ("Israel ’ s air force bombed Hamas.", "Israel’s air force bombed Hamas."),
        ("Chad rejected Libya ' s offer of talks.", "Chad rejected Libya's offer of talks."),
        ("Peru did n ’ t attack Chile.", "Peru didn’t attack Chile."),
        ("Turkey won ’ t release the Greek soldiers.", "Turkey won’t release the Greek soldiers."),
    ],
)
def test_parted_endings_are_read_as_whole_words(code: Code, parted: str, whole: str) -> None:
    assert code(parted) == code(whole)


def test_parted_words_keep_their_offsets(coder: Coder) -> None:
    text = "On Monday Israel ’ s air force bombed Hamas."
    (event,) = coder.code(Story(text)).events
    assert event.target is not None
    for span in (event.source.span, event.action, event.target.span):
        assert text[span.start : span.end] == span.text
    assert event.source.span.text == "Israel ’ s air force"


@pytest.mark.parametrize("text", ["He said ' s ' was a letter.", "’ s", "s ’ t ’ s", "don ’ t", "’ t Chad ’ s ’ s"])
def test_parted_marks_that_part_nothing_do_no_harm(coder: Coder, text: str) -> None:
    assert coder.code(Story(text)).events == ()
