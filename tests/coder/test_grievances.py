"""At whom an act is aimed when its own words name nobody, but what provoked it does."""

from itertools import product

import pytest

from coder.pipeline import Coder
from tests.coder.told import triples

# What is done, each without a word of whom it is for.
DEEDS = {
    "vowed revenge": "130",
    "threatened to cut off gas supplies": "1312",
    "demanded an apology": "102",
    "called for an immediate ceasefire": "0256",
    "recalled its ambassador": "161",
    "halted arms deliveries": "1622",
    "refused to apologise": "120",
}
CAUSES = (
    "Peru denounced Ecuador and {}.",
    "Peru {} over Ecuador's arrest of its citizens.",
    "Peru {} after Ecuador shelled a village.",
    "Peru {} in response to Ecuador's attack.",
    "Peru {} amid a row with Ecuador.",
    "After Ecuador seized a tanker, Peru {}.",
    "Accusing Ecuador of lying, Peru {}.",
    "Angered by Ecuador's raids, Peru {}.",
    "Ecuador seized a tanker, and Peru {}.",
)


@pytest.mark.parametrize(("cause", "deed"), list(product(CAUSES, DEEDS)))
def test_grievances_tell_whom_an_act_is_aimed_at(coder: Coder, cause: str, deed: str) -> None:
    assert ("PER", DEEDS[deed], "ECU") in triples(coder, cause.format(deed))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Students in Lima hurled stones at police, and officers fired tear gas.", ("PERCOP", "175", "PEREDU")),
        ("Armenian guns shelled two villages, and Azerbaijan hit back.", ("AZE", "190", "ARM")),
        ("Niger suspended trade talks, accusing Chad of lying.", ("NER", "164", "TCD")),
        ("Togo said Benin's decision was an insult and demanded an apology.", ("TGO", "102", "BEN")),
    ],
)
def test_grievances_are_found_in_the_act_before(coder: Coder, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Egypt praised Sudan and vowed revenge.", ("EGY", "130", "SDN")),  # not on whom it has praised
        ("Mali condemned Niger and ordered an inquiry.", ("MLI", "100", "NER")),  # orders go to one's own
        ("The UN withdrew its staff as Serbian rebels began the bombing.", ("SRBREB", "190", "IGOUNO")),
        ("Chad severed ties with Sudan as Togo vowed revenge.", ("TGO", "130", "TCD")),  # it befell another
    ],
)
def test_grievances_are_not_everybody_beside(coder: Coder, text: str, never: tuple[str, str, str]) -> None:
    assert never not in triples(coder, text)
