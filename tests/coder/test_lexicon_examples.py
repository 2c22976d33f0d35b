"""The lexicon's own examples: every sentence gives its events and no others; every code is shown three times."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from coder.pipeline import Coder
from coder.upkeep.lexicon_check import Outcome, Report, agrees, check

pytestmark = pytest.mark.model
KNOWN = Path(__file__).parents[1] / "gold" / "known_misses.txt"
LEAST = 3


@cache
def known_misses() -> dict[str, str]:
    """Read the list: a sentence, or ``code 0253``, and why it is missed."""
    lines = [line for line in KNOWN.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return {key.strip(): reason.strip() for key, _, reason in (line.rpartition(" | ") for line in lines)}


@pytest.fixture(scope="module")
def report(coder: Coder) -> Report:
    return check(coder)


def shown(outcomes: list[Outcome]) -> str:
    return "\n".join(
        f"{Path(o.example.path).name}:{o.example.line}: {o.example.text}\n    want {o.example.events}\n    got  {o.got}"
        for o in outcomes
    )


def test_lexicon_examples_come_out(report: Report) -> None:
    missed = [o for o in report.outcomes if not o.passed and not o.example.known]
    unlisted = [o for o in missed if o.example.text not in known_misses()]
    assert len(unlisted) == 0, f"{len(unlisted)} examples do not come out\n{shown(unlisted)}"


def test_lexicon_examples_marked_as_known_misses_still_fail(report: Report) -> None:
    better = [o for o in report.outcomes if o.passed and o.example.known]
    assert len(better) == 0, f"{len(better)} come out now: take 'known:' away from them\n{shown(better)}"


def test_lexicon_examples_in_the_list_of_known_misses_still_fail(report: Report) -> None:
    missed = {o.example.text for o in report.outcomes if not o.passed}
    short = {f"code {code}" for code, count in report.coverage.items() if count < LEAST}
    assert sorted(set(known_misses()) - missed - short) == [], f"these come out now: take them out of {KNOWN.name}"


def test_lexicon_examples_show_every_code_three_times(report: Report) -> None:
    short = {code: count for code, count in report.coverage.items() if count < LEAST}
    assert {code: count for code, count in short.items() if f"code {code}" not in known_misses()} == {}


def test_lexicon_examples_known_misses_have_reasons(report: Report) -> None:
    assert [key for key, reason in known_misses().items() if not key or not reason] == []
    assert [o.example.text for o in report.outcomes if o.example.known and len(o.example.known) < len("idiom")] == []


def test_lexicon_examples_do_not_contradict_each_other(report: Report) -> None:
    wanted = sorted((o.example.text, o.example.events) for o in report.outcomes)
    pairs = [(text, one, two) for (text, one), (again, two) in pairwise(wanted) if text == again]
    assert [(text, one, two) for text, one, two in pairs if not agrees(one, two) and not agrees(two, one)] == []
