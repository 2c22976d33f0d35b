"""Answers: whom somebody gives way to or defies, where only another act of the sentence tells it."""

from typing import Final

from coder.acts import Act
from coder.parties.parties import Parties
from coder.syntax.nominals import conjuncts
from coder.syntax.words import lemma
from coder.types import Modality

CONCESSIONS: Final = ("082", "083")
REFUSALS: Final = ("120", "124", "128")
PRESSING: Final[tuple[str, ...]] = ("02", "10", "11", "13", "14")  # what is conceded or refused has been asked for
FORCING: Final[tuple[str, ...]] = (*PRESSING, "15", "17", "18", "19")
# What is put to somebody, and is not the one who puts it.
ASKED: Final = frozenset(
    "deadline ultimatum order call demand appeal request warning plea pressure protest criticism campaign".split()
)
PROMISES: Final = ("032", "034", "035", "036")
CONDITIONS: Final = frozenset("if provided once unless".split())
FROM: Final = frozenset(("from", "by", "of"))
TOLD: Final = (Modality.ASSERTED, Modality.REPORTED)


def answered(act: Act, acts: list[Act], parties: Parties) -> Act:
    """The act done to those who pressed for it: "bowed to pressure from pensioners and dropped the bill".

    A concession without a target, or a refusal of a thing that somebody has asked for, is an answer to whoever asked.
    """
    if act.modality not in TOLD or not act.sources or parties.real(act.targets) or not _is_answer(act, parties):
        return act
    found = _pressing(act, acts, parties) or _asking(act, parties)
    return act.but(targets=found) if found else act


def bargained(act: Act, parties: Parties) -> Act:
    """The promise to whoever must do something for it: "will call elections if the rebels lay down their arms"."""
    if not act.code.startswith(PROMISES) or act.mutual or parties.real(act.targets) or not act.sources:
        return act
    for token in parties.doc[act.head].subtree:
        if token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in token.children):
            found = parties.apart((c.i for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), act.sources)
            if found:
                return act.but(targets=found)
    return act


def _is_answer(act: Act, parties: Parties) -> bool:
    if act.code.startswith(CONCESSIONS):
        return not act.targets and not act.noun
    things = bool(act.targets) and all(lemma(parties.doc[i]) in ASKED for i in act.targets)
    return act.code.startswith(REFUSALS) and things


def _pressing(act: Act, acts: list[Act], parties: Parties) -> tuple[int, ...]:
    """Who does something to those who answer: "attacked the rebels, who had ignored a deadline"."""
    roots = PRESSING if act.code.startswith(CONCESSIONS) else FORCING
    own = {parties.mention(i).actor.code for i in act.sources}
    for other in acts:
        if other is act or not other.code.startswith(roots) or other.modality not in TOLD:
            continue
        if any(parties.mention(i).actor.code in own for i in other.targets) and parties.real(other.targets):
            found = parties.apart(other.sources, act.sources)
            if found and not any(parties.mention(i).actor.code in own for i in found):
                return found
    return ()


def _asking(act: Act, parties: Parties) -> tuple[int, ...]:
    """Whose demand or protest a noun names: "amid protests by farmers", "the demands of the strikers"."""
    for token in parties.doc.tokens:
        if token.pos_ != "NOUN" or lemma(token) not in ASKED:
            continue
        owners = [c.i for c in token.children if c.dep_ == "poss"]
        phrases = (c for c in token.children if c.dep_ == "prep" and c.lower_ in FROM)
        owners += [x.i for phrase in phrases for p in phrase.children if p.dep_ == "pobj" for x in conjuncts(p)]
        if found := parties.apart(owners, act.sources):
            return found
    return ()
