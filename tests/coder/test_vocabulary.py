"""Words that a language model has met are forgotten again, with all that they took."""

import tracemalloc
from itertools import count, islice
from typing import Any, cast

import pytest
import spacy
from spacy.language import Language

from coder.syntax.vocabulary import Vocabulary


@pytest.fixture
def nlp() -> Language:
    return spacy.blank("en")


def feed(nlp: Language, vocabulary: Vocabulary, words: "islice[int]") -> None:
    for number in words:
        vocabulary.renew()
        nlp.make_doc(f"Word{number}, says word{number}x.")


def test_vocabulary_takes_no_more_memory_the_more_words_are_forgotten(nlp: Language) -> None:
    vocabulary, sizes = Vocabulary(nlp, lasting=100, passing=100), []
    tracemalloc.start()
    for number in range(12_000):
        if number % 100 == 0:
            vocabulary.renew()
            sizes.append(tracemalloc.get_traced_memory()[0])
        _ = nlp.vocab[f"Word{number}"]
    tracemalloc.stop()
    assert max(sizes[20:]) < 1.2 * max(sizes[:20])


def test_vocabulary_keeps_what_any_text_needs(nlp: Language) -> None:
    texts = ["It's the U.S.-led talks, isn't it?", "Word1 says word1x."]
    vocabulary = Vocabulary(nlp, lasting=100, passing=100)
    before = [[(t.text, t.lower_, t.norm_, t.shape_, t.is_title) for t in nlp.make_doc(text)] for text in texts]
    feed(nlp, vocabulary, islice(count(), 500))
    after = [[(t.text, t.lower_, t.norm_, t.shape_, t.is_title) for t in nlp.make_doc(text)] for text in texts]
    assert before == after


def test_vocabulary_may_be_renewed_for_ever(nlp: Language) -> None:
    """The getters of words are wrapped once more by each reading from bytes, if nobody puts them back."""
    vocabulary, vocab = Vocabulary(nlp, lasting=0, passing=0), cast(Any, nlp.vocab)
    getters = dict(vocab.lex_attr_getters)
    feed(nlp, vocabulary, islice(count(), 20))
    assert vocab.lex_attr_getters == getters
