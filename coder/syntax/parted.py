"""Parted words: "Israel ’ s" and "did n ’ t" of texts that another program has cut into words and joined by blanks."""

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

_PARTED: Final = re.compile(r"(?<=[^\W\d]) ['’´`] (?:s|t)\b")
_NOT: Final = re.compile(r"(?i)(?:do|did|does|is|are|was|were|wo|would|could|should|have|has|had|must|ca)n")
_MARKS: Final = "'’´`"
_APART: Final = tuple(f" {mark} " for mark in _MARKS)  # no ending is parted where none of these is, as in most texts

Piece = tuple[str, bool]  # a word, and whether a blank follows


def rejoined(doc: Doc, sentence: str) -> Doc:
    """Give the tokens with parted endings as one token each; the offsets stay, since the token keeps its blanks."""
    if not any(mark in sentence for mark in _APART) or not _PARTED.search(sentence):
        return doc
    pieces = list(_pieces(doc))
    return Doc(doc.vocab, words=[word for word, _ in pieces], spaces=[blank for _, blank in pieces])


def _pieces(doc: Doc) -> Iterator[Piece]:
    at = 0
    while at < len(doc):
        token = doc[at]
        ending = _ending(doc, at + 1)
        if ending == "s":
            yield token.text, True
            yield _joined(doc.vocab, doc[at + 1 : at + 3].text, "'s"), _blank(doc[at + 2])
        elif ending == "t" and _NOT.fullmatch(token.text):
            yield token.text[:-1], False
            yield _joined(doc.vocab, token.text[-1] + " " + doc[at + 1 : at + 3].text, "n't"), _blank(doc[at + 2])
        else:
            yield token.text, _blank(token)
            at += 1
            continue
        at += 3


def _ending(doc: Doc, mark: int) -> str:
    """Give the letter that a mark with blanks around it has parted from the word before."""
    if mark + 1 >= len(doc) or doc[mark].text not in _MARKS or not (_blank(doc[mark - 1]) and _blank(doc[mark])):
        return ""
    return doc[mark + 1].lower_ if doc[mark - 1].is_alpha else ""


def _joined(vocab: Vocab, word: str, usual: str) -> str:
    """Have the model see a word with blanks in it as it is usually written."""
    lexeme, model = vocab[word], vocab[usual]
    lexeme.norm, lexeme.prefix, lexeme.suffix, lexeme.shape = model.norm, model.prefix, model.suffix, model.shape
    return word


def _blank(token: Token) -> bool:
    return bool(token.whitespace_)
