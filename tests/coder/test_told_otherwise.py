"""A sentence told another way gives the same events: as a passive, a headline, a participle, behind an aside."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("plain", "otherwise"),
    [
        ("Belgium stripped Burundi of trade privileges.", "Burundi was stripped by Belgium of trade privileges."),
        ("Nepal's premier accused two envoys of spying.", "Two envoys were accused by Nepal's premier of spying."),
        ("Miners in Bolivia threw dynamite at the police.", "Dynamite was thrown by miners in Bolivia at the police."),
        (
            "Ghana banned Nigerian traders from selling rice.",
            "Nigerian traders were banned from selling rice by Ghana.",
        ),
        (
            "Corsican rebels smuggled a bomb aboard a Greek jet.",
            "A bomb was smuggled aboard a Greek jet by Corsican rebels.",
        ),
        (
            "Armenia opened a humanitarian corridor for Georgian villagers.",
            "A humanitarian corridor for Georgian villagers was reported to have been opened by Armenia.",
        ),
        (
            "Peru complained to Chile about the raids.",
            "Having complained to Chile about the raids, Peru cut its forecast.",
        ),
        ("Angolan tanks rolled into Kananga.", "Having rolled into Kananga, Angolan tanks stopped."),
        ("The World Bank pledges a loan to Rwanda.", "The World Bank Pledges a Loan to Rwanda"),
        ("North Korea breaks off talks with South Korea.", "North Korea Breaks Off Talks With South Korea"),
        ("The Israeli cabinet bows to the nurses' demands.", "The Israeli Cabinet Bows to the Nurses' Demands"),
        ("Turkish dissidents march in Ankara.", "Turkish Dissidents March in Ankara"),
        (
            "Kenya invested in a Zambian copper mine.",
            "Kenya, whose economy is shrinking, invested in a Zambian copper mine.",
        ),
        (
            "Kenya called for talks between Rwanda and Burundi.",
            "Kenya, which has a population of 50 million, called for talks between Rwanda and Burundi.",
        ),
        ("Iraqi planes strafed Kurdish villages.", "Iraqi planes had earlier strafed Kurdish villages."),
        (
            "Ethiopia blocked aid workers from entering Tigray.",
            "Ethiopia has repeatedly blocked aid workers from entering Tigray.",
        ),
        ("Police in Lima banned bicycles.", "Police in Lima, who banned bicycles, spoke on Friday."),
        ("Soldiers in Niger toppled the president.", "Soldiers in Niger, who toppled the president, spoke on Friday."),
        ("Iran refused to compromise.", "Iran refused to compromise on Friday, two days before a summit in Tokyo."),
        (
            "Maoist rebels seized a district official from a fair.",
            "Maoist rebels seized a district official from a fair, a day before talks in Oslo.",
        ),
    ],
)
def test_what_is_told_otherwise_gives_the_same_events(coder: Coder, plain: str, otherwise: str) -> None:
    told = triples(coder, plain)
    assert told
    assert triples(coder, otherwise) == told


def test_what_is_only_described_is_not_told(coder: Coder) -> None:
    assert triples(coder, "A boat, a small one, seized off Chad.") == set()
