"""`Frame`: a predicate with its arguments.

Roles are lists of head tokens of noun phrases. Passives are turned ("agent" and "object" are deep), relative clauses
and participles get their antecedent, infinitives their controller, coordinated verbs their shared subject.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from coder.clauses import Clause, Status


@dataclass(slots=True)
class Frame:
    """A predicate with its arguments, e.g. ``Frame(4, "verb", "attack", {"agent": [1], "object": [6]})``."""

    head: int
    kind: str
    lemma: str
    roles: dict[str, list[int]] = field(default_factory=dict)
    clauses: list[Clause] = field(default_factory=list)
    status: Status = field(default_factory=Status)
    passive: bool = False
    carried: bool = False  # a noun seen as the content of a verb, which gives or leaves open its doer and target

    def add(self, role: str, tokens: list[int]) -> None:
        """Add tokens to a role, without repeats."""
        have = self.roles.get(role)
        if have is not None:
            have.extend(t for t in tokens if t not in have)
        elif tokens:
            self.roles[role] = tokens[:] if len(tokens) == 1 else list(dict.fromkeys(tokens))


FrameAt = Callable[[int], Frame]  # gives the frame of a token
