"""`TableReader`: the table of numbers that spaCy gives of a parsed sentence -> `Doc`.

What a number stands for is asked of the language model once, and remembered; it is the same for each vocabulary.
"""

from collections.abc import Callable
from sys import intern
from typing import Final

from coder.syntax.forms import Form
from coder.syntax.parsed import Doc, Token

COLUMNS: Final = ("TAG", "DEP", "HEAD", "SPACY")
LABELS: Final = "ENT_TYPE"  # the last column, of models that have a recogniser of names
_WRAP: Final = 2**64  # numbers of names have no sign in spaCy's own tables
_MOST: Final = 40_000  # words remembered; then all are forgotten, so that memory stays bounded

Column = list[int]  # a number a token; of "HEAD" it is how far behind the token its head stands


class TableReader:
    """Reads tables that have `COLUMNS`, and may have `LABELS`."""

    def __init__(self, name_of: Callable[[int], str]) -> None:
        """Take what gives the name of a number."""
        self._name_of = name_of
        self._names: dict[int, str] = {}  # of tags, relations and labels, which are few
        self._words: dict[int, Form] = {}

    def doc(self, forms: list[Form], table: list[Column]) -> Doc:
        """Give the Doc of one sentence, of which nothing is known yet but its words and what the parser found."""
        tags, deps, distances, spaces = table[:4]
        names = self._names
        tokens, heads = [], []
        for i, form in enumerate(forms):
            tag = names.get(tags[i]) or self._named(tags[i])
            dep = names.get(deps[i]) or self._named(deps[i])
            tokens.append(Token(form.text, form.lower, tag, dep, " " if spaces[i] else ""))
            heads.append(i + distances[i])
        for labels in table[4:]:
            for i, label in enumerate(labels):
                tokens[i].ent_type_ = self._named(label) if label else ""
        return Doc(tokens, heads, tree=True)

    def forms(self, numbers: Column) -> list[Form]:
        """Give the words of tokens."""
        words = self._words
        return [words.get(number) or self._met(number) for number in numbers]

    def _named(self, number: int) -> str:
        found = self._names.get(number)
        if found is None:
            found = self._names[number] = intern(self._name_of(number % _WRAP))
        return found

    def _met(self, number: int) -> Form:
        if len(self._words) >= _MOST:
            self._words.clear()
        found = self._words[number] = Form(self._name_of(number))
        return found
