"""Tolls: clauses that only say how many fell in what a noun above them names."""

from typing import Final

from coder.syntax.clauses import is_verbal
from coder.syntax.parsed import Token
from coder.syntax.words import heads, lemma

# What is done to others though nobody is named who does it; clashes, protests and raids have sides.
ATTACKS: Final = frozenset(
    """attack bombing bomb explosion blast airstrike strike shelling bombardment shooting massacre assault ambush murder
    assassination killing gunfire fire shell rocket missile mortar grenade mine landmine bullet poison lynching stabbing
    execution slaughter those one""".split()
)


def is_toll(verb: Token, victims: tuple[int, ...]) -> bool:
    """Whether a clause hangs on a noun and names no attack: "protests in which ten were killed".

    Whoever did it is then told by the main clause, or nobody tells it at all. It is told of the noun itself where it
    says more than what became of it: "the soldier who was killed in Syria", not "relatives of soldiers killed".
    """
    while verb.dep_ == "conj" and is_verbal(verb.head):
        verb = verb.head
    if verb.dep_ not in ("relcl", "acl"):
        return False
    phrases = [c for c in verb.children if c.dep_ in ("prep", "agent")]
    if verb.head.i in victims:
        return verb.dep_ == "acl" and not phrases
    below = (p for phrase in phrases for p in phrase.children if p.dep_ == "pobj")
    return not any(lemma(one) in ATTACKS for noun in (verb.head, *below) for one in heads(noun))
