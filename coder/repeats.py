"""Events of one sentence that repeat each other."""

from typing import Final

from coder.types import Actor, Event

WORDS: Final = frozenset({"02", "03", "10", "12", "13"})  # roots whose second level is the act that is spoken of


def key(actor: Actor | None) -> tuple[int, str]:
    """Give what tells an actor of a sentence from the others."""
    return (actor.span.start, actor.code) if actor is not None else (-1, "")


def without_repeats(events: list[Event]) -> list[Event]:
    """Of events with the same parties: one per kind of act, the most specific code, then the surest."""
    if len(events) < 2:  # noqa: PLR2004 (of one there is no choice)
        return events
    told = {_pair(e) for e in events if _content(e)}
    best: dict[tuple[object, ...], Event] = {}
    for event in events:
        pair, content = _pair(event), _content(event)
        if not content and event.type.root in WORDS and pair in told:
            continue  # "promised help and food": the food says what
        kind = (*pair, content)
        held = best.get(kind)
        if held is None or (_rank(event) > _rank(held)):
            best[kind] = event
    return sorted(
        best.values(), key=lambda e: (e.action.start, e.source.span.start, e.target.span.start if e.target else -1)
    )


def _pair(event: Event) -> tuple[object, ...]:
    return key(event.source), key(event.target), event.type.root


def _content(event: Event) -> str:
    """What is asked, promised, refused or threatened, of acts that are words: two contents are two events."""
    code = event.type.code
    return code[2] if event.type.root in WORDS and code[2] != "0" else ""


def _rank(event: Event) -> tuple[int, float]:
    return (len(event.type.code.rstrip("0")), event.confidence)
