"""`Candidates`: the lexicon's entries for one head word, found by the words that a text must hold for them to fit."""

from collections.abc import Iterator
from typing import Final

from coder.entries.lexicon_entries import Entry

FEW: Final = 8  # candidates that are looked at one by one
WORD: Final = 2.5  # what a further word adds to how specific an entry is


class Candidate:
    """An entry with what a text must hold for it to fit at all."""

    __slots__ = ("alone", "entry", "further", "needs", "score", "words")

    def __init__(self, words: tuple[str, ...], entry: Entry, needs: tuple[tuple[str, ...], ...]) -> None:
        """Take the whole phrase, and of which words each need is met: joined ones too, and classes as "@name"."""
        self.words = words
        self.entry = entry
        self.further = words[1:]
        self.needs = needs
        self.alone = len(self.further) + len(needs) == 1  # it needs one thing, under which it can be filed
        # How specific the entry is, all its conditions held.
        self.score = entry.score + WORD * (len(words) - 1)

    def fits(self, held: set[str]) -> bool:
        """Whether a text that holds these words and classes has what it needs."""
        for word in self.further:
            if word not in held:
                return False
        for need in self.needs:
            for word in need:  # few; to call a method of a set costs more than to look them up
                if word in held:
                    break
            else:
                return False
        return True


class Candidates:
    """The entries of one head word; some have hundreds, of which a text has words for few."""

    __slots__ = ("_all", "_by_word", "_filed_under", "_free")

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._all: list[Candidate] = []
        self._free: list[int] = []  # places of those that are not filed, because they need nothing
        self._by_word: dict[str, list[int]] = {}  # those of the others, each under the words of one of its needs
        self._filed_under: frozenset[str] = frozenset()  # those words

    def __iter__(self) -> Iterator[Candidate]:
        """Give all."""
        return iter(self._all)

    def add(self, candidate: Candidate) -> None:
        """Take one more; all are added before they are filed."""
        self._all.append(candidate)

    def possible(self, held: set[str]) -> list[Candidate]:
        """Give those that can fit a text, the most specific first, of equals the first of the files.

        Args:
            held: the text's words and, as "@name", their classes.
        """
        if not self._by_word:
            return [candidate for candidate in self._all if candidate.fits(held)]
        places = self._free[:]
        for word in self._filed_under & held:
            for place in self._by_word[word]:
                candidate = self._all[place]
                if candidate.alone or candidate.fits(held):
                    places.append(place)
        if len(places) > len(self._free):
            places = sorted(set(places))
        return [self._all[place] for place in places]

    def file(self) -> None:
        """Put all in order, and file them by a word that they need, where they are so many that it pays."""
        self._all.sort(key=_most_specific_first)
        if len(self._all) <= FEW:
            return
        for place, candidate in enumerate(self._all):
            keys = _rarest(candidate)
            for word in keys:
                self._by_word.setdefault(word, []).append(place)
            if not keys:
                self._free.append(place)
        self._filed_under = frozenset(self._by_word)


def _most_specific_first(candidate: Candidate) -> tuple[float, int]:
    return -candidate.score, candidate.entry.order


def _rarest(candidate: Candidate) -> tuple[str, ...]:
    """Give the words of which a text must hold one for the candidate to fit: a further word, or its shortest need."""
    if candidate.further:
        return (min(candidate.further),)
    return min(candidate.needs, key=len, default=())
