"""Whatever one side lays before another can be turned down, by whatever words."""

from itertools import product

import pytest

from coder.pipeline import Coder
from tests.coder.told import triples

REFUSALS = (
    "shrugged off",
    "sidestepped",
    "decided against",
    "would have nothing to do with",
    "wanted no part of",
    "gave no reply to",
    "could not accept",
    "refused to consider",
    "was not interested in",
)
MATTERS = (
    "Peru's timetable",
    "the Peruvian blueprint",
    "a scheme drawn up by Peru",
    "the formula that Peru had put forward",
    "the plan that Peru has endorsed",
)


@pytest.mark.parametrize(("refusal", "matter"), list(product(REFUSALS, MATTERS)))
def test_whoever_laid_it_before_others_is_refused(coder: Coder, refusal: str, matter: str) -> None:
    assert ("CHL", "120", "PER") in triples(coder, f"On Friday Chile {refusal} {matter}.")


@pytest.mark.parametrize("verb", ["killed", "torpedoed", "shot down", "sank"])
def test_papers_are_not_killed_by_arms(coder: Coder, verb: str) -> None:
    assert triples(coder, f"Chile {verb} Peru's amendment.") == {("CHL", "129", "PER")}


@pytest.mark.parametrize(
    "text",
    [
        "Chile has nothing to offer Peru.",
        "The crew in Chile had nothing to eat.",
        "The Chilean goalkeeper batted away the Peruvian approach.",
    ],
)
def test_what_refuses_nothing(coder: Coder, text: str) -> None:
    assert not triples(coder, text)
