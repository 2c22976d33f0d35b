"""Which noun phrases of a frame are the source and the target."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from coder.clauses import DAYS, conjuncts, is_verbal
from coder.mentions import Mention
from coder.noun_classes import SPOT_NOUNS
from coder.parsed import Doc, Token
from coder.pronouns import Antecedents
from coder.types import Actor
from coder.words import heads, lemma

STATE = frozenset(("GOV", "MIL"))  # who has these sectors acts for the state
COUNTS = frozenset("dozen score hundred thousand many several".split())
COUNTRY = 3  # the length of a country's code
VERB_SOURCE = ("agent",)
VERB_TARGET = (
    "object",
    "iobj",
    "to",
    "with",
    "against",
    "on",
    "upon",
    "at",
    "toward",
    "towards",
    "for",
    "from",
    "of",
    "about",
    "over",
    "into",
    "between",
    "among",
)
NOUN_SOURCE = ("by", "agent", "poss", "mod", "from", "between", "of")
NOUN_TARGET = (
    "on",
    "against",
    "with",
    "between",
    "to",
    "toward",
    "towards",
    "at",
    "iobj",
    "object",
    "of",
    "for",
    "over",
    "into",
    "upon",
    "about",
    "poss",
    "mod",
)
PLACES = (
    "in",
    "at",
    "near",
    "across",
    "inside",
    "throughout",
    "around",
    "outside",
    "within",
    "along",
    "over",
    "into",
    "from",
    "off",
    "on",
    "to",
    "toward",
    "towards",
)
PERSON_ROLES = ("agent", "object", "iobj", "with", "against", "by", "poss", "between")
NO_NAMES = frozenset(
    "act bill law treaty resolution agreement accord operation plan deal summit council war covid".split()
)
THING_ROLES = ("into", "against", "of", "with", "on", "for", "over", "within")
PLACE_ROLES = ("in", "at", "across", "throughout", "from", "to", "into")
DOERS = ("of", "by", "from", "for", "between", "among")  # behind an act noun: who does it, not "on" whom it is done
REQUESTED = frozenset("seek request demand file bring submit lodge propose table present sponsor draft".split())
LAID = frozenset("impose place levy slap direct aim".split())  # on somebody, and lifted from him
INNER = (
    "with",
    "against",
    "on",
    "to",
    "toward",
    "towards",
    "between",
    "of",
    "for",
    "from",
    "by",
    "among",
    "upon",
    "at",
    "into",
    "onto",
    "over",
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
    """Finds the parties of one Doc's frames, in the order of the roles asked for."""

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
        self._mentions: dict[int, Mention] = {}
        self._known: dict[int, bool] = {}
        self.given = None if given is None else _tokens_of(doc, given)

    def mention(self, index: int) -> Mention:
        """The mention at a token, a pronoun's antecedent standing in for it where it is known."""
        kept = self._mentions.get(index)
        if kept is None:
            found = self.antecedents.of(index)
            mention = self._shared(self.resolver.at(found if found >= 0 else index))
            kept = self._mentions[index] = self.context.mention(index, mention) if self.context else mention
        return kept

    def _shared(self, mention: Mention) -> Mention:
        """Give "the leaders of Chad and Niger" and "the efforts of Iran and Russia" both their owners."""
        if mention.others or not mention.actor.country:
            return mention
        owners = [self.resolver.at(i).actor for i in self._joined_by_of(mention.head)]
        if (
            len(owners) <= 1
            or any(len(o.code) != COUNTRY or o.code != o.country for o in owners)
            or owners[0].code != mention.actor.country
        ):
            return mention
        sectors = mention.actor.code[COUNTRY:]
        return replace(
            mention,
            others=tuple(
                replace(mention.actor, code=o.code + sectors, country=o.code, span=o.span, name=o.name)
                for o in owners[1:]
            ),
        )

    def _joined_by_of(self, head: int) -> list[int]:
        """Those that stand together behind one "of", "from" or "in" of a noun."""
        pobjs = (
            p
            for c in self.doc[head].children
            if c.dep_ == "prep" and c.lower_ in ("of", "from", "in")
            for p in c.children
            if p.dep_ == "pobj"
        )
        joined = ([x.i for x in conjuncts(p)] for p in pobjs)
        return next((several for several in joined if len(several) > 1), [])

    def known(self, index: int) -> bool:
        """Whether the token's phrase is an actor with a code, or one that the caller says is an actor."""
        found = self._known.get(index)
        if found is None:
            found = self._known[index] = self._is_known(self.mention(index))
        return found

    def _is_known(self, mention: Mention) -> bool:
        if self.given is not None:
            return any(i in self.given for i in range(mention.start, mention.end))
        nobodys = mention.kind == "owned" and not mention.actor.country  # "military exercises" belong to no one
        return bool(mention.actor.code) and not nobodys

    def find(
        self,
        roles: dict[str, list[int]],
        order: Sequence[str],
        exclude: Iterable[int] = (),
        places: bool = True,
        clause: int = -1,
        head: int = -1,
    ) -> tuple[int, ...]:
        """The first of: known actors by role order, named strangers, places, unknown things that are objects.

        Args:
            roles: role -> head tokens.
            order: role names, first wins.
            exclude: head tokens of the other side; phrases that overlap theirs do not count.
            places: whether "in Syria" may stand in when there is nobody else.
            clause: the head whose whole phrase may be searched when no role has anybody known.
            head: the predicate, behind which the caller's own actors are looked for.
        """
        taken = [self.mention(i) for i in exclude]
        things_first = "object" in order[:1]
        steps = [self._actors, self._inner_actors, self._strangers]
        steps += [self._places] * places + [self._things] * things_first
        own: list[int] = []
        for step in steps:
            found = [i for i in step(roles, order) if not self._overlaps(i, taken)]
            if found and all(self._its_own(i, taken) for i in found):
                own = own or found  # "withdrew its troops from Chad": meant only when nobody else is
            elif found:
                return tuple(dict.fromkeys(found))
        if own:
            rest = {r: t for r, t in roles.items() if not {*t} & {*own}}
            elsewhere = self.find(rest, order, exclude, places) if len(rest) < len(roles) else ()
            return elsewhere if any(map(self.known, elsewhere)) else self._beyond(own, taken) or elsewhere
        if self.given is not None and head >= 0:
            found = [i for i in self._given_behind(head) if not self._overlaps(i, taken)]
        elif clause >= 0:
            aside = [t for role in ("object", "iobj") if role not in order for t in roles.get(role, ())]
            found = self._anywhere(clause, aside, taken)
        found = found or [i for i in self._things(roles, order) if not self._overlaps(i, taken)]
        return tuple(found)

    def doers(self, roles: dict[str, list[int]], order: Sequence[str], *, places: bool) -> tuple[int, ...]:
        """The first of: known actors by role order, those inside an act ("an attack by rebels"), strangers, places.

        Args:
            roles: role -> head tokens.
            order: role names, first wins.
            places: whether a place may act: "was given asylum in Norway".
        """
        found = self._actors(roles, order) or self._inner_actors(roles, order, DOERS) or self._strangers(roles, order)
        found = found or (self._places(roles, order) if places else [])
        return tuple(dict.fromkeys(found))

    def _given_behind(self, head: int) -> list[int]:
        """The caller's nearest actor behind the head, however deep the parser hung it."""
        return [t.i for t in self.doc[head].subtree if t.i > head and t.i in (self.given or ())][:1]

    def _beyond(self, own: list[int], taken: list[Mention]) -> tuple[int, ...]:
        """Whom one's own things are about ("US curbs on exports to Sudan"), else the things; but never one's troops."""
        inner = [i for token in own for i in self.inside(token, INNER) if self.known(i)]
        others = [i for i in inner if not self._overlaps(i, taken) and not self._its_own(i, taken)]
        return tuple(dict.fromkeys(others or (i for i in own if not self._its_force(i, taken))))

    def _anywhere(self, head: int, aside: Iterable[int], taken: list[Mention]) -> list[int]:
        """The nearest known actors behind the head, in the head's own phrase; `aside` are nouns that are not meant."""
        stack = sorted((c for c in self.doc[head].children if c.i > head), key=lambda c: c.i)
        unmeant = set(aside)
        while stack:
            token = stack.pop(0)
            if token.i in unmeant or (token.dep_ == "pobj" and token.head.lower_ == "as"):  # "deployed as peacekeepers"
                stack = [*(p for c in token.children for p in ([c] if c.dep_ == "prep" else _borne(c))), *stack]
                continue
            joined = token.dep_ == "conj" and (is_verbal(token) or token.head.dep_ == "compound")
            if token.dep_ in ("relcl", "ccomp", "parataxis", "appos") or joined or token.lower_ == "according":
                continue
            named = token.pos_ in ("PROPN", "NOUN") and self.known(token.i) and self.mention(token.i).head == token.i
            if named and not self._its_own(token.i, taken):
                return [x.i for x in conjuncts(token) if self.known(x.i) and not self._overlaps(x.i, taken)]
            stack = [*sorted(token.children, key=lambda c: c.i), *stack]
        return []

    def apart(self, tokens: Iterable[int], exclude: Iterable[int]) -> tuple[int, ...]:
        """Those of the tokens that are known actors and not the excluded ones under another word."""
        taken = [self.mention(i) for i in exclude]
        return tuple(
            i for i in tokens if self.known(i) and not self._overlaps(i, taken) and not self._its_own(i, taken)
        )

    def _overlaps(self, index: int, taken: list[Mention]) -> bool:
        mention = self.mention(index)
        if any(mention.start < other.end and other.start < mention.end for other in taken):
            return True
        owned = mention.kind == "owned" and any(_is_own(mention.actor, other.actor) for other in taken)
        return owned and not self._anothers(index, taken)

    def _anothers(self, index: int, taken: list[Mention]) -> bool:
        """Whether a thing is somebody else's of the same code: "the White House defended Biden's decision"."""
        names = [c for c in self.doc[index].children if c.dep_ == "poss" and c.pos_ == "PROPN"]
        own = {t.lower_ for other in taken for t in self.doc[other.start : other.end]}
        return bool(names) and self.mention(names[0].i).sort == "person" and names[0].lower_ not in own

    def _its_own(self, index: int, taken: list[Mention]) -> bool:
        """Whether a phrase is the other side's troops, or the state or body that it speaks for: "Berlin's support"."""
        mention = self.mention(index)
        code = mention.actor.code
        if mention.kind != "owned" and self.doc[index].dep_ != "poss":
            return self._its_force(index, taken)
        state = code == mention.actor.country and any(
            code == o.actor.country and {*o.actor.sectors} & STATE for o in taken
        )
        body = code.startswith("IGO") and any(code == o.actor.code for o in taken)
        return state or body or self._its_force(index, taken)

    def _its_force(self, index: int, taken: list[Mention]) -> bool:
        """Whether a phrase is the other side's own troops, said with "its"."""
        mention = self.mention(index)
        if self.doc[mention.start].tag_ != "PRP$" or mention.actor.sectors != ("MIL",):
            return False
        return any(mention.actor.country == other.actor.country != "" for other in taken)

    def _actors(self, roles: dict[str, list[int]], order: Sequence[str]) -> list[int]:
        for role in order:
            if role not in roles:
                continue
            heads_of = [self._renamed(i) for i in roles[role]]
            known = [
                i
                for i in heads_of
                if self.known(i)
                and (role != "mod" or (self.mention(i).actor.country and self.mention(i).sort != "role"))
            ]
            if known and not (
                role in PLACES
                and role not in ("to", "on", "from", "at", "over", "into", "toward", "towards")
                and all(self.mention(i).kind == "place" for i in known)
            ):
                return [i for i in heads_of if i in known or self.named(i)]
            strangers = [i for i in heads_of if self.named(i)] if role in PERSON_ROLES else []
            if strangers:
                return strangers
        return []

    def _renamed(self, token: int) -> int:
        """The apposition that says who an unknown phrase is: "the city, the last stronghold of the rebels"."""
        if self.known(token):
            return token
        return next((c.i for c in self.doc[token].children if c.dep_ == "appos" and self.known(c.i)), token)

    def _inner_actors(
        self, roles: dict[str, list[int]], order: Sequence[str], prepositions: Sequence[str] = INNER
    ) -> list[int]:
        for role in order:
            if role == "mod" or role not in roles:
                continue
            for token in roles[role]:
                found = [i for i in self.inside(token, prepositions) if self.known(i)]
                if found and not self.named(token):
                    return found
        return []

    def inside(self, token: int, prepositions: Sequence[str]) -> list[int]:
        """Heads of the phrases that hang on a noun by one of the prepositions, breadth first, two levels deep.

        Who asked for the thing or bears it counts as if the noun said so: "curbs imposed on Iran", "sought by a union".
        """
        found: list[int] = []
        level: list[Token] = list(heads(self.doc[token]))
        for _ in range(2):
            deeper: list[Token] = []
            for noun in level:
                for prep in (*noun.children, *(p for c in noun.children for p in _borne(c))):
                    if prep.dep_ in ("prep", "agent") and prep.lower_ in prepositions:
                        deeper.extend(_behind(prep))
                        found.extend(x.i for p in _behind(prep) for x in conjuncts(p))
            level = deeper
        return found

    def named(self, index: int) -> bool:
        """Whether a phrase is somebody's proper name that no dictionary has."""
        token, mention = self.doc[index], self.mention(index)
        token = self.doc[mention.head] if token.pos_ == "PRON" else token  # "pardoned him": whoever he is
        if mention.actor.code or mention.kind not in ("actor", "other") or mention.sort == "thing":
            return False
        return token.pos_ == "PROPN" and token.text[:1].isupper() and token.lower_ not in DAYS | NO_NAMES

    def _strangers(self, roles: dict[str, list[int]], order: Sequence[str]) -> list[int]:
        for role in order:
            if role in ("object", "iobj", "agent", "by", "with", "against", "poss", "of", "between", "to"):
                found = [i for i in roles.get(role, ()) if self.named(i) or self._pronoun(i)]
                if found:
                    return found
        return []

    def _pronoun(self, index: int) -> bool:
        return (
            self.doc[index].lower_ in ("we", "us", "i", "me", "they", "them", "he", "him", "she")
            and self.mention(index).kind == "pronoun"
        )

    def _places(self, roles: dict[str, list[int]], order: Sequence[str]) -> list[int]:
        for role in PLACES:
            found = [i for i in roles.get(role, ()) if self._is_place(i)]
            if found:
                return found
        for role in order:
            for token in roles.get(role, ()):
                found = [i for i in self.inside(token, PLACES) if self._is_place(i)]
                if found:
                    return [x.i for x in conjuncts(self.doc[found[0]]) if self._is_place(x.i)]
        return []

    def _is_place(self, index: int) -> bool:
        return self.known(index) and self.mention(index).kind != "owned"

    def _things(self, roles: dict[str, list[int]], order: Sequence[str]) -> list[int]:
        """An unknown noun: the object; where an entry names its own roles, what stands in the first of them."""
        own = order not in (VERB_TARGET, NOUN_TARGET)
        given = own and "object" in order and "object" in roles  # "returned it to its owner": not the thing returned
        for role in order:
            if role in ("object", "iobj") or (own and role in THING_ROLES) or (given and role == "to"):
                found = [i for i in roles.get(role, ()) if self._is_thing(i)]
                if found:
                    return found
            elif own and role in PLACE_ROLES:
                found = [i for i in roles.get(role, ()) if self._is_spot(i)]
                if found:
                    return found
        return []

    def _is_spot(self, index: int) -> bool:
        """Whether a phrase is a place that no dictionary has: "in the town", "in Pando"."""
        token = self.doc[index]
        return (token.pos_ == "PROPN" and self.named(index)) or lemma(token) in SPOT_NOUNS

    def _is_thing(self, index: int) -> bool:
        token = self.doc[index]
        return (
            token.pos_ in ("NOUN", "PROPN", "NUM")
            and token.lower_ not in DAYS
            and not self._already_named(token)
            and self.mention(index).kind != "pronoun"
        )

    def _already_named(self, token: Token) -> bool:
        """Whether a number only counts those whom the clause above names: "fired at students, killing [six]"."""
        return _counts(token) and any(self.known(t.i) for t in _struck(token.head.head))


def _counts(token: Token) -> bool:
    """Whether a bare number is the object of a participle: "…, killing [scores]"."""
    bare = token.pos_ == "NUM" or (lemma(token) in COUNTS and not any(c.dep_ == "prep" for c in token.children))
    return bare and token.dep_ == "dobj" and token.head.dep_ == "advcl" and token.head.tag_ == "VBG"


def _struck(verb: Token) -> list[Token]:
    """The object of a verb, and what stands behind it or behind that with a preposition: "opened fire on a crowd"."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    preps = [
        c for t in (verb, *objects) for c in t.children if c.dep_ == "prep" and c.lower_ in ("on", "at", "against")
    ]
    return objects + [c for p in preps for c in p.children if c.dep_ == "pobj"]


def _borne(clause: Token) -> list[Token]:
    """The phrases of a clause that say whose a demand or measure is: "sought by a union", "it had imposed on Iran"."""
    if clause.dep_ not in ("acl", "relcl") or lemma(clause) not in REQUESTED | LAID:
        return []
    asked = lemma(clause) in REQUESTED
    return [p for p in clause.children if p.dep_ in ("prep", "agent") and (p.lower_ == "by") == asked]


def _behind(prep: Token) -> list[Token]:
    """The nouns behind a preposition, or behind a gerund that follows it: "a formula for ending the row with Chad"."""
    found = [c for c in prep.children if c.dep_ == "pobj"]
    if prep.lower_ not in ("for", "at"):
        return found
    return found + [o for c in prep.children if c.dep_ == "pcomp" for o in c.children if o.dep_ == "dobj"]


def _is_own(thing: Actor, actor: Actor) -> bool:
    """Whether a thing belongs to an actor: "its troops"; two roles of no known country are strangers to each other."""
    return thing.code == actor.code and bool(actor.country)


def _tokens_of(doc: Doc, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The tokens that share a character with one of the spans."""
    return frozenset(t.i for start, end in spans for t in doc if start < t.idx + len(t) and t.idx < end)
