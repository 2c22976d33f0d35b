"""Whose somebody is of whom his own words do not tell the country."""

import pytest

from tests.coder.conftest import Code


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Soldiers of the Malian army shot eleven herders.", "MLIMIL 193 MLIAGR"),
        ("In Togo, gunmen burned every stall.", "TGOUAF 1712 TGO"),
        ("Lawyers threw bricks at riot police outside the High Court in Lagos.", "NGACVL 145 NGACOP"),
        ("Four trade unions gave Accra until Monday to raise wages.", "GHALAB 139 GHA"),
        ("Togo's senate swore him in, and the new premier appealed to Benin for help.", "TGOGOV 023 BEN"),
        ("On a visit to Laos, the Danish minister met senior officials.", "DNKGOV 040 LAOGOV"),
        ("Colombian negotiators broke off talks with the rebels in Oslo.", "COLGOV 164 COLREB"),
        ("Police in Kirkuk arrested three Turkmen villagers.", "IRQCOP 173 IRQTKMCVL"),
        (
            "After jets killed a Hezbollah commander near Tyre, the group fired rockets at Haifa.",
            "LBNREBHEZ 194 ISR",
        ),
        ("Officers of the Chadian army defected after the army shelled Moundou.", "TCDMIL 194 TCD"),
        ("Norway condemned the execution of two bloggers in Iran.", "NOR 111 IRN"),
    ],
)
def test_completion_takes_the_land_that_the_sentence_leaves_no_doubt_about(code: Code, text: str, event: str) -> None:
    assert event in code(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norwegian mediators met the rebels in Oslo.", "NORREB"),
        ("The armed wing of the movement fired rockets at Ashkelon.", "ISRREB"),
        ("The navy of Ghana seized a speedboat.", "1711 GHA"),
        ("Kenyan soldiers attacked positions on Sunday.", "190 KEN"),
        ("Turkey deported the activist to Tehran.", "TUROPP"),
        ("State media in Asmara accused the neighbouring government of aggression.", "ERIGOV 112 ERIGOV"),
    ],
)
def test_completion_leaves_open_what_the_sentence_leaves_open(code: Code, text: str, event: str) -> None:
    assert not any(event in found for found in code(text))
