"""Questions of why, and whom labels and reasons are about."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what somebody asks the reason of was done
        (
            "Chad asked Sudan to say why it was expelling Chadian workers.",
            {("TCD", "020", "SDN"), ("SDN", "174", "TCDLAB")},
        ),
    ],
)
def test_reasons_what_somebody_asks_the_reason_of_was_done(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the label before what it is put on
        ("Chad denounced as a provocation the Sudanese raid.", {("TCD", "111", "SDN")}),
        ("Chad rejected as baseless Sudan's claim.", {("TCD", "016", "SDN")}),
        # who did what he is blamed for
        ("Chad criticised Sudan over the talks it held with Peru.", {("TCD", "111", "SDN"), ("SDN", "046", "PER")}),
        ("The Norwegian envoy's travel to Chad ended.", {("NORGOV", "042", "TCD")}),
    ],
)
def test_reasons_labels_are_put_on_what_follows_and_blame_on_who_did_it(
    coder: Coder, text: str, wanted: set[Triple]
) -> None:
    assert wanted <= triples(coder, text)
