"""Requests and offers that are seen in their refusal."""

from typing import Final

from coder.acts import SPOKEN, Act, ActsOf
from coder.parties.parties import Parties
from coder.syntax.words import lemma
from coder.types import Modality

REFUSAL: Final = "12"
# What is put to somebody, who may turn it down; decisions and plans concern others.
ASKED: Final = frozenset(
    "appeal call demand invitation offer overture petition plea proposal request threat ultimatum".split()
)
TOLD: Final = (Modality.ASSERTED, Modality.REPORTED)


def turned_down(refusal: Act, parties: Parties, acts: ActsOf) -> list[Act]:
    """What whoever refuses was asked or offered: in "rejected a Russian proposal" Russia has proposed something.

    Nothing where nobody else is named who asked: "rejected calls for talks". `acts` says what a token means.
    """
    if not refusal.code.startswith(REFUSAL) or refusal.modality not in TOLD:
        return []
    nouns = [i for i in refusal.takes if parties.doc[i].pos_ == "NOUN" and lemma(parties.doc[i]) in ASKED]
    asked = [a for i in nouns for a in acts(i, None) if a.head == i and a.code.startswith(SPOKEN)]
    if any("JUD" in parties.mention(i).actor.sectors for i in refusal.sources):
        asked = [a for a in asked if lemma(parties.doc[a.head]) != "appeal"]  # which every court hears
    return [
        act.but(
            sources=others,
            targets=_called_on(act, parties) or refusal.sources,
            mutual=False,
            modality=refusal.modality,
        )
        for act in asked
        if (others := parties.apart(act.sources, refusal.sources))
    ]


def _called_on(act: Act, parties: Parties) -> tuple[int, ...]:
    """Whom the request itself names: "rejected Peru's call on [Chad] to act", "its demand that [Chad] act"."""
    found = []
    for target in parties.apart(act.targets, act.sources):
        token = parties.doc[target]
        above = token.head
        called = above.lower_ in ("on", "upon") or token.dep_ == "nsubj"
        if called and above.head.i == act.head:
            found.append(target)
    return tuple(found)
