"""Gives the events of a sentence their time and place: those of the words that made the event, else of the sentence."""

from collections.abc import Sequence
from datetime import date as Day  # noqa: N812 - as in coder.types
from typing import Final

from coder.story.dates import TimePhrase, find_times
from coder.story.passages import Passage
from coder.story.places import Gazetteer, PlacePhrase, find_places
from coder.syntax.clauses import is_verbal
from coder.syntax.grammar_words import FINITE
from coder.syntax.parsed import Doc, Token, top_of
from coder.texts.sentences import flat
from coder.types import Event, Tense

_UP: Final = frozenset({"ccomp", "xcomp", "conj", "pcomp", "prep", "pobj", "dobj", "advcl", "parataxis", "dep"})
_ELSEWHEN: Final = frozenset({"since", "before", "after", "until", "till", "following", "despite", "because"})
_RELATIVE: Final = frozenset({"relcl", "acl", "appos"})
# "accused Iran of stealing grain on Monday": the day may be the accusation's.
_BARE: Final = frozenset({"pcomp", "xcomp"})
_OVER: Final = 10  # and more: the distance of what dates a clause over the act
_FAR: Final = 99


def circumstanced(events: list[Event], passage: Passage, story: Day | None, gazetteer: Gazetteer) -> list[Event]:
    """Give each event the day and the place that its sentence tells, if any.

    Args:
        events: with spans in the sentence's offsets.
        passage: the sentence; times are read from its own words, whatever case the parse has seen.
        story: the day against which "on Monday" is read.
        gazetteer: coordinates by name.
    """
    if not events:
        return events
    doc = passage.doc
    times = [(t, _anchor(doc, t)) for t in find_times(flat(passage.span.text), story)]
    places = find_places(doc, passage.resolver, gazetteer)
    return [_with(event, doc, times, places) for event in events] if times or places else events


def _with(event: Event, doc: Doc, times: Sequence[tuple[TimePhrase, Token]], places: list[PlacePhrase]) -> Event:
    head = _head(doc, event)
    day = _day(event, head, times)
    place = _place(head, [p for p in places if not _is_party(event, p)])
    if day is None and place is None:
        return event
    return Event(
        event.source,
        event.target,
        event.type,
        event.action,
        event.confidence,
        day or event.date,
        event.tense,
        event.modality,
        event.reported_by,
        event.sentence,
        place.location if place else event.location,
        event.explanation,
    )


def _head(doc: Doc, event: Event) -> Token:
    """Give the token that carries an event's action."""
    tokens = doc.over(event.action.start, event.action.end)
    return top_of(tokens) if tokens else doc[0]


def _anchor(doc: Doc, time: TimePhrase) -> Token:
    """Give the token of a time phrase that hangs on the words that it dates."""
    tokens = doc.over(time.start, time.end)
    if not tokens:
        return doc[0]
    inside = range(tokens[0].i, tokens[-1].i + 1)
    return next((t for t in tokens if t.head.i not in inside and t.dep_ != "punct"), top_of(tokens))


# -- time


def _day(event: Event, head: Token, times: Sequence[tuple[TimePhrase, Token]]) -> Day | None:
    """Choose the time phrase nearest to the action; none of another clause."""
    ranked = [(_time_distance(head, time, anchor), n) for n, (time, anchor) in enumerate(times)]
    distance, n = min(ranked, default=(_FAR, 0))
    if distance >= _FAR:
        return None
    time, anchor = times[n]
    told = distance >= _OVER and _has_been(_over(head, anchor))
    return time.on(future=event.tense is Tense.FUTURE and not told)


def _over(head: Token, anchor: Token) -> Token:
    """Give the clause over an act that a time dates, or the act when there is none."""
    above = _above(head)
    return next((head.doc[i] for i in _governors(anchor) if i in above), head)


def _has_been(verb: Token) -> bool:
    """Whether a clause has come to pass, whatever it says is to come: "said on Monday that it would …"."""
    helpers = [child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    return verb.tag_ in FINITE or (bool(FINITE & set(helpers)) and "MD" not in helpers)


def _time_distance(head: Token, time: TimePhrase, anchor: Token) -> int:
    if _begins_clause(head, time):
        return 0
    governors = _governors(anchor)
    if head.i in governors:
        return governors.index(head.i)
    above = _above(head)
    near = [above.index(g) + _OVER for g in governors[: _first_verb(head, governors)] if g in above]
    return min(near, default=_FAR)


def _begins_clause(head: Token, time: TimePhrase) -> bool:
    """Whether a time leads to the act by "when": "in November last year, when jets shot down …"."""
    for child in head.children:
        if child.lower_ == "when" and child.idx >= time.end:
            return not head.doc.text[time.end : child.idx].strip(" ,")
    return False


def _first_verb(head: Token, governors: list[int]) -> int:
    """Count the governors up to the first verb: what it governs dates that verb and no other above it."""
    for n, i in enumerate(governors, 1):
        if is_verbal(head.doc[i]):
            return n
    return len(governors)


def _governors(token: Token) -> list[int]:
    """Give the words above a phrase that it may date, nearest first: "since the coup on July 15" dates the coup."""
    found: list[int] = []
    while token.head.i != token.i and token.dep_ not in _RELATIVE:
        token = token.head.head if _before_what_is_said(token) else token.head
        if token.lower_ in _ELSEWHEN and found:
            break
        found.append(token.i)
        if is_verbal(token):
            found += [token.head.i] if _shares_subject(token) else []
            if token.dep_ not in _BARE or token.tag_ not in {"VB", "VBG"}:
                break
    return found


def _before_what_is_said(phrase: Token) -> bool:
    """Whether a phrase right behind a verb was hung on what it says: "said on Monday it would …"."""
    said = phrase.head
    verb = said.head
    if said.dep_ != "ccomp" or not verb.i < phrase.i < said.i:
        return False
    first = min(child.i for child in said.children)
    return first == phrase.i and not any(t.dep_ == "punct" for t in said.doc.tokens[verb.i : phrase.i])


def _shares_subject(verb: Token) -> bool:
    """Whether a verb is the second of "attacked the town and fled on Monday"."""
    own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    return verb.dep_ == "conj" and is_verbal(verb.head) and not own


def _above(head: Token) -> list[int]:
    """Give the action and the clauses that hold it, up to the first that it stands apart from."""
    found = [head.i]
    had = any(c.dep_ == "aux" and c.lower_ == "had" for c in head.children)
    while head.head.i != head.i and head.dep_ in _UP and not (had and head.dep_ in {"ccomp", "advcl"}):
        head = head.head
        found.append(head.i)
    return found


# -- place


def _place(head: Token, places: Sequence[PlacePhrase]) -> PlacePhrase | None:
    """Choose the place that hangs nearest to the action, a city rather than its state."""
    ranked = [(_place_distance(head, head.doc[p.preposition]), not p.exact, n) for n, p in enumerate(places)]
    best = min((rank for rank in ranked if rank[0] < _FAR), default=None)
    return places[best[2]] if best else None


def _place_distance(head: Token, preposition: Token) -> int:
    governors, above = _governors(preposition), _above(head)
    if head.i in governors:
        return governors.index(head.i)
    return min((above.index(g) + _OVER for g in governors if g in above), default=_FAR)


def _is_party(event: Event, place: PlacePhrase) -> bool:
    """Whether the place is itself one of the event's actors."""
    span = place.location.span
    return any(
        a is not None and a.span.start == span.start and a.span.end == span.end for a in (event.source, event.target)
    )
