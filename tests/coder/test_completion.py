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
        ("French police beat a street singer.", "FRACOP 182 FRACVL"),  # of a power too, whose police are at home
        ("Chad's intelligence service detained a rights lawyer.", "TCDSPY 173 TCDHRI"),
        ("Relatives of the dead accused the Peruvian army of a cover-up.", "PERCVL 112 PERMIL"),
        ("A rights group accused El Salvador's police of beating a boy.", "SLVHRI 112"),
        ("Zambian police urged residents to stay indoors.", "ZMBCOP 020 ZMBCVL"),
        ("Kuwaiti courts upheld death sentences against two Shia men.", "KWTJUD 116 KWTMOSSHICVL"),
        ("Islamic Jihad freed two hostages.", "PSEREBISJ 0841 ISRCVL"),
        ("The Arce government detained a judge.", "BOLGOV 173 BOLJUD"),
        ("Men believed to be agents of Rwanda shot an exile in Maputo.", "RWACVL"),
        ("Men suspected of being Chadian agents abducted a monk in Khartoum.", "TCDCVL 181 SDN"),
        ("Gunmen believed to belong to Boko Haram killed a farmer in Diffa.", "NGAREBBOK 193 NERAGR"),
        ("A Rosario gang murdered two taxi drivers.", "ARGCRM"),  # a town that is a surname too
        ("Chadian police arrested a monk who had accused Sudan of meddling.", "TCDCVL 112 SDN"),  # as in the arrest
        ("Peruvian police arrested an artist hours after he had met Chilean diplomats.", "PERCVL 040 CHLGOV"),
        ("Zambian soldiers shot two villagers near the Angolan border.", "ZMBMIL 193 ZMBCVL"),
        ("Chadian soldiers killed a herder in Cameroon's Far North.", "TCDMIL 190 CMRAGR"),
        ("Togo's rebels killed eight soldiers in northern Benin.", "BENMIL"),
        ("Russian police beat a student who had marched against the war in Ukraine.", "RUSCOP 182 RUSEDU"),
    ],
)
def test_completion_knows_whose_police_gangs_governments_and_agents_those_are(
    code: Code, text: str, event: str
) -> None:
    assert any(event in found for found in code(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Israeli police arrested a man.", "ISRCVL"),
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
