"""`Sources`: who does it, by the roles of an entry, or by what else the sentence tells of it."""

from typing import Final

from coder.acts import ActsOf
from coder.frames import Frame
from coder.framing.frame_reader import FrameReader
from coder.framing.inner_phrases import inside
from coder.meaning.matches import Match
from coder.meaning.strikers import DYING, VIOLENCE, Strikers, names_act
from coder.naming.noun_classes import PLATFORMS
from coder.parties.parties import REBELS, Parties
from coder.parties.party_roles import NOUN_SOURCE, VERB_SOURCE
from coder.parties.party_search import PartySearch
from coder.phrases.completion import ORGANS
from coder.syntax.parsed import Token
from coder.syntax.words import lemma
from coder.types import Actor

# Passives without a doer: "was arrested in Rwanda" is Rwanda's act.
STATE_ACTS: Final[tuple[str, ...]] = ("17", "09", "08", "115", "116", "16")
CHARGED: Final = "112"
WRECKED: Final = ("1712", "176")  # no court or police that tells of it did it
ORDERS: Final = frozenset("order instruction command direction".split())
OPERATIONS: Final = frozenset(("operation", "sting", "action", "swoop", "manhunt"))
OF: Final = frozenset(("of",))
ARREST: Final = "173"
TORTURE: Final = "182"
JUDGING: Final = frozenset({"COP", "JUD"})  # who arrest, charge and free people themselves
PRISONS: Final = frozenset("prison jail cell custody detention centre center barracks dungeon penitentiary".split())
HELP: Final = "07"
FORCES: Final = REBELS | {"UAF", "MIL", "COP", "SPY", "CRM", "GOV"}
STRUCK_AT: Final = frozenset("on in at near against".split())
BLOWS: Final = frozenset(
    """raid attack assault ambush offensive sweep bombing shelling bombardment crackdown advance incursion onslaught
    counterattack counteroffensive blockade siege mutiny uprising revolt rampage gunfire swoop""".split()
)
STRIFE: Final = frozenset("violence war conflict unrest strife bloodshed turmoil insurgency crisis chaos".split())
GEAR: Final = PLATFORMS | frozenset(
    "tank artillery armour armor gunship airpower gun mortar rocket missile howitzer warplane bomber vehicle".split()
)


class Sources:
    """Finds who does it, within one Doc."""

    def __init__(
        self, frames: FrameReader, parties: Parties, search: PartySearch, strikers: Strikers, acts: ActsOf
    ) -> None:
        """Take the Doc's readers; `acts` says what a token means as an action."""
        self.doc = frames.doc
        self.frames = frames
        self.parties = parties
        self.search = search
        self.strikers = strikers
        self.acts = acts

    def of(self, match: Match, frame: Frame) -> tuple[int, ...]:
        """The doers: from the entry's roles, else from the act that does it, else from where it was done."""
        order = self._doer_roles(match, frame)
        found = self._ordered(match, frame) or self.search.doers(match.places, order, places="in" in match.entry.source)
        found = tuple(
            i for i in found if self._may_do(i) and not self._is_scene(i, match) and not self._is_gear(i, match)
        )
        found = found or self._force_before(match, frame)
        if found:
            return self.strikers.in_relative(found, match, frame)
        for role in order:
            for token in match.roles.get(role, ()):
                inner = [s for a in self.acts(token, None) for s in a.sources] if names_act(self.doc[token]) else []
                inner = inner or [*self.strikers.of_blow(token, match)]
                if inner:
                    return tuple(dict.fromkeys(inner))
        dying = match.entry.target[:1] == DYING  # who does it is not who falls
        if frame.kind == "verb" and (dying or "agent" not in match.roles):
            doers = self.strikers.around(match) or self.strikers.beside(match, frame) or self._keepers(match, frame)
            doers = doers or (
                self.strikers.joined(match, frame) or self._the_same(match, frame) if frame.passive else ()
            )
            if doers:
                return doers
        return self._undone_by(match) if frame.passive and "agent" not in match.roles else ()

    def _undone_by(self, match: Match) -> tuple[int, ...]:
        """Who does what a passive without a doer tells of an organ of state: those there, else the one that says so."""
        code = match.entry.code
        speaker = tuple(match.roles.get("speaker", [])[:1])
        if code.startswith(CHARGED):
            return speaker if self._is_of(speaker, {"JUD"}) else ()
        if not code.startswith(STATE_ACTS):
            return ()
        seen = match.places if code.startswith(("08", "17")) else match.roles
        places = ("in", "at", "from") if code.startswith(("16", "174")) else ("in", "at")
        found = self.search.find({r: t for r, t in seen.items() if r in places}, places)[:1]
        found = tuple(i for i in found if self._may_hold(i))  # "was seized in a church": not by it
        if code.startswith(WRECKED):
            return found
        # A prosecutor who says that somebody is being investigated speaks for those who do it.
        return found or (speaker if self._is_of(speaker, ORGANS if code.startswith("09") else JUDGING) else ())

    def _is_of(self, parties: tuple[int, ...], sectors: frozenset[str] | set[str]) -> bool:
        """Whether any of them has one of the sectors."""
        return any(sectors & {*self.parties.mention(i).actor.sectors} for i in parties)

    def _the_same(self, match: Match, frame: Frame) -> tuple[int, ...]:
        """The police that did what goes before: "was shot by police, arrested and taken to hospital"."""
        verb = self.doc[frame.head]
        if verb.dep_ != "conj" or not match.entry.code.startswith(ARREST):
            return ()
        doers = self.frames.at(verb.head.i).roles.get("agent", ()) if verb.head.tag_ == "VBN" else ()
        return tuple(i for i in doers if (JUDGING | {"MIL"}) & {*self.parties.mention(i).actor.sectors})

    def _keepers(self, match: Match, frame: Frame) -> tuple[int, ...]:
        """Those in whose prison somebody is tortured: "was beaten in an Egyptian jail"."""
        if not frame.passive or not match.entry.code.startswith(TORTURE):
            return ()
        held = (i for i in match.roles.get("in", ()) if lemma(self.doc[i]) in PRISONS)
        return tuple(i for i in held if self.parties.has_country(i))

    def _ordered(self, match: Match, frame: Frame) -> tuple[int, ...]:
        """Who had it done or did it: "was murdered on the orders of the president", "at the hands of the police"."""
        if not frame.passive or "agent" in match.roles:
            return ()
        hands = [self.doc[i] for i in match.roles.get("at", ()) if self.doc[i].lower_ == "hands"]
        held = [i for hand in hands for i in inside(hand, OF) if self.parties.known(i)]
        if held or hands:
            return tuple(held)
        if operators := self._operating(match):
            return operators
        orders = (i for role in ("on", "at", "under") for i in match.roles.get(role, ()))
        return tuple(i for i in orders if lemma(self.doc[i]) in ORDERS and self.parties.known(i))

    def _operating(self, match: Match) -> tuple[int, ...]:
        """Whose operation befell others: "were killed in an army operation", not "soldiers were"."""
        if not match.entry.code.startswith(("17", *VIOLENCE)):
            return ()
        done = [i for role in ("in", "during") for i in match.roles.get(role, ()) if lemma(self.doc[i]) in OPERATIONS]
        fallen = [self.parties.mention(i).actor for i in match.roles.get("object", ())]
        for i in done:
            own = self.parties.mention(i).actor
            if own.code and all(_are_others(own, actor) for actor in fallen):
                return (i,)
        return ()

    def _is_scene(self, index: int, match: Match) -> bool:
        """Whether a land before a noun of violence says where it was, not whose: "the Gaza strikes"."""
        if not match.entry.code.startswith(VIOLENCE):
            return False
        token = self.doc[index]
        if lemma(token) in STRIFE and self.parties.mention(index).kind == "owned":
            return True  # "died in Algeria's violence"
        struck = token.dep_ == "pobj" and token.head.lower_ in STRUCK_AT and lemma(token.head.head) in BLOWS
        if struck and index not in match.roles.get("agent", ()):
            return True  # "died in an attack on a Turkish bus"
        owned = self.parties.mention(index).kind == "owned" and token.dep_ != "poss"
        return self._is_land(token) or (owned and any(self._is_land(c) for c in token.children))

    def _may_hold(self, index: int) -> bool:
        """Whether whoever is held somewhere is held by those there: in a land or town, or by an organ of state."""
        mention = self.parties.mention(index)
        place = mention.kind == "place" or mention.sort in ("state", "city", "region")
        organ = bool(ORGANS & {*mention.actor.sectors})
        return bool(mention.actor.country) and (place or organ)

    def _force_before(self, match: Match, frame: Frame) -> tuple[int, ...]:
        """Who strikes in "a rebel attack", "a police raid": whoever stands before a noun of force."""
        if frame.kind != "noun" or lemma(self.doc[frame.head]) not in BLOWS or "mod" in match.entry.target:
            return ()
        before = [(i, {*self.parties.mention(i).actor.sectors}) for i in match.roles.get("mod", ())]
        nouns = [(i, sectors) for i, sectors in before if self.doc[i].pos_ == "NOUN" or REBELS & sectors]
        nouns = [(i, sectors) for i, sectors in nouns if lemma(self.doc[i]) not in GEAR]  # "a helicopter raid"
        return tuple(i for i, sectors in nouns if FORCES & sectors)  # not "a military attack"

    def _is_gear(self, index: int, match: Match) -> bool:
        """Whether weapons that are nobody's help an army: "backed by tanks", which are its own."""
        helped = match.entry.code.startswith(HELP) and lemma(self.doc[index]) in GEAR
        return helped and not self.parties.has_country(index)

    def _is_land(self, token: Token) -> bool:
        """Whether a name stands before a noun as an attribute and is a place's, no adjective and no acronym."""
        if token.dep_ not in ("compound", "nmod", "amod") or token.tag_ != "NNP" or token.is_upper:
            return False
        mention = self.parties.mention(token.i)
        return mention.sort in ("city", "region") or (mention.sort == "state" and mention.actor.name == token.text)

    def _doer_roles(self, match: Match, frame: Frame) -> tuple[str, ...]:
        """Where an entry has its doers, first found wins."""
        if frame.kind != "noun":
            return match.entry.source or VERB_SOURCE
        order = match.entry.source or (("agent", *NOUN_SOURCE) if "agent" in match.roles else NOUN_SOURCE)
        if not match.entry.source and match.entry.target:
            order = tuple(r for r in order if r not in match.entry.target[:1])
        return (*order, "poss") if "poss" not in order and self._owner_does_it(match) else order

    def _owner_does_it(self, match: Match) -> bool:
        """Whether a noun's owner, whom it may befall ("the editor's arrest"), does it: "Iran's arrest of an editor"."""
        order = match.entry.target
        befallen = order[: order.index("poss")] if "poss" in order else ()
        return any(match.roles.get(role) for role in befallen)

    def _may_do(self, index: int) -> bool:
        """Whether a phrase can act: an actor, somebody named, a pronoun; a mere thing cannot."""
        mention = self.parties.mention(index)
        return (
            bool(mention.actor.code)
            or mention.kind == "pronoun"
            or self.doc[index].pos_ in ("PROPN", "PRON")
            or self.doc[index].is_upper
            or self.search.some_body(index)
        )


def _are_others(actor: Actor, other: Actor) -> bool:
    """Whether two are of different lands, or of different kinds where one of them has no land."""
    if actor.country and other.country and actor.country != other.country:
        return True
    return bool(other.code) and actor.sectors != other.sectors and not {"MIL", "COP"} & {*other.sectors}
