"""`Presence`: which of the lexicon's words a Doc holds, so that entries which ask for others need not be tried."""

from coder.parsed import Doc
from coder.rules import Entry, Lexicon, Need
from coder.words import joined_words, lemma

_NOTHING: frozenset[str] = frozenset()


class Presence:
    """The words of one Doc, in every form in which the lexicon may ask for them."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        """Take a parsed Doc; its words are collected once."""
        self._lexicon = lexicon
        self._words = {lemma(token) for token in doc}
        self._words.update(token.normal for token in doc)
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
        for word in words[1:]:
            if word not in self._words:
                return False
        return not entry.needs or all(map(self._has, entry.needs))

    def _has(self, need: Need) -> bool:
        if not need.words.isdisjoint(self._phrases):
            return True
        return any(map(self.of_class, need.classes))
