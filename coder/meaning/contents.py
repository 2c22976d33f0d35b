"""`Contents`: the acts that a predicate such as "threaten" or "begin" is about."""

from typing import Final

from coder.acts import Act, ActsOf
from coder.entries.operators import CARRIERS, FACTIVE, OperatorTable
from coder.frames import Frame, marked
from coder.framing.frame_reader import FrameReader
from coder.meaning.condition_tests import aims
from coder.meaning.matches import Match
from coder.parties.carried_frames import suffered
from coder.parties.speakers import Speakers
from coder.syntax.clauses import Clause, Form
from coder.syntax.words import heads
from coder.truth.realising import Realiser
from coder.types import Modality

CHARGE: Final = "112"
LAYING: Final = ("ACCUSE", "INVESTIGATE")
ACCUSERS: Final = ("by", "poss", "from", "agent")
ASKED: Final = frozenset({"APPEAL", "DEMAND"})
ASKING: Final = frozenset({"APPEAL", "DEMAND", "FORCE"})


class Contents:
    """Finds the contents of operators within one Doc."""

    def __init__(self, frames: FrameReader, speakers: Speakers, table: OperatorTable, acts: ActsOf) -> None:
        """Take the Doc's readers and the table; `acts` says what a token means as an action."""
        self.doc = frames.doc
        self.frames = frames
        self.speakers = speakers
        self.table = table
        self.realiser = Realiser(frames.doc, table)
        self.acts = acts

    def of(self, match: Match, frame: Frame) -> list[tuple[Act, Clause | None]]:
        """The acts of the first of an entry's content roles that holds any, each with the clause that it stands in."""
        carrier = frame
        if match.entry.operator == "UNDERGO":  # who undergoes it does not do it
            whose = match.entry.source[0] if match.entry.source else "agent"
            carrier = frame.seen(marked(frame.head), suffered(match.roles, whose))
        elif match.entry.operator in FACTIVE or match.entry.operator in ASKED:  # nor does who judges it, or asks for it
            carrier = frame.seen(marked(frame.head), {r: t for r, t in frame.roles.items() if r != "agent"})
        found = self._found(match, frame, carrier)
        return found or (self._found(match, frame, frame) if match.entry.operator in ASKED else [])

    def _found(self, match: Match, frame: Frame, carrier: Frame) -> list[tuple[Act, Clause | None]]:
        """The contents in the first role that holds any, of which a noun's doer is sought in `carrier`."""
        for role in match.entry.content or ("comp", "object"):
            found: list[tuple[Act, Clause | None]] = []
            if role == "comp":
                for clause in match.clauses:
                    if not clause.adjunct or self._asked(clause, match):
                        found.extend((a, clause) for a in self._clause_acts(clause, match.entry.operator, frame))
            elif role == "purpose":
                for clause in aims(frame, self.frames):
                    found.extend((a, clause) for a in self._clause_acts(clause, match.entry.operator, frame))
            else:
                found = self._role_contents(role, match, frame, carrier)
            if found:
                return found
        return []

    def _role_contents(self, role: str, match: Match, frame: Frame, carrier: Frame) -> list[tuple[Act, Clause | None]]:
        """What stands behind a preposition ("for", "of") or as a noun: "a call for talks", "accused of spying"."""
        clauses = [c for c in match.clauses if c.preposition == role]
        found: list[tuple[Act, Clause | None]] = []
        for clause in clauses:
            found.extend((a, clause) for a in self._clause_acts(clause, match.entry.operator, frame))
        for token in match.roles.get(role, ()):
            if match.entry.operator == "INVESTIGATE" and (told := self._told(token)):
                found.extend((a, told) for a in self._clause_acts(told, match.entry.operator, frame))
            elif token not in match.words and not self._is_asked(token, match):
                found.extend((a, None) for t in heads(self.doc[token]) for a in self.acts(t.i, carrier))
        return found

    def _told(self, token: int) -> Clause | None:
        """The clause of what is claimed or reported, which is looked into: "is investigating [claims that] Chad …"."""
        if self.doc[token].pos_ != "NOUN":
            return None
        return next((c for c in self.frames.at(token).clauses if c.form is Form.THAT), None)

    def _is_asked(self, token: int, match: Match) -> bool:
        """Whether a noun is not what is asked for but who is to do it: "urged the opposition to be patient"."""
        parts = {c.dep_: c.lower_ for c in self.doc[token].children}
        if match.entry.operator not in ASKING or parts.get("det") != "the" or "prep" in parts:
            return False
        asked = [c.verb for c in match.clauses if c.form is Form.TO]
        return any(token in self.frames.at(verb).roles.get("agent", ()) for verb in asked)

    def _asked(self, clause: Clause, match: Match) -> bool:
        """Whether an infinitive that the parser took for a purpose says what is asked: "called on Turkey to send …"."""
        operator = match.entry.operator
        if operator not in ("APPEAL", "DEMAND", "INTEND", "ATTEMPT") or any(not c.adjunct for c in match.clauses):
            return False
        verb = self.doc[clause.verb]
        if clause.preposition != "adv" or not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
            return False
        if operator == "ATTEMPT":  # "worked to settle the dispute"
            return not match.roles.get("object")
        carried = len(match.words) > 1 or self.doc[match.words[0]].pos_ == "NOUN"
        if operator == "INTEND":  # "gave an undertaking to release …"
            return carried
        asked = ("object", "with", "for") if carried else ("object", "with")
        return any(match.roles.get(r) for r in (*asked, *(("on", "upon", "to") if carried else ())))

    def _laid(self, clause: Clause, frame: Frame) -> list[Act]:
        """What kind of charge a clause is for those who lay it to somebody: "alleged that he took bribes"."""
        accuser = next((frame.roles[role] for role in ACCUSERS if frame.roles.get(role)), None)
        if not accuser:
            return []
        told = self.acts(clause.verb, frame.seen(frame.head, {"speaker": accuser[:1]}))
        return [a for a in told if a.code.startswith(CHARGE) and a.code != CHARGE]

    def _clause_acts(self, clause: Clause, operator: str, host: Frame) -> list[Act]:
        """A clause as content: "not to attack" is "stop attacking"; what is only reported keeps its own tense."""
        inner = self.frames.at(clause.verb)
        acts = self._laid(clause, host) if operator in LAYING else []
        acts = acts or list(self.acts(clause.verb, host if operator in CARRIERS else None))
        if operator == "REPORT":
            speaker = self.speakers.speaker(self.doc[clause.verb])
            return [
                a for a in (self.realiser.realise(x, inner, speaker) for x in acts) if a.modality is Modality.ASSERTED
            ]
        if inner.status.negated:
            acts = [
                a.but(code=code, steps=(*a.steps, f"not {a.code} -> {code}"))
                for a in acts
                if (code := self.table.join("REJECT" if _is_declined(operator, a) else "STOP", a.code, ""))
            ]
        return acts


def _is_declined(operator: str, act: Act) -> bool:
    """Whether not to do it is to refuse it: "chose not to sign the treaty"; who promises not to strike gives way."""
    return operator == "INTEND" and "03" <= act.code < "09"
