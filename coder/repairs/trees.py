"""`Tree`: the parse of a Doc, to be mended and written back; `Look`: what repairs ask of every word of it."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.tokens import Doc, Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
ATTRIBUTES = frozenset({"amod", "compound", "nmod", "det", "poss", "nummod", "npadvmod"})
CHANGES = "changes"  # where a Doc counts how often its tree was written
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

    def written(self) -> Doc:
        """Write what was changed into the Doc."""
        add = self.doc.vocab.strings.add
        columns = zip(self.heads, self.deps, self.tags, strict=True)
        rows = [((head - i) % WRAP, add(dep), add(tag)) for i, (head, dep, tag) in enumerate(columns)]
        table: Any = np.array(rows, dtype="uint64")
        self.doc.user_data[CHANGES] = self.doc.user_data.get(CHANGES, 0) + 1
        return self.doc.from_array(["HEAD", "DEP", "TAG"], table)


class Look:
    """The words of a Doc with tag, relation and lower-case form, which spaCy is slow to tell one by one."""

    def __init__(self, doc: Doc) -> None:
        """Take a parsed Doc."""
        self.doc = doc
        self._tokens = list(doc)
        self._words = [token.lower_ for token in self._tokens]
        self._read()

    def _read(self) -> None:
        self._tags = [token.tag_ for token in self._tokens]
        self._deps = [token.dep_ for token in self._tokens]
        self._changes = self.doc.user_data.get(CHANGES, 0)

    def says(self, word: str) -> bool:
        """Tell whether a lower-case word stands anywhere in the Doc."""
        return word in self._words

    def root(self) -> Token | None:
        """Give the word at the top of the tree."""
        return next((token for token in self._tokens if token.head.i == token.i), None)

    def __iter__(self) -> Iterator[tuple[Token, str, str, str]]:
        """Walk over token, tag, relation and word; what is mended on the way is seen at the next word."""
        for i, token in enumerate(self._tokens):
            if self.doc.user_data.get(CHANGES, 0) != self._changes:
                self._read()
            yield token, self._tags[i], self._deps[i], self._words[i]
