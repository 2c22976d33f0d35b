"""Which day an act has when the sentence names the day of what was said, or the day of what is to come."""

from datetime import date

import pytest

from coder.pipeline import Coder
from coder.types import Options, Story

STORY = date(2016, 8, 18)  # a Thursday

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Russia said on Monday it would attack Syria.", "2016-08-15"),
        ("Russia said on Monday that it will send troops to Syria.", "2016-08-15"),
        ("Russia on Wednesday said it would withdraw its troops from Syria.", "2016-08-17"),
        ("On Monday, Russia said it would send aid to Syria.", "2016-08-15"),
        ("The prime minister of Iran said on Tuesday he will visit Turkey.", "2016-08-16"),
        ("Russia was told on Monday that Turkey would attack Syria.", "2016-08-15"),
        # what is to come keeps the day to come
        ("Russia said it would send aid to Syria on Monday.", "2016-08-22"),
        ("Iran said that on Sunday its forces would leave Syria.", "2016-08-21"),
        ("Iran said on Friday it will attack Syria on Monday.", "2016-08-22"),
        ("Russia will announce on Monday that it will send troops to Syria.", "2016-08-22"),
        ("Russia will meet Turkey on Monday.", "2016-08-22"),
        ("The Russian president said on Monday he would visit Turkey in September.", "2016-09-01"),
    ],
)
def test_circumstances_what_was_said_has_the_day_of_the_saying(coder: Coder, text: str, day: str) -> None:
    events = coder.code(Story(text, date=STORY, options=Options(include_hypothetical=True))).events
    assert {str(event.date) for event in events} == {day}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Last month Peru criticized Chile.", "2016-07-01"),
        ("Last week, Peru criticized Chile.", "2016-08-08"),
        ("Next year Peru will meet Chile.", "2017-01-01"),
        ("Last Thursday, Peru criticized Chile.", "2016-08-11"),
    ],
)
def test_circumstances_a_day_may_begin_the_sentence(coder: Coder, text: str, day: str) -> None:
    assert {str(event.date) for event in coder.code(Story(text, date=STORY)).events} == {day}
