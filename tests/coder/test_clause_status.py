"""How far a clause says that it happened: on parses written by hand."""

import pytest

from coder.framing.clause_status import status_of
from coder.syntax.clauses import Status
from tests.coder.hand_docs import hand_doc


def status(table: str, word: str) -> Status:
    return status_of(next(token for token in hand_doc(table) if token.text == word))


@pytest.mark.parametrize(
    "table",
    [
        "Mali:NNP:nsubj:3 did:VBD:aux:3:do not:RB:neg:3 attack:VB:ROOT:3 Chad:NNP:dobj:3",
        "Mali:NNP:nsubj:2 never:RB:advmod:2 attack:VBD:ROOT:2 Chad:NNP:dobj:2",
        "No:DT:det:1 troops:NNS:nsubj:2:troop attack:VBD:ROOT:2 Chad:NNP:dobj:2",
        "Nobody:NN:nsubj:1 attack:VBD:ROOT:1 Chad:NNP:dobj:1",
    ],
    ids=["not", "never", "no", "nobody"],
)
def test_clause_status_negation(table: str) -> None:
    assert status(table, "attack").negated


def test_clause_status_nor_carries_the_negation_on() -> None:
    table = "Mali:NNP:nsubj:3 did:VBD:aux:3:do not:RB:neg:3 attack:VB:ROOT:3 {}:CC:cc:3 bomb:VB:conj:3 Chad:NNP:dobj:5"
    assert status(table.format("or"), "bomb").negated
    assert not status(table.format("but"), "bomb").negated


@pytest.mark.parametrize(
    ("modal", "meaning"),
    [("will", "will"), ("'ll", "will"), ("would", "would"), ("must", "must"), ("should", "should")]
    + [(word, "may") for word in ("may", "might", "could", "can")],
)
def test_clause_status_modals(modal: str, meaning: str) -> None:
    table = f"Iran:NNP:nsubj:2 {modal}:MD:aux:2 attack:VB:ROOT:2 Iraq:NNP:dobj:2"
    assert status(table, "attack").modal == meaning


@pytest.mark.parametrize(
    ("table", "meaning"),
    [
        ("Iran:NNP:nsubj:2 to:TO:aux:2 visit:VB:ROOT:2 Iraq:NNP:dobj:2", "will"),
        ("Iran:NNP:nsubj:1 has:VBZ:ROOT:1:have to:TO:aux:3 visit:VB:xcomp:1", "must"),
        ("Iran:NNP:nsubj:2 is:VBZ:aux:2:be going:VBG:ROOT:2:go to:TO:aux:4 visit:VB:xcomp:2", "will"),
        ("Iran:NNP:nsubj:1 is:VBZ:ROOT:1:be to:TO:aux:3 visit:VB:xcomp:1", "will"),
        ("Iran:NNP:nsubj:1 began:VBD:ROOT:1:begin to:TO:aux:3 visit:VB:xcomp:1", ""),
    ],
    ids=["headline", "has to", "going to", "is to", "began to"],
)
def test_clause_status_futures_and_duties_without_a_modal(table: str, meaning: str) -> None:
    assert status(table, "visit").modal == meaning


def test_clause_status_condition() -> None:
    table = "If:IN:mark:2 Iran:NNP:nsubj:2 attacked:VBD:advcl:5:attack France:NNP:nsubj:5 would:MD:aux:5 act:VB:ROOT:5"
    assert status(table, "attacked").conditional
    assert not status(table, "act").conditional
