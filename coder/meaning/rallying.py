"""Those who are asked to act against others: "urged NATO to punish Russia" asks NATO, besides being against Russia."""

from typing import Final

from coder.acts import Act
from coder.entries.rules import Lexicon
from coder.framing.frame_reader import FrameReader
from coder.parties.parties import Parties
from coder.syntax.clauses import Form
from coder.syntax.words import lemma

RALLYING: Final = "113"
APPEAL: Final = "020"
ASKED: Final = ("object", "iobj", "on", "upon", "to")


def appeals(act: Act, frames: FrameReader, lexicon: Lexicon, parties: Parties) -> list[Act]:
    """The appeal in an act that rallies others, to whoever is asked by name; none where nobody is."""
    if act.code != RALLYING or not lexicon.operates("APPEAL", lemma(frames.doc[act.head])):
        return []
    frame = frames.at(act.head)
    if frame.kind != "verb" or not any(c.form is Form.TO for c in frame.clauses):
        return []
    asked = [i for role in ASKED for i in frame.roles.get(role, ())]
    found = parties.apart(asked, (*act.sources, *act.targets))
    if not found:
        return []
    step = f"APPEAL {frames.doc[act.head].text} -> {APPEAL}"
    return [act.but(code=APPEAL, targets=found, steps=(step,), takes=())]
