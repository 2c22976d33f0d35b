"""Docs written by hand, so that a test shows the very parse it is about and needs no language model."""

from coder.syntax.parsed import Doc, Token
from coder.syntax.words import word_of

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WDT": "PRON",
    "WP": "PRON", "IN": "ADP", "TO": "PART", "RB": "ADV", "MD": "AUX", "DT": "DET", "CC": "CCONJ", "CD": "NUM",
    "JJ": "ADJ", "POS": "PART", "EX": "PRON", "WRB": "SCONJ", "RP": "ADP",
    ".": "PUNCT", ",": "PUNCT", "``": "PUNCT", "''": "PUNCT",
}  # fmt: skip
_AUXILIARY = ("aux", "auxpass")


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
    doc = Doc([Token(w, w.lower(), t, d) for w, t, d in zip(words, tags, deps, strict=True)], heads)
    doc.know([word_of(*one) for one in zip(words, tags, pos, lemmas, strict=True)])
    return doc
