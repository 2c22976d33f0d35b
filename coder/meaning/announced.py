"""What rulers say will be done, in the passive: "Chad said the camp would be closed" tells of what Chad will do."""

from typing import Final

from coder.acts import Act
from coder.frames import Frame
from coder.naming.actor_codes import ARMED_OPPOSITION
from coder.parties.parties import COUNTRY, Parties

# What a state does, and says before that it will do.
RULED: Final = ("04", "05", "06", "07", "08", "09", "16", "17", "19", "20")
FOUGHT: Final = ("17", "18", "19", "20")  # what those who fight say they will do
RULERS: Final = frozenset(("GOV", "MIL", "COP", "JUD"))
FIGHTERS: Final = ARMED_OPPOSITION | {"UAF"}


def announced(frame: Frame, parties: Parties) -> Frame | None:
    """The frame with whoever announces the deed as its doer; None where nobody does, or another does it."""
    told = frame.roles.get("speaker")
    if not told or not frame.passive or frame.status.modal not in ("will", "would") or "agent" in frame.roles:
        return None
    if frame.status.conditional or frame.status.negated or not (rules(told[0], parties) or fights(told[0], parties)):
        return None
    return frame.seen(frame.head, {**frame.roles, "agent": told[:1]})


def announces(act: Act, speaker: int, parties: Parties) -> bool:
    """Whether such a speaker does such a thing, and not to his own."""
    codes = RULED if rules(speaker, parties) else FOUGHT if fights(speaker, parties) else ()
    return act.code[:2] in codes and not hits_own(act, speaker, parties)


def rules(speaker: int, parties: Parties) -> bool:
    """Whether a speaker is a state, or one of its organs."""
    mention = parties.mention(speaker)
    whose = mention.actor
    land = len(whose.code) == COUNTRY and whose.code == whose.country and mention.kind != "owned"  # not "a Kenyan zoo"
    return land or not RULERS.isdisjoint(whose.sectors)


def fights(speaker: int, parties: Parties) -> bool:
    """Whether a speaker is one of those who fight a state."""
    return not FIGHTERS.isdisjoint(parties.mention(speaker).actor.sectors)


def hits_own(act: Act, speaker: int, parties: Parties) -> bool:
    """Whether it would befall the speaker or his own."""
    taken = [parties.mention(speaker)]
    return any(parties.overlaps(i, taken) or parties.its_own(i, taken) for i in act.targets)
