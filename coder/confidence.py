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
PARTIES: Final = {
    "always": 1.63,
    "bare word": -0.24,
    "composed": -0.30,
    "future": 0.22,
    "general code": -0.37,
    "mutual": 0.71,
    "noun": -0.55,
    "reported": -0.41,
    "source actor": 0.62,
    "source by reference": -0.90,
    "source far": -0.50,
    "source owned": 0.30,
    "source place": -0.23,
    "source stateless": -0.21,
    "source unknown": -0.69,
    "target actor": 1.18,
    "target by reference": -1.20,
    "target far": -1.37,
    "target none": -1.88,
    "target owned": 1.05,
    "target place": 0.32,
    "target stateless": -0.73,
    "target unknown": -0.66,
}
ROOTS: Final = {
    "always": 2.08,
    "bare word": 0.60,
    "composed": -0.21,
    "future": 0.36,
    "general code": -0.27,
    "mutual": 0.24,
    "noun": 0.32,
    "reported": 0.05,
    "root 01": -0.41,
    "root 02": 0.23,
    "root 03": -0.10,
    "root 04": 0.51,
    "root 05": 0.19,
    "root 06": -0.33,
    "root 07": 0.24,
    "root 08": 0.08,
    "root 09": 0.25,
    "root 10": -0.13,
    "root 11": 0.14,
    "root 12": 0.63,
    "root 13": -0.36,
    "root 14": 0.19,
    "root 15": -0.27,
    "root 16": 0.13,
    "root 17": -0.31,
    "root 19": -0.06,
    "root 20": -0.63,
    "weight": 0.86,
}
_BOTH: Final = {name: (PARTIES.get(name, 0.0), ROOTS.get(name, 0.0)) for name in PARTIES.keys() | ROOTS.keys()}


def confidence(act: Act, source: Mention, target: Mention | None) -> float:
    """Give the chance that the event is right: of events given 0.8, eight in ten are."""
    parties = roots = 0.0
    for name, value in features(act, source, target):
        if value:  # most are not there
            party, root = _BOTH.get(name, (0.0, 0.0))
            parties += party * value
            roots += root * value
    return round(min(max(_chance(parties) * _chance(roots), LOWEST), HIGHEST), 3)


def features(act: Act, source: Mention, target: Mention | None) -> list[tuple[str, float]]:
    """Give what speaks for and against an event, as names with numbers from 0 to 1."""
    found = [
        ("always", 1.0),
        ("weight", min(max(act.weight, 0.0), MOST_WEIGHT) / MOST_WEIGHT),
        ("bare word", float(act.weight <= 0)),  # the word alone decided, no condition had to hold
        ("composed", float(act.composed)),
        ("noun", float(act.noun)),
        ("mutual", float(act.mutual)),
        ("general code", float(len(act.code) == len("190") and act.code.endswith("0"))),
        ("reported", float(act.modality is Modality.REPORTED)),
        ("future", float(act.tense is Tense.FUTURE)),
        (f"root {act.code[:2]}", 1.0),
    ]
    # A doer may be one that the text does not name.
    found += [("source unknown", 1.0)] if source.head == act.head else _party("source", act, source)
    found += [("target none", 1.0)] if target is None else _party("target", act, target)
    return found


def _party(side: str, act: Act, mention: Mention) -> list[tuple[str, float]]:
    """Give whether a party is known, how, and how far it stands from the act."""
    actor = mention.actor
    found = [
        (f"{side} {mention.kind if actor.code else 'unknown'}", 1.0),
        (f"{side} far", min(abs(mention.head - act.head), FAR) / FAR),
    ]
    if actor.code and not actor.country:
        found.append((f"{side} stateless", 1.0))
    if actor.resolution is Resolution.COREFERENCE:
        found.append((f"{side} by reference", 1.0))
    return found


def _chance(evidence: float) -> float:
    return 1.0 / (1.0 + math.exp(-evidence))
