"""The lexicon's format: what each kind of line means, and what is said of a line that cannot be read."""

import pytest

from coder.entries import conditions
from coder.entries.conditions import Condition
from coder.errors import DictionaryError
from tests.coder.hand_lexicons import read, words_of


def test_lexicon_reader_section_gives_its_code_to_the_entries_below() -> None:
    lexicon = read("## 173 Arrest\nverb arrest\n## 175 Repress\nverb beat\n")
    assert [entry.code for entry in lexicon.entries] == ["173", "175"]


def test_lexicon_reader_code_line_overrides_the_section() -> None:
    (entry,) = read("## 173 Arrest\nverb round up\n  code 1711\n").entries
    assert entry.code == "1711"


def test_lexicon_reader_code_none_makes_words_no_event() -> None:
    (entry,) = read("verb fire\n  code none\n").entries
    assert entry.code == "none"


def test_lexicon_reader_case_and_hyphens_do_not_count() -> None:
    assert words_of(read("## 0871\nnoun Cease-Fire\n"), "noun", "ceasefire") == [("ceasefire",)]


def test_lexicon_reader_list_goes_on_after_a_trailing_comma() -> None:
    (entry,) = read("## 173\nverb arrest, detain,\n  apprehend,\n  jail\n  object: actor\n").entries
    assert [words[0] for words in entry.words] == ["arrest", "detain", "apprehend", "jail"]
    assert len(entry.conditions) == 1


def test_lexicon_reader_comment_and_blank_lines_say_nothing() -> None:
    (entry,) = read("# a comment\n\n## 173\nverb arrest  # not hold\n\n  object: actor # who\n").entries
    assert entry.words == (("arrest",),)
    assert entry.conditions == [Condition(("object",), (conditions.Test("actor", "", negated=False),))]


@pytest.mark.parametrize(
    ("text", "test"),
    [
        ("food", conditions.Test("lemma", "food", negated=False)),
        ("cease-fire", conditions.Test("lemma", "ceasefire", negated=False)),
        ("@aid", conditions.Test("class", "aid", negated=False)),
        ("!actor", conditions.Test("actor", "", negated=True)),
        ("MIL", conditions.Test("sector", "MIL", negated=False)),
        ("act:0871", conditions.Test("act", "0871", negated=False)),
        ("act", conditions.Test("act", "", negated=False)),
        ("several", conditions.Test("several", "", negated=False)),
        ("whether", conditions.Test("lemma", "whether", negated=False)),  # only a clause can be of that form
    ],
)
def test_lexicon_reader_tests_are_read(text: str, test: conditions.Test) -> None:
    (entry,) = read(f"@aid = food\n## 073\nverb send\n  object: {text}\n").entries
    assert entry.conditions == [Condition(("object",), (test,))]


@pytest.mark.parametrize(
    ("role", "text", "test"),
    [
        ("comp", "whether", conditions.Test("whether", "", negated=False)),
        ("comp", "name", conditions.Test("lemma", "name", negated=False)),  # "declined to name the suspects"
        ("purpose", "any", conditions.Test("any", "", negated=False)),
        ("words", "state", conditions.Test("lemma", "state", negated=False)),
        ("words", "!@aid", conditions.Test("class", "aid", negated=True)),
    ],
)
def test_lexicon_reader_named_tests_are_words_where_nothing_can_answer(
    role: str, text: str, test: conditions.Test
) -> None:
    (entry,) = read(f"@aid = food\n## 073\nverb send\n  {role}: {text}\n").entries
    assert entry.conditions == [Condition((role,), (test,))]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("object, comp: attack", "'comp' cannot be read together with other roles: give it a line of its own"),
        ("words, object: attack", "'words' cannot be read together"),
        ("words: army, MIL", "MIL asks for an actor, and 'words' holds none: ask it of a role, as in 'object: MIL'"),
        ("comp: MIL", "MIL asks for an actor"),
        ("object: !food, !water", "'!food' or '!water' nearly always holds: where none may hold, give each a line"),
        ("object, with: !MIL, !actor", "'!MIL' or '!actor' nearly always holds"),
    ],
)
def test_lexicon_reader_lines_that_could_not_mean_what_they_say_are_refused(line: str, told: str) -> None:
    problems: list[DictionaryError] = []
    read(f"## 073\nverb send\n  to: actor\n  {line}\n  object: any\n", problems)
    (problem,) = problems
    assert (problem.path, problem.line) == ("own.txt", 4)
    assert told in problem.message


@pytest.mark.parametrize(
    "text", ["@guards = soldier, MIL\n", "@guards = soldier,\n  sentry, MIL\n", "@guards =\n  MIL\n"]
)
def test_lexicon_reader_actor_codes_in_a_word_class_are_refused(text: str) -> None:
    with pytest.raises(DictionaryError, match="MIL is an actor code, and @guards holds words: ask for it beside"):
        read(text)


def test_lexicon_reader_one_negation_may_stand_among_alternatives() -> None:
    (entry,) = read("## 073\nverb send\n  object: food, !actor\n").entries
    assert len(entry.conditions[0].tests) == 2


def test_lexicon_reader_roles_in_one_line_are_read_together() -> None:
    (entry,) = read("## 190\nverb fire\n  on, at: actor, place\n").entries
    (condition,) = entry.conditions
    assert condition.roles == ("on", "at")
    assert [test.kind for test in condition.tests] == ["actor", "place"]


def test_lexicon_reader_sides_and_content_say_where_to_look() -> None:
    (entry,) = read("verb urge\n  op APPEAL\n  source: agent, by\n  target: object, on\n  content: comp, for\n").entries
    assert (entry.source, entry.target, entry.content) == (("agent", "by"), ("object", "on"), ("comp", "for"))


def test_lexicon_reader_weight_counts_as_conditions_more() -> None:
    lexicon = read("verb play\n  weight 2\n  code none\n## 190\nverb play\n  object: any\n  on: any\n")
    light, asking = lexicon.entries
    assert light.score == asking.score


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("  weight 0\n", "not a weight: '0'; 'weight 2' counts as two conditions more"),
        ("  weight heavy\n", "not a weight: 'heavy'"),
        ("  agent: any\n  agent: any\n", "'agent: any' stands twice in the entry; 'weight 1' counts as a condition"),
    ],
)
def test_lexicon_reader_weight_is_a_number_and_said_once(lines: str, told: str) -> None:
    with pytest.raises(DictionaryError, match=told):
        read("## 190\nverb play\n" + lines)


def test_lexicon_reader_mutual_no_target_and_negated() -> None:
    lexicon = read("## 040\nverb meet\n  mutual\nverb resign\n  no target\nverb comment\n  negated\n")
    assert [(e.mutual, e.no_target, e.negated) for e in lexicon.entries] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


@pytest.mark.parametrize(
    ("line", "default"),
    [("op APPEAL", "020"), ("op APPEAL default 026", "026"), ("op APPEAL default none", ""), ("op DO", "")],
)
def test_lexicon_reader_operator_has_a_default_for_unknown_content(line: str, default: str) -> None:
    (entry,) = read(f"## 073\nverb urge\n  {line}\n").entries
    assert entry.operator == line.split()[1]
    assert entry.code == ""
    assert entry.default == default


def test_lexicon_reader_example_holds_all_its_events() -> None:
    (example,) = read("## 040\nverb meet\n  > Chad met Niger = at last. = TCD 040 NER; NER 040 TCD; MLI 015\n").examples
    assert example.text == "Chad met Niger = at last."
    assert example.events == (("TCD", "040", "NER"), ("NER", "040", "TCD"), ("MLI", "015", "-"))
    assert (example.line, example.section, example.known) == (3, "040", "")


def test_lexicon_reader_example_without_events_and_known_miss() -> None:
    one, two = read("## 190\nexample\n  > A = none\n  > B. = TCD 190 NER\n    known: idiom\n").examples
    assert (one.events, one.known) == ((), "")
    assert (two.text, two.known) == ("B.", "idiom")


def test_lexicon_reader_entry_is_named_by_file_and_line() -> None:
    (entry,) = read("\n## 173\n# here\nverb arrest\n").entries
    assert entry.id == "own.txt:4"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("## 173\nverbs arrest\n", 2, "expected '## CODE'"),
        ("## 173\nverb ,\n", 2, "at least one word"),
        ("@aid food\n", 1, "a class line reads"),
        ("\n  object: actor\n", 2, "belongs under an entry"),
        ("## 173\nverb arrest\n  code 7\n", 3, "not a CAMEO code"),
        ("## 173\nverb arrest\n  code war\n", 3, "not a CAMEO code"),
        ("verb urge\n  op PLEAD\n", 2, "unknown operator 'PLEAD'; known: DO, "),
        ("verb urge\n  op\n", 2, "unknown operator"),
        ("## 173\nverb arrest\n  object actor\n", 3, "cannot read 'object actor'"),
        ("## 173\nverb arrest\n  > Police arrested him.\n", 3, "an example reads"),
        ("## 173\nverb arrest\n  > Police arrested him. = TCDCOP\n", 3, "not 'SOURCE CODE TARGET': 'TCDCOP'"),
        ("## 173\nverb arrest\n  > Police arrested him. = TCDCOP 173 TCD X\n", 3, "not 'SOURCE CODE TARGET'"),
        ("## 173\nverb arrest\n  > A. = TCDCOP 173 TCD; = NER\n", 3, "not 'SOURCE CODE TARGET'"),
        ("example\n    known: idiom\n", 2, "stands under an example"),
        ("## 073\nverb send\n  object: @aid\n", 2, "unknown word class @aid"),
        ("# a\n@aid = @food\n", 2, "class @food in @aid is unknown or holds itself"),
        ("@a = @b\n@b = @a\n", 2, "class @a in @b is unknown or holds itself"),
        ("verb arrest\n", 1, "neither a code nor an operator"),
    ],
)
def test_lexicon_reader_error_names_file_and_line(text: str, line: int, message: str) -> None:
    with pytest.raises(DictionaryError, match=message) as caught:
        read(text)
    assert (caught.value.path, caught.value.line) == ("own.txt", line)


def test_lexicon_reader_problems_are_collected_so_that_a_check_shows_all() -> None:
    problems: list[DictionaryError] = []
    lexicon = read("## 173\nverbs arrest\nverb jail\n  op PLEAD\nverb detain\n  object: @nobody\n", problems)
    assert [problem.line for problem in problems] == [2, 4, 5]
    assert lexicon.knows("verb", "detain")
