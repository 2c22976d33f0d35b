"""`Vocabulary`: which words a language model remembers, so that memory stays flat however many it meets."""

from contextlib import ExitStack
from typing import Any

from spacy.language import Language
from spacy.strings import StringStore

LASTING = 12_000  # the first words, kept for good: most words of most texts; the tokenizer remembers 10,000 cuts
PASSING = 30_000  # words kept after these; then they are forgotten, and others take their place


class Vocabulary:
    """The words of a language model that is used by one thread.

    spaCy forgets the words of a memory zone, but leaves a mark in its tables wherever one was, and tables full of marks
    double: they grow with all words ever forgotten. Hence zones that last as long as there is room, and fresh tables
    between them.
    """

    def __init__(self, nlp: Language, lasting: int = LASTING, passing: int = PASSING) -> None:
        """Take a loaded pipeline."""
        self._nlp = nlp
        self._zone = ExitStack()
        self._room = lasting
        self._passing = passing

    def renew(self) -> None:
        """Forget words when they have become too many; to be called while no parsed text is in use."""
        if len(self._nlp.vocab) <= self._room:
            return
        self._zone.close()
        _store_anew(self._nlp.vocab)
        self._zone.enter_context(self._nlp.memory_zone())
        self._room = self._passing


def _store_anew(vocab: Any) -> None:  # noqa: ANN401  (spaCy's, of which little is typed)
    """Give a vocabulary fresh tables: reading nothing from bytes, it stores its strings again and drops its words.

    A word that was dropped is made again when it is met. The getters are put back, since each reading wraps one more.
    """
    parts = ("strings", "vectors", "lookups")
    getters = dict(vocab.lex_attr_getters)
    vocab.strings.from_bytes(StringStore().to_bytes())
    vocab.from_bytes(vocab.to_bytes(exclude=parts), exclude=parts)
    vocab.lex_attr_getters = getters
