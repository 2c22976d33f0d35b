"""Requests to stories: every fault of a request is found and named before any work is done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from google.type import date_pb2

from coder.types import CallerActor, Options, Story
from service.errors import InvalidRequest, Violation
from service.gen import coder_pb2
from service.offsets import Offsets

LANGUAGES = ("en",)
MAX_ID_CHARS = 1024
MAX_NAME_CHARS = 1024
MAX_CODE_CHARS = 30
ENCODINGS = frozenset(coder_pb2.EncodingType.values())
ACTOR_CODE = re.compile(r"(?:[A-Z0-9]{3})+")


@dataclass(frozen=True, slots=True)
class Limits:
    """The sizes that a request may have; characters are code points."""

    max_text_chars: int = 100_000
    max_batch_texts: int = 1_000
    max_batch_chars: int = 1_000_000
    max_actors: int = 1_000


DEFAULT_LIMITS = Limits()


def story_from_request(request: coder_pb2.CodeTextRequest, limits: Limits = DEFAULT_LIMITS) -> Story:
    """Give the story that `request` asks to code, its offsets in code points.

    Raises:
        InvalidRequest: with one violation for each fault.
    """
    offsets = Offsets(request.text, request.encoding_type)
    violations = list(_violations(request, limits))
    actors = [] if violations else list(_actors(request, offsets, violations))
    if violations:
        raise InvalidRequest(violations)
    return Story(
        text=request.text,
        id=request.id,
        date=day_from(request.date) if request.HasField("date") else None,
        language_code=language_of(request.language_code),
        actors=tuple(actors),
        options=_options(request.options),
    )


def check_batch(request: coder_pb2.CodeBatchRequest, limits: Limits) -> None:
    """Refuse a batch that is empty or over a limit as a whole.

    Raises:
        InvalidRequest: the limit and the size are in the message.
    """
    texts, chars = len(request.requests), sum(len(one.text) for one in request.requests)
    if not texts:
        raise InvalidRequest([Violation("requests", "is empty; send at least one text")])
    if texts > limits.max_batch_texts:
        raise InvalidRequest([Violation("requests", over(texts, limits.max_batch_texts, "texts"))])
    if chars > limits.max_batch_chars:
        raise InvalidRequest([Violation("requests", over(chars, limits.max_batch_chars, "characters"))])


def language_of(code: str) -> str:
    """Give the language of a BCP-47 code, whose case tells nothing: "en" of "en-GB" and of none at all."""
    return code.partition("-")[0].lower() or LANGUAGES[0]


def day_from(value: date_pb2.Date) -> date:
    """Give the day of `value`.

    Raises:
        ValueError: there is no such day.
    """
    return date(value.year, value.month, value.day)


def day_violations(value: date_pb2.Date) -> Iterator[Violation]:
    """Find whether a request's date is a day of the calendar."""
    try:
        day_from(value)
    except (ValueError, OverflowError):
        shown = f"{value.year:04}-{value.month:02}-{value.day:02}"
        yield Violation("date", f"{shown} is no day; set year (1 to 9999), month and day")


def name_violations(name: str) -> Iterator[Violation]:
    """Find whether an actor's name can be looked up."""
    if not name.strip():
        yield Violation("name", "is empty")
    elif len(name) > MAX_NAME_CHARS:
        yield Violation("name", over(len(name), MAX_NAME_CHARS, "characters"))


def over(size: int, limit: int, unit: str) -> str:
    """Say that something is too large."""
    return f"has {size:,} {unit}, the limit is {limit:,}"


def _violations(request: coder_pb2.CodeTextRequest, limits: Limits) -> Iterator[Violation]:
    if len(request.id) > MAX_ID_CHARS:
        yield Violation("id", over(len(request.id), MAX_ID_CHARS, "characters"))
    if not request.text.strip():
        yield Violation("text", "is empty")
    if len(request.text) > limits.max_text_chars:
        yield Violation("text", over(len(request.text), limits.max_text_chars, "characters"))
    if request.HasField("date"):
        yield from day_violations(request.date)
    if language_of(request.language_code) not in LANGUAGES:
        yield Violation("language_code", f"{request.language_code[:35]!r} is unknown; known: {', '.join(LANGUAGES)}")
    if request.encoding_type not in ENCODINGS:
        yield Violation("encoding_type", f"{request.encoding_type} is unknown; use 0 to 3")
    if len(request.actors) > limits.max_actors:
        yield Violation("actors", over(len(request.actors), limits.max_actors, "mentions"))
    if not 0 <= request.options.minimum_confidence <= 1:
        yield Violation("options.minimum_confidence", f"is {request.options.minimum_confidence}, must be from 0 to 1")


def _actors(request: coder_pb2.CodeTextRequest, offsets: Offsets, violations: list[Violation]) -> Iterator[CallerActor]:
    found: list[tuple[int, int, int]] = []
    for i, actor in enumerate(request.actors):
        fault = _actor_fault(actor, offsets, request.text)
        if fault:
            violations.append(Violation(f"actors[{i}].{fault.field}", fault.message))
            continue
        start, end = offsets.from_caller(actor.span.start), offsets.from_caller(actor.span.end)
        assert start is not None  # noqa: S101  (told to the type checker; the fault says so otherwise)
        assert end is not None  # noqa: S101
        found.append((start, end, i))
        yield CallerActor(start, end, actor.code)
    violations.extend(_overlaps(sorted(found)))


def _actor_fault(actor: coder_pb2.CallerActor, offsets: Offsets, text: str) -> Violation | None:
    span = actor.span
    if not actor.HasField("span"):
        return Violation("span", "is missing")
    shown = f"[{span.start}, {span.end})"
    if not 0 <= span.start < span.end <= offsets.length:
        beyond = f"is not within the text, which ends at {offsets.length} in this unit"
        return Violation("span", f"{shown} {beyond if span.start < span.end else 'holds nothing: set start below end'}")
    start, end = offsets.from_caller(span.start), offsets.from_caller(span.end)
    if start is None or end is None:
        return Violation("span", f"{shown} cuts a character in this encoding type")
    if span.text and span.text != text[start:end]:
        return Violation("span.text", "is not what stands at these offsets; check encoding_type")
    if actor.code and not (len(actor.code) <= MAX_CODE_CHARS and ACTOR_CODE.fullmatch(actor.code)):
        return Violation(
            "code",
            f"{actor.code[:40]!r} is not groups of three capitals or digits, at most {MAX_CODE_CHARS}, e.g. RUSGOV",
        )
    return None


def _overlaps(spans: list[tuple[int, int, int]]) -> Iterator[Violation]:
    for before, after in pairwise(spans):
        if after[0] < before[1]:
            yield Violation(f"actors[{after[2]}].span", f"overlaps actors[{before[2]}].span")


def _options(options: coder_pb2.CodeOptions) -> Options:
    keeps = options.include_events_without_target if options.HasField("include_events_without_target") else True
    return Options(
        minimum_confidence=options.minimum_confidence,
        include_without_target=keeps,
        include_hypothetical=options.include_hypothetical,
        one_a_day=options.one_a_day,
    )
