"""The same event told by many stories comes out once, with all its stories."""

import json
from pathlib import Path

import pytest

from coder.story.daily import day_key
from coder.types import Coding, Story
from dataset.event_files import read_rows
from dataset.job import write_file
from dataset.merge import merged
from dataset.rows import Row
from tests.dataset.conftest import MakeJob, Watch, jsonl
from tests.service.fake_coder import FakeCoder

STORIES = [
    {"id": "a", "text": "Peru met Chile. Peru attacked Chile.", "date": "2020-01-02"},
    {"id": "b", "text": "Peru met Chile.", "date": "2020-01-02"},
    {"id": "c", "text": "Peru met Chile.", "date": "2020-01-01"},
    {"id": "d", "text": "Chile met Peru.", "date": "2020-01-02"},
    {"id": "e", "text": "Peru met Chile. Peru met Chile.", "date": "2020-01-02"},
    {"id": "f", "text": "Peru met Chile."},
    {"id": "g", "text": "Peru met Chile."},
    {"id": "none", "text": "Nothing."},
]


@pytest.fixture
def rows(make_job: MakeJob, tmp_path: Path) -> list[Row]:
    (tmp_path / "in.jsonl").write_text(jsonl(STORIES), "utf-8")
    write_file(job := make_job(tmp_path / "in.jsonl"), Watch())
    return list(read_rows([job.output]))


def told(rows: list[Row]) -> list[tuple[object, ...]]:
    return [(r["date"], r["source_code"], r["event_code"], r["reports"], json.loads(r["stories"])) for r in rows]


def test_merge_joins_pairs_types_and_days_and_keeps_all_stories(rows: list[Row]) -> None:
    assert told(list(merged(rows))) == [
        ("2020-01-01", "PER", "040", 1, ["c"]),
        ("2020-01-02", "PER", "040", 3, ["a", "b", "e"]),
        ("2020-01-02", "PER", "190", 1, ["a"]),
        ("2020-01-02", "CHI", "040", 1, ["d"]),
        (None, "PER", "040", 1, ["f"]),
        (None, "PER", "040", 1, ["g"]),
    ]


def test_merge_keeps_the_surest_report(rows: list[Row]) -> None:
    surer = [{**row, "confidence": 0.9 if row["story_id"] == "b" else row["confidence"]} for row in rows]
    (found,) = [row for row in merged(surer) if row["reports"] == 3]
    assert (found["story_id"], found["confidence"]) == ("b", 0.9)


def test_merge_of_merged_files_keeps_their_stories(rows: list[Row]) -> None:
    halves = [*merged(rows[:2]), *merged(rows[2:])]
    assert sorted(told(list(merged(halves))), key=str) == sorted(told(list(merged(rows))), key=str)


def test_merge_tells_events_apart_as_the_coder_does_within_a_story(make_job: MakeJob, tmp_path: Path) -> None:
    text = "Peru met Chile. Peru attacked Chile. Chile met Peru. Peru met Chile."
    (tmp_path / "in.jsonl").write_text(jsonl([{"id": "a", "text": text}]), "utf-8")
    write_file(job := make_job(tmp_path / "in.jsonl"), Watch())
    (coding,) = FakeCoder().code_batch([Story(text)])
    assert isinstance(coding, Coding)
    assert len(list(merged(read_rows([job.output])))) == len({day_key(event) for event in coding.events}) == 3


def test_merge_takes_unknown_actors_by_their_words(rows: list[Row]) -> None:
    unknown = [{**row, "source_code": None} for row in rows[:3]]
    unknown[2]["source_name"] = "somebody else"
    assert [row["reports"] for row in merged(unknown)] == [1, 1, 1]
