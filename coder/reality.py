"""How real the text leaves an action: tense, negation, duty, report, hope, condition, question."""

from dataclasses import replace

from coder.acts import Act
from coder.frames import Frame, FrameReader, is_verbal
from coder.operators import OperatorTable
from coder.parsed import Doc, Token
from coder.rules import Lexicon
from coder.types import Modality, Tense
from coder.words import lemma

NO_EVENT_UNDER = frozenset(
    """want wish hope believe think fear expect suspect doubt imagine suppose assume consider propose
    suggest urge ask insist require recommend demand prefer dream intend plan seem appear try fail refuse
    decline avoid prevent need""".split()
)
UNREAL_PREPOSITIONS = frozenset("without for from against of towards toward instead".split())
OPEN_MARKS = frozenset("until once unless if whether".split())
CONSENTS = ("accept", "recognize", "recognise", "allow", "tolerate", "agree")  # not to do these is to refuse
COOPERATIVE = ("03", "04", "05", "06", "07", "08", "09")


class Reality:
    """Judges the clauses of one Doc."""

    def __init__(self, doc: Doc, frames: FrameReader, lexicon: Lexicon, table: OperatorTable) -> None:
        """Take the Doc, and the data that tell verbs of saying and what becomes of a content."""
        self.doc = doc
        self.frames = frames
        self.lexicon = lexicon
        self.table = table

    def realise(self, act: Act, frame: Frame, speaker: int) -> Act:
        """Apply the clause's own tense, modal and negation."""
        status = frame.status
        tense = Tense.PAST if status.past else Tense.FUTURE if status.modal in ("will", "would") else Tense.PRESENT
        act = replace(act, tense=tense)
        if status.conditional or status.modal == "may" or (status.modal == "would" and speaker < 0):
            return replace(act, modality=Modality.CONDITIONAL)
        if status.modal in ("must", "should"):
            return self._duty(act, status.modal, status.negated, speaker)
        if status.negated:
            return self._refused(act, frame)
        if status.modal in ("will", "would"):
            return self._intended(act)
        return act

    def _intended(self, act: Act) -> Act:
        if act.code[:2] in ("01", "02", "03", "10", "11", "12", "13"):
            return act
        code = self.table.join("INTEND", act.code, "")
        return (
            replace(
                act,
                code=code,
                steps=(*act.steps, f"future {act.code} -> {code}"),
                weight=act.weight - 0.5,
                mutual=act.mutual and act.sources == act.targets,  # to intend binds one side only
            )
            if code
            else replace(act, modality=Modality.CONDITIONAL)
        )

    def _refused(self, act: Act, frame: Frame) -> Act:
        """A negation: "will not withdraw" refuses; "did not attack" is no event."""
        willing = frame.status.modal in ("will", "would") or frame.lemma in CONSENTS
        code = self.table.join("REJECT", act.code, "120") if willing and act.code[:2] in COOPERATIVE else ""
        if not code:
            return replace(act, modality=Modality.NEGATED)
        both = act.mutual and act.sources == act.targets
        return replace(act, code=code, mutual=both, steps=(*act.steps, f"not {act.code} -> {code}"))

    def _duty(self, act: Act, modal: str, negated: bool, speaker: int) -> Act:
        """Someone says that another must or should do something: a demand, an appeal."""
        if speaker < 0 or speaker in act.sources or not act.sources:
            return replace(act, modality=Modality.CONDITIONAL)
        content = self.table.join("STOP", act.code, "") if negated else act.code
        operator = "DEMAND" if modal == "must" else "APPEAL"
        code = self.table.join(operator, content, "") if content else ("100" if modal == "must" else "020")
        if not code:
            return replace(act, modality=Modality.CONDITIONAL)
        return replace(
            act,
            code=code,
            sources=(speaker,),
            targets=act.sources,
            mutual=False,
            steps=(*act.steps, f"{modal} {act.code} -> {code}"),
        )

    def speaker(self, token: Token) -> int:
        """Who says it: the subject of the verb of saying above the clause; -1 when it is the text itself."""
        climb = token
        while climb.head.i != climb.i:
            above = climb.head
            if climb.dep_ in ("ccomp", "parataxis") and is_verbal(above) and self.reports(above):
                return self._speaks(above)
            climb = above
        for child in climb.children:
            if (
                child.dep_ in ("parataxis", "ccomp")
                and is_verbal(child)
                and self.reports(child)
                and child.i != token.i
                and not _within(self.doc, token.i, child.i)
            ):
                return self._speaks(child)
        return -1

    def _speaks(self, verb: Token) -> int:
        subjects = self.frames.at(verb.i).roles.get("agent", [])
        return subjects[0] if subjects else -1

    def reports(self, verb: Token) -> bool:
        """Whether a verb only reports what its clause says."""
        return self.lexicon.operates("REPORT", lemma(verb))

    def embedding(self, token: Token) -> Modality:
        """Whether the clauses around leave a predicate real: purposes, hopes, conditions and questions do not."""
        if self._question():
            return Modality.CONDITIONAL
        climb = token
        while climb.head.i != climb.i:
            if is_verbal(climb) and self._unreal(climb, own=climb.i == token.i):
                return Modality.CONDITIONAL
            climb = climb.head
        return (
            Modality.CONDITIONAL if is_verbal(climb) and climb.i != token.i and self._open(climb) else Modality.ASSERTED
        )

    def _unreal(self, verb: Token, own: bool) -> bool:
        governor = verb.head
        marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
        if (marks & OPEN_MARKS and not ("until" in marks or "once" in marks)) or (
            marks & {"until", "once"} and verb.tag_ != "VBD"
        ):
            return True
        if not own and self._open(verb):
            return True
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
        if (
            infinitive
            and verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl", "csubj")
            and not self._semi(verb)
            and not self._carrier(governor)
        ):
            return True
        if verb.dep_ == "pcomp" and governor.lower_ in UNREAL_PREPOSITIONS and not self._happened(governor):
            return True
        return (
            verb.dep_ in ("ccomp", "xcomp")
            and is_verbal(governor)
            and lemma(governor) in NO_EVENT_UNDER
            and not self.reports(governor)
        )

    def _happened(self, preposition: Token) -> bool:
        """Whether it was done: what somebody is praised or punished for was ("praised Oman for hosting")."""
        return preposition.lower_ == "for" and is_verbal(preposition.head)

    def _carrier(self, governor: Token) -> bool:
        """Verbs that carry their infinitive into the real: "began to", "continued to", "managed to"."""
        verb = lemma(governor)
        return self.lexicon.operates("DO", verb) or self.lexicon.operates("ATTEMPT", verb)

    def _semi(self, verb: Token) -> bool:
        return self.frames.at(verb.i).status.modal in ("will", "must")

    def _open(self, verb: Token) -> bool:
        """A clause above that is itself negated, possible or conditional leaves what hangs on it open."""
        status = self.frames.at(verb.i).status
        return status.conditional or status.modal == "may" or (status.negated and not self.reports(verb))

    def _question(self) -> bool:
        return self.doc[-1].text == "?" or (len(self.doc) > 1 and self.doc[-1].is_punct and self.doc[-2].text == "?")


def _within(doc: Doc, inner: int, outer: int) -> bool:
    token = doc[inner]
    return any(a.i == outer for a in token.ancestors)
