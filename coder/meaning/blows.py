"""Blows that a sentence tells in two acts: where one fell, whom it struck, who claims it."""

from typing import Final

from coder.acts import Act
from coder.meaning.strikers import FORCE
from coder.parties.parties import Parties

FORCE_UNSAID: Final = "190"
TERROR: Final = "18"
CLAIM: Final = "015"
SEIZED: Final = "1711"
NEAR: Final = frozenset(("near", "outside", "around"))
IN: Final = frozenset(("in",))


def settled(acts: list[Act], parties: Parties) -> list[Act]:
    """The acts without those that only say where another one was or what it brought to light."""
    kept = [a for a in acts if not (_only_nearby(a, acts, parties) or _only_there(a, acts, parties))]
    kept = [a for a in kept if not _only_finds(a, acts, parties)]
    return [_claimed(_by_the_blow(a, kept, parties), kept, parties) for a in kept]


def _only_nearby(act: Act, acts: list[Act], parties: Parties) -> bool:
    """Whether a blow only fell near a place, and another act tells whom it struck: "near Sirte, killing …"."""
    return _only_places(act, NEAR, parties) and any(
        other.code[:2] == act.code[:2] and other is not act and _follows(other, act, parties) for other in acts
    )


def _only_there(act: Act, acts: list[Act], parties: Parties) -> bool:
    """Whether a blow only fell in a land, and its verb tells whom it struck: "an air strike in Mali killed ten"."""
    if not act.noun or not _only_places(act, IN, parties) or not parties.all_places(act.targets):
        return False
    return any(
        act.head in other.sources and other.code[:2] == act.code[:2] and parties.real(other.targets) for other in acts
    )


def _only_places(act: Act, prepositions: frozenset[str], parties: Parties) -> bool:
    """Whether all to whom it was done stand behind one of these prepositions."""
    tokens = [parties.doc[i] for i in act.targets]
    return bool(tokens) and all(t.dep_ == "pobj" and t.head.lower_ in prepositions for t in tokens)


def _only_finds(act: Act, acts: list[Act], parties: Parties) -> bool:
    """Whether things are only what a raid brought to light: "raided the jail and seized 20 rifles"."""
    token = parties.doc[act.head]
    if act.code != SEIZED or token.dep_ != "conj" or parties.real(act.targets):
        return False
    return any(
        a.head == token.head.i and a.code >= FORCE and a.sources == act.sources and parties.real(a.targets)
        for a in acts
    )


def _follows(other: Act, act: Act, parties: Parties) -> bool:
    """Whether an act is told in a participle behind another: ", killing six"."""
    token = parties.doc[other.head]
    return token.dep_ == "advcl" and token.tag_ == "VBG" and set(act.sources) == set(other.sources)


def _by_the_blow(act: Act, acts: list[Act], parties: Parties) -> Act:
    """A toll that follows its blow is of the blow's kind: "bombed a café, killing six"."""
    if act.code != FORCE_UNSAID:
        return act
    above = parties.doc[act.head].head.i
    blow = next((a for a in acts if a.head == above and a.code[:2] == TERROR), None)
    return act.but(code=blow.code) if blow is not None and _follows(act, blow, parties) else act


def _claimed(act: Act, acts: list[Act], parties: Parties) -> Act:
    """A deed that names no doer is his who claims it: "claimed responsibility for a bomb mailed to the bank"."""
    if act.sources != (act.head,):
        return act
    above = {t.i for t in parties.doc[act.head].ancestors}
    claim = next((a for a in acts if a.code == CLAIM and a.head in above and parties.real(a.sources)), None)
    return act.but(sources=claim.sources) if claim is not None else act
