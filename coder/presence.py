"""`Presence`: which of the lexicon's words a Doc holds, so that entries which ask for others need not be tried."""

from coder.parsed import Doc
from coder.rules import Entry, Lexicon, Test
from coder.words import joined_words, lemma, normal

_NOTHING: frozenset[str] = frozenset()


class Presence:
    """The words of one Doc, in every form in which the lexicon may ask for them."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        """Take a parsed Doc; its words are collected once."""
        self._lexicon = lexicon
        self._words = {lemma(token) for token in doc}
        self._words.update(normal(token.text) for token in doc)
        self._phrases = self._words.union(*(joined_words(token) for token in doc))
        self._classes: dict[str, frozenset[str]] = {}

    def of_class(self, name: str) -> frozenset[str]:
        """Give the words of a class that the Doc holds."""
        found = self._classes.get(name)
        if found is None:
            found = self._classes[name] = self._lexicon.classes.get(name, _NOTHING) & self._phrases
        return found

    def allows(self, words: tuple[str, ...], entry: Entry) -> bool:
        """Tell whether an entry can fit at all: its further words and one of each set that it needs are there."""
        return all(word in self._words for word in words[1:]) and all(
            any(map(self._possible, tests)) for tests in entry.needs
        )

    def _possible(self, test: Test) -> bool:
        return test.value in self._phrases if test.kind == "lemma" else bool(self.of_class(test.value))
