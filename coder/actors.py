"""`ActorResolver`: from a token to the actor that its noun phrase names, on the story's date."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from spacy.tokens import Doc, Token

from coder.actor_codes import base_of, country_of, joined, sectors_of
from coder.composition import Modifier, Owner, compose, is_diplomat, is_weak
from coder.dictionaries import ActorIndex
from coder.hits import Hit, find_hits
from coder.mentions import Mention
from coder.noun_classes import (
    FORMER,
    NEUTRAL_HEADS,
    NOT_YET,
    ORGANISATION_WORDS,
    PARTITIVES,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    RELATIVE_OWNERS,
    TITLES,
)
from coder.noun_phrases import left_bound, link_of, prepositional, root_of
from coder.types import Actor, CallerActor, Resolution, TextSpan

_PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT", "EX"})
_PROPER = frozenset({"NNP", "NNPS"})
_AGENT_DEPS = frozenset({"nsubj", "poss", "conj", "compound", "appos", "ROOT"})
_OBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "iobj", "dative", "agent", "poss", "conj", "appos", "attr"})


class ActorResolver:
    """Finds the actors of one text; answers are kept, so asking twice costs nothing."""

    def __init__(self, doc: Doc, index: ActorIndex, on: date | None, caller: Sequence[CallerActor] = ()) -> None:
        """Look up the names; phrases are read when asked for."""
        self._doc = doc
        self._index = index
        self._hits = find_hits(doc, index, on)
        self._by_token = {i: hit for hit in self._hits for i in range(hit.start, hit.end)}
        self._caller = _caller_spans(doc, caller)
        self._cache: dict[int, Mention] = {}
        self._open: set[int] = set()

    def mentions(self) -> list[Mention]:
        """Give every mention found, in text order; a phrase inside another of the same actor is not repeated."""
        heads = [root_of(self._doc, hit.start, hit.end).i for hit in self._hits]
        heads += [start for start, _, _ in self._caller]
        heads += [t.i for t in self._doc if t.tag_ in _PROPER and t.i not in self._by_token and t.dep_ != "compound"]
        found: dict[tuple[int, int], Mention] = {}
        for head in heads:
            for i in (head, self._top(head)):
                mention = self.at(i)
                found.setdefault((mention.start, mention.end), mention)
        return sorted(found.values(), key=lambda m: (m.start, m.end))

    def at(self, token: int) -> Mention:
        """Give the mention of the noun phrase that a token heads, or that holds it."""
        if token not in self._cache:
            self._cache[token] = self._caller_mention(token) or self._read(token)
        return self._cache[token]

    # -- the caller's own spans

    def _caller_mention(self, token: int) -> Mention | None:
        for start, end, given in self._caller:
            if start <= token < end:
                head = root_of(self._doc, start, end).i
                if given.code:
                    actor = self._actor(given.code, start, end, Resolution.CALLER, ("caller",))
                    return Mention(start, end, head, actor, "actor", _sort_of_code(given.code))
                inner = self._read(head)
                name = self._text(start, end)
                actor = self._copy(inner.actor, start, end, name)
                return Mention(start, end, head, actor, "actor" if inner.kind in {"place", "other"} else inner.kind, inner.sort)
        return None

    # -- phrases

    def _read(self, token: int) -> Mention:
        if self._doc[token].tag_ in _PRONOUN_TAGS:
            return self._unknown(token, token, token + 1, "pronoun", "thing")
        head = self._climb(token)
        if head in self._open:  # a phrase inside its own apposition: parser errors make such circles
            return self._unknown(head, head, head + 1, "other", "thing")
        self._open.add(head)
        try:
            return self._phrase(head)
        finally:
            self._open.discard(head)

    def _climb(self, token: int) -> int:
        """Go from a part of a name to the name's head."""
        hit = self._by_token.get(token)
        if hit:
            root = root_of(self._doc, hit.start, hit.end).i
            return root if not hit.is_role or root == token else token
        t = self._doc[token]
        while t.dep_ == "compound" and t.tag_ in _PROPER and t.head.tag_ in _PROPER and t.head.i not in self._by_token:
            t = t.head
        return t.i

    def _top(self, token: int) -> int:
        """Go from a modifier to the noun that it modifies, over possessors not."""
        t = self._doc[token]
        while t.dep_ in {"compound", "amod", "nmod"} and t.head.pos_ in {"NOUN", "PROPN"}:
            t = t.head
        return t.i

    def _phrase(self, head: int) -> Mention:
        hit = self._by_token.get(head)
        start = min(left_bound(self._doc, head), hit.start if hit else head)
        end = hit.end if hit else head + 1
        if inner := self._partitive(head, start, end):
            return inner
        if hit and not hit.is_role:
            return self._named(hit, head, start)
        mods = self._modifiers(start, hit.start if hit else self._name_start(head, start), head)
        if self._doc[head].lemma_ == "counterpart":
            return self._counterpart(mods, head, start)
        if hit:
            return self._role(hit, mods, head, start, hit.end)
        return self._unlisted(mods, head, start)

    def _partitive(self, head: int, start: int, end: int) -> Mention | None:
        """Read through "thousands of protesters", "a group of Syrian soldiers", "members of the Taliban"."""
        token = self._doc[head]
        if token.lower_ not in PARTITIVES and token.lemma_ not in PARTITIVES and token.pos_ not in {"NUM", "PRON", "DET"}:
            return None
        for preposition, obj in prepositional(self._doc, head, end - 1):
            if preposition in {"of", "from"} and (inner := self.at(obj.i)).actor.code:
                actor = self._copy(inner.actor, start, inner.end, inner.actor.name)
                return Mention(start, inner.end, head, actor, inner.kind, inner.sort, inner.others)
        return None

    def _modifiers(self, start: int, stop: int, head: int) -> list[Modifier]:
        """Collect the names and roles before a noun, nearest first; loosely bound ones do not count."""
        found = []
        for hit in self._hits:
            if start <= hit.start and hit.end <= stop and (link := link_of(self._doc, hit)) != "loose":
                root = root_of(self._doc, hit.start, hit.end)
                found.append(Modifier(hit, root.dep_ == "poss" and root.head.i == head, link == "own"))
        return found[::-1]

    # -- names of the dictionaries

    def _named(self, hit: Hit, head: int, start: int) -> Mention:
        entry, code = hit.entry, hit.code
        former = entry.sort == "person" and self._is_former(start, hit.start)
        if former and code:
            code = joined(base_of(code), ["ELI"])
        sort, kind = entry.sort, "actor"
        resolution = Resolution.DICTIONARY if not former else Resolution.COMPOSED
        if sort in {"state", "region", "city"} and entry.use != "adjective" and self._is_place(hit, head):
            kind = "place"
        if sort == "person" and not code:
            return self._unknown(head, start, hit.end, "actor", sort)
        actor = self._actor(code, start, hit.end, resolution, self._where(hit), self._label(hit))
        return Mention(start, hit.end, head, actor, kind, sort, self._coordinated(head, ()))

    def _is_place(self, hit: Hit, head: int) -> bool:
        token = self._doc[head]
        governor = token.head
        if token.dep_ == "pobj" and governor.lower_ in PLACE_PREPOSITIONS:
            return True
        if token.dep_ in {"appos", "npadvmod"} and (outer := self._by_token.get(governor.i)) and outer.entry.sort == "city":
            return self._is_place(outer, governor.i)  # "in Beirut, Lebanon"
        if hit.entry.sort != "city":
            return token.dep_ == "pobj" and governor.lower_ == "of" and governor.head.lemma_ in PLACE_NOUNS
        if hit.entry.use in {"capital", "metonym"}:
            return not (token.dep_ in _OBJECT_DEPS or (token.dep_ == "pobj" and governor.lower_ not in {"of", "on", "from"}))
        return True

    # -- role nouns

    def _role(self, hit: Hit, mods: list[Modifier], head: int, start: int, end: int) -> Mention:
        owners, reach = self._owners(hit, head, end)
        base = self._relative_country(head)
        code = compose(hit, mods, owners, base)
        parts = [*self._where(hit), *(w for m in mods for w in self._where(m.hit))]
        how = Resolution.COMPOSED if mods or owners else Resolution.DICTIONARY
        if base and base_of(code) == base:
            how = Resolution.COREFERENCE
        if not base_of(code) and (appositive := self._apposition(head)):
            code, how = self._completed(code, appositive.actor.code), Resolution.COMPOSED
        if not base_of(code) and (place := self._only_place(hit, head)):
            code, how = place + code, Resolution.COMPOSED
        if self._is_former(start, hit.end) or self._is_not_yet(hit.end):
            code = joined(base_of(code), ["ELI"])
        label = self._labels(code, hit, mods)
        actor = self._actor(code, start, reach, how, tuple(parts), label)
        kind = "owned" if hit.entry.sort == "thing" and self._doc[head].dep_ not in _AGENT_DEPS else "actor"
        return Mention(start, reach, head, actor, kind, hit.entry.sort, self._coordinated(head, mods, code))

    def _completed(self, sectors: str, other: str) -> str:
        """Give a role without a country the country of its apposition; a name says more than its role."""
        return other if not sectors or sectors_of(other) else joined(base_of(other), sectors_of(sectors))

    def _owners(self, hit: Hit | None, head: int, end: int) -> tuple[list[Owner], int]:
        """Read the phrases after a role: of, for, from, in, at; gives how far the last useful one reaches."""
        noun = hit.entry.name if hit else ""
        owners, reach = [], end
        for preposition, obj in prepositional(self._doc, head, end - 1):
            if not _may_own(preposition, noun) or obj.i < end:
                continue
            inner = self.at(obj.i)
            if inner.actor.code and self._owns(preposition, hit, inner):
                owners.append(Owner(inner.actor.code, preposition))
                reach = max(reach, inner.end)
        return owners, reach

    def _owns(self, preposition: str, hit: Hit | None, inner: Mention) -> bool:
        if preposition in {"of", "from", "for"}:
            return inner.kind != "pronoun"
        if preposition in {"at", "with", "within"}:
            return inner.sort in {"organisation", "group"} and hit is not None and is_weak(hit)
        if hit and set(hit.sectors) & {"MIL"} and len(self._countries(hit.start)) > 1:
            return False
        return inner.sort in {"state", "city", "region"} or inner.kind == "place"

    def _relative_country(self, head: int) -> str:
        """Find the country behind "the country's parliament" and "its troops": the subject's, else the only one named."""
        for child in self._doc[head].children:
            if child.dep_ != "poss":
                continue
            if child.tag_ == "PRP$" or child.lemma_ in RELATIVE_OWNERS:
                return self._antecedent(child)
        return ""

    def _antecedent(self, token: Token) -> str:
        for ancestor in token.ancestors:
            for child in ancestor.children:
                if child.dep_ in {"nsubj", "nsubjpass"} and child.right_edge.i < token.i and child.i not in self._open:
                    if base := base_of(self.at(child.i).actor.code):
                        return base
        named = self._countries(token.i)
        return named.pop() if len(named) == 1 else ""

    def _countries(self, near: int) -> set[str]:
        """Give the countries that the names of a sentence belong to."""
        sentence = self._doc[near].sent
        found = {base_of(h.code)[:3] for h in self._hits if sentence.start <= h.start < sentence.end and not h.is_role}
        return found - {""}

    def _only_place(self, hit: Hit, head: int) -> str:
        """Give the sentence's only country, when a title or an in-phrase of the sentence makes it plain."""
        countries = self._countries(head)
        if len(countries) != 1 or hit.code.startswith("=") or is_diplomat(hit.entry.name):
            return ""
        sentence = self._doc[head].sent
        for other in self._hits:
            if sentence.start <= other.start < sentence.end and other.is_land and other.entry.use != "adjective":
                root = root_of(self._doc, other.start, other.end)
                if root.dep_ == "pobj" and root.head.lower_ in {"in", "at", "across", "near"}:
                    return base_of(other.code)
        return ""

    # -- nouns that no dictionary knows

    def _unlisted(self, mods: list[Modifier], head: int, start: int) -> Mention:
        token = self._doc[head]
        proper = token.tag_ in _PROPER
        role = next((m.hit for m in mods if m.hit.is_role), None)
        if role and (proper or token.lemma_ in NEUTRAL_HEADS):
            before = mods[[m.hit for m in mods].index(role) + 1 :]
            if self._speaks_of(role, before, head, start):
                return self._role(role, before, head, start, head + 1)
        if mods or self._relative_country(head):
            return self._owned(mods, head, start, proper)
        appositive = self._apposition(head)
        if appositive and appositive.actor.code:
            actor = self._copy(appositive.actor, start, head + 1, self._text(self._name_start(head, start), head + 1))
            return Mention(start, head + 1, head, actor, "actor", "person")
        return self._owned_after(head, start, proper)

    def _speaks_of(self, role: Hit, before: list[Modifier], head: int, start: int) -> bool:
        """Tell whether a role stands right before the unknown name or neutral noun."""
        return all(t.tag_ not in {"POS"} for t in self._doc[role.end : head])

    def _counterpart(self, mods: list[Modifier], head: int, start: int) -> Mention:
        """Read "his Turkish counterpart": the country said, the sectors of the other party, else government."""
        code = compose(None, [m for m in mods if not m.hit.is_role], ())
        other = next((s for s in self._party_before(head) if s), ("GOV",))
        code = joined(base_of(code), other) if code else ""
        actor = self._actor(code, start, head + 1, Resolution.COREFERENCE if code else Resolution.UNRESOLVED, self._wheres(mods))
        return Mention(start, head + 1, head, actor, "actor", "role")

    def _party_before(self, head: int) -> list[tuple[str, ...]]:
        sentence = self._doc[head].sent
        subjects = [t for t in self._doc[sentence.start : head] if t.dep_ in {"nsubj", "nsubjpass"}]
        return [sectors_of(self.at(t.i).actor.code) for t in reversed(subjects) if t.i not in self._open]

    def _owned(self, mods: list[Modifier], head: int, start: int, proper: bool) -> Mention:
        """Read a thing by its owner: "Hamas positions", "Tehran's nuclear programme", "its oil"."""
        token = self._doc[head]
        roles = [m for m in mods if m.hit.is_role]
        if roles and not proper:
            first = roles[0]
            code = compose(first.hit, [m for m in mods if m.hit is not first.hit], (), self._relative_country(head))
        else:
            code = compose(None, mods, (), self._relative_country(head))
        named = proper and not any(m.possessive for m in mods)
        neutral = token.lemma_ in NEUTRAL_HEADS and token.lemma_ not in PLACE_NOUNS
        kind = "place" if token.lemma_ in PLACE_NOUNS else "actor" if named or neutral else "owned"
        sort = self._sort_of(head, start) if named else mods[0].hit.entry.sort if mods else "thing"
        if not code:
            return self._unknown(head, start, head + 1, kind if named else "other", sort)
        actor = self._actor(code, start, head + 1, Resolution.COMPOSED, self._wheres(mods), self._labels(code, None, mods))
        return Mention(start, head + 1, head, actor, kind, sort, self._coordinated(head, mods, code))

    def _owned_after(self, head: int, start: int, proper: bool) -> Mention:
        """Read a thing by the phrase after it: "goods from China", "the city of Mosul"; else it stays unknown."""
        token = self._doc[head]
        for preposition, obj in prepositional(self._doc, head, head):
            if preposition in {"of", "from", "in", "by"} and not proper:
                inner = self.at(obj.i)
                if inner.actor.code and inner.kind != "pronoun":
                    kind = "place" if token.lemma_ in PLACE_NOUNS else "owned"
                    if token.lemma_ in NEUTRAL_HEADS and kind != "place":
                        kind = "actor"
                    return Mention(start, inner.end, head, self._copy(inner.actor, start, inner.end, inner.actor.name), kind, inner.sort)
        if proper:
            return self._unknown(head, start, head + 1, "actor", self._sort_of(head, start))
        return self._unknown(head, start, head + 1, "other", "thing")

    def _apposition(self, head: int) -> Mention | None:
        for child in self._doc[head].children:
            if child.dep_ == "appos" and child.i not in self._open:
                found = self.at(child.i)
                if found.actor.code and found.kind == "actor":
                    return found
        return None

    def _name_start(self, head: int, start: int) -> int:
        """Find where an unknown name begins: capitalised words up to a dictionary name or a common word."""
        i = head
        if self._doc[head].tag_ not in _PROPER:
            return head
        while i > start and self._doc[i - 1].tag_ in _PROPER and i - 1 not in self._by_token:
            i -= 1
        return i

    def _sort_of(self, head: int, start: int) -> str:
        label = self._doc[head].ent_type_
        if label in {"PERSON", "ORG", "GPE", "LOC", "NORP"}:
            return {"PERSON": "person", "ORG": "organisation", "GPE": "city", "LOC": "region", "NORP": "identity"}[label]
        words = [t.lower_ for t in self._doc[start : head + 1]]
        if ORGANISATION_WORDS & set(words):
            return "organisation"
        return "person" if TITLES & {w.rstrip(".") for w in words} or 1 < len(words) < 4 else "organisation"

    # -- marks of time

    def _is_former(self, start: int, stop: int) -> bool:
        return any(t.lower_.rstrip("-") in FORMER for t in self._doc[start:stop])

    def _is_not_yet(self, end: int) -> bool:
        after = [t.lower_ for t in self._doc[end : end + 2] if t.text != "-"]
        return bool(after) and after[0] in NOT_YET

    # -- actors

    def _coordinated(self, head: int, mods: Sequence[Modifier], code: str = "") -> tuple[Actor, ...]:
        """Give the other countries of a shared noun: "British and French troops"."""
        found = []
        for m in _joint(self._doc, [m for m in mods if m.hit.is_land]):
            if (base := base_of(m.hit.code)) and base != base_of(code):
                span = self._span(m.hit.start, m.hit.end)
                other = joined(base, sectors_of(code))
                name = self._index.country_name(base)
                found.append(Actor(other, name, base[:3], sectors_of(other), span, Resolution.COMPOSED, (m.hit.entry.where,)))
        return tuple(found[::-1])

    def _actor(self, code: str, start: int, end: int, how: Resolution, where: Sequence[str], name: str = "") -> Actor:
        how = how if code else Resolution.UNRESOLVED
        return Actor(code, name or self._text(start, end), country_of(code), sectors_of(code), self._span(start, end), how, tuple(where))

    def _copy(self, actor: Actor, start: int, end: int, name: str) -> Actor:
        return Actor(actor.code, name, actor.country, actor.sectors, self._span(start, end), actor.resolution, actor.provenance)

    def _unknown(self, head: int, start: int, end: int, kind: str, sort: str) -> Mention:
        name = self._text(self._name_start(head, start) if kind == "actor" else start, end)
        return Mention(start, end, head, self._actor("", start, end, Resolution.UNRESOLVED, (), name), kind, sort)

    def _where(self, hit: Hit) -> tuple[str, ...]:
        """Name the entry that gave the code, then the candidates that it was preferred to."""
        rivals = {e.codes: f"{e.where} ({e.codes[0].code})" for e in hit.entries[1:] if e.codes != hit.entry.codes}
        return (hit.entry.where, *rivals.values())

    def _wheres(self, mods: Sequence[Modifier]) -> tuple[str, ...]:
        return tuple(w for m in mods for w in self._where(m.hit))

    def _label(self, hit: Hit) -> str:
        return self._index.country_name(hit.code) if hit.entry.use in {"adjective", "people"} else hit.entry.name

    def _labels(self, code: str, hit: Hit | None, mods: Sequence[Modifier]) -> str:
        country = self._index.country_name(base_of(code)) if base_of(code) else ""
        roles = [self._text(m.hit.start, m.hit.end) for m in reversed(mods) if not m.hit.is_land]
        own = self._text(hit.start, hit.end) if hit else ""
        return " / ".join(part for part in (country, " ".join([*roles, own]).strip()) if part)

    def _span(self, start: int, end: int) -> TextSpan:
        first, last = self._doc[start].idx, self._doc[end - 1].idx + len(self._doc[end - 1])
        return TextSpan(first, last, self._doc.text[first:last])

    def _text(self, start: int, end: int) -> str:
        return self._span(start, end).text


def _may_own(preposition: str, noun: str) -> bool:
    if preposition in {"of", "from", "for"}:
        return not (preposition == "for" and noun.rpartition(" ")[2] in {"lawyer", "lawyers", "attorney"})
    return preposition in {"in", "at", "inside", "across", "within", "with"} and not is_diplomat(noun)


def _joint(doc: Doc, lands: Sequence[Modifier]) -> list[Modifier]:
    """Give the countries that only commas and "and" part from the nearest one."""
    found: list[Modifier] = []
    for nearer, farther in pairwise(lands):
        between = doc[farther.hit.end : nearer.hit.start]
        if not len(between) or any(t.lower_ not in {",", "and", "or", "&", "/", "-"} for t in between):
            break
        found.append(farther)
    return found


def _sort_of_code(code: str) -> str:
    return "role" if sectors_of(code) else "state"


def _caller_spans(doc: Doc, caller: Sequence[CallerActor]) -> list[tuple[int, int, CallerActor]]:
    found = []
    for given in caller:
        tokens = [t.i for t in doc if t.idx < given.end and given.start < t.idx + len(t)]
        if tokens:
            found.append((tokens[0], tokens[-1] + 1, given))
    return found
