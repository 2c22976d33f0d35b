"""Force, coercion and broken ties: who strikes whom where the words say it by the way."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # those who fall while somebody does something else
        ("Nine Thai farmers were hurt when Cambodian gunners shelled a market.", ("KHMMIL", "190", "THAAGR")),
        ("Nine Thai farmers perished when Cambodian jets bombed a market.", ("KHMMIL", "190", "THAAGR")),
        # to each other
        ("Ethiopian troops and Eritrean rebels ambushed each other.", ("ERIREB", "190", "ETHMIL")),
        ("Togo and Ghana threatened one another with an embargo.", ("GHA", "1312", "TGO")),
        # who holds captives, and who holds a march
        ("Danish tourists were held hostage by Malian bandits.", ("MLICRM", "181", "DNKCVL")),
        ("Zambian police broke up a march by Congolese miners.", ("ZMBCOP", "175", "CODLAB")),
        # what is ended, and what troops leave
        ("Ghana discontinued exports to Togo.", ("GHA", "163", "TGO")),
        ("Ghana announced an oil embargo on Togo.", ("GHA", "163", "TGO")),
        ("Ghana pulled its soldiers from Togo.", ("GHA", "0874", "TGO")),
        ("Two Togolese envoys were thrown out of Ghana in May.", ("GHA", "161", "TGOGOV")),
        # a strike from the air wounds, as sanctions do not
        ("An Ethiopian air strike wounded six Eritrean nurses.", ("ETH", "195", "ERIHLH")),
    ],
)
def test_force_strikes_whom_the_words_name(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Ghana's sanctions hurt Togolese traders.", "190"),
        ("A Ghanaian assault on Togolese rebels failed.", "087"),
        ("Nine Thai farmers were hurt when their bus overturned.", "190"),
    ],
)
def test_force_is_not_what_only_hurts_or_fails(coder: Coder, text: str, never: str) -> None:
    assert never not in {code for _, code, _ in triples(coder, text)}
