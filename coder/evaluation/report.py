"""What a gold file holds and what a score says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from coder.errors import CoderError
from coder.evaluation.measures import Predicted, Prf

Gold = Mapping[str, Any]
Scored = Sequence[tuple[Gold, list[Predicted]]]


class GoldError(CoderError):
    """Raised when a gold file has a form that no task can score."""


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that went wrong: what was wanted, what came instead."""

    id: str
    wanted: str
    got: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of a task: single numbers, tables of precision and recall, and every miss."""

    task: str
    texts: int
    numbers: dict[str, float]  # shares of 1 and averages
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)  # e.g. {"records": (45, 61)}
    tables: dict[str, Prf] = field(default_factory=dict)
    misses: tuple[Miss, ...] = ()


def miss(record: Gold, wanted: str, events: Iterable[Predicted]) -> Miss:
    """Give what was wanted of a record beside the events that came."""
    return Miss(str(record["id"]), wanted, tuple(map(str, events)), record["text"])
