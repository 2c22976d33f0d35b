"""The loaded lexicon: its entries found again, its classes opened, several files put together."""

from pathlib import Path

import pytest

from coder.entries.lexicon_reader import OPERATORS, LexiconReader
from coder.entries.rules import Lexicon, load_lexicon
from coder.errors import DictionaryError
from tests.coder.hand_lexicons import read, words_of


def test_rules_section_with_words_only_gives_no_code() -> None:
    with pytest.raises(DictionaryError, match="neither a code nor an operator"):
        read("## General remarks\nverb arrest\n")


@pytest.mark.parametrize("kind", ["verb", "noun", "adj"])
def test_rules_entry_is_found_by_kind_and_first_word(kind: str) -> None:
    lexicon = read(f"## 173\n{kind} arrest, round up\n")
    assert words_of(lexicon, kind, "round") == [("round", "up")]
    assert lexicon.knows(kind, "arrest")
    assert not lexicon.knows(kind, "up")
    assert not any(lexicon.knows(other, "arrest") for other in {"verb", "noun", "adj"} - {kind})


def test_rules_classes_hold_words_and_other_classes() -> None:
    lexicon = read("@aid = relief, @food,\n  blankets\n@food = rice\n## 073\nverb send\n  object: @aid\n")
    assert lexicon.classes["aid"] == {"relief", "rice", "blankets"}


def test_rules_class_grows_over_files() -> None:
    one, two = LexiconReader("a.txt"), LexiconReader("b.txt")
    one.read("@food = rice\n")
    two.read("@food = wheat\n")
    assert Lexicon([one, two], "1").classes["food"] == {"rice", "wheat"}


def test_rules_user_file_is_asked_before_the_shipped_ones_and_changes_the_version(tmp_path: Path) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own.txt"
    shipped.mkdir()
    (shipped / "a.txt").write_text("## 173\nverb arrest\n", "utf-8")
    own.write_text("## 010\nverb trundle\n", "utf-8")
    plain, more = load_lexicon(shipped), load_lexicon(shipped, extra=[own])
    assert not plain.knows("verb", "trundle")
    assert [entry.id for entry in more.entries] == ["own.txt:2", "a.txt:2"]
    assert plain.version != more.version
    assert plain.version == load_lexicon(shipped).version


def test_rules_user_file_may_be_of_another_system(tmp_path: Path) -> None:
    own = tmp_path / "own.txt"
    own.write_bytes(b"\xef\xbb\xbf## 010\r\nverb trundle\r\n  object: any\r\n")
    (entry,) = load_lexicon(tmp_path / "nothing", extra=[own]).entries
    assert (entry.code, entry.id, len(entry.conditions)) == ("010", "own.txt:2", 1)


def test_rules_shipped_lexicon_is_sound() -> None:
    lexicon = load_lexicon()
    assert len(lexicon.entries) > 1_000
    assert {entry.operator for entry in lexicon.entries if entry.operator} <= set(OPERATORS)
