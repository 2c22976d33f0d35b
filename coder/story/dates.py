"""When things happened: time phrases of a sentence, read against the story's day.

A phrase that names a month or a year gives its first day. One that the story's own day falls into gives nothing, and so
does a deadline ("by Monday", "until 2020"): the event then has the story's day.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date as Day  # noqa: N812 - the house name of a calendar day
from datetime import timedelta
from typing import Final

Finder = Callable[["re.Match[str]", Day | None, bool], Day | None]

_MONTHS: Final = "january february march april may june july august september october november december".split()
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS: Final = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1, "a couple": 2}
_UNITS: Final = {"day": 1, "week": 7}
_SLIP: Final = 2  # days that a past date may lie after the story's: time zones, late corrections

_MONTH: Final = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR: Final = r"(?P<year>(?:1[89]|20)\d\d)"
_RELATIVE: Final = r"(?P<which>last|this|next|the same|the previous|the following)"
_OF_YEAR: Final = r"(?:,?\s(?:of\s)?(?P<which>last|this|next)\syear)?"
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_COUNT: Final = r"(?<![\d,.])(?P<count>\d{1,3}|" + "|".join(_NUMBERS) + r")"
_WEEKDAY: Final = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"


class TimePhrase:
    """A time phrase at code points [start, end) of its sentence, with the day it means for an act past or to come."""

    __slots__ = ("end", "future", "past", "start")

    def __init__(self, start: int, end: int, past: Day | None, future: Day | None) -> None:
        """Take the parts."""
        self.start: Final = start
        self.end: Final = end
        self.past: Final = past
        self.future: Final = future

    def on(self, *, future: bool) -> Day | None:
        """Give the day, for an act to come or one that has been."""
        return self.future if future else self.past


def find_times(text: str, story: Day | None) -> list[TimePhrase]:
    """Find the time phrases of a sentence that give a day, in text order; none overlap.

    >>> [t.past.isoformat() for t in find_times("On Monday and since May 2015", Day(2016, 8, 18))]
    ['2016-08-15', '2015-05-01']
    """
    if story is None and _four_digits(text) < 0:
        return []  # what names no year needs the story's day
    found: list[TimePhrase] = []
    for match, finder in _matches(text, dated=story is not None):
        if any(t.start < match.end() and match.start() < t.end for t in found):
            continue
        past, future = _safely(finder, match, story, future=False), _safely(finder, match, story, future=True)
        if past or future:
            found.append(TimePhrase(match.start(), match.end(), past, future))
    return sorted(found, key=lambda t: t.start)


def _matches(text: str, *, dated: bool) -> Iterator[tuple["re.Match[str]", Finder]]:
    begins = _hints(text, dated=dated)
    if max(begins.values()) < 0:
        return
    for hint, pattern, finder in _FINDERS:
        begin = begins[hint]
        if begin < 0:
            continue
        for match in pattern.finditer(text, max(0, begin - _LEAD)):
            if not _DEADLINE.search(text[max(0, match.start() - 16) : match.start()]):
                yield match, finder


def _hints(text: str, *, dated: bool) -> dict[str, int]:
    """Give where a text first holds what makes a finder worth its longer search; -1 for nowhere.

    Only a story with a day gives one to what names no year.
    """
    digits = _four_digits(text)
    start = _first_word(_MONTH_STARTS, text) if dated or digits >= 0 else -1
    month = _first_match(_CAPITAL_MONTH, text, start) if start >= 0 else -1
    found = dict.fromkeys(_HINTS, -1) | {"digits": digits, "full date": min(digits, month)}
    if dated:
        low = text.lower()
        day = "day" in low
        found["month"] = month
        found["weekday"] = _first_match(_CAPITAL_WEEKDAY, text, 0) if day and "day" in text else -1
        found["day"] = _first_word(_NAMED_DAYS, low) if day or "night" in low or "tom" in low else -1
        found["ago"] = low.find(" ago")
        found["which"] = _first_word(_WHICH, low)
    found["month and year"] = found["month"] if dated else found["full date"]
    return found


def _four_digits(text: str) -> int:
    """Give where a text first holds four digits, as a year has; -1 for nowhere, as in most, which hold none at all."""
    return _first_match(_FOUR_DIGITS, text, 0) if any(digit in text for digit in _DIGITS) else -1


def _safely(finder: Finder, match: "re.Match[str]", story: Day | None, *, future: bool) -> Day | None:
    try:
        return finder(match, story, future)
    except (ValueError, OverflowError):
        return None  # "February 30", or beyond the calendar: no day


def _iso(match: "re.Match[str]", _story: Day | None, _future: bool) -> Day | None:
    return Day.fromisoformat(match[0])


def _full(match: "re.Match[str]", _story: Day | None, _future: bool) -> Day | None:
    return Day(int(match["year"]), _month_of(match), int(match["day"]))


def _month_day(match: "re.Match[str]", story: Day | None, future: bool) -> Day | None:
    if story is None:
        return None
    month, day = _month_of(match), int(match["day"])
    if match["which"] in {"last", "next"}:
        return Day(story.year + (1 if match["which"] == "next" else -1), month, day)
    if future:
        return next(d for y in (0, 1) if (d := Day(story.year + y, month, day)) >= story)
    latest = story + timedelta(days=_SLIP)
    return next(d for y in (0, 1) if (d := Day(story.year - y, month, day)) <= latest)


def _month_year(match: "re.Match[str]", story: Day | None, _future: bool) -> Day | None:
    if match["which"] is None:
        return _begin(int(match["year"]), _month_of(match), story)
    shift = {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(match["which"], 0)
    return _begin(story.year + shift, _month_of(match), story) if story else None


def _month(match: "re.Match[str]", story: Day | None, future: bool) -> Day | None:
    """Read "last November" and "in November": the last one that is over, or the next to come."""
    if story is None:
        return None
    month, which = _month_of(match), (match["which"] or "").lower()
    if which == "next" or (future and which != "last"):
        return Day(story.year + (month <= story.month), month, 1)
    year = story.year - (month > story.month or (month == story.month and which == "last"))
    return _begin(year, month, story)


def _weekday(match: "re.Match[str]", story: Day | None, future: bool) -> Day | None:
    if story is None:
        return None
    behind = (story.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
    which = (match["which"] or "").lower()
    if which == "next" or (future and which != "last"):
        return story + timedelta(days=(7 - behind) % 7 or (7 if which == "next" else 0))
    return story - timedelta(days=behind or (7 if which == "last" else 0))


def _named_day(match: "re.Match[str]", story: Day | None, _future: bool) -> Day | None:
    by = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(match[0].lower(), 0)
    return story + timedelta(days=by) if story else None


def _ago(match: "re.Match[str]", story: Day | None, _future: bool) -> Day | None:
    if story is None:
        return None
    word = match["count"].lower()
    count, unit = _NUMBERS.get(word) or int(word), match["unit"].lower()
    if unit in _UNITS:
        return story - timedelta(days=count * _UNITS[unit])
    return _months_before(story, count * (12 if unit == "year" else 1))


def _unit(match: "re.Match[str]", story: Day | None, _future: bool) -> Day | None:
    """Read "last week", "next month": its first day."""
    if story is None:
        return None
    step, unit = -1 if match["which"].lower() == "last" else 1, match["unit"].lower()
    if unit == "week":
        return story - timedelta(days=story.weekday()) + timedelta(days=7 * step)
    if unit == "month":
        return _months_before(story.replace(day=1), -step)
    return Day(story.year + step, 1, 1)


def _year(match: "re.Match[str]", story: Day | None, _future: bool) -> Day | None:
    year = int(match["year"])
    return Day(year, 1, 1) if story is None or year != story.year else None


def _begin(year: int, month: int, story: Day | None) -> Day | None:
    return None if story and (year, month) == (story.year, story.month) else Day(year, month, 1)


def _months_before(day: Day, count: int) -> Day:
    months = day.year * 12 + day.month - 1 - count
    year, month = divmod(months, 12)
    return Day(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_of(match: "re.Match[str]") -> int:
    start = match["month"].lower()[:3]
    return next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(start))


_DEADLINE: Final = re.compile(
    r"\b(?:by|until|till|before|ahead of|prior to)\s(?:early |late |mid-|the )?$", re.IGNORECASE
)
_FOUR_DIGITS: Final = re.compile(r"[0-9]\d{3}")
_CAPITAL_MONTH: Final = re.compile(_MONTH + r"(?![a-z])")
_CAPITAL_WEEKDAY: Final = re.compile(_WEEKDAY)
_MONTH_STARTS: Final = tuple(month[:3].title() for month in _MONTHS)
_DIGITS: Final = tuple("0123456789")
_NAMED_DAYS: Final = ("today", "yesterday", "tomorrow", "tonight", "last night")
_WHICH: Final = ("last ", "next ")
_HINTS: Final = ("digits", "full date", "month", "month and year", "weekday", "day", "ago", "which")
_LEAD: Final = 24  # characters: more than a time phrase has before what hints at it


def _first_match(pattern: re.Pattern[str], text: str, begin: int) -> int:
    match = pattern.search(text, begin)
    return match.start() if match else -1


def _first_word(words: Sequence[str], text: str) -> int:
    first = -1
    for word in words:
        at = text.find(word)
        if at >= 0 and (first < 0 or at < first):
            first = at
    return first


_FINDERS: Final[tuple[tuple[str, re.Pattern[str], Finder], ...]] = (
    ("digits", re.compile(r"\b\d{4}-\d\d-\d\d\b"), _iso),
    ("full date", re.compile(rf"\b{_MONTH}\s{_DAY},?\s(?:of\s)?{_YEAR}\b"), _full),
    ("full date", re.compile(rf"\b{_DAY}(?:\sof)?\s{_MONTH},?\s{_YEAR}\b"), _full),
    ("month", re.compile(rf"\b{_MONTH}\s{_DAY}\b(?!,?\s\d{{4}}|[:.]\d){_OF_YEAR}"), _month_day),
    ("month", re.compile(rf"\b{_DAY}(?:\sof)?\s{_MONTH}\b{_OF_YEAR}"), _month_day),
    ("month and year", re.compile(rf"\b{_MONTH},?\s(?:of\s)?(?:{_YEAR}|{_RELATIVE}\syear)\b"), _month_year),
    (
        "month",
        re.compile(
            rf"\b(?i:(?P<which>last|this|next)\s|(?:in|since|during|from|of|late|early|mid)[ -]){_MONTH}"
            r"(?!\s\d)(?=[\s,.;:)’']|$)"
        ),
        _month,
    ),
    ("weekday", re.compile(rf"\b(?:(?P<which>(?i:last|this|next))\s)?{_WEEKDAY}\b"), _weekday),
    ("day", re.compile(r"\b(?:yesterday|today|tonight|tomorrow|last night)\b", re.IGNORECASE), _named_day),
    ("ago", re.compile(rf"\b{_COUNT}\s(?:of\s)?(?P<unit>day|week|month|year)s?\sago\b", re.IGNORECASE), _ago),
    ("which", re.compile(r"\b(?P<which>last|next)\s(?P<unit>week|month|year)\b", re.IGNORECASE), _unit),
    (
        "digits",
        re.compile(
            rf"\b(?:in|since|during|from|late|early|mid)[ -](?:early |late |mid-)?{_YEAR}\b(?![-–]\d)", re.IGNORECASE
        ),
        _year,
    ),
)
