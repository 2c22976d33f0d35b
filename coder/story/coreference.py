"""What pronouns and definite noun phrases stand for, by the sentences before.

A wrong antecedent is worse than none, so a rule that finds two answers gives neither. The rules, what each may look at
and their measured precision are in docs/documents.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from coder.attention import Look, nothing
from coder.mentions import Mention
from coder.parties.pronoun_agreement import FIRST, PLURAL
from coder.story.definite import Definites
from coder.story.discourse import MAIN, OTHER, SUBJECT, Discourse, Known, beside, is_person, is_plural, rank_of
from coder.story.pairs import Pairs
from coder.story.passages import Passage
from coder.story.quotes import Quotes, is_speaking
from coder.syntax.parsed import Token
from coder.types import Actor, Event, Resolution, TextSpan

_PERSONAL: Final = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_NEUTRAL: Final = frozenset({"it", "its", "itself"})
_REACH_OF_PERSONS: Final = 2  # sentences back to the person that "he" stands for


class Coreference:
    """The actors of one story, sentence by sentence, each with those before in mind."""

    __deletable__ = ("_definites",)  # by `close`; the compiler wants to know

    def __init__(self, text: str, passages: Sequence[Passage], look: Look = nothing) -> None:
        """Read the whole story, so that a quote finds the speaker whom only a later sentence names.

        Raises:
            Abandoned: by `look`, which is called before each sentence.
        """
        self.passages = passages
        self._quotes = Quotes(text, [p.span for p in passages], [p.doc for p in passages], [p.frames for p in passages])
        self._discourse = Discourse()
        self._pairs = Pairs(self._discourse)
        self._definites = Definites(self._discourse, self._pairs, self.mention)
        self._cache: dict[tuple[int, int], Mention] = {}
        self._open: set[tuple[int, int]] = set()
        for n in range(len(passages)):
            look()
            self._learn(n)

    def context(self, n: int) -> "Context":
        """Give what answers for the open words of one sentence; ask in order, say what was heard before the next."""
        self._cache.clear()  # what was read ahead lacked the events between
        self._learn(n)
        return Context(self, n)

    def heard(self, events: Iterable[Event]) -> None:
        """Note a sentence's events: their two sides are those whom "both sides" means later."""
        self._pairs.heard(events)

    def close(self) -> None:
        """Let go of those who ask back who is meant, so that no circle is left to the collector."""
        del self._definites

    def mention(self, n: int, token: int) -> Mention:
        """Give the mention at a token of a sentence."""
        passage = self.passages[n]
        found = passage.antecedents.of(token)
        return self.resolved(n, token, passage.resolver.at(found if found >= 0 else token))

    def resolved(self, n: int, token: int, mention: Mention) -> Mention:
        """Give a mention that the sentence alone has read, with its antecedent's code where it has one."""
        key = (n, token)
        if key not in self._cache:
            if key in self._open:
                return mention
            self._open.add(key)
            self._cache[key] = self._read(n, token, mention)
            self._open.discard(key)
        return self._cache[key]

    def _read(self, n: int, index: int, mention: Mention) -> Mention:
        if mention.actor.resolution is Resolution.CALLER:
            return mention
        token = self.passages[n].doc[index]
        if token.tag_ not in {"PRP", "PRP$"}:
            return self._phrase(n, mention)
        if mention.kind == "pronoun" or not self._agrees(n, token, mention):
            found = self._pronoun(n, token)
            own = self.passages[n].resolver.at(index)
            return standing_for(own, found) if found else own
        return self._phrase(n, mention) if mention.head != index else mention

    def _agrees(self, n: int, token: Token, mention: Mention) -> bool:
        """Whether the noun that the sentence gives a pronoun can be meant: "he" is no state, "they" no single man."""
        person = is_person(mention, self.passages[n].doc[mention.head])
        if token.lower_ in _PERSONAL:
            return person
        if token.lower_ in _NEUTRAL:
            return not person and not is_plural(mention, self.passages[n].doc[mention.head])
        return not person if token.lower_ in PLURAL else True

    def _phrase(self, n: int, mention: Mention) -> Mention:
        found = self._definites.find(n, self.passages[n].doc, mention)
        return standing_for(mention, found) if found else mention

    # -- pronouns

    def _pronoun(self, n: int, token: Token) -> list[Mention]:
        word = token.lower_
        quote = self._quote(n, token)
        if word in FIRST:
            return self._speaker(quote)
        if quote >= 0:
            return []  # whom a speaker calls "he" the words outside the quote do not tell
        if word in _PERSONAL:
            return self._person(n, token, _PERSONAL[word])
        return self._many(n, token) if word in PLURAL else self._thing(n, token) if word in _NEUTRAL else []

    def _quote(self, n: int, token: Token) -> int:
        return self._quotes.at(self.passages[n].span.start + token.idx)

    def _speaker(self, quote: int) -> list[Mention]:
        said = self._quotes.speaker(quote) if quote >= 0 else None
        found = self.mention(said.passage, said.subject) if said else None
        return [found] if found and found.actor.code else []

    def _person(self, n: int, token: Token, gender: str) -> list[Mention]:
        here = [k for k in self._elsewhere(n, token) if k.person]
        if here and rank_of(token) != MAIN:
            return _only(k for k in here if k.gender in {gender, ""})
        for back in range(1, _REACH_OF_PERSONS + 1):
            found = [k for k in self._discourse.before(n, back) if k.person and not k.plural and not k.quoted]
            fitting = [k for k in found if k.gender in {gender, ""}]
            if gender == "f":
                fitting = [k for k in fitting if k.gender] or fitting
            if fitting:
                return _foremost(fitting)
        return []

    def _thing(self, n: int, token: Token) -> list[Mention]:
        """Read "it" and "its": the one body or state that was a subject of the sentence before."""
        if token.head.lemma_ == "be":
            return []
        if here := self._discourse.here(n, token.i):
            again = [k for k in here if k.rank == MAIN and self.passages[n].doc[k.token].lower_ in _NEUTRAL]
            return _only(again)  # "It said it would …"
        found = [k for k in self._discourse.before(n, 1) if not k.person and not k.plural and not k.quoted]
        if is_speaking(token.head):
            found = [k for k in found if k.rank == MAIN]
        return _only(k for k in found if k.rank >= SUBJECT and k.mention.kind != "place")

    def _many(self, n: int, token: Token) -> list[Mention]:
        """Read "they" and "their": those who were the subject of the sentence before, alone or joined by "and"."""
        if rank_of(token) == OTHER and self._elsewhere(n, token):
            return []
        found = [k for k in self._discourse.before(n, 1) if not k.quoted and k.mention.kind != "place"]
        if token.dep_ in {"dobj", "pobj", "iobj", "dative"}:
            return _only(k for k in found if k.plural)
        main = [k for k in found if k.rank == MAIN]
        if len(main) > 1 and len({k.family for k in main}) == 1:
            return [k.mention for k in main] if all(k.code for k in main) else []
        found = main if is_speaking(token.head) and main else [k for k in found if k.rank >= SUBJECT]
        return _only([k for k in found if k.plural] or [k for k in found if not k.person])

    def _elsewhere(self, n: int, token: Token) -> list[Known]:
        """Give those named before a pronoun in its sentence, but not beside it: "police fired at them"."""
        taken = beside(token) if token.dep_ != "poss" else set()
        return [k for k in self._discourse.here(n, token.i) if k.token not in taken]

    # -- what the story has said

    def _learn(self, n: int) -> None:
        passage = self.passages[n]
        self._discourse.learn(
            n,
            passage.doc,
            passage.resolver.mentions(),
            lambda i: self.mention(n, i),
            lambda i: self._quote(n, passage.doc[i]) >= 0,
        )


class Context:
    """Answers for one sentence of a story what the sentence itself leaves open."""

    def __init__(self, story: Coreference, n: int) -> None:
        """Take the story and the sentence's number."""
        self._story = story
        self._n = n

    def mention(self, token: int, mention: Mention) -> Mention:
        """Give the mention at a token: the sentence's own, or one with its antecedent's code."""
        return self._story.resolved(self._n, token, mention)


def standing_for(mention: Mention, found: Sequence[Mention]) -> Mention:
    """Give a mention the codes of its antecedents; its words remain its own."""
    actors = {a.code: a for m in found for a in (m.actor, *m.others) if a.code}
    first, *others = (_as(actor, mention.actor.span) for actor in actors.values())
    return replace(mention, actor=first, kind="actor", sort=found[0].sort, others=tuple(others))


def _as(actor: Actor, span: TextSpan) -> Actor:
    how = f"antecedent {actor.span.text!r}"
    where = actor.provenance if actor.resolution is Resolution.COREFERENCE else (*actor.provenance, how)
    return replace(actor, span=span, resolution=Resolution.COREFERENCE, provenance=where)


def _only(candidates: Iterable[Known]) -> list[Mention]:
    """Give the antecedent when all candidates agree on the code."""
    found = list(candidates)
    return [found[0].mention] if len({k.codes for k in found}) == 1 and found[0].code else []


def _foremost(candidates: Sequence[Known]) -> list[Mention]:
    """Give the main subject, else the only subject, else the only one named."""
    for rank in (MAIN, SUBJECT, OTHER):
        found = [k for k in candidates if k.rank == rank]
        if found:
            return _only(found)
    return []
