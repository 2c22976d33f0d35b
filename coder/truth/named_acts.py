"""Acts that a noun names and nobody has done: what is near, averted, dreaded, rehearsed, or told in books."""

from typing import Final

from coder.syntax.clauses import is_verbal
from coder.syntax.parsed import Token
from coder.syntax.words import lemma
from coder.truth.reality_words import ONLY_THOUGHT

# What stands before "of" an act that has not come about, or came about in another age: "on the brink of a war".
_OF: Final = ONLY_THOUGHT | frozenset(
    "danger brink verge edge threshold cusp scenario dream anniversary centenary".split()
)
_NEAR: Final = frozenset("close closer near nearer".split())
_NEARING: Final = frozenset("head drift slide edge inch lurch sleepwalk stumble veer hurtle move".split())
_NEARED: Final = frozenset("to toward towards for".split())
_FORESEEN: Final = frozenset("brace dream".split())  # with a preposition
_AVERTED: Final = frozenset(
    """avert avoid prevent forestall preclude simulate rehearse predict imagine envisage foresee commemorate""".split()
)
_OFF: Final = frozenset("head stave ward".split())  # "staved off"
_WORKS: Final = frozenset("film movie book novel documentary exhibition memoir musical opera drama".split())


def is_thought_of(noun: Token) -> bool:
    """Whether an act is only thought of by the words above its noun: "close to [a war]", "averted [a strike]"."""
    above = noun.head
    if noun.dep_ == "dobj" and is_verbal(above):
        off = any(c.dep_ == "prt" and c.lower_ == "off" for c in above.children)
        return lemma(above) in (_OFF if off else _AVERTED)
    if noun.dep_ != "pobj":
        return False
    top = above.head
    if above.lower_ == "of":
        return lemma(top) in _OF or top.lower_ == "talk" or lemma(top) in _FORESEEN
    if above.lower_ == "about":
        return lemma(top) in _WORKS or (lemma(top) == "be" and any(lemma(c) in _WORKS for c in top.children))
    if above.lower_ == "for" and lemma(top) in _FORESEEN:
        return True
    return is_near(above) or (above.lower_ in _NEARED and is_verbal(top) and lemma(top) in _NEARING)


def is_near(preposition: Token) -> bool:
    """Whether something is only near what stands behind: "close [to] a war", "came close [to] attacking"."""
    top = preposition.head
    near = top.lower_ in _NEAR or any(c.lower_ in _NEAR for c in top.children if c.dep_ in ("advmod", "acomp"))
    return near and preposition.lower_ in _NEARED
