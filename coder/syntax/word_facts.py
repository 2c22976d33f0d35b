"""`WordFacts`: what the language model's rules say of a word, remembered, since they say it again and again.

Part of speech and lemma come from rules that look at one word, its tag and, for a few words, its relation; to ask them
for each token costs as much as tagging. The few rules that look at two words are asked wherever one of these stands.
"""

from collections.abc import Iterator
from sys import intern
from typing import Any

import numpy as np
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc as SpacyDoc

from coder.syntax.parsed import Doc, Token, Word
from coder.syntax.words import word_of

RULES = ("attribute_ruler", "lemmatizer")
_SEEN = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})  # what a rule may look at; all follow from the key
_MOST = 40_000  # words remembered; then all are forgotten, so that memory stays bounded and soon flat

Key = tuple[str, str, str]  # word, tag, and the relation where a rule may look at it, else nothing


class WordFacts:
    """Does what attribute ruler and lemmatizer do, with a memory."""

    def __init__(self, nlp: Language) -> None:
        """Take a pipeline that `may_replace` has found fit."""
        self._rules: list[Any] = [nlp.get_pipe(name) for name in RULES]
        _as_sets(self._rules[-1])
        self._vocab = nlp.vocab
        long = list(_long_patterns(nlp))
        self._relations = frozenset(name for pattern in long for name in _relation(pattern))
        self._paired = frozenset(word.lower() for pattern in long if not _relation(pattern) for word in _words(pattern))
        self._asked: dict[str, set[str]] = {"LOWER": set(), "TAG": set(), "DEP": set()}
        for test in _relational(nlp):
            named = next((name for name in self._asked if _values(test.get(name))), "")
            self._asked[named].update(_values(test.get(named)))
        self._known: dict[Key, Word] = {}
        self._wary: set[Key] = set()  # of words that may be one of a pair, and of blanks

    def __call__(self, parsed: SpacyDoc, doc: Doc) -> list[Word]:
        """Give the words of a tagged and parsed Doc, in the language model's form and in ours, whose tags count."""
        if len(self._known) > _MOST:
            self._known.clear()
            self._wary.clear()
            self._rules[-1].cache.clear()
        lowers, tags, deps = self._asked.values()
        keys = [
            (t.text, t.tag_, t.dep_ if t.tag_ in tags or t.dep_ in deps or t.lower_ in lowers else "")
            for t in doc.tokens
        ]
        known = self._known
        new = [i for i, key in enumerate(keys) if key not in known]
        if new:
            self._learn(doc, new, [keys[i] for i in new])
        if self._wary.isdisjoint(keys) and self._relations.isdisjoint([t.dep_ for t in doc.tokens]):
            return [known[key] for key in keys]
        return words_of(self._ruled(written(parsed, doc)))

    def _learn(self, doc: Doc, places: list[int], keys: list[Key]) -> None:
        """Ask the rules about words alone, whose order then does not matter."""
        tokens = [doc[i] for i in places]
        alone = SpacyDoc(self._vocab, words=[token.text for token in tokens])
        words = words_of(self._ruled(_marked(alone, tokens)))
        self._known.update(zip(keys, words, strict=True))
        self._wary.update(k for k, w in zip(keys, words, strict=True) if w.blank or w.lower in self._paired)

    def _ruled(self, doc: SpacyDoc) -> SpacyDoc:
        for rule in self._rules:
            doc = rule(doc)
        return doc


def _as_sets(lemmatizer: Any) -> None:  # noqa: ANN401  (spaCy's)
    """Have a lemmatizer look its words up in sets; the model keeps them as lists of ten thousands, searched through."""
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for part_of_speech, words in list(index.items()):
        index[part_of_speech] = frozenset(words)


def written(parsed: SpacyDoc, doc: Doc) -> SpacyDoc:
    """Give the language model's Doc the tags and relations of ours, where these were mended."""
    return _marked(parsed, doc.tokens) if doc.changed else parsed


def _marked(parsed: SpacyDoc, tokens: list[Token]) -> SpacyDoc:
    add = parsed.vocab.strings.add
    marks: Any = np.array([(add(token.tag_), add(token.dep_)) for token in tokens], dtype="uint64")
    return parsed.from_array(["TAG", "DEP"], marks)


def words_of(doc: SpacyDoc) -> list[Word]:
    """Give the words of a Doc that is tagged and lemmatised."""
    return [word_of(t.text, intern(t.tag_), intern(t.pos_), t.lemma_, blank=t.is_space) for t in doc]


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
    told = all(any(_values(test.get(name)) for name in ("LOWER", "TAG", "DEP")) for test in _relational(nlp))
    return plain and told and all(_told(pattern) for pattern in _long_patterns(nlp))


def _of_space(rule: dict[str, Any]) -> bool:
    return any("IS_SPACE" in test for pattern in rule["patterns"] for test in pattern)


def _relational(nlp: Language) -> Iterator[dict[str, Any]]:
    """Give the tests that look at a token's relation, but for those of blanks."""
    ruler: Any = nlp.get_pipe(RULES[0])
    for rule in ruler.patterns:
        yield from (t for pattern in rule["patterns"] for t in pattern if "DEP" in t and "IS_SPACE" not in t)


def _values(test: Any) -> list[str]:  # noqa: ANN401  (whatever a pattern holds)
    """Give the words, tags or relations of which a token must have one; none when the test is of another kind."""
    if isinstance(test, str):
        return [test]
    return list(test["IN"]) if isinstance(test, dict) and set(test) == {"IN"} else []


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
