"""Which repair looks at which word of a tree, before anything is read: frames need not know of the parser's errors.

A repair looks at one word, and changes the Doc in place where it finds its error. The order of the walks counts: each
sees what those before it mended. Within a walk a word goes to the first branch that fits it; most words
fit none, and are told apart by one look.
"""

from typing import Final

from coder.repairs.attachment_repairs import (
    DISPUTING,
    apposed,
    besides,
    bidden,
    claimed,
    coordinated,
    echoed,
    gapped,
    joined_by,
    joined_object,
    lasting,
    limited,
    over,
    people_in,
    relative,
    shared_with,
    two_bodies,
    unchosen,
)
from coder.repairs.clause_repairs import (
    CALLING,
    DRESSED,
    called,
    disguised,
    headed,
    interposed,
    judged,
    noted,
    of_group,
    professed,
    renamed,
    reported_last,
    told_before,
)
from coder.repairs.headline_repairs import headline
from coder.repairs.lost_verbs import looks_past, restored
from coder.repairs.object_repairs import objects
from coder.repairs.opening_repairs import opened
from coder.repairs.participle_repairs import (
    CROWD_ACTS,
    accompanying,
    attributive,
    crowded,
    described,
    parenthetic,
    perfect,
    progressive,
)
from coder.repairs.plain_tags import hyphened, native
from coder.repairs.present_verbs import present
from coder.repairs.rejoined_clauses import rejoined, told_apart
from coder.repairs.series_repairs import serial
from coder.repairs.stray_phrases import (
    BEHIND_DOER,
    STRAYING,
    behind_aside,
    behind_deed,
    behind_doer,
    behind_time,
    hurled,
    interrupted,
    parted_doer,
)
from coder.repairs.subject_repairs import (
    announced,
    dateline,
    fronted,
    held_up,
    named_beside,
    reduced,
    reported,
    second_subject,
    suffering,
    titled,
    two_leaders,
)
from coder.repairs.tag_repairs import first_name, thanking
from coder.repairs.tag_walk import infinitives, words
from coder.repairs.trees import NOUNS
from coder.syntax.parsed import Doc, Token

_NOT_SINGULAR: Final = frozenset({"VB", "VBP"})
_JOINED: Final = frozenset({"conj", "appos"})
_TOGETHER: Final = frozenset({"together", "jointly", "along"})
_FREE: Final = frozenset({"nsubj", "nsubjpass", "dobj"})
_GOVERNED: Final = frozenset({"xcomp", "ccomp", "advcl", "pcomp"})
_TOPS: Final = frozenset({"ROOT", "ccomp"})
_LOST: Final = frozenset({"amod", "acl", "relcl", "ROOT"})
_LIKE_PAST: Final = frozenset({"VBD", "VBN", "JJ", "NN"})
_MISPLACED: Final = frozenset({"conj", "appos", "nsubj", "pobj", "relcl", "acl", "advcl"})
# What stands before the participle of "had earlier blocked" and of "had frozen".
_BEFORE: Final = frozenset({"RB", "RBR", "VBD", "VBZ", "VBP"})
_BESIDE: Final = frozenset({"conj", "advcl"})
_SUFFERING: Final = frozenset({"VBN", "NN", "NNS", "CD", "RB", "JJ"})
_TOLD: Final = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_PAST: Final = frozenset({"VBD", "VBN"})
_PARTED: Final = _TOLD | {"VBG", "JJ"}
_SAID_OF: Final = frozenset({"ROOT", "ccomp", "xcomp", "oprd"})
_SELVES: Final = ("self", "selves")
_ADNOMINAL: Final = frozenset({"acl", "relcl"})
_OBJECTS: Final = NOUNS | {"JJ"}
_ATTACHED: Final = frozenset({"prep", "agent", "prt", "relcl", "mark", "dobj", "conj", "appos", "dep"})


def mended(doc: Doc) -> Doc:
    """Give the same tagged and parsed Doc, in which what the parser is known to get wrong is mended."""
    hyphened(doc)
    present(doc)
    opened(doc)
    words(doc)
    infinitives(doc)
    headline(doc)
    _subjects(doc)
    _contents(doc)
    _series(doc)
    _clauses(doc)
    objects(doc)
    _attachments(doc)
    _coordinations(doc)
    _lost_verbs(doc)
    return doc


def _subjects(doc: Doc) -> None:
    """Mend what stands in a subject's place, or stands in another's."""
    dated = any(token.text == ":" for token in doc.tokens)
    for token in doc.tokens:
        tag, dep, word = token.tag_, token.dep_, token.lower_
        if dep not in _MISPLACED and tag != "VBG" and word != "thanks":
            continue
        if dep == "conj" and token.head.tag_.startswith("VB"):
            _beside_verb(doc, token)
        elif dep in _JOINED and tag in NOUNS and token.head.dep_ == "pobj":
            fronted(doc, token)
        elif dep == "nsubj" and token.head.i > token.i:
            _before_verb(doc, token, dated=dated)
        elif dep == "pobj" and tag == "NNP" and token.head.lower_ == "between":
            two_leaders(doc, token)
        elif tag == "VBG":
            _participle(doc, token)
        elif tag == "VB" and dep in ("relcl", "acl", "advcl"):
            (bidden if dep == "advcl" and token.head.tag_.startswith("VB") else announced)(doc, token)
        elif word == "thanks" and tag == "NNS":
            thanking(doc, token)


def _beside_verb(doc: Doc, token: Token) -> None:
    """Mend what seems to be joined with a verb."""
    if token.tag_ in NOUNS:
        second_subject(doc, token)
        joined_object(doc, token)
    elif token.tag_ == "VBN":
        held_up(doc, token)
    if token.head.tag_ in ("VBD", "VBN") and token.tag_.startswith("VB"):
        parenthetic(doc, token)
    if token.tag_ in _SUFFERING and token.dep_ == "conj":
        suffering(doc, token)


def _before_verb(doc: Doc, token: Token, *, dated: bool) -> None:
    """Mend what seems to be a subject."""
    if dated:
        dateline(doc, token)
    two_leaders(doc, token)
    reduced(doc, token)
    reported(doc, token)
    named_beside(doc, token)
    titled(doc, token)


def _participle(doc: Doc, token: Token) -> None:
    """Mend a present participle that hangs on the wrong word, or lost its place to a form of "be"."""
    if token.dep_ == "attr":
        progressive(doc, token)
    elif token.lower_ in CROWD_ACTS and token.dep_ == "advcl" and token.i:
        crowded(doc, token)
    elif token.dep_ in _GOVERNED:
        attributive(doc, token)
    elif token.dep_ == "acl":
        accompanying(doc, token)


def _contents(doc: Doc) -> None:
    """Mend clauses that say what is said, but hang on where or how it is said."""
    for token in doc.tokens:
        if token.dep_ in _ADNOMINAL and token.tag_.startswith("VB"):
            noted(doc, token)


def _series(doc: Doc) -> None:
    """Mend verbs behind commas that were torn from the verb before."""
    for token in doc.tokens:
        if token.tag_ in _PAST and token.i and doc[token.i - 1].text == ",":
            serial(doc, token)


def _clauses(doc: Doc) -> None:
    """Mend clauses that were taken apart."""
    for token in doc.tokens:
        tag, dep, word = token.tag_, token.dep_, token.lower_
        if tag not in _PARTED:
            continue
        if word in DRESSED and tag in ("VBN", "VBD", "VBG"):
            disguised(doc, token)
        elif dep == "advcl" and tag in ("VBD", "VBN") and token.head.i == token.i - 1:
            described(doc, token)
        elif dep in _BESIDE and tag in _TOLD:
            headed(doc, token)
        elif tag == "JJ" and dep in _SAID_OF:
            _said_of(doc, token)
        elif dep == "ccomp" and token.head.i > token.i:
            told_before(doc, token)
        elif dep == "amod" and tag in ("VBN", "VBD") and token.i:
            interposed(doc, token)
        elif dep == "acl" and tag in ("VBN", "VBD"):
            _behind_noun(doc, token)


def _said_of(doc: Doc, word: Token) -> None:
    """Mend an adjective that seems a clause, or that seems to be said of another than the one who says it."""
    if word.i and doc[word.i - 1].lower_.endswith(_SELVES):
        professed(doc, word)
    elif word.dep_ in _TOPS:
        (called if word.dep_ == "ccomp" else judged)(doc, word)


def _behind_noun(doc: Doc, verb: Token) -> None:
    """Mend a verb that seems to say which noun is meant."""
    if verb.head.i == verb.i - 1 or verb.lower_ in CALLING:
        reported_last(doc, verb)
        of_group(doc, verb)


def _attachments(doc: Doc) -> None:
    """Mend what hangs on the wrong word."""
    for token in doc.tokens:
        tag, dep, word = token.tag_, token.dep_, token.lower_
        if dep not in _ATTACHED:
            continue
        if dep in ("prep", "agent"):
            _stray(doc, token)
        elif dep == "prt" and word == "over" and token.head.lower_.startswith(DISPUTING):
            over(doc, token)
        elif dep == "relcl":
            relative(doc, token)
            people_in(doc, token)
        elif dep == "mark" and word in ("until", "till"):
            limited(doc, token)
        elif dep in ("dobj", "dep") and tag in _OBJECTS:
            _object(doc, token)
        elif dep in _JOINED and tag in NOUNS:
            apposed(doc, token)
            gapped(doc, token)
            titled(doc, token)
        elif dep == "conj" and tag == "VBZ" and token.head.tag_ in _NOT_SINGULAR:
            coordinated(doc, token)


def _object(doc: Doc, token: Token) -> None:
    """Mend a noun that is or should be a verb's object."""
    if token.tag_ == "JJ":
        native(doc, token)
    elif token.dep_ == "dep":
        interrupted(doc, token)
    else:
        (lasting if token.lower_ == "while" else claimed)(doc, token)


def _stray(doc: Doc, token: Token) -> None:
    """Mend a preposition on the wrong word, or what only looks like one."""
    if token.lower_ == "with" and token.head.dep_ == "pobj":
        shared_with(doc, token)
    if token.lower_ == "by":
        behind_deed(doc, token)
        parted_doer(doc, token)
    elif token.head.dep_ == "pobj" and token.lower_ in BEHIND_DOER and token.head.head.lower_ == "by":
        behind_doer(doc, token)
    elif token.tag_ == "NNP":
        first_name(doc, token)
    elif token.lower_ not in STRAYING or not token.i:
        return
    elif doc[token.i - 1].text == ",":
        behind_aside(doc, token)
    else:
        hurled(doc, token)
        behind_time(doc, token)


def _coordinations(doc: Doc) -> None:
    """Mend clauses that are joined with the wrong verb, or stand for a noun: "what it called a base"."""
    for token in doc.tokens:
        tag, dep, word = token.tag_, token.dep_, token.lower_
        if dep == "conj" and tag.startswith("VB") and token.head.tag_.startswith("VB"):
            (unchosen if tag == "VB" and doc[token.i - 1].lower_ == "to" else rejoined)(doc, token)
        elif dep == "conj" and tag == "IN":
            echoed(doc, token)
        elif dep in _TOPS:
            told_apart(doc, token)
        elif dep == "nmod" and tag == "NN":
            two_bodies(doc, token)
        elif dep == "amod" and tag in ("VBN", "VBD") and token.i and doc[token.i - 1].tag_ in _BEFORE:
            perfect(doc, token)
        elif word == "what" and dep in _FREE and token.head.i > token.i:
            renamed(doc, token)
        elif word == "well" and dep == "advmod":
            besides(doc, token)
        elif word in _TOGETHER and dep in ("advmod", "prep"):
            joined_by(doc, token)


def _lost_verbs(doc: Doc) -> None:
    """Give the first clause that lost its verb the verb back; a sentence loses no second."""
    for token in doc.tokens:
        if token.dep_ not in _LOST or token.tag_ not in _LIKE_PAST or not token.i:
            continue
        if looks_past(token.lower_) and restored(doc, token):
            return
