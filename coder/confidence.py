"""How sure an event is: the chance that its parties are right, times the chance that its root is.

Both are logistic regressions over what is known of the act and its parties when the event is made.
"""

import math
from typing import Final

from coder.acts import Act
from coder.mentions import Mention
from coder.types import Modality, Resolution, Tense

LOWEST, HIGHEST = 0.05, 0.98
MOST_WEIGHT: Final = 8.0  # conditions and words that agree beyond this make nothing surer
FAR: Final = 12  # tokens; a party farther from its verb than that is no less sure for it

# What the two chances look at, as beginnings of names, and the tables that `python -m benchmarks.calibrate` prints.
# How they were fitted, and how well they hold: docs/quality.md, section "Confidence".
OF_PARTIES: Final = (
    "always",
    "source",
    "target",
    "noun",
    "composed",
    "mutual",
    "reported",
    "bare",
    "general",
    "future",
)
OF_ROOTS: Final = ("always", "root", "weight", "noun", "composed", "mutual", "reported", "bare", "general", "future")
PARTIES: Final[dict[str, float]] = {
    "always": 2.04,
    "bare word": -0.05,
    "composed": -0.47,
    "future": -0.17,
    "general code": -0.42,
    "mutual": 0.80,
    "noun": -0.90,
    "reported": -0.24,
    "source actor": 0.44,
    "source by reference": -1.65,
    "source far": -0.66,
    "source owned": 0.14,
    "source place": -0.05,
    "source stateless": -0.24,
    "source unknown": -0.52,
    "target actor": 1.21,
    "target by reference": -1.36,
    "target far": -1.34,
    "target none": -1.92,
    "target owned": 0.92,
    "target place": 0.29,
    "target stateless": -0.84,
    "target unknown": -0.50,
}
ROOTS: Final[dict[str, float]] = {
    "always": 2.17,
    "bare word": 0.51,
    "composed": -0.20,
    "future": 0.07,
    "general code": -0.29,
    "mutual": 0.15,
    "noun": 0.31,
    "reported": -0.01,
    "root 01": -0.45,
    "root 02": 0.19,
    "root 03": -0.13,
    "root 04": 0.50,
    "root 05": 0.42,
    "root 06": -0.34,
    "root 07": 0.24,
    "root 08": 0.19,
    "root 09": 0.23,
    "root 10": -0.30,
    "root 11": 0.10,
    "root 12": 0.60,
    "root 13": -0.22,
    "root 14": 0.14,
    "root 15": -0.31,
    "root 16": 0.17,
    "root 17": -0.39,
    "root 18": -0.01,
    "root 19": 0.03,
    "root 20": -0.65,
    "weight": 0.90,
}


def confidence(act: Act, source: Mention, target: Mention | None) -> float:
    """Give the chance that the event is right: of events given 0.8, eight in ten are."""
    parties = roots = 0.0
    for name, value in features(act, source, target).items():
        parties += PARTIES.get(name, 0.0) * value
        roots += ROOTS.get(name, 0.0) * value
    return round(min(max(_chance(parties) * _chance(roots), LOWEST), HIGHEST), 3)


def features(act: Act, source: Mention, target: Mention | None) -> dict[str, float]:
    """Give what speaks for and against an event, as names with numbers from 0 to 1; what is 0 may be left out."""
    found = {"always": 1.0}
    if act.weight > 0:
        found["weight"] = min(act.weight, MOST_WEIGHT) / MOST_WEIGHT
    else:
        found["bare word"] = 1.0  # the word alone decided, no condition had to hold
    if act.composed:
        found["composed"] = 1.0
    if act.noun:
        found["noun"] = 1.0
    if act.mutual:
        found["mutual"] = 1.0
    if len(act.code) == len("190") and act.code.endswith("0"):
        found["general code"] = 1.0
    if act.modality is Modality.REPORTED:
        found["reported"] = 1.0
    if act.tense is Tense.FUTURE:
        found["future"] = 1.0
    found[f"root {act.code[:2]}"] = 1.0
    _add_party(found, "source", act, source if source.head != act.head else None, "unknown")  # whom nobody names
    _add_party(found, "target", act, target, "none")
    return found


def _add_party(found: dict[str, float], side: str, act: Act, mention: Mention | None, missing: str) -> None:
    """Add whether a party is known, how, and how far it stands from the act."""
    if mention is None:
        found[f"{side} {missing}"] = 1.0
        return
    actor = mention.actor
    found[f"{side} {mention.kind if actor.code else 'unknown'}"] = 1.0
    found[f"{side} far"] = min(abs(mention.head - act.head), FAR) / FAR
    if actor.code and not actor.country:
        found[f"{side} stateless"] = 1.0
    if actor.resolution is Resolution.COREFERENCE:
        found[f"{side} by reference"] = 1.0


def _chance(evidence: float) -> float:
    return 1.0 / (1.0 + math.exp(-evidence))
