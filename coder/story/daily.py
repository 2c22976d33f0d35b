"""One event a day: the field's filter against the same event told many times, within a story or over many."""

from collections.abc import Hashable, Iterable

from coder.types import Actor, Event

Key = tuple[Hashable, ...]


def day_key(event: Event) -> Key:
    """Give what events of the same day share: source, target, event type and day; reusable across stories.

    An actor without a code counts by its words, and an event without a day is like no dated one.
    """
    return _actor(event.source), _actor(event.target), event.type.code, event.date


def one_a_day(events: Iterable[Event]) -> list[Event]:
    """Keep of each source, target, type and day the surest event, the first of equals, in their order."""
    best: dict[Key, Event] = {}
    for event in (kept := list(events)):
        held = best.get(key := day_key(event))
        if held is None or event.confidence > held.confidence:
            best[key] = event
    chosen = {id(event) for event in best.values()}
    return [event for event in kept if id(event) in chosen]


def _actor(actor: Actor | None) -> Hashable:
    if actor is None:
        return None
    return actor.code or actor.name.casefold()
