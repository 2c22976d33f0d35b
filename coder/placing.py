"""Moves spans between a sentence and the story it stands in."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from coder.types import Actor, CallerActor, Event, TextSpan


def shifted(actors: Iterable[CallerActor], sentence: TextSpan) -> tuple[CallerActor, ...]:
    """The caller's actors that lie in the sentence, in its own offsets."""
    inside = (a for a in actors if a.start < sentence.end and a.end > sentence.start)
    return tuple(
        CallerActor(max(a.start - sentence.start, 0), min(a.end, sentence.end) - sentence.start, a.code) for a in inside
    )


def moved(event: Event, sentence: TextSpan, date: dt.date | None) -> Event:
    """The event with spans in the story's offsets, and the story's date where it has none of its own."""
    explanation = replace(event.explanation, matched=tuple(_span(s, sentence) for s in event.explanation.matched))
    return replace(
        event,
        source=_actor(event.source, sentence),
        target=_actor(event.target, sentence) if event.target is not None else None,
        reported_by=_actor(event.reported_by, sentence) if event.reported_by is not None else None,
        action=_span(event.action, sentence),
        sentence=sentence,
        date=event.date or date,
        location=replace(event.location, span=_span(event.location.span, sentence))
        if event.location is not None
        else None,
        explanation=explanation,
    )


def _actor(actor: Actor, sentence: TextSpan) -> Actor:
    return replace(actor, span=_span(actor.span, sentence))


def _span(span: TextSpan, sentence: TextSpan) -> TextSpan:
    """The span in the story, with the story's own words: the parse has seen line breaks as blanks."""
    return TextSpan(span.start + sentence.start, span.end + sentence.start, sentence.text[span.start : span.end])
