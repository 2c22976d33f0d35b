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
        (
            "Uganda evicted Congolese settlers.",
            "Having evicted Congolese settlers from a forest, Uganda cut its forecast.",
        ),
        (
            "Kenyan police dispersed protesters.",
            "Having dispersed protesters with hoses, Kenyan police cut their costs.",
        ),
        ("Venezuelan police attacked demonstrators.", "Attacking demonstrators, Venezuelan police closed their ranks."),
        ("Costa Rica castigated Nicaragua.", "Castigating Nicaragua, Costa Rica cut its forecast."),
        ("Turkey warned Armenia of a blockade.", "Warning Armenia of a blockade, Turkey cut its forecast."),
        (
            "Qatar provided humanitarian assistance to Lebanon.",
            "In 2014 Qatar provided humanitarian assistance to Lebanon.",
        ),
        (
            "Kuwait refused women the right to vote.",
            '"Kuwait refused women the right to vote," the Polish foreign minister told reporters in Warsaw.',
        ),
        ("Rebels planted mines near Goma.", "Rebels plant mines near Goma"),
        ("Angry Zambian miners torched vehicles.", "Angry Zambian miners torch vehicles"),
        ("Police in Kabul banned motorcycles.", "Police in Kabul ban motorcycles"),
        ("Truckers in Peru blocked a road over fuel prices.", "Truckers in Peru block a road over fuel prices"),
        ("Denmark and Poland exchanged information on spies.", "Denmark and Poland exchange information on spies"),
        ("Chile and Bolivia squabbled over water rights.", "Chile and Bolivia squabble over water rights"),
        ("Danish nurses rallied in protest at wage cuts.", "Danish nurses rally in protest at wage cuts"),
        ("Soldiers in Guinea opened fire on students.", "Soldiers in Guinea open fire on students"),
        ("The rebels in Niger handed over four captives.", "The rebels in Niger hand over four captives"),
        ("A Venezuelan helicopter crossed into Colombia.", "A Venezuelan helicopter crosses into Colombia"),
        ("Nepal's parliament voted to abolish the monarchy.", "Nepal's parliament votes to abolish the monarchy"),
        ("Greece's opposition enforced a shutdown.", "Greece's opposition enforces a shutdown on Sunday"),
        (
            "Syria gave citizenship to thousands of Kurds.",
            "Syria is in turmoil. It gave citizenship to thousands of Kurds.",
        ),
        ("Turkish dissidents march in Ankara.", "Turkish Dissidents March in Ankara"),
        (
            "Kenya invested in a Zambian copper mine.",
            "Kenya, whose economy is shrinking, invested in a Zambian copper mine.",
        ),
        (
            "Kenya called for talks between Rwanda and Burundi.",
            "Kenya, which has a population of 12 million, called for talks between Rwanda and Burundi.",
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


@pytest.mark.parametrize(
    "text",
    [
        "Police were called in to break up a protest by Turks in Ghent.",
        "The minister was asked to comment on remarks by a Dutch senator.",
    ],
)
def test_who_does_what_the_clause_below_names_does_not_do_what_is_told(coder: Coder, text: str) -> None:
    assert not any(source in ("TUR", "NLDLEG") for source, _, _ in triples(coder, text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police made ten arrests in Istanbul", "after Morocco threatened Spain."),
        ("Soldiers in Niger toppled President Mohamed Bazoum", "after Sudan threatened Chad."),
        ("Nepal's king lifted the curfew", "after Chad freed two Kenyans."),
        ("Zambia's president admitted a mistake", "after Belgium thanked Morocco."),
        ("Togo's opposition says the president stole money", "as Norway stopped mediating in Sri Lanka."),
    ],
)
def test_what_others_do_elsewhere_leaves_a_clause_its_events(coder: Coder, one: str, other: str) -> None:
    told = triples(coder, f"{one}.")
    assert told
    assert told <= triples(coder, f"{one} {other}")


def test_what_is_only_described_is_not_told(coder: Coder) -> None:
    assert triples(coder, "A boat, a small one, seized off Chad.") == set()
