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
    "always": 2.08,
    "bare word": -0.04,
    "composed": -0.53,
    "future": -0.15,
    "general code": -0.41,
    "mutual": 0.81,
    "noun": -0.86,
    "reported": -0.19,
    "source actor": 0.43,
    "source by reference": -1.66,
    "source far": -0.73,
    "source owned": 0.10,
    "source place": -0.01,
    "source stateless": -0.25,
    "source unknown": -0.52,
    "target actor": 1.18,
    "target by reference": -1.19,
    "target far": -1.34,
    "target none": -1.90,
    "target owned": 0.97,
    "target place": 0.23,
    "target stateless": -0.79,
    "target unknown": -0.48,
}
ROOTS: Final[dict[str, float]] = {
    "always": 2.09,
    "bare word": 0.69,
    "composed": -0.17,
    "future": 0.13,
    "general code": -0.32,
    "mutual": 0.17,
    "noun": 0.29,
    "reported": 0.01,
    "root 01": -0.44,
    "root 02": 0.18,
    "root 03": -0.18,
    "root 04": 0.50,
    "root 05": 0.42,
    "root 06": -0.33,
    "root 07": 0.25,
    "root 08": 0.18,
    "root 09": 0.23,
    "root 10": -0.31,
    "root 11": 0.10,
    "root 12": 0.60,
    "root 13": -0.21,
    "root 14": 0.16,
    "root 15": -0.34,
    "root 16": 0.17,
    "root 17": -0.38,
    "root 18": -0.01,
    "root 19": 0.06,
    "root 20": -0.66,
    "weight": 0.99,
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
