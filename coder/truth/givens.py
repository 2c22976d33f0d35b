"""Acts that a noun names and that are taken for granted, whatever becomes of the clause: "to ask about his arrest"."""

from typing import Final

from coder.syntax.clauses import is_verbal
from coder.syntax.parsed import Token
from coder.syntax.words import lemma

# What is done to others, which is spoken of when it is done; what is given or agreed may still be to come.
DONE_FIRST: Final = ("11", "17", "18", "19", "20")
TALKS: Final = "04"
THREATS: Final = "13"  # "despite warnings from doctors"
ABOUT: Final = frozenset("about over on regarding concerning".split())
AROUND: Final = frozenset("amid amidst despite".split())
# "in response to the attack", "in the wake of Iran's raid"
BEHIND: Final = frozenset("wake response retaliation reaction revenge reprisal aftermath".split())
GROUNDS: Final = frozenset("reason motive explanation justification pretext".split())  # "the reason for the raid"
# Verbs of speaking, asking and judging: what they are about is there already.
SPOKEN_OF: Final = frozenset(
    """discuss mention condemn denounce criticise criticize deplore investigate probe examine review explain justify
    defend avenge ignore forget remember commemorate mourn recall deny excuse tolerate regret protest""".split()
)
DEFINITE: Final = frozenset("the this that these those".split())


def is_given(noun: Token, code: str) -> bool:
    """Whether an act that a noun names has come about though its clause is denied, wished for or an aim."""
    if is_verbal(noun) or (noun.dep_ == "conj" and not _is_definite(noun)):
        return False
    while noun.dep_ == "conj" and not is_verbal(noun.head):
        noun = noun.head  # "the attack on a mosque or the raid on a church"
    if noun.dep_ not in ("pobj", "dobj"):
        return False
    above = noun.head
    if noun.dep_ == "pobj" and (above.lower_ in AROUND or (lemma(above.head) in BEHIND and _is_definite(noun))):
        return not code.startswith(THREATS)
    if noun.dep_ == "pobj" and above.lower_ in ("for", "behind") and lemma(above.head) in GROUNDS:
        return _is_done(noun, code) and all(c.lower_ != "no" for c in above.head.children)
    if noun.dep_ == "pobj" and above.lower_ in ABOUT:
        return _is_done(noun, code)
    return noun.dep_ == "dobj" and lemma(above) in SPOKEN_OF and _is_done(noun, code)


def _is_done(noun: Token, code: str) -> bool:
    """Whether it is some certain blow, or somebody's own meeting."""
    if code.startswith(DONE_FIRST):
        return _is_definite(noun)
    return code.startswith(TALKS) and any(c.dep_ == "poss" for c in noun.children)


def _is_definite(noun: Token) -> bool:
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in DEFINITE) for c in noun.children)
