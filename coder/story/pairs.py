"""The two whom "both sides" and "the two leaders" mean: those of the events told before, or the last two named."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import GENERIC, WORLD_REGIONS
from coder.story.discourse import Discourse, Known
from coder.syntax.parsed import Token
from coder.syntax.words import lemma
from coder.types import Actor, Event

LEADERS: Final = frozenset(
    """
    leader president minister official man woman diplomat envoy premier chancellor politician counterpart king general
    statesman negotiator
    """.split()
)
LANDS: Final = frozenset("country nation state republic neighbor neighbour ally kingdom capital power".split())
SIDES: Final = frozenset("side party government rival foe enemy delegation team army force".split())
REACH: Final = 3  # sentences back to the two whom "both sides" means

Pair = tuple[Actor, Actor]


class Pairs:
    """Remembers the dyads of a story's events."""

    def __init__(self, discourse: Discourse) -> None:
        """Take what the story has named."""
        self._discourse = discourse
        self._dyads: list[dict[frozenset[str], Pair]] = []  # for each sentence, by the codes of both ends

    def heard(self, events: Iterable[Event]) -> None:
        """Note the pairs of the next sentence's events."""
        pairs = [(e.source, e.target) for e in events if e.target and e.source.code and e.target.code]
        self._dyads.append({frozenset({a.code, b.code}): (a, b) for a, b in pairs if a.code != b.code})

    def find(self, n: int, head: Token, mention: Mention) -> list[Mention]:
        """Read "the two leaders", "both sides": the last two whom the story has set over against each other."""
        noun = lemma(head)
        if noun in LEADERS:
            return self._named(n, head.i, lambda k: k.person)
        if noun not in LANDS | SIDES:
            return []
        if any(self._dyads[max(0, n - REACH) : n]):
            return self._heard_of(n, noun, mention)
        return self._named(n, head.i, lambda k: bool(k.code) and k.mention.kind == "actor" and not k.person)

    def _heard_of(self, n: int, noun: str, mention: Mention) -> list[Mention]:
        for dyads in reversed(self._dyads[max(0, n - REACH) : n]):
            if dyads:
                pairs = {frozenset(a.code for a in pair): pair for pair in (_side(p, noun) for p in dyads.values())}
                ((codes, pair), *others) = pairs.items()
                lands = noun not in LANDS or all(land_of(a) for a in pair)
                return [replace(mention, actor=a) for a in pair] if not others and len(codes) > 1 and lands else []
        return []

    def _named(self, n: int, before: int, fits: Callable[[Known], bool]) -> list[Mention]:
        found: dict[str, Known] = {}
        for knowns in self._discourse.backwards(n, before, REACH):
            for k in knowns:
                if fits(k) and not k.plural:
                    found.setdefault(k.code, k)
            if len(found) >= 2:  # noqa: PLR2004
                break
        ends = [k.mention for k in found.values()]
        return ends if len(ends) == 2 and all(found) and len({land_of(m.actor) for m in ends}) == 2 else []  # noqa: PLR2004


def land_of(actor: Actor) -> str:
    """Give the country of a code, "" for international bodies and world regions."""
    return "" if actor.country in GENERIC or actor.country in WORLD_REGIONS else actor.country


def country_alone(actor: Actor) -> Actor:
    """Give the state of an actor."""
    return replace(actor, code=actor.country, sectors=())


def _side(pair: Pair, noun: str) -> Pair:
    """Give the ends of a dyad as a noun calls them: "countries" are states, "sides" whoever they were."""
    one, other = pair
    return (country_alone(one), country_alone(other)) if noun in LANDS and land_of(one) and land_of(other) else pair
