"""`Realiser`: what a clause's own tense, modal, duty and negation make of the act in it."""

from typing import Final

from coder.acts import Act
from coder.entries.operators import OperatorTable
from coder.frames import Frame
from coder.syntax.grammar_words import DAYS, OPEN_MARKS
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma
from coder.types import Modality, Tense

# Not to do these is to refuse.
CONSENTS: Final = frozenset("accept recognize recognise allow permit let authorise authorize tolerate agree".split())
LEAVE: Final = frozenset("permission consent approval authorisation authorization clearance leave".split())
READY: Final = ("willing", "ready", "prepared", "inclined", "disposed", "intention")
CANNOT: Final = frozenset("can ca could".split())
THEMSELVES: Final = frozenset("it he she they we i".split())
OWN: Final = ("its", "their", "his", "her")
TO_COME: Final = frozenset("planned forthcoming upcoming coming impending tomorrow scheduled proposed".split())
WATCHERS: Final = frozenset("poll survey study analyst report expert observer commentator economist".split())
NEXT: Final = frozenset("next tomorrow".split())  # "next week's talks", "talks next month"
CONFLICT: Final = "14"
TROOPS: Final = "154"  # which others are sent to help
HOSTILE: Final = ("15", "16", "17", "18", "19", "20")
COOPERATIVE: Final = ("03", "04", "05", "06", "07", "08", "09")
_DRAFTS: Final = frozenset("bill legislation law resolution motion decree ordinance amendment".split())
_LAWMAKING: Final = frozenset(
    "pass approve introduce table propose adopt endorse unveil sponsor draft submit back advance sign file".split()
)


class Realiser:
    """Applies the clauses of one Doc to their acts."""

    def __init__(self, doc: Doc, table: OperatorTable) -> None:
        """Take the Doc, and the table that tells what becomes of an act that is promised or refused."""
        self.doc = doc
        self.table = table

    def realise(self, act: Act, frame: Frame, speaker: int) -> Act:
        """Apply the clause's own tense, modal and negation."""
        status = frame.status
        tense = Tense.PAST if status.past else Tense.FUTURE if status.modal in ("will", "would") else Tense.PRESENT
        act = act.but(tense=tense) if tense is not act.tense else act
        forced = status.modal == "had" and (speaker < 0 or speaker in act.sources) and not status.negated
        if (act.negated or forced) and not status.conditional:
            return act  # "would not be drawn" is what was meant, "had to leave" was done
        hinted = status.modal == "may" and not status.negated and self._hinted(act, frame, speaker)
        past_refusal = status.negated and self._flatly(frame)  # "the rebels would not talk"
        if (
            status.conditional
            or (
                status.modal == "may"
                and not hinted
                and not (status.negated and speaker >= 0 and self._unable(frame, speaker))
            )
            or (status.modal == "would" and speaker < 0 and not past_refusal and not self._is_planned(frame))
            or (status.modal == "would" and self._is_guess(frame, speaker))
        ):
            return act.but(modality=Modality.CONDITIONAL)
        if status.modal in ("must", "should", "had"):
            return self._duty(act, status.modal, status.negated, speaker)
        if status.negated:
            return self._refused(act, frame, speaker)
        return self._intended(act) if hinted or status.modal in ("will", "would") else act

    def coming(self, act: Act) -> Act:
        """Read a visit or meeting that is still to come as intended: "next week's talks", "visits Peru next week"."""
        nouns = (self.doc[i] for i in act.words)
        to_come = act.code[:2] == "04" and any(
            (t.pos_ == "NOUN" or t.tag_ in ("VBZ", "VBP")) and _is_to_come(t) for t in nouns
        )
        return self._intended(act) if to_come else act

    def _unable(self, frame: Frame, speaker: int) -> bool:
        """Whether somebody says of himself that he "cannot" or "could not", the polite way to refuse.

        "Chad cannot agree, its minister said" is said for Chad.
        """
        own = [c.lower_ for c in self.doc[frame.head].children if c.dep_ in ("aux", "nsubj")]
        return not CANNOT.isdisjoint(own) and (self._is_spokesman(speaker) or not THEMSELVES.isdisjoint(own))

    def _is_spokesman(self, speaker: int) -> bool:
        """Whether a speaker is somebody's own: "Chad cannot agree, [its minister] said"."""
        return speaker >= 0 and any(c.dep_ == "poss" and c.lower_ in OWN for c in self.doc[speaker].children)

    def _hinted(self, act: Act, frame: Frame, speaker: int) -> bool:
        """Whether somebody says of himself what he "may" or "could" do to another, which is a threat of it.

        "It could shell the port, Chad said" threatens, as does "its navy may …" or "Chad may …, its envoy said"; of
        what others may do it is a guess.
        """
        if speaker < 0 or not act.targets or act.code[:2] not in HOSTILE:
            return False
        verb = self.doc[frame.head]
        if any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children):
            return False
        many = self.doc[speaker].tag_ in ("NNS", "NNPS")
        doers = [c for c in verb.children if c.dep_ == "nsubj"]
        himself = any(c.lower_ in THEMSELVES and (c.lower_ == "they") == many for c in doers)
        if self._is_spokesman(speaker) and verb.i < speaker and any(c.tag_ == "NNP" for c in doers):
            return True
        return himself or any(g.dep_ == "poss" and g.lower_ in OWN for c in doers for g in c.children)

    def _is_planned(self, frame: Frame) -> bool:
        """Whether "would" tells of what is to come on a day: "the EU would hold talks with Sudan next month"."""
        verb = self.doc[frame.head]
        if self._has_condition(frame) or any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children):
            return False
        if verb.dep_ == "relcl" and lemma(verb.head) in _DRAFTS and lemma(verb.head.head) in _LAWMAKING:
            return verb.head.dep_ == "dobj"  # "introduced a bill that would bar visas for …"
        ties = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("on", "in", "by")]
        on_a_day = any(p.lower_ in DAYS for c in ties for p in c.children)
        return on_a_day or any(c.dep_ == "npadvmod" and c.lower_ in DAYS for c in verb.children) or _is_to_come(verb)

    def _flatly(self, frame: Frame) -> bool:
        """Whether a predicate is plainly negated, without "hardly", and without a clause of "if" or "unless"."""
        return any(c.dep_ == "neg" for c in self.doc[frame.head].children) and not self._has_condition(frame)

    def _has_condition(self, frame: Frame) -> bool:
        """Whether a clause of "if" or "unless" hangs on a predicate."""
        below = (g for c in self.doc[frame.head].children if c.dep_ == "advcl" for g in c.children)
        return any(g.dep_ == "mark" and g.lower_ in OPEN_MARKS for g in below)

    def _is_guess(self, frame: Frame, speaker: int) -> bool:
        """Whether those who only watch imagine it: "most would back talks if the rebels disarmed, a poll said"."""
        if speaker < 0 or lemma(self.doc[speaker]) not in WATCHERS:
            return False
        below = (c for c in self.doc[frame.head].children if c.dep_ == "advcl" and c.tag_ == "VBD")
        return any(g.dep_ == "mark" and g.lower_ == "if" for c in below for g in c.children)

    def _intended(self, act: Act) -> Act:
        if act.code[:2] in ("01", "02", "03", "10", "11", "12", "13"):
            return act
        if act.mutual and act.code >= CONFLICT:  # "ties will sour": foretold, threatened by nobody
            return act.but(modality=Modality.CONDITIONAL)
        code = self.table.join("INTEND", act.code, "")
        return (
            act.but(
                code=code,
                steps=(*act.steps, f"future {act.code} -> {code}"),
                weight=act.weight - 0.5,
                mutual=act.mutual and act.sources == act.targets,  # to intend binds one side only
                foretold=act.code,
            )
            if code
            else act.but(modality=Modality.CONDITIONAL)
        )

    def _refused(self, act: Act, frame: Frame, speaker: int) -> Act:
        """A negation: "will not withdraw" refuses; "did not attack" is no event."""
        willing = frame.status.modal in ("will", "would") or frame.lemma in CONSENTS
        willing = willing or (act.code[:2] == "03" and frame.lemma in READY) or self._gives_leave(frame)
        willing = willing or self._unable(frame, speaker)
        code = self.table.join("REJECT", act.code, "120") if willing and _is_given(act.code) else ""
        if not code:
            return act.but(modality=Modality.NEGATED)
        both = act.mutual and act.sources == act.targets
        return act.but(code=code, mutual=both, steps=(*act.steps, f"not {act.code} -> {code}"))

    def _gives_leave(self, frame: Frame) -> bool:
        """Whether a predicate is a consent in two words: "did not give permission"."""
        given = frame.roles.get("object", ()) if frame.lemma in ("give", "grant") else ()
        return any(lemma(self.doc[i]) in LEAVE for i in given)

    def _duty(self, act: Act, modal: str, negated: bool, speaker: int) -> Act:
        """Someone says that another must or should do something: a demand, an appeal."""
        if speaker < 0 or speaker in act.sources or not act.sources:
            return act.but(modality=Modality.CONDITIONAL)
        content = self.table.join("STOP", act.code, "") if negated else act.code
        operator = "APPEAL" if modal == "should" else "DEMAND"
        code = self.table.join(operator, content, "") if content else ("020" if modal == "should" else "100")
        if not code:
            return act.but(modality=Modality.CONDITIONAL)
        return act.but(
            code=code,
            sources=(speaker,),
            targets=act.sources,
            mutual=False,
            steps=(*act.steps, f"{modal} {act.code} -> {code}"),
            duty=True,
        )


def _is_given(code: str) -> bool:
    """Whether not to do it is to withhold it: to send no troops too, but not to attack nobody."""
    return code[:2] in COOPERATIVE or code == TROOPS


def _is_to_come(noun: Token) -> bool:
    """Tell whether words of time put what a noun names into the future, its own or those of a phrase behind it."""
    own = list(noun.children)
    further = [g for c in own if c.dep_ in ("prep", "poss") for p in (c, *c.children) for g in (p, *p.children)]
    near = [c for c in (*own, *further) if c.dep_ in ("amod", "advmod", "npadvmod", "nmod", "poss", "tmod", "compound")]
    behind = noun.doc.tokens[
        noun.right_edge.i + 1 : noun.right_edge.i + 3
    ]  # which the parser hangs on the verb before it
    then = " ".join(t.lower_ for t in behind).startswith(("next ", "tomorrow", "later this"))
    return then or any(c.lower_ in TO_COME for c in near) or any(g.lower_ in NEXT for c in near for g in c.children)
