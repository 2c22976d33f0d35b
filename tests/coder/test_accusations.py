"""What somebody is said to have done: a charge where saying so lays it to him, and what is looked into."""

from itertools import product

import pytest

from coder.pipeline import Coder
from tests.coder.told import triples

# Offences that no root of the codebook knows as deeds, and the kind of the charge and of the inquiry.
OFFENCES = {
    "had committed war crimes": ("1124", "094"),
    "had taken bribes": ("1121", "091"),
    "had raped women": ("1122", "092"),
}
CHARGES = (
    "Peru charged that Chilean soldiers {}.",
    "Peru alleged on Monday that Chilean soldiers {}.",
    "Peru repeated allegations that Chilean soldiers {}.",
    "Peru said it had evidence that Chilean soldiers {}.",
)
INQUIRIES = (
    "Peru is investigating whether Chilean soldiers {}.",
    "Peru is looking into whether Chilean soldiers {}.",
    "Peru opened an inquiry into whether Chilean soldiers {}.",
    "Peru is investigating claims that Chilean soldiers {}.",
)


@pytest.mark.parametrize(("charge", "offence"), list(product(CHARGES, OFFENCES)))
def test_what_a_clause_lays_to_somebody_tells_the_kind_of_the_charge(coder: Coder, charge: str, offence: str) -> None:
    assert triples(coder, charge.format(offence)) == {("PER", OFFENCES[offence][0], "CHLMIL")}


@pytest.mark.parametrize(("inquiry", "offence"), list(product(INQUIRIES, OFFENCES)))
def test_what_is_looked_into_tells_the_kind_of_the_inquiry(coder: Coder, inquiry: str, offence: str) -> None:
    assert ("PER", OFFENCES[offence][1], "CHLMIL") in triples(coder, inquiry.format(offence))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru said Chile was spying on its ministers.", {("PER", "1125", "CHL")}),
        ("Peru told the Security Council that Chile had broken the treaty.", {("PER", "112", "CHL")}),
        ("Peru complained to the United Nations that Chile had violated the treaty.", {("PER", "112", "CHL")}),
        ("Peru suspects that Chile has smuggled weapons.", {("PER", "1121", "CHL")}),
        ("Peru blamed Chile for shelling a village.", {("PER", "1123", "CHL")}),  # which need not have been shelled
        ("Peru is investigating Chilean soldiers for beating prisoners.", {("PER", "092", "CHLMIL")}),
        ("Peru said Chile had shelled a village.", {("CHL", "194", "CVL")}),  # a report of force, not a charge
        ("Peru demands that Chile free the fishermen.", {("PER", "1053", "CHL")}),
    ],
)
def test_charges_are_no_deeds(coder: Coder, text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert triples(coder, text) == wanted
