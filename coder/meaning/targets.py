"""`Targets`: to whom it is done, by the roles of an entry, or by what else the sentence tells of it."""

from typing import Final

from coder.entries.conditions import CLAUSES
from coder.frames import Frame
from coder.meaning.far_parties import REASONS, FarParties
from coder.meaning.matches import Match
from coder.parties.parties import Parties
from coder.parties.party_roles import NOUN_TARGET, VERB_TARGET
from coder.parties.party_search import PartySearch
from coder.syntax.words import lemma

ANSWERS: Final = ("011", "015", "016")
# What is given is for somebody, however deep he stands.
GIVEN: Final[tuple[str, ...]] = ("0331", "0333", "064", "07", "084", "162")
# What is said of deeds, and so of those who do them.
JUDGED: Final[tuple[str, ...]] = ("016", "051", "052", "09", "110", "111", "114", "120", "141")
JUDGED_IN: Final = ("object", "against", "over", "at", "for")
TALKING: Final[tuple[str, ...]] = ("04", "05", "06")
TOPICS: Final = frozenset("on over about in at during".split())
ASYLUM: Final = "0233"  # asked of the country that somebody has reached
PROTEST: Final = "14"
WITH_WHOM: Final = frozenset(("with", "object", "against", "between", "to"))
SITES: Final = frozenset(("twitter", "facebook", "instagram", "youtube", "telegram", "weibo", "television", "radio"))
SAYING: Final = frozenset(("01", "02", "05", "10", "11", "12", "13"))
LAST_WORDS: Final = "13"  # the roots up to it are words and gifts, of which a site is only where they are said


class Targets:
    """Finds to whom it is done, within one Doc."""

    def __init__(self, parties: Parties, search: PartySearch, far: FarParties, refused: int) -> None:
        """Take the Doc's readers, and where "rather than" stands."""
        self.doc = parties.doc
        self.parties = parties
        self.search = search
        self.far = far
        self.refused = refused

    def of(self, match: Match, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Those it is done to: from the entry's roles, else by what the action itself says of them."""
        order = match.entry.target or (NOUN_TARGET if frame.kind == "noun" else VERB_TARGET)
        if frame.kind == "verb" and "iobj" in match.roles and order[0] != "iobj":
            order = ("iobj", *order)  # who is given something is always meant
        used = [r for r in match.entry.source if r in order] if frame.kind == "noun" else []
        if _only_where(match):
            used = [*used, "in", "at"]
        roles = self._meant(match, frame, used, sources)
        if match.entry.mutual and self.parties.several(sources):
            first = match.entry.target[:1]
            order = tuple(r for r in order if r in WITH_WHOM or r in first)
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
            found = to or self.far.helped(frame, sources) or found
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
        near = self.far.awaited(frame, sources, match.entry.code) or self.search.find(
            roles, order, exclude=sources, clause=frame.head, head=frame.head
        )
        only_before = self.far.provoked(near, frame.head, match.entry.code, sources)
        return near if not only_before and (self.parties.real(near) or not given) else found

    def _rather(self, found: tuple[int, ...], match: Match, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Those who are meant rather than those who stand nearest, by what the act is."""
        if match.entry.code[:2] in SAYING and (told := self._told(found, frame, sources)):
            return told
        if match.entry.code.startswith(JUDGED):
            found = self.far.authors((i for r in JUDGED_IN for i in match.roles.get(r, ())), sources) or found
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
        if awaited := self.far.awaited(frame, sources, match.entry.code) or self.far.dealt_with(match, frame, sources):
            return awaited
        near = self.search.find(roles, order, exclude=sources, clause=frame.head, head=frame.head)
        return tuple(i for i in near if self._before(i) == "with") or kept

    def _before(self, index: int) -> str:
        """The word before a phrase, whatever the parse hangs the phrase on."""
        start = self.parties.mention(index).start
        return self.doc[start - 1].lower_ if start else ""

    def _meant(self, match: Match, frame: Frame, used: list[str], sources: tuple[int, ...]) -> dict[str, list[int]]:
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
        told = [r for r in match.entry.target if r in CLAUSES]
        return {**roles, **{r: self.far.in_clauses(r, match, frame, sources) for r in told}} if told else roles

    def _meant_afar(self, match: Match, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Whom a clause below names, and not those beside the verb: "called on workers to rally against Chad"."""
        if match.entry.code[:2] == "15":
            return self.far.deterred(frame, sources)
        if match.entry.code == ASYLUM and not {"in", "from", "of", "at"} & match.roles.keys():
            return self.far.arrived(frame, sources)
        if match.entry.target == ("against",) and "against" not in match.places:
            return self.far.struck_by(frame.head, frame.head, sources, ("against",))
        return ()


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
