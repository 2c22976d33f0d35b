"""What makes an event surer, and that the numbers stay in their range."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.acts import Act
from coder.confidence import HIGHEST, LOWEST, PARTIES, ROOTS, confidence, features
from coder.mentions import Mention
from coder.types import Actor, Modality, Resolution, TextSpan

SPAN = TextSpan(0, 1, "x")
ACT = Act("190", (0,), (2,), 1, "19_other_force_verbs.txt:1", (), (1,), 2.0)


def mention(code: str, head: int, kind: str = "actor", how: Resolution = Resolution.DICTIONARY) -> Mention:
    actor = Actor(code, code, code[:3] if code not in {"", "REB"} else "", (), SPAN, how)
    return Mention(head, head + 1, head, actor, kind, "state")


SOURCE, TARGET = mention("IRN", 0), mention("IRQ", 2)


@pytest.mark.parametrize(
    ("act", "source", "target"),
    [
        (ACT, mention("", 0, "other"), TARGET),
        (ACT, mention("REB", 0), TARGET),
        (ACT, mention("IRN", 0, how=Resolution.COREFERENCE), TARGET),
        (ACT, SOURCE, mention("", 2, "other")),
        (ACT, SOURCE, mention("IRQ", 11)),
        (replace(ACT, head=9), SOURCE, TARGET),
        (replace(ACT, head=0), SOURCE, TARGET),
    ],
    ids=["unknown source", "stateless", "pronoun", "unknown target", "far target", "far source", "nameless"],
)
def test_confidence_falls_with_what_speaks_against_an_event(act: Act, source: Mention, target: Mention) -> None:
    assert confidence(act, source, target) < confidence(ACT, SOURCE, TARGET)


def test_confidence_rises_with_what_had_to_agree() -> None:
    assert confidence(replace(ACT, weight=6.0), SOURCE, TARGET) > confidence(ACT, SOURCE, TARGET)


@given(
    st.floats(-20, 40),
    st.sampled_from(["010", "0312", "073", "14", "2042"]),
    st.booleans(),
    st.sampled_from(list(Modality)),
    st.integers(0, 400),
    st.one_of(st.none(), st.integers(0, 400)),
)
def test_confidence_stays_in_its_range(
    weight: float, code: str, noun: bool, modality: Modality, source: int, target: int | None
) -> None:
    act = replace(ACT, code=code, weight=weight, noun=noun, composed=not noun, modality=modality)
    end = mention("", target, "place") if target is not None else None
    assert LOWEST <= confidence(act, mention("IRN", source), end) <= HIGHEST
    assert all(0.0 <= value <= 1.0 for value in features(act, mention("IRN", source), end).values())


def test_confidence_tables_look_at_features_that_there_are() -> None:
    names = {"always", "weight", "bare word", "composed", "noun", "mutual", "general code", "reported", "future"}
    kinds = ("actor", "owned", "place", "pronoun", "unknown", "none", "far", "stateless", "by reference")
    names |= {f"{side} {kind}" for side in ("source", "target") for kind in kinds}
    names |= {f"root {n:02}" for n in range(1, 21)}
    assert {*PARTIES, *ROOTS} <= names
