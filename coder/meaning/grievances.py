"""Grievances: at whom an act is aimed when its own words name nobody, but what provoked it does.

e.g. "recalled its envoy over Chad's raids", "denounced Chad and vowed revenge", "Chad seized a ship, and Niger cut aid"
"""

from collections.abc import Iterable, Iterator
from typing import Final

from coder.acts import Act
from coder.framing.frame_reader import FrameReader
from coder.meaning.answers import TOLD
from coder.meaning.opponents import PRESSING, QUARRELS
from coder.parties.parties import Parties
from coder.syntax.clauses import Form, clause_form, is_verbal
from coder.syntax.grammar_words import MEETINGS, SUBJECTS
from coder.syntax.nominals import conjuncts
from coder.syntax.parsed import Token
from coder.syntax.words import lemma

# Appeals, demands, refusals, threats and cuts are aimed at whoever gave cause for them; so is force.
AIMED: Final[tuple[str, ...]] = ("02", "10", "12", "13", "14", "15", "16", "175", "18", "19")
FORCE: Final = "17"
TIES: Final = ("160", "161")
HOSTILE: Final = "11"  # the codes from here on are against somebody
NO_QUARRELS: Final = ("114", "115", "128")  # what is brought before somebody, and what breaks somebody's law
BONDS: Final = frozenset("tie relation relationship contact link cooperation alliance".split())
BLOWS: Final = "14"
ORDERING: Final = frozenset("order instruct rule".split())  # which go to one's own
# What brings in a cause: alone, or behind a noun ("in response to").
CAUSES: Final = frozenset("over after following amid because".split())
ANSWERS: Final = frozenset(
    "response retaliation protest reply answer reaction revenge reprisal wake view light anger fury outrage".split()
)
BEHIND_ANSWERS: Final = frozenset("to for at over against of".split())
SINCE: Final = frozenset("after as since because when until unless once".split())
CITING: Final = frozenset(
    """cite quote say claim allege argue complain charge accuse blame call describe denounce brand note recall
    criticise criticize condemn""".split()
)
PUNISHING: Final = PRESSING | frozenset("punish deter isolate counter contain warn rebuke avenge weaken".split())
ANGERED: Final = frozenset(
    """anger infuriate outrage incense irk alarm enrage annoy upset offend dismay provoke insult humiliate irritate
    rile embolden spur prompt""".split()
)
APART: Final = SUBJECTS | {"relcl", "ccomp", "acl", "advcl"}  # what others do or say beside an act
WITHIN: Final = SUBJECTS | {"relcl", "acl", "advcl", "conj", "dobj"}


class Grievances:
    """Finds what provoked the acts of one Doc."""

    def __init__(self, parties: Parties, frames: FrameReader) -> None:
        """Take the Doc's readers."""
        self.parties = parties
        self.frames = frames
        self.doc = parties.doc

    def aimed(self, act: Act, acts: list[Act]) -> Act:
        """The act aimed at whoever gave cause for it, where its own words name nobody."""
        if not self._is_open(act):
            return act
        head = self.doc[act.head]
        for why, found in (
            ("over what he did", self._apart(self._of_causes(head), act)),
            ("since he acted so", self._apart(self._of_clauses(head), act)),
            ("whom the same doer turned against", self._turned_against(act, acts)),
            ("whose act it answers", self._answered(act, acts)),
        ):
            if found:
                whom = " ".join(self.doc[i].text for i in found)
                return act.but(targets=found, steps=(*act.steps, f"{why}: {whom}"))
        return act

    def _is_open(self, act: Act) -> bool:
        if not act.sources or act.no_target or act.mutual or act.noun or act.modality not in TOLD:
            return False
        if not act.code.startswith(AIMED) or any(lemma(self.doc[i]) in ORDERING for i in act.words):
            return False
        if act.code > FORCE and any(c.dep_ == "dobj" and c.tag_ == "CD" for c in self.doc[act.head].children):
            return False  # "opened fire on the crowd, killing nine"
        if act.targets and (act.code > FORCE or (act.code.startswith(TIES) and not self._are_bonds(act.targets))):
            return False  # it strikes or cuts what it names
        return not (self.parties.real(act.targets) or any(map(self.parties.named, act.targets)))

    def _are_bonds(self, tokens: Iterable[int]) -> bool:
        return all(lemma(self.doc[i]) in BONDS for i in tokens)

    def _apart(self, candidates: Iterable[tuple[int, ...]], act: Act) -> tuple[int, ...]:
        """The first of the candidates that are somebody else than the doer."""
        own = {self.parties.mention(i).actor.code for i in act.sources}
        for tokens in candidates:
            found = self.parties.apart(tokens, act.sources)
            if found and not any(self.parties.mention(i).actor.code in own for i in found):
                return found
        return ()

    def _of_causes(self, head: Token) -> Iterator[tuple[int, ...]]:
        """Who stands behind the deeds that phrases name: "over Chad's raids", "in response to an attack by Chad"."""
        for token in head.subtree:
            if token.dep_ == "prep" and _brings_cause(token) and _is_near(token, head):
                for noun in (x for p in token.children if p.dep_ == "pobj" for x in conjuncts(p)):
                    yield from self._behind(noun)

    def _behind(self, noun: Token) -> Iterator[tuple[int, ...]]:
        """Who is behind what a noun names: his by its own words, then the place where it was."""
        if self.parties.mention(noun.i).kind == "owned" and not any(c.lower_ == "of" for c in noun.children):
            yield (noun.i,)
        roles = self.frames.at(noun.i).roles
        for role in ("by", "poss", "from"):
            yield tuple(roles.get(role, ()))
        if lemma(noun) in QUARRELS or lemma(noun) in MEETINGS:
            yield tuple(roles.get("with", ()))
        yield tuple(roles.get("in", ()))

    def _of_clauses(self, head: Token) -> Iterator[tuple[int, ...]]:
        """Who acts in the clauses that say since when, why or what for."""
        verbs = [head, *(c for c in head.children if c.dep_ == "xcomp")]  # "refused to pay [after Chad …]"
        subjects = [c for c in head.children if c.dep_ in SUBJECTS]
        clauses = [c for of in (*verbs, *subjects) for c in of.children if c.dep_ in ("advcl", "acl", "xcomp")]
        for clause in clauses:
            roles = self.frames.at(clause.i).roles
            if _says_since(clause):
                yield from self._doers(clause)
            elif clause.tag_ == "VBG" and lemma(clause) in CITING:
                for inner in (c for c in clause.children if c.dep_ == "ccomp"):
                    yield from self._doers(inner)
                yield from self._done(roles.get("object", ()))
            elif clause_form(clause) is Form.TO and lemma(clause) in PUNISHING:
                yield from self._done(roles.get("object", ()))
            elif clause.tag_ in ("VBN", "VBD") and lemma(clause) in ANGERED:
                for role in ("agent", "at", "over"):
                    yield from self._done(roles.get(role, ()))

    def _doers(self, verb: Token) -> Iterator[tuple[int, ...]]:
        doers = tuple(self.frames.at(verb.i).roles.get("agent", ()))
        yield doers
        for i in doers:
            yield from self._behind(self.doc[i])

    def _done(self, tokens: Iterable[int]) -> Iterator[tuple[int, ...]]:
        for i in tokens:
            yield (i,)
            yield from self._behind(self.doc[i])

    def _turned_against(self, act: Act, acts: list[Act]) -> tuple[int, ...]:
        """Whom another act of the same doer is against: "denounced Chad and vowed revenge"."""
        head = self.doc[act.head]
        for other in acts:
            if other.head == act.head or not _is_against(other) or not {*act.sources} <= {*other.sources}:
                continue
            if _joined(head, self.doc[other.head]):
                found = self._apart((other.targets,), act)
                if found:
                    return found
        return ()

    def _answered(self, act: Act, acts: list[Act]) -> tuple[int, ...]:
        """Who does something against somebody in the clause to which the act's own is joined."""
        head = self.doc[act.head]
        verb = head.head
        own = any(c.dep_ in SUBJECTS for c in head.children)
        if head.dep_ not in ("conj", "advcl") or not is_verbal(verb) or not own:
            return ()
        done = (a.sources for a in acts if a.head == verb.i and _is_against(a) and self._befell(a, act))
        return self._apart(done, act)

    def _befell(self, deed: Act, act: Act) -> bool:
        """Whether a deed may have befallen the doer of another: not one that names somebody else."""
        if act.code > FORCE and deed.code < BLOWS:
            return False
        own = {"", *(self.parties.mention(i).actor.country for i in act.sources)}
        known = [i for i in deed.targets if self.parties.known(i)]
        return not known or any(self.parties.mention(i).actor.country in own for i in known)


def _is_against(act: Act) -> bool:
    return act.code >= HOSTILE and act.modality in TOLD and not act.code.startswith(NO_QUARRELS)


def _says_since(clause: Token) -> bool:
    """Whether a clause says since when or why: "after …", "when …", not "even as …"."""
    words = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod")}
    return bool(words & SINCE) and "even" not in words


def _brings_cause(preposition: Token) -> bool:
    if preposition.lower_ in CAUSES:
        return True
    if preposition.lower_ == "in":
        return any(lemma(c) in QUARRELS for c in preposition.children if c.dep_ == "pobj")
    above = preposition.head
    return preposition.lower_ in BEHIND_ANSWERS and lemma(above) in ANSWERS and above.dep_ == "pobj"


def _is_near(token: Token, head: Token) -> bool:
    """Whether a phrase belongs to an act, not to what others do or say beside it."""
    while token.i != head.i:
        if token.dep_ in APART:
            return False
        token = token.head
    return True


def _joined(head: Token, other: Token) -> bool:
    """Whether two acts of one doer belong together: joined, or the other told by the way; not what the one is for."""
    if other.i > head.i and other.dep_ == "conj":
        return False
    if head.dep_ in ("conj", "advcl"):
        climb = other
        while climb.i != head.head.i and climb.dep_ in ("ccomp", "acomp", "attr", "conj"):
            climb = climb.head
        if climb.i == head.head.i:
            return True
    while other.i != head.i and other.dep_ in WITHIN:
        if clause_form(other) is Form.TO:
            return False
        other = other.head
    return other.i == head.i
