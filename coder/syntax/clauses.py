"""Clauses: their forms, and what can be told of a verb from itself and its children."""

from enum import StrEnum
from typing import Final

from coder.syntax.grammar_words import (
    ADJUNCTS,
    ARGUMENTS,
    ATTITUDES,
    BEFALLING,
    BEHIND_BEFALLEN,
    NOMINAL,
    RELATIVE,
    REQUESTS,
    STANCES,
    SUBJECTS,
)
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma, nominal_gerund

# Pronouns of whom somebody tells something, and the tags of those whom they can mean.
WHOM: Final = {"him": ("NNP",), "her": ("NNP",), "it": ("NNP",), "them": ("NNS", "NNPS")}


class Form(StrEnum):
    """The form of a clause that stands as an argument."""

    TO = "to"
    ING = "ing"
    THAT = "that"
    WHETHER = "whether"


# A noun's own clauses: "the claim that …", "a plan to …".
NOUN_CLAUSES: Final = (
    *(("ccomp", form) for form in (Form.THAT, Form.TO, Form.WHETHER)),
    *((hung, form) for hung in ("acl", "relcl", "advcl") for form in (Form.TO, Form.THAT)),
)


class Clause:
    """A clause argument: its form, its verb, and the preposition before it ("of" in "accused of stealing")."""

    __slots__ = ("form", "preposition", "verb")

    def __init__(self, form: Form, verb: int, preposition: str = "") -> None:
        """Take the parts."""
        self.form: Final = form
        self.verb: Final = verb
        self.preposition: Final = preposition

    @property
    def adjunct(self) -> bool:
        """Whether it only says how, when or why: "after meeting Putin", "despite having objected"."""
        return self.preposition in ADJUNCTS


class Status:
    """How far the clause says that it happened."""

    __slots__ = ("conditional", "modal", "negated", "past")

    def __init__(self, *, negated: bool = False, past: bool = False) -> None:
        """Begin with what is plain."""
        self.negated = negated
        self.modal = ""  # will, would, should, must, may, "" (none)
        self.conditional = False
        self.past = past


def is_verbal(token: Token) -> bool:
    """Whether a token heads a clause: a verb, or an auxiliary that stands alone."""
    found = token.verbal
    if found is None:
        found = token.verbal = _is_verbal(token)
    return found


def _is_verbal(token: Token) -> bool:
    if token.pos_ == "NOUN" and token.dep_ == "ccomp":  # "demanded that the president resign", read as a noun
        return any(c.dep_ in ("nsubj", "mark") for c in token.children)
    verb = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "aux", "auxpass")
    return verb and not nominal_gerund(token)


def is_content(verb: Token) -> bool:
    """Whether a clause on a noun says what it is ("the demand that …", "calls for Iran to …"), not which one it is."""
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    asked = verb.dep_ == "relcl" and lemma(verb.head) in REQUESTS  # "a plea for Chile to send food"
    if verb.dep_ == "ccomp" or (infinitive and (asked or verb.dep_ in ("acl", "advcl"))):
        return True
    marked = any(c.dep_ == "mark" and c.lower_ in ("that", "for") for c in verb.children)
    felt = lemma(verb.head) in ATTITUDES  # "voiced hopes the army would withdraw"
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    return bool(subjects) and (marked or (felt and all(c.tag_ not in RELATIVE for c in subjects)))


def has_be(token: Token) -> bool:
    """Whether the word is a form of "be"."""
    return token.lemma_ == "be"


def is_passive(verb: Token) -> bool:
    """Whether the surface subject is the deep object."""
    marked = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    if marked or (verb.dep_ == "ROOT" and lemma(verb) in BEFALLING and _in_headline(verb)):
        return lemma(verb) != "poise"  # "are poised to sign": nobody poises them
    stance = verb.dep_ == "acomp" and lemma(verb) in STANCES
    if stance or verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in ARGUMENTS for c in verb.children):
        return False
    if any(c.dep_ == "aux" and (c.lemma_ in ("have", "'ve", "ve") or c.lower_ == "having") for c in verb.children):
        return False
    if verb.dep_ in ("acl", "oprd", "amod"):
        return not heads_sentence(verb) or (lemma(verb) in BEFALLING and _ends_bare(verb))
    if verb.dep_ in ("advcl", "relcl", "ROOT", "acomp"):
        return verb.tag_ == "VBN" or any(c.dep_ == "agent" for c in verb.children)
    return verb.dep_ == "conj" and is_verbal(verb.head) and verb.tag_ == "VBN" and is_passive(verb.head)


def _in_headline(verb: Token) -> bool:
    """Whether a headline left out that somebody "was": "Briton [held] in Thailand", "ten rebels [killed]"."""
    others = [c for c in verb.children if c.dep_ not in ("prep", "punct", "npadvmod", "advmod", "advcl", "prt")]
    if verb.tag_ not in ("VBN", "VBD") or len(others) != 1 or others[0].dep_ != "nsubj":
        return False
    doer = others[0]
    bare = not any(c.dep_ in ("det", "poss") for c in doer.children)
    return bare and doer.pos_ in ("NOUN", "PROPN", "NUM") and doer.i < verb.i and _ends_bare(verb)


def _ends_bare(verb: Token) -> bool:
    """Whether what follows a verb is no object: a phrase that says where or why, or the end."""
    after = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else "."
    return after in BEHIND_BEFALLEN and not any(c.dep_ == "dobj" for c in verb.children)


def heads_sentence(verb: Token) -> bool:
    """Whether a past tense was read as a participle of its own subject: "A report [called for sanctions]"."""
    noun = verb.head
    alone = (
        noun.dep_ == "ROOT"
        and noun.pos_ in NOMINAL
        and not any(c.dep_ in ("cop", "nsubj", "relcl") for c in noun.children)
    )
    return (
        verb.dep_ == "acl"
        and alone
        and verb.tag_ in ("VBN", "VBD")
        and not any(c.dep_ == "agent" for c in verb.children)
    )


def clause_form(verb: Token) -> Form:
    """What kind of clause a verb heads as an argument."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "mark")}
    if "to" in words:
        return Form.TO
    asked = verb.dep_ == "ccomp" and any(c.tag_ in ("WP", "WRB") for c in verb.children)  # "decide who gets to drive"
    if words & {"whether", "if"} or asked:
        return Form.WHETHER
    if verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children):
        return Form.ING
    if verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children) and "that" not in words:
        return Form.TO  # also "let Iran send", where the parser gives the infinitive a subject
    return Form.THAT


def doer_meant(content: Token, whom: Token) -> Token | None:
    """The one told of, where the pronoun behind can mean nobody else: "said [Hungary] had cheated and fined it"."""
    doer = next((c for c in content.children if c.dep_ in SUBJECTS), None)
    tags = WHOM[whom.lower_]
    if doer is None or doer.tag_ not in tags or any(t.tag_ in tags for t in whom.doc.tokens[doer.i + 1 : whom.i]):
        return None
    return doer


def rather_than(doc: Doc) -> int:
    """Where a sentence goes over to what is not done: the "than" of "will leave the pact rather than fight"; or 0."""
    return next((t.i for t in doc.tokens if t.lower_ == "than" and t.i and doc[t.i - 1].lower_ == "rather"), 0)
