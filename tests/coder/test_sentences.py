"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.texts.sentences import MAXIMUM_CHARACTERS, sentences


def texts(text: str) -> list[str]:
    return [span.text for span in sentences(text)]


@pytest.mark.parametrize(
    "lead",
    [
        "MOSCOW, Aug 18 (Reuters) – ",
        "BEIRUT (AP) — ",
        "WASHINGTON — ",
        "ANKARA, August 18. /TASS/. ",
        "KABUL, Afghanistan (AP) — ",
        "BAGHDAD, Iraq - ",
        "GENEVA/BERLIN, March 3 (Reuters) - ",
        "NEW DELHI, 3 May 2011 (AFP) --",
        "Islamabad (AFP) - ",
        "(CNN) -- ",
    ],
)
def test_sentences_leaves_the_dateline_out(lead: str) -> None:
    text = f"{lead}The envoys met on Monday. They agreed on little."
    assert texts(text) == ["The envoys met on Monday.", "They agreed on little."]


@pytest.mark.parametrize("text", ["NATO — the alliance — sent ships.", "OPEC - Iran left it.", "Peru - no deal."])
def test_sentences_keeps_a_subject_that_a_dash_follows(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. J. R. Smith met Mr. A. B. Lee.",
        "George W. Bush spoke at St. Petersburg.",
        "The U.S. President left.",
        "Resolution No. 1701 holds.",
        "He paid 3.5 million to Acme Inc. of Ohio.",
        "“Never!” he added.",
        "They met on Jan. 5 and Feb. 7.",
        "Officials, e.g. Ministers, left.",
        "Sweden thanked R.K. Olsen for the visit.",
        "A.B.C. Fernando met the envoy.",
    ],
)
def test_sentences_does_not_split_at_abbreviations_initials_and_numbers(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He flew to Washington, D.C. The envoy stayed.", ["He flew to Washington, D.C.", "The envoy stayed."]),
        ("He left at 5 p.m. She stayed.", ["He left at 5 p.m.", "She stayed."]),
        ("He said no. The envoy left.", ["He said no.", "The envoy left."]),
        ("There is no Plan B. They left.", ["There is no Plan B.", "They left."]),
        ("They fled. al-Shabaab took the town.", ["They fled.", "al-Shabaab took the town."]),
        ("“We will win. We must,” he said. “Now.”", ["“We will win.", "We must,” he said.", "“Now.”"]),
        ("It cost much.The ministry said so.", ["It cost much.", "The ministry said so."]),
        ("Is it war? “No!” Peace came… Later.", ["Is it war?", "“No!”", "Peace came…", "Later."]),
        ("Él llegó. Érase una vez.", ["Él llegó.", "Érase una vez."]),
    ],
)
def test_sentences_splits_where_one_ends(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_sentences_parts_headings_and_lists() -> None:
    text = "Hopes for talks fade\nThe envoy left Geneva.\n\nDemands:\n1. free the prisoners\n2. open the road\n- leave"
    assert texts(text) == [
        "Hopes for talks fade", "The envoy left Geneva.", "Demands:", "free the prisoners", "open the road", "leave",
    ]  # fmt: skip


def test_sentences_joins_lines_that_a_width_has_broken() -> None:
    text = "The President of\nPeru met the chancellor in\nLima on Monday and\nsaid that it went well.\nTalks go on."
    assert texts(text) == [text[:-13].rstrip("\n"), "Talks go on."]


def test_sentences_skips_what_has_no_letter() -> None:
    assert texts("***\n\nThe end.\n\n2016") == ["The end."]


def test_sentences_cuts_what_no_parse_could_take() -> None:
    spans = sentences("word, " * 1000)
    assert max(span.end - span.start for span in spans) <= MAXIMUM_CHARACTERS
    assert "".join(span.text.replace(" ", "") for span in spans) == "word," * 1000


@given(st.text(alphabet="ab AB.!?\n\r\t “”\"'()-0é😀,", max_size=80))
def test_sentences_gives_exact_offsets_in_order(text: str) -> None:
    last = 0
    for span in sentences(text):
        assert last <= span.start < span.end
        assert text[span.start : span.end] == span.text == span.text.strip()
        last = span.end
