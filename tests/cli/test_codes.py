"""`cameo-coder codes`."""

import pytest

from tests.cli.conftest import Run


def test_codes_lists_the_twenty_roots(run: Run) -> None:
    lines = run("codes").stdout.splitlines()
    assert len(lines) == 21
    assert lines[3].startswith("030")
    assert "EXPRESS_INTENT_COOPERATE" in lines[3]


def test_codes_draws_a_root_as_a_tree(run: Run) -> None:
    shown = run("codes", "03").stdout
    assert shown.index("031 ") < shown.index("0312 ") < shown.index("032 ")
    assert "041" not in shown


@pytest.mark.parametrize("wanted", ["0312", "express_intent_cooperate_militarily"])
def test_codes_shows_one_code(run: Run, wanted: str) -> None:
    shown = run("codes", wanted).stdout
    for words in ("EXPRESS_INTENT_COOPERATE_MILITARILY", "verbal cooperation", "Goldstein", "wider"):
        assert words in shown


def test_codes_searches_words(run: Run) -> None:
    assert "EMPLOY_AERIAL_WEAPONS" in run("codes", "aerial").stdout


def test_codes_says_what_to_try_when_nothing_fits(run: Run) -> None:
    result = run("codes", "quidditch")
    assert result.exit_code == 2
    assert "lists the 20 roots" in result.stderr
