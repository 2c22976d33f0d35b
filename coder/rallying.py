"""Those who are asked to act against others: "urged NATO to punish Russia" asks NATO, besides being against Russia."""

from typing import Final

from coder.acts import Act
from coder.clauses import Form
from coder.frame_reader import FrameReader
from coder.parties import Parties
from coder.words import lemma

RALLYING: Final = "113"
APPEAL: Final = "020"
ASKING: Final = frozenset(
    """urge ask call appeal press beg implore plead lobby exhort invite encourage push pressure petition request
    entreat""".split()
)
ASKED: Final = ("object", "iobj", "on", "upon", "to")


def appeals(act: Act, frames: FrameReader, parties: Parties) -> list[Act]:
    """The appeal in an act that rallies others, to whoever is asked by name; none where nobody is."""
    frame = frames.at(act.head)
    if act.code != RALLYING or frame.kind != "verb" or lemma(frames.doc[act.head]) not in ASKING:
        return []
    if not any(c.form is Form.TO for c in frame.clauses):
        return []
    asked = [i for role in ASKED for i in frame.roles.get(role, ())]
    found = parties.apart(asked, (*act.sources, *act.targets))
    if not found:
        return []
    step = f"APPEAL {frames.doc[act.head].text} -> {APPEAL}"
    return [act.but(code=APPEAL, targets=found, steps=(step,), takes=())]
