"""`Presence`: which of the lexicon's words a Doc holds, so that entries which ask for others need not be tried."""

from typing import Final

from coder.entries.candidates import Candidate, Candidates
from coder.entries.rules import Lexicon
from coder.syntax.parsed import Asked, Doc, Word
from coder.syntax.words import JOINED, joined_words, lemma

TOLD: Final = "told_as_fact"  # what `words` also holds where the verb itself says that it is done: "raises", "raised"


class Presence:
    """The words of one Doc, in every form in which the lexicon may ask for them."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        """Take a parsed Doc; its words are collected once."""
        self._signs_of = lexicon.signs_of
        held: set[str] = set()
        self._held = held
        self._take(TOLD)
        for token in doc.tokens:
            word, own = token.word, lemma(token)
            if own == word.lexical:
                asked = word.asked
                if asked is None or asked.signs_of is not self._signs_of:
                    asked = self._asked(word)
                if asked.signs:
                    held.update(asked.signs)
            else:
                self._take(own)
                self._take(word.normal)
            if token.dep_ in JOINED:
                for joined in joined_words(token)[1:]:  # the first is the word alone
                    self._take(joined)

    def _take(self, word: str) -> None:
        signs = self._signs_of.get(word)
        if signs is not None:
            self._held.update(signs)

    def _asked(self, word: Word) -> Asked:
        """What may be asked of a word in its usual form; it is kept with the word."""
        signs = self._signs_of.get(word.lexical, ())
        if word.normal != word.lexical:
            signs += self._signs_of.get(word.normal, ())
        word.asked = asked = Asked(signs, self._signs_of)
        return asked

    def holds(self, sign: str) -> bool:
        """Whether a word that the lexicon asks for, or one of a class ("@name"), stands anywhere in the Doc."""
        return sign in self._held

    def possible(self, candidates: Candidates) -> list[Candidate]:
        """Give those that can fit at all: their further words and one of each set that they need are there."""
        return candidates.possible(self._held)
