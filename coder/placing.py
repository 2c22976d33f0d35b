"""Moves spans between a sentence and the story it stands in."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from coder.types import Actor, CallerActor, Event, TextSpan


def shifted(actors: Iterable[CallerActor], sentence: TextSpan) -> tuple[CallerActor, ...]:
    """The caller's actors that lie in the sentence, in its own offsets."""
    inside = (a for a in actors if a.start < sentence.end and a.end > sentence.start)
    return tuple(
        CallerActor(max(a.start - sentence.start, 0), min(a.end, sentence.end) - sentence.start, a.code) for a in inside
    )


def moved(event: Event, sentence: TextSpan, date: datetime.date | None) -> Event:
    """The event with spans in the story's offsets, and the story's date where it has none of its own."""
    by = sentence.start
    explanation = replace(event.explanation, matched=tuple(_span(s, by) for s in event.explanation.matched))
    return replace(
        event,
        source=_actor(event.source, by),
        target=_actor(event.target, by) if event.target is not None else None,
        reported_by=_actor(event.reported_by, by) if event.reported_by is not None else None,
        action=_span(event.action, by),
        sentence=sentence,
        date=event.date or date,
        explanation=explanation,
    )


def _actor(actor: Actor, by: int) -> Actor:
    return replace(actor, span=_span(actor.span, by))


def _span(span: TextSpan, by: int) -> TextSpan:
    return TextSpan(span.start + by, span.end + by, span.text)
