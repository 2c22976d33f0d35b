"""`Passage`: a parsed sentence of a story, with those who read it, each made once."""

from typing import Final

from coder.actors import ActorResolver
from coder.framing.frame_reader import FrameReader
from coder.parties.pronouns import Antecedents
from coder.syntax.parsed import Doc
from coder.types import CallerActor, TextSpan


class Passage:
    """A sentence of a story."""

    __slots__ = ("antecedents", "doc", "frames", "given", "resolver", "span")

    def __init__(
        self,
        span: TextSpan,  # in the story
        doc: Doc,
        frames: FrameReader,
        resolver: ActorResolver,
        antecedents: Antecedents,
        given: tuple[CallerActor, ...] = (),  # the caller's actors, in the sentence's offsets
    ) -> None:
        """Take the parts."""
        self.span: Final = span
        self.doc: Final = doc
        self.frames: Final = frames
        self.resolver: Final = resolver
        self.antecedents: Final = antecedents
        self.given: Final = given

    def close(self) -> None:
        """Cut the circles, once all is read: what no circle holds costs the collector nothing."""
        self.resolver.close()
        self.doc.unlink()
