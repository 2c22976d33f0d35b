"""`Mention`: the words that name an actor, and what they say of it."""

from dataclasses import field

from coder.types import Actor
from coder.values import value


@value(frozen=True, slots=True)
class Mention:
    """A noun phrase with the actor that it names or that it belongs to.

    `kind` is "actor" (the phrase itself denotes one), "owned" (a thing or act of one: "Hamas positions"; `actor` is the
    owner), "place" (a place used as a place; the code is kept), "pronoun" or "other".
    """

    start: (
        int  # tokens, half-open: determiner, modifiers, title and the prepositional phrase that gave part of the code
    )
    end: int
    head: int
    actor: Actor
    kind: str
    sort: str  # "state", "city", "region", "person", "role", "organisation", "group", "identity", "thing"
    others: tuple[Actor, ...] = field(default=())  # of a shared head: "British and French troops"
