"""`Reading`: one text with its names looked up, shared by those who read its phrases."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import base_of, country_of, sectors_of
from coder.naming.dictionaries import ActorIndex
from coder.naming.hits import Hit
from coder.naming.noun_classes import ORGANISATION_WORDS, TITLES
from coder.phrases.composition import Modifier
from coder.phrases.noun_phrases import link_of, root_of
from coder.syntax.parsed import Doc, Token
from coder.types import Actor, Resolution

PROPER: Final = frozenset({"NNP", "NNPS"})
_SORTS: Final = {"PERSON": "person", "ORG": "organisation", "GPE": "city", "LOC": "region", "NORP": "identity"}
_LONGEST_PERSON: Final = 3


class Reading:
    """A parsed text, the names found in it, and the way to ask for the mention at a token."""

    __slots__ = ("at", "by_token", "countries", "doc", "hits", "index", "on", "open")

    def __init__(
        self, doc: Doc, index: ActorIndex, hits: list[Hit], at: Callable[[int], Mention], on: date | None = None
    ) -> None:
        """Take the text and its names, and file these by token; `on` is the story's day."""
        self.doc = doc
        self.index = index
        self.hits = hits
        self.at = at
        self.on = on
        self.open: set[int] = set()  # heads being read, so that a circle in a bad parse ends
        # And bodies, of the names that are no roles.
        self.countries = frozenset({base_of(h.code)[:3] for h in hits if not h.is_role} - {""})
        self.by_token: dict[int, Hit] = {i: hit for hit in hits for i in range(hit.start, hit.end)}

    def text(self, start: int, end: int) -> str:
        """Give the words of a span of tokens."""
        return self.doc.words(start, end)

    def root(self, hit: Hit) -> Token:
        """Give the token of a name that hangs outside it."""
        return root_of(self.doc, hit.start, hit.end)

    def is_proper(self, i: int) -> bool:
        """Tell whether a token is tagged as part of a proper name."""
        return self.doc[i].tag_ in PROPER

    def name_start(self, head: int, start: int) -> int:
        """Find where an unknown name begins: capitalised words up to a dictionary name or a common word."""
        i = head
        if not self.is_proper(head):
            return head
        while i > start and i - 1 not in self.by_token and (self.is_proper(i - 1) or self.hyphen(i - 1)):
            if self.doc[i - 1].lower_ in TITLES:
                break
            i -= 1
        return i

    def hyphen(self, i: int) -> bool:
        """Tell whether a token is a hyphen inside a capitalised name: "Nak-yon"."""
        return (
            0 < i < len(self.doc) - 1
            and self.doc[i].text == "-"
            and not self.doc[i].whitespace_
            and self.is_proper(i - 1)
        )

    def sort_of_unknown(self, head: int, start: int) -> str:
        """Guess what an unknown name is, from the recogniser's label if there is one, else from its words."""
        if label := _SORTS.get(self.doc[head].ent_type_):
            return label
        words = [token.lower_ for token in self.doc.tokens[start : head + 1]]
        if ORGANISATION_WORDS & set(words):
            return "organisation"
        titled = TITLES & {word.rstrip(".") for word in words}
        return "person" if titled or 1 < len(words) <= _LONGEST_PERSON else "organisation"

    # -- making actors

    def actor(self, code: str, span: tuple[int, int], how: Resolution, where: Sequence[str], name: str = "") -> Actor:
        """Make an actor; without a code it is unresolved."""
        how = how if code else Resolution.UNRESOLVED
        start, end = span
        words = self.doc.span(start, end)
        return Actor(code, name or words.text, country_of(code), sectors_of(code), words, how, tuple(where))

    def copy(self, actor: Actor, start: int, end: int, name: str = "") -> Actor:
        """Give the same actor another span."""
        span = self.doc.span(start, end)
        return Actor(
            actor.code, name or actor.name, actor.country, actor.sectors, span, actor.resolution, actor.provenance
        )

    def unknown(self, head: int, start: int, end: int, kind: str, sort: str) -> Mention:
        """Make a mention of nobody known; it keeps its name."""
        name = self.text(self.name_start(head, start) if kind == "actor" else start, end)
        return Mention(start, end, head, self.actor("", (start, end), Resolution.UNRESOLVED, (), name), kind, sort)

    def modifiers(self, start: int, stop: int, head: int, *, loose: bool = False) -> list[Modifier]:
        """Collect the names and roles before a noun, nearest first; loosely bound ones only when asked for."""
        found = []
        for hit in self.hits:
            if (
                start <= hit.start
                and hit.end <= stop
                and hit.code
                and ((link := link_of(self.doc, hit)) == "loose") == loose
            ):
                root = self.root(hit)
                found.append(Modifier(hit, root.dep_ == "poss" and root.head.i == head, link == "own"))
        return found[::-1]

    # -- provenance and names

    def label(self, code: str, role: Hit | None, modifiers: list[Modifier], end: int = 0) -> str:
        """Name a composed actor, "Russia / Foreign Ministry spokeswoman Ann Lee"; a name after a role ends at `end`."""
        base = base_of(code)
        country = self.index.country_name(base)
        country = "" if country == base else country  # bodies have no country to name
        words = [self.text(m.hit.start, m.hit.end) for m in reversed(modifiers) if not m.hit.is_land]
        words += [self.text(role.start, max(role.end, end))] if role else []
        return " / ".join(part for part in (country, " ".join(words)) if part)


def where(hit: Hit) -> tuple[str, ...]:
    """Name the entry that gave the code, then the candidates that it was preferred to."""
    if len(hit.entries) == 1:
        return (hit.entry.where,)
    rivals = {e.codes: f"{e.where} ({e.codes[0].code})" for e in hit.entries[1:] if e.codes != hit.entry.codes}
    return (hit.entry.where, *rivals.values())


def wheres(modifiers: list[Modifier]) -> tuple[str, ...]:
    """Name the entries of modifiers."""
    return tuple([line for modifier in modifiers for line in where(modifier.hit)]) if modifiers else ()
