"""Moves spans between a sentence and the story it stands in."""

import datetime as dt
from collections.abc import Iterable

from coder.types import Actor, CallerActor, Event, Explanation, Location, TextSpan


def shifted(actors: Iterable[CallerActor], sentence: TextSpan) -> tuple[CallerActor, ...]:
    """The caller's actors that lie in the sentence, in its own offsets."""
    inside = (a for a in actors if a.start < sentence.end and a.end > sentence.start)
    return tuple(
        CallerActor(max(a.start - sentence.start, 0), min(a.end, sentence.end) - sentence.start, a.code) for a in inside
    )


def moved(event: Event, sentence: TextSpan, date: dt.date | None) -> Event:
    """The event with spans in the story's offsets, and the story's date where it has none of its own."""
    why, place = event.explanation, event.location
    return Event(
        source=_actor(event.source, sentence),
        target=_actor(event.target, sentence) if event.target is not None else None,
        type=event.type,
        action=_span(event.action, sentence),
        confidence=event.confidence,
        date=event.date or date,
        tense=event.tense,
        modality=event.modality,
        reported_by=_actor(event.reported_by, sentence) if event.reported_by is not None else None,
        sentence=sentence,
        location=_place(place, sentence) if place is not None else None,
        explanation=Explanation(why.rule, tuple([_span(s, sentence) for s in why.matched]), why.steps),
    )


def _actor(actor: Actor, sentence: TextSpan) -> Actor:
    if not actor.span.end:  # no words
        return actor
    span = _span(actor.span, sentence)
    return Actor(actor.code, actor.name, actor.country, actor.sectors, span, actor.resolution, actor.provenance)


def _place(place: Location, sentence: TextSpan) -> Location:
    return Location(place.name, place.country, place.latitude, place.longitude, _span(place.span, sentence))


def _span(span: TextSpan, sentence: TextSpan) -> TextSpan:
    """The span in the story, with the story's own words: the parse has seen line breaks as blanks."""
    return TextSpan(span.start + sentence.start, span.end + sentence.start, sentence.text[span.start : span.end])
