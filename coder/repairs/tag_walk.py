"""Which repair looks at which word by itself: words with a wrong tag, and those that only one word is known for."""

from typing import Final

from coder.repairs.clause_repairs import shortened, unwelcome, wished
from coder.repairs.participle_repairs import GERUNDS, governing
from coder.repairs.plain_tags import shot, told
from coder.repairs.subject_repairs import SHARES, aiding, counted
from coder.repairs.subjunctives import ASKING, subjunctive
from coder.repairs.tag_repairs import (
    ARMS,
    COINS,
    IMPOSED,
    INFINITIVES,
    NEVER_NOUNS,
    aged,
    behind_to,
    contact,
    doing,
    handed_over,
    infinitive,
    near,
    noun_adjective,
    opposed,
    past,
    plural,
    relative_that,
    soon,
    stricken,
    surname,
    together,
)
from coder.repairs.trees import ATTRIBUTES, NOUNS
from coder.syntax.parsed import Doc, Token

_OPENING: Final = 3  # words in the shortest sentence that opens with a place: "Near Kirkuk, …"
# What a word must be to be looked at.
_OPENERS: Final = ARMS | {"near"}
_SHORT: Final = frozenset({"'s", "’s"})
_KNOWN_FOR: Final = {
    "about": soon,
    "old": aged,
    "aid": aiding,
    "face": together,
    "that": relative_that,
    "see": wished,
    "shot": shot,
    "opposed": opposed,
    "persona": unwelcome,
    "personae": unwelcome,
    "quake": stricken,
    "flood": stricken,
    "storm": stricken,
}
_FOUND_ALONE: Final = COINS | SHARES | _SHORT | frozenset(_KNOWN_FOR) | {"offensive", "over"}
_MISTAGGED: Final = ARMS | GERUNDS | NEVER_NOUNS | IMPOSED | INFINITIVES | ASKING | {"near"} | _FOUND_ALONE
_GOVERNED: Final = frozenset({"xcomp", "ccomp", "advcl", "pcomp"})


def words(doc: Doc) -> None:
    """Mend words with a wrong tag, and gerunds read as attributes."""
    for token in [t for t in doc.tokens if t.lower_ in _MISTAGGED]:
        tag, dep, word = token.tag_, token.dep_, token.lower_
        if word in _FOUND_ALONE:
            _one_word(doc, token)
            continue
        if token.i == 0 and tag in NOUNS and word in _OPENERS:
            _opener(doc, token)
        elif word in GERUNDS and dep in ATTRIBUTES:
            governing(doc, token)
        elif word in NEVER_NOUNS and tag in NOUNS and token.i:
            (past if _may_do(doc[token.i - 1]) else doing)(doc, token)
        elif word in NEVER_NOUNS and tag == "VBP":
            told(doc, token)
        elif word in IMPOSED and dep == "acl" and tag == "VBN":
            contact(doc, token)
        elif word in INFINITIVES and tag in ("NN", "JJ") and dep in ("compound", "amod"):
            infinitive(doc, token)
        elif word in ASKING:
            subjunctive(doc, token)


def infinitives(doc: Doc) -> None:
    """Mend verbs that were read as nouns though they stand as a clause behind "to"."""
    for token in doc.tokens:
        if token.dep_ in _GOVERNED and token.tag_ in NOUNS and token.i and doc[token.i - 1].lower_ == "to":
            behind_to(doc, token)


def _one_word(doc: Doc, token: Token) -> None:
    """Mend what only one word is known for."""
    mend = _KNOWN_FOR.get(token.lower_)
    if mend is not None:
        mend(doc, token)
    elif token.lower_ == "offensive" and token.tag_ == "JJ" and token.i:
        noun_adjective(doc, token)
    elif token.lower_ == "over" and token.i:
        handed_over(doc, token)
    elif token.lower_ in SHARES and token.dep_ in ("nsubj", "nsubjpass"):
        counted(doc, token)
    elif token.lower_ in COINS and token.tag_ == "NNS":
        surname(doc, token)
    elif token.lower_ in _SHORT and token.dep_ == "auxpass":
        shortened(doc, token)


def _may_do(token: Token) -> bool:
    """Tell whether a word may be who does something: a noun, or what opens the sentence in capitals."""
    return token.tag_ in NOUNS or (token.i == 0 and token.text.istitle() and token.tag_ == "JJ")


def _opener(doc: Doc, token: Token) -> None:
    """Mend what opens a sentence and was read as a name."""
    if token.lower_ in ARMS and token.tag_ == "NNPS":
        plural(doc, token)
    elif token.lower_ == "near" and token.tag_ == "NNP" and len(doc) > _OPENING:
        near(doc, token)
