"""A story as a whole: its sentences in parts that memory can hold, history told apart from news, nothing told twice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final, TypeVar

from coder.story.daily import one_a_day
from coder.types import Event, Modality, Story, Tense

T = TypeVar("T")
SENTENCES_A_PART: Final = 200  # kept parsed at once; antecedents do not reach from one part into the next
OLD: Final = timedelta(days=60)  # before the story: an event of then is history in it
_HISTORY: Final = 0.8  # what remains of the confidence of an event that the story only looks back at
_BOUND: Final = 0.05


def parts(sentences: Iterable[T]) -> Iterator[list[T]]:
    """Cut a story's sentences into parts."""
    part: list[T] = []
    for sentence in sentences:
        part.append(sentence)
        if len(part) == SENTENCES_A_PART:
            yield part
            part = []
    if part:
        yield part


def finished(events: Sequence[Event], story: Story, *, several: bool) -> tuple[Event, ...]:
    """Give a story's events as its answer: history lowered, repeats joined, one a day where that is asked for.

    Args:
        events: in text order, with spans in the story's offsets.
        story: what was asked.
        several: whether the story has more than one sentence; a single one is taken as it is.
    """
    found = told_once(looked_back(e, story) for e in events) if several else list(events)
    found = [e for e in found if e.confidence >= story.options.minimum_confidence]
    return tuple(one_a_day(found) if story.options.one_a_day else found)


def looked_back(event: Event, story: Story) -> Event:
    """Lower the confidence of an event that lies long before its story: background rather than news."""
    if story.date is None or event.date is None or event.date > story.date - OLD or event.tense is Tense.FUTURE:
        return event
    return replace(event, confidence=round(max(event.confidence * _HISTORY, _BOUND), 3))


def told_once(events: Iterable[Event]) -> list[Event]:
    """Join what a story tells twice: same actors, same day, and one event type or its parent.

    The most specific type stays; of equal ones the surest, then the first.
    """
    kept: list[Event] = []
    places: dict[tuple[object, ...], list[int]] = {}  # only those of one subject are compared
    for event in events:
        alike = places.setdefault(_subject(event), [])
        same = next((n for n in alike if _same(kept[n], event)), -1)
        if same < 0:
            alike.append(len(kept))
            kept.append(event)
        elif _rank(event) > _rank(kept[same]):
            kept[same] = event
    return sorted(kept, key=lambda e: e.action.start)


def _subject(event: Event) -> tuple[object, ...]:
    """What two tellings of one event share whatever else differs."""
    real = event.modality in {Modality.ASSERTED, Modality.REPORTED}
    return event.source.code, event.target and event.target.code, event.date, real, event.type.root


def _same(one: Event, other: Event) -> bool:
    """Whether two events of one subject are one; strangers are never one actor, even under the same words."""
    if one.sentence == other.sentence or not all(actor.code for actor in (one.source, one.target) if actor):
        return False
    a, b = sorted((_bare(one.type.code), _bare(other.type.code)), key=len)
    return b.startswith(a)


def _bare(code: str) -> str:
    """Give a code without the zero of a general one, so that it begins its special ones: "190" → "19"."""
    return code.removesuffix("0")


def _rank(event: Event) -> tuple[int, float]:
    return len(_bare(event.type.code)), event.confidence
