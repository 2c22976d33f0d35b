"""Who "the movement" or "she" is by the earlier words of one sentence, where nothing else has told the country."""

from dataclasses import replace
from typing import Final

from coder.naming.actor_codes import ARMED_OPPOSITION, GENERIC, sectors_of
from coder.naming.lands import ABROAD, UNREBELLIOUS
from coder.phrases.completion import JUDGING
from coder.phrases.noun_phrases import root_of
from coder.phrases.victims import ELSEWHERE
from coder.story.coreference import Coreference
from coder.story.passages import Passage
from coder.syntax.parsed import Doc
from coder.types import Actor, Event, Resolution

POINTING: Final = frozenset("the that this these those".split())
PRONOUNS: Final = frozenset(("PRP", "PRP$"))
SPEAKERS: Final = frozenset(
    "spokesman spokeswoman spokesperson minister official president officials ministers".split()
)
NATIONS: Final = ("tribunal", "world court")
Span = tuple[int, int]  # tokens, half-open


def explained(events: list[Event], text: str, passage: Passage) -> list[Event]:
    """The events of a sentence that stands alone, definite phrases without a country read as a story would read them.

    Args:
        events: those of the sentence, with spans in it.
        text: the story's.
        passage: the sentence.
    """
    sides = [a for e in events for a in (e.source, e.target) if a is not None]
    open_ = (a for a in sides if _is_open(passage.doc, a))
    if not any(passage.resolver.names_land_before(_tokens(passage.doc, a)[0]) for a in open_):
        return events  # nobody stands before them whom they could mean: most sentences need not be read so
    story = Coreference(text, [passage])
    story.context(0)
    found = [_explained(event, story, passage.doc) for event in events]
    story.close()
    return found


def _explained(event: Event, story: Coreference, doc: Doc) -> Event:
    source, target = event.source, event.target
    if event.type.code.startswith(JUDGING) and source.span.text.rpartition(" ")[2] in SPEAKERS:
        return event  # who judges what a land does need not be of it
    told = _told(source, target, story, doc)
    if target is None or event.type.code.startswith(ELSEWHERE):
        return replace(event, source=told)
    return replace(event, source=told, target=_told(target, source, story, doc))


def _tokens(doc: Doc, actor: Actor) -> Span:
    """The tokens of an actor's words; none where he has no words."""
    inside = [t.i for t in doc.tokens if actor.span.start <= t.idx < actor.span.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _is_open(doc: Doc, actor: Actor) -> bool:
    """Whether somebody lacks a country and is pointed to: "the army", "she"; not whom the caller gave."""
    if actor.country or actor.resolution is Resolution.CALLER or actor.span.text.endswith(NATIONS):
        return False  # tribunals are mostly the nations'
    start, end = _tokens(doc, actor)
    return start < end and (doc[start].lower_ in POINTING or (end - start == 1 and doc[start].tag_ in PRONOUNS))


def _told(actor: Actor, other: Actor | None, story: Coreference, doc: Doc) -> Actor:
    """The actor with the code, or at least the country, of whom the sentence has named before."""
    if not _is_open(doc, actor):
        return actor
    found = story.mention(0, root_of(doc, *_tokens(doc, actor)).i).actor
    own = bool(actor.code)
    if not found.country or (own and found.country in GENERIC):
        return actor
    if other is not None and found.country == other.country and _is_strange(actor, found.country):
        return actor  # "Russia warned the government"
    if found.country in UNREBELLIOUS and ARMED_OPPOSITION & {*actor.sectors}:
        return actor  # "met the rebels in Oslo"
    code = found.country + actor.code if own else found.code
    if other is not None and other.code == code:
        return actor  # nobody does it to himself
    return replace(
        actor,
        code=code,
        country=found.country,
        sectors=sectors_of(code),
        resolution=Resolution.COREFERENCE,
        provenance=found.provenance,
    )


def _is_strange(actor: Actor, country: str) -> bool:
    """Whether somebody may well be another land's than whoever deals with him: a government, a power's rebels."""
    return actor.sectors == ("GOV",) or (country in ABROAD and bool(ARMED_OPPOSITION & {*actor.sectors}))
