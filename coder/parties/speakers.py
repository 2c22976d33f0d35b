"""`Speakers`: who says a clause, and to whom."""

from typing import Final

from coder.entries.rules import Lexicon
from coder.framing.clause_status import DUE
from coder.framing.frame_reader import FrameReader
from coder.framing.subjects import blamed
from coder.syntax.clauses import is_verbal
from coder.syntax.grammar_words import BLAME_PREPOSITIONS
from coder.syntax.parsed import Token, within
from coder.syntax.words import lemma

DEEMING: Final = frozenset("call consider deem find judge make regard think".split())
CLEAR: Final = ("clear", "plain")


class Speakers:
    """Finds who speaks in one Doc."""

    def __init__(self, frames: FrameReader, lexicon: Lexicon) -> None:
        """Take the Doc's frames, and the lexicon, which tells verbs of saying."""
        self.frames = frames
        self.lexicon = lexicon
        self._found: list[int | None] = [None] * len(frames.doc)
        self._sayings: dict[int, Token | None] = {}
        self._accounts = any(t.lower_ == "according" for t in frames.doc.tokens)

    def speaker(self, token: Token) -> int:
        """Who says it: the subject of the verb of saying above the clause; -1 when it is the text itself."""
        found = self._found[token.i]
        if found is None:
            verb = self._saying(token)
            found = self._found[token.i] = self._speaks(verb) if verb is not None else self._accounted(token)
        return found

    def charges(self, token: Token) -> int:
        """Who says it of its doer, -1 where another does: Chad in "said Chad faulted Peru for [failing] to pay"."""
        speaker = self.speaker(token)
        tie = token.head
        if speaker < 0 or token.dep_ != "pcomp" or tie.lower_ not in BLAME_PREPOSITIONS:
            return speaker
        return -1 if blamed(tie.head) else speaker

    def addressed(self, token: Token) -> list[int]:
        """Whom the speaker tells it: "told Turkey that it would …"."""
        verb = self._saying(token)
        if verb is None:
            return []
        roles = self.frames.at(verb.i).roles
        clear = [i for c in verb.children if c.lower_ in CLEAR for i in self.frames.at(c.i).roles.get("to", ())]
        return clear or [i for role in ("iobj", "object", "to") for i in roles.get(role, ())]

    def _saying(self, token: Token) -> Token | None:
        """What `_verb_of_saying` gives, kept: who says it and whom he tells are both asked."""
        if token.i not in self._sayings:
            self._sayings[token.i] = self._verb_of_saying(token)
        return self._sayings[token.i]

    def _verb_of_saying(self, token: Token) -> Token | None:
        """The verb of saying above the clause, or beside it."""
        climb = token
        while climb.head.i != climb.i:
            above = climb.head
            if climb.dep_ in ("ccomp", "parataxis", "oprd") and is_verbal(above) and self.reports(above):
                return above
            climb = above
        for child in climb.children:
            if (
                child.dep_ in ("parataxis", "ccomp")
                and is_verbal(child)
                and self.reports(child)
                and child.i != token.i
                and not within(token, child.i)
            ):
                return child
        return None

    def _accounted(self, token: Token) -> int:
        """According to whom it is so, -1 where nobody is named."""
        if not self._accounts:
            return -1
        for clause in (token, *token.ancestors):
            if told := self.frames.at(clause.i).roles.get("according_to"):
                return told[0]
        return -1

    def _speaks(self, verb: Token) -> int:
        subjects = self.frames.at(verb.i).roles.get("agent", [])
        return subjects[0] if subjects else -1

    def reports(self, verb: Token) -> bool:
        """Whether a verb only reports what its clause says."""
        return self.lexicon.operates("REPORT", lemma(verb)) or makes_clear(verb) or _deems_due(verb)


def makes_clear(verb: Token) -> bool:
    """Whether a verb says its clause by making it clear: "made clear to Israel that it must leave"."""
    return lemma(verb) == "make" and any(c.lower_ in CLEAR for c in verb.children)


def _deems_due(verb: Token) -> bool:
    """Whether a verb says of its clause that it is due: "called it vital that Chad leave"."""
    return lemma(verb) in DEEMING and any(c.lower_ in DUE for c in verb.children)
