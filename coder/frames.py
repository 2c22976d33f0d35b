"""`Frame`: a predicate with its arguments.

Roles are lists of head tokens of noun phrases. Passives are turned ("agent" and "object" are deep), relative clauses
and participles get their antecedent, infinitives their controller, coordinated verbs their shared subject.
"""

from collections.abc import Callable

from coder.syntax.clauses import Clause, Status


class Frame:
    """A predicate with its arguments, e.g. ``Frame(4, "verb", "attack", {"agent": [1], "object": [6]})``."""

    __slots__ = ("carried", "clauses", "head", "kind", "lemma", "passive", "roles", "status")

    def __init__(  # noqa: PLR0913, PLR0917 (a value's parts)
        self,
        head: int,
        kind: str,
        lemma: str,
        roles: dict[str, list[int]] | None = None,
        clauses: list[Clause] | None = None,
        status: Status | None = None,
        passive: bool = False,
        carried: bool = False,  # a noun seen as the content of a verb, which gives or leaves open its doer and target
    ) -> None:
        """Take what is known."""
        self.head = head
        self.kind = kind
        self.lemma = lemma
        self.roles: dict[str, list[int]] = {} if roles is None else roles
        self.clauses: list[Clause] = [] if clauses is None else clauses
        self.status = Status() if status is None else status
        self.passive = passive
        self.carried = carried

    def seen(self, head: int, roles: dict[str, list[int]]) -> "Frame":
        """Give the frame with another head and other roles."""
        return Frame(head, self.kind, self.lemma, roles, self.clauses, self.status, self.passive, self.carried)

    def add(self, role: str, tokens: list[int]) -> None:
        """Add tokens to a role, without repeats."""
        have = self.roles.get(role)
        if have is not None:
            for token in tokens:
                if token not in have:
                    have.append(token)
        elif tokens:
            self.roles[role] = tokens[:] if len(tokens) == 1 else list(dict.fromkeys(tokens))


FrameAt = Callable[[int], Frame]  # gives the frame of a token


def marked(head: int) -> int:
    """Give the head of a frame as a predicate above it changes it, negative; and of such a head the frame's own."""
    return -head - 2
