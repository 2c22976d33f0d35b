"""Trees in which the parser gave a clause no subject of its own, or one that stands outside the sentence."""

from spacy.tokens import Doc, Token

from coder.trees import Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP"})


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


def dateline(doc: Doc, name: Token) -> Doc:
    """Mend "Libya Herald, 14 May: Four rockets hit …": what stands before a colon does not do it."""
    others = [c for c in name.head.children if c.dep_ == "nsubj" and c.i > name.i]
    if not others or all(t.text != ":" for t in doc[name.i + 1 : others[0].i]):
        return doc
    tree = Tree(doc)
    tree.hang(name, name.head, "dep")
    return tree.written()
