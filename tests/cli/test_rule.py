"""The lines that an explanation names are shown with what belongs to them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_rule_shows_an_entry_with_its_section_and_examples(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("## 111\nverb a\n  object: any\n  > A. = none\n\nverb b\n", "utf-8")
    result = run("rule", "mine.txt:2", "--lexicon", "mine.txt")
    assert result.stdout == "mine.txt:2\n## 111\nverb a\n  object: any\n  > A. = none\n"


@pytest.mark.parametrize(("name", "words"), [("states.txt:93", "PER | Peru;"), ("173_arrest.txt:15", "arrest, detain")])
def test_rule_finds_what_is_shipped(run: Run, name: str, words: str) -> None:
    result = run("rule", name)
    assert result.exit_code == 0
    assert words in result.stdout


@pytest.mark.parametrize("name", ["states.txt", "states.txt:x", "none.txt:3", "states.txt:0", "states.txt:999999"])
def test_rule_says_what_it_wants(run: Run, name: str) -> None:
    result = run("rule", name)
    assert result.exit_code == 2
    assert "FILE:LINE" in result.stderr or "lines, no line" in result.stderr
