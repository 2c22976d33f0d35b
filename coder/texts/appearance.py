"""Characters that no reader sees as they stand: read past or read as what is meant, spans of what is found put back.

Soft hyphens, zero-width blanks and joiners, marks of byte order and of writing direction, variants of emoji: web pages
are full of them, and a word that holds one is in no dictionary. Nor is one that ends in ``&nbsp;`` or begins with
``&quot;``: HTML's references to characters are read as the characters, also where text was escaped twice. And a
headline is read with the small words that it leaves out, other text with single blanks and commas behind dates.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from html.entities import html5
from typing import Final

from coder.texts.headline_grammar import Edit, left_out
from coder.texts.tidying import tidied
from coder.types import Actor, CallerActor, Event, Story, TextSpan

_UNSEEN: Final = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")
_REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{1,31}));")
_TIMES_ESCAPED: Final = 2

Place = tuple[int, int]  # where a character that is read stands in the text as it was sent, half-open


def seen(story: Story) -> tuple[Story, Sequence[Place]]:
    """Give the story as a reader sees it, and where each of its characters stood; () where it is as sent."""
    text, places = _referred(story.text) if "&" in story.text else (story.text, ())
    if not text.isascii() and _UNSEEN.search(text):
        kept = [i for i, character in enumerate(text) if not _UNSEEN.match(character)]
        text, places = "".join([text[i] for i in kept]), [places[i] if places else (i, i + 1) for i in kept]
    edits = left_out(text) or tidied(text)
    if edits:
        text, places = _completed(text, edits, places or [(i, i + 1) for i in range(len(text))])
    if text is story.text:
        return story, ()
    starts = [start for start, _ in places]
    actors = [CallerActor(bisect_left(starts, a.start), bisect_left(starts, a.end), a.code) for a in story.actors]
    held = tuple([actor for actor in actors if actor.start < actor.end])
    return replace(story, text=text, actors=held), places


def _referred(text: str) -> tuple[str, Sequence[Place]]:
    """Read references, and those that reading them has shown ("&amp;quot;"); () for the places when there are none."""
    places: Sequence[Place] = ()
    for _ in range(_TIMES_ESCAPED):
        found = [match for match in _REFERENCE.finditer(text) if not match[1] or f"{match[1]};" in html5]
        if not found:
            break
        text, places = _read(text, found, places or [(i, i + 1) for i in range(len(text))])
    return text, places


def _read(text: str, found: Sequence["re.Match[str]"], places: Sequence[Place]) -> tuple[str, list[Place]]:
    """Put characters in the place of references; several that one stands for all stand where it stood."""
    parts: list[str] = []
    kept: list[Place] = []
    at = 0
    for match in found:
        meant = unescape(match[0])
        parts.append(text[at : match.start()])
        parts.append(meant)
        kept.extend(places[at : match.start()])
        kept.extend([(places[match.start()][0], places[match.end() - 1][1])] * len(meant))
        at = match.end()
    return "".join([*parts, text[at:]]), [*kept, *places[at:]]


def _completed(text: str, edits: Sequence[Edit], places: Sequence[Place]) -> tuple[str, list[Place]]:
    """Put in what a headline leaves out: it stands where what it replaces stood, or nowhere, before what follows."""
    parts: list[str] = []
    kept: list[Place] = []
    at = 0
    for start, end, words in edits:
        parts.extend((text[at:start], words))
        place = (places[start][0], places[end - 1][1] if end > start else places[start][0])
        kept.extend([*places[at:start], *[place] * len(words)])
        at = end
    return "".join([*parts, text[at:]]), [*kept, *places[at:]]


def restored(event: Event, text: str, places: Sequence[Place]) -> Event:
    """Give an event of a story that `seen` has changed with the spans of its own text."""

    def span(found: TextSpan) -> TextSpan:
        if found.start == found.end:
            return found
        start, end = places[found.start][0], places[found.end - 1][1]
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
