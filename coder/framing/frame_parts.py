"""What a preposition or a clause adds to a frame, be it a verb's, a noun's or an adjective's."""

from typing import Final

from coder.frames import Frame
from coder.framing.inner_phrases import LAID
from coder.framing.subjects import unrelative
from coder.syntax.clauses import Clause, Form, clause_form, is_verbal
from coder.syntax.grammar_words import DAY_PARTS, DAYS, ERRANDS, JOINED_ACTS, LABELLING, LETTERS, SUBJECTS
from coder.syntax.nominals import conjuncts, indices, is_attribute, is_lead
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma, nominal_gerund

NUMBERED: Final = frozenset(("first", "second", "third", "fourth", "fifth", "last", "umpteenth"))
PROBING: Final = frozenset({"investigate", "probe", "examine"})  # whether somebody did it


def add_preposition(frame: Frame, prep: Token) -> None:
    """Add what stands behind a preposition, as roles and clauses."""
    name = "agent" if prep.dep_ == "agent" else "in" if prep.normal == "inside" else prep.normal
    nested = [c for c in prep.children if c.dep_ == "prep"]
    for child in () if _is_aside(prep) or is_lead(prep) else prep.children:
        if child.dep_ == "pobj" or (child.dep_ == "pcomp" and nominal_gerund(child)):
            _object_of(frame, name, child)
        elif child.dep_ == "pcomp" and is_attribute(child):
            frame.add(name, indices(x for c in child.children if c.dep_ == "dobj" for x in conjuncts(c)))
        elif child.dep_ == "pcomp" and is_verbal(child):
            asked = clause_form(child) is Form.WHETHER
            frame.clauses.append(Clause(Form.WHETHER if asked else Form.ING, child.i, name))
            frame.add(name, _questioned(child) if name == "into" else [])  # "into whether he lied" is into him
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            add_preposition(frame, child)
    for inner in nested:
        if name != "according":  # who is quoted is no party
            add_preposition(frame, inner)
        for pobj in inner.children:
            if pobj.dep_ == "pobj":
                frame.add(f"{name}_{inner.normal}", indices(conjuncts(pobj)))


def _is_aside(prep: Token) -> bool:
    """Whether it says nothing of the act: "with Chad [threatening] to follow" is another's, "for its part" nobody's."""
    if prep.lower_ == "for":
        return any(c.lower_ == "part" and c.children and c.children[0].dep_ == "poss" for c in prep.children)
    if prep.lower_ != "with" or not prep.i or prep.doc[prep.i - 1].text != ",":
        return False
    return any(c.dep_ == "acl" and c.tag_ == "VBG" for p in prep.children if p.dep_ == "pobj" for c in p.children)


def _questioned(verb: Token) -> list[int]:
    """Give whom a clause of "whether", "how" or "why" asks about; nobody where it is no question."""
    asked = any(c.lower_ in ("whether", "how", "why", "if") and c.i < verb.i for c in verb.children)
    return indices(x for c in verb.children if asked and c.dep_ in SUBJECTS for x in conjuncts(c))


def _object_of(frame: Frame, name: str, noun: Token) -> None:
    """Add what stands behind a preposition to its role; a day says when, not whom."""
    if noun.lower_ == "front" and name == "in":
        frame.add("outside", indices(x for of in noun.children for p in of.children for x in conjuncts(p)))
    elif name == "on" and noun.lower_ in ERRANDS:
        frame.add("to", _addressed(noun))
        return
    elif noun.lower_ in LETTERS and name in ("in", "by", "via") and frame.kind == "verb" and "to" not in frame.roles:
        frame.add("to", _addressed(noun))  # "apologised in a letter to the king"
    elif (noun.lower_ in DAY_PARTS and any(c.lower_ in DAYS for c in noun.children)) or _is_how_often(name, noun):
        for of in noun.children:  # "resumed its shelling on Friday night [of villages]"
            if of.dep_ == "prep" and of.lower_ != "in":
                add_preposition(frame, of)
        return
    elif (
        (noun.lower_ in DAYS and noun.text.istitle())
        or (name == "in" and noun.lower_ in JOINED_ACTS)  # "struck in support of the army": no place
    ):
        return
    elif name == "as":
        name = "object" if _labelled(frame, noun) else name
        frame.add("object", _behind_label(frame, noun))
    tokens = indices(unrelative(x) for x in conjuncts(noun))
    if name == "by" and (frame.passive or frame.kind == "noun"):
        frame.add("agent" if frame.kind == "verb" else "by", tokens)
    else:
        frame.add(name, tokens)


def _is_how_often(preposition: str, noun: Token) -> bool:
    """Whether a phrase only counts: "for the first time [since …]"."""
    return preposition == "for" and noun.lower_ == "time" and any(c.lower_ in NUMBERED for c in noun.children)


def _addressed(noun: Token) -> list[int]:
    """Give whom or what a journey or a letter goes to."""
    goals = (p for to in noun.children if to.lower_ == "to" for p in to.children)
    return indices(x for goal in goals for x in conjuncts(goal))


def _labelled(frame: Frame, noun: Token) -> bool:
    """Whether it is what gets the label, which stands before it: "dismissed as absurd [the claims]"."""
    label = next((t for t in noun.doc.tokens[noun.head.i + 1 :] if not t.is_punct), None)  # in quotes, perhaps
    if label is None:
        return False  # nothing but brackets
    noun_first = label.dep_ == "pobj" and label.head.i == noun.head.i and label.i < noun.i
    free = frame.kind == "verb" and not frame.passive and "object" not in frame.roles
    plain = label.pos_ in ("ADJ", "VERB") or (label.pos_ == "PROPN" and label.text.islower())  # "as baseless"
    return free and frame.lemma in LABELLING and (plain or noun_first) and label.i != noun.i


def _behind_label(frame: Frame, label: Token) -> list[int]:
    """Give what a noun labels that stands behind it without a comma: "denounced as a provocation [the raid]"."""
    if frame.kind != "verb" or frame.passive or "object" in frame.roles or frame.lemma not in LABELLING:
        return []
    behind = (c for c in label.children if c.dep_ == "appos" and c.doc[c.left_edge.i - 1].is_punct is False)
    return indices(c for c in behind if any(g.dep_ in ("det", "poss") for g in c.children))


def add_clause(frame: Frame, verb: Token) -> None:
    """Add a clause, and those that are joined with it and share its subject."""
    if frame.lemma in PROBING and "object" not in frame.roles:
        frame.add("object", _questioned(verb))
    frame.clauses.append(Clause(clause_form(verb), verb.i))
    for child in verb.children:
        if child.dep_ == "conj" and is_verbal(child) and not any(c.dep_ in SUBJECTS for c in child.children):
            frame.clauses.append(Clause(clause_form(verb), child.i))


def _inner(noun: Token) -> list[Token]:
    """What hangs on the last noun of a phrase with "of": "a march for the removal of [the mayor by students]"."""
    last = noun.children[-1] if noun.children else noun
    held = last.children if last.dep_ == "prep" and last.lower_ == "of" else []
    return [c for p in held if p.dep_ == "pobj" for c in p.children]


def stray_by(doc: Doc, frame: Frame, roles: tuple[str, ...]) -> list[int]:
    """A doer that the parser hung on the noun before it: "the demolition of [homes by Israel]"."""
    deep = frame.kind == "noun"
    for role in roles:
        for index in frame.roles.get(role) or ():
            own = [*doc[index].children, *_inner(doc[index])] if deep else doc[index].children
            laid = [p for c in own if c.dep_ == "acl" and lemma(c) in LAID for p in c.children]
            for prep in own + laid if laid else own:  # "sanctions on banks imposed by the EU"
                if prep.dep_ in ("prep", "agent") and prep.lower_ == "by":
                    return indices(x for p in prep.children if p.dep_ == "pobj" for x in conjuncts(p))
    return []
