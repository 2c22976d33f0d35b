"""The further words of an entry that has several: which tokens they are, and what then becomes of the roles."""

from typing import Final

from coder.frames import Frame
from coder.syntax.grammar_words import DAYS
from coder.syntax.nominals import conjuncts
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma

DATE_WORDS: Final = DAYS | frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec year month week day morning evening night eve weekend".split()
)
ASIDE: Final = frozenset({"advcl", "relcl", "punct"})
WHEN: Final = frozenset({"after", "before"})  # "died [after] he went home": nobody goes after him
PASSED: Final = frozenset("prep dobj acomp attr advmod prt xcomp oprd pobj nsubjpass dative agent".split())
PASSED_TO_FOR: Final = PASSED | {"advcl"}  # "called on Friday for Spain to act"
PARTICLES: Final = frozenset({"aside", "away", "back", "down", "off", "out", "over", "up"})


def taken_by(words: tuple[str, ...], frame: Frame, doc: Doc) -> list[int] | None:
    """The tokens of the further words, each below the head or below one already taken."""
    pool = [doc[frame.head], *(doc[i] for i in frame.roles.get("object", ()) if frame.kind == "verb")]
    taken: list[int] = []
    for word in words:
        token = _below(pool, word, taken)
        if token is None:
            return None
        taken.append(token.i)
        pool.append(token)
    return taken


def _below(pool: list[Token], word: str, taken: list[int]) -> Token | None:
    """The token of a further word: a child of one taken before; else one level deeper, or a passive's subject."""
    for parent in pool:
        for child in parent.children:
            if child.dep_ != "nsubj" and _fits(child, word, taken) and not _of_time(child):
                return child
        if parent.dep_ in ("acomp", "prep") and _fits(parent.head, word, taken):
            return parent.head
    for parent in pool[1:]:
        if _fits(parent, word, taken):
            return parent
    passed = PASSED_TO_FOR if word == "for" else PASSED
    deeper = (g for p in pool for c in p.children if c.dep_ in passed for g in (c, *c.children))
    own = {p.i for p in pool}
    return next((t for t in deeper if _fits(t, word, taken) and not _on_a_day(t) and not _of_another(t, own)), None)


def _of_another(token: Token, own: set[int]) -> bool:
    """Whether a particle belongs to another verb: "called on Peru to set [up]" is no calling up."""
    return token.dep_ == "prt" and token.head.i not in own


def _fits(token: Token, word: str, taken: list[int]) -> bool:
    if not _is(token, word) or token.i in taken or (token.dep_ == "mark" and word in WHEN):
        return False
    return token.dep_ not in ASIDE or (token.dep_ == "relcl" and token.tag_ == "VB")  # "nothing to do with it"


def _is(token: Token, word: str) -> bool:
    return token.normal == word or lemma(token) == word


def lifted(frame: Frame, taken: list[int], doc: Doc) -> dict[str, list[int]]:
    """Roles without the words taken; what hangs on a noun that was taken becomes a role of the whole phrase."""
    roles = {role: [t for t in tokens if t not in taken] for role, tokens in frame.roles.items()}
    for index in taken:
        token = doc[index]
        if (
            token.dep_ in ("prep", "prt")
            and token.lower_ in PARTICLES
            and frame.kind == "verb"
            and "object" not in roles
        ):
            roles["object"] = roles.pop(token.lower_, [])  # "hands over vehicles", read as "over which vehicles"
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "ADV", "VERB"):
            continue
        for child in token.children:
            if child.dep_ == "prep":
                for pobj in child.children:
                    if pobj.dep_ == "pobj":
                        have = roles.setdefault(child.normal, [])
                        have.extend(x.i for x in conjuncts(pobj) if x.i not in have and x.i not in taken)
            elif child.dep_ in ("poss", "dobj") and child.i not in taken:
                roles.setdefault("poss" if child.dep_ == "poss" else "object", []).extend(x.i for x in conjuncts(child))
    return {role: tokens for role, tokens in roles.items() if tokens}


def _on_a_day(token: Token) -> bool:
    """Whether a preposition has a day or month behind it: no particle of the verb ("took a beating on Monday")."""
    return token.dep_ == "prep" and any(c.dep_ == "pobj" and c.lower_.rstrip(".") in DATE_WORDS for c in token.children)


def _of_time(token: Token) -> bool:
    """Whether a preposition only says when ("On Nov. 2, he called …"), or stands before the verb it would belong to."""
    if token.dep_ != "prep":
        return False
    dated = any(
        c.lower_.rstrip(".") in DATE_WORDS or c.like_num
        for p in token.children
        for c in (p, *p.children)
        if p.dep_ == "pobj"
    )
    return dated or token.i < token.head.i
