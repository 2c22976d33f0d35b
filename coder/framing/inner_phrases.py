"""Phrases inside the phrase of a noun or verb: what hangs on them by a preposition or a clause."""

from typing import Final

from coder.syntax.nominals import conjuncts
from coder.syntax.parsed import Token
from coder.syntax.words import heads, lemma

COUNTS: Final = frozenset("dozen score hundred thousand many several".split())
REQUESTED: Final = frozenset("seek request demand file bring submit lodge propose table present sponsor draft".split())
LAID: Final = frozenset("impose place levy slap direct aim".split())  # on somebody, and lifted from him


def inside(noun: Token, prepositions: frozenset[str]) -> list[int]:
    """Heads of the phrases that hang on a noun by one of the prepositions, breadth first, two levels deep.

    Who asked for the thing or bears it counts as if the noun said so: "curbs imposed on Iran", "sought by a union".
    """
    found: list[int] = []
    level: list[Token] = list(heads(noun))
    for _ in range(2):
        deeper: list[Token] = []
        for each in level:
            preps = [c for c in each.children if c.dep_ in ("prep", "agent")]
            for child in each.children:
                preps += borne(child)
            for prep in preps:
                if prep.lower_ in prepositions:
                    behind = _behind(prep)
                    deeper += behind
                    found += [x.i for p in behind for x in conjuncts(p)]
        level = deeper
    return found


def asked_by(noun: Token) -> list[int]:
    """Who has asked for a thing: "a complaint filed by the union against the ministry" is the union's."""
    phrases = (p for c in noun.children if lemma(c) in REQUESTED for p in borne(c))
    return [x.i for p in phrases for b in _behind(p) for x in conjuncts(b)]


def borne(clause: Token) -> list[Token]:
    """The phrases of a clause that say whose a demand or measure is: "sought by a union", "it had imposed on Iran"."""
    if clause.dep_ not in ("acl", "relcl") or lemma(clause) not in REQUESTED | LAID:
        return []
    asked = lemma(clause) in REQUESTED
    return [p for p in clause.children if p.dep_ in ("prep", "agent") and (p.lower_ == "by") == asked]


def _behind(prep: Token) -> list[Token]:
    """The nouns behind a preposition, or behind a gerund that follows it: "a formula for ending the row with Chad"."""
    found = [c for c in prep.children if c.dep_ == "pobj"]
    if prep.lower_ not in ("for", "at"):
        return found
    return found + [o for c in prep.children if c.dep_ == "pcomp" for o in c.children if o.dep_ == "dobj"]


def joined_by_of(noun: Token) -> list[int]:
    """Those that stand together behind one "of", "from" or "in" of a noun."""
    pobjs = (
        p
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ in ("of", "from", "in")
        for p in c.children
        if p.dep_ == "pobj"
    )
    joined = ([x.i for x in conjuncts(p)] for p in pobjs)
    return next((several for several in joined if len(several) > 1), [])


def counts(token: Token) -> bool:
    """Whether a bare number is the object of a participle: "…, killing [scores]"."""
    bare = token.pos_ == "NUM" or (lemma(token) in COUNTS and not any(c.dep_ == "prep" for c in token.children))
    return bare and token.dep_ == "dobj" and token.head.dep_ == "advcl" and token.head.tag_ == "VBG"


def struck(verb: Token) -> list[Token]:
    """The object of a verb, and what stands behind it or behind that with a preposition: "opened fire on a crowd"."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    preps = [
        c for t in (verb, *objects) for c in t.children if c.dep_ == "prep" and c.lower_ in ("on", "at", "against")
    ]
    return objects + [c for p in preps for c in p.children if c.dep_ == "pobj"]
