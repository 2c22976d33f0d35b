"""Words that stand in the right place of the tree, and have only the wrong tag: "a gunman [shot] and wounded him"."""

from coder.repairs.trees import NOUNS, Tree
from coder.syntax.parsed import Doc, Token


def native(doc: Doc, one: Token) -> None:
    """Mend "jailed a [Malaysian]", "killed two [Togolese]", "blew up a [locomotive]": to what a verb is done."""
    people = one.text.istitle() or one.lower_ == "national"
    measured = [c for c in one.children if c.dep_ in ("det", "nummod")]
    if one.dep_ != "dobj" or not (measured if people else any(c.lower_ in ("a", "an") for c in measured)):
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


def hyphened(doc: Doc) -> None:
    """Mend "the Kenyan [vice-president] met him": one word, whose parts the parser took for a noun each."""
    for mark in doc.tokens:
        if mark.text != "-" or mark.tag_ not in NOUNS or not 0 < mark.i < len(doc) - 1:
            continue
        first, last = doc[mark.i - 1], doc[mark.i + 1]
        chained = mark.i > 1 and doc[mark.i - 2].text == "-"  # "Lashkar-e-Taiba"
        if chained or first.whitespace_ or mark.whitespace_ or (last.tag_ not in NOUNS and last.tag_ != "JJ"):
            continue
        parts = (first, mark, last)
        outer = next((part for part in parts if not _hangs_in(part.head, parts)), None)
        if outer is None:
            continue
        tree = Tree(doc)
        tree.put(last, outer)
        for part in (first, mark):
            for child in part.children:
                if child.i not in (mark.i, last.i):
                    tree.hang(child, last, child.dep_)
        tree.hang(first, last, "compound")
        tree.hang(mark, last, "punct")
        tree.tags[mark.i], tree.tags[last.i] = "HYPH", last.tag_ if last.tag_ in NOUNS else mark.tag_
        tree.written()


def _hangs_in(token: Token, parts: tuple[Token, Token, Token]) -> bool:
    """Whether a word is one of some others, or hangs below one."""
    return any(a.i == part.i for part in parts for a in (token, *token.ancestors))
