"""What a protest is for, where the clause that says so is no demand that the lexicon knows."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peruvian students marched to oust the president.", ("PEREDU", "1411", "PERGOV")),
        ("Peruvian miners went on strike to bring down the government.", ("PERLAB", "1431", "PERGOV")),
        ("Peruvian truckers blocked roads to make the government cut fuel duty.", ("PERLAB", "1442", "PERGOV")),
        ("Peruvian nurses marched to press the government for better hospitals.", ("PERHLH", "1412", "PERGOV")),
        ("Students marched in Peru, calling for new elections.", ("PEREDU", "1411", "PER")),
    ],
)
def test_the_aim_of_a_protest_tells_its_kind(coder: Coder, text: str, wanted: Triple) -> None:
    """To oust somebody asks for a leader to go, to make a government act for another policy."""
    assert triples(coder, text) == {wanted}
