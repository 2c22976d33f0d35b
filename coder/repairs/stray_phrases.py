"""Phrases that the parser hung on the words between them and their own: behind an aside, behind a time."""

from typing import Final

from coder.repairs.trees import NOUNS, Tree
from coder.syntax.grammar_words import DAYS
from coder.syntax.parsed import Doc, Token

STRAYING: Final = frozenset(("against", "between", "on", "at", "with"))
_TIMES: Final = frozenset("day days week weeks hour hours night month months year years time".split())
_ACTIVE: Final = frozenset({"VBD", "VBN", "VBP", "VBZ"})


def behind_aside(doc: Doc, prep: Token) -> None:
    """Mend "carried out strikes, made up of sorties, [against] the town": an aside ends with its comma."""
    aside = prep.head
    while aside.tag_ not in ("VBN", "VBG") and aside.head.i != aside.i:
        aside = aside.head
    start = aside.left_edge.i
    if aside.tag_ not in ("VBN", "VBG") or start <= 1 or aside.i > prep.i or doc[start - 1].text != ",":
        return
    if any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "cc", "mark") for c in aside.children):
        return
    before = doc[start - 2]
    if before.tag_ not in ("NN", "NNS") or aside.head.i not in (before.i, before.head.i):
        return
    tree = Tree(doc)
    tree.hang(prep, before, "prep")
    tree.written()


def behind_time(doc: Doc, prep: Token) -> None:
    """Mend "broke out for a third day [between] rebels and the army": a day is between nobody."""
    time = prep.head
    if time.dep_ == "pobj":
        above = time.head.head
    elif time.dep_ == "npadvmod":
        above = time.head
    else:
        return
    if time.lower_ not in _TIMES or not (above.tag_.startswith("VB") or above.tag_ in NOUNS):
        return
    tree = Tree(doc)
    tree.hang(prep, above, "prep")
    tree.written()


def behind_deed(doc: Doc, by: Token) -> None:
    """Mend "condemned the jailing of two priests [by] a Chadian court": what has a doer is not done by another."""
    verb = by.head
    helpers = {c.dep_ for c in verb.children}
    if not verb.tag_.startswith("VB") or verb.i > by.i or "nsubj" not in helpers or "auxpass" in helpers:
        return
    doer = next((c for c in by.children if c.dep_ == "pobj"), None)
    named = (t for t in doc.tokens[by.i + 1 : doer.i + 1] if t.text[:1].isupper()) if doer is not None else ()
    if doer is None or all(t.lower_ in DAYS for t in named):
        return
    climb = doc[by.i - 1]
    while climb.i > verb.i and not (climb.dep_ == "prep" and climb.lower_ == "of" and climb.head.tag_ in NOUNS):
        climb = climb.head
    if verb.i < climb.head.i < climb.i < by.i:
        tree = Tree(doc)
        tree.hang(by, climb.head, "prep")
        tree.written()


def interrupted(doc: Doc, noun: Token) -> None:
    """Mend "has blamed, at one time or another, [smugglers]": a verb takes its object behind an aside as well."""
    verb, start = noun.head, noun.left_edge.i
    start += doc[start].text == ","  # the parser hangs the aside's comma on the noun
    if verb.tag_ not in _ACTIVE or verb.i + 1 >= start or doc[verb.i + 1].text != "," or doc[start - 1].text != ",":
        return
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "auxpass", "attr", "acomp") for c in verb.children):
        return
    tree = Tree(doc)
    tree.hang(noun, verb, "dobj")
    tree.written()
