"""Rebuttals: whom somebody answers who denies in a clause behind it what he is said to have done."""

from typing import Final

from coder.acts import Act
from coder.parties.parties import Parties
from coder.syntax.parsed import Token
from coder.syntax.words import lemma
from coder.types import Modality

DENIAL: Final = "016"
DENYING: Final = (DENIAL, "120")  # "a claim that Iran rejects"
SCORNING: Final = frozenset(("dismiss", "reject"))  # "which Iran dismissed as a lie"
REPROACH: Final = "11"
# What a clause behind it takes up, besides the whole clause: "…, a charge that Iran denies".
CHARGES: Final = frozenset("charge accusation allegation claim assertion something suggestion".split())


def rebutted(act: Act, acts: list[Act], parties: Parties) -> Act:
    """The denial meant for whoever accuses: "Chad says Niger arms the rebels, which Niger denies"."""
    verb = parties.doc[act.head]
    scorned = act.code == "111" and lemma(verb) in SCORNING
    if not (act.code in DENYING or scorned) or not act.sources or not _takes_up(verb):
        return act
    lands = {parties.mention(i).actor.country for i in act.sources} - {""}
    for other in acts:
        if other is act:
            continue
        blamed = other.targets if other.code.startswith(REPROACH) else other.sources
        if lands.isdisjoint(parties.mention(i).actor.country for i in blamed):
            continue
        accusers = other.sources if other.code.startswith(REPROACH) else (other.speaker,)
        told = other.code.startswith(REPROACH) or other.modality is Modality.REPORTED
        if told and (found := parties.apart((i for i in accusers if i >= 0), act.sources)):
            return act.but(code=DENIAL, targets=found)
    return act


def _takes_up(verb: Token) -> bool:
    """Whether a clause hangs behind a comma on a charge, or on all that is told before it."""
    if verb.dep_ not in ("relcl", "acl"):
        return False
    which = any(c.lower_ == "which" and c.dep_ == "dobj" for c in verb.children)
    before = verb.doc[verb.left_edge.i - 1].text if verb.left_edge.i else ""
    return (which and before == ",") or lemma(verb.head) in CHARGES
