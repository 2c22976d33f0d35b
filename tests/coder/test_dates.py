"""What day a time phrase means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.story.dates import find_times

STORY = date(2016, 8, 18)  # a Thursday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On August 9, they met.", "2016-08-09"),
        ("It failed on July 15.", "2016-07-15"),
        ("It began on Dec. 3.", "2015-12-03"),
        ("in November last year", "2015-11-01"),
        ("last November", "2015-11-01"),
        ("in March", "2016-03-01"),
        ("in December", "2015-12-01"),
        ("on Thursday", "2016-08-18"),
        ("on Friday", "2016-08-12"),
        ("last Thursday", "2016-08-11"),
        ("since September 2015", "2015-09-01"),
        ("two days ago", "2016-08-16"),
        ("a week ago", "2016-08-11"),
        ("six months ago", "2016-02-18"),
        ("yesterday", "2016-08-17"),
        ("last month", "2016-07-01"),
        ("in 2011", "2011-01-01"),
        ("2015-03-02", "2015-03-02"),
        ("on 3 May 2014", "2014-05-03"),
        ("on the 9th of August", "2016-08-09"),
        ("Sept. 11, 2001", "2001-09-11"),
        ("on August 19", "2016-08-19"),  # written where it is a day later already
    ],
)
def test_find_times_reads_the_past_against_the_story(text: str, expected: str) -> None:
    (found,) = find_times(text, STORY)
    assert str(found.on(future=False)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Friday", "2016-08-19"),
        ("on Thursday", "2016-08-18"),
        ("next Thursday", "2016-08-25"),
        ("in May", "2017-05-01"),
        ("on March 3", "2017-03-03"),
        ("tomorrow", "2016-08-19"),
        ("next month", "2016-09-01"),
    ],
)
def test_find_times_reads_what_is_to_come(text: str, expected: str) -> None:
    (found,) = find_times(text, STORY)
    assert str(found.on(future=True)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "by Monday",
        "until 2020",
        "before Friday",
        "They may march.",
        "He may 3 times.",
        "on February 30",
        "in August",
        "in 2016",
        "5,000 years ago",
        "the last march",
        "1999 people",
        "Resolution 1701",
    ],
)
def test_find_times_leaves_deadlines_wrong_days_and_the_present_alone(text: str) -> None:
    assert [t for t in find_times(text, STORY) if t.past] == []


def test_find_times_without_a_story_reads_only_full_dates() -> None:
    assert [str(t.past) for t in find_times("On Monday, in May 2014 and on May 3", None)] == ["2014-05-01"]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), date(2016, 2, 29)])
@pytest.mark.parametrize(
    "text", ["last year", "next month", "on Monday", "ten years ago", "on Feb 29", "yesterday", "tomorrow"]
)
def test_find_times_survives_the_ends_of_the_calendar(text: str, day: date) -> None:
    assert len(find_times(text, day)) <= 1


@given(st.text(max_size=60), st.dates())
def test_find_times_gives_spans_of_the_text(text: str, day: date) -> None:
    assert all(0 <= t.start < t.end <= len(text) for t in find_times(text, day))
