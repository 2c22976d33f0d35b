"""`ActorResolver`: from a token to the actor that its noun phrase names, on the story's date."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import sectors_of
from coder.naming.dictionaries import ActorIndex
from coder.naming.hits import find_hits
from coder.naming.namesakes import of_their_lands
from coder.naming.spotting import Spot, spotted
from coder.phrases.named_phrases import is_anothers, named_behind, read_named
from coder.phrases.noun_phrases import left_bound, root_of
from coder.phrases.owned_phrases import read_held_place
from coder.phrases.reading import PROPER, Reading
from coder.phrases.role_phrases import is_counterpart, read_counterpart, read_role
from coder.phrases.unlisted_phrases import read_group_again, read_part, read_unlisted
from coder.syntax.forms import Form
from coder.syntax.grammar_words import DASHES
from coder.syntax.parsed import Doc
from coder.types import CallerActor, Resolution

_PRONOUN_TAGS: Final = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT", "EX"})


class ActorResolver:
    """Finds the actors of one text; answers are kept, so asking twice costs nothing."""

    def __init__(
        self,
        doc: Doc,
        index: ActorIndex,
        on: date | None,
        caller: Sequence[CallerActor] = (),
        spots: list[Spot] | None = None,
    ) -> None:
        """Look up the names; phrases are read when asked for.

        Args:
            doc: tagged and parsed; labels of a name recogniser help but are not needed.
            index: the dictionaries.
            on: the story's day, for dated roles; None takes each name's main role.
            caller: spans that the caller has found: they win over everything.
            spots: the dictionary names among the words, where they have been looked up already.
        """
        if spots is None:
            spots = spotted([Form(token.text) for token in doc.tokens], index)
        self._reading = Reading(doc, index, of_their_lands(doc, find_hits(doc, spots, index, on)), self.at, on)
        self._doc = doc
        self._caller = _caller_spans(doc, caller)
        self._cache: dict[int, Mention] = {}
        self._mentions: list[Mention] | None = None

    def mentions(self) -> list[Mention]:
        """Give every mention found, in text order: names, the phrases that hold them, and unknown names."""
        if self._mentions is None:
            self._mentions = self._all_mentions()
        return self._mentions

    def _all_mentions(self) -> list[Mention]:
        known = self._reading.by_token
        roots = [(hit, self._reading.root(hit)) for hit in self._reading.hits]
        heads = [self._top(root.i) if hit.is_role else root.i for hit, root in roots]
        heads += [start for start, _, _ in self._caller]
        heads += [t.i for t in self._doc.tokens if t.tag_ in PROPER and t.i not in known and t.dep_ != "compound"]
        found: dict[tuple[int, int], Mention] = {}
        for head in heads:
            for i in (head, self._top(head)):
                mention = self.at(i)
                found.setdefault((mention.start, mention.end), mention)
        return sorted(found.values(), key=lambda mention: (mention.start, mention.end))

    def names_land_before(self, token: int) -> bool:
        """Tell whether a name or role of some land stands before a token."""
        return any(hit.start < token and hit.country for hit in self._reading.hits)

    def at(self, token: int) -> Mention:
        """Give the mention of the noun phrase that a token heads, or that holds it."""
        found = self._cache.get(token)
        if found is None:
            found = self._cache[token] = self._given(token) or self._read(token)
        return found

    def close(self) -> None:
        """Read no more phrases: what has been read stays."""
        self._reading.at = self._cache.__getitem__

    @property
    def sentence(self) -> str:
        """The text that is read."""
        return self._doc.text

    def _given(self, token: int) -> Mention | None:
        """Answer from the caller's spans."""
        for start, end, given in self._caller:
            if start <= token < end:
                head = root_of(self._doc, start, end).i
                if given.code:
                    actor = self._reading.actor(given.code, (start, end), Resolution.CALLER, ("caller",))
                    return Mention(start, end, head, actor, "actor", "role" if sectors_of(given.code) else "state")
                inner = self._read(head)
                kind = "actor" if inner.kind in {"place", "other"} else inner.kind
                return Mention(
                    start, end, head, self._reading.copy(inner.actor, start, end), kind, inner.sort, inner.others
                )
        return None

    def _read(self, token: int) -> Mention:
        if self._doc[token].tag_ in _PRONOUN_TAGS and token not in self._reading.by_token:  # "WHO" is no "who"
            return self._reading.unknown(token, token, token + 1, "pronoun", "thing")
        head = self._head_of_name(token)
        if head in self._reading.open:  # bad parses make circles, e.g. a phrase inside its own apposition
            return self._reading.unknown(head, head, head + 1, "other", "thing")
        self._reading.open.add(head)
        try:
            return self._phrase(head)
        finally:
            self._reading.open.discard(head)

    def _phrase(self, head: int) -> Mention:
        reading = self._reading
        hit = reading.by_token.get(head)
        if hit and ((hit.is_role and not hit.code) or is_anothers(reading, hit)):
            hit = None  # "press conference": only its modifiers count; "Peruvian prosecutor Ana Castro" is not Fidel
        start = min(self._left(head), hit.start if hit else head)
        end = hit.end if hit else head + 1
        if part := read_part(reading, head, start, end):
            return part
        if named := named_behind(reading, head):
            return read_named(reading, named, head, start)
        if hit and not hit.is_role:
            return read_named(reading, hit, head, start)
        modifiers = reading.modifiers(start, hit.start if hit else reading.name_start(head, start), head)
        if is_counterpart(self._doc, head):
            return read_counterpart(reading, modifiers, head, start)
        if hit:
            again = read_group_again(reading, modifiers, head, start) or read_held_place(
                reading, modifiers, head, start
            )
            return again or read_role(reading, hit, modifiers, head, start, end)
        return read_unlisted(reading, modifiers, head, start)

    def _left(self, head: int) -> int:
        """Find where a phrase begins; a title right before an unknown name belongs to it whatever the parse says."""
        hit = self._reading.by_token.get(head)
        if hit and hit.is_land and hit.start > 1 and self._doc[hit.start - 1].text in DASHES:
            before = self._reading.by_token.get(hit.start - 2)
            if before and not before.is_role:
                return hit.start  # "the Thai-Lao talks" have two owners
        start = left_bound(self._doc, head)
        if head not in self._reading.by_token and self._doc[head].tag_ in PROPER:
            first = self._reading.name_start(head, 0)
            before = self._reading.by_token.get(first - 1)
            if before and before.is_role:
                return min(start, left_bound(self._doc, self._reading.root(before).i), before.start)
            return min(start, first) if self._reading.hyphen(head - 1) else start
        return start

    def _head_of_name(self, token: int) -> int:
        """Go from a part of a name to the name's head."""
        hit = self._reading.by_token.get(token)
        if hit:
            root = self._reading.root(hit).i
            return root if hit.is_role is False or hit.start <= root < hit.end else token
        t = self._doc[token]
        while (
            t.dep_ == "compound"
            and t.tag_ in PROPER
            and t.head.tag_ in PROPER
            and t.head.i not in self._reading.by_token
        ):
            t = t.head
        if self._reading.hyphen(t.i + 1) and t.tag_ in PROPER and t.i + 2 < len(self._doc):
            return t.i + 2
        return t.i

    def _top(self, token: int) -> int:
        """Go from a modifier to the noun that it modifies, over possessors not."""
        t = self._doc[token]
        while t.dep_ in {"compound", "amod", "nmod"} and t.head.pos_ in {"NOUN", "PROPN"}:
            t = t.head
        return t.i


def _caller_spans(doc: Doc, caller: Sequence[CallerActor]) -> list[tuple[int, int, CallerActor]]:
    """Turn the caller's spans into tokens; one that lies in a token takes the whole token."""
    found = []
    for given in caller:
        tokens = [t.i for t in doc.tokens if t.idx < given.end and given.start < t.idx + len(t)]
        if tokens:
            found.append((tokens[0], tokens[-1] + 1, given))
    return found
