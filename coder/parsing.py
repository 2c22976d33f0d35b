"""Text -> parsed Doc; the only place that loads a language model."""

import importlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.attrs import IDS, ORTH
from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc
from thinc.api import use_ops

from coder.errors import ModelError
from coder.repairs.repairs import mended
from coder.syntax.forms import Form
from coder.syntax.parsed import Doc, Word
from coder.syntax.parted import rejoined
from coder.syntax.spellings import unmistaken
from coder.syntax.tables import COLUMNS, LABELS, TableReader
from coder.syntax.vocabulary import Vocabulary
from coder.syntax.word_facts import RULES, WordFacts, may_replace, words_of, written

UNUSED = ("ner",)
BATCH = 128
TOGETHER = 32  # sentences taken through each step together: few enough to stay near the processor too
BATCH_WORDS = 4_000  # some tenths of a second; more than so many sentences of news have
_SIGNED = np.dtype("int64")
_NAMELESS = frozenset(  # components that label no names; of others nobody knows
    """tok2vec transformer tagger morphologizer senter sentencizer one_sentence parser attribute_ruler
    lemmatizer trainable_lemmatizer""".split()
)
_FORMS = "cameo-coder: words"  # where a Doc that is not parsed yet keeps its words


@Language.component("one_sentence")
def one_sentence(doc: SpacyDoc) -> SpacyDoc:
    """Keep the parser from splitting: what it is given is one sentence already."""
    starts: Any = np.full(len(doc), -1, dtype="int64")
    starts[:1] = 1
    return doc.from_array(["SENT_START"], starts.astype("uint64"))  # token by token spaCy looks at the whole each time


class Parser:
    """A loaded language model, used by one thread; `version` is its name and version, ``en_core_web_sm-3.8.0``."""

    def __init__(self, nlp: Language) -> None:
        """Take a pipeline with tagger, parser and lemmatizer."""
        self.nlp = nlp
        if "one_sentence" not in nlp.pipe_names:
            nlp.add_pipe("one_sentence", before="parser")
        self._vocabulary = Vocabulary(nlp)
        self._reader = TableReader(nlp.vocab.strings.__getitem__)
        columns = COLUMNS if _NAMELESS.issuperset(nlp.pipe_names) else (*COLUMNS, LABELS)
        self._columns: list[int | str] = [IDS[name] for name in columns]
        self._facts = WordFacts(nlp) if may_replace(nlp) else None
        meta = nlp.meta  # reads the whole pipeline each time it is asked
        self.version = f"{meta.get('lang', 'en')}_{meta.get('name', 'model')}-{meta.get('version', '0')}"

    @classmethod
    def load(cls, model: str) -> "Parser":
        """Load a model package by name, or from a folder.

        Raises:
            ModelError: it is not there, or lacks a parser.
        """
        try:
            nlp = _loaded(model)
        except (ImportError, OSError, AttributeError) as error:
            raise ModelError(
                f"cannot load the language model {model!r}: install that package, or name a folder with one"
            ) from error
        missing = {"tagger", "parser", "lemmatizer"} - set(nlp.pipe_names)
        if missing:
            raise ModelError(
                f"the language model {model!r} lacks {', '.join(sorted(missing))}: choose one for English with a parser"
            )
        return cls(nlp)

    def renew(self) -> None:
        """Call between texts, when nothing parsed is in use: memory stays flat."""
        self._vocabulary.renew()

    def tokens(self, sentence: str) -> SpacyDoc:
        """Cut a sentence into tokens, and no more."""
        return unmistaken(rejoined(self.nlp.make_doc(sentence), sentence), sentence)

    def forms(self, tokens: SpacyDoc) -> list[Form]:
        """Give the words of a sentence that is cut into tokens; they stay with it."""
        forms = tokens.user_data[_FORMS] = self._forms(tokens)
        return forms

    def _forms(self, tokens: SpacyDoc) -> list[Form]:
        column: Any = tokens.to_array(ORTH)  # one name, no list of names: quicker than token by token
        return self._reader.forms(column.tolist())

    def docs(self, sentences: Iterable[str | SpacyDoc]) -> Iterator[Doc]:
        """One parsed Doc a sentence, be it text or tokens, in order."""
        parsed = self.parsed(sentences)
        while some := list(islice(parsed, TOGETHER)):
            docs = self._read(some)
            self.release(some)
            docs.reverse()
            while docs:
                yield docs.pop()

    def release(self, parsed: list[SpacyDoc]) -> None:
        """Let go of what the language model has made; nothing asks for it any more."""
        parsed.clear()

    def _read(self, some: list[SpacyDoc]) -> list[Doc]:
        """Read the trees of several sentences, each step for all, so that the processor has its code at hand."""
        docs = [self._tree(parsed) for parsed in some]
        for doc in docs:
            mended(doc)
        words = [self.words(parsed, doc) for parsed, doc in zip(some, docs, strict=True)]
        for doc, own in zip(docs, words, strict=True):
            doc.know(own)
        return docs

    def _tree(self, parsed: SpacyDoc) -> Doc:
        forms = parsed.user_data.pop(_FORMS, None)
        if forms is None or len(forms) != len(parsed):
            forms = self._forms(parsed)
        return self._reader.doc(forms, table_of(parsed, self._columns))

    def parsed(self, sentences: Iterable[str | SpacyDoc]) -> Iterator[SpacyDoc]:
        """Give the language model's own answer for each sentence."""
        disable = RULES if self._facts else ()
        for batch in batches(sentences):
            yield from self.nlp.pipe(batch, batch_size=BATCH, disable=disable)

    def words(self, parsed: SpacyDoc, doc: Doc) -> list[Word]:
        """Give what the language model's rules say of the words of a sentence whose tree is mended."""
        return self._facts(parsed, doc) if self._facts else words_of(written(parsed, doc))


def batches(sentences: Iterable[str | SpacyDoc]) -> Iterator[list[str | SpacyDoc]]:
    """Give sentences in batches to parse together; none of them takes long, since nobody can stop it half way."""
    batch: list[str | SpacyDoc] = []
    words = 0
    for sentence in sentences:
        length = len(sentence) if isinstance(sentence, SpacyDoc) else sentence.count(" ") + 1
        if batch and (len(batch) == BATCH or words + length > BATCH_WORDS):
            yield batch
            batch, words = [], 0
        batch.append(sentence)
        words += length
    if batch:
        yield batch


def _loaded(model: str) -> Language:
    """Load a model that multiplies with numpy's BLAS: nearly twice as fast as thinc's own where there is AVX-512."""
    with use_ops("numpy", use_blis=False):
        if Path(model).is_dir():
            return spacy.load(model)
        nlp: Language = importlib.import_module(model).load(exclude=list(UNUSED))
        return nlp


def table_of(parsed: SpacyDoc, columns: list[int | str]) -> list[list[int]]:
    """Give the numbers of a parsed sentence that a `TableReader` reads."""
    table: Any = parsed.to_array(columns).view(_SIGNED).T  # with signs, so that a head may be before its token
    numbers: list[list[int]] = table.tolist()
    return numbers
