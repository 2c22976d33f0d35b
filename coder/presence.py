"""`Presence`: which of the lexicon's words a Doc holds, so that entries which ask for others need not be tried."""

from typing import Final

from coder.candidates import Candidate, Candidates
from coder.lexicon_entries import Entry
from coder.parsed import Doc
from coder.rules import Lexicon
from coder.words import JOINED, joined_words, lemma

TOLD: Final = "told_as_fact"  # what `words` also holds where the verb itself says that it is done: "raises", "raised"


class Presence:
    """The words of one Doc, in every form in which the lexicon may ask for them."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        """Take a parsed Doc; its words are collected once."""
        self._words = {token.normal for token in doc.tokens}
        self._words.update([lemma(token) for token in doc.tokens])
        self._words &= lexicon.asked
        self._held = self._words | {TOLD}
        for token in doc.tokens:
            if token.dep_ in JOINED:
                self._held.update(joined_words(token))
        for word in lexicon.marked & self._held:
            self._held.update(lexicon.marks_of[word])

    def holds(self, sign: str) -> bool:
        """Whether a word that the lexicon asks for, or one of a class ("@name"), stands anywhere in the Doc."""
        return sign in self._held

    def possible(self, candidates: Candidates[Entry]) -> list[Candidate[Entry]]:
        """Give those that can fit at all: their further words and one of each set that they need are there."""
        return candidates.possible(self._words, self._held)
