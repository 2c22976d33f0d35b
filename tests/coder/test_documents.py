"""A story as a whole: what is told twice, what is history, one event a day, exact spans."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coder.documents import SENTENCES_A_PART, parts
from coder.pipeline import Coder
from coder.types import Event, Options, Story

pytestmark = pytest.mark.model
GOLD = Path(__file__).parents[1] / "gold" / "documents.jsonl"
ROWS = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
DAY = date(2016, 8, 18)
KNOWN_MISSES = {  # what the lexicon or the dictionaries do not give yet
    ("sahel", "FRA"),
    ("strike", "ZWECOP"),
    ("nuclear", "IRNGOV"),
}


def fits(want: dict[str, str], event: Event) -> bool:
    got = {"source": event.source.code, "code": event.type.code, "target": event.target.code if event.target else ""}
    return all(re.match(want[key], got[key]) for key in got if key in want)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_gold_stories_give_their_events_with_their_days(coder: Coder, row: dict[str, Any]) -> None:
    events = coder.code(Story(row["text"], date=date.fromisoformat(row["date"]))).events
    for want in row["events"]:
        if (row["id"], want["source"]) not in KNOWN_MISSES:
            days = {str(e.date) for e in events if fits(want, e)}
            assert want.get("date", next(iter(days), "?")) in days, want


def test_story_tells_the_same_event_once(coder: Coder) -> None:
    text = "Russia attacked Georgia. The talks failed. Russia bombed Georgia, officials confirmed."
    events = [e for e in coder.code(Story(text, date=DAY)).events if e.source.code == "RUS"]
    assert [e.type.code for e in events] == ["195"]


def test_story_keeps_what_happened_on_different_days(coder: Coder) -> None:
    text = "Russia bombed Georgia on Monday. Russia bombed Georgia on Tuesday."
    assert [str(e.date) for e in coder.code(Story(text, date=DAY)).events] == ["2016-08-15", "2016-08-16"]


def test_one_a_day_keeps_the_surest(coder: Coder) -> None:
    text = "Russia met Turkey on Monday and met Turkey again on Monday."
    story = Story(text, date=DAY, options=Options(one_a_day=True))
    events = coder.code(story).events
    assert len({(e.source.code, e.type.code, e.date) for e in events}) == len(events)


def test_history_is_less_sure_than_news(coder: Coder) -> None:
    text = "Russia bombed Georgia in 2008. Iran bombed Iraq on Monday."
    old, new = coder.code(Story(text, date=DAY)).events
    assert old.confidence < new.confidence
    assert str(old.date) == "2008-01-01"


def test_history_below_the_minimum_confidence_is_left_out(coder: Coder) -> None:
    text = "Russia bombed Georgia in 2008. Iran bombed Iraq on Monday."
    old, new = coder.code(Story(text, date=DAY)).events
    between = Options(minimum_confidence=(old.confidence + new.confidence) / 2)
    assert [e.source.code for e in coder.code(Story(text, date=DAY, options=between)).events] == ["IRN"]


def test_spans_are_those_of_a_story_with_broken_lines(coder: Coder) -> None:
    wrapped = "MOSCOW, Aug 18 (Wire) – The\nRussian foreign ministry on\nMonday condemned the Iranian\narmy."
    text = f"{wrapped}\n\nIt praised Iraq.\n"
    events = coder.code(Story(text, date=DAY)).events
    told = [(e.source.code, e.target.code if e.target else "") for e in events]
    assert told == [("RUSGOV", "IRNMIL"), ("RUSGOV", "IRQ")]
    for event in events:
        for span in (event.source.span, event.action, event.sentence, *event.explanation.matched):
            assert text[span.start : span.end] == span.text


def test_a_single_sentence_needs_no_story(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coder.pipeline.Coreference", None)  # calling it would fail
    assert len(coder.code(Story("Russia condemned Georgia.", date=DAY)).events) == 1


def test_stories_of_a_batch_do_not_hear_each_other(coder: Coder) -> None:
    stories = [Story("Russia condemned Georgia. Talks ended."), Story("It warned Ukraine. Talks ended.")]
    first, second = coder.code_batch(stories)
    assert not isinstance(second, Exception)
    assert all(e.source.code == "" for e in second.events)
    assert first == coder.code(stories[0])


def test_parts_keep_memory_bounded() -> None:
    found = list(parts(range(2 * SENTENCES_A_PART + 1)))
    assert [len(part) for part in found] == [SENTENCES_A_PART, SENTENCES_A_PART, 1]
