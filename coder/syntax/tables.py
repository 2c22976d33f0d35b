"""`TableReader`: the table of numbers that spaCy gives of a parsed sentence -> `Doc`.

What a number stands for is asked of the language model once, and remembered; it is the same for each vocabulary.
"""

from collections.abc import Callable
from sys import intern
from typing import Final

from coder.syntax.parsed import Doc, Token

COLUMNS: Final = ("ORTH", "TAG", "DEP", "HEAD", "SPACY", "ENT_TYPE")
_MOST: Final = 40_000  # words remembered; then all are forgotten, so that memory stays bounded

Row = list[int]  # of a token; its head is told by how far behind it that is


class TableReader:
    """Reads tables of which each row has `COLUMNS`."""

    def __init__(self, name_of: Callable[[int], str]) -> None:
        """Take what gives the name of a number."""
        self._name_of = name_of
        self._names: dict[int, str] = {0: ""}  # of tags, relations and labels, which are few
        self._words: dict[int, tuple[str, str]] = {}  # as written, and in lower case

    def doc(self, table: list[Row]) -> Doc:
        """Give the Doc of one sentence, of which nothing is known yet but what the parser found."""
        words = self._words
        tokens, heads = [], []
        for i, row in enumerate(table):
            forms = words.get(row[0])
            if forms is None:
                forms = self._met(row[0])
            space = " " if row[4] else ""
            label = self._named(row[5]) if row[5] else ""
            tokens.append(Token(forms[0], forms[1], self._named(row[1]), self._named(row[2]), space, label))
            heads.append(i + row[3])
        return Doc(tokens, heads)

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
