"""`Tree`: relations and tags of a Doc, to be mended together while the Doc still says what was before."""

from typing import Final

from coder.syntax.parsed import Doc, Token

NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAMES: Final = frozenset({"NNP", "NNPS"})
ATTRIBUTES: Final = frozenset({"amod", "compound", "nmod", "det", "poss", "nummod", "npadvmod"})


class Tree:
    """Heads, relations and tags of a Doc, to be changed; the Doc hears of it when they are `written`."""

    def __init__(self, doc: Doc) -> None:
        """Take a parsed Doc."""
        self.doc = doc
        self.heads = [token.head.i for token in doc.tokens]
        self.deps = [token.dep_ for token in doc.tokens]
        self.tags = [token.tag_ for token in doc.tokens]

    def hang(self, token: Token, head: Token, dep: str) -> None:
        """Hang a token elsewhere."""
        self.heads[token.i], self.deps[token.i] = head.i, dep

    def put(self, token: Token, top: Token) -> None:
        """Hang a token where another hangs, at the top of the tree if that is there."""
        root = top.head.i == top.i
        self.heads[token.i], self.deps[token.i] = (token.i, "ROOT") if root else (top.head.i, top.dep_)

    def make_verb(self, verb: Token, top: Token) -> None:
        """Put a past verb in the place of the word at the top of its clause."""
        self.tags[verb.i] = "VBD"
        self.put(verb, top)

    def name(self, doer: Token, verb: Token) -> None:
        """Give the doer the attributes that seemed to be the verb's: "[the] court nullifies"."""
        for child in verb.children:
            if child.i < doer.i and child.dep_ in ATTRIBUTES:
                self.hang(child, doer, child.dep_)

    def made_relative(self, verb: Token, doer: Token, thing: Token) -> None:
        """Make a past verb the clause that says what its doer did to a thing: "the ban [Chad] imposed"."""
        self.tags[verb.i] = "VBD"
        self.hang(verb, thing, "relcl")
        self.hang(doer, verb, "nsubj")
        self.written()

    def written(self) -> None:
        """Change the Doc."""
        self.doc.mend(self.heads, self.deps, self.tags)
