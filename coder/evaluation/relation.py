"""The event class of given pairs of actors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coder.evaluation.measures import (
    Predicted,
    class_scores,
    macro_f1,
    overlaps_any,
    plover_event,
    quad_with_statements,
    ratio,
    share,
)
from coder.evaluation.report import Gold, Miss, Report, Scored, miss


def relation(rows: Scored) -> Report:
    """Score the event class of given pairs of actors."""
    pairs = [_RelationPair.of(record, pair, events) for record, events in rows for pair in record["pairs"]]
    roots = [pair.root for pair in pairs], [pair.found_root for pair in pairs]
    quads = [pair.quad for pair in pairs], [pair.found_quad for pair in pairs]
    right = sum(pair.right for pair in pairs)
    found = sum(bool(pair.forward) for pair in pairs)
    events = [(record, event) for record, predicted in rows for event in predicted]
    numbers = {
        "pair_recall": ratio(found, len(pairs)),
        "reversed": share(pairs, lambda pair: pair.backward and not pair.forward),
        "root_acc": ratio(right, len(pairs)),
        "root_acc_given_pair": ratio(right, found),
        "root_any": share(pairs, lambda pair: pair.root in map(plover_event, pair.forward)),
        "root_macroF1": macro_f1(*roots),
        "quad_macroF1": macro_f1(*quads),
        "events_per_text": ratio(len(events), len(rows)),
        "off_pair_events": share(events, lambda row: not _touches_a_pair(*row)),
    }
    misses = tuple(pair.miss() for pair in pairs if not pair.right)
    return Report("relation", len(rows), numbers, {"pairs": (found, len(pairs))}, class_scores(*roots), misses)


@dataclass(frozen=True, slots=True)
class _RelationPair:
    """A gold pair with the codes of the events that lie on it, in its direction and against it."""

    record: Gold
    root: str
    quad: int
    forward: tuple[str, ...]
    backward: tuple[str, ...]
    events: tuple[Predicted, ...]

    @classmethod
    def of(cls, record: Gold, pair: Gold, events: list[Predicted]) -> "_RelationPair":
        """Find the events that lie on a gold pair."""
        forward = tuple(e.code for e in events if _lies_on(e, pair["source"], pair["target"]))
        backward = tuple(e.code for e in events if _lies_on(e, pair["target"], pair["source"]))
        return cls(record, pair["root"], pair["quad"], forward, backward, tuple(events))

    @property
    def found_root(self) -> str:
        return plover_event(self.forward[0]) if self.forward else "NONE"

    @property
    def found_quad(self) -> int:
        return quad_with_statements(self.forward[0]) if self.forward else -1

    @property
    def right(self) -> bool:
        return self.root == self.found_root

    def miss(self) -> Miss:
        on_pair = f"on the pair: {', '.join(self.forward) or 'nothing'}"
        return miss(self.record, f"{self.root} ({on_pair})", self.events)


def _lies_on(event: Predicted, source: Iterable[Sequence[int]], target: Iterable[Sequence[int]]) -> bool:
    return overlaps_any(event.source.span, source) and overlaps_any(event.target.span, target)


def _touches_a_pair(record: Gold, event: Predicted) -> bool:
    sides = [pair["source"] + pair["target"] for pair in record["pairs"]]
    return any(_lies_on(event, spans, spans) for spans in sides)
