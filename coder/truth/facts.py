"""Clauses that tell a fact whatever becomes of the clause above them: "did not react after Iran attacked"."""

from typing import Final

from coder.syntax.clauses import is_verbal
from coder.syntax.grammar_words import FINITE, MEANWHILE, SUBJECTS
from coder.syntax.nominals import has_no
from coder.syntax.parsed import Token
from coder.syntax.words import lemma
from coder.truth.reality_words import (
    BY_THEN,
    CHOICES,
    INVERTED,
    NO_ONE,
    ONLY_THOUGHT,
    PERFECT,
    PRESENT,
    REASONS,
    SEEING,
    SETTLED,
    STATING,
    SUPPOSING,
)

_HUNG: Final = frozenset({"advcl", "acl", "ccomp", "relcl", "pcomp"})
_LONGEST: Final = 4  # words in the longest of what supposes: "on the condition that"
TO_COME: Final = ("03", "07")


def stands_alone(verb: Token) -> bool:
    """Whether a clause tells a fact that a negated or merely possible main clause leaves as it is."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod", "aux", "auxpass")}
    past = verb.tag_ == "VBD" or not words.isdisjoint(PERFECT)
    if lemma(verb.head) == "doubt" and has_no(verb.head):
        return past  # "there is no doubt that Iran attacked"
    if verb.dep_ in ("relcl", "acl"):
        told = verb.tag_ == "VBN" if verb.dep_ == "acl" else past
        return told and (_is_known(verb.head) or _is_aside(verb))
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in SETTLED or _is_forced(verb.head) or is_reasoned(verb.head)
    if verb.dep_ != "advcl":
        return False
    return (past and not words.isdisjoint(SETTLED)) or (
        not words.isdisjoint(MEANWHILE) and _is_told_beside(verb, words)
    )


def _is_aside(verb: Token) -> bool:
    """Whether commas set a clause off from a noun that somebody is: "a priest, [jailed by Cuba], did not reply"."""
    start = verb.left_edge.i
    return start > 0 and verb.doc[start - 1].text == "," and not has_no(verb.head) and verb.head.dep_ in SUBJECTS


def is_supposed(verb: Token) -> bool:
    """Whether a clause only supposes what it tells: "in case Iran attacks", "had he left, …"."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    if subject is None or verb.dep_ not in _HUNG:
        return False
    tokens, start = verb.doc.tokens, subject.left_edge.i
    before = next((c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < start), None)
    if before is not None and before.lower_ in INVERTED and before.i == start - 1:
        return verb.left_edge.i == before.i
    words = " ".join(t.lower_ for t in tokens[max(0, start - _LONGEST) : start])
    if any(words.endswith(phrase) for phrase in SUPPOSING):
        return True
    return words.endswith(BY_THEN) and verb.tag_ in ("VBZ", "VBP")


def tells_why(verb: Token) -> bool:
    """Whether somebody asks or says why a thing was done, which then was: "demanded to know why Peru had shot them"."""
    if verb.dep_ not in ("ccomp", "pcomp", "advcl", "csubj"):
        return False
    words = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "aux", "auxpass")}
    if "why" not in words or any(c.tag_ == "MD" for c in verb.children):
        return False
    return verb.tag_ in FINITE or not words.isdisjoint(PERFECT | PRESENT)


def is_going_on(verb: Token, code: str) -> bool:
    """Whether a clause only adds what somebody certain is doing: "to help the troops fighting Iran".

    What is planned or given may still be to come, and what a hospital or a camp does says what it is.
    """
    noun = verb.head.head if verb.head.dep_ == "appos" else verb.head
    if verb.dep_ not in ("acl", "relcl") or code.startswith(TO_COME) or not _is_certain(noun):
        return False
    if verb.dep_ == "relcl":
        return verb.tag_ == "VBZ" or any(c.lower_ in PRESENT for c in verb.children if c.dep_ in ("aux", "auxpass"))
    # "the prospect of Iran leaving the talks", which the parser hangs on either
    thought = lemma(noun) in ONLY_THOUGHT or (noun.dep_ == "pobj" and lemma(noun.head.head) in ONLY_THOUGHT)
    return verb.tag_ == "VBG" and not thought and lemma(noun.head) not in SEEING


def is_beside(verb: Token) -> bool:
    """Whether a clause is joined with one whose negation is not its own: "the rain did not stop, but Iran sent aid"."""
    if verb.dep_ != "conj" or not is_verbal(verb) or any(c.lower_ in ("or", "nor") for c in verb.head.children):
        return False
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and (c.tag_ in FINITE or c.tag_ == "MD")]
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return verb.tag_ in FINITE or bool(helpers)
    return bool(helpers) or (verb.tag_ in FINITE and verb.tag_ != verb.head.tag_)


def _is_told_beside(verb: Token, words: set[str]) -> bool:
    """Whether a clause tells what others do meanwhile: "refused rice as Kenya scraps visas"; not "as it said"."""
    finite = verb.tag_ in FINITE or not words.isdisjoint(PERFECT | PRESENT)
    return finite and any(c.dep_ in SUBJECTS and c.tag_ not in ("PRP", "WP", "WDT") for c in verb.children)


def is_reasoned(preposition: Token) -> bool:
    """Whether somebody says, or does not say, why he has done it: "gave no reason for closing the border"."""
    above = preposition.head
    verb = above if is_verbal(above) else above.head  # the parser hangs the gerund on either
    reasoned = any(c.dep_ in ("dobj", "nsubjpass") and lemma(c) in REASONS for c in verb.children)
    said = reasoned and preposition.lower_ == "for" and lemma(verb) in STATING
    return said and not any(c.tag_ == "MD" for c in verb.children)


def _is_forced(preposition: Token) -> bool:
    """Whether nothing else is left to do, so that it is done: "had no choice but to surrender"."""
    noun = preposition.head
    verb = noun.head
    return (
        preposition.lower_ in ("but", "than")
        and lemma(noun) in CHOICES
        and lemma(verb) == "have"
        and not any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    )


def _is_certain(noun: Token) -> bool:
    """Whether a noun is one that the listener knows: "the army", "Iran", "Afghan forces", not "projects", "states"."""
    marks = [c for c in noun.children if c.dep_ in ("det", "poss")]
    named = noun.pos_ == "PROPN" or any(c.dep_ in ("amod", "compound") and c.text[:1].isupper() for c in noun.children)
    return _is_known(noun) and (named or bool(marks))


def _is_known(noun: Token) -> bool:
    """Whether a noun is some certain one: "Sudan", "the minister", "gunmen who …", not "anyone" or "a minister"."""
    marks = {c.lower_ for c in noun.children if c.dep_ in ("det", "poss", "nummod")}
    certain = noun.pos_ == "PROPN" or noun.tag_ == "NNS" or bool(marks)
    return certain and noun.lower_ not in NO_ONE and marks.isdisjoint(NO_ONE)
