"""Texts of the shapes that parsers fear: the work is bounded by their size, and none of them is the coder's undoing."""

from itertools import pairwise
from typing import Any

import pytest

from coder.errors import Abandoned, TextError
from coder.meaning.meanings import DEEPEST
from coder.parsing import BATCH, BATCH_WORDS, batches
from coder.pipeline import Coder
from coder.texts.sentences import MAXIMUM_CHARACTERS, MAXIMUM_SYMBOLS, sentences
from coder.types import CallerActor, Coding, Event, Options, Story

MOST = 1_000_000
LETTERLESS = ("🎉" * 100_000, "(" * 100_000, '"' * 100_000, "\u0301" * 100_000, ". " * 50_000, "\x00\x07 " * 30_000)
LONG = ("a" * MOST, "that he said " * 20_000, "Russia and " * 20_000, "א🎉" * 50_000, "e\u0301" * 50_000)
ODD = (
    "Police said troops would march against Chad -",  # a dash at the end
    "Russia\x00attacked\x07Syria\x1b[31m.",
    "\u202eRussia attacked Syria\u202c in \u2067אבג\u2069.",
    "Ru\u0301ssia\u0489\u0489 attacked Sy\u200dria\u200b.",
    "He said: " + "“She said: ‘" * 60 + "no" + "’”" * 60,
    "((((((" * 40 + "Russia attacked Syria" + "))))))" * 40,
    "urged Iran to urge " * 40 + "Syria to withdraw",
    "tons of " * 120 + "food",
    "said that Russia said that " * 30 + "Iran attacked",
    "that he said " * 70,
    "Iran, " * 150 + "met",
    "Russia's " * 100 + "army",
    "a" * 5_000 + " attacked Syria",
    "\n\n\n\t\r x",
    # words in no order, of which trees come that no sentence has
    "border In the the \ufb01 troops Turkish in new a statement, hours. over Egyptian early police rules, criticized",
    "On Union had the the \r countries looked in Monday, that offer European on. from \ufb01 diplomats Kenyan four",
    "中国攻击叙利亚。" * 30,
    "Iraqi militants opened fire on Brazilian lawmakers near the old bridge, as [[",  # a word of nothing but brackets
)


@pytest.mark.parametrize("text", LETTERLESS, ids=lambda text: repr(text[:3]))
def test_sentences_without_letters_cost_no_parse(text: str) -> None:
    assert not sentences(text)


@pytest.mark.parametrize("text", LONG, ids=lambda text: repr(text[:14]))
def test_sentences_cut_what_has_no_stop_into_pieces_that_a_parse_can_take(text: str) -> None:
    pieces = sentences(text)
    assert all(0 < len(p.text) <= MAXIMUM_CHARACTERS for p in pieces)
    assert all(sum(not c.isalnum() and not c.isspace() for c in p.text) <= MAXIMUM_SYMBOLS for p in pieces)
    assert len(pieces) <= len(text) / min(MAXIMUM_SYMBOLS, MAXIMUM_CHARACTERS / 2) + 1
    assert all(text[p.start : p.end] == p.text for p in pieces)
    assert all(a.end <= b.start for a, b in pairwise(pieces))


def test_sentences_of_usual_length_are_never_cut_for_their_marks() -> None:
    text = "Officials of Iran, Iraq, Syria and Jordan met in Amman. " * 3
    assert [p.text for p in sentences(text.strip())] == [text.strip()[:55]] * 3


@pytest.mark.model
@pytest.mark.parametrize("text", ODD, ids=lambda text: repr(text[:20]))
def test_code_batch_answers_odd_texts_and_leaves_their_neighbours_alone(coder: Coder, text: str) -> None:
    neighbour = "Germany criticized France on Monday."
    odd, plain = coder.code_batch([Story(text, options=Options(include_hypothetical=True)), Story(neighbour)])
    assert isinstance(odd, Coding)
    assert isinstance(plain, Coding)
    assert [e.type.root for e in plain.events] == ["11"]
    assert all(text[e.action.start : e.action.end] == e.action.text for e in odd.events)


@pytest.mark.model
def test_code_batch_reads_a_chain_of_sayings_once_each(coder: Coder) -> None:
    """Each "he" is the "he" before; sought anew for each, the work would double with every one."""
    (doc,) = coder.parser.docs(["that he said " * 60])
    passage = coder.passage(Story("x"), sentences("that he said " * 60)[0], doc)
    asked = [passage.antecedents.of(token.i) for token in doc if token.lower_ == "he"]
    assert len(asked) == 60  # comes back at all only when each is sought once


@pytest.mark.model
def test_code_batch_gives_up_a_sentence_that_nests_too_deep_and_no_other(
    coder: Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = Coder._events

    def deep(self: Coder, story: Story, passage: object, context: object) -> object:
        if "nests" in passage.doc.text:  # type: ignore[attr-defined]
            raise RecursionError
        return usual(self, story, passage, context)  # type: ignore[arg-type]

    monkeypatch.setattr(Coder, "_events", deep)
    (coding,) = coder.code_batch(
        [Story("Germany criticized France on Monday. This sentence nests. Iran praised Iraq.")]
    )
    assert isinstance(coding, Coding)
    assert [e.source.code for e in coding.events] == ["DEU", "IRN"]


class Shallow:
    """Steps that cannot read stories of one sentence together."""

    def __init__(self, usual: Any) -> None:
        self.passage = usual.passage

    def lone(self, _sentences: object) -> object:
        raise RecursionError

    def events(self, _story: object, passage: Any, _context: object) -> object:
        if "nests" in passage.doc.text:
            raise RecursionError
        return list[Event]()


@pytest.mark.model
def test_code_batch_reads_lone_sentences_one_by_one_where_one_nests_too_deep(
    coder: Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[str]()
    usual = Coder._events

    def noted(self: Coder, story: Story, passage: object, context: object) -> object:
        read.append(story.text)
        return usual(self, story, passage, context)  # type: ignore[arg-type]

    monkeypatch.setattr(coder, "_steps", Shallow(coder._steps))
    monkeypatch.setattr(Coder, "_events", noted)
    texts = ["Germany criticized France.", "This sentence of Peru nests.", "Iran praised Iraq."]
    assert [type(answer) for answer in coder.code_batch(map(Story, texts))] == [Coding] * 3
    assert list(dict.fromkeys(read)) == texts  # the one that nests is tried once more


def test_meanings_go_no_deeper_than_a_stack_can_hold() -> None:
    assert DEEPEST * 20 < 500  # calls a level; half of Python's own limit


@pytest.mark.model
@pytest.mark.parametrize(
    ("story", "field"),
    [
        (Story(""), "text"),
        (Story(" \n\t"), "text"),
        (Story("x" * (MOST + 1)), "text"),
        (Story("Russia attacked \ud800 Syria."), "text"),
        (Story("Russia", actors=(CallerActor(3, 99),)), "actors[0].span"),
        (Story("Russia", actors=(CallerActor(-1, 3),)), "actors[0].span"),
        (Story("Russia", language_code="xx"), "language_code"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_code_batch_names_the_field_at_fault(coder: Coder, story: Story, field: str) -> None:
    error, plain = coder.code_batch([story, Story("Germany criticized France on Monday.")])
    assert isinstance(error, TextError)
    assert error.field == field
    assert isinstance(plain, Coding)
    assert plain.events


@pytest.mark.model
def test_code_batch_answers_sentences_cut_short_anywhere(coder: Coder) -> None:
    text = "The leaders of the Gulf States, who met in the Hague, condemned the U.S. attack on a Shi'ite town for the"
    words = text.split()
    cut = [Story(" ".join(words[i:j])) for i in range(0, len(words), 4) for j in range(i + 1, len(words) + 1)]
    assert all(isinstance(answer, Coding) for answer in coder.code_batch(cut))


@pytest.mark.parametrize("asked", [1, 30, 150, 400])
def test_code_batch_leaves_a_story_that_nobody_waits_for_and_no_other(coder: Coder, asked: int) -> None:
    long, plain = Story("Germany criticized France. Peru met Chile. " * 100), Story("Peru criticized Chile on Monday.")
    left = [asked]

    def wanted(n: int) -> bool:
        left[0] -= n == 1
        return n != 1 or left[0] > 0

    first, given_up, last = coder.code_batch([plain, long, plain], wanted)
    assert isinstance(given_up, Abandoned)
    assert left[0] == 0  # it is asked no more once it has been given up
    assert [first, last] == coder.code_batch([plain, plain])


def test_code_batch_does_not_work_long_on_a_story_that_nobody_waits_for(coder: Coder) -> None:
    """The longest stretches of work between two looks, in steps that a parse of that many words makes anyway."""
    asked: list[int] = []
    words = "Iran attacked Iraq and the ministry warned them, " * 1000
    (coding,) = coder.code_batch([Story(words)], lambda n: not asked.append(n))  # type: ignore[func-returns-value]
    assert isinstance(coding, Coding)
    pieces = len(sentences(words))
    assert len(asked) >= 4 * pieces  # cut into words, parsed, known to the story, coded


def test_parser_batches_hold_few_long_sentences_or_many_short_ones(coder: Coder) -> None:
    tokens = [coder.parser.tokens("Iran " * length) for length in (300,) * 40 + (2,) * 300]
    sizes = [(len(batch), sum(map(len, batch))) for batch in batches(tokens)]
    assert sum(count for count, _ in sizes) == 340
    assert max(count for count, _ in sizes) == BATCH
    assert max(words for _, words in sizes) <= BATCH_WORDS
    assert [len(one) for one in batches(["word " * 2 * BATCH_WORDS])] == [1]
