"""Codes alone: quad class, codebook examples, expectations as patterns."""

import re
from collections.abc import Mapping

from coder.evaluation.measures import Predicted, class_scores, macro_f1, quad_with_statements, ratio, share
from coder.evaluation.report import Miss, Report, Scored, miss


def quad(rows: Scored) -> Report:
    """Score the quad class of the most confident event."""
    gold = [record["quad"] for record, _ in rows]
    found = [quad_with_statements(events[0].code) if events else -1 for _, events in rows]
    numbers = {
        "uncoded": share(found, lambda value: value == -1),
        "acc": share(zip(gold, found, strict=True), lambda pair: pair[0] == pair[1]),
        "macroF1": macro_f1(gold, found),
    }
    wrong = [row for row, value in zip(rows, found, strict=True) if row[0]["quad"] != value]
    misses = tuple(miss(record, f"quad class {record['quad']}", events) for record, events in wrong)
    return Report("quad", len(rows), numbers, {}, class_scores(gold, found), misses)


def codebook(rows: Scored) -> Report:
    """Score texts that each show one code: exactly, to the third digit, to the root; any event or the first one."""
    found = [(record["code"], [event.code for event in events]) for record, events in rows]
    numbers = {
        "coded": share(found, lambda row: bool(row[1])),
        "exact_any": share(found, lambda row: row[0] in row[1]),
        "three_any": share(found, lambda row: row[0][:3] in {code[:3] for code in row[1]}),
        "root_any": share(found, lambda row: row[0][:2] in {code[:2] for code in row[1]}),
        "root_top": share(found, lambda row: row[0][:2] in {code[:2] for code in row[1][:1]}),
        "exact_top": share(found, lambda row: row[0] in row[1][:1]),
        "events": ratio(sum(len(codes) for _, codes in found), len(found)),
    }
    wrong = [row for row in rows if row[0]["code"][:2] not in {event.code[:2] for event in row[1]}]
    return Report("codebook", len(rows), numbers, misses=tuple(miss(r, r["code"], events) for r, events in wrong))


def acceptance(rows: Scored) -> Report:
    """Score expectations: a record is right when every expected event is there and no forbidden one."""
    misses: list[Miss] = []
    expected = found = forbidden = records = 0
    for record, events in rows:
        missing = [want for want in record.get("expect", []) if not any(_matches(want, e) for e in events)]
        bad = [want for want in record.get("forbid", []) if any(_matches(want, e) for e in events)]
        expected, forbidden = expected + len(record.get("expect", [])), forbidden + len(bad)
        found += len(record.get("expect", [])) - len(missing)
        records += not missing and not bad
        misses += [miss(record, f"missed {_pattern(want)}", events) for want in missing]
        misses += [miss(record, f"forbidden {_pattern(want)}", events) for want in bad]
    numbers = {"records_right": ratio(records, len(rows)), "forbidden": float(forbidden)}
    counts = {"records": (records, len(rows)), "expected events": (found, expected)}
    return Report("acceptance", len(rows), numbers, counts, misses=tuple(misses))


def _matches(want: Mapping[str, str], event: Predicted) -> bool:
    got = {"source": event.source.code, "code": event.code, "target": event.target.code}
    return all(re.match(want[name], value) for name, value in got.items() if name in want)


def _pattern(want: Mapping[str, str]) -> str:
    return " ".join(want.get(name, "*") for name in ("source", "code", "target"))
