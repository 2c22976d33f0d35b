"""Who does it to whom: pairs, both directions, the caller's own actors."""

import pytest

from coder.pipeline import Coder
from coder.types import NO_WORDS, CallerActor, Options, Resolution, Story
from tests.coder.conftest import Code, line_of

pytestmark = pytest.mark.model


def spans(text: str, *names: str, codes: tuple[str, ...] = ()) -> tuple[CallerActor, ...]:
    given = [*codes, *[""] * (len(names) - len(codes))]
    return tuple(CallerActor(text.index(n), text.index(n) + len(n), code) for n, code in zip(names, given, strict=True))


def test_events_compound_actors_give_every_pair_in_order(code: Code) -> None:
    assert code("Chad and Mali condemned Niger and Togo.") == [
        "TCD 111 NER",
        "TCD 111 TGO",
        "MLI 111 NER",
        "MLI 111 TGO",
    ]


def test_events_list_of_actors_of_different_kinds(code: Code) -> None:
    found = code("France, Spain and the African Union imposed sanctions on Belarus.")
    assert [line.split()[0][:3] for line in found] == ["FRA", "ESP", "IGO"]
    assert {line.split(" ", 1)[1] for line in found} == {"163 BLR"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda met in Nairobi on Tuesday.",
        "Kenya met Uganda in Nairobi.",
        "Kenya held talks with Uganda.",
        "Talks between Kenya and Uganda began on Tuesday.",
    ],
)
def test_events_mutual_acts_go_both_ways(code: Code, text: str) -> None:
    assert {(line.split()[0], line.split()[2]) for line in code(text)} == {("KEN", "UGA"), ("UGA", "KEN")}


def test_events_one_sided_acts_go_one_way(code: Code) -> None:
    assert code("Kenya praised Uganda.") == ["KEN 051 UGA"]


def test_events_nobody_acts_upon_himself(code: Code) -> None:
    assert not [line for line in code("Kenya and Uganda met.") if line.split()[0] == line.split()[2]]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Protesters demonstrated in Lima.", "PEROPP 141 PER"),
        ("The president of Peru resigned.", "PERGOV 0831 -"),
    ],
)
def test_events_of_one_actor(code: Code, text: str, event: str) -> None:
    assert code(text) == [event]


def test_events_without_a_target_can_be_left_out(code: Code) -> None:
    assert code("The president of Peru resigned.", Options(include_without_target=False)) == []


def test_events_violence_without_a_doer_has_an_unresolved_source(coder: Coder) -> None:
    (event,) = coder.code(Story("Iraq was attacked.")).events
    assert line_of(event) == "--- 190 IRQ"
    assert event.source.resolution is Resolution.UNRESOLVED
    assert event.source.span == NO_WORDS


def test_events_a_weapon_without_an_owner_gives_the_words_of_the_source(coder: Coder) -> None:
    (event,) = coder.code(Story("In Gao, a roadside bomb killed three Malian soldiers.")).events
    assert (event.source.code, event.source.span.text) == ("", "a roadside bomb")


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave $5 million on Monday.",
        "The Kenyan president dismissed allegations of fraud.",
        "Unicef launched an appeal for 80 million euros.",
    ],
)
def test_events_what_is_given_or_said_is_no_target(coder: Coder, text: str) -> None:
    assert all(event.target is None for event in coder.code(Story(text)).events)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Fiji is ready to pull its soldiers back.", ["FJI 0356 -"]),
        ("The Chinese government defended its policies.", []),
        ("Turkey urged its citizens to leave Iraq.", ["TUR 020 TURCVL"]),
    ],
)
def test_events_ones_own_troops_and_things_are_no_target(code: Code, text: str, events: list[str]) -> None:
    assert code(text) == events


def test_events_a_place_does_nothing_back(code: Code) -> None:
    assert code("President Putin accepted a truce in Ukraine.") == ["RUSGOV 0871 UKR"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "Malaysia sent doctors to help victims of a quake in Nepal.",
            "victims of a quake in Nepal",
        ),
        ("Japan contributed $20 million to fight malaria in West Africa.", "West Africa"),
        ("Norway is providing 10 million euros to help Malawi feed flood victims.", "Malawi"),
        ("Ghana is weighing whether to send rice to help North Korea after the drought.", "North Korea"),
    ],
)
def test_events_a_gift_is_for_those_whom_it_is_to_serve(coder: Coder, text: str, target: str) -> None:
    (event,) = coder.code(Story(text)).events
    assert event.target is not None
    assert event.target.span.text == target


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Japan decided to lift sanctions imposed on India and Pakistan.", ["India", "Pakistan"]),
        ("Brazil sent aid to help people in Malawi, Zambia and Angola.", ["people in Malawi", "Zambia", "Angola"]),
        ("Georgian soldiers took part in peacekeeping operations in Kosovo and Iraq.", ["Kosovo", "Iraq"]),
    ],
)
def test_events_everyone_of_a_list_is_a_target_wherever_it_hangs(coder: Coder, text: str, targets: list[str]) -> None:
    assert [event.target.span.text for event in coder.code(Story(text)).events if event.target] == targets


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Nine Yemeni civilians were killed as Saudi jets bombed a market.", "SAUMIL 190 YEMCVL"),
        ("Two Chadian soldiers were killed when Boko Haram ambushed their convoy.", "NGAREBBOK 190 TCDMIL"),
        ("Al-Shabaab claimed responsibility for the bombing, which killed seven Kenyan policemen.",
         "SOMINSSHB 183 KENCOP"),
        ("ISIS carried out an attack on the Iraqi embassy that killed nine Afghans.", "IMGISI 190 AFG"),
    ],
)  # fmt: skip
def test_events_whoever_strikes_in_the_same_breath_is_the_source(code: Code, text: str, event: str) -> None:
    assert event in code(text)


def test_events_whoever_is_struck_in_the_clause_of_time_is_no_source(code: Code) -> None:
    assert code("Two Indian policemen were killed after they attacked a camp.")[0] == "--- 190 INDCOP"


def test_events_minimum_confidence_keeps_the_surer(coder: Coder) -> None:
    text = "Iraq was attacked. Talks between Iran and the rebels went on."
    events = coder.code(Story(text)).events
    bound = max(event.confidence for event in events)
    assert len({event.confidence for event in events}) > 1
    kept = coder.code(Story(text, options=Options(minimum_confidence=bound))).events
    assert kept == tuple(event for event in events if event.confidence >= bound)


def test_events_confidence_lies_between_0_and_1(coder: Coder) -> None:
    text = "Iraq was attacked. Iran bombed Syria. It said the rebels had fled. Chad and Mali condemned Niger."
    assert all(0 < event.confidence <= 1 for event in coder.code(Story(text)).events)


def test_events_known_target_is_surer_than_a_stranger(coder: Coder) -> None:
    known, stranger = (coder.code(Story(t)).events[0] for t in ("Iran attacked Iraq.", "Iran attacked Zorvia."))
    assert known.confidence > stranger.confidence


def test_events_callers_code_is_used(coder: Coder) -> None:
    text = "The Zindari attacked the Okorians."
    actors = spans(text, "Zindari", "Okorians", codes=("AAAREB", "BBBMIL"))
    (event,) = coder.code(Story(text, actors=actors)).events
    assert line_of(event) == "AAAREB 190 BBBMIL"
    assert {event.source.resolution, event.target and event.target.resolution} == {Resolution.CALLER}
    assert (event.source.span.text, event.target and event.target.span.text) == ("Zindari", "Okorians")


def test_events_callers_code_wins_over_the_dictionary(code: Code) -> None:
    text = "Iran attacked Iraq."
    assert code(text, actors=spans(text, "Iran", "Iraq", codes=("XXX", "YYYMIL"))) == ["XXX 190 YYYMIL"]


def test_events_callers_span_without_a_code_is_resolved(code: Code) -> None:
    text = "Iran attacked Iraq."
    assert code(text, actors=spans(text, "Iran", "Iraq")) == ["IRN 190 IRQ"]


def test_events_where_the_caller_names_actors_no_others_act(code: Code) -> None:
    text = "Iran attacked Iraq and France condemned Chad."
    assert code(text, actors=spans(text, "Iran", "Iraq")) == ["IRN 190 IRQ"]


def test_events_callers_unknown_actor_keeps_its_span(coder: Coder) -> None:
    text = "The Zindari attacked the Okorians."
    (event,) = coder.code(Story(text, actors=spans(text, "Zindari", "Okorians"))).events
    assert (event.source.code, event.source.span.text) == ("", "Zindari")
