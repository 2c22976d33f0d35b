"""Counterparts: whom an act concerns when neither its entry nor anything that stands nearer has told it."""

from typing import Final

from coder.acts import Act
from coder.meaning.answers import TOLD
from coder.meaning.opponents import ARMED
from coder.parties.parties import Parties
from coder.syntax.grammar_words import SUBJECTS
from coder.syntax.nominals import conjuncts
from coder.syntax.parsed import Token

BINDING: Final = ("03", "12", "13")  # promises, refusals and threats hang on what somebody else does
# What is done somewhere, by one alone or to whoever is there.
PLACED: Final[tuple[str, ...]] = ("08", "14", "15", "172", "18", "19", "20")
FORCE: Final = "18"
UNTOLD: Final = "190"  # which "attacked well" may be too
CONDITIONS: Final = frozenset("if unless until before once till".split())
WHERE: Final = frozenset("in at across throughout inside outside near along".split())
LANDS: Final = ("state", "city", "region")


def counterpart(act: Act, parties: Parties) -> Act:
    """The act with whom it concerns, where it has a doer and no target.

    e.g. "threatened consequences if Chad went ahead", "set fire to mattresses in a jail in Chad"
    """
    if not act.sources or act.no_target or act.modality not in TOLD or _is_told(act, parties):
        return act
    if act.code.startswith(BINDING):
        found, why = _conditioned(act, parties), "who has it in hand"
    elif not act.targets and act.code.startswith(PLACED) and (act.code < FORCE or _by_arms(act, parties)):
        found, why = _place(act, parties), "where it is done"
    else:
        return act
    if not found:
        return act
    whom = " ".join(parties.doc[i].text for i in found)
    return act.but(targets=found, steps=(*act.steps, f"{why}: {whom}"))


def _is_told(act: Act, parties: Parties) -> bool:
    """Whether it is told whom it concerns, and not only what: "threatened [consequences]"."""
    return parties.real(act.targets) or any(map(parties.named, act.targets))


def _by_arms(act: Act, parties: Parties) -> bool:
    """Whether force is told that needs no word of whom it struck: "[rebels] fought back in the suburbs"."""
    told = act.code != UNTOLD or any(ARMED & set(parties.mention(i).actor.sectors) for i in act.sources)
    return told and not act.noun


def _conditioned(act: Act, parties: Parties) -> tuple[int, ...]:
    """Who has it in hand: "will not end the strike before the ministry gives way"."""
    taken = [parties.mention(i) for i in act.sources]
    for token in parties.doc[act.head].subtree:
        if token.dep_ == "advcl" and any(c.lower_ in CONDITIONS for c in token.children):
            verbs = conjuncts(token)
            subjects = (c for v in verbs for c in v.children if c.dep_ in SUBJECTS)
            for subject in subjects:
                found = parties.apart((x.i for x in conjuncts(subject)), act.sources)
                if found and not any(parties.its_own(i, taken) for i in found):
                    return found
    return ()


def _place(act: Act, parties: Parties) -> tuple[int, ...]:
    """The land or town where it is done: behind the act, wherever the parse hung it, or where those are who do it."""
    doer = parties.doc[act.sources[0]]
    end = doer.right_edge.i if act.code < FORCE else -1
    for token in parties.doc[act.head].subtree:
        placed = token.dep_ == "pobj" and token.head.lower_ in WHERE
        if placed and (act.head < token.i or doer.i < token.i <= end) and _is_land(token, parties):
            found = parties.apart((token.i,), act.sources)
            if found:
                return found
    return ()


def _is_land(token: Token, parties: Parties) -> bool:
    mention = parties.mention(token.i)
    return parties.known(token.i) and (mention.sort in LANDS or mention.kind == "place")
