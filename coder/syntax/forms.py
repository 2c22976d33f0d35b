"""`Form`: a word as it is written, with what dictionaries ask of it, whatever the parse will say.

A text's words are met again and again: what is found out of one is kept with it.
"""

from typing import Final


class Piece:
    """One comparable piece of a name or word, e.g. ``Piece("us", "US")``; see `coder.naming.names`."""

    __slots__ = ("key", "shown")

    def __init__(self, key: str, shown: str) -> None:
        """Take it without and with its capitals."""
        self.key: Final = key
        self.shown: Final = shown


class Cut:
    """A word in pieces, kept with the word for whoever has the same dictionaries."""

    __slots__ = ("begins", "opens", "pieces")

    def __init__(self, pieces: tuple[Piece, ...], begins: frozenset[str], *, opens: bool) -> None:
        """Take the pieces, with what all the dictionaries' names begin with, and whether one of the pieces does."""
        self.pieces: Final = pieces
        self.begins: Final = begins
        self.opens: Final = opens


class Form:
    """A word as it is written, and in lower case."""

    __slots__ = ("cut", "lower", "text")

    def __init__(self, text: str) -> None:
        """Take the word."""
        self.text: Final = text
        self.lower: Final = text.lower()
        self.cut: Cut | None = None  # found out by whoever asks first
