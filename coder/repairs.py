"""Which repair looks at which word of a tree, before anything is read: frames need not know of the parser's errors.

A repair looks at one word, and changes the Doc in place where it finds its error. The order of the walks counts: each
sees what those before it mended. Within a walk a word goes to the first branch that fits it.
"""

from spacy.tokens import Doc, Token

from coder.attachment_repairs import (
    DISPUTING,
    apposed,
    claimed,
    coordinated,
    limited,
    over,
    rejoined,
    relative,
    two_bodies,
)
from coder.clause_repairs import DRESSED, called, disguised, headed, renamed, reported_last
from coder.lost_verbs import restored
from coder.participle_repairs import CROWD_ACTS, GERUNDS, attributive, crowded, governing, progressive
from coder.present_verbs import present
from coder.subject_repairs import announced, dateline, fronted, reduced, reported, second_subject, two_leaders
from coder.tag_repairs import (
    ARMS,
    IMPOSED,
    INFINITIVES,
    NEVER_NOUNS,
    SUBJUNCTIVES,
    aged,
    contact,
    first_name,
    infinitive,
    near,
    past,
    plural,
    subjunctive,
    thanking,
)
from coder.trees import ATTRIBUTES, NOUNS

_OPENING = 3  # words in the shortest sentence that opens with a place: "Near Kirkuk, …"
_NOT_SINGULAR = frozenset({"VB", "VBP"})
_JOINED = frozenset({"conj", "appos"})
_FREE = frozenset({"nsubj", "nsubjpass", "dobj"})
_GOVERNED = frozenset({"xcomp", "ccomp", "advcl", "pcomp"})
_LOST = frozenset({"amod", "ROOT"})
_LIKE_PAST = frozenset({"VBD", "VBN", "JJ", "NN"})


def mended(doc: Doc) -> Doc:
    """Give the same tagged and parsed Doc, in which what the parser is known to get wrong is mended."""
    present(doc)
    for walk in (_words, _subjects, _clauses, _attachments, _coordinations, _lost_verbs):
        walk(doc)
    return doc


def _words(doc: Doc) -> None:
    """Mend words with a wrong tag, and gerunds read as attributes."""
    for token in doc:
        if token.i == 0 and token.lower_ == "near" and token.tag_ == "NNP" and len(doc) > _OPENING:
            near(doc, token)
        elif token.i == 0 and token.lower_ in ARMS and token.tag_ == "NNPS":
            plural(doc, token)
        elif token.lower_ == "old":
            aged(doc, token)
        elif token.lower_ in GERUNDS and token.dep_ in ATTRIBUTES:
            governing(doc, token)
        elif token.lower_ in NEVER_NOUNS and token.tag_ in NOUNS and token.i and doc[token.i - 1].tag_ in NOUNS:
            past(doc, token)
        elif token.lower_ in IMPOSED and token.dep_ == "acl" and token.tag_ == "VBN":
            contact(doc, token)
        elif token.lower_ in INFINITIVES and token.tag_ in ("NN", "JJ") and token.dep_ in ("compound", "amod"):
            infinitive(doc, token)
        elif token.lower_ in SUBJUNCTIVES and token.tag_ in NOUNS:
            subjunctive(doc, token)


def _subjects(doc: Doc) -> None:
    """Mend what stands in a subject's place, or stands in another's."""
    for token in doc:
        if token.dep_ == "conj" and token.tag_ in NOUNS and token.head.tag_.startswith("VB"):
            second_subject(doc, token)
        elif token.dep_ in _JOINED and token.tag_ in NOUNS and token.head.dep_ == "pobj":
            fronted(doc, token)
        elif token.dep_ == "nsubj" and token.head.i > token.i:
            for repair in (dateline, two_leaders, reduced, reported):
                repair(doc, token)
        elif token.dep_ == "pobj" and token.tag_ == "NNP" and token.head.lower_ == "between":
            two_leaders(doc, token)
        elif token.tag_ == "VBG":
            _participle(doc, token)
        elif token.tag_ == "VB" and token.dep_ in ("relcl", "acl", "advcl"):
            announced(doc, token)
        elif token.lower_ == "thanks" and token.tag_ == "NNS":
            thanking(doc, token)


def _participle(doc: Doc, token: Token) -> None:
    """Mend a present participle that hangs on the wrong word, or lost its place to a form of "be"."""
    if token.dep_ == "attr":
        progressive(doc, token)
    elif token.lower_ in CROWD_ACTS and token.dep_ == "advcl" and token.i:
        crowded(doc, token)
    elif token.dep_ in _GOVERNED:
        attributive(doc, token)


def _clauses(doc: Doc) -> None:
    """Mend clauses that were taken apart."""
    for token in doc:
        if token.lower_ in DRESSED and token.tag_ in ("VBN", "VBD", "VBG"):
            disguised(doc, token)
        elif token.dep_ == "conj" and token.tag_ == "VBD":
            headed(doc, token)
        elif token.dep_ == "ccomp" and token.tag_ == "JJ":
            called(doc, token)
        elif token.dep_ == "acl" and token.tag_ in ("VBN", "VBD") and token.head.i == token.i - 1:
            reported_last(doc, token)


def _attachments(doc: Doc) -> None:
    """Mend what hangs on the wrong word."""
    for token in doc:
        if token.dep_ == "prep" and token.tag_ == "NNP":
            first_name(doc, token)
        elif token.dep_ == "prt" and token.lower_ == "over" and token.head.lower_.startswith(DISPUTING):
            over(doc, token)
        elif token.dep_ == "relcl":
            relative(doc, token)
        elif token.dep_ == "mark" and token.lower_ in ("until", "till"):
            limited(doc, token)
        elif token.dep_ == "dobj" and token.tag_ in NOUNS:
            claimed(doc, token)
        elif token.dep_ in _JOINED and token.tag_ in NOUNS:
            apposed(doc, token)
        elif token.dep_ == "conj" and token.tag_ == "VBZ" and token.head.tag_ in _NOT_SINGULAR:
            coordinated(doc, token)


def _coordinations(doc: Doc) -> None:
    """Mend clauses that are joined with the wrong verb, or stand for a noun: "what it called a base"."""
    for token in doc:
        if token.dep_ == "conj" and token.tag_.startswith("VB") and token.head.tag_.startswith("VB"):
            rejoined(doc, token)
        elif token.dep_ == "nmod" and token.tag_ == "NN":
            two_bodies(doc, token)
        elif token.lower_ == "what" and token.dep_ in _FREE and token.head.i > token.i:
            renamed(doc, token)


def _lost_verbs(doc: Doc) -> None:
    """Give the first clause that lost its verb the verb back; a sentence loses no second."""
    for token in doc:
        if token.dep_ in _LOST and token.tag_ in _LIKE_PAST and token.i and restored(doc, token):
            return
