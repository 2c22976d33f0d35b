"""Definite noun phrases that only the story explains: "the ministry", "both sides", "its troops", a bare surname."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from coder.actor_codes import GENERIC, WORLD_REGIONS, base_of, joined, sectors_of
from coder.discourse import MAIN, OTHER, SUBJECT, Discourse, Known
from coder.mentions import Mention
from coder.types import Actor, Event
from coder.words import lemma

_POINTING = frozenset({"the", "that", "this", "these", "those", "both"})
_TWO = frozenset({"two", "both"})
_LEADERS = frozenset(
    """
    leader president minister official man woman diplomat envoy premier chancellor politician counterpart king general
    statesman negotiator
    """.split()
)
_LANDS = frozenset("country nation state republic neighbor neighbour ally kingdom capital power".split())
_SIDES = frozenset("side party government rival foe enemy delegation team army force".split())
_LAND_WORDS = frozenset("country nation kingdom".split())
_GROUP_WORDS = frozenset("group organization organisation movement militia faction".split())
_ARMED = frozenset("REB INS SEP UAF OPP CRM".split())
_OWN = frozenset("MIL COP JUD LEG".split())  # of which a country has one
_GROUP_SORTS = frozenset({"group", "organisation"})
_AT_HOME = frozenset("GOV MIL COP JUD LEG OPP REB SPY".split())
_REACH = 3  # sentences back to the two whom "both sides" means
_REACH_OF_GROUPS = 2
_GENERAL = frozenset("official people person source member man woman leader other force side party".split())

Pair = tuple[Actor, Actor]


class Definites:
    """Finds whom the story's earlier sentences give to a definite phrase."""

    def __init__(self, discourse: Discourse, mention: Callable[[int, int], Mention]) -> None:
        """Take what the story has named, and what reads a token of a sentence."""
        self._discourse = discourse
        self._mention = mention
        self._dyads: list[dict[frozenset[str], Pair]] = []  # for each sentence, by the codes of both ends

    def heard(self, events: Iterable[Event]) -> None:
        """Note the pairs of a sentence's events."""
        pairs = [(e.source, e.target) for e in events if e.target and e.source.code and e.target.code]
        self._dyads.append({frozenset({a.code, b.code}): (a, b) for a, b in pairs if a.code != b.code})

    def here(self, n: int, token: int) -> list[Known]:
        """Give those whom the same sentence has named before a token."""
        if n >= len(self._discourse.sentences):
            return []
        return [k for k in self._discourse.sentences[n] if k.token < token]

    def find(self, n: int, doc: Doc, mention: Mention) -> list[Mention]:
        """Give the antecedents of a noun phrase, none when it needs none or the story leaves them open."""
        head = doc[mention.head]
        if head.tag_ in {"NNP", "NNPS"}:
            return self._surname(n, head, mention)
        if not _bare_phrase(doc, mention):
            return []
        if owner := next((c for c in head.children if c.dep_ == "poss"), None):
            return self._owned(n, owner, mention)
        words = {t.lower_ for t in doc[mention.start : mention.head]}
        if words & _TWO and head.tag_ == "NNS":
            return self._two(n, head, mention)
        if words & _POINTING:
            return self._named_before(n, head, mention)
        return self._at_home(n, mention)

    # -- names

    def _surname(self, n: int, head: Token, mention: Mention) -> list[Mention]:
        """Read a last name by the full name that an earlier sentence has given."""
        if mention.actor.code:
            return []
        name = head.lower_
        found = [k for k in self._all(n) if k.code and k.mention.actor.code and _bears(k, name)]
        return _agreed(found)

    # -- possessors

    def _owned(self, n: int, owner: Token, mention: Mention) -> list[Mention]:
        """Read "its troops", "the ministry's decision": the possessor's country and the noun's own sectors."""
        if mention.sort not in {"role", "thing", "state"} or owner.tag_ not in {"PRP$", "NN"}:
            return []
        holder = self._mention(n, owner.i).actor
        if not holder.code or holder.resolution.value != "COREFERENCE" or holder.code == mention.actor.code:
            return []
        sectors = mention.actor.sectors or sectors_of(holder.code)
        country = base_of(holder.code)
        if mention.actor.country in GENERIC:
            return []
        code = joined(country, sectors) if country and country[:3] not in GENERIC else holder.code
        return [replace(mention, actor=replace(holder, code=code, sectors=sectors_of(code)))]

    # -- roles, groups, lands

    def _named_before(self, n: int, head: Token, mention: Mention) -> list[Mention]:
        noun = lemma(head)
        if noun in _LAND_WORDS and not mention.actor.sectors:
            return self._land(n, head)
        if noun in _GROUP_WORDS and head.tag_ == "NN":
            return self._group(n, head, noun)
        if noun in _GENERAL and head.tag_ != "NN":
            return []
        return self._same_noun(n, head, mention) or self._same_sector(n, mention) or self._at_home(n, mention)

    def _same_noun(self, n: int, head: Token, mention: Mention) -> list[Mention]:
        """Read "the ministry" by the only ministry, or the nearest, that the story has named with its country."""
        wanted = {head.lower_, lemma(head)}
        own = set(mention.actor.sectors)
        fitting = [
            k
            for k in self._all(n, head.i)
            if wanted & k.words and k.mention.actor.country and (not own or own & set(k.mention.actor.sectors))
        ]
        return _agreed(fitting) or _agreed([k for k in self._near(n, head.i) if k in fitting])

    def _same_sector(self, n: int, mention: Mention) -> list[Mention]:
        """Read "the army" by "Philippine marines", where the story has named the soldiers of one country alone."""
        own = set(mention.actor.sectors) & _OWN
        if not own or mention.actor.country or len(mention.actor.sectors) > 1:
            return []
        found = [k for k in self._all(n, mention.head) if own & set(k.mention.actor.sectors) and _land_of(k)]
        if len({_land_of(k) for k in found}) != 1:
            return []
        return [self._of_country(mention, found[-1].mention.actor)]

    def _group(self, n: int, head: Token, noun: str) -> list[Mention]:
        for found in self._backwards(n, head.i, _REACH_OF_GROUPS):
            bodies = [k for k in found if _is_body(k)]
            fitting = [k for k in bodies if not k.quoted]
            named = [k for k in fitting if noun in k.words] or [k for k in fitting if k.rank >= SUBJECT] or fitting
            if fitting:
                return _agreed(named)
        return _agreed([k for k in self._all(n, head.i) if _is_body(k)])

    def _land(self, n: int, head: Token) -> list[Mention]:
        for found in self._backwards(n, head.i, 1):
            for rank in (MAIN, OTHER):
                fitting = [k for k in found if _land_of(k) and k.rank >= rank]
                if fitting:
                    base = {_land_of(k) for k in fitting}
                    return [_reduced(fitting[0].mention)] if len(base) == 1 else []
        return []

    def _at_home(self, n: int, mention: Mention) -> list[Mention]:
        """Read "the army" where the story has named one country alone."""
        actor = mention.actor
        if not actor.code or actor.country or not set(actor.sectors) & _AT_HOME or mention.kind != "actor":
            return []
        lands = {_land_of(k): k for k in self._all(n, mention.head) if _land_of(k)}
        if len(lands) != 1 or any(k.mention.actor.country in GENERIC for k in self._all(n, mention.head)):
            return []
        (first,) = lands.values()
        return [self._of_country(mention, first.mention.actor)]

    def _of_country(self, mention: Mention, other: Actor) -> Mention:
        """Give a role the country of another actor of the story."""
        code = joined(base_of(other.code), mention.actor.sectors)
        where = (*mention.actor.provenance, *other.provenance)
        actor = replace(mention.actor, code=code, country=other.country, provenance=where, span=other.span)
        return replace(mention, actor=actor)

    # -- pairs

    def _two(self, n: int, head: Token, mention: Mention) -> list[Mention]:
        """Read "the two leaders", "both sides": the last two whom the story has set over against each other."""
        noun = lemma(head)
        if noun in _LEADERS:
            return self._pair_named(n, head.i, lambda k: k.person)
        if noun not in _LANDS | _SIDES:
            return []
        if found := self._pair_heard(n, noun, mention):
            return found
        return self._pair_named(n, head.i, lambda k: bool(k.code) and k.mention.kind == "actor" and not k.person)

    def _pair_heard(self, n: int, noun: str, mention: Mention) -> list[Mention]:
        for dyads in reversed(self._dyads[max(0, n - _REACH) : n]):
            if dyads:
                pairs = {frozenset(a.code for a in pair): pair for pair in (_side(p, noun) for p in dyads.values())}
                ((codes, pair), *others) = pairs.items()
                return [replace(mention, actor=a) for a in pair] if not others and len(codes) > 1 else []
        return []

    def _pair_named(self, n: int, before: int, fits: Callable[[Known], bool]) -> list[Mention]:
        found: dict[str, Known] = {}
        for knowns in self._backwards(n, before, _REACH):
            for k in knowns:
                if fits(k) and not k.plural:
                    found.setdefault(k.code, k)
            if len(found) >= 2:  # noqa: PLR2004
                break
        ends = [k.mention for k in found.values()]
        return ends if len(ends) == 2 and all(found) and len({_land(m.actor) for m in ends}) == 2 else []  # noqa: PLR2004

    # -- looking back

    def _all(self, n: int, token: int = 10**9) -> list[Known]:
        earlier = [k for sentence in self._discourse.sentences[:n] for k in sentence]
        return [*earlier, *self.here(n, token)]

    def _near(self, n: int, token: int) -> list[Known]:
        return self.here(n, token) or self._discourse.before(n, 1)

    def _backwards(self, n: int, token: int, reach: int) -> Iterable[list[Known]]:
        yield self.here(n, token)
        for back in range(1, reach + 1):
            yield self._discourse.before(n, back)


def _bare_phrase(doc: Doc, mention: Mention) -> bool:
    """Whether a phrase names nobody by itself: no capital in it but a sentence's first."""
    words = [t for t in doc[mention.start : mention.end] if t.i != 0 or t.tag_ in {"NNP", "NNPS"}]
    return not any(t.text[:1].isupper() for t in words if t.tag_ != "PRP$")


def _bears(k: Known, name: str) -> bool:
    last = k.mention.actor.span.text.rpartition(" ")[2].lower()
    return last == name and k.mention.sort in {"person", "role", "organisation", "group"}


def _is_body(k: Known) -> bool:
    """Whether somebody is a group or its people: "the M23 movement", "Abu Sayyaf militants", "rebels"."""
    if k.mention.kind != "actor" or not k.code:
        return False
    of_it = k.plural and (set(k.mention.actor.sectors) & _ARMED or k.code[:3] in GENERIC)
    return k.mention.sort in _GROUP_SORTS or bool(of_it or k.words & _GROUP_WORDS)


def _agreed(found: Sequence[Known]) -> list[Mention]:
    return [found[-1].mention] if len({k.codes for k in found}) == 1 and found[0].code else []


def _land_of(k: Known) -> str:
    return _land(k.mention.actor)


def _land(actor: Actor) -> str:
    """Give the country of a code, "" for international bodies and world regions."""
    return "" if actor.country in GENERIC or actor.country in WORLD_REGIONS else actor.country


def _reduced(mention: Mention) -> Mention:
    return replace(mention, actor=_country_alone(mention.actor), others=())


def _country_alone(actor: Actor) -> Actor:
    return replace(actor, code=actor.country, sectors=())


def _side(pair: Pair, noun: str) -> Pair:
    """Give the ends of a dyad as a noun calls them: "countries" are states, "sides" whoever they were."""
    one, other = pair
    return (_country_alone(one), _country_alone(other)) if noun in _LANDS and _land(one) and _land(other) else pair
