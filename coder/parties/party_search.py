"""`PartySearch`: which noun phrases of a frame are its source and target, by the roles in which they stand."""

from collections.abc import Iterable
from typing import Final

from coder.framing.inner_phrases import asked_by, borne, counts, inside, struck
from coder.mentions import Mention
from coder.naming.noun_classes import KIN, SPOT_NOUNS
from coder.parties.parties import Parties
from coder.parties.party_roles import (
    AT_PLACES,
    BEYOND,
    DOERS,
    INNER,
    NOUN_TARGET,
    ONLY_WHERE,
    PERSON_ROLES,
    PLACE_ROLES,
    PLACES,
    STRANGER_ROLES,
    THING_ROLES,
    VERB_TARGET,
)
from coder.syntax.clauses import is_verbal
from coder.syntax.grammar_words import DAYS, MEANWHILE, SUBJECTS
from coder.syntax.nominals import conjuncts, leads_up
from coder.syntax.parsed import Token
from coder.syntax.words import lemma

# Who is named behind by himself: "his cousin Ali Bongo", "its ally Japan".
OTHERS: Final = KIN | frozenset("predecessor rival ally neighbour neighbor partner foe enemy backer patron".split())
SPANS: Final = frozenset("minute hour day night week fortnight month year decade".split())  # how long, not whom
ONE: Final = frozenset(("a", "an"))
BODIES: Final = frozenset(
    """group movement organisation organization faction committee panel council commission report brief study dossier
    petition communique communiqué""".split()
)
# "with the support of Chad": beside somebody, not against him.
HELPED: Final = frozenset("support backing help assistance aid approval consent blessing cover permission".split())
LATER: Final = frozenset(("after", "following", "since"))  # what went before
STEPS: Final = ("actors", "inner actors", "strangers", "places", "things")


class PartySearch:
    """Finds the parties of one Doc's frames, in the order of the roles asked for."""

    def __init__(self, parties: Parties) -> None:
        """Take those who know whom a phrase means."""
        self.doc = parties.doc
        self.parties = parties

    def find(
        self,
        roles: dict[str, list[int]],
        order: tuple[str, ...],
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
        taken = [self.parties.mention(i) for i in exclude]
        if any(lemma(self.doc[i]) in HELPED for i in roles.get("with", ())):
            roles = {**roles, "with": [i for i in roles["with"] if lemma(self.doc[i]) not in HELPED]}
        things_first = bool(order) and order[0] == "object"
        own: list[int] = []
        present = [role for role in order if role in roles]
        given = _given(roles, order)
        for step in STEPS:
            if (step == "places" and not places) or (step == "things" and not things_first):
                continue
            found = self._step(step, roles, order, present, given)
            if taken:
                found = [i for i in found if not self.parties.overlaps(i, taken)]
            if found and taken and all(self.parties.its_own(i, taken) for i in found):
                own = own or found  # "withdrew its troops from Chad": meant only when nobody else is
            elif found:
                return _once(found)
        if own:
            rest = {r: t for r, t in roles.items() if not {*t} & {*own}}
            elsewhere = self.find(rest, order, exclude, places) if len(rest) < len(roles) else ()
            return elsewhere if any(map(self.parties.known, elsewhere)) else self._beyond(own, taken) or elsewhere
        if self.parties.given is not None and head >= 0:
            found = [i for i in self._given_behind(head) if not self.parties.overlaps(i, taken)]
        elif clause >= 0:
            aside = [t for role in ("object", "iobj") if role not in order for t in roles.get(role, ())]
            found = self._anywhere(clause, aside, taken)
        found = found or [i for i in self._things(roles, order, present) if not self.parties.overlaps(i, taken)]
        return tuple(found)

    def _step(
        self,
        step: str,
        roles: dict[str, list[int]],
        order: tuple[str, ...],
        present: list[str],
        given: tuple[str, ...],
    ) -> list[int]:
        """One way to find somebody; `present` are those of the order's roles that the frame has."""
        if step == "actors":
            return self._actors(roles, present, given)
        if step == "inner actors":
            return self._inner_actors(roles, present, given)
        if step == "strangers":
            return self._strangers(roles, present, given)
        return self._places(roles, present) if step == "places" else self._things(roles, order, present)

    def doers(self, roles: dict[str, list[int]], order: tuple[str, ...], *, places: bool) -> tuple[int, ...]:
        """The first of: known actors by role order, those inside an act ("an attack by rebels"), strangers, places.

        Args:
            roles: role -> head tokens.
            order: role names, first wins.
            places: whether a place may act: "was given asylum in Norway".
        """
        present = [role for role in order if role in roles]
        given = _given(roles, order)
        found = self._actors(roles, present, given) or self._inner_actors(roles, present, given, DOERS)
        found = found or self._strangers(roles, present, given) or (self._places(roles, present) if places else [])
        return _once(found)

    def _given_behind(self, head: int) -> list[int]:
        """The caller's nearest actor behind the head, however deep the parser hung it."""
        return [t.i for t in self.doc[head].subtree if t.i > head and t.i in (self.parties.given or ())][:1]

    def _beyond(self, own: list[int], taken: list[Mention]) -> tuple[int, ...]:
        """Whom one's own things are about, else the things; but never one's troops.

        e.g. "US curbs on exports to Sudan", "its consulate in Lagos"
        """
        inner = [i for token in own for i in inside(self.doc[token], BEYOND) if self.parties.known(i)]
        others = [i for i in inner if not self.parties.overlaps(i, taken) and not self.parties.its_own(i, taken)]
        return tuple(dict.fromkeys(others or (i for i in own if not self.parties.its_force(i, taken))))

    def _anywhere(self, head: int, aside: Iterable[int], taken: list[Mention]) -> list[int]:
        """The nearest known actors behind the head, in the head's own phrase; `aside` are nouns that are not meant."""
        stack = sorted((c for c in self.doc[head].children if c.i > head), key=lambda c: c.i)
        unmeant = set(aside)
        while stack:
            token = stack.pop(0)
            if token.i in unmeant or (token.dep_ == "pobj" and token.head.lower_ == "as"):  # "deployed as peacekeepers"
                stack = [*(p for c in token.children for p in ([c] if c.dep_ == "prep" else borne(c))), *stack]
                continue
            if _tells_else(token) or self._is_a_condition(token) or leads_up(token):
                continue
            named = (
                token.pos_ in ("PROPN", "NOUN")
                and self.parties.known(token.i)
                and self.parties.mention(token.i).head == token.i
                and not _only_tells_kind(token)
            )
            if named and not self.parties.its_own(token.i, taken):
                return [
                    x.i for x in conjuncts(token) if self.parties.known(x.i) and not self.parties.overlaps(x.i, taken)
                ]
            stack = [*sorted(token.children, key=lambda c: c.i), *stack]
        return []

    def _is_a_condition(self, token: Token) -> bool:
        """Whether a clause says what nobody named must do: "threatened to fire if they were not flown to Cuba"."""
        marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod")} if token.dep_ == "advcl" else set()
        if "while" in marks:
            return True  # "offered a truce while holding a Spaniard"
        if marks.isdisjoint(("if", "unless", "until")):
            return False  # not what befalls others: "refused to attend unless prisoners were freed"
        return not any(c.dep_ == "nsubj" and c.pos_ != "PRON" and self.parties.known(c.i) for c in token.children)

    def _actors(self, roles: dict[str, list[int]], present: list[str], given: tuple[str, ...]) -> list[int]:
        for role in present:
            heads_of = [self._renamed(i) for i in roles[role]]
            known = [
                i
                for i in heads_of
                if self.parties.known(i) and (role != "mod" or self._lends_itself(self.parties.mention(i)))
            ]
            if known and not (role in ONLY_WHERE and self.parties.all_places(known)):
                return [i for i in heads_of if i in known or self.parties.named(i)]
            person = role in PERSON_ROLES and role not in given
            strangers = [i for i in heads_of if self.parties.named(i)] if person else []
            if strangers:
                return strangers
        return []

    def _lends_itself(self, mention: Mention) -> bool:
        """Whether who stands before a noun has a part in what it names: "Iraqi raids", not "the Vienna talks"."""
        town = mention.sort == "city" and mention.kind == "place"
        return bool(mention.actor.country) and mention.sort != "role" and not town

    def _renamed(self, token: int) -> int:
        """The apposition that says who an unknown phrase is: "the city, the last stronghold of the rebels"."""
        if self.parties.known(token) and lemma(self.doc[token]) not in OTHERS:
            return token
        return next((c.i for c in self.doc[token].children if c.dep_ == "appos" and self.parties.known(c.i)), token)

    def _inner_actors(
        self,
        roles: dict[str, list[int]],
        present: list[str],
        given: tuple[str, ...],
        prepositions: frozenset[str] = INNER,
    ) -> list[int]:
        for role in present:
            if role == "mod" or role in given:
                continue
            for token in roles[role]:
                asked = [i for i in asked_by(self.doc[token]) if self.parties.known(i) or self.parties.named(i)]
                found = asked or [i for i in inside(self.doc[token], prepositions) if self.parties.known(i)]
                if found and not self.parties.named(token):
                    return found
        return []

    def _strangers(self, roles: dict[str, list[int]], present: list[str], given: tuple[str, ...]) -> list[int]:
        for role in present:
            if role in STRANGER_ROLES and role not in given:
                found = [i for i in roles[role] if self.parties.named(i) or self._pronoun(i) or self.some_body(i)]
                if found:
                    return found
        return []

    def _pronoun(self, index: int) -> bool:
        return (
            self.doc[index].lower_ in ("we", "us", "i", "me", "they", "them", "he", "him", "she")
            and self.parties.mention(index).kind == "pronoun"
        )

    def some_body(self, index: int) -> bool:
        """Whether a phrase is a body named in the text before, or what it wrote: "the group", "this report"."""
        token = self.doc[index]
        pointed = any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in token.children)
        return pointed and lemma(token) in BODIES and self.parties.mention(index).kind in ("actor", "other")

    def _places(self, roles: dict[str, list[int]], present: list[str]) -> list[int]:
        for role in () if AT_PLACES.isdisjoint(roles) else PLACES:
            if role in roles and (found := [i for i in roles[role] if self._is_place(i)]):
                return self._nearest(found)
        for role in present:
            for token in roles[role]:
                found = [i for i in inside(self.doc[token], AT_PLACES) if self._is_place(i)]
                if found:
                    return [x.i for x in conjuncts(self.doc[found[0]]) if self._is_place(x.i)]
        return []

    def _nearest(self, places: list[int]) -> list[int]:
        """The last of several places of one land that are not joined: "in Chad, rebels struck in Abeche"."""
        last = {x.i for x in conjuncts(self.doc[places[-1]])}
        lands = {self.parties.mention(i).actor.country for i in places}
        return (
            [i for i in places if i in last or conjuncts(self.doc[i])[-1].i == places[-1]]
            if len(lands) == 1
            else places
        )

    def _is_place(self, index: int) -> bool:
        return self.parties.known(index) and self.parties.mention(index).kind != "owned"

    def _things(self, roles: dict[str, list[int]], order: tuple[str, ...], present: list[str]) -> list[int]:
        """An unknown noun: the object; where an entry names its own roles, what stands in the first of them."""
        own = order not in (VERB_TARGET, NOUN_TARGET)
        given = own and "object" in order and "object" in roles  # "returned it to its owner": not the thing returned
        for role in present:
            if role in ("object", "iobj") or (own and role in THING_ROLES) or (given and role == "to"):
                found = [i for i in roles[role] if self._is_thing(i)]
                if found:
                    return found
            elif own and role in PLACE_ROLES:
                found = [i for i in roles[role] if self._is_spot(i)]
                if found:
                    return found
        return []

    def _is_spot(self, index: int) -> bool:
        """Whether a phrase is a place that no dictionary has: "in the town", "in Pando"."""
        token = self.doc[index]
        return (token.pos_ == "PROPN" and self.parties.named(index)) or lemma(token) in SPOT_NOUNS

    def _is_thing(self, index: int) -> bool:
        token = self.doc[index]
        return (
            token.pos_ in ("NOUN", "PROPN", "NUM")
            and token.lower_ not in DAYS
            and not _is_span(token)
            and not self._already_named(token)
            and self.parties.mention(index).kind != "pronoun"
        )

    def _already_named(self, token: Token) -> bool:
        """Whether a number only counts those whom the clause above names: "fired at students, killing [six]"."""
        return counts(token) and any(self.parties.known(t.i) for t in struck(token.head.head))


def _is_span(token: Token) -> bool:
    """Whether a phrase only says how long: "stayed away for an hour", "for 24 hours", "an hour and a half"."""
    if token.head.dep_ == "pobj" and token.dep_ == "conj":
        return token.lower_ == "half" and _is_span(token.head)
    one = bool(token.children) and all(c.lower_ in ONE or c.dep_ in ("cc", "conj") for c in token.children)
    return lemma(token) in SPANS and (one or any(c.dep_ == "nummod" for c in token.children))


def _once(found: list[int]) -> tuple[int, ...]:
    return tuple(found) if len(found) <= 1 else tuple(dict.fromkeys(found))


def _given(roles: dict[str, list[int]], order: tuple[str, ...]) -> tuple[str, ...]:
    """The roles of what somebody receives, who alone is meant: "returned a mask of a girl to its owner"."""
    return ("object", "of") if order and order[0] == "to" and roles.get("to") else ()


def _tells_else(token: Token) -> bool:
    """Whether a phrase behind a predicate tells of something else than what is done there."""
    joined = token.dep_ == "conj" and (is_verbal(token) or token.head.dep_ == "compound")
    beside = token.dep_ == "advcl" and token.tag_ == "VBG" and token.doc[token.i - 1].text == ","
    aided = token.lower_ == "with" and any(lemma(c) in HELPED for c in token.children)
    clause = aided or token.dep_ in ("relcl", "ccomp", "parataxis", "appos")
    return joined or beside or clause or _is_meanwhile(token) or token.lower_ in ("according", "than")


def _only_tells_kind(token: Token) -> bool:
    """Whether a name only says of what kind something was that went before: "after [gang] killings"."""
    if token.dep_ not in ("compound", "nmod", "amod"):
        return False
    first = next((a for a in token.ancestors if a.dep_ == "prep" and a.lower_ != "of"), None)
    return first is not None and first.lower_ in LATER


def _is_meanwhile(token: Token) -> bool:
    """Whether a clause tells what others do at the same time: "as Egypt expelled the envoy"."""
    marked = token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in MEANWHILE for c in token.children)
    return marked and any(c.dep_ in SUBJECTS for c in token.children)
