"""Lexicons written by hand."""

from coder.entries.lexicon_reader import LexiconReader
from coder.entries.rules import Lexicon
from coder.errors import DictionaryError


def read(text: str, problems: list[DictionaryError] | None = None) -> Lexicon:
    reader = LexiconReader("own.txt", problems)
    reader.read(text)
    return Lexicon([reader], "1", problems)


def words_of(lexicon: Lexicon, kind: str, head: str) -> list[tuple[str, ...]]:
    return [candidate.words for candidate in lexicon.candidates(kind, head)]
