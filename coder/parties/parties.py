"""`Parties`: whom the noun phrases of a Doc mean, and what they are to each other."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, Protocol

from coder.framing.inner_phrases import joined_by_of
from coder.mentions import Mention
from coder.naming.actor_codes import ARMED_OPPOSITION
from coder.naming.noun_classes import FRONTIERS
from coder.parties.listed import PLURAL, listed
from coder.parties.paired import paired
from coder.parties.pronouns import Antecedents
from coder.syntax.grammar_words import DAYS
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma
from coder.types import Actor, Resolution

STATE: Final = frozenset(("GOV", "MIL"))  # who has these sectors acts for the state
OUTPOSTS: Final = frozenset("embassy consulate legation mission post ambassador consul envoy diplomat".split())
MARCHES: Final = frozenset("march protest demonstration rally sit-in blockade picket vigil procession".split())
CROWDS: Final = frozenset(("EDU", "LAB", "AGR", "OPP", "REF", "HLH", "MED", "CVL"))
SHOTS: Final = frozenset("shell rocket mortar missile bullet bomb drone mine grenade sniper gunfire shellfire".split())
REBELS: Final = ARMED_OPPOSITION | {"RAD"}
COUNTRY: Final = 3  # the length of a country's code
NO_NAMES: Final = DAYS | frozenset(
    "act bill law treaty resolution agreement accord operation plan deal summit council war covid".split()
)


class Resolver(Protocol):
    """What resolves a noun phrase to an actor."""

    def at(self, token: int) -> Mention:
        """The mention headed by the token."""
        ...

    def mentions(self) -> list[Mention]:
        """All mentions of the text."""
        ...


class Context(Protocol):
    """What knows the story around a sentence."""

    def mention(self, token: int, mention: Mention) -> Mention:
        """The sentence's own mention at a token, or one with the code that an earlier sentence gives it."""
        ...


class Parties:
    """Knows whom the phrases of one Doc mean."""

    def __init__(
        self,
        doc: Doc,
        resolver: Resolver,
        antecedents: Antecedents,
        given: Iterable[tuple[int, int]] | None = None,
        context: Context | None = None,
    ) -> None:
        """Take what resolves mentions and pronouns.

        Args:
            doc: the sentence.
            resolver: reads its noun phrases.
            antecedents: reads its pronouns.
            given: the caller's own actors as spans of characters; None when the caller has named none in the story.
            context: the story around, for what the sentence leaves open; None when there is none.
        """
        self.context = context
        self.doc = doc
        self.resolver = resolver
        self.antecedents = antecedents
        self._mentions: list[Mention | None] = [None] * len(doc)
        self._known: list[bool | None] = [None] * len(doc)
        self.given = None if given is None else _tokens_of(doc, given)

    def mention(self, index: int) -> Mention:
        """The mention at a token, a pronoun's antecedent standing in for it where it is known."""
        kept = self._mentions[index]
        if kept is None:
            found = self.antecedents.of(index)
            mention = self._shared(self.resolver.at(found if found >= 0 else index))
            kept = self._mentions[index] = self.context.mention(index, mention) if self.context else mention
        return kept

    def _shared(self, mention: Mention) -> Mention:
        """Give "the leaders of Chad and Niger" and "the efforts of Iran and Russia" both their owners."""
        if self.doc[mention.head].tag_ in PLURAL:
            mention = listed(self.doc, mention, self.resolver.at)
            mention = paired(self.doc, mention, self.resolver.mentions)
        if mention.others or not mention.actor.country:
            return mention
        joined = joined_by_of(self.doc[mention.head])
        if not joined:
            return mention
        owners = [self.resolver.at(i).actor for i in joined]
        if owners[0].code == mention.actor.code != mention.actor.country:
            others = tuple(o for o in owners[1:] if len(o.code) > COUNTRY)  # "of Fatah and Hamas"
            return replace(mention, others=others)
        if (
            any(len(o.code) != COUNTRY or o.code != o.country for o in owners)
            or owners[0].code != mention.actor.country
        ):
            return mention
        sectors = mention.actor.code[COUNTRY:]
        inland = self.doc[joined[0]].head.lower_ == "in"  # "workers in Delhi and Mumbai" are one land's
        return replace(
            mention,
            others=tuple(
                replace(mention.actor, code=o.code + sectors, country=o.code, span=o.span, name=o.name)
                for o in owners[1:]
                if not (inland and o.code == mention.actor.country)
            ),
        )

    def known(self, index: int) -> bool:
        """Whether the token's phrase is an actor with a code, or one that the caller says is an actor."""
        found = self._known[index]
        if found is None:
            found = self._known[index] = self._is_known(self.mention(index))
        return found

    def _is_known(self, mention: Mention) -> bool:
        if self.given is not None:
            return any(i in self.given for i in range(mention.start, mention.end))
        nobodys = mention.kind == "owned" and not mention.actor.country  # "military exercises" belong to no one
        if not mention.actor.code or not nobodys or any(c.dep_ == "poss" for c in self.doc[mention.head].children):
            return bool(mention.actor.code)
        word, sectors = lemma(self.doc[mention.head]), mention.actor.sectors
        whose = CROWDS if word in MARCHES else REBELS if word in SHOTS else ()
        return any(sector in whose for sector in sectors)  # "a student march", "rebel shells"

    def named(self, index: int) -> bool:
        """Whether a phrase is somebody's proper name that no dictionary has."""
        token, mention = self.doc[index], self.mention(index)
        token = self.doc[mention.head] if token.pos_ == "PRON" else token  # "pardoned him": whoever he is
        if mention.actor.code or mention.kind not in ("actor", "other") or mention.sort == "thing":
            return False
        named = token.text[:1].isupper() or _ends_a_name(self.doc, token)
        return token.pos_ == "PROPN" and named and token.lower_ not in NO_NAMES

    def apart(self, tokens: Iterable[int], exclude: Iterable[int]) -> tuple[int, ...]:
        """Those of the tokens that are known actors and not the excluded ones under another word."""
        taken = [self.mention(i) for i in exclude]
        return tuple(i for i in tokens if self.known(i) and not self.overlaps(i, taken) and not self.its_own(i, taken))

    def several(self, parties: tuple[int, ...]) -> bool:
        """Whether the phrases name two actors or more ("the leaders of Chad and Niger" are two)."""
        return sum(1 + len(self.mention(i).others) for i in parties) > 1

    def real(self, found: tuple[int, ...]) -> bool:
        """Whether any of them is a known actor."""
        return any(self.known(i) for i in found)

    def has_country(self, index: int) -> bool:
        """Whether the phrase is an actor whose country is known."""
        return bool(self.mention(index).actor.country)

    def all_places(self, parties: Iterable[int]) -> bool:
        """Whether they are named as places alone."""
        return all(self.mention(i).kind == "place" for i in parties)

    def overlaps(self, index: int, taken: list[Mention]) -> bool:
        """Whether a phrase shares words with the other side, or is a thing of its own."""
        mention = self.mention(index)
        if any(mention.start < other.end and other.start < mention.end for other in taken):
            return True
        if mention.sort == "group" and mention.actor.resolution is Resolution.COREFERENCE:
            return any(mention.actor.code == other.actor.code for other in taken)  # "Hamas said … the group"
        owned = mention.kind == "owned" and any(_is_own(mention.actor, other.actor) for other in taken)
        return owned and not self._anothers(index, taken)

    def _anothers(self, index: int, taken: list[Mention]) -> bool:
        """Whether a thing is somebody else's of the same code: "the White House defended Biden's decision"."""
        names = [c for c in self.doc[index].children if c.dep_ in ("poss", "compound") and c.pos_ == "PROPN"]
        own = {t.lower_ for other in taken for t in self.doc.tokens[other.start : other.end]}
        if not names or names[0].lower_ in own:
            return False
        sort = self.mention(names[0].i).sort
        party = sort in ("group", "organisation") and any(o.sort == sort for o in taken)  # "the KDP shelled PUK posts"
        return party or (sort == "person" and names[0].dep_ == "poss")

    def its_own(self, index: int, taken: list[Mention]) -> bool:
        """Whether a phrase is the other side's troops, or the state or body that it speaks for: "Berlin's support"."""
        mention = self.mention(index)
        code = mention.actor.code
        if mention.kind != "owned" and self.doc[index].dep_ != "poss":
            return self.its_force(index, taken) or self._its_border(index, taken)
        state = code == mention.actor.country and any(
            code == o.actor.country and {*o.actor.sectors} & STATE for o in taken
        )
        body = code.startswith("IGO") and any(code == o.actor.code for o in taken)
        body = body or (code == "NGO" and any(o.actor.country == code for o in taken))  # "the Red Cross … its work"
        return state or body or self.its_force(index, taken)

    def its_force(self, index: int, taken: list[Mention]) -> bool:
        """Whether a phrase is the other side's own troops or outpost, said with "its"."""
        mention = self.mention(index)
        outpost = lemma(self.doc[mention.head]) in OUTPOSTS
        if self.doc[mention.start].tag_ != "PRP$" or not (outpost or mention.actor.sectors == ("MIL",)):
            return False
        return any(mention.actor.country == other.actor.country != "" for other in taken)

    def _its_border(self, index: int, taken: list[Mention]) -> bool:
        """Whether a phrase is the other side's border, which is with somebody: "its frontier with Poland"."""
        mention, head = self.mention(index), self.doc[index]
        if mention.kind != "place" or lemma(head) not in FRONTIERS or self.doc[mention.start].tag_ != "PRP$":
            return False
        shared = any(c.dep_ == "prep" and c.lower_ == "with" for c in head.children)
        return shared and any(mention.actor.country == other.actor.country for other in taken)


def _ends_a_name(doc: Doc, token: Token) -> bool:
    """Whether a word in lower case is the last part of a name: "Yoo Chong-[ha]"."""
    return token.i > 1 and doc[token.i - 1].text == "-" and doc[token.i - 2].text[:1].isupper()


def _is_own(thing: Actor, actor: Actor) -> bool:
    """Whether a thing belongs to an actor: "its troops"; two roles of no known country are strangers to each other."""
    return thing.code == actor.code and bool(actor.country)


def _tokens_of(doc: Doc, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The tokens that share a character with one of the spans."""
    return frozenset(t.i for start, end in spans for t in doc.tokens if start < t.idx + len(t) and t.idx < end)
