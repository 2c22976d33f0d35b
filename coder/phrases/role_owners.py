"""Whose a role is by the phrases behind it: of, for, from, in, at, loyal to."""

from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import ARMED_OPPOSITION, WORLD_REGIONS, base_of
from coder.naming.hits import LANDS, Hit
from coder.naming.lands import SETTLERS, UNREBELLIOUS
from coder.naming.noun_classes import PARTITIVES, SETTLER
from coder.naming.private_bodies import sectors_of_body
from coder.phrases.composition import Owner, is_diplomat, is_weak
from coder.phrases.noun_phrases import loyal_to, prepositional, tended_by
from coder.phrases.reading import Reading
from coder.phrases.role_lands import MOBILE
from coder.syntax.parsed import Token

_ADVOCATES: Final = frozenset({"lawyer", "lawyers", "attorney", "attorneys"})
_HELPERS: Final = frozenset({"aide", "adviser", "advisor", "assistant", "confidant", "confidante"})
_SENT_BY: Final = frozenset(
    "official minister representative delegate negotiator member leader spokesman lawmaker".split()
)
_BODIES: Final = frozenset(
    "party government ministry opposition union army movement group authority commission".split()
)
_OFFICERS: Final = frozenset("judge prosecutor officer official investigator inspector clerk".split())
_STAFF: Final = _OFFICERS | frozenset(  # who belong to the court, ministry or mission at which they are
    "diplomat attache attaché employee worker staff staffer guard counsellor secretary interpreter driver".split()
)
_SENT_ABOUT: Final = frozenset("envoy representative rapporteur mediator coordinator".split())
_WRONGED: Final = frozenset(("victim", "hostage", "captive", "prisoner"))
_WRONGING: Final = ARMED_OPPOSITION | {"MIL", "COP", "CRM", "UAF", "SPY"}
_ON_THE_SPOT: Final = frozenset(  # what is done to people where one is oneself, so that "from" says whose they are
    """arrest detain kill murder beat kidnap abduct meet praise urge accuse train threaten wound question interrogate
    recruit hire fight capture charge jail fine sentence execute torture investigate condemn thank host take accept
    receive admit shelter resettle house feed""".split()
)
_WORKPLACES: Final = frozenset(
    "mission embassy consulate legation ministry court tribunal headquarters office secretariat".split()
)
_OUTPOSTS: Final = frozenset("mission embassy consulate legation commission".split())


def owners_of(reading: Reading, hit: Hit, head: int, end: int) -> tuple[list[Owner], int]:
    """Read the phrases after a role: of, for, from, in, at, loyal to; gives how far the last useful one reaches."""
    owners, reach = [], end
    joined_at = next((c.i for c in reading.doc[head].children if c.dep_ == "conj" and c.i >= end), len(reading.doc))
    behind = [*prepositional(reading.doc, head, end - 1), *loyal_to(reading.doc, head), *_from_body(reading, hit, end)]
    behind += tended_by(reading.doc, head)
    for preposition, obj in behind:
        if obj.i < end or obj.i in reading.open or not _may_own(preposition, hit):
            continue
        inner = reading.at(obj.i)
        if inner.actor.code and _is_matter(hit, preposition, inner):
            reach = max(reach, inner.end)
        elif inner.actor.code and _owns(reading, preposition, hit, inner):
            owners.append(Owner(inner.actor.code, preposition, _does(reading, inner)))
            if obj.i < joined_at:  # "rebels and troops in Mali": Mali is no part of the rebels' own phrase
                reach = max(reach, inner.end)
    return owners or _by_example(reading, head, behind), reach


def _by_example(reading: Reading, head: int, behind: list[tuple[str, Token]]) -> list[Owner]:
    """Give the land of one who is named as an example: "officials, including Sergei Lavrov"."""
    named = (reading.at(obj.i) for word, obj in behind if word == "including" and obj.i not in reading.open)
    lands = (base_of(m.actor.code) for m in named if m.sort == "person" and m.head > head)
    return next(([Owner(land, "of", None)] for land in lands if land), [])


def _does(reading: Reading, inner: Mention) -> tuple[str, ...] | None:
    """Give the sectors of a private body that no dictionary has: "the Ghana Federation of Teachers"; None of others."""
    hit = reading.by_token.get(inner.head)
    if inner.sort != "organisation" or inner.actor.sectors or (hit and not hit.is_role and hit.entry.sort != "state"):
        return None
    return sectors_of_body(
        [token.text for token in reading.doc.tokens[inner.start : reading.doc[inner.head].right_edge.i + 1]]
    )


def _from_body(reading: Reading, hit: Hit, end: int) -> list[tuple[str, Token]]:
    """Give whose they are in "attack officials from the ruling party", where the parse hangs "from" on the verb."""
    last = reading.doc[end - 1]
    noun = hit.entry.name.rpartition(" ")[2].removesuffix("s")
    if end >= len(reading.doc) or reading.doc[end].lower_ not in {"from", "at"}:
        return []
    word = reading.doc[end].lower_
    behind = (c for c in reading.doc[end].children if c.dep_ == "pobj")
    if word == "at":  # "expelled an officer at the Indian mission"
        return [(word, c) for c in behind if noun in _STAFF and c.lemma_ in _OUTPOSTS]
    named = [c for c in behind if reading.is_proper(c.i) or c.lemma_ in _BODIES | PARTITIVES]
    if noun in _SENT_BY or _stays(last):
        return [(word, c) for c in named]
    return []


def _stays(noun: Token) -> bool:
    """Tell whether "from" behind a noun cannot go with its verb: "by men [from Chad]", "arrested men [from Chad]"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in {"NOUN", "NUM", "PRON"}:
        noun = noun.head.head  # "hundreds of people"
    if noun.dep_ == "pobj":
        return noun.head.dep_ == "agent"
    return noun.dep_ == "dobj" and noun.head.lemma_ in _ON_THE_SPOT


def _may_own(preposition: str, hit: Hit) -> bool:
    noun = hit.entry.name
    if preposition in {"of", "from", "for", "loyal to"}:
        return not (preposition == "for" and noun.rpartition(" ")[2] in _ADVOCATES)
    if preposition == "to":  # "an aide to President Park"; an envoy is another's than those to whom he is sent
        return noun.rpartition(" ")[2].removesuffix("s") in _HELPERS
    return preposition in {"in", "at", "inside", "across", "within", "with"} and not is_diplomat(noun)


def _owns(reading: Reading, preposition: str, hit: Hit, inner: Mention) -> bool:
    if preposition in {"of", "from", "for", "loyal to", "to"}:
        wronged = hit.entry.name in _WRONGED and _WRONGING & set(inner.actor.sectors)  # "victims of British troops"
        return inner.kind != "pronoun" and not (wronged and preposition == "of")
    if preposition in {"at", "with", "within"}:
        body = inner.sort in {"organisation", "group"}
        return (body and is_weak(hit)) or _works_at(reading, hit, inner)
    if SETTLER in hit.entry.name and base_of(inner.actor.code) in SETTLERS:
        return False
    if ARMED_OPPOSITION & {*hit.sectors} and base_of(inner.actor.code) in UNREBELLIOUS:
        return False  # "met the rebels in Oslo"
    if hit.entry.name in MOBILE and len(reading.countries) > 1:
        return False  # soldiers in a country are often another's
    office = reading.doc[inner.head].lemma_.lower() in _WORKPLACES  # "an official in the president's office"
    return inner.sort in LANDS or inner.kind == "place" or (office and _works_at(reading, hit, inner))


def _works_at(reading: Reading, hit: Hit, inner: Mention) -> bool:
    """Tell whether somebody belongs to the body at which he is: "judges at the Court", "a guard at the embassy"."""
    noun = hit.entry.name.rpartition(" ")[2].removesuffix("s")
    if inner.sort in {"organisation", "group"}:
        return noun in _OFFICERS
    return noun in _STAFF and reading.doc[inner.head].lemma_.lower() in _WORKPLACES


def _is_matter(hit: Hit, preposition: str, inner: Mention) -> bool:
    """Tell whether a land is what an office deals with: "the Minister for Africa", "a special envoy for Sudan"."""
    if preposition != "for" or "GOV" not in hit.sectors:
        return False
    sent = hit.entry.name.rpartition(" ")[2].removesuffix("s") in _SENT_ABOUT and inner.sort in LANDS
    return sent or inner.actor.code[:3] in WORLD_REGIONS
