"""The coder as its callers see it: spans, order, sameness, one story's fault."""

import gc
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coder.errors import DictionaryError, ModelError, TextError
from coder.pipeline import Coder
from coder.texts.appearance import seen
from coder.types import CallerActor, Coding, Options, Story
from tests.coder.conftest import HYPOTHETICAL, Code, line_of, spans_of

pytestmark = pytest.mark.model
EXAMPLES = Path(__file__).parents[2] / "examples"
FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
SCRAPS = (
    "Iran", "attacked", "was", "by", "the", "rebels", "and", ",", ".", "?", "said", "it", "“", "”", "to", "not",
    "who", "talks", "with", "of", "IRAQ", "U.N.", "\n", "\n\n", "—", "3", "🙂", "e\u0301", "\u200b", "\x00", "’s", "(",
)  # fmt: skip
BEFORE = {
    "plain": "",
    "emoji": "🙂🏳️‍🌈 ",
    "combining": "Caf\u0065\u0301 n\u0303o. ",
    "wide": "𝔄𝔅ℭ. ",
    "blanks": " \t\n ",
    "dateline": "BAGHDAD, Aug 18 (Agency) – ",
}


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize(
    "text",
    [
        "Iran attacked Iraq.",
        "“We condemn Niger”, said Chad's foreign minister in Paris.",
        "The European\nUnion imposed sanctions on Belarus.",
        "Iran attacked Iraq 🙂. It then bombed Syria 👩‍👩‍👧 near Damascus, officials in Qatar said.",
    ],
)
def test_pipeline_every_span_is_the_text_it_names(coder: Coder, before: str, text: str) -> None:
    whole = before + text
    coding = coder.code(Story(whole))
    assert coding.events
    assert [span for span in spans_of(coding) if whole[span.start : span.end] != span.text] == []


def stories() -> list[Story]:
    sentences = (EXAMPLES / "sentences.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in sentences]
    texts += [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    return [Story(text, id=str(n), options=HYPOTHETICAL) for n, text in enumerate(texts)]


@pytest.fixture(scope="module")
def codings(coder: Coder) -> list[Coding]:
    return [c for c in coder.code_batch(stories()) if isinstance(c, Coding)]


def test_pipeline_every_span_of_the_examples_is_the_text_it_names(codings: list[Coding]) -> None:
    for story, coding in zip(stories(), codings, strict=True):
        assert [s for s in spans_of(coding) if story.text[s.start : s.end] != s.text] == []


def test_pipeline_events_stand_in_the_order_of_the_text(codings: list[Coding]) -> None:
    for coding in codings:
        sentences = [event.sentence.start for event in coding.events]
        assert sentences == sorted(sentences)


def test_pipeline_parts_of_an_event_lie_in_its_sentence(codings: list[Coding]) -> None:
    for event in (event for coding in codings for event in coding.events):
        assert event.sentence.start <= event.action.start < event.action.end <= event.sentence.end


def test_pipeline_same_text_gives_same_events_alone_again_and_in_another_batch(
    coder: Coder, codings: list[Coding]
) -> None:
    alone = [coder.code(story) for story in stories()]
    backwards = coder.code_batch(reversed(stories()))
    assert alone == codings
    assert backwards[::-1] == codings


def test_pipeline_answers_come_in_order_and_a_bad_story_fails_alone(coder: Coder) -> None:
    good = "Iran attacked Iraq."
    batch = [
        Story(good, id="a"),
        Story(" \n", id="b"),
        Story(good, id="c", language_code="fr"),
        Story(good, id="d", actors=(CallerActor(0, 99),)),
        Story(good, id="e", actors=(CallerActor(0, 4), CallerActor(2, 6))),
        Story(good, id="f"),
    ]
    answers = coder.code_batch(batch)
    fields = [answer.field if isinstance(answer, TextError) else "" for answer in answers]
    assert fields == ["", "text", "language_code", "actors[0].span", "actors[1].span", ""]
    assert [answer.id for answer in answers if isinstance(answer, Coding)] == ["a", "f"]


def test_pipeline_single_bad_story_raises(coder: Coder) -> None:
    with pytest.raises(TextError, match="text: is empty"):
        coder.code(Story(""))


def test_pipeline_no_stories_no_answers(coder: Coder) -> None:
    assert coder.code_batch([]) == []


def test_pipeline_version_names_lexicon_dictionaries_and_model(coder: Coder) -> None:
    assert coder.code(Story("It rained.")).coder_version == coder.version
    assert all(f"{name}:" in coder.version for name in ("lexicon", "dictionaries", "model"))


@pytest.mark.parametrize("hypothetical", [False, True])
def test_pipeline_options_only_take_away_or_add(coder: Coder, hypothetical: bool) -> None:
    text = "Iran did not attack Iraq. The president of Peru resigned. Kenya met Togo."
    all_of = coder.code(Story(text, options=Options(include_hypothetical=hypothetical))).events
    with_target = Options(include_hypothetical=hypothetical, include_without_target=False)
    assert coder.code(Story(text, options=with_target)).events == tuple(e for e in all_of if e.target is not None)
    assert ("IRN 190 IRQ" in map(line_of, all_of)) is hypothetical


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.txt"
    path.write_text("## 190 Outfoxing\nverb outfox\n  object: state\n", "utf-8")
    return path


def test_pipeline_users_own_lexicon_takes_effect(code: Code, own: Path) -> None:
    text = "France outfoxed Mali on Monday."
    assert code(text) == []
    coder = Coder.load(lexicons=[str(own)])
    (event,) = coder.code(Story(text)).events
    assert (line_of(event), event.explanation.rule) == ("FRA 190 MLI", "own.txt:2")


def test_pipeline_bad_line_in_the_users_lexicon_is_named(own: Path) -> None:
    own.write_text("## 190 Outfoxing\nverbs outfox\n", "utf-8")
    with pytest.raises(DictionaryError, match=r"own\.txt:2: expected"):
        Coder.load(lexicons=[str(own)])


def test_pipeline_missing_model_says_what_to_install() -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        Coder.load(model="no_such_model")


@given(st.text(max_size=200))
@FEW
def test_pipeline_any_text_is_coded_or_refused(coder: Coder, text: str) -> None:
    answers_or_refuses(coder, text)


@given(st.lists(st.sampled_from(SCRAPS), max_size=60).map(" ".join))
@FEW
def test_pipeline_any_heap_of_news_words_is_coded_or_refused(coder: Coder, text: str) -> None:
    answers_or_refuses(coder, text)


def test_pipeline_frees_a_story_without_the_collector(coder: Coder) -> None:
    story = Story(
        "Iran attacked Iraq on Monday. Its president met Chad's king. “We condemn both sides”, said the king."
    )
    coder.code(story)
    gc.collect()
    gc.disable()
    try:
        coder.code(story)
        assert gc.collect() < 20  # the language model leaves half a dozen a batch, each sentence would leave hundreds
    finally:
        gc.enable()


def answers_or_refuses(coder: Coder, text: str) -> None:
    try:
        coding = coder.code(Story(text, options=HYPOTHETICAL))
    except TextError:
        assert not seen(Story(text))[0].text.strip()
    else:
        assert [s for s in spans_of(coding) if text[s.start : s.end] != s.text] == []


@given(st.lists(st.tuples(st.integers(-2, 70), st.integers(-2, 70), st.sampled_from(["", "TCDMIL", "X"])), max_size=4))
@example([(4, 6, ""), (13, 15, "")])  # a verb named as an actor stood in for a doer without words
@FEW
def test_pipeline_any_spans_of_the_caller_are_used_or_refused(coder: Coder, spans: list[tuple[int, int, str]]) -> None:
    text = "Iran attacked Iraq, and Chad's army met rebels 🙂 in northern Mali."
    actors = tuple(CallerActor(*span) for span in spans)
    (answer,) = coder.code_batch([Story(text, actors=actors, options=HYPOTHETICAL)])
    if isinstance(answer, Coding):
        assert [s for s in spans_of(answer) if text[s.start : s.end] != s.text] == []
        named = any(text[a.start : a.end].strip() for a in actors)
        sources = [event.source.span for event in answer.events if named]
        assert all(any(a.start < span.end and span.start < a.end for a in actors) for span in sources)
    else:
        assert isinstance(answer, TextError)
        assert answer.field.startswith("actors[")
