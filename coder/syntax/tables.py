"""`TableReader`: the table of numbers that spaCy gives of a parsed sentence -> `Doc`.

What a number stands for is asked of the language model once, and remembered; it is the same for each vocabulary.
"""

from collections.abc import Callable
from sys import intern
from typing import Final

from coder.syntax.parsed import Doc, Token

COLUMNS: Final = ("ORTH", "TAG", "DEP", "HEAD", "SPACY", "ENT_TYPE")
_MOST: Final = 40_000  # words remembered; then all are forgotten, so that memory stays bounded

Column = list[int]  # a number a token; of "HEAD" it is how far behind the token its head stands


class TableReader:
    """Reads tables that have `COLUMNS`."""

    def __init__(self, name_of: Callable[[int], str]) -> None:
        """Take what gives the name of a number."""
        self._name_of = name_of
        self._names: dict[int, str] = {}  # of tags, relations and labels, which are few
        self._words: dict[int, tuple[str, str]] = {}  # as written, and in lower case

    def doc(self, table: list[Column]) -> Doc:
        """Give the Doc of one sentence, of which nothing is known yet but what the parser found."""
        orths, tags, deps, distances, spaces, labels = table
        words, names = self._words, self._names
        tokens, heads = [], []
        for i, orth in enumerate(orths):
            forms = words.get(orth) or self._met(orth)
            tag, dep = names.get(tags[i]) or self._named(tags[i]), names.get(deps[i]) or self._named(deps[i])
            tokens.append(Token(forms[0], forms[1], tag, dep, " " if spaces[i] else ""))
            if labels[i]:
                tokens[i].ent_type_ = self._named(labels[i])
            heads.append(i + distances[i])
        return Doc(tokens, heads)

    def texts(self, orths: Column) -> list[str]:
        """Give the words of tokens as they are written."""
        return [(self._words.get(orth) or self._met(orth))[0] for orth in orths]

    def _named(self, number: int) -> str:
        found = self._names.get(number)
        if found is None:
            found = self._names[number] = intern(self._name_of(number))
        return found

    def _met(self, number: int) -> tuple[str, str]:
        if len(self._words) >= _MOST:
            self._words.clear()
        text = self._name_of(number)
        self._words[number] = found = (text, text.lower())
        return found
