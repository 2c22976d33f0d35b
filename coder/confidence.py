"""How sure an event is: from the rule, the actors and the parts that had to agree."""

from coder.acts import Act
from coder.mentions import Mention


def confidence(act: Act, source: Mention, target: Mention | None) -> float:
    """A number in (0, 1]."""
    value = 0.55 + 0.05 * min(max(act.weight, 0.0), 5.0)
    value += 0.08 if source.actor.code and source.kind == "actor" else -0.15 if not source.actor.code else 0.0
    if target is None:
        value -= 0.1
    elif not target.actor.code:
        value -= 0.1
    elif target.kind == "actor":
        value += 0.07
    if act.noun:
        value -= 0.15
    if act.code in ("010", "020", "030", "100", "120", "130", "110"):
        value -= 0.07
    return round(min(max(value, 0.05), 0.99), 3)
