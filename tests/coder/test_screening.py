"""Screening: what names nobody is not parsed, and nothing that could have an event is left out."""

from collections.abc import Iterable, Iterator

import pytest
from spacy.tokens import Doc as SpacyDoc

from coder.naming.spotting import spotted
from coder.pipeline import Coder
from coder.syntax.forms import Form
from coder.syntax.parsed import Doc
from coder.texts.screening import may_name
from coder.types import CallerActor, Coding, Story

NOBODY = "The roof leaked all night and the floor was wet."


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Germany criticized France.",
        "The ministry was shelled.",
        "Turkish-backed gunmen opened fire.",
        "It was Gerald R. Ford who spoke.",
        "THE U.N. MET.",
        "Merkel resigned.",
    ],
)
def test_may_name_sees_names_roles_and_surnames(coder: Coder, text: str) -> None:
    doc = coder.parser.tokens(text)
    assert may_name(doc, spotted([Form(token.text) for token in doc], coder.actors), coder.actors, None)


@pytest.mark.model
def test_coder_parses_no_story_that_names_nobody_and_counts_its_sentences(
    coder: Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, parsed = coder.screened, list[str]()
    usual = coder.parser.docs

    def noted(docs: Iterable[SpacyDoc]) -> Iterator[Doc]:
        for doc in usual(docs):
            parsed.append(doc.text)
            yield doc

    monkeypatch.setattr(coder.parser, "docs", noted)
    stories = [Story(NOBODY), Story("Germany criticized France."), Story(f"{NOBODY} Germany criticized France.")]
    codings = coder.code_batch(stories)
    assert parsed == ["Germany criticized France.", NOBODY, "Germany criticized France."]
    assert coder.screened == before + 1
    assert [len(c.events) for c in codings if isinstance(c, Coding)] == [0, 1, 1]


@pytest.mark.model
def test_coder_parses_whatever_the_caller_says_has_actors(coder: Coder) -> None:
    text = "Zorvian attacked Quellish."
    (coding,) = coder.code_batch([Story(text, actors=(CallerActor(0, 7, "RUS"), CallerActor(17, 25, "UKR")))])
    assert isinstance(coding, Coding)
    assert [(e.source.code, e.type.root) for e in coding.events] == [("RUS", "19")]


@pytest.mark.model
def test_coder_finds_the_same_with_and_without_screening(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    stories = [Story(example.text) for example in coder.lexicon.examples[::25]]
    screened = coder.code_batch(stories)
    monkeypatch.setattr("coder.pipeline.may_name", lambda *_: True)
    assert coder.code_batch(stories) == screened
