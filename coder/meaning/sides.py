"""`Sides`: who does it and to whom, by the roles of an entry."""

from typing import Final

from coder.acts import ActsOf
from coder.frames import Frame
from coder.framing.frame_reader import FrameReader
from coder.framing.inner_phrases import inside
from coder.meaning.far_parties import FarParties
from coder.meaning.matches import Match
from coder.meaning.sources import Sources
from coder.meaning.strikers import Strikers
from coder.meaning.targets import Targets
from coder.parties.parties import Parties
from coder.parties.party_search import PartySearch
from coder.syntax.clauses import rather_than
from coder.syntax.nominals import is_each_other

OF: Final = frozenset(("of",))
NEAR: Final = 3  # tokens behind the last doer in which "each" may stand


class Sides:
    """Finds sources and targets within one Doc."""

    def __init__(self, frames: FrameReader, parties: Parties, acts: ActsOf) -> None:
        """Take the Doc's readers; `acts` says what a token means as an action."""
        self.doc = frames.doc
        self.parties = parties
        self.acts = acts
        self.search = PartySearch(parties)
        refused = rather_than(frames.doc)
        self.far = FarParties(frames, self.search, acts, refused)
        self.strikers = Strikers(frames.doc, parties, acts)
        self._sources = Sources(frames, parties, self.search, self.strikers, acts)
        self._targets = Targets(parties, self.search, self.far, refused)

    def sources(self, match: Match, frame: Frame) -> tuple[int, ...]:
        """The doers: from the entry's roles, else from the act that does it, else from where it was done."""
        return self._sources.of(match, frame)

    def targets(self, match: Match, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Those it is done to: from the entry's roles, else by what the action itself says of them."""
        return self._targets.of(match, frame, sources)

    def between(
        self, match: Match, sources: tuple[int, ...], targets: tuple[int, ...]
    ) -> tuple[tuple[int, ...], tuple[int, ...], bool]:
        """Both sides of a mutual act: "talks between A and B", "A and B met"."""
        pair = match.places.get("between", []) or match.places.get("among", [])
        both = len(pair) > 1 or (match.entry.mutual and self.parties.several(tuple(pair)))
        if both and all(i in pair or self._only_describes(i, match) for i in sources):
            return tuple(pair), tuple(pair), True
        if self.parties.several(sources) and self._each_other(match, sources):
            return sources, sources, True
        if (
            match.entry.mutual
            and self.parties.several(sources)
            and (not targets or not self.parties.real(targets) or self.parties.all_places(targets))
        ):
            return sources, sources, True
        return sources, targets, match.entry.mutual

    def _only_describes(self, index: int, match: Match) -> bool:
        """Whether a word before the noun names nobody, whatever its capital: "[Direct] Chad-Togo talks"."""
        return index in match.roles.get("mod", ()) and not self.parties.known(index)

    def _each_other(self, match: Match, sources: tuple[int, ...]) -> bool:
        """Whether the doers did it to each other, or to those of each other: "expelled each other's diplomats".

        Also "each expelled four of the other's".
        """
        places = [i for role in ("object", "with", "against", "at", "on", "to") for i in match.roles.get(role, ())]
        owners = [c.i for i in places for c in self.doc[i].children if c.dep_ == "poss"]
        for i in (i for place in places for i in inside(self.doc[place], OF)):
            owners += [c.i for c in self.doc[i].children if c.dep_ == "poss"]
        behind = self.doc.tokens[sources[-1] + 1 : sources[-1] + NEAR]
        each = any(t.lower_ == "each" for t in behind)
        if each and any(self.doc[i].lower_ == "other" for i in owners):
            return True
        return any(is_each_other(self.doc[i]) for i in (*places, *owners))
