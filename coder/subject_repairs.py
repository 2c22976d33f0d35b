"""Trees in which the parser gave a clause no subject of its own, or one that stands outside the sentence."""

from spacy.tokens import Doc, Token

from coder.trees import Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "mark"})


def second_subject(doc: Doc, doer: Token) -> Doc:
    """Mend "A freed two, and [B] for its part released ten": who seemed joined with the first verb does the second."""
    after = [t for t in doer.head.children if t.i > doer.i and t.dep_ in ("advcl", "conj") and t.tag_ in _FINITE]
    verb = next(iter(after), None)
    if verb is None or any(c.dep_ in ("nsubj", "nsubjpass", "mark", "advmod") for c in verb.children):
        return doc
    tree = Tree(doc)
    tree.hang(doer, verb, "nsubj")
    tree.hang(verb, doer.head, "conj")
    return tree.written()


def fronted(doc: Doc, doer: Token) -> Doc:
    """Mend "On a visit to Chad, President [Deby] praised …": who does it was read as joined with the place before."""
    end = doer.right_edge.i + 1
    verb = doc[end] if end < len(doc) else doer
    comma = doc[doer.left_edge.i - 1]
    subject = any(c.dep_ in _SUBJECTS for c in verb.children)
    if verb.tag_ not in _FINITE or subject or comma.text != "," or any(c.dep_ == "cc" for c in doer.head.children):
        return doc
    if verb.i not in (a.i for a in doer.ancestors) or any(t.tag_ in _FINITE for t in doc[: doer.i]):
        return doc
    tree = Tree(doc)
    tree.hang(doer, verb, "nsubj")
    return tree.written()


def dateline(doc: Doc, name: Token) -> Doc:
    """Mend "Libya Herald, 14 May: Four rockets hit …": what stands before a colon does not do it."""
    others = [c for c in name.head.children if c.dep_ == "nsubj" and c.i > name.i]
    if not others or all(t.text != ":" for t in doc[name.i + 1 : others[0].i]):
        return doc
    tree = Tree(doc)
    tree.hang(name, name.head, "dep")
    return tree.written()


def thanking(doc: Doc, verb: Token) -> Doc:
    """Mend "Kenya [thanks] Sudan", where the verb of a headline was read as a plural."""
    before = [c for c in verb.children if c.i == verb.i - 1 and c.tag_ in ("NNP", "NNPS", "NNS", "NN")]
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ in ("npadvmod", "dobj", "appos", "dep")]
    if verb.head.i != verb.i or not before or not behind or any(t.tag_ in _FINITE for t in doc):
        return doc
    tree = Tree(doc)
    tree.tags[verb.i] = "VBZ"
    for child in verb.children:
        if child.i < before[0].i:
            tree.hang(child, before[0], child.dep_)
    tree.hang(before[0], verb, "nsubj")
    tree.hang(behind[0], verb, "dobj")
    return tree.written()
