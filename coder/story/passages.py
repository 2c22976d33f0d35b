"""`Passage`: a parsed sentence of a story, with those who read it, each made once."""

from coder.actors import ActorResolver
from coder.framing.frame_reader import FrameReader
from coder.parties.pronouns import Antecedents
from coder.syntax.parsed import Doc
from coder.types import CallerActor, TextSpan
from coder.values import value


@value(frozen=True, slots=True)
class Passage:
    """A sentence of a story."""

    span: TextSpan  # in the story
    doc: Doc
    frames: FrameReader
    resolver: ActorResolver
    antecedents: Antecedents
    given: tuple[CallerActor, ...] = ()  # the caller's actors, in the sentence's offsets

    def close(self) -> None:
        """Cut the circles, once all is read: what no circle holds costs the collector nothing."""
        self.resolver.close()
        self.doc.unlink()
