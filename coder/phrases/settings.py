"""`Setting`: where a sentence plays, and whose it mainly tells, from all who are named in it."""

from collections.abc import Sequence
from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import GENERIC, WORLD_REGIONS
from coder.naming.lands import ABROAD, OCCUPIED, UNREBELLIOUS
from coder.naming.noun_classes import FRONTIERS, HELD_UP
from coder.syntax.grammar_words import SUBJECTS
from coder.syntax.nominals import leads_up
from coder.syntax.parsed import Doc, Token

FAITHS: Final = frozenset(("MOS", "CHR", "HIN", "BUD", "SIK"))
PEOPLES: Final = FAITHS | frozenset(  # codes of their own that are no land's
    "KUR ARB JEW TUA TUB BER FUL HUT TUT HZR PSH YZD DRZ TKN ASY TAM ROM".split()
)
TALKS: Final = frozenset("talk negotiation conference summit round".split())
TRAVEL: Final = frozenset("visit trip tour journey travel fly".split())
_BESIDE: Final = frozenset(("advcl", "conj", "parataxis"))
_TOLD: Final = _BESIDE | {"ccomp"}  # what somebody says of others is a clause of its own, and a part of his
ABSTRACT: Final = GENERIC | WORLD_REGIONS | PEOPLES  # no lands where something can be


WARS: Final = frozenset("war conflict invasion offensive".split())
ABOUT: Final = frozenset("against about over on".split())
DISCUSSING: Final = frozenset(("discuss", "review", "debate"))  # of what goes on elsewhere


class Setting:
    """Where a sentence plays; "" where it leaves that open."""

    __slots__ = ("countries", "country", "home", "near", "place", "speaker", "spoken", "subject", "topic", "visited")

    def __init__(  # noqa: PLR0913, PLR0917 (a value's parts)
        self,
        near: str,  # the one country of its places, borders among them
        place: str,  # the one country of its places, of which a border is none
        country: str,  # the one country that it names at all
        home: str = "",  # the one country that it names besides those that are in the news for what they do abroad
        spoken: str = "",  # that of the state of which a bare official tells: "Kenya will buy maize, the minister said"
        speaker: int = -1,  # code points: where the words for him begin
        topic: str = "",  # that of the people or organ who are the subject of its main clause: "Polish farmers"
        subject: str = "",  # the same, of presidents and ministers too, who may speak of other lands
        visited: str = "",  # the one country that somebody travels to: "on a visit to Togo"
        countries: frozenset[str] = frozenset(),  # all that it names
    ) -> None:
        """Take the parts."""
        self.near: Final = near
        self.place: Final = place
        self.country: Final = country
        self.home: Final = home
        self.spoken: Final = spoken
        self.speaker: Final = speaker
        self.topic: Final = topic
        self.subject: Final = subject
        self.visited: Final = visited
        self.countries: Final = countries


def setting_of(doc: Doc, mentions: Sequence[Mention]) -> Setting:
    """Tell where a sentence plays from all who are named in it."""
    known = [m for m in mentions if m.actor.country and m.actor.country not in ABSTRACT and not _is_seat(doc, m)]
    known = [m for m in known if not (m.sort == "organisation" and "MED" in m.actor.sectors)]  # "CNN saw protesters"
    known = [m for m in known if not (_is_venue(doc, m) or _is_authority(doc[m.head]) or leads_up(doc[m.head]))]
    lying = [m for m in known if m.kind == "place" and not _is_talked_of(doc[m.head])]
    near = {m.actor.country for m in lying}
    places = {m.actor.country for m in lying if doc[m.head].lemma_ not in FRONTIERS}
    beyond = [m for m in lying if doc[m.head].lemma_ in FRONTIERS]  # "near the Thai border", told of Myanmar
    countries = {m.actor.country for m in known if not any(b.start <= m.start and m.end <= b.end for b in beyond)}
    countries = countries or {m.actor.country for m in known}
    main = [m.actor for m in known if m.kind == "actor" and m.actor.sectors and _is_main(doc[m.head])]
    topic = subject = _only({actor.country for actor in main})
    if all("GOV" in actor.sectors for actor in main) and (topic in ABROAD or len(countries) > 1):
        topic = ""  # presidents and ministers speak of other lands
    spoken, speaker = _spoken(doc, mentions)
    return Setting(
        _only(near),
        _only(places),
        _only(countries),
        _only(countries - ABROAD - OCCUPIED),
        spoken,
        speaker,
        topic,
        subject,
        _only({m.actor.country for m in known if _is_visited(doc[m.head])}),
        frozenset(countries),
    )


def clause_setting(doc: Doc, mentions: Sequence[Mention], head: int, whole: Setting) -> Setting:
    """Tell where the clause of a word plays, where it tells so and the rest of the sentence plays elsewhere too.

    "Women marched in Lima, while Chad's army shelled a village": the women are Peru's.
    """
    if whole.country:
        return whole
    top = doc[head]
    while True:
        top = _top(top)
        clause = _clause(top)
        if len(clause) == len(doc):
            return whole
        own = setting_of(doc, [m for m in mentions if m.head in clause])
        if own.place or own.country:
            return own
        if top.head.i == top.i:
            return whole
        top = top.head  # what somebody says of others: where he is


def clause_around(token: Token) -> set[int]:
    """Give the tokens of a word's clause, without the clauses beside it that have subjects of their own."""
    return _clause(_top(token))


def _top(token: Token) -> Token:
    while token.head.i != token.i and not _begins_clause(token, _TOLD):
        token = token.head
    return token


def _clause(top: Token) -> set[int]:
    """Give the tokens below the top of a clause, without the clauses beside it that have subjects of their own."""
    found, inner, stack = set[int](), list[Token](), [top]
    while stack:
        token = stack.pop()
        found.add(token.i)
        for child in token.children:
            (inner if _begins_clause(child, _BESIDE) else stack).append(child)
    for apart in inner:
        found.difference_update(range(apart.left_edge.i, apart.right_edge.i + 1))
    return found


def _begins_clause(verb: Token, relations: frozenset[str]) -> bool:
    """Whether a clause with a subject of its own stands beside or below another: "while …", "and …", "said that …"."""
    return verb.dep_ in relations and any(c.dep_ in SUBJECTS for c in verb.children)


def _is_venue(doc: Doc, mention: Mention) -> bool:
    """Whether a land only lends the room for others' talks: "negotiations in Oslo"."""
    token = doc[mention.head]
    inside = token.dep_ == "pobj" and token.head.lower_ in ("in", "at") and mention.actor.country in UNREBELLIOUS
    return inside and token.head.head.lemma_ in TALKS


def _is_authority(token: Token) -> bool:
    """Whether somebody is only named as the one who tells it: "according to a [Polish diplomat]"."""
    return any(above.lower_ == "according" for above in token.ancestors)


def _is_visited(token: Token) -> bool:
    """Whether somebody travels to a land: "his first visit to Togo"."""
    to = token.head
    return token.dep_ == "pobj" and to.lower_ == "to" and to.head.lemma_ in TRAVEL


def _is_seat(doc: Doc, mention: Mention) -> bool:
    """Whether a place only says where somebody has his office or friends: "a [Berlin]-based rights group"."""
    behind = mention.end + 1
    return behind < len(doc) and doc[behind].lower_ in HELD_UP and doc[mention.end].text == "-"


def _is_talked_of(place: Token) -> bool:
    """Whether a place is where that is of which somebody only speaks: "discussed the situation in Ukraine"."""
    thing = place.head.head if place.dep_ == "pobj" else place
    if thing.lemma_ in WARS and thing.dep_ == "pobj" and thing.head.lower_ in ABOUT:
        return True  # "students who had marched against the war in Ukraine"
    return thing.dep_ == "dobj" and thing.head.lemma_ in DISCUSSING


def _spoken(doc: Doc, mentions: Sequence[Mention]) -> tuple[str, int]:
    """Find an official without a country who says what a state does, and that state."""
    subjects = [m for m in mentions if m.kind == "actor" and doc[m.head].dep_ == "nsubj"]
    bare = [m for m in subjects if m.actor.code[:3] == "GOV" and doc[m.head].head.dep_ == "ROOT"]
    states = [
        m
        for m in subjects
        if m.sort in ("state", "city")
        and (verb := doc[m.head].head).dep_ == "ccomp"
        and verb.head.dep_ == "ROOT"
        and not _is_demanded(verb)
    ]
    if len(bare) == len(states) == 1 and doc[states[0].head].head.head.i == doc[bare[0].head].head.i:
        return states[0].actor.country, bare[0].actor.span.start
    return "", -1


def _is_demanded(verb: Token) -> bool:
    """Whether somebody is told what a state must do, by an official who is hardly its own."""
    return any(c.dep_ == "aux" and c.lower_ in ("must", "should") for c in verb.children) and any(
        c.dep_ in ("dobj", "dative") for c in verb.head.children
    )


def _is_main(token: Token) -> bool:
    """Whether a noun is the subject of the main clause, or of what somebody in it says."""
    if token.dep_ not in SUBJECTS:
        return False
    verb = token.head
    while verb.dep_ in ("ccomp", "conj", "parataxis") and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "ROOT"


def _only(countries: set[str]) -> str:
    return next(iter(countries)) if len(countries) == 1 else ""
