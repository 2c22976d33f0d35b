"""Opponents: against whom troops are moved or crowds march, where only what stands around the act tells it."""

from typing import Final

from coder.acts import Act
from coder.meaning.answers import TOLD
from coder.meaning.far_parties import MESSAGES
from coder.naming.noun_classes import FRONTIERS
from coder.parties.parties import Parties
from coder.syntax.nominals import conjuncts
from coder.syntax.parsed import Token
from coder.syntax.words import lemma

PROTEST: Final = "14"
SHOW: Final = "15"
HOSTILE: Final[tuple[str, ...]] = ("13", "14", "15", "17", "18", "19", "20")
RULING: Final = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "BUS", "MNC"))
ORDER: Final = frozenset(("GOV", "LEG", "JUD", "MIL", "COP"))
ARMED: Final = frozenset(("GOV", "MIL", "REB", "INS", "SEP", "OPP", "UAF", "RAD"))
REACHING: Final = frozenset("reach hit strike target threaten".split())
PRESSING: Final = frozenset(
    "stop prevent press pressure force compel push urge denounce protest oppose condemn".split()
)
SINCE: Final = frozenset("after as since because following amid once when case lest".split())
# The noun that says so, and what stands between it and the opponent: "in a row with Chad", "within range of Chad".
QUARRELS: Final = frozenset(
    """row dispute tension standoff stand-off feud spat quarrel war conflict confrontation showdown crisis face-off rift
    brinkmanship clash skirmish wrangle talk negotiation""".split()
)
DANGERS: Final = frozenset("threat attack invasion incursion raid aggression provocation offensive assault".split())
DISTANCES: Final = frozenset("distance range reach sight earshot throw mile kilometre kilometer km minute".split())
FACING: Final = (
    (frozenset({"with"}), QUARRELS),
    (frozenset(("from", "by")), DANGERS),
    (frozenset({"to"}), MESSAGES),
    (frozenset({"of"}), frozenset({"defiance"})),
    (frozenset(("at", "against")), frozenset({"protest"})),
    (frozenset({"to"}), frozenset({"opposition"})),
    (frozenset(("at", "against", "over")), frozenset(("anger", "fury", "rage", "outrage", "dismay", "disgust"))),
    (frozenset(("of", "from")), DISTANCES),
)


def opposed(act: Act, acts: list[Act], parties: Parties) -> Act:
    """The act against whoever stands around it as its opponent: "called up reservists in a row with Chad".

    Troops that go nowhere, or only about their own land, are still meant for somebody; so are protests.
    """
    if not act.code.startswith((PROTEST, SHOW)) or act.modality not in TOLD or not act.sources:
        return act
    free = not parties.real(act.targets)
    if not free and not _at_home(act, parties):
        return act
    below = [t for t in parties.doc[act.head].subtree if t.i > act.head]
    found = _faced(below, act, parties) if free or act.code.startswith(PROTEST) else _beyond(below, act, parties)
    if not found and (free or act.code.startswith(PROTEST)):
        found = _pressed(below, act, parties) or _provoking(below, act, acts, parties)
    return act.but(targets=found) if found else act


def _at_home(act: Act, parties: Parties) -> bool:
    """Whether the act only names places of the doer's own land, where it was done, or things of his own."""
    own = {parties.mention(i).actor.country for i in act.sources}
    elsewhere = [i for i in act.targets if parties.doc[parties.mention(i).start].tag_ != "PRP$"]
    return parties.all_places(elsewhere) and {parties.mention(i).actor.country for i in elsewhere} <= own


def _beyond(below: list[Token], act: Act, parties: Parties) -> tuple[int, ...]:
    """Who is behind the border at which one's own place lies: "sent tanks to the frontier with Chad in the north"."""
    for token in below:
        if token.dep_ == "prep" and token.lower_ == "with" and lemma(token.head) in FRONTIERS:
            return parties.apart((x.i for p in token.children if p.dep_ == "pobj" for x in conjuncts(p)), act.sources)
    return ()


def _pressed(below: list[Token], act: Act, parties: Parties) -> tuple[int, ...]:
    """Whom an act is to move or may strike, wherever the parse hung that.

    e.g. "blocked roads to press the cabinet for bread", "showed off a missile that can reach Chad"
    """
    verbs = PRESSING if act.code.startswith(PROTEST) else REACHING
    for token in below:
        if lemma(token) in verbs and token.tag_ in ("VB", "VBG"):
            found = parties.apart((x.i for c in token.children if c.dep_ == "dobj" for x in conjuncts(c)), act.sources)
            if found:
                return found
    return ()


def _faced(below: list[Token], act: Act, parties: Parties) -> tuple[int, ...]:
    """Who stands behind a noun of quarrel, danger, message or distance."""
    for token in below:
        if token.dep_ == "prep" and token.head.i >= act.head:
            noun = lemma(token.head)
            if any(token.lower_ in prepositions and noun in nouns for prepositions, nouns in FACING):
                found = parties.apart(
                    (x.i for p in token.children if p.dep_ == "pobj" for x in conjuncts(p)), act.sources
                )
                if found:
                    return found
    return ()


def _provoking(below: list[Token], act: Act, acts: list[Act], parties: Parties) -> tuple[int, ...]:
    """Who has done what the act answers: "after the cabinet raised fares", "as Chadian troops drew near"."""
    clauses = [t for t in below if _says_when(t, act.head)]
    inside = {t.i for clause in clauses for t in clause.subtree}
    known = [a for a in acts if a.head in inside and a.modality in TOLD]
    doers = [a.sources for a in known if act.code.startswith(PROTEST) or a.code.startswith(HOSTILE)]
    read = {a.head for a in acts}
    unread = [t for t in clauses if t.dep_ == "advcl" and t.i not in read]
    doers += [(c.i,) for clause in unread for c in clause.children if c.dep_ == "nsubj"]
    own = {parties.mention(i).actor.country for i in act.sources}
    for doer in doers:
        found = parties.apart(doer, act.sources)
        if found and _may_oppose(found, act, own, parties):
            return found
    return ()


def _may_oppose(found: tuple[int, ...], act: Act, own: set[str], parties: Parties) -> bool:
    """Whether who did that can be meant: by a protest the powers that be, by troops armed men of others."""
    actors = [parties.mention(i).actor for i in found]
    if act.code.startswith(PROTEST):
        return any(RULING & {*a.sectors} or a.code == a.country for a in actors)
    armed = any(ARMED & {*a.sectors} or a.code == a.country for a in actors)
    return armed and not any(a.country in own and (ORDER & {*a.sectors} or a.code == a.country) for a in actors)


def _says_when(token: Token, head: int) -> bool:
    """Whether a clause or phrase behind the act says when or why it was done."""
    if token.dep_ == "advcl" and token.head.i == head:
        return any(c.dep_ == "mark" and c.lower_ in SINCE for c in token.children)
    return token.dep_ == "prep" and token.lower_ in SINCE
