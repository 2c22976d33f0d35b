"""Fits the confidence of events on texts with known answers, and shows how well it keeps its word.

python -m benchmarks.calibrate GOLD.jsonl [...] [--diagram docs/confidence.svg]

Gold files are of the forms `wild`, `ner` and `relation` of docs/quality.md; the lexicon's own examples are added. Two
chances are fitted, each by a logistic regression: that both parties are right (`wild`, `ner`), and that the root is
right where they are (`wild`, `relation`). The confidence is their product. Prints the tables for coder/confidence.py,
and, from a fit that has not seen the sentence, how often events of each confidence were right.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

import coder.events
from benchmarks.calibration_diagram import Bin, diagram
from coder import confidence as shipped
from coder.acts import Act
from coder.evaluation import task_of
from coder.evaluation.measures import overlaps_any, plover_event
from coder.mentions import Mention
from coder.pipeline import Coder
from coder.types import Coding, Event, Story, TextSpan
from coder.upkeep.lexicon_check import agrees

FOLDS = 5
RIDGE = 3.0  # how hard the fit is held back
RIDGE_OF_ROOTS = 9.0  # a root has few events
SHARE = {"wild": 3.0, "ner": 1.0, "relation": 1.0, "lexicon": 0.05}  # the lexicon's own examples are nearly all right
AWARE = "in the lexicon"  # a column of its own for them, left out of what ships
Gold = dict[str, Any]
Marks = Sequence[Sequence[int]]
Columns = list[str]


class Noted(float):
    """A confidence that remembers what it was made from."""

    mutual: bool
    nameless: bool  # the text does not name the doer
    features: dict[str, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """An event with what is known of it: None where the gold file does not say."""

    form: str
    sentence: str
    features: dict[str, float]
    parties: bool | None
    root: bool | None

    @property
    def right(self) -> bool:
        """Whether parties and root are right."""
        return bool(self.parties and self.root)


def noted(act: Act, source: Mention, target: Mention | None) -> Noted:
    """Stand in for the coder's own function, and keep the features."""
    value = Noted(shipped.confidence(act, source, target))
    value.mutual, value.nameless = act.mutual, source.head == act.head
    value.features = shipped.features(act, source, target)
    return value


def coded(coder: Coder, texts: Sequence[str]) -> Iterator[list[tuple[Event, Noted]]]:
    """Code texts, each event with its noted confidence."""
    for coding in coder.code_batch([Story(text=text) for text in texts]):
        events = coding.events if isinstance(coding, Coding) else ()
        yield [(event, event.confidence) for event in events if isinstance(event.confidence, Noted)]


def judged(coder: Coder, gold: Sequence[Gold]) -> Iterator[Judged]:
    """Judge the events of a gold file; those it says nothing about are left out."""
    form = task_of(gold)
    judge = {"wild": judge_wild, "ner": judge_marked, "relation": judge_related}[form]
    for record, events in zip(gold, coded(coder, [g["text"] for g in gold]), strict=True):
        for event, value in events:
            parties, root = judge(record, event, value)
            if parties is not None or root is not None:
                yield Judged(form, record["id"], value.features, parties, root)


def lies(span: TextSpan | None, marks: Marks) -> bool:
    """Tell whether a span touches one of the marked ones."""
    return span is not None and overlaps_any((span.start, span.end), marks)


def on(event: Event, source: Marks, target: Marks, mutual: bool = False) -> bool:
    """Tell whether an event has these parties, in either order for a mutual one."""
    end = event.target.span if event.target is not None else None
    return (lies(event.source.span, source) and lies(end, target)) or (mutual and on_back(event, source, target))


def on_back(event: Event, source: Marks, target: Marks) -> bool:
    """Tell whether an event has these parties the other way round."""
    return on(event, target, source)


def judge_wild(record: Gold, event: Event, _value: Noted) -> tuple[bool | None, bool | None]:
    """Judge by all events of the text; a party without a mark may be any."""
    end = event.target.span if event.target is not None else None
    hits = [
        gold
        for gold in record["events"]
        if (not gold["source"] or lies(event.source.span, gold["source"]))
        and (not gold["target"] or lies(end, gold["target"]))
    ]
    roots = {code[:2] for gold in hits for code in gold["codes"]}
    return bool(hits), event.type.root in roots if hits else None


def judge_marked(record: Gold, event: Event, value: Noted) -> tuple[bool | None, bool | None]:
    """Judge by marked sources and targets; they say nothing of events that name only one party."""
    sources, targets = ([token[:2] for token in record["tokens"] if token[2] == letter] for letter in "ST")
    if not sources or not targets or event.target is None or value.nameless:
        return None, None
    return on(event, sources, targets, value.mutual), None


def judge_related(record: Gold, event: Event, value: Noted) -> tuple[bool | None, bool | None]:
    """Judge the root of an event on a marked pair."""
    roots = {pair["root"] for pair in record["pairs"] if on(event, pair["source"], pair["target"], value.mutual)}
    return None, plover_event(event.type.code) in roots if roots else None


def judged_examples(coder: Coder) -> Iterator[Judged]:
    """Judge the events of the lexicon's own examples."""
    examples = coder.lexicon.examples
    for example, events in zip(examples, coded(coder, [e.text for e in examples]), strict=True):
        for event, value in events:
            source, target = event.source.code or "---", event.target.code or "---" if event.target else "-"
            hits = [w for w in example.events if agrees([(w[0], "*", w[2])], [(source, "*", target)])]
            root = any(event.type.root == code[:2] for _, code, _ in hits) if hits else None
            yield Judged("lexicon", example.text, {**value.features, AWARE: 1.0}, bool(hits), root)


def matrix(rows: Sequence[Judged], names: Columns) -> np.ndarray:
    """Lay the features out in columns."""
    return np.array([[row.features.get(name, 0.0) for name in names] for row in rows])


def fitted(rows: Sequence[Judged], answer: str, names: Columns) -> np.ndarray:
    """Fit a logistic regression with a ridge, by Newton's method."""
    rows = [row for row in rows if getattr(row, answer) is not None]
    x, y = matrix(rows, names), np.array([float(getattr(row, answer)) for row in rows])
    share = np.array([SHARE[row.form] for row in rows])
    ridge = np.array(
        [RIDGE_OF_ROOTS if n.startswith("root") else 1e-3 if n in {"always", AWARE} else RIDGE for n in names]
    )
    weights = np.zeros(len(names))
    for _ in range(25):
        p = chance(x, weights)
        curve = (x * (share * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        weights += np.linalg.solve(curve, x.T @ (share * (y - p)) - ridge * weights)
    return weights


def chance(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Give the chance that the weights give each row."""
    return np.asarray(1 / (1 + np.exp(-(x @ weights))))


def columns(rows: Iterable[Judged], of: Iterable[str]) -> Columns:
    """Give the features that a chance may look at, of those that occur."""
    prefixes = tuple(of)
    return [*sorted({name for row in rows for name in row.features if name.startswith(prefixes)}), AWARE]


def unseen(rows: Sequence[Judged], answer: str, names: Columns) -> np.ndarray:
    """Give each row the chance from a fit on the other sentences."""
    source = random.Random(1)  # noqa: S311
    fold_of = {sentence: source.randrange(FOLDS) for sentence in sorted({row.sentence for row in rows})}
    folds = np.array([fold_of[row.sentence] for row in rows])
    found = np.zeros(len(rows))
    for fold in range(FOLDS):
        weights = fitted([row for row, f in zip(rows, folds, strict=True) if f != fold], answer, names)
        found[folds == fold] = chance(matrix(rows, names), weights)[folds == fold]
    return found


def binned(name: str, values: np.ndarray, right: np.ndarray, edges: Sequence[float]) -> list[Bin]:
    """Group events by confidence and print how many of each group were right."""
    found = []
    for low, high in pairwise(edges):
        inside = (values >= low) & (values < high)
        if inside.any():
            found.append(Bin(float(values[inside].mean()), float(right[inside].mean()), int(inside.sum())))
    print(f"{name}: {len(values)} events, given {values.mean():.2f}, right {right.mean():.2f}")
    for one in found:
        print(f"    given {one.given:.2f}   right {one.right:.2f}   of {one.count}")
    return found


def table(name: str, names: Columns, weights: np.ndarray) -> None:
    """Print one table as it stands in coder/confidence.py."""
    print(f"{name} = {{")
    for column, weight in zip(names, weights, strict=True):
        if column != AWARE and abs(weight) >= 0.005:
            print(f'    "{column}": {weight:.2f},')
    print("}")


def main() -> None:
    """Fit, print, draw."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path, nargs="+")
    options.add_argument("--diagram", type=Path)
    given = options.parse_args()
    vars(coder.events)["confidence"] = noted
    loaded = Coder.load()
    rows = list(judged_examples(loaded))
    for path in given.gold:
        rows += judged(loaded, [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()])
    parties, roots = columns(rows, shipped.OF_PARTIES), columns(rows, shipped.OF_ROOTS)
    table("PARTIES", parties, fitted(rows, "parties", parties))
    table("ROOTS", roots, fitted(rows, "root", roots))
    one, other = unseen(rows, "parties", parties), unseen(rows, "root", roots)
    lines = {}
    for name, form, answer, values in (
        ("parties and root, real sentences", "wild", "right", one * other),
        ("parties, marked sentences", "ner", "parties", one),
        ("root, marked pairs", "relation", "root", other),
    ):
        mine = [n for n, row in enumerate(rows) if row.form == form and getattr(row, answer) is not None]
        right = np.array([float(getattr(rows[n], answer)) for n in mine])
        edges = (0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
        if mine:
            lines[name] = binned(name, values[mine], right, edges)
    if given.diagram:
        given.diagram.write_text(diagram(lines), "utf-8")


if __name__ == "__main__":
    main()
