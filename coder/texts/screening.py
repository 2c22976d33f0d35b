"""Screening: a sentence that names nobody in the dictionaries has no event, and needs no parse to know it.

An event needs an actor with a code, and codes come from names alone: dictionary names and roles, bare surnames, or the
caller. What is looked up here is all that reading a parsed sentence would look up, so no event is ever lost.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from spacy.tokens import Doc

from coder.naming.dictionaries import ActorIndex
from coder.naming.names import pieces
from coder.naming.spotting import Spot
from coder.naming.surnames import may_be_surname


def may_name(doc: Doc, spots: Sequence[Spot], index: ActorIndex, on: date | None) -> bool:
    """Tell whether words of a sentence, cut into tokens but not parsed, stand in the dictionaries.

    Args:
        doc: the tokens.
        spots: the names among them.
        index: the dictionaries.
        on: the story's day.
    """
    if spots:
        return True
    words = chain([token.text for token in doc], doc.text.split())  # "O'Brien" may be two tokens
    return any(may_be_surname(index, piece.key, on) for word in words for piece in pieces(word))


def handed_on(docs: list[Doc]) -> Iterator[Doc]:
    """Give Docs in order and keep none, so that a long text is never in memory parsed as a whole; empties the list."""
    docs.reverse()
    while docs:
        yield docs.pop()
