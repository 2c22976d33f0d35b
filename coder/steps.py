"""`Steps`: from one parsed sentence to its events, step by step.

Apart from `coder.pipeline`, which the interpreter runs, since calls from step to step are quicker among the compiled.
"""

from typing import Final

from coder.actions import ActionReader
from coder.actors import ActorResolver
from coder.entries.operators import OperatorTable
from coder.entries.rules import Lexicon
from coder.events import EventMaker
from coder.framing.frame_reader import FrameReader
from coder.naming.dictionaries import ActorIndex
from coder.naming.spotting import Spot
from coder.ontology import Ontology
from coder.parties.parties import Context, Parties
from coder.parties.pronouns import Antecedents
from coder.story.circumstances import circumstanced
from coder.story.passages import Passage
from coder.story.places import Gazetteer
from coder.story.placing import shifted
from coder.syntax.parsed import Doc
from coder.types import Event, Story, TextSpan


class Steps:
    """Takes the steps with loaded data."""

    __slots__ = ("actors", "gazetteer", "lexicon", "ontology", "table")

    def __init__(
        self, actors: ActorIndex, lexicon: Lexicon, table: OperatorTable, ontology: Ontology, gazetteer: Gazetteer
    ) -> None:
        """Take what the steps look at."""
        self.actors: Final = actors
        self.lexicon: Final = lexicon
        self.table: Final = table
        self.ontology: Final = ontology
        self.gazetteer: Final = gazetteer

    def passage(self, story: Story, span: TextSpan, doc: Doc, spots: list[Spot] | None) -> Passage:
        """A parsed sentence with those who read it; `spots` are the names in it where they are looked up already."""
        frames = FrameReader(doc, self.lexicon.knows)
        given = shifted(story.actors, span) if story.actors else ()
        resolver = ActorResolver(doc, self.actors, story.date, given, spots)
        return Passage(span, doc, frames, resolver, Antecedents(doc, frames), given)

    def events(self, story: Story, passage: Passage, context: Context | None) -> list[Event]:
        """The events of a sentence, with spans in it; `context` tells what the story has said before."""
        doc = passage.doc
        given = [(a.start, a.end) for a in passage.given] if story.actors else None
        parties = Parties(doc, passage.resolver, passage.antecedents, given, context)
        reader = ActionReader(doc, passage.frames, parties, self.lexicon, self.table)
        acts = reader.read()
        reader.meanings.close()
        events = EventMaker(parties, self.ontology).make(acts, story.options)
        return circumstanced(events, passage, story.date, self.gazetteer)
