"""`Sides`: who does it and to whom, by the roles of an entry."""

from typing import Final

from coder.acts import ActsOf
from coder.frames import Frame
from coder.framing.frame_reader import FrameReader
from coder.meaning.far_parties import REASONS, FarParties
from coder.meaning.matches import Match
from coder.meaning.strikers import DYING, VIOLENCE, Strikers, names_act
from coder.naming.noun_classes import PLATFORMS
from coder.parties.parties import Parties
from coder.parties.party_roles import NOUN_SOURCE, NOUN_TARGET, VERB_SOURCE, VERB_TARGET
from coder.parties.party_search import PartySearch
from coder.phrases.completion import ORGANS
from coder.syntax.clauses import rather_than
from coder.syntax.parsed import Token
from coder.syntax.words import lemma

# Passives without a doer: "was arrested in Rwanda" is Rwanda's act.
STATE_ACTS: Final[tuple[str, ...]] = ("17", "09", "08", "115", "116", "16")
ANSWERS: Final = ("011", "015", "016")
CHARGED: Final = "112"
ORDERS: Final = frozenset("order instruction command direction".split())
# What is given is for somebody, however deep he stands.
GIVEN: Final[tuple[str, ...]] = ("0331", "0333", "064", "07", "084", "162")
TALKING: Final[tuple[str, ...]] = ("04", "05", "06")
TOPICS: Final = frozenset("on over about in at during".split())
ASYLUM: Final = "0233"  # asked of the country that somebody has reached
ARREST: Final = "173"
TORTURE: Final = "182"
JUDGING: Final = frozenset({"COP", "JUD"})  # who arrest, charge and free people themselves
PRISONS: Final = frozenset("prison jail cell custody detention centre center barracks dungeon penitentiary".split())
PROTEST: Final = "14"
HELP: Final = "07"
REBELS: Final = frozenset(("REB", "INS", "SEP", "RAD"))
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
SITES: Final = frozenset(("twitter", "facebook", "instagram", "youtube", "telegram", "weibo", "television", "radio"))
SAYING: Final = frozenset(("01", "02", "05", "10", "11", "12", "13"))
LAST_WORDS: Final = "13"  # the roots up to it are words and gifts, of which a site is only where they are said


class Sides:
    """Finds sources and targets within one Doc."""

    def __init__(self, frames: FrameReader, parties: Parties, acts: ActsOf) -> None:
        """Take the Doc's readers; `acts` says what a token means as an action."""
        self.doc = frames.doc
        self.parties = parties
        self.acts = acts
        self.search = PartySearch(parties)
        self.refused = rather_than(frames.doc)
        self.far = FarParties(frames, self.search, acts, self.refused)
        self.strikers = Strikers(frames.doc, parties, acts)

    def sources(self, match: Match, frame: Frame) -> tuple[int, ...]:
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
        doers = self.far.frames.at(verb.head.i).roles.get("agent", ()) if verb.head.tag_ == "VBN" else ()
        return tuple(i for i in doers if (JUDGING | {"MIL"}) & {*self.parties.mention(i).actor.sectors})

    def _keepers(self, match: Match, frame: Frame) -> tuple[int, ...]:
        """Those in whose prison somebody is tortured: "was beaten in an Egyptian jail"."""
        if not frame.passive or not match.entry.code.startswith(TORTURE):
            return ()
        held = (i for i in match.roles.get("in", ()) if lemma(self.doc[i]) in PRISONS)
        return tuple(i for i in held if self.parties.has_country(i))

    def _ordered(self, match: Match, frame: Frame) -> tuple[int, ...]:
        """Who had it done: "was murdered on the orders of the president"."""
        if not frame.passive or "agent" in match.roles:
            return ()
        orders = (i for role in ("on", "at", "under") for i in match.roles.get(role, ()))
        return tuple(i for i in orders if lemma(self.doc[i]) in ORDERS and self.parties.known(i))

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

    def targets(self, match: Match, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Those it is done to: from the entry's roles, else by what the action itself says of them."""
        order = match.entry.target or (NOUN_TARGET if frame.kind == "noun" else VERB_TARGET)
        if frame.kind == "verb" and "iobj" in match.roles and order[0] != "iobj":
            order = ("iobj", *order)  # who is given something is always meant
        used = [r for r in match.entry.source if r in order] if frame.kind == "noun" else []
        if _only_where(match):
            used = [*used, "in", "at"]
        roles = self._meant(match, frame, used)
        if match.entry.mutual and self.parties.several(sources):
            order = tuple(
                r for r in order if r in ("with", "object", "against", "between", "to", *match.entry.target[:1])
            )
            others = {r: [i for i in tokens if i not in sources] for r, tokens in roles.items()}
            found = self.search.find(others, order, exclude=sources, places=False)
            return found if self.parties.real(found) else ()
        if afar := self._meant_afar(match, frame, sources):
            return afar
        found = self.search.find(roles, order, exclude=sources, head=frame.head)
        found = self._rather(found, match, frame, sources)
        if frame.kind == "noun" or _is_talk(match):
            return found if frame.kind == "noun" else self._partners(found, roles, order, match, frame, sources)
        given = match.entry.code.startswith(GIVEN)
        if given and not any(self.parties.has_country(i) for i in found):
            to = () if self.parties.real(found) else self.far.struck_by(frame.head, frame.head, sources, ("to",))
            found = to or self.far.helped(match, frame, sources) or found
        judged = match.entry.code.startswith(("09", "016", "110", "111"))
        deeds = match.roles.get(next(iter(match.entry.target), "object"), ())
        doers = self.far.doers_of(deeds, sources) if judged else ()
        if doers or self.parties.real(found) or any(self.parties.named(i) for i in found):
            return doers or found
        struck: tuple[int, ...] = ()
        if match.entry.code >= "14":
            struck = self.far.purpose(frame, sources) or self.far.struck_by(
                frame.head, frame.head, sources, ("against",)
            )
        inner = struck or self.far.act_parties(match.roles.get("object", ()), sources)
        received = given and order[0] == "to" and bool(roles.get("to"))  # "returned a mask of a girl to its owner"
        if inner or received or not (given or (match.entry.target and "object" not in match.entry.target[:1])):
            return inner or found
        near = self.far.awaited(frame, sources) or self.search.find(
            roles, order, exclude=sources, clause=frame.head, head=frame.head
        )
        only_before = self.far.provoked(near, frame.head, match.entry.code, sources)
        return near if not only_before and (self.parties.real(near) or not given) else found

    def _rather(self, found: tuple[int, ...], match: Match, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Those who are meant rather than those who stand nearest, by what the act is."""
        if match.entry.code[:2] in SAYING and (told := self._told(found, frame, sources)):
            return told
        if match.entry.code.startswith(PROTEST):
            found = self.far.answered(found, match, sources) or found
        return self._fought(found, match, frame, sources) or self.far.whence(found, match, sources) or found

    def _told(self, own: tuple[int, ...], frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """To whom words are said of which only the speaker's own are near: "voiced his regret in a letter to Chad"."""
        if frame.kind != "verb" or not own or not self._are_own(own, sources):
            return ()
        near = self.search.find({}, (), exclude=sources, clause=frame.head, head=frame.head)
        return near if self.parties.real(near) else ()

    def _are_own(self, things: tuple[int, ...], sources: tuple[int, ...]) -> bool:
        """Whether all are the doers' own: "his regret"."""
        doers = [self.parties.mention(i) for i in sources]
        mentions = [self.parties.mention(i) for i in things]
        return all(
            m.kind == "owned"
            and self.doc[m.start].tag_ == "PRP$"
            and any(d.start <= self.parties.antecedents.of(m.start) < d.end for d in doers)
            for m in mentions
        )

    def _fought(self, places: tuple[int, ...], match: Match, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Against whom somebody fights or marches where only places stand near: "rallied in Lima against Y"."""
        protest = match.entry.code.startswith(PROTEST)
        if not (protest or match.entry.code.startswith("19")) or not places or not self.parties.all_places(places):
            return ()
        own = {self.parties.mention(i).actor.country for i in sources}
        home = protest or {self.parties.mention(i).actor.country for i in places} == own
        found = self.far.struck_by(frame.head, frame.head, sources, ("against",)) if home else ()
        return () if self.parties.all_places(found) else found  # "took Kirkuk, threatening to move against Erbil"

    def _partners(
        self,
        found: tuple[int, ...],
        roles: dict[str, list[int]],
        order: tuple[str, ...],
        match: Match,
        frame: Frame,
        sources: tuple[int, ...],
    ) -> tuple[int, ...]:
        """With whom they agree or talk; what they agree on or talk about, or where, is not whom."""
        topics = TOPICS if "from" in order else TOPICS | {"from"}  # "discussed a threat from Chad"
        kept = tuple(i for i in found if self._before(i) not in topics)
        if self.parties.real(kept) or any(self.parties.named(i) for i in kept):
            return kept
        if awaited := self.far.awaited(frame, sources) or self.far.dealt_with(match, frame, sources):
            return awaited
        near = self.search.find(roles, order, exclude=sources, clause=frame.head, head=frame.head)
        return tuple(i for i in near if self._before(i) == "with") or kept

    def _before(self, index: int) -> str:
        """The word before a phrase, whatever the parse hangs the phrase on."""
        start = self.parties.mention(index).start
        return self.doc[start - 1].lower_ if start else ""

    def _meant(self, match: Match, frame: Frame, used: list[str]) -> dict[str, list[int]]:
        """The phrases that may say whom: in roles not used up, not "rather than" X, not "in protest", not on a site."""
        roles = match.places  # mostly as they are
        if used or self.refused:
            roles = {
                role: [i for i in tokens if not frame.head < self.refused < i]
                for role, tokens in roles.items()
                if role not in used
            }
        if "in" in roles and not match.entry.code.startswith(PROTEST):
            roles = _with(roles, "in", [i for i in roles["in"] if lemma(self.doc[i]) not in REASONS])
        if "on" in roles and match.entry.code[:2] <= LAST_WORDS:
            roles = _with(roles, "on", [i for i in roles["on"] if self.doc[i].lower_ not in SITES])
        return roles

    def _meant_afar(self, match: Match, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Whom a clause below names, and not those beside the verb: "called on workers to rally against Chad"."""
        if match.entry.code[:2] == "15":
            return self.far.deterred(frame, sources)
        if match.entry.code == ASYLUM and not {"in", "from", "of", "at"} & match.roles.keys():
            return self.far.arrived(frame, sources)
        if match.entry.target == ("against",) and "against" not in match.places:
            return self.far.struck_by(frame.head, frame.head, sources, ("against",))
        return ()

    def between(
        self, match: Match, sources: tuple[int, ...], targets: tuple[int, ...]
    ) -> tuple[tuple[int, ...], tuple[int, ...], bool]:
        """Both sides of a mutual act: "talks between A and B", "A and B met"."""
        pair = match.places.get("between", []) or match.places.get("among", [])
        both = len(pair) > 1 or (match.entry.mutual and self.parties.several(tuple(pair)))
        if both and (not sources or set(sources) <= set(pair)):
            return tuple(pair), tuple(pair), True
        if self.parties.several(sources) and self._each_other(match):
            return sources, sources, True
        if (
            match.entry.mutual
            and self.parties.several(sources)
            and (not targets or not self.parties.real(targets) or self.parties.all_places(targets))
        ):
            return sources, sources, True
        return sources, targets, match.entry.mutual

    def _each_other(self, match: Match) -> bool:
        """Whether the doers did it to each other, or to those of each other: "expelled each other's diplomats"."""
        places = [i for role in ("object", "with", "against", "at", "on", "to") for i in match.roles.get(role, ())]
        owners = [c.i for i in places for c in self.doc[i].children if c.dep_ == "poss"]
        return any(
            self.doc[i].lower_ in ("other", "another") and self.doc[max(i - 1, 0)].lower_ in ("each", "one")
            for i in (*places, *owners)
        )


def _with(roles: dict[str, list[int]], role: str, kept: list[int]) -> dict[str, list[int]]:
    """The roles with what is kept of one of them."""
    return roles if len(kept) == len(roles[role]) else {**roles, role: kept}


def _only_where(match: Match) -> bool:
    """Whether "in" only says where: where two meet is not whom they meet, and so it is with answers."""
    return (match.entry.mutual and "in" not in match.entry.target) or match.entry.code in ANSWERS


def _is_talk(match: Match) -> bool:
    """Whether two do something together in words: meet, agree, cooperate with each other."""
    entry = match.entry
    return entry.mutual and "with" in entry.target and entry.code.startswith(TALKING)
