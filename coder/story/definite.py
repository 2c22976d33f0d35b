"""Definite noun phrases that only the story explains: "the ministry", "both sides", "its troops", a bare surname."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import GENERIC, base_of, joined, sectors_of
from coder.naming.lands import NEWSROOMS
from coder.story.discourse import MAIN, OTHER, SUBJECT, Discourse, Known, beside
from coder.story.pairs import Pairs, country_alone, land_of
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma
from coder.types import Actor

_POINTING: Final = frozenset({"the", "that", "this", "these", "those", "both"})
_TWO: Final = frozenset({"two", "both"})
_GROUP_FILE: Final = "groups.txt"
_LAND_WORDS: Final = frozenset("country nation kingdom".split())
_GROUP_WORDS: Final = frozenset("group organization organisation movement militia faction".split())
_ARMED: Final = frozenset("REB INS SEP UAF OPP CRM".split())
_OWN: Final = frozenset("MIL COP JUD LEG".split())  # of which a country has one
_GROUP_SORTS: Final = frozenset({"group", "organisation"})
_AT_HOME: Final = frozenset("GOV MIL COP JUD LEG OPP REB SPY".split())
_REACH_OF_GROUPS: Final = 2
_SPEAKING_FOR: Final = frozenset(
    """
    leader chief head spokesman spokeswoman spokesperson official member chairman chairwoman secretary director
    representative commander fighter supporter deputy negotiator
    """.split()
)
_SURNAMED: Final = frozenset({"person", "role", "organisation", "group"})
_GENERAL: Final = frozenset("official people person source member man woman leader other force side party".split())


class Definites:
    """Finds whom the story's earlier sentences give to a definite phrase."""

    def __init__(self, discourse: Discourse, pairs: Pairs, mention: Callable[[int, int], Mention]) -> None:
        """Take what the story has named and paired, and what reads a token of a sentence."""
        self._discourse = discourse
        self._mention = mention
        self._pairs = pairs

    def find(self, n: int, doc: Doc, mention: Mention) -> list[Mention]:
        """Give the antecedents of a noun phrase, none when it needs none or the story leaves them open."""
        head = doc[mention.head]
        if head.tag_ in {"NNP", "NNPS"}:
            first = doc[mention.start]
            titled = first.tag_ == "PRP$" and mention.sort == "role"  # "Its leader Ann Lee"
            return self._owned(n, first, mention) if titled else self._surname(n, head, mention)
        if not _bare_phrase(doc, mention):
            return []
        if owner := next((c for c in head.children if c.dep_ == "poss"), None):
            return self._owned(n, owner, mention)
        words = {t.lower_ for t in doc.tokens[mention.start : mention.head]}
        if words & _TWO and head.tag_ == "NNS":
            return self._pairs.find(n, head, mention)
        if words & _POINTING:
            return self._named_before(n, head, mention)
        return self._at_home(n, mention)

    # -- names

    def _surname(self, n: int, head: Token, mention: Mention) -> list[Mention]:
        """Read a last name by the full name that an earlier sentence has given."""
        if mention.actor.code:
            return []
        named = self._discourse.called(n, head.i, head.lower_)
        return _agreed([k for k in named if k.mention.sort in _SURNAMED])

    # -- possessors

    def _owned(self, n: int, owner: Token, mention: Mention) -> list[Mention]:
        """Read "its troops", "the ministry's decision": the possessor's country and the noun's own sectors."""
        if mention.sort not in {"role", "thing", "state"} or owner.tag_ not in {"PRP$", "NN"}:
            return []
        holder = self._mention(n, owner.i).actor
        if not holder.code or holder.resolution.value != "COREFERENCE" or holder.code == mention.actor.code:
            return []
        if mention.actor.country in GENERIC:
            return []
        theirs = sectors_of(holder.code)
        weak = bool(theirs) and any(
            lemma(t) in _SPEAKING_FOR for t in owner.doc.tokens[mention.start : mention.head + 1]
        )
        sectors = theirs if weak else mention.actor.sectors or theirs
        country = base_of(holder.code)
        code = joined(country, sectors) if country and country[:3] not in GENERIC and not weak else holder.code
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
            for k in self._discourse.all_before(n, head.i)
            if wanted & k.words and k.mention.actor.country and (not own or own & set(k.mention.actor.sectors))
        ]
        if found := _agreed(fitting) or _agreed([k for k in self._discourse.near(n, head.i) if k in fitting]):
            return found
        codes = {k.code for k in fitting}
        return _agreed([k for k in self._discourse.before(n, 1) if k.rank == MAIN and k.code in codes])

    def _same_sector(self, n: int, mention: Mention) -> list[Mention]:
        """Read "the army" by "Philippine marines", where the story has named the soldiers of one country alone."""
        own = set(mention.actor.sectors) & _OWN
        if not own or mention.actor.country or len(mention.actor.sectors) > 1:
            return []
        named = [k for k in self._discourse.all_before(n, mention.head) if _land_of(k)]
        found = [k for k in named if own & set(k.mention.actor.sectors)]
        if len({_land_of(k) for k in found}) != 1:
            return []
        return [self._of_country(mention, found[-1].mention.actor)]

    def _group(self, n: int, head: Token, noun: str) -> list[Mention]:
        near = {c.i for c in head.head.children} if head.dep_ == "nsubj" else beside(head)
        taken = [k for k in self._discourse.here(n, head.i) if k.token in near]
        for found in self._discourse.backwards(n, head.i, _REACH_OF_GROUPS):
            fitting = [k for k in found if _is_body(k) and not k.quoted and k not in taken]
            named = [k for k in fitting if noun in k.words] or [k for k in fitting if k.rank >= SUBJECT] or fitting
            if fitting:
                return _agreed(named)
        return _agreed([k for k in self._discourse.all_before(n, head.i) if _is_body(k) and k not in taken])

    def _land(self, n: int, head: Token) -> list[Mention]:
        for found in self._discourse.backwards(n, head.i, 1):
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
        named = [k for k in self._discourse.all_before(n, mention.head) if not _is_newsroom(k)]
        lands = {_land_of(k): k for k in named if _land_of(k)}
        if len(lands) != 1 or any(k.mention.actor.country in GENERIC for k in named):
            return []
        (first,) = lands.values()
        return [self._of_country(mention, first.mention.actor)]

    def _of_country(self, mention: Mention, other: Actor) -> Mention:
        """Give a role the country of another actor of the story."""
        code = joined(base_of(other.code), mention.actor.sectors)
        where = (*mention.actor.provenance, *other.provenance)
        actor = replace(mention.actor, code=code, country=other.country, provenance=where, span=other.span)
        return replace(mention, actor=actor)


def _bare_phrase(doc: Doc, mention: Mention) -> bool:
    """Whether a phrase names nobody by itself: no capital in it but a sentence's first."""
    words = [t for t in doc.tokens[mention.start : mention.end] if t.i != 0 or t.tag_ in {"NNP", "NNPS"}]
    return not any(t.text[:1].isupper() for t in words if t.tag_ != "PRP$")


def _is_body(k: Known) -> bool:
    """Whether somebody is a group or its people: "the M23 movement", "Abu Sayyaf militants", "rebels"."""
    if k.mention.kind != "actor" or not k.code:
        return False
    if any(line.startswith(_GROUP_FILE) for line in k.mention.actor.provenance):
        return True  # "a Hezbollah commander"
    of_it = k.plural and (set(k.mention.actor.sectors) & _ARMED or k.code[:3] in GENERIC)
    return k.mention.sort in _GROUP_SORTS or bool(of_it or k.words & _GROUP_WORDS)


def _is_newsroom(k: Known) -> bool:
    """Whether somebody only reports, from all lands: "according to Reuters, the police …"; not a land's own agency."""
    actor = k.mention.actor
    return k.mention.sort == "organisation" and "MED" in actor.sectors and actor.country in NEWSROOMS


def _agreed(found: Sequence[Known]) -> list[Mention]:
    return [found[-1].mention] if len({k.codes for k in found}) == 1 and found[0].code else []


def _land_of(k: Known) -> str:
    return land_of(k.mention.actor)


def _reduced(mention: Mention) -> Mention:
    return replace(mention, actor=country_alone(mention.actor), others=())
