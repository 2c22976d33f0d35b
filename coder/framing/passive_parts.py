"""What the parser hangs on the wrong word around the doer of a passive: "was accused [by Chad of raids]"."""

from typing import Final

from coder.frames import Frame
from coder.framing.frame_parts import add_preposition
from coder.syntax.clauses import Form
from coder.syntax.grammar_words import MEETINGS, NEAR, SETTLING, SUBJECTS
from coder.syntax.nominals import conjuncts, indices
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma

# What is done "of" something: of a crime, of news, of a thing taken away.
OF_SOMETHING: Final = frozenset(
    """accuse convict acquit suspect warn strip rob deprive inform notify tell remind assure clear relieve cleanse purge
    advise absolve""".split()
)
# What may hang on the doer in the parse, and belongs to what he did; what stands behind "of" is mostly his own.
ABOUT: Final = frozenset("against with for from to over during as toward towards".split())
WHERE: Final = frozenset("at on into through in aboard along behind across near onto".split())
_DOING: Final = frozenset(SUBJECTS) - {"nsubjpass"}
NAMES: Final = frozenset({"NNP", "NNPS"})


def behind_doer(frame: Frame, verb: Token) -> None:
    """Give "was asked by Chad [for troops]", "was fired by rebels [at a post]" what the parser hung on the doer.

    Where a participle only says which thing is meant, it only says where that is: "a mine laid by rebels on a road".
    """
    behind = ABOUT if verb.dep_ == "acl" else ABOUT | WHERE
    by = (p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj")
    doer = next(by, None)
    for phrase in doer.children if doer is not None else ():
        if phrase.dep_ != "prep" or phrase.i < phrase.head.i or phrase.normal in frame.roles:
            continue
        if phrase.lower_ in behind or (phrase.lower_ == "of" and frame.lemma in OF_SOMETHING and _is_charge(phrase)):
            add_preposition(frame, phrase)


def _is_charge(of: Token) -> bool:
    """Whether it is no name, which would say whose the doer is: "by the president of Chad"."""
    return all(c.tag_ not in NAMES for c in of.children)


def doer_of_thing(verb: Token) -> list[int]:
    """Who did it where the parser hung him on what somebody was given: "was granted an audience [by the king]"."""
    things = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    by = (g for t in things for g in t.children if g.dep_ in ("prep", "agent") and g.lower_ == "by")
    return indices(
        x
        for g in by
        for p in g.children
        if p.dep_ == "pobj" and (p.text[:1].isupper() or _is_named(p))
        for x in conjuncts(p)
    )


def doer_below(doc: Doc, frame: Frame) -> list[int]:
    """Who did it where the parser hung him on a clause: "was told to go [by Chad]", "banned from …"."""
    for clause in frame.clauses:
        verb = doc[clause.verb]
        if clause.form not in (Form.ING, Form.TO) or clause.adjunct or verb.tag_ not in ("VBG", "VB"):
            continue
        things = [c for c in verb.children if c.dep_ == "dobj"]
        for by in (g for t in (verb, *things) for g in t.children):
            if by.dep_ in ("prep", "agent") and by.lower_ == "by":
                doers = [p for p in by.children if p.dep_ == "pobj" and _is_named(p)]
                if by.head in things or clause.form is Form.TO:
                    doers = [p for p in doers if p.tag_ == "NNP"]  # not "to end a protest by Turks"
                return indices(x for p in doers for x in conjuncts(p))
    return []


def judge_of_state(verb: Token) -> list[int]:
    """Who found somebody to be something: "were found guilty of [theft by a Chadian court]"."""
    states = (c for c in verb.children if c.dep_ in ("oprd", "acomp") and c.pos_ == "ADJ")
    causes = (p for c in states for prep in c.children if prep.dep_ == "prep" for p in prep.children)
    ties = (by for p in causes if p.dep_ == "pobj" for by in p.children if by.dep_ == "prep" and by.lower_ == "by")
    return indices(x for by in ties for p in by.children if p.dep_ == "pobj" and _is_named(p) for x in conjuncts(p))


def _is_named(noun: Token) -> bool:
    """Whether a phrase has a name in it: nobody is banned from voting "by force"."""
    return noun.tag_ in NAMES or any(c.text[:1].isupper() for c in noun.children)


def shared_doer(verb: Token) -> list[int]:
    """The doer named once, at the last verb: "were killed or wounded by troops", "were killed and six hurt by them"."""
    for other in verb.children:
        bare = other.dep_ == "conj" and other.tag_ == "VBN" and 0 < other.i - verb.i <= NEAR
        if bare and not any(c.dep_ == "auxpass" or c.dep_ in _DOING for c in other.children):
            by = (c for c in other.children if c.dep_ in ("agent", "prep") and c.lower_ == "by")
            return indices(x for c in by for p in c.children if p.dep_ == "pobj" for x in conjuncts(p))
    return []


def met(frame: Frame, verb: Token) -> list[int]:
    """Give those as doers who met for it: "was agreed in talks between Peru and Chile"."""
    if frame.lemma not in SETTLING:
        return []
    ties = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("in", "at", "after", "during", "following")]
    behind = [m for tie in ties for m in tie.children if m.dep_ == "pobj"]
    meetings = [m for m in behind if lemma(m) in MEETINGS or m.tag_ == "NNP"]  # "was reached in Cairo between …"
    between = [c for m in (*meetings, verb) for c in m.children if c.dep_ == "prep" and c.lower_ == "between"]
    found = [x for tie in between for p in tie.children if p.dep_ == "pobj" for x in conjuncts(p)]
    return indices(found) if meetings else []
