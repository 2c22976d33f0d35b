"""Sentences whose tree the parser gets wrong in a way that is known: titles, days, Latin, what opens the sentence."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On Tuesday monks in Chad called on the government to free two men.", ("TCDCVL", "0253", "TCDGOV")),
        ("Aid to Malawi has been suspended by Norway since spring.", ("NOR", "162", "MWI")),
        ("Prime ministers Viktor Orban and Robert Fico met in Graz.", ("HUNGOV", "044", "SVKGOV")),
        ("Three Peruvian envoys were declared personae non gratae by Chile.", ("CHL", "161", "PERGOV")),
        ("Greenpeace on Friday called upon Equatorial Guinea to lift the ban.", ("NGMENVGRP", "0251", "GNQ")),
        ("A Zambian court directed the interior ministry on Friday to trace two men.", ("ZMBJUD", "100", "ZMBGOV")),
        ("Police in Laos shared pictures of three smugglers with Thailand.", ("LAOCOP", "064", "THA")),
        ("Togo is opposed to Ghana's plan for the river.", ("TGO", "120", "GHA")),
        ("Norway forgave Zambia half of its debt.", ("NOR", "071", "ZMB")),
        ("Zambian copper miners demand that Botswana raise wages.", ("ZMBLAB", "1042", "BWA")),
    ],
)
def test_what_the_parser_misreads_is_read(coder: Coder, text: str, wanted: Triple) -> None:
    """Such trees are mended before anything is read from them."""
    assert wanted in triples(coder, text)
