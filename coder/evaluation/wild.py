"""All events of real text."""

from collections.abc import Callable, Iterable, Iterator

from coder.evaluation.measures import Predicted, Prf, overlaps_any, ratio
from coder.evaluation.report import Gold, Miss, Report, Scored, miss


def wild(rows: Scored) -> Report:
    """Score all events of real text: pairs of actors, with root, with code, with countries."""
    tables = {name: _wild_prf(rows, test) for name, test in WILD_TESTS.items()}
    eventless = [events for record, events in rows if not record["events"]]
    quiet = sum(not events for events in eventless)
    numbers = {f"{name} F1": score.f1 for name, score in tables.items()}
    return Report(
        "wild",
        len(rows),
        numbers,
        {"quiet on eventless texts": (quiet, len(eventless))},
        tables,
        tuple(_wild_misses(rows)),
    )


def _on_pair(event: Predicted, gold: Gold) -> bool:
    return all(
        not gold[name] or overlaps_any(side.span, gold[name])
        for name, side in (("source", event.source), ("target", event.target))
    )


def _same_root(event: Predicted, gold: Gold) -> bool:
    return event.code[:2] in {code[:2] for code in gold["codes"]}


def _same_countries(event: Predicted, gold: Gold) -> bool:
    return _fits(event.source.code, gold["source_codes"]) and _fits(event.target.code, gold["target_codes"])


def _fits(code: str, accepted: Iterable[str]) -> bool:
    """Compare countries; where the gold names none, its sector must be in the code, and a bare ``---`` fits all."""
    return any(
        want in ("", "---") or code[:3] == want[:3] or (want.startswith("---") and want[3:] in code)
        for want in accepted
    )


WILD_TESTS: dict[str, Callable[[Predicted, Gold], bool]] = {
    "pair": _on_pair,
    "pair+root": lambda e, g: _on_pair(e, g) and _same_root(e, g),
    "pair+code": lambda e, g: _on_pair(e, g) and e.code in g["codes"],
    "pair+root+country": lambda e, g: _on_pair(e, g) and _same_root(e, g) and _same_countries(e, g),
    "root+country, no spans": lambda e, g: _same_root(e, g) and _same_countries(e, g),
}


def _wild_prf(rows: Scored, test: Callable[[Predicted, Gold], bool]) -> Prf:
    right = [any(test(e, g) for g in record["events"]) for record, events in rows for e in events]
    required = [(g, events) for record, events in rows for g in record["events"] if not g["optional"]]
    found = [any(test(e, g) for e in events) for g, events in required]
    return Prf(ratio(sum(right), len(right)), ratio(sum(found), len(found)))


def _wild_misses(rows: Scored) -> Iterator[Miss]:
    test = WILD_TESTS["pair+root"]
    for record, events in rows:
        for gold in record["events"]:
            if not gold["optional"] and not any(test(e, gold) for e in events):
                triple = "/".join(gold["source_codes"]), "/".join(gold["codes"]), "/".join(gold["target_codes"])
                yield miss(record, f"missed {' '.join(triple)}", events)
        wrong = [e for e in events if not any(test(e, gold) for gold in record["events"])]
        if wrong:
            yield miss(record, "none of these", wrong)
