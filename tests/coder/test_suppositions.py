"""What is only supposed, whatever words say so: "in case", "provided", "had it not"."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "The ships are in Oslo in case Sudan attacks Peru.",
        "In the event that Sudan attacks Peru, the ships will be in Oslo.",
        "The ships are in Oslo provided that Sudan frees the Peruvian sailors.",
        "On condition that Sudan frees the Peruvian sailors, the ships will be in Oslo.",
        "Had Sudan attacked Peru, the ships would have been in Oslo.",
        "The ships are in Oslo by the time Sudan frees the Peruvian sailors.",
    ],
)
def test_suppositions_are_no_events(coder: Coder, text: str) -> None:
    assert not triples(coder, text)


def test_suppositions_leave_facts_alone(coder: Coder) -> None:
    assert ("NOR", "070", "SDN") in triples(coder, "Norway had provided Sudan with aid.")
    assert ("SDN", "190", "PER") in triples(coder, "The ships are in Oslo whenever Sudan attacks Peru.")
