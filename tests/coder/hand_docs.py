"""Docs written by hand, so that a test shows the very parse it is about and needs no language model."""

from functools import cache

import spacy
from spacy.tokens import Doc as SpacyDoc
from spacy.vocab import Vocab

from coder.parsing import doc_of
from coder.syntax.parsed import Doc
from coder.syntax.word_facts import words_of

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WDT": "PRON",
    "WP": "PRON", "IN": "ADP", "TO": "PART", "RB": "ADV", "MD": "AUX", "DT": "DET", "CC": "CCONJ", "CD": "NUM",
    "JJ": "ADJ", "POS": "PART", "EX": "PRON", "WRB": "SCONJ", "RP": "ADP",
    ".": "PUNCT", ",": "PUNCT", "``": "PUNCT", "''": "PUNCT",
}  # fmt: skip
_AUXILIARY = ("aux", "auxpass")


@cache
def _vocab() -> Vocab:
    return spacy.blank("en").vocab


def hand_doc(table: str) -> Doc:
    """Make a Doc of a table: a token is ``word:TAG:relation:head`` or ``word:TAG:relation:head:lemma``.

    `head` is the head's position; the lemma is the word in lower case where none is given, a name's is the name.
    """
    rows = [cell.split(":") for cell in table.split()]
    words, tags, deps = ([row[n] for row in rows] for n in (0, 1, 2))
    lemmas = [row[4] if row[4:] else row[0] if row[1].startswith("NNP") else row[0].lower() for row in rows]
    pos = ["AUX" if d in _AUXILIARY and t != "TO" else _POS.get(t, "VERB") for t, d in zip(tags, deps, strict=True)]
    pos = ["SCONJ" if d == "mark" else p for p, d in zip(pos, deps, strict=True)]
    heads = [int(row[3]) for row in rows]
    made = SpacyDoc(_vocab(), words=words, tags=tags, pos=pos, heads=heads, deps=deps, lemmas=lemmas)
    return doc_of(made, words_of(made), {})
