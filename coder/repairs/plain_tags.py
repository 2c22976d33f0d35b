"""Words that stand in the right place of the tree, and have only the wrong tag: "a gunman [shot] and wounded him"."""

from coder.repairs.trees import Tree
from coder.syntax.parsed import Doc, Token


def native(doc: Doc, one: Token) -> None:
    """Mend "sentenced a [Malaysian] to death": an adjective behind an article that is what a verb is done to."""
    if one.dep_ != "dobj" or not one.text.istitle() or all(c.dep_ != "det" for c in one.children):
        return
    tree = Tree(doc)
    tree.tags[one.i] = "NN"
    tree.written()


def shot(doc: Doc, verb: Token) -> None:
    """Mend "a gunman [shot] and wounded the king": what has a doer and is joined with a past verb is one."""
    joined = any(c.dep_ == "conj" and c.tag_ in ("VBD", "VBN") for c in verb.children)
    if verb.tag_ != "NN" or not joined or all(c.dep_ != "nsubj" for c in verb.children):
        return
    tree = Tree(doc)
    tree.tags[verb.i] = "VBD"
    tree.written()


def told(doc: Doc, verb: Token) -> None:
    """Mend "Peru [forgave] a loan", where a past form was tagged as the present of a verb that there is not."""
    tree = Tree(doc)
    tree.tags[verb.i] = "VBD"
    tree.written()
