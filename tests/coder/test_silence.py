"""What is told of lands and people without being an event: games, and private lives that no land is told of."""

import pytest

from tests.coder.conftest import Code


@pytest.mark.parametrize(
    "text",
    [
        "Peru took on Chile in the semi-final in Lima.",
        "Norway called up two defenders for the qualifier against Ghana.",
        "Kenya's coach accused the Ugandan referee of helping the home side.",
    ],
)
def test_games_are_no_events(code: Code, text: str) -> None:
    assert code(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru denied visas to four Chilean footballers.", "PER 120 CHLCVL"),
        ("Gunmen shot at two Togolese footballers in Angola.", "193 TGO"),
        ("Police in Ghana arrested nine fans at the cup final.", "GHACOP 173"),
    ],
)
def test_politics_and_crime_around_a_game_are_events(code: Code, text: str, event: str) -> None:
    assert any(event in found for found in code(text))


@pytest.mark.parametrize(
    "text",
    [
        "A doctor advised her to rest.",
        "Shopkeepers hope for a good winter.",
        "The actress accused the magazine of lying.",
    ],
)
def test_private_people_of_no_land_only_talk(code: Code, text: str) -> None:
    assert code(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A Chilean doctor accused the ministry of lying.", "CHLHLH 112"),
        ("Teachers refused to end their strike.", "EDU 12"),
        ("A student threw a bomb at a doctor.", "183"),
    ],
)
def test_people_whose_land_is_told_or_who_do_more_than_talk_are_heard(code: Code, text: str, event: str) -> None:
    assert any(event in found for found in code(text))


@pytest.mark.parametrize(
    "text",
    [
        "The focus of Hamas will be on attacking Israeli officials.",
        "Norway has shown restraint for a decade.",
        "A Kenyan crop plane hit a lorry.",
        "A Kenyan air force helicopter crashed in a storm, killing three soldiers.",
        "Clearance would hinge on a fishing deal between Norway and Iceland.",
    ],
)
def test_aims_habits_and_accidents_are_no_events(code: Code, text: str) -> None:
    assert code(text) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "The deal is an exception to sanctions imposed on Iraq by the United Nations for invading Kuwait.",
            "IRQ 190 KWT",
            "IGOUNO 190 KWT",
        ),
        (
            "Rebels stormed a village in Chad that was captured from them last week, killing six people.",
            "TCDREB 190 TCDCVL",
            "TCDCVL 190 TCDCVL",
        ),
    ],
)
def test_what_is_taken_or_punished_does_not_do_it(code: Code, text: str, right: str, wrong: str) -> None:
    found = code(text)
    assert right in found
    assert wrong not in found
