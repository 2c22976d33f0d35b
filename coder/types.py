"""The values that flow through the coder: frozen (some to the type checker alone), slotted, without behaviour.

All offsets are code points into the text of the request, half-open (``start <= i < end``), unless a name says tokens.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from coder.values import value


@value(frozen=True, slots=True)
class TextSpan:
    """A stretch of the request's text, e.g. ``TextSpan(0, 6, "Russia")``."""

    start: int
    end: int
    text: str


NO_WORDS = TextSpan(0, 0, "")


class Resolution(StrEnum):
    """How an actor's code was found."""

    DICTIONARY = "DICTIONARY"  # one entry of a dictionary gave the whole code
    COMPOSED = "COMPOSED"  # put together, e.g. "Turkish" TUR + "troops" MIL
    COREFERENCE = "COREFERENCE"  # through an antecedent: "he", "the ministry", "both sides"
    CALLER = "CALLER"  # the caller's own code for its own span
    UNRESOLVED = "UNRESOLVED"  # nobody known: the code is ""


class Tense(StrEnum):
    """When the action lies, as the verb says it."""

    PAST = "PAST"
    PRESENT = "PRESENT"
    FUTURE = "FUTURE"


class Modality(StrEnum):
    """How far the text vouches for the action."""

    ASSERTED = "ASSERTED"
    REPORTED = "REPORTED"
    CONDITIONAL = "CONDITIONAL"  # left out unless asked for
    NEGATED = "NEGATED"  # left out unless asked for


@value(frozen=True, slots=True)
class Actor:
    """Who acts or is acted upon, e.g. ``Actor("RUSGOV", "Russia / Foreign Ministry", "RUS", ("GOV",), ...)``."""

    code: str  # CAMEO actor code, groups of three letters; "" when unresolved
    name: str  # what a person reads; the text itself when nothing better is known
    country: str  # the code's country or generic international group ("IGO"), "" when unknown
    sectors: tuple[str, ...]  # e.g. ("GOV", "MIL"), in the codebook's order
    span: TextSpan  # NO_WORDS when the text does not say who it was
    resolution: Resolution
    provenance: tuple[str, ...] = ()  # the entries that gave the code, e.g. ("states.txt:61", "agents.txt:12")


@dataclass(frozen=True, slots=True)
class CallerActor:
    """A mention that the caller has found: `start`, `end` in code points; `code` "" when the coder shall resolve it."""

    start: int
    end: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class Plover:
    """The PLOVER reading of an event type; mode and context are "" where the scheme leaves them open."""

    event: str
    mode: str
    context: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 298 CAMEO codes."""

    code: str  # e.g. "0312"; the leading zero counts
    label: str  # unique, e.g. "EXPRESS_INTENT_COOPERATE_MILITARILY"
    name: str
    definition: str
    root: str  # "01" to "20"
    root_label: str
    quad_class: int  # 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
    goldstein: float  # -10.0 to 10.0
    plover: Plover


@dataclass(frozen=True, slots=True)
class Location:
    """Where an event took place, when the text says so; coordinates in WGS 84 degrees, None when unknown."""

    name: str
    country: str
    latitude: float | None
    longitude: float | None
    span: TextSpan


@value(frozen=True, slots=True)
class Explanation:
    """Why an event was coded."""

    rule: str  # id of the lexicon entry, e.g. "17_coerce.txt:41"
    matched: tuple[TextSpan, ...]  # the words that the rule matched
    steps: tuple[str, ...]  # e.g. ("send + food -> 073", "agreed to 073 -> 0333")


@value(frozen=True, slots=True)
class Event:
    """One source-action-target event."""

    source: Actor
    target: Actor | None
    type: EventType
    action: TextSpan
    confidence: float  # in (0, 1]
    date: dt.date | None
    tense: Tense
    modality: Modality
    reported_by: Actor | None
    sentence: TextSpan
    location: Location | None
    explanation: Explanation


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
