"""What a sentence says was done: with the real language model, so the grammar is the parser's own."""

import pytest

from coder.pipeline import Coder
from coder.types import Modality, Story, Tense
from tests.coder.conftest import HYPOTHETICAL, Code

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Iran attacked Iraq.",
        "Iraq was attacked by Iran.",
        "Iran has attacked Iraq.",
        "Iran, which attacked Iraq in September, is a republic.",
        "Iran launched an attack on Iraq.",
        "Iran carried out an attack against Iraq on Monday.",
        "The Iranian attack on Iraq shocked nobody.",
        "On Monday, Iran attacked Iraq.",
        "Iran said it had attacked Iraq.",
        "Iran began to attack Iraq.",
    ],
)
def test_actions_one_deed_has_one_reading_whatever_the_grammar(code: Code, text: str) -> None:
    assert code(text) == ["IRN 190 IRQ"]


def test_actions_undergone_act_has_its_doer_behind_the_noun(code: Code) -> None:
    assert code("Iraq came under attack by Iran.") == ["IRN 190 IRQ"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("France urged Iran to release the hostages.", "FRA 0253 IRN"),
        ("France threatened Iran with sanctions.", "FRA 1312 IRN"),
        ("Russia lifted its sanctions on Turkey.", "RUS 085 TUR"),
        ("Germany refused to send food to Somalia.", "DEU 1223 SOM"),
        ("Germany agreed to send food to Somalia.", "DEU 0333 SOM"),
        ("Turkey called on Syria to stop shelling its villages.", "TUR 0256 SYR"),
        ("Iran will attack Iraq.", "IRN 1384 IRQ"),
        ("The French president paid a visit to Algeria.", "FRAGOV 042 DZA"),
        ("The arrest of two Cuban journalists by Cuban police drew criticism.", "CUBCOP 173 CUBMED"),
    ],
)
def test_actions_operators_join_with_their_content(code: Code, text: str, event: str) -> None:
    assert event in code(text)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Iran did not attack Iraq.", Modality.NEGATED),
        ("Iran never attacked Iraq.", Modality.NEGATED),
        ("Iran may attack Iraq.", Modality.CONDITIONAL),
        ("Iran could have attacked Iraq.", Modality.CONDITIONAL),
        ("If Iran attacked Iraq, France would protest.", Modality.CONDITIONAL),
        ("Did Iran attack Iraq?", Modality.CONDITIONAL),
        ("France said it would send no envoy until Iran attacked Iraq.", Modality.CONDITIONAL),
    ],
)
def test_actions_unreal_ones_come_only_when_asked_for(coder: Coder, code: Code, text: str, modality: Modality) -> None:
    assert "IRN 190 IRQ" not in code(text)
    events = coder.code(Story(text, options=HYPOTHETICAL)).events
    assert [e.modality for e in events if (e.source.code, e.type.code) == ("IRN", "190")] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "Shares in Tokyo tumbled on Monday.",
        "The museum of modern art in Paris will stay closed until June.",
        "Brazil beat Italy in the final of the World Cup.",
        "The lake lies at the foot of the mountains.",
        "It rained.",
        "He is said to be ill.",
        "War and Peace",
    ],
)
def test_actions_no_event_where_nothing_political_is_done(code: Code, text: str) -> None:
    assert code(text) == []


@pytest.mark.parametrize("text", ["Iran said Israel had bombed Syria.", "Israel has bombed Syria, Iran said."])
def test_actions_reported_ones_name_who_reports_them(coder: Coder, text: str) -> None:
    (event,) = coder.code(Story(text)).events
    assert (event.source.code, event.type.root, event.target and event.target.code) == ("ISR", "19", "SYR")
    assert event.modality is Modality.REPORTED
    assert event.reported_by is not None
    assert event.reported_by.code == "IRN"


def test_actions_duty_laid_on_another_is_a_demand(code: Code) -> None:
    assert code("Iran must withdraw its troops, France said.") == ["FRA 1056 IRN"]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Iran attacked Iraq.", Tense.PAST),
        ("Iran has attacked Iraq.", Tense.PAST),
        ("Iran attacks Iraq.", Tense.PRESENT),
        ("Iran will attack Iraq.", Tense.FUTURE),
    ],
)
def test_actions_tense_is_that_of_the_verb(coder: Coder, text: str, tense: Tense) -> None:
    (event,) = coder.code(Story(text)).events
    assert event.tense is tense


@pytest.mark.parametrize("text", ["Iran did not attack Iraq.", "Iran was attacking Iraq."])
def test_actions_tense_of_an_auxiliary(coder: Coder, text: str) -> None:
    (event,) = coder.code(Story(text, options=HYPOTHETICAL)).events
    assert event.tense is Tense.PAST


def test_actions_explanation_names_rule_words_and_steps(coder: Coder) -> None:
    (event,) = coder.code(Story("France urged Iran to release the hostages.")).events
    path, line = event.explanation.rule.split(":")
    assert path.endswith(".txt")
    assert int(line) > 0
    assert [span.text for span in event.explanation.matched] == ["urged", "release"]
    assert any("0253" in step for step in event.explanation.steps)


@pytest.mark.parametrize(
    "text",
    [
        "Norway hands over vehicles to Mali.",
        "Norway handed over vehicles to Mali.",
        "Norway handed vehicles over to Mali.",
    ],
)
def test_actions_particle_may_stand_before_or_behind_its_object(code: Code, text: str) -> None:
    assert code(text) == ["NOR 070 MLI"]
