"""Jobs with a coder that needs no language model."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from coder.types import Options
from dataset.batches import BatchSetup
from dataset.desk import CoderSetup
from dataset.job import Job
from dataset.reading import Source
from dataset.rendering import renderer_for

QUICK = CoderSetup("", factory="tests.dataset.coders:QuickCoder")
MakeJob = Callable[..., Job]


def jsonl(records: Iterable[dict[str, Any]]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def stories(count: int) -> list[dict[str, Any]]:
    verbs = ("met", "criticized", "attacked", "ignored")
    return [
        {"id": f"s{n}", "text": f"Peru{n} {verbs[n % 4]} Chile.", "date": f"2020-01-{n % 28 + 1:02}"}
        for n in range(count)
    ]


class Watch:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.before = 0
        self.done = 0
        self.faults: list[str] = []

    def resumed(self, texts: int) -> None:
        self.before = texts

    def advanced(self, texts: int) -> None:
        self.done += texts

    def fault(self, line: str) -> None:
        self.faults.append(line)


@pytest.fixture
def make_job(tmp_path: Path) -> MakeJob:
    """Make a job from inputs to a file in an empty folder."""

    def make(inputs: Path, output: str = "events.jsonl", to: str = "", **settings: Any) -> Job:
        path = tmp_path / output
        setup = BatchSetup(QUICK, Options(), explain=False, renderer=renderer_for(path, to))
        return Job(source=Source([inputs]), output=path, setup=setup, **{"part_texts": 10, **settings})

    return make
