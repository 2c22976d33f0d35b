"""The frames of nouns that name acts, and of adjectives."""

from typing import Final

from coder.frames import Frame, FrameAt
from coder.framing.clause_status import status_of
from coder.framing.frame_parts import add_clause, add_preposition, stray_by
from coder.framing.inner_phrases import joined_by_of
from coder.framing.subjects import Subjects, blamed
from coder.syntax.clauses import NOUN_CLAUSES, Clause, Form, Status, clause_form, is_content, is_verbal
from coder.syntax.grammar_words import (
    ADDRESSING,
    AIMED,
    ASKED_FOR,
    BLAMING,
    CONVERSATIONS,
    HELP,
    JOINED_ACTS,
    JUDGING_WORDS,
    LEAVING,
    MEETING_PREPOSITIONS,
    MEETINGS,
    PACTS,
    REQUESTS,
    SAYINGS,
    SENDING,
    SERIES,
    SHARED_ACTS,
    STAGES,
    VISITS,
    WITH_INFINITIVE,
)
from coder.syntax.nominals import (
    conjuncts,
    has_no,
    indices,
    joined_before,
    made_by,
    modifying,
    names_owner,
    stands_aside,
)
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma

# In whose phrase the parser may have hung "by"; behind "for" it may be who is asked: "a call for the release by Chad".
_BEFORE_ASKED: Final = ("of", "against", "on", "between", "in", "to")
_BEFORE_DOER: Final = (*_BEFORE_ASKED, "for", "over", "into", "with")
_OWN_ROLES: Final = ("agent", "poss", "by", "of", "mod")  # of a noun, which its verb has otherwise


def noun_frame(noun: Token, subjects: Subjects, at: FrameAt) -> Frame:
    """Read the frame of a noun; `at` gives the frames of those around it."""
    frame = Frame(noun.i, "noun", lemma(noun))
    for child in noun.children:
        if child.dep_ == "poss":
            frame.add("poss", indices(conjuncts(_relative_owner(child) if child.tag_ == "WP$" else child)))
        elif child.dep_ in ("compound", "amod", "nmod", "nummod") and child.i < noun.i and not child.is_punct:
            frame.add("mod", modifying(child))
        elif child.dep_ == "prep":
            add_preposition(frame, child)
        elif is_verbal(child) and (child.dep_, clause_form(child)) in NOUN_CLAUSES and is_content(child):
            frame.clauses.append(Clause(clause_form(child), child.i))
        elif child.lower_ == "involving" and child.dep_ == "acl" and frame.lemma in MEETINGS:
            frame.add("between", indices(x for c in child.children if c.dep_ == "dobj" for x in conjuncts(c)))
    _of_pair(frame, noun)
    _of_series(frame, noun)
    _asked(frame, noun)
    _said_last(frame, noun)
    _beside_verb(frame, noun, subjects, at)
    _hung_on_verb(frame, noun)
    if "by" not in frame.roles and "poss" not in frame.roles:
        frame.add("by", made_by(noun) or _laid_to(noun))
    if "by" not in frame.roles:
        frame.add("by", stray_by(noun.doc, frame, _BEFORE_ASKED if frame.lemma in REQUESTS else _BEFORE_DOER))
    if frame.roles.keys().isdisjoint(("from", "by", "poss")) and frame.lemma not in LEAVING:
        frame.add("from", _stray_from(noun))
    frame.status = Status(negated=has_no(noun))
    frame.status.modal = _on_visit(frame, noun, at)
    return frame


def deed(noun: Frame, doc: Doc, verb: str, doers: list[int]) -> Frame:
    """Read a noun by the verb that tells the same: "Chad's annulment of the vote", "the vote annulment by Chad"."""
    object_ = noun.roles.get("of") or [
        c.i for c in doc[noun.head].children if c.dep_ == "compound" and c.i == noun.head - 1 and c.i not in doers
    ]
    roles = {role: tokens for role, tokens in noun.roles.items() if role not in _OWN_ROLES}
    roles |= {role: tokens for role, tokens in (("agent", doers), ("object", object_)) if tokens}
    return Frame(noun.head, "verb", verb, roles, noun.clauses, noun.status, carried=noun.carried)


def _relative_owner(whose: Token) -> Token:
    """Give the noun that a relative clause hangs on: "[Chad], whose raid on Togo was condemned"."""
    clause = next((a for a in whose.ancestors if a.dep_ == "relcl"), None)
    return whose if clause is None else clause.head


def _laid_to(noun: Token) -> list[int]:
    """Give whoever is judged for an act as its doer: "condemned [Sudan] for the execution of two priests"."""
    preposition, owned = (
        noun.head,
        any(c.dep_ in ("compound", "amod", "nmod") and names_owner(c) for c in noun.children),
    )
    if noun.dep_ != "pobj" or preposition.lower_ not in ("for", "over") or owned:
        return []
    verb = preposition.head if is_verbal(preposition.head) else preposition.head.head
    return indices(blamed(preposition.head)) if lemma(verb) in JUDGING_WORDS else []


def _of_pair(frame: Frame, noun: Token) -> None:
    """Give what two have with each other the two that are joined before it: "Chad-Togo talks", "the Thai-Lao truce"."""
    if not {"with", "between", "poss", "by"}.isdisjoint(frame.roles):
        return
    if frame.lemma not in SHARED_ACTS and all(c.lower_ != "joint" for c in noun.children):
        return
    before = [noun.doc[i] for i in frame.roles.get("mod", ())]
    for name in before + [c for t in before for c in t.children if c.dep_ == "compound"]:  # "Chad-Togo trade talks"
        pair = joined_before(name)
        if len(pair) > 1:
            frame.add("between", pair)
            return


def _of_series(frame: Frame, noun: Token) -> None:
    """Give the raids of "a wave of raids by rebels" what the parser hung on the wave."""
    series = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or series.lower_ not in SERIES:
        return
    for child in series.children:
        if child.dep_ == "prep" and child.i > noun.i and child.lower_ in ("by", "from", "against", "on"):
            add_preposition(frame, child)


def _asked(frame: Frame, noun: Token) -> None:
    """Give "rejected calls to end the war" the infinitive that the parser hung on the verb."""
    if frame.clauses or frame.lemma not in WITH_INFINITIVE or noun.dep_ != "dobj" or noun.i + 1 >= len(noun.doc):
        return
    verb = noun.doc[noun.i + 1].head
    if noun.doc[noun.i + 1].lower_ == "to" and verb.tag_ == "VB" and verb.head.i in (noun.head.i, noun.i):
        frame.clauses.append(Clause(Form.TO, verb.i))


def _said_last(frame: Frame, noun: Token) -> None:
    """Give "accusations of treason from Chad" who makes them, whom the parser hung on what they are of."""
    if frame.lemma not in SAYINGS or not frame.roles.keys().isdisjoint(("from", "by", "poss")):
        return
    what = (noun.doc[i] for i in frame.roles.get("of", ()))
    ties = (c for held in what if lemma(held) not in LEAVING for c in held.children if c.dep_ == "prep")
    frame.add("from", indices(x for c in ties if c.lower_ == "from" for p in c.children for x in conjuncts(p)))


def _stray_from(noun: Token) -> list[int]:
    """Who does what is there, hung on the name of those whom it concerns: "there was praise for [Chad from Togo]"."""
    if noun.dep_ not in ("attr", "nsubj") or lemma(noun.head) != "be":
        return []
    named = (p for c in noun.children if c.dep_ == "prep" for p in c.children if p.pos_ == "PROPN")
    ties = (c for name in named for c in name.children if c.dep_ == "prep" and c.lower_ == "from")
    return indices(x for tie in ties for p in tie.children if p.dep_ == "pobj" for x in conjuncts(p))


def _hung_on_verb(frame: Frame, noun: Token) -> None:
    """Give "condemned [Iran's raid] on Iraq" the phrase right behind it, which the parser hung on the verb."""
    if noun.dep_ != "dobj" or noun.i + 1 >= len(noun.doc) or noun.head.lemma_ in BLAMING:
        return
    prep = noun.doc[noun.i + 1]
    owned = "poss" in frame.roles or any(names_owner(noun.doc[i]) for i in frame.roles.get("mod", ()))
    if owned and prep.dep_ == "prep" and prep.head.i == noun.head.i and prep.lower_ in AIMED:
        add_preposition(frame, prep)


def _beside_verb(frame: Frame, noun: Token, subjects: Subjects, at: FrameAt) -> None:
    """Give a noun beside a verb the verb's doer: "said at talks with Iran", "came in support of the rebels"."""
    word, verb = noun.head.lower_, _verb_beside(noun)
    if verb is None:
        return
    met = (
        word in MEETING_PREPOSITIONS
        and frame.lemma in MEETINGS
        and "with" in frame.roles
        and not {"poss", "by", "between"} & set(frame.roles)
    )
    if word in MEETING_PREPOSITIONS and frame.lemma in MEETINGS and all(c.lower_ != "the" for c in noun.children):
        _met_each_other(frame, noun, at(verb.i))
    if met or (frame.lemma in JOINED_ACTS and word == "in"):
        roles = at(verb.i).roles
        if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and "agent" not in roles:
            owners = indices(subjects.owner(verb.head)) if verb.dep_ == "acl" else roles.get("object", [])
            frame.add("agent", owners)  # "raids flown with, and in support of, rebels"
        frame.add("agent", roles.get("agent", []))
    elif frame.lemma in CONVERSATIONS and word in ("in", "during") and lemma(verb) in ADDRESSING:
        _spoke(frame, at(verb.i))
    elif frame.lemma in PACTS and word == "under" and "with" in frame.roles and not {"poss", "by"} & set(frame.roles):
        frame.add("agent", at(verb.i).roles.get("agent", []))  # "pulled out under a deal with the rebels"
    elif frame.lemma in HELP and word == "with":
        _helped(frame, at(verb.i))
    elif (frame.lemma in ASKED_FOR and word in ("at", "on", "upon")) or (frame.lemma in REQUESTS and word == "despite"):
        frame.add("iobj", at(verb.i).roles.get("agent", []))


def _verb_beside(noun: Token) -> Token | None:
    """Give the verb on which a noun hangs with its preposition."""
    preposition = noun.head
    word = preposition.lower_
    if noun.dep_ == "pobj" and preposition.dep_ == "conj" and preposition.head.pos_ == "ADP":
        preposition = preposition.head  # "flown with, and in support of, rebels"
    behind = noun.dep_ == "pobj" or (noun.dep_ == "dobj" and preposition.dep_ == "prep")  # "said following talks"
    above = preposition.head
    if above.dep_ == "dobj" and (word == "during" or (word == "in" and lemma(noun) in JOINED_ACTS)):
        above = above.head  # "stressed their ties during talks": the talks, not the ties, had that time
    return above if behind and is_verbal(above) else None


def _on_visit(frame: Frame, noun: Token, at: FrameAt) -> str:
    """Give a visit its visitor, and the modal of what he does there: "will speak at the end of a visit to Togo"."""
    if frame.lemma not in VISITS or {"poss", "by", "of", "from"} & frame.roles.keys() or noun.dep_ != "pobj":
        return ""
    preposition = noun.head
    if preposition.lower_ == "of" and preposition.head.lower_ in STAGES and preposition.head.dep_ == "pobj":
        preposition = preposition.head.head
    above = preposition.head
    if preposition.lower_ not in ("on", "during", "after", "following", "at", "in"):
        return ""
    if not {"to", "in"} & frame.roles.keys():  # "in Chile at the start of a visit"
        beside = (c for c in above.children if c.lower_ == "in" and c.i < preposition.i)
        frame.add("in", indices(p for c in beside for p in c.children if p.dep_ == "pobj" and p.pos_ == "PROPN"))
    if not is_verbal(above):
        owners = [c for c in above.children if c.dep_ == "poss"]  # "for his role during a visit": his visit
        above = owners[0] if owners else above
        frame.add("agent", [above.i] if owners or (above.pos_ in ("NOUN", "PROPN") and above.i < noun.i) else [])
        return ""
    doing = at(above.i)
    if doing.lemma not in SENDING and not doing.status.conditional:
        frame.add("agent", doing.roles.get("object" if doing.passive else "agent", []))
    return doing.status.modal


def _met_each_other(frame: Frame, noun: Token, verb: Frame) -> None:
    """Read "Iran and Iraq agreed to a truce after talks in Cairo": those who agree have talked with each other."""
    doers = verb.roles.get("agent", [])
    whose = any(not noun.doc[i].text.islower() for i in frame.roles.get("mod", ()))  # "Russian talks", not "phone call"
    several = len(doers) > 1 or (len(doers) == 1 and len(joined_by_of(noun.doc[doers[0]])) > 1)
    if several and not whose and not {"with", "between", "among", "poss", "by", "of"} & frame.roles.keys():
        frame.add("between", doers)


def _spoke(frame: Frame, verb: Frame) -> None:
    """Read "in a phone call, he urged the president to sign": with the president, where nobody else is named."""
    told = verb.roles.get("iobj") or verb.roles.get("object", [])
    if told and verb.kind == "verb" and not {"with", "between", "poss", "by", "of", "to"} & frame.roles.keys():
        frame.add("agent", verb.roles.get("agent", []))
        frame.add("with", told)


def _helped(frame: Frame, verb: Frame) -> None:
    """Read "took the town with the help of Chad": Chad helps those who took it."""
    if "of" in frame.roles and not {"by", "from", "poss"} & frame.roles.keys():
        frame.add("by", frame.roles.pop("of"))
    frame.add("iobj", verb.roles.get("agent") or verb.roles.get("object", []))


def adjective_frame(adjective: Token, subjects: Subjects) -> Frame:
    """Read the frame of an adjective, which has the subject of its verb."""
    frame = Frame(adjective.i, "adj", lemma(adjective))
    verb = adjective.head if adjective.dep_ in ("acomp", "oprd", "attr") and is_verbal(adjective.head) else None
    if adjective.dep_ == "conj" and adjective.head.dep_ == "acomp" and is_verbal(adjective.head.head):
        verb = adjective.head.head
    if verb is None:
        frame.add("agent", indices(_described(adjective, subjects)))
    else:
        if adjective.dep_ != "oprd" or all(c.dep_ != "dobj" for c in verb.children):
            frame.add("agent", indices(subjects.subjects(verb)))  # "held it liable" says nothing of who held it so
        frame.status = status_of(verb)
        for child in verb.children:
            if child.dep_ == "prep":
                add_preposition(frame, child)
            elif child.i > adjective.i and is_verbal(child) and _is_that(child):
                add_clause(frame, child)  # "is adamant that …", hung on "is"
    for child in adjective.children:
        if child.dep_ == "prep":
            add_preposition(frame, child)
        elif child.dep_ in ("xcomp", "ccomp", "advcl") and is_verbal(child):
            add_clause(frame, child)
    return frame


def _described(adjective: Token, subjects: Subjects) -> list[Token]:
    """Whom an adjective beside the clause is said of: "[Chad], wary of Togo, …", "Angry at Togo, [Chad] recalled …"."""
    if not stands_aside(adjective):
        return []
    return conjuncts(adjective.head) if adjective.dep_ == "amod" else subjects.subjects(adjective.head)


def _is_that(clause: Token) -> bool:
    """Whether a clause begins with "that"."""
    return clause.dep_ in ("ccomp", "advcl") and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
