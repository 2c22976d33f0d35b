"""The same people have the same land in all events of a sentence: "Chad's police held a monk who had accused Mali"."""

from dataclasses import replace
from typing import Final

from coder.naming.lands import ARMYLESS
from coder.phrases.completion import FROM_THE_SENTENCE
from coder.types import Actor, Event, Resolution

HELD: Final = ("17", "18")  # whom a state's organs hold and beat is its own, whatever else is told of him


def of_same_lands(events: list[Event]) -> list[Event]:
    """Give every event's parties the land that another event of the sentence has found for the same words."""
    lands = _found(events)
    if not lands:
        return events
    return [
        replace(event, source=_told(event.source, lands), target=_told(event.target, lands) if event.target else None)
        for event in events
    ]


def _found(events: list[Event]) -> dict[tuple[int, int], str]:
    """The land found for each phrase, by its place; the one of who was held first, none where two differ."""
    if len(events) < 2:  # noqa: PLR2004 (of one there is no other)
        return {}
    held: dict[tuple[int, int], set[str]] = {}
    other: dict[tuple[int, int], set[str]] = {}
    for event in events:
        for actor in (event.source, event.target):
            if actor is not None and _is_found(actor):
                told = held if actor is event.target and event.type.code.startswith(HELD) else other
                told.setdefault(_where(actor), set()).add(actor.country)
    other.update(held)
    return {where: next(iter(found)) for where, found in other.items() if len(found) == 1}


def _told(actor: Actor, lands: dict[tuple[int, int], str]) -> Actor:
    land = lands.get(_where(actor))
    if land is None or land == actor.country or (actor.country and not _is_found(actor)) or not actor.code:
        return actor
    if land in ARMYLESS and "MIL" in actor.sectors:
        return actor
    return replace(
        actor,
        code=land + actor.code[len(actor.country) :],
        country=land,
        resolution=Resolution.COMPOSED,
        provenance=actor.provenance if _is_found(actor) else (*actor.provenance, FROM_THE_SENTENCE),
    )


def _is_found(actor: Actor) -> bool:
    return bool(actor.country) and bool(actor.provenance) and actor.provenance[-1] == FROM_THE_SENTENCE


def _where(actor: Actor) -> tuple[int, int]:
    return actor.span.start, actor.span.end
