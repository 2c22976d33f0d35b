"""The frames of verbs: passives turned, what the parser hung elsewhere brought home."""

from typing import Final

from coder.frames import Frame, FrameAt
from coder.framing.clause_status import status_of
from coder.framing.frame_parts import add_clause, add_preposition, stray_by
from coder.framing.passive_parts import (
    behind_doer,
    doer_below,
    doer_of_thing,
    judge_of_state,
    met,
    shared_doer,
)
from coder.framing.subjects import Subjects, summed_up, unrelative
from coder.syntax.clauses import Clause, Form, clause_form, is_passive, is_verbal
from coder.syntax.grammar_words import (
    CALLING,
    CONSENTING,
    MOVES,
    NAMING,
    NEAR,
    NOMINAL,
    OBJECT_BLAME,
    RELATIVE,
    SUBJECTS,
    UTTERANCES,
    WHEN,
)
from coder.syntax.nominals import conjuncts, has_pobj, indices, is_each_other, is_part, is_stray_object
from coder.syntax.parsed import Token
from coder.syntax.words import lemma

# Behind what a doer may seem to hang on the noun: "was seized from a fair by rebels"; not "over a raid by rebels".
STRAYING: Final = tuple("with of in on for to as at from into through off aboard near".split())
CAPTIVE: Final = frozenset({"hostage", "prisoner", "captive"})


def verb_frame(verb: Token, subjects: Subjects, at: FrameAt) -> Frame:
    """Read the frame of a verb; `at` gives the frames of those around it."""
    frame = Frame(verb.i, "verb", lemma(verb), status=status_of(verb), passive=is_passive(verb))
    surface = subjects.subjects(verb)
    objects = _objects(verb)
    if frame.passive:
        frame.add("iobj" if objects else "object", indices(surface))
    else:
        frame.add("agent", indices(surface))
    frame.add("object", indices(objects))
    for child in verb.children:
        _verb_child(frame, child)
    _causee(frame, verb)
    _blame(frame, objects)
    _parted(frame, verb, subjects)
    _ruled_out(frame, verb)
    _addressed(frame, verb, at)
    _named(frame, verb)
    _held_as(frame, verb)
    _bound_for(frame, objects)
    _summed_up(frame, verb, at)
    if frame.passive:
        _doer(frame, verb)
    return frame


def _doer(frame: Frame, verb: Token) -> None:
    """Give a passive its doer, wherever the parser hung him, and what it hung on him."""
    if "agent" in frame.roles:
        behind_doer(frame, verb)
        return
    found = (
        stray_by(verb.doc, frame, STRAYING)
        or doer_below(verb.doc, frame)
        or _captors(verb)
        or judge_of_state(verb)
        or doer_of_thing(verb)
        or shared_doer(verb)
        or met(frame, verb)
    )
    frame.add("agent", found)


def _captors(verb: Token) -> list[int]:
    """Who holds captives, whom the parser hung on what they are: "were held [hostage by gunmen]"."""
    ties = (by for c in verb.children if c.lower_ in CAPTIVE for by in c.children if by.lower_ == "by")
    return indices(x for by in ties for p in by.children if p.dep_ == "pobj" for x in conjuncts(p))


def _verb_child(frame: Frame, child: Token) -> None:
    if child.dep_ == "dative" and child.pos_ != "ADP":
        frame.add("iobj", indices(conjuncts(child)))
    elif child.dep_ in ("prep", "agent", "dative") or (child.dep_ == "prt" and has_pobj(child)):
        add_preposition(frame, child)
    elif child.dep_ in ("xcomp", "ccomp", "oprd") and child.pos_ in ("ADJ", "ADP", "ADV"):
        frame.add(
            "object", indices(x for c in child.children if c.dep_ in ("nsubj", "nsubjpass") for x in conjuncts(c))
        )
    elif child.dep_ in ("xcomp", "ccomp"):
        add_clause(frame, child)
    elif child.dep_ in ("advmod", "prt") and any(c.dep_ in ("pobj", "prep") for c in child.children):
        for prep in child.children:
            if prep.dep_ == "prep":
                add_preposition(frame, prep)
    elif child.dep_ == "advcl" and child.tag_ in ("VBG", "VB", "VBN", "VBD"):
        called = any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children)  # "called for Iran to act"
        frame.clauses.append(Clause(Form.ING if child.tag_ == "VBG" else Form.TO, child.i, "for" if called else "adv"))
        if child.tag_ in ("VBD", "VBN") and any(
            c.lower_ in WHEN and c.dep_ in ("mark", "advmod") for c in child.children
        ):
            frame.add("when", [child.i])


def _bound_for(frame: Frame, objects: list[Token]) -> None:
    """Give "left Bahrain for Baghdad" where it leads to, which the parser hung on the place that was left."""
    if frame.lemma in ("leave", "depart", "quit") and objects:
        for prep in objects[0].children:
            if prep.dep_ == "prep" and prep.lower_ == "for":
                add_preposition(frame, prep)


def _named(frame: Frame, verb: Token) -> None:
    """Part whom somebody calls something from what he calls him: "called her a liar", "a deal that he called a lie"."""
    own = [c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd") and c.pos_ != "ADJ"]
    if frame.lemma not in NAMING or frame.passive:
        return
    frame.add("as", [c.i for c in verb.children if c.dep_ == "oprd" and c.pos_ == "ADJ"])  # "called it obsolete"
    if not own:
        return
    if verb.dep_ == "relcl" and _gapped(verb) and len(own) == 1 and own[0].tag_ not in RELATIVE:
        frame.roles["object"] = [verb.head.i]
        frame.add("as", indices(conjuncts(own[0])))
        return
    beside = (a for a in own[0].children if a.dep_ == "appos" and a.left_edge.lower_ in ("a", "an"))
    labels = indices(x for c in (*own[1:], *beside) for x in conjuncts(c))
    if labels:
        frame.roles["object"] = [i for i in frame.roles["object"] if i not in labels]
        frame.add("as", labels)


def _held_as(frame: Frame, verb: Token) -> None:
    """Part who is taken from what he is then: "took the workers hostage" has taken nobody but the workers."""
    objects = frame.roles.get("object", [])
    state = [i for i in objects if verb.doc[i].lower_ in CAPTIVE]
    taken = [*frame.roles.get("iobj", ()), *(i for i in objects if i not in state)] if state else []
    if taken:
        frame.roles["object"] = taken
        frame.roles.pop("iobj", None)


def _summed_up(frame: Frame, verb: Token, at: FrameAt) -> None:
    """Give "freed them, a move that Iran condemned" its doer: whoever made the move is condemned."""
    move = verb.head
    if verb.dep_ not in ("relcl", "acl") or lemma(move) not in MOVES or verb.i < move.i:
        return
    objects = frame.roles.get("object", [])
    told = summed_up(move) if move.i in objects else None
    doers = at(told.i).roles.get("agent") if told is not None else None
    if doers:
        frame.roles["object"] = [*doers, *(i for i in objects if i != move.i)]


def _parted(frame: Frame, verb: Token, subjects: Subjects) -> None:
    """Give "agreed, after talks with Iran, to reopen …" the infinitive that the parser hung on the aside."""
    if (
        frame.lemma not in CONSENTING
        or any(not c.adjunct for c in frame.clauses)
        or {"object", "to"} & set(frame.roles)
    ):
        return
    own = next((c for c in frame.clauses if c.preposition == "adv" and c.form is Form.TO and c.verb > verb.i), None)
    if own is not None:  # "threatened in March to cut ties"
        frame.clauses = [Clause(Form.TO, c.verb) if c is own else c for c in frame.clauses]
        return
    for clause in verb.subtree:
        if clause.tag_ == "VB" and clause.dep_ in ("acl", "advcl") and clause.i > verb.i + 1:
            first = min(c.i for c in clause.children) if clause.children else clause.i
            apart = verb.doc[first - 1].text == "," or lemma(clause.head) in ("talk", "summit")
            if apart and any(c.lower_ == "to" for c in clause.children):
                frame.clauses = [c for c in frame.clauses if c.verb != clause.i]
                frame.clauses.append(Clause(Form.TO, clause.i))
                subjects.share(clause, verb)
                return


def _ruled_out(frame: Frame, verb: Token) -> None:
    """Give "ruled out sending arms" the gerund that the parser took for an aside."""
    if frame.lemma == "rule" and "object" not in frame.roles and any(c.lower_ == "out" for c in verb.children):
        frame.clauses = [
            Clause(c.form, c.verb) if c.form is Form.ING and c.preposition == "adv" else c for c in frame.clauses
        ]


def _addressed(frame: Frame, verb: Token, at: FrameAt) -> None:
    """Give "called Iran to apologise" and "sent Iran a letter threatening to …" whom it is called or written to."""
    governor = verb.head
    if verb.dep_ not in ("advcl", "acl") or {"object", "iobj", "to", "with", "on"} & frame.roles.keys():
        return
    if verb.dep_ == "advcl" and lemma(governor) in CALLING and clause_form(verb) is Form.TO:
        frame.add("iobj", at(governor.i).roles.get("object", []))
    elif verb.dep_ == "acl" and verb.tag_ == "VBG" and governor.dep_ == "dobj" and lemma(governor) in UTTERANCES:
        sent = at(governor.head.i).roles if is_verbal(governor.head) else {}
        frame.add("iobj", sent.get("iobj") or sent.get("to") or [])
    elif (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and any(c.dep_ == "dobj" and lemma(c) in UTTERANCES and c.i < verb.i for c in governor.children)
    ):
        sent = at(governor.i).roles
        frame.add("iobj", sent.get("iobj") or sent.get("to") or [])


def _blame(frame: Frame, objects: list[Token]) -> None:
    """Give "accused [a diplomat of spying]" the phrase that the parser hung on the object."""
    if frame.lemma not in OBJECT_BLAME:
        return
    for prep in (
        c for o in objects for c in o.children if c.dep_ == "prep" and c.lower_ in ("of", "with", "for", "over")
    ):
        if prep.normal not in frame.roles and not any(c.preposition == prep.normal for c in frame.clauses):
            add_preposition(frame, prep)


def _causee(frame: Frame, verb: Token) -> None:
    """Give "urged Iran to stop" its object when the parser made Iran the subject of "stop"."""
    if frame.roles.get("object"):
        return
    for clause in frame.clauses:
        bare = clause.form in (Form.TO, Form.ING) or frame.lemma in ("let", "help")
        if bare and clause.preposition == "":
            for child in verb.doc[clause.verb].children:
                if child.dep_ in ("nsubj", "nsubjpass") and child.i > verb.i:
                    frame.add("object", indices(conjuncts(child)))


def _objects(verb: Token) -> list[Token]:
    found = [
        x
        for c in verb.children
        if (c.dep_ in ("dobj", "attr", "oprd") and (c.pos_ != "ADJ" or is_part(c) or is_each_other(c)))
        or is_stray_object(c)
        for x in conjuncts(c)
    ]
    found = [beyond for t in found for beyond in _more_than(t)]
    if len(found) > 1 and any(c.dep_ == "dobj" and c.tag_ not in RELATIVE for c in verb.children):
        found = [t for t in found if t.tag_ not in RELATIVE]  # "the claim that soldiers looted shops"
    found = [unrelative(t) for t in found]
    if not found and verb.dep_ == "relcl" and not is_passive(verb) and _gapped(verb):
        found = conjuncts(verb.head) if verb.head.pos_ in NOMINAL else []
    if not found and verb.dep_ == "conj" and is_verbal(verb.head) and not is_passive(verb):
        return found
    if not found and not is_passive(verb):
        found = _shared_object(verb)
    return found


def _more_than(token: Token) -> list[Token]:
    """What "more than just stones" is: the stones."""
    if token.lower_ not in ("more", "less", "nothing") or token.dep_ != "dobj":
        return [token]
    than = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("than", "but")]
    return [x for c in than for p in c.children if p.dep_ == "pobj" for x in conjuncts(p)] or [token]


def _gapped(verb: Token) -> bool:
    """Whether a relative clause has a subject, so that the antecedent is its object: "the deal Iran signed"."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    stranded = any(c.dep_ == "prep" and not has_pobj(c) for c in verb.children)
    relative_prep = any(g.tag_ in RELATIVE for c in verb.children if c.dep_ == "prep" for g in c.children)
    when = any(c.tag_ == "WRB" for c in verb.children)
    return bool(own) and all(c.tag_ not in RELATIVE for c in own) and not (stranded or relative_prep or when)


def _shared_object(verb: Token) -> list[Token]:
    """The object that "attacked and occupied the town" states once, at the last verb."""
    for child in verb.children:
        if (
            child.dep_ == "conj"
            and is_verbal(child)
            and child.i - verb.i <= NEAR
            and not any(c.dep_ in SUBJECTS for c in child.children)
        ):
            return [x for c in child.children if c.dep_ == "dobj" for x in conjuncts(c)]
    return []
