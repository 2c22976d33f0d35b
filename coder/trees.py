"""`Tree`: the parse of a Doc, to be mended and written back."""

from typing import Any

import numpy as np
from spacy.tokens import Doc, Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
ATTRIBUTES = frozenset({"amod", "compound", "nmod", "det", "poss", "nummod", "npadvmod"})
WRAP = 2**64  # spaCy keeps the distance to the head in an unsigned column


class Tree:
    """Heads, relations and tags of a Doc, to be changed."""

    def __init__(self, doc: Doc) -> None:
        """Take a parsed Doc."""
        self.doc = doc
        self.heads = [token.head.i for token in doc]
        self.deps = [token.dep_ for token in doc]
        self.tags = [token.tag_ for token in doc]

    def hang(self, token: Token, head: Token, dep: str) -> None:
        """Hang a token elsewhere."""
        self.heads[token.i], self.deps[token.i] = head.i, dep

    def make_verb(self, verb: Token, top: Token) -> None:
        """Put a past verb in the place of the word at the top of its clause."""
        root = top.head.i == top.i
        self.tags[verb.i] = "VBD"
        self.heads[verb.i], self.deps[verb.i] = (verb.i, "ROOT") if root else (top.head.i, top.dep_)

    def written(self) -> Doc:
        """Write what was changed into the Doc."""
        add = self.doc.vocab.strings.add
        columns = zip(self.heads, self.deps, self.tags, strict=True)
        rows = [((head - i) % WRAP, add(dep), add(tag)) for i, (head, dep, tag) in enumerate(columns)]
        table: Any = np.array(rows, dtype="uint64")
        return self.doc.from_array(["HEAD", "DEP", "TAG"], table)
