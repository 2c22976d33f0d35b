"""Whether the sources and targets of events lie on the words marked so."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from coder.evaluation.measures import Predicted, Prf, Span, overlaps_any, ratio
from coder.evaluation.report import Report, Scored, miss


def ner(rows: Scored) -> Report:
    """Score whether the sources and targets of events lie on the words marked so."""
    tables = {
        "source": _role_prf(rows, "S", lambda e: e.source.span),
        "target": _role_prf(rows, "T", lambda e: e.target.span),
    }
    misses = [
        miss(record, f"{role} '{record['text'][start:end]}'", events)
        for record, events in rows
        for role, letter, span in (("source", "S", lambda e: e.source.span), ("target", "T", lambda e: e.target.span))
        for start, end in _stretches(record["tokens"], letter)
        if not overlaps_any((start, end), map(span, events))
    ]
    return Report("ner", len(rows), {f"{k} F1": v.f1 for k, v in tables.items()}, {}, tables, tuple(misses))


def _role_prf(rows: Scored, letter: str, span: Callable[[Predicted], Span]) -> Prf:
    found, right = [], []
    for record, events in rows:
        stretches, spans = _stretches(record["tokens"], letter), {span(e) for e in events if span(e)[1]}
        found += [overlaps_any(stretch, spans) for stretch in stretches]
        right += [overlaps_any(one, stretches) for one in spans]
    return Prf(ratio(sum(right), len(right)), ratio(sum(found), len(found)))


def _stretches(tokens: Iterable[Sequence[Any]], letter: str) -> list[Span]:
    """Join neighbouring tokens of one letter, at most a blank between them."""
    stretches: list[Span] = []
    last_end = None
    for start, end, mark in tokens:
        if mark == letter and last_end is not None and start - last_end <= 1:
            stretches[-1] = (stretches[-1][0], end)
        elif mark == letter:
            stretches.append((start, end))
        last_end = end if mark == letter else None
    return stretches
