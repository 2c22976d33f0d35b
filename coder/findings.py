"""The values that an answer is made of, by the dozen for each sentence: who, what, when, where and why.

Their `__init__` is written out: of that the compiler makes machine code, and of one that `dataclass` adds it cannot.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coder.event_types import EventType


@dataclass(slots=True, unsafe_hash=True, init=False)
class TextSpan:
    """A stretch of the request's text, e.g. ``TextSpan(0, 6, "Russia")``."""

    start: Final[int]
    end: Final[int]
    text: Final[str]

    def __init__(
        self,
        start: int,
        end: int,
        text: str,
    ) -> None:
        """Take the parts."""
        self.start = start
        self.end = end
        self.text = text

    def __reduce__(self) -> tuple[object, ...]:
        """Tell processes that send it how to make it again."""
        return TextSpan, (self.start, self.end, self.text)


NO_WORDS: Final = TextSpan(0, 0, "")


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


@dataclass(slots=True, unsafe_hash=True, init=False)
class Actor:
    """Who acts or is acted upon, e.g. ``Actor("RUSGOV", "Russia / Foreign Ministry", "RUS", ("GOV",), ...)``."""

    code: Final[str]  # CAMEO actor code, groups of three letters; "" when unresolved
    name: Final[str]  # what a person reads; the text itself when nothing better is known
    country: Final[str]  # the code's country or generic international group ("IGO"), "" when unknown
    sectors: Final[tuple[str, ...]]  # e.g. ("GOV", "MIL"), in the codebook's order
    span: Final[TextSpan]  # NO_WORDS when the text does not say who it was
    resolution: Final[Resolution]
    provenance: Final[tuple[str, ...]]  # the entries that gave the code, e.g. ("states.txt:61", "agents.txt:12")

    def __init__(  # noqa: PLR0913, PLR0917 (a value's parts)
        self,
        code: str,
        name: str,
        country: str,
        sectors: tuple[str, ...],
        span: TextSpan,
        resolution: Resolution,
        provenance: tuple[str, ...] = (),
    ) -> None:
        """Take the parts."""
        self.code = code
        self.name = name
        self.country = country
        self.sectors = sectors
        self.span = span
        self.resolution = resolution
        self.provenance = provenance

    def __reduce__(self) -> tuple[object, ...]:
        """Tell processes that send it how to make it again."""
        return Actor, (self.code, self.name, self.country, self.sectors, self.span, self.resolution, self.provenance)


@dataclass(slots=True, unsafe_hash=True, init=False)
class Location:
    """Where an event took place, when the text says so; coordinates in WGS 84 degrees, None when unknown."""

    name: Final[str]
    country: Final[str]
    latitude: Final[float | None]
    longitude: Final[float | None]
    span: Final[TextSpan]

    def __init__(
        self,
        name: str,
        country: str,
        latitude: float | None,
        longitude: float | None,
        span: TextSpan,
    ) -> None:
        """Take the parts."""
        self.name = name
        self.country = country
        self.latitude = latitude
        self.longitude = longitude
        self.span = span

    def __reduce__(self) -> tuple[object, ...]:
        """Tell processes that send it how to make it again."""
        return Location, (self.name, self.country, self.latitude, self.longitude, self.span)


@dataclass(slots=True, unsafe_hash=True, init=False)
class Explanation:
    """Why an event was coded."""

    rule: Final[str]  # id of the lexicon entry, e.g. "173_arrest.txt:15"
    matched: Final[tuple[TextSpan, ...]]  # the words that the rule matched
    steps: Final[tuple[str, ...]]  # e.g. ("send + food -> 073", "agreed to 073 -> 0333")

    def __init__(
        self,
        rule: str,
        matched: tuple[TextSpan, ...],
        steps: tuple[str, ...],
    ) -> None:
        """Take the parts."""
        self.rule = rule
        self.matched = matched
        self.steps = steps

    def __reduce__(self) -> tuple[object, ...]:
        """Tell processes that send it how to make it again."""
        return Explanation, (self.rule, self.matched, self.steps)


@dataclass(slots=True, unsafe_hash=True, init=False)
class Event:
    """One source-action-target event."""

    source: Final[Actor]
    target: Final[Actor | None]
    type: Final[EventType]
    action: Final[TextSpan]
    confidence: Final[float]  # in (0, 1]
    date: Final[dt.date | None]
    tense: Final[Tense]
    modality: Final[Modality]
    reported_by: Final[Actor | None]
    sentence: Final[TextSpan]
    location: Final[Location | None]
    explanation: Final[Explanation]

    def __init__(  # noqa: PLR0913, PLR0917 (a value's parts)
        self,
        source: Actor,
        target: Actor | None,
        type: EventType,  # noqa: A002 (the field's name)
        action: TextSpan,
        confidence: float,
        date: dt.date | None,
        tense: Tense,
        modality: Modality,
        reported_by: Actor | None,
        sentence: TextSpan,
        location: Location | None,
        explanation: Explanation,
    ) -> None:
        """Take the parts."""
        self.source = source
        self.target = target
        self.type = type
        self.action = action
        self.confidence = confidence
        self.date = date
        self.tense = tense
        self.modality = modality
        self.reported_by = reported_by
        self.sentence = sentence
        self.location = location
        self.explanation = explanation

    def __reduce__(self) -> tuple[object, ...]:
        """Tell processes that send it how to make it again."""
        return Event, (
            self.source,
            self.target,
            self.type,
            self.action,
            self.confidence,
            self.date,
            self.tense,
            self.modality,
            self.reported_by,
            self.sentence,
            self.location,
            self.explanation,
        )
