"""Trees in which the participle that opens a sentence was read as an attribute: "[Attacking] students, police …"."""

import re
from typing import Final

from coder.repairs.trees import ATTRIBUTES, NAMES, NOUNS, Tree
from coder.syntax.grammar_words import DAY_PARTS, DAYS
from coder.syntax.parsed import Doc, Token

_LOOSE: Final = frozenset({"nsubj", "nsubjpass", "npadvmod", "dep"})
_NOT_VERBS: Final = frozenset({"JJ", "NN", "NNP"})
_BARE: Final = frozenset({"VB", "VBP", "NN", "NNP"})
_BIDDING: Final = frozenset("told tells urged urges said says warned warns".split())  # behind what somebody is bidden
_YEAR: Final = re.compile(r"1\d{3}|20\d{2}")
_DATING: Final = frozenset({"in", "since", "on"})
_HELPERS: Final = frozenset({"aux", "auxpass"})
_SHORTEST: Final = 5
_LONGEST_WORD: Final = 4  # what is no longer is no participle: "King", "Ring"


def opened(doc: Doc) -> None:
    """Give a sentence that begins with what its doer did besides, or with a year, its subject back."""
    first = doc[0] if len(doc) > _SHORTEST else None
    if first is not None and first.lower_ in _DATING:
        _dated(doc, first)
    elif first is not None and first.dep_ == "advcl" and first.tag_ in _BARE:
        _ordered(doc, first)
    elif first is not None and first.dep_ == "advcl" and first.tag_ == "VBD":
        _befallen(doc, first)
    if first is None or not first.lower_.endswith("ing") or len(first) <= _LONGEST_WORD:
        return
    if first.lower_ == "having":
        _having(doc, first)
    elif first.dep_ == "advcl" and first.tag_ in _NOT_VERBS and any(c.dep_ == "dobj" for c in first.children):
        tree = Tree(doc)
        tree.tags[0] = "VBG"
        tree.written()
    elif first.dep_ in ATTRIBUTES and first.head.i > 0:
        _doing(doc, first)


def _ordered(doc: Doc, first: Token) -> None:
    """Mend "[Stop] the raids, the premier told Syria", where the premier seemed to stop them."""
    verb = first.head
    if verb.lower_ not in _BIDDING or any(c.dep_ in ("aux", "nsubj", "mark") for c in first.children):
        return
    if all(c.text != "," or c.i < first.right_edge.i for c in verb.children if c.i < verb.i):
        return
    tree = Tree(doc)
    tree.hang(first, verb, "ccomp")
    tree.written()


def _befallen(doc: Doc, first: Token) -> None:
    """Mend "[Asked] what Chad would do, the premier said …", where the premier seemed to ask it: he was asked."""
    if first.head.i < first.i or any(c.dep_ in ("nsubj", "nsubjpass", "aux", "mark") for c in first.children):
        return
    tree = Tree(doc)
    tree.tags[0] = "VBN"
    tree.written()


def _dated(doc: Doc, first: Token) -> None:
    """Mend "In 2014 [Peru] closed it", "On Monday [monks] marched", where those of that time seemed to be the time."""
    time = doc[1]
    doer = time.head
    year = _YEAR.fullmatch(time.text) is not None and doer is doc[2] and doer.tag_ in NAMES
    day = time.lower_ in DAYS and doer.tag_ in NOUNS and doer.lower_ not in DAY_PARTS and time.dep_ in ATTRIBUTES
    verb = first.head
    if not (year or day) or doer.head is not first or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return
    behind = doc[doer.right_edge.i + 1]
    if behind is not verb and not (behind.head is verb and behind.dep_ in _HELPERS):
        return
    tree = Tree(doc)
    tree.hang(time, first, "pobj")
    tree.hang(doer, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj")
    tree.written()


def _doing(doc: Doc, first: Token) -> None:
    """Mend "[Attacking] students, police blocked a road", where the students seemed to block it too."""
    thing = first.head
    verb = _main(doc, thing)
    if verb is None:
        return
    tree = Tree(doc)
    tree.tags[0] = "VBG"
    tree.hang(first, verb, "advcl")
    tree.hang(thing, first, "dobj")
    tree.written()


def _having(doc: Doc, having: Token) -> None:
    """Mend "Having [dispersed] students, police left", where somebody seemed to have dispersed students."""
    done = doc[1]
    thing = done.head
    if done.dep_ != "amod" or done.tag_ not in ("VBN", "VBD", "JJ") or thing.i < done.i:
        return
    owned = thing.dep_ == "dobj" and thing.head is having
    verb = having.head if owned else _main(doc, thing)
    if verb is None or verb is having:
        return
    tree = Tree(doc)
    for child in having.children if owned else ():
        tree.hang(child, done, child.dep_)
    tree.tags[1] = "VBN"
    tree.hang(done, verb, "advcl")
    tree.hang(having, done, "aux")
    tree.hang(thing, done, "dobj")
    tree.written()


def _main(doc: Doc, thing: Token) -> Token | None:
    """Give the verb that has another subject behind a comma than the thing that hangs on it."""
    verb = thing.head
    if thing.dep_ not in _LOOSE or verb.i < thing.i or not verb.tag_.startswith("VB"):
        return None
    others = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and thing.i < c.i < verb.i]
    return verb if others and doc[others[0].left_edge.i - 1].text == "," else None
