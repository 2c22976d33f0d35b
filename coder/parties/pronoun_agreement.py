"""Which words are pronouns, and which nouns they agree with."""

from typing import Final

from coder.syntax.clauses import is_verbal
from coder.syntax.parsed import Token
from coder.syntax.words import lemma

FIRST: Final = frozenset("i we me us my our ours mine ourselves myself".split())
THIRD: Final = frozenset("he she it they him her them his its their himself herself itself themselves".split())
PLURAL: Final = frozenset("they them their themselves".split())
NEUTER: Final = frozenset("it its itself".split())
PERSONAL: Final = frozenset("he she him his her".split())
POSSESSIVE: Final = frozenset("his her its their".split())
IMPERSONAL: Final = frozenset(
    """government ministry army police parliament court agency newspaper report state country council union
    party company department office embassy committee commission radio television military navy junta regime cabinet
    """.split()
)


def agrees(subject: Token, pronoun: Token, count: int) -> bool:
    """Number, and "it" for no person with a title: a wrong antecedent is worse than none."""
    word = pronoun.lower_
    if word in PLURAL:
        return True
    if word in NEUTER and subject.tag_ == "NNS" and not subject.is_upper:  # nor is ECOWAS many
        return False  # "after soldiers stormed its embassy": not the soldiers'
    if word in PERSONAL and (lemma(subject) in IMPERSONAL or (subject.text.isupper() and subject.tag_ == "NNP")):
        return False  # a government or the BBC is no "he"
    if count > 1 or (subject.tag_ in ("NNS", "NNPS") and word in ("he", "she", "him", "her", "his")):
        return word in FIRST
    return True


def is_of_number(subject: Token, pronoun: Token) -> bool:
    """Whether a pronoun can mean whom another means: "they" are no "he"."""
    return not (subject.lower_ in PLURAL and pronoun.lower_ in PERSONAL)


def clause_above(token: Token) -> Token | None:
    """Give the verb of the clause around a token."""
    while token.head.i != token.i:
        token = token.head
        if is_verbal(token):
            return token
    return None
