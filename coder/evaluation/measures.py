"""What a scorer counts with: predicted events without ornament, spans that overlap, precision, recall and F1."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coder.types import Actor, Coding

NO_SPAN = (0, 0)
Span = tuple[int, int]

# PLOVER's reading of the CAMEO roots, and the codes that its published table takes out of their root
PLOVER_OF_ROOT = {
    "01": "NONE", "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
    "08": "YIELD", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST",
    "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
PLOVER_OF_CODE = {"163": "COERCE", "191": "COERCE", "192": "COERCE", "175": "ASSAULT", "1712": "ASSAULT"}
LAST_ROOT_OF_QUAD = (2, 5, 8, 13, 20)  # here statements and appeals, 01 and 02, are a class 0 of their own


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a predicted event; a span of ``(0, 0)`` stands for none."""

    code: str = ""
    span: Span = NO_SPAN


@dataclass(frozen=True, slots=True)
class Predicted:
    """A predicted event, as far as scores look at it."""

    source: Side
    code: str
    target: Side
    confidence: float

    def __str__(self) -> str:
        """Give the triple, e.g. ``RUS 036 TUR``."""
        return f"{self.source.code or '---'} {self.code} {self.target.code or '---'}"


@dataclass(frozen=True, slots=True)
class Prf:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Give 2PR / (P + R), 0 when both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def predicted_from_coding(coding: Coding) -> list[Predicted]:
    """Give a coding's events, the most confident first; ties keep their order in the text."""
    events = [
        Predicted(_side(event.source), event.type.code, _side(event.target), event.confidence)
        for event in coding.events
    ]
    return _by_confidence(events)


def predicted_from_response(response: Mapping[str, Any]) -> list[Predicted]:
    """Give the events of a response line, e.g. ``{"id": "a", "events": [{"action": {"code": "036"}, ...}]}``.

    Events without a code are left out; absent actors have the code "" and no span.
    """
    events = [
        Predicted(
            _side_of_mapping(event.get("source")),
            event["action"]["code"],
            _side_of_mapping(event.get("target")),
            float(event.get("confidence") or 0),
        )
        for event in response.get("events") or []
        if (event.get("action") or {}).get("code")
    ]
    return _by_confidence(events)


def plover_event(code: str) -> str:
    """Give the PLOVER event of a CAMEO code; "NONE" for the statements of root 01."""
    return PLOVER_OF_CODE.get(code, PLOVER_OF_ROOT[code[:2]])


def quad_with_statements(code: str) -> int:
    """Give 0 for statements and appeals, else the quad class 1 to 4."""
    return next(quad for quad, last in enumerate(LAST_ROOT_OF_QUAD) if int(code[:2]) <= last)


def overlaps_any(span: Span, others: Iterable[Sequence[int]]) -> bool:
    """Tell whether a span shares a character with one of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def ratio(part: float, whole: float) -> float:
    """Divide, nothing by nothing being 0."""
    return part / whole if whole else 0.0


def class_scores(gold: Sequence[Any], predicted: Sequence[Any]) -> dict[str, Prf]:
    """Score each class of `gold` over parallel lists of labels, the classes in order."""
    pairs = list(zip(gold, predicted, strict=True))
    scores = {}
    for label in sorted(set(gold)):
        hits = sum(g == p == label for g, p in pairs)
        found, wanted = sum(p == label for p in predicted), sum(g == label for g in gold)
        scores[str(label)] = Prf(ratio(hits, found), ratio(hits, wanted))
    return scores


def macro_f1(gold: Sequence[Any], predicted: Sequence[Any]) -> float:
    """Average F1 over the classes of `gold`, each counting alike."""
    scores = class_scores(gold, predicted)
    return ratio(sum(score.f1 for score in scores.values()), len(scores))


def share(items: Iterable[Any], test: Callable[[Any], bool]) -> float:
    """Give the share of items that pass a test."""
    passed = [bool(test(item)) for item in items]
    return ratio(sum(passed), len(passed))


def _by_confidence(events: list[Predicted]) -> list[Predicted]:
    return sorted(events, key=lambda event: -event.confidence)


def _side(actor: Actor | None) -> Side:
    return Side() if actor is None else Side(actor.code, (actor.span.start, actor.span.end))


def _side_of_mapping(actor: Mapping[str, Any] | None) -> Side:
    span = (actor or {}).get("span") or {}
    return Side((actor or {}).get("code") or "", (int(span.get("start") or 0), int(span.get("end") or 0)))
