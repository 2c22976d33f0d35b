"""Screening: a sentence that names nobody in the dictionaries has no event, and needs no parse to know it.

An event needs an actor with a code, and codes come from names alone: dictionary names and roles, bare surnames, or the
caller. What is looked up here is all that reading a parsed sentence would look up, so no event is ever lost.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from spacy.tokens import Doc

from coder.dictionaries import ActorIndex
from coder.hits import without_initial
from coder.names import Piece, pieces
from coder.surnames import may_be_surname


def may_name(doc: Doc, index: ActorIndex, on: date | None) -> bool:
    """Tell whether words of a sentence, cut into tokens but not parsed, stand in the dictionaries."""
    text: list[Piece] = list(chain.from_iterable(pieces(token.text) for token in doc))
    starts = [at for at, piece in enumerate(text) if piece.key in index.begins]
    if any(index.longest(text, at)[1] or without_initial(text, at, index)[1] for at in starts):
        return True
    joined = chain.from_iterable(pieces(word) for word in doc.text.split())  # "O'Brien" may be two tokens
    return any(may_be_surname(index, piece.key, on) for piece in chain(text, joined))


def handed_on(docs: list[Doc]) -> Iterator[Doc]:
    """Give Docs in order and keep none, so that a long text is never in memory parsed as a whole; empties the list."""
    docs.reverse()
    while docs:
        yield docs.pop()
