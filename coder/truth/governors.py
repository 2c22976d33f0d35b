"""Words above a clause that say that it is done: "sent troops to storm", "was quick to condemn", "claims to have"."""

from typing import Final

from coder.syntax.clauses import is_verbal
from coder.syntax.grammar_words import ENDEAVOURS
from coder.syntax.parsed import Token
from coder.syntax.words import lemma
from coder.truth.reality_words import (
    CALLING,
    CHANCES,
    CLAIMING,
    MEETING,
    MOVING,
    QUICK,
    RANKS,
    RISING,
    SEIZING,
    SENDING,
    STEPPING,
    TELLING,
    UNDERMINING,
    WAGING,
)

ORDINAL: Final = ("1st", "2nd", "3rd", "th")  # "the 40th state to recognise it"


def is_told(verb: Token, governor: Token) -> bool:
    """Whether somebody is told to have done something or to be doing it: "is reported to have resigned".

    Or to be something: "is said to be ready for talks".
    """
    told = governor.tag_ == "VBN" and lemma(governor) in TELLING
    return told and (verb.lower_ == "be" or any(c.lower_ in ("have", "be") for c in verb.children))


def is_claimed(verb: Token, governor: Token) -> bool:
    """Whether somebody says that he has done it: "claimed to have shot down a jet"."""
    claimed = lemma(governor) in CLAIMING and verb.dep_ == "xcomp"
    return claimed and any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)


def sends(governor: Token) -> bool:
    """Whether somebody or something is sent, called or used to do it."""
    verb = lemma(governor) if is_verbal(governor) else ""
    if verb in STEPPING:
        return True  # "stepped in to help"
    if verb in MOVING:
        return any(c.lower_ in ("in", "on") and c.dep_ in ("advmod", "prt", "prep") for c in governor.children)
    return verb in SENDING and any(c.dep_ == "dobj" for c in governor.children)


def is_waged(governor: Token, verb: Token) -> bool:
    """Whether a campaign is waged whose aim is its doing: "ordered a campaign to undermine the vote"."""
    aims = lemma(verb) in UNDERMINING
    waged = [governor] if aims and governor.dep_ == "dobj" else list(governor.children) if aims else []
    return any(c.dep_ == "dobj" and lemma(c) in ENDEAVOURS and lemma(c.head) in WAGING for c in waged)


def is_quick(word: Token, verb: Token) -> bool:
    """Whether a word of manner says that it is done: "was quick to condemn it", "went so far as to condemn it"."""
    far = word.lower_ == "far" and any(c.lower_ == "as" for c in verb.children)
    return far or (word.pos_ == "ADJ" and word.lower_ in QUICK)


def is_called_in(governor: Token, verb: Token) -> bool:
    """Whether somebody has called at another's to meet him: "dropped by to see the king"."""
    if lemma(verb) not in MEETING or lemma(governor) not in CALLING or governor.tag_ not in ("VBD", "VBN"):
        return False
    return any(
        c.lower_ in ("in", "by", "over", "round") and c.dep_ in ("prt", "advmod", "prep") for c in governor.children
    )


def is_seized(chance: Token) -> bool:
    """Whether somebody has made use of a chance to do it: "took the opportunity to thank Norway"."""
    verb = chance.head if chance.dep_ == "dobj" else chance  # the infinitive may hang on either
    chances = [c for c in verb.children if c.dep_ == "dobj" and lemma(c) in CHANCES]
    return bool(chances) and lemma(verb) in SEIZING and verb.tag_ in ("VBD", "VBN", "VBZ")


def is_first(noun: Token) -> bool:
    """Whether a noun's infinitive tells what was done: "the first country to recognise Lithuania"."""
    if noun.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return False
    words = [noun.lower_, *[c.lower_ for c in noun.children if c.dep_ in ("amod", "nummod")]]
    return any(w in RANKS or (w[0].isdigit() and w.endswith(ORDINAL)) for w in words)


def is_occasion(verb: Token, *, governed: bool) -> bool:
    """Whether somebody rises, gathers or writes, so that the infinitive is spoken: "took the floor to urge"."""
    past = is_verbal(verb) and verb.tag_ in ("VBD", "VBG")
    return past and (not governed or lemma(verb) in RISING)


def is_tribute(verb: Token) -> bool:
    """Whether tribute is paid, which is done in words: "took to the stage to pay tribute to them"."""
    return lemma(verb) == "pay" and any(c.dep_ == "dobj" and lemma(c) == "tribute" for c in verb.children)
