"""What the language model gives of a sentence becomes the coder's own tree, mended."""

import pytest

from coder import parsing
from coder.parsing import Parser
from coder.pipeline import Coder
from coder.syntax.parsed import Doc
from coder.syntax.tables import TableReader


def shown(doc: Doc) -> list[tuple[str, str, str, int]]:
    return [(t.text, t.tag_, t.dep_, t.head.i) for t in doc]


def test_table_reader_links_words_and_keeps_blanks_and_places() -> None:
    names = {
        7: "Mali",
        8: "'s",
        9: "army",
        2**64 - 21: "NNP",
        22: "POS",
        23: "NN",
        31: "poss",
        32: "case",
        33: "ROOT",
        40: "GPE",
    }
    asked = list[int]()

    def name_of(number: int) -> str:
        asked.append(number)
        return names[number]

    reader = TableReader(name_of)
    words = reader.forms([7, 8, 9])
    table = [[-21, 22, 23], [31, 32, 33], [2, -1, 0], [0, 1, 1]]
    (first, second) = reader.doc(words, table), reader.doc(words, [*table, [40, 0, 0]])
    assert first.text == second.text == "Mali's army "
    assert shown(first) == [("Mali", "NNP", "poss", 2), ("'s", "POS", "case", 0), ("army", "NN", "ROOT", 2)]
    assert [(t.lower_, t.idx, t.ent_type_) for t in second] == [("mali", 0, "GPE"), ("'s", 4, ""), ("army", 7, "")]
    assert sorted(asked) == sorted(names)
    assert [(f.text, f.lower) for f in reader.forms([9, 7])] == [("army", "army"), ("Mali", "mali")]


@pytest.mark.model
def test_parser_mends_trees_whoever_finds_the_lemmas(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model whose own rules give the lemmas may know others for words with a mended tag, but no other tree."""
    texts = ["Sweden froze aid to Mali.", "The army of Chad is said to have fled.", "There was a riot in Lagos."]
    monkeypatch.setattr(parsing, "may_replace", lambda nlp: not nlp)
    plain = Parser(coder.parser.nlp)
    usual, other = list(coder.parser.docs(texts)), list(plain.docs(texts))
    assert [shown(doc) for doc in usual] == [shown(doc) for doc in other]
    assert [doc.changed for doc in usual] == [True, False, False]
    for one, same in zip(usual[1:], other[1:], strict=True):
        assert [(t.lemma_, t.pos_) for t in one] == [(t.lemma_, t.pos_) for t in same]
