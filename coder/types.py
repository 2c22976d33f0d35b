"""The values that go into the coder and come out: frozen (some to the type checker alone), slotted, without behaviour.

All offsets are code points into the text of the request, half-open (``start <= i < end``), unless a name says tokens.
"""

import datetime as dt
from dataclasses import dataclass, field

from coder.event_types import EventType, Plover
from coder.findings import (
    NO_WORDS,
    Actor,
    Event,
    Explanation,
    Location,
    Modality,
    Resolution,
    Tense,
    TextSpan,
)

__all__ = [
    "NO_WORDS",
    "Actor",
    "CallerActor",
    "Coding",
    "Event",
    "EventType",
    "Explanation",
    "Location",
    "Modality",
    "Options",
    "Plover",
    "Resolution",
    "Story",
    "Tense",
    "TextSpan",
]


@dataclass(frozen=True, slots=True)
class CallerActor:
    """A mention that the caller has found: `start`, `end` in code points; `code` "" when the coder shall resolve it."""

    start: int
    end: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller wants to see."""

    minimum_confidence: float = 0.0
    include_without_target: bool = True
    include_hypothetical: bool = False  # conditional and negated events
    one_a_day: bool = False  # one event per dyad, type and day


@dataclass(frozen=True, slots=True)
class Story:
    """A text to code: one sentence or a whole document."""

    text: str
    id: str = ""
    date: dt.date | None = None
    language_code: str = "en"
    actors: tuple[CallerActor, ...] = ()
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Coding:
    """The answer to a story: its events in text order, and the version that made them."""

    id: str
    events: tuple[Event, ...]
    coder_version: str
