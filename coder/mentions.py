"""`Mention`: the words that name an actor, and what they say of it."""

from dataclasses import dataclass
from typing import Final

from coder.types import Actor


@dataclass(slots=True, unsafe_hash=True, init=False)
class Mention:
    """A noun phrase with the actor that it names or that it belongs to.

    `kind` is "actor" (the phrase itself denotes one), "owned" (a thing or act of one: "Hamas positions"; `actor` is the
    owner), "place" (a place used as a place; the code is kept), "pronoun" or "other".
    """

    # Tokens, half-open: determiner, modifiers, title and the prepositional phrase that gave part of the code.
    start: Final[int]
    end: Final[int]
    head: Final[int]
    actor: Final[Actor]
    kind: Final[str]
    sort: Final[str]  # "state", "city", "region", "person", "role", "organisation", "group", "identity", "thing"
    others: Final[tuple[Actor, ...]]  # of a shared head: "British and French troops"

    def __init__(  # noqa: PLR0913, PLR0917 (a value's parts)
        self,
        start: int,
        end: int,
        head: int,
        actor: Actor,
        kind: str,
        sort: str,
        others: tuple[Actor, ...] = (),
    ) -> None:
        """Take the parts."""
        self.start = start
        self.end = end
        self.head = head
        self.actor = actor
        self.kind = kind
        self.sort = sort
        self.others = others
