"""Characters that no reader sees: taken out before a text is read, and put back under the spans of what is found.

Soft hyphens, zero-width blanks and joiners, marks of byte order and of writing direction, variants of emoji: web pages
are full of them, and a word that holds one is in no dictionary.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from typing import Final

from coder.types import Actor, CallerActor, Event, Story, TextSpan

_UNSEEN: Final = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")


def seen(story: Story) -> tuple[Story, list[int]]:
    """Give the story without such characters, and where each character that is left stood; [] where there are none."""
    text = story.text
    if text.isascii() or not _UNSEEN.search(text):
        return story, []
    kept = [i for i, character in enumerate(text) if not _UNSEEN.match(character)]
    actors = [CallerActor(bisect_left(kept, a.start), bisect_left(kept, a.end), a.code) for a in story.actors]
    held = tuple([actor for actor in actors if actor.start < actor.end])
    return replace(story, text="".join([text[i] for i in kept]), actors=held), kept


def restored(event: Event, text: str, kept: list[int]) -> Event:
    """Give an event of a story that `seen` has changed with the spans of its own text."""

    def span(found: TextSpan) -> TextSpan:
        if found.start == found.end:
            return found
        start, end = kept[found.start], kept[found.end - 1] + 1
        return TextSpan(start, end, text[start:end])

    def actor(found: Actor) -> Actor:
        return replace(found, span=span(found.span))

    place, why = event.location, event.explanation
    return replace(
        event,
        source=actor(event.source),
        target=None if event.target is None else actor(event.target),
        action=span(event.action),
        reported_by=None if event.reported_by is None else actor(event.reported_by),
        sentence=span(event.sentence),
        location=None if place is None else replace(place, span=span(place.span)),
        explanation=replace(why, matched=tuple([span(words) for words in why.matched])),
    )
