"""The states that a plural before them only sums up: "its neighbours, Peru and Chile"."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from coder.mentions import Mention
from coder.syntax.nominals import conjuncts
from coder.syntax.parsed import Doc
from coder.syntax.words import lemma

SUMMED: Final = frozenset("country nation state ally neighbour neighbor power republic member partner".split())
PLURAL: Final = frozenset(("NNS", "NNPS"))
COUNTRY: Final = 3  # the length of a country's code


def listed(doc: Doc, mention: Mention, at: Callable[[int], Mention]) -> Mention:
    """The states named behind a plural that sums them up, as one mention; the mention itself where there are none."""
    head = doc[mention.head]
    if head.tag_ not in PLURAL or lemma(head) not in SUMMED:
        return mention
    names = [x.i for c in head.children if c.dep_ == "appos" and c.i > head.i for x in conjuncts(c)]
    states = [found.actor for found in (at(i) for i in names) if len(found.actor.code) == COUNTRY]
    if len(states) < len(names) or not states or mention.actor.code in {s.code for s in states}:
        return mention
    return replace(mention, actor=states[0], others=tuple(states[1:]))
