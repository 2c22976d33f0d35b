"""The same fact amid other clutter gives the same events: dates, blanks, marks, reporters, series, arms, names."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("plain", "cluttered"),
    [
        # a date in front without its comma
        ("Norway and Peru signed a treaty.", "On Tuesday Norway and Peru signed a treaty."),
        ("Amnesty accused Chad of torture.", "In March Amnesty accused Chad of torture."),
        ("Bolivia and Peru agreed to share a port.", "In 2003 Bolivia and Peru agreed to share a port."),
        ("Ghana expelled two Togolese envoys.", "The rains came. On 12 June Ghana expelled two Togolese envoys."),
        # blanks too many
        ("Sudanese jets bombed a camp in Chad.", "Sudanese  jets  bombed a camp in  Chad."),
        # a printer's marks
        (
            "Chad's army didn't attack the camp, but shelled a town in Mali.",
            "Chad’s army didn’t attack the camp, but shelled a town in Mali.",
        ),
        (
            'Peru told Chile to "stop this madness" and expelled its envoy.',
            "Peru told Chile to “stop this madness” and expelled its envoy.",
        ),
        (
            "The U.S. -- despite protests -- expelled two Chadian envoys.",
            "The U.S.—despite protests—expelled two Chadian envoys.",
        ),
        # who reports it
        ("The court sentenced five rebels.", "According to Reuters, the court sentenced five rebels."),
        ("The police beat a reporter.", "The BBC reported that the police beat a reporter."),
        # what somebody is blamed for is said by whoever blames
        ("Chad scolded Peru for abandoning its ally.", "Chile said Chad scolded Peru for abandoning its ally."),
        # troops bear arms, and police hide their faces
        ("Chadian troops attacked Peru.", "Heavily armed Chadian troops attacked Peru."),
        ("Chad's soldiers shelled a Sudanese town.", "Chad's heavily armed soldiers shelled a Sudanese town."),
        ("Kenyan police arrested five students.", "Masked Kenyan police arrested five students."),
        # surnames that are lands and peoples
        (
            "The British prime minister met Chad's president.",
            "British Prime Minister Peter England met Chad's president.",
        ),
        ("Chile's president criticised Peru.", "Chilean President Kwame Asante criticised Peru."),
    ],
)
def test_clutter_changes_no_event(coder: Coder, plain: str, cluttered: str) -> None:
    assert triples(coder, plain) == triples(coder, cluttered) != set()


@pytest.mark.parametrize("told", ["{}.", "Officials said on Tuesday that {}.", "Officials said that {}."])
@pytest.mark.parametrize(
    "acts",
    [
        ("attacked a Norwegian convoy", "seized a Greek ship", "shot dead a Chilean diplomat"),
        ("bombed a Turkish border post", "blocked a Finnish aid convoy", "detained four Belgian nurses"),
        ("expelled two Swiss envoys", "looted a Swedish warehouse", "abducted two Irish priests"),
    ],
)
def test_clutter_three_acts_of_one_doer_are_his(coder: Coder, told: str, acts: tuple[str, str, str]) -> None:
    first, second, third = acts
    apart = set().union(*(triples(coder, f"Chad's army {act}.") for act in acts))
    assert triples(coder, told.format(f"Chad's army {first}, {second} and {third}")) == apart


def test_clutter_who_is_held_responsible_failed(coder: Coder) -> None:
    found = triples(coder, "The minister said Chad held Peru responsible for failing to stop the raid.")
    assert ("TCD", "112", "TCDGOV") not in found
