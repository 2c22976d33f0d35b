"""`EventType`: what CAMEO and PLOVER say of a code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plover:
    """The PLOVER reading of an event type; mode and context are "" where the scheme leaves them open."""

    event: str
    mode: str
    context: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 298 CAMEO codes."""

    code: str  # e.g. "0312"; the leading zero counts
    label: str  # unique, e.g. "EXPRESS_INTENT_COOPERATE_MILITARILY"
    name: str
    definition: str
    root: str  # "01" to "20"
    root_label: str
    quad_class: int  # 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
    goldstein: float  # -10.0 to 10.0
    plover: Plover
