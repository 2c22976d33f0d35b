"""`Matcher`: which lexicon entries fit a frame: heads, further words, conditions; the most specific wins."""

from coder.entries.candidates import Candidate
from coder.entries.rules import Lexicon
from coder.frames import Frame
from coder.framing.frame_reader import FrameReader
from coder.framing.further_words import lifted, taken_by
from coder.meaning.condition_tests import ActCodes, ConditionTests
from coder.meaning.matches import Match
from coder.meaning.presence import Presence
from coder.parties.opened_roles import OpenedRoles
from coder.parties.parties import Parties
from coder.syntax.clauses import is_verbal
from coder.syntax.words import head_forms


class Matcher:
    """Tries the entries of a frame's head word, best first."""

    def __init__(self, frames: FrameReader, lexicon: Lexicon, parties: Parties, act_codes: ActCodes) -> None:
        """Take the Doc's readers; `act_codes` gives the codes of a token that is itself an action."""
        self.doc = frames.doc
        self.frames = frames
        self.lexicon = lexicon
        self.presence = Presence(frames.doc, lexicon)
        self.opened = OpenedRoles(frames.doc, parties)
        self.tests = ConditionTests(frames, lexicon, parties, self.presence, self.opened, act_codes)

    def likely(self, frame: Frame) -> list[Candidate]:
        """Entries whose words the text holds, the most specific first."""
        token = self.doc[frame.head]
        told = frame.kind == "verb" and not is_verbal(token)  # a noun that is read by its verb
        forms = [frame.lemma] if told else head_forms(token)
        found = self.presence.possible(self.lexicon.candidates(frame.kind, forms[0]))
        for form in forms[1:]:
            further = self.presence.possible(self.lexicon.candidates(frame.kind, form))
            if found and further:
                found += further
                found.sort(key=lambda one: (-score_of(one, frame), one.entry.order))
            else:
                found = found or further  # mostly: the entries of one form are in order
        return found

    def matches(self, frame: Frame) -> list[Match]:
        """All entries that fit."""
        return [match for one in self.likely(frame) if (match := self.tried(frame, one)) is not None]

    def tried(self, frame: Frame, candidate: Candidate) -> Match | None:
        """The match of an entry if it fits."""
        entry = candidate.entry
        if entry.negated and not frame.status.negated:
            return None
        roles, clauses = frame.roles, frame.clauses
        found: list[int] | None = None
        if candidate.further:
            found = taken_by(candidate.further, frame, self.doc)
            if found is None:
                return None
            roles = lifted(frame, found, self.doc)
            further = [i for i in found if self.doc[i].pos_ in ("ADJ", "NOUN")]
            clauses = [*clauses, *(c for i in further for c in self.frames.at(i).clauses)]
        held: list[int] = []
        score = score_of(candidate, frame)
        for condition in entry.conditions:
            if self.tests.hold(condition, frame, roles, clauses):
                for role in condition.roles:
                    tokens = roles.get(role)
                    if tokens:
                        held.extend(tokens)
            elif frame.carried and condition.for_parties:  # a noun under an operator need not name them
                score -= condition.score
            else:
                return None
        taken = [frame.head, *(found or ())]
        return Match(entry, roles, self.opened.of(roles, frame.kind), taken, clauses, held, score)


def score_of(candidate: Candidate, frame: Frame) -> float:
    """How specific an entry is in a frame, if no condition is waived: "airstrike" says more than "strike"."""
    return candidate.score + (1.0 if candidate.words[0] != frame.lemma else 0.0)
