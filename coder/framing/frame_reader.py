"""`FrameReader`: Doc -> predicate-argument frames.

Whatever grammar does to "who did what to whom" is undone in this and the modules of verbs, nouns, clauses and subjects,
and nowhere else: relative clauses and participles get their antecedent, infinitives their controller, coordinated verbs
their shared subject.
"""

from coder.frames import Frame
from coder.framing.noun_frames import adjective_frame, noun_frame
from coder.framing.subjects import Subjects
from coder.framing.verb_frames import verb_frame
from coder.syntax.clauses import is_verbal
from coder.syntax.parsed import Doc, Token


class FrameReader:
    """Reads the frames of one Doc, each once."""

    def __init__(self, doc: Doc) -> None:
        """Take a parsed Doc."""
        self.doc = doc
        self._frames: list[Frame | None] = [None] * len(doc)
        self._subjects = Subjects(doc)

    def at(self, index: int) -> Frame:
        """The frame of the token: a verb's, a noun's or an adjective's."""
        found = self._frames[index]
        if found is None:
            found = self._frames[index] = self._read(self.doc[index])
        return found

    def _read(self, token: Token) -> Frame:
        kind = kind_of(token)
        if kind == "verb":
            return verb_frame(token, self._subjects, self.at)
        if kind == "adj":
            return adjective_frame(token, self._subjects)
        return noun_frame(token, self._subjects, self.at)

    def subjects(self, verb: Token) -> list[Token]:
        """The surface subject of a verb."""
        return self._subjects.subjects(verb)

    def owner(self, noun: Token) -> list[Token]:
        """Whose a decision, plan or threat is."""
        return self._subjects.owner(noun)


def kind_of(token: Token) -> str:
    """Give the kind of a token's frame."""
    if is_verbal(token):
        return "verb"
    return "adj" if token.pos_ == "ADJ" or token.dep_ == "acomp" else "noun"
