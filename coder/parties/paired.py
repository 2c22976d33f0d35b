"""The two whom "both countries" and "the two sides" mean in a sentence that names two: "Chad and Mali … both sides"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import GENERIC, WORLD_REGIONS
from coder.syntax.grammar_words import MEETINGS, PACTS
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma
from coder.types import Actor

_TWO: Final = frozenset({"two", "both"})
_GENERIC: Final = GENERIC | {""}
_LANDS: Final = frozenset("country nation state republic neighbor neighbour ally".split())
_LEADERS: Final = frozenset("leader president".split())
_SIDES: Final = frozenset("side party government rival".split())
_NOUNS: Final = _LANDS | _LEADERS | _SIDES
_NO_LANDS: Final = GENERIC | WORLD_REGIONS
# What is between two: not a wall, nor a border.
SHARED: Final = (
    MEETINGS | PACTS | frozenset("tie relation relationship cooperation war conflict tension feud trade".split())
)
_BODIES: Final = frozenset({"organisation", "group"})  # who may only report on them
_PAIR: Final = 2


def paired(doc: Doc, mention: Mention, mentions: Callable[[], Sequence[Mention]]) -> Mention:
    """The two named before the phrase, as one mention; the mention itself where it means no two, or others."""
    head = doc[mention.head]
    if head.tag_ != "NNS" or mention.actor.country not in _GENERIC:
        return mention
    noun = lemma(head)
    if noun not in _NOUNS or all(c.lower_ not in _TWO for c in head.children):
        return mention
    named = list(_named(head, mentions())) if _takes_part(head) else []
    pair = _joined(doc, named) or ([] if noun in _SIDES else _only(named))
    if len(pair) != _PAIR:
        return mention
    first, second = (_state(actor) if noun in _LANDS else actor for actor in pair)
    return replace(mention, actor=first, others=(second,), kind="actor")


def _takes_part(head: Token) -> bool:
    """Whether the two do something, have it done to them, or share it: "talks between the two countries"."""
    if head.dep_ != "pobj":
        return head.dep_ in ("nsubj", "nsubjpass", "dobj", "poss")
    return head.head.lower_ == "between" and lemma(head.head.head) in SHARED


def _named(head: Token, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The states, people and lands named before a phrase; not who does something to the two."""
    doer = _doer(head.head) if head.dep_ == "dobj" else -1
    for one in mentions:
        country = one.actor.country
        known = country and country not in _NO_LANDS
        if known and one.end <= head.left_edge.i and not one.start <= doer < one.end:
            yield one


def _doer(verb: Token) -> int:
    """The subject of a verb, or of the one with which it is joined; -1 where there is none."""
    while verb.dep_ == "conj" and all(c.dep_ != "nsubj" for c in verb.children):
        verb = verb.head
    return next((c.i for c in verb.children if c.dep_ == "nsubj"), -1)


def _joined(doc: Doc, named: Sequence[Mention]) -> list[Actor]:
    """The only two that "and" joins: "talks between Chad and the rebels"."""
    heads = {one.head: one.actor for one in named}
    pairs = [(heads[i], heads[c.i]) for i in heads for c in doc[i].children if c.dep_ == "conj" and c.i in heads]
    apart = {(one.code, other.code): [one, other] for one, other in pairs if one.code != other.code}
    return next(iter(apart.values())) if len(apart) == 1 else []


def _only(named: Sequence[Mention]) -> list[Actor]:
    """One for each land that is named."""
    found = {one.actor.country: one.actor for one in named if one.sort not in _BODIES}
    return [] if any(one.others for one in named) else list(found.values())


def _state(actor: Actor) -> Actor:
    return replace(actor, code=actor.country, sectors=())
