"""`Steps`: from parsed sentences to their events, step by step.

Apart from `coder.pipeline`, which the interpreter runs, since calls from step to step are quicker among the compiled.
Sentences that are stories of their own are taken through each step together: its code then stays near the processor.
"""

from typing import Final

from coder.actions import ActionReader
from coder.actors import ActorResolver
from coder.acts import Act
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
from coder.story.placing import moved, shifted
from coder.story.within import explained
from coder.syntax.parsed import Doc
from coder.types import Event, Story, TextSpan


class Lone:
    """A parsed sentence that is a story of its own, with the names in it."""

    __slots__ = ("doc", "span", "spots", "story")

    def __init__(self, story: Story, span: TextSpan, doc: Doc, spots: list[Spot]) -> None:
        """Take the parts."""
        self.story: Final = story
        self.span: Final = span
        self.doc: Final = doc
        self.spots: Final = spots


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
        frames = FrameReader(doc)
        given = shifted(story.actors, span) if story.actors else ()
        resolver = ActorResolver(doc, self.actors, story.date, given, spots)
        return Passage(span, doc, frames, resolver, Antecedents(doc, frames), given)

    def events(self, story: Story, passage: Passage, context: Context | None) -> list[Event]:
        """The events of a sentence, with spans in it; `context` tells what the story has said before."""
        parties = self._parties(story, passage, context)
        events = self._made(story, parties, _acts(self._reader(passage, parties)))
        return circumstanced(events, passage, story.date, self.gazetteer)

    def lone(self, sentences: list[Lone]) -> list[list[Event]]:
        """The events of each of several sentences that are a story of their own, with spans in the story."""
        passages = [self.passage(one.story, one.span, one.doc, one.spots) for one in sentences]
        stories = [one.story for one in sentences]
        parties = [self._parties(story, passage, None) for story, passage in zip(stories, passages, strict=True)]
        readers = [self._reader(passage, known) for passage, known in zip(passages, parties, strict=True)]
        acts = [_acts(reader) for reader in readers]
        readers.clear()
        made = [self._made(story, one, found) for story, one, found in zip(stories, parties, acts, strict=True)]
        told = [self._told(story, one, found) for story, one, found in zip(stories, passages, made, strict=True)]
        for passage in passages:
            passage.close()
        return [[moved(event, one.span, one.story.date) for event in told[n]] for n, one in enumerate(sentences)]

    def _told(self, story: Story, passage: Passage, events: list[Event]) -> list[Event]:
        placed = circumstanced(events, passage, story.date, self.gazetteer)
        return placed if story.actors else explained(placed, story.text, passage)

    def _parties(self, story: Story, passage: Passage, context: Context | None) -> Parties:
        given = [(a.start, a.end) for a in passage.given] if story.actors else None
        return Parties(passage.doc, passage.resolver, passage.antecedents, given, context)

    def _reader(self, passage: Passage, parties: Parties) -> ActionReader:
        return ActionReader(passage.doc, passage.frames, parties, self.lexicon, self.table)

    def _made(self, story: Story, parties: Parties, acts: list[Act]) -> list[Event]:
        return EventMaker(parties, self.ontology).make(acts, story.options)


def _acts(reader: ActionReader) -> list[Act]:
    acts = reader.read()
    reader.meanings.close()
    return acts
