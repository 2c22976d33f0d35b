"""Pronouns that their own sentence resolves, on parses written by hand."""

import pytest

from coder.framing.frame_reader import FrameReader
from coder.parties.pronouns import Antecedents
from tests.coder.hand_docs import hand_doc

NOBODY = "?"


def antecedent(table: str, pronoun: str) -> str:
    doc = hand_doc(table)
    index = next(token.i for token in doc if token.text == pronoun)
    found = Antecedents(doc, FrameReader(doc)).of(index)
    return doc[found].text if found >= 0 else NOBODY


@pytest.mark.parametrize("pronoun", ["it", "they", "he", "she"])
def test_pronouns_subject_of_what_is_said_is_the_speaker(pronoun: str) -> None:
    table = f"Iran:NNP:nsubj:1 said:VBD:ROOT:1:say {pronoun}:PRP:nsubj:3 attacked:VBD:ccomp:1:attack Iraq:NNP:dobj:3"
    assert antecedent(table, pronoun) == "Iran"


@pytest.mark.parametrize("pronoun", ["we", "us", "our"])
def test_pronouns_first_person_is_who_speaks_even_behind_the_quote(pronoun: str) -> None:
    tag, role, head = {"we": ("PRP", "nsubj", 1), "us": ("PRP", "dobj", 1), "our": ("PRP$", "poss", 1)}[pronoun]
    table = f"{pronoun}:{tag}:{role}:{head} attack:VBP:ccomp:3 Iran:NNP:nsubj:3 said:VBD:ROOT:3:say"
    assert antecedent(table, pronoun) == "Iran"


def test_pronouns_first_person_without_a_speaker_is_nobody() -> None:
    assert antecedent("we:PRP:nsubj:1 attack:VBP:ROOT:1 Iraq:NNP:dobj:1", "we") == NOBODY


def test_pronouns_owner_is_the_subject_of_the_clause() -> None:
    table = "Iran:NNP:nsubj:1 withdrew:VBD:ROOT:1:withdraw its:PRP$:poss:3 troops:NNS:dobj:1:troop"
    assert antecedent(table, "its") == "Iran"


def test_pronouns_owner_before_the_subject() -> None:
    table = "In:IN:prep:4 his:PRP$:poss:2 speech:NN:pobj:0 Putin:NNP:nsubj:4 praised:VBD:ROOT:4:praise Iran:NNP:dobj:4"
    assert antecedent(table, "his") == "Putin"


def test_pronouns_subject_of_a_clause_that_leads_up() -> None:
    table = "After:IN:mark:2 rebels:NNS:nsubj:2:rebel attacked:VBD:advcl:4:attack they:PRP:nsubj:4 fled:VBD:ROOT:4:flee"
    assert antecedent(table, "they") == "rebels"


@pytest.mark.parametrize(
    "table",
    [
        "Iran:NNP:nsubj:1 said:VBD:ROOT:1:say Iraq:NNP:nsubj:3 attacked:VBD:ccomp:1:attack it:PRP:dobj:3",
        "Iran:NNP:nsubj:1 urged:VBD:ROOT:1:urge Iraq:NNP:dobj:1 to:TO:aux:4 help:VB:xcomp:1 it:PRP:dobj:4",
    ],
    ids=["said", "urged"],
)
def test_pronouns_object_is_not_the_doer_of_its_own_clause(table: str) -> None:
    assert antecedent(table, "it") == "Iran"


def test_pronouns_he_is_not_several_people() -> None:
    table = "rebels:NNS:nsubj:1:rebel said:VBD:ROOT:1:say he:PRP:nsubj:3 fled:VBD:ccomp:1:flee"
    assert antecedent(table, "he") == NOBODY


def test_pronouns_chain_of_pronouns_ends_at_the_name() -> None:
    table = (
        "Iran:NNP:nsubj:1 said:VBD:ROOT:1:say it:PRP:nsubj:3 withdrew:VBD:ccomp:1:withdraw "
        "its:PRP$:poss:5 troops:NNS:dobj:3:troop"
    )
    assert antecedent(table, "its") == "Iran"


def test_pronouns_opening_a_sentence_is_nobody() -> None:
    assert antecedent("They:PRP:nsubj:1 attacked:VBD:ROOT:1:attack Iraq:NNP:dobj:1", "They") == NOBODY


def test_pronouns_a_noun_stands_for_itself() -> None:
    assert antecedent("Iran:NNP:nsubj:1 attacked:VBD:ROOT:1:attack", "Iran") == "Iran"


def test_pronouns_its_owner_is_one_and_not_many() -> None:
    table = (
        "Mexico:NNP:nsubj:1 protested:VBD:ROOT:1:protest after:IN:mark:4 soldiers:NNS:nsubj:4:soldier "
        "stormed:VBD:advcl:1:storm its:PRP$:poss:6 embassy:NN:dobj:4"
    )
    assert antecedent(table, "its") == "Mexico"
