"""Approval, defence, sympathy and reconciliation in the words and gestures that news has for them."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import triples

PRAISE = (
    "cheered",
    "was full of praise for",
    "had kind words for",
    "heaped compliments on",
    "threw a parade for",
    "named a bridge after",
    "erected a statue of",
    "pinned a medal on",
    "gave a standing ovation to",
    "has full confidence in",
    "sent congratulations to",
)


@pytest.mark.parametrize("praise", PRAISE)
@pytest.mark.parametrize(("whom", "code"), [("Chilean miners", "CHLLAB"), ("the Chilean army", "CHLMIL")])
def test_whoever_can_be_praised_is_praised_by_word_and_deed(coder: Coder, praise: str, whom: str, code: str) -> None:
    assert ("PER", "051", code) in triples(coder, f"Peru {praise} {whom}.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nepal described the Bhutanese army as courageous.", ("NPL", "051", "BTNMIL")),
        ("Peru's president said the Chilean nurses were heroines.", ("PERGOV", "051", "CHLHLH")),
        ("Togo called Benin's decision wise.", ("TGO", "051", "BEN")),
        ("Kenyan lawmakers approved the president's budget.", ("KENLEG", "051", "KENGOV")),
        ("The supreme court of Uganda upheld the election of the president.", ("UGAJUD", "051", "UGAGOV")),
        ("The African Union elected the Malian president as its chairman.", ("IGOAFU", "051", "MLIGOV")),
        ("Peru's premier won the confidence of Chilean miners.", ("CHLLAB", "051", "PERGOV")),
        ("Crowds in Chile threw flowers at the Peruvian soldiers.", ("CHLOPP", "051", "PERMIL")),
        ("Praise for Chile came from Peru's president.", ("PERGOV", "051", "CHL")),
        ("Peru's parliament passed a vote of thanks to Chile.", ("PERLEG", "051", "CHL")),
        ("The Peruvian senate exonerated the Chilean army.", ("PERLEG", "052", "CHLMIL")),
        ("Peru brushed off attacks on the Chilean army.", ("PER", "052", "CHLMIL")),
        ("Togo and Benin put their differences behind them.", ("TGO", "056", "BEN")),
        ("Peruvian newspapers raved about the Chilean president.", ("PERMED", "051", "CHLGOV")),
        ("Peru's president asked Chile to forgive his country.", ("PERGOV", "055", "CHL")),
        ("Peru dismissed Chile's charges as a pack of lies.", ("PER", "016", "CHL")),
        ("Chilean students stuck up for the Peruvian premier.", ("CHLEDU", "052", "PERGOV")),
        ("Chad urged the world to back Niger.", ("TCD", "053", "NER")),
        ("Chad called for support for Niger.", ("TCD", "053", "NER")),
        ("Peru's president ended his feud with Chile.", ("PERGOV", "056", "CHL")),
        ("Peru gave the Chilean premier a state funeral.", ("PER", "017", "CHLGOV")),
        ("Peru paid its last respects to the Chilean premier.", ("PER", "017", "CHLGOV")),
        ("Peru sent words of comfort to Chilean miners.", ("PER", "018", "CHLLAB")),
        ("Peru takes the same view as Chile.", ("PER", "019", "CHL")),
        ("Peru agreed with Chile on the need for a bridge.", ("PER", "019", "CHL")),
    ],
)
def test_approval(coder: Coder, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Chile named a new ambassador after the Peruvian president left.",
        "Greek fans threw flowers at the singer.",
        "The Danish bank approved the loan.",
        "Norway does not trust the Russian army.",
        "Peru's president called the vote a disgrace.",
    ],
)
def test_everyday_senses_are_no_approval(coder: Coder, text: str) -> None:
    assert not [e for e in triples(coder, text) if e[1].startswith("051")]
