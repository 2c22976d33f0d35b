"""`WordFacts`: what the language model's rules say of a word, remembered, since they say it again and again.

Part of speech, morphology and lemma come from rules that look at one word, its tag and its relation; to ask them for
each token costs as much as tagging. The few rules that look at two words are asked wherever one of their words stands.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

RULES = ("attribute_ruler", "lemmatizer")
_SEEN = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})  # what a rule may look at; all follow from the key
_COLUMNS: list[int | str] = ["POS", "MORPH", "LEMMA"]
_MOST = 200_000  # words remembered; then all are forgotten, so that memory stays bounded


class WordFacts:
    """Does what attribute ruler and lemmatizer do, with a memory."""

    def __init__(self, nlp: Language) -> None:
        """Take a pipeline that `may_replace` has found fit."""
        self._rules: list[Any] = [nlp.get_pipe(name) for name in RULES]
        self._strings = nlp.vocab.strings
        long = list(_long_patterns(nlp))
        self._relations = {self._strings.add(name) for pattern in long for name in _relation(pattern)}
        self._paired = {word.lower() for pattern in long if not _relation(pattern) for word in _words(pattern)}
        self._known: dict[tuple[int, int, int], tuple[int, int, str]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a tagged and parsed Doc."""
        if len(self._known) > _MOST:
            self._known.clear()
            self._rules[-1].cache.clear()
        keys = [tuple(row) for row in doc.to_array(["ORTH", "TAG", "DEP"]).tolist()]
        new = [i for i, key in enumerate(keys) if key not in self._known]
        words = [doc[i].text for i in new]
        pairs = not self._relations.isdisjoint(key[2] for key in keys)
        if pairs or any(map(str.isspace, words)) or not self._paired.isdisjoint(token.lower_ for token in doc):
            return self._ruled(doc)
        self._learn(doc, [keys[i] for i in new], words)
        add = self._strings.add
        rows: Any = np.array([(p, m, add(lemma)) for p, m, lemma in map(self._known.__getitem__, keys)], dtype="uint64")
        return doc.from_array(_COLUMNS, rows) if keys else doc

    def _learn(self, doc: Doc, keys: list[Any], words: list[str]) -> None:
        """Ask the rules about words alone, whose order then does not matter."""
        if words:
            tags: Any = np.array(keys, dtype="uint64")[:, 1:]
            alone = Doc(doc.vocab, words=words).from_array(["TAG", "DEP"], tags)
            rows = self._ruled(alone).to_array(["POS", "MORPH"]).tolist()
            self._known.update((key, (*row, token.lemma_)) for key, row, token in zip(keys, rows, alone, strict=True))

    def _ruled(self, doc: Doc) -> Doc:
        for rule in self._rules:
            doc = rule(doc)
        return doc


def may_replace(nlp: Language) -> bool:
    """Tell whether the rules of a pipeline are of the kind that can be remembered, and stand last."""
    if tuple(nlp.pipe_names[-2:]) != RULES:
        return False
    ruler: Any = nlp.get_pipe(RULES[0])
    lemmatizer: Any = nlp.get_pipe(RULES[1])
    kinds = [type(ruler), type(lemmatizer)]  # of a subclass nobody knows what it looks at
    if kinds != [AttributeRuler, EnglishLemmatizer] or lemmatizer.mode != "rule":
        return False
    tests: list[Any] = [test for rule in ruler.patterns for pattern in rule["patterns"] for test in pattern]
    plain = all(test.keys() <= _SEEN for test in tests) and not any(
        "TAG" in rule["attrs"] for rule in ruler.patterns if not _of_space(rule)
    )
    return plain and all(_told(pattern) for pattern in _long_patterns(nlp))


def _of_space(rule: dict[str, Any]) -> bool:
    return any("IS_SPACE" in test for pattern in rule["patterns"] for test in pattern)


def _long_patterns(nlp: Language) -> Iterator[list[dict[str, Any]]]:
    ruler: Any = nlp.get_pipe(RULES[0])
    for rule in ruler.patterns:
        yield from (pattern for pattern in rule["patterns"] if len(pattern) > 1)


def _told(pattern: list[dict[str, Any]]) -> bool:
    """Tell whether a rule for two words names its words, or one of them, so that it is known where it can hold."""
    return bool(_relation(pattern)) or any(True for _ in _words(pattern))


def _relation(pattern: list[dict[str, Any]]) -> list[str]:
    """Give the relation that a rule for two words asks for, if any: rarer than its words ("there" before "is")."""
    return [test["DEP"] for test in pattern if isinstance(test.get("DEP"), str)][:1]


def _words(pattern: list[dict[str, Any]]) -> Iterator[str]:
    """Give the words of the first test of a rule that names them."""
    for test in pattern:
        word = test.get("LOWER")
        if isinstance(word, str):
            yield word
            return
        if isinstance(word, dict) and set(word) == {"IN"}:
            yield from word["IN"]
            return
