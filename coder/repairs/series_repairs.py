"""Trees in which the second of three verbs was torn from its doer: "attacked a convoy, [seized] arms and fled"."""

from typing import Final

from coder.repairs.trees import Tree
from coder.syntax.parsed import Doc, Token

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_OWN: Final = _SUBJECTS | {"aux", "auxpass", "mark", "expl"}
_PAST: Final = frozenset({"VBD", "VBN"})
_BESIDE: Final = frozenset({"ccomp", "dep", "advcl"})
_THINGS: Final = frozenset({"dobj", "conj", "appos"})
_SAYING: Final = frozenset("said told reported announced added confirmed claimed wrote".split())


def serial(doc: Doc, verb: Token) -> None:
    """Mend "said that troops attacked a convoy, [seized] arms and left", where whoever said it seemed to seize them."""
    if verb.lower_ in _SAYING or any(c.dep_ in _OWN for c in verb.children):
        return
    if verb.dep_ == "amod":
        first = _robbed(verb)
    elif verb.tag_ == "VBD" and _joins(verb, verb.i):
        first = _led(verb) or _before(verb)
    else:
        return
    if first is None:
        return
    tree = Tree(doc)
    if verb.dep_ == "amod":
        tree.tags[verb.i] = "VBD"
        tree.hang(verb.head, verb, "dobj")
    elif first.head is verb:
        tree.put(first, verb)
        for child in verb.children:
            if child.i < first.i:
                tree.hang(child, first, child.dep_)
    tree.hang(verb, first, "conj")
    tree.written()


def _joins(verb: Token, after: int) -> bool:
    """Whether "and" joins a further past verb without a doer of its own."""
    further = (c for c in verb.children if c.dep_ == "conj" and c.i > after and c.tag_ in _PAST)
    return any(not any(g.dep_ in _SUBJECTS for g in c.children) for c in further)


def _tells(verb: Token) -> bool:
    """Whether a past verb tells what its doer did."""
    return verb.tag_ in _PAST and verb.lower_ not in _SAYING and any(c.dep_ in _SUBJECTS for c in verb.children)


def _robbed(verb: Token) -> Token | None:
    """Give the first verb, whose thing the second seemed to describe: "attacked a town, [seized] arms and left"."""
    thing, first = verb.head, verb.head.head
    if thing.dep_ not in _THINGS or thing.i < verb.i:
        return None
    first = first.head if thing.dep_ != "dobj" and first.dep_ == "dobj" else first
    fits = _tells(first) and first.i < verb.i and _joins(first, thing.i)
    return first if fits and thing.left_edge.i == verb.i else None


def _led(verb: Token) -> Token | None:
    """Give the first verb where it seemed the second's content or circumstance."""
    first = next((c for c in verb.children if c.dep_ in ("ccomp", "advcl") and c.i < verb.i and _tells(c)), None)
    return None if first is None or any(c.dep_ == "mark" and c.lower_ != "that" for c in first.children) else first


def _before(verb: Token) -> Token | None:
    """Give the first verb, beside or above which the second hangs."""
    above = verb.head
    if verb.dep_ == "acl":
        while not above.tag_.startswith("VB") and above.head.i < above.i:
            above = above.head
    elif verb.dep_ not in _BESIDE:
        return None
    if above.i > verb.i:
        return None
    if verb.dep_ != "ccomp":
        return above if _tells(above) else None
    contents = (c for c in above.children if c.dep_ == "ccomp" and above.i < c.i < verb.i)
    return next((c for c in contents if _tells(c)), None)
