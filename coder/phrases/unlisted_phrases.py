"""Phrases whose head is in no dictionary: whichever way of reading them fits first."""

from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import WORLD_REGIONS, base_of, joined
from coder.naming.hits import Hit
from coder.naming.noun_classes import CALENDAR, PARTITIVES
from coder.phrases.beside_phrases import read_behind_role, read_explained, read_member
from coder.phrases.composition import Modifier
from coder.phrases.noun_phrases import prepositional
from coder.phrases.owned_phrases import read_loosely_owned, read_owned, read_owned_after, read_owned_by_surname
from coder.phrases.reading import Reading, wheres
from coder.phrases.role_lands import relative_country
from coder.phrases.surname_phrases import read_surname
from coder.syntax.grammar_words import SUBJECTS
from coder.types import Resolution

_COUNTS: Final = frozenset({"ten", "dozen", "score", "hundred", "thousand", "million"})
_LANDS: Final = frozenset({"country", "nation", "state", "capital"})
_VAGUE: Final = WORLD_REGIONS | {"MOS", "CHR", "ARB", "WST", ""}
_FIRMS: Final = frozenset("inc corp corporation ltd plc co gmbh llc".split())
_QUANTITIES: Final = frozenset({"NUM", "PRON", "DET"})
_WITHIN: Final = frozenset({"in", "within", "inside"})
_THERE: Final = frozenset({"in", "across", "around", "throughout", "outside"})
_SOME: Final = frozenset("some many others those several most few".split())  # "some in Congress" belong to it
_STAFFED: Final = frozenset({"LEG", "GOV", "MIL", "OPP", "COP"})
_BODIES: Final = frozenset("group organisation organization movement militia".split())
_NEXT: Final = 3  # tokens in which a group's name may follow its kind: "the militant group, Hamas"
_KOREAS: Final = {"North": "PRK", "South": "KOR"}
_BESIDE_KOREA: Final = {*_KOREAS.values(), "JPN"}


def read_part(reading: Reading, head: int, start: int, end: int) -> Mention | None:
    """Read through "thousands of protesters", "a group of Syrian soldiers", "members of the Taliban"."""
    token = reading.doc[head]
    if token.lower_ not in PARTITIVES and token.lemma_ not in PARTITIVES and token.pos_ not in _QUANTITIES:
        return None
    for preposition, obj in prepositional(reading.doc, head, end - 1):
        within = preposition in _WITHIN and token.lower_ in _SOME
        if (preposition in {"of", "from"} or within) and obj.i not in reading.open:
            inner = reading.at(obj.i)
            if inner.actor.code and (not within or _has_members(inner)):
                actor = reading.copy(inner.actor, start, inner.end)
                return Mention(start, inner.end, head, actor, inner.kind, inner.sort, inner.others)
    return None


def _has_members(body: Mention) -> bool:
    return body.sort in {"organisation", "group"} or not _STAFFED.isdisjoint(body.actor.sectors)


def read_unlisted(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention:
    """Read a phrase whose head no dictionary knows; `modifiers` are the names before it, nearest first."""
    proper = reading.is_proper(head)
    known = (
        read_surname(reading, modifiers, head, start) if proper else read_group_again(reading, modifiers, head, start)
    )
    if known := known or _half_of_korea(reading, head, start):
        return known
    if proper and reading.doc[head].lower_.rstrip(".") in _FIRMS:
        return _firm(reading, modifiers, head, start)
    if titled := read_behind_role(reading, modifiers, head, start):
        return titled
    if explained := read_explained(reading, modifiers, head, start) or _example(reading, modifiers, head, start):
        return explained
    if modifiers or relative_country(reading, head):
        return read_owned(reading, modifiers, head, start)
    return (
        read_member(reading, head, start)
        or read_owned_by_surname(reading, head, start)
        or read_owned_after(reading, head, start)
        or read_loosely_owned(reading, head, start)
        or _nobody(reading, head, start)
    )


def read_group_again(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention | None:
    """Read "the group" and "the militant group" by the only one that the text has named before."""
    token = reading.doc[head]
    if token.lower_ not in _BODIES or reading.doc[start].lower_ != "the" or token.dep_ == "poss":
        return None
    owned = any(preposition != "in" for preposition, _ in prepositional(reading.doc, head, head))
    if owned or any(not m.hit.is_role or base_of(m.hit.code) for m in modifiers):
        return None
    named = [h for h in reading.hits if h.entry.sort == "group" and h.code and h.end <= start]
    after = any(h.entry.sort == "group" for h in reading.hits if head < h.start <= head + _NEXT)
    if len({h.code for h in named}) != 1 or after or _beside(reading, named[-1], head):
        return None
    actor = reading.actor(named[-1].code, (start, head + 1), Resolution.COREFERENCE, wheres(modifiers), "")
    return Mention(start, head + 1, head, actor, "actor", "group")


def _beside(reading: Reading, hit: Hit, head: int) -> bool:
    """Tell whether a name and a noun are two parties of one verb, and so not the same."""
    return reading.root(hit).head.i == reading.doc[head].head.i


def _half_of_korea(reading: Reading, head: int, start: int) -> Mention | None:
    """Read "the North" and "the South" where one of the Koreas is named, or Japan."""
    word = reading.doc[head]
    state = _KOREAS.get(word.text)
    alone = head == start + 1 and reading.doc[start].lower_ == "the"
    if not state or not alone or reading.countries.isdisjoint(_BESIDE_KOREA):
        return None
    actor = reading.actor(state, (start, head + 1), Resolution.COREFERENCE, ())
    return Mention(start, head + 1, head, actor, "actor", "state")


def _example(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention | None:
    """Read "Moslem countries, including Iran" by the country that is named, no land being said before."""
    if reading.doc[head].lemma_ not in _LANDS or any(base_of(m.hit.code) not in _VAGUE for m in modifiers):
        return None
    found = read_owned_after(reading, head, start)
    return found if found and len(base_of(found.actor.code)) == len(found.actor.code) else None


def _firm(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention:
    """Read "King Motors Inc": a firm, whatever the words before say; a country among them is its own."""
    lands = [m for m in modifiers if m.hit.is_land]
    code = joined(base_of(lands[0].hit.code) if lands else "", ["BUS"])
    actor = reading.actor(code, (start, head + 1), Resolution.COMPOSED, wheres(lands), reading.text(start, head + 1))
    return Mention(start, head + 1, head, actor, "actor", "organisation")


def _crowd(reading: Reading, head: int, start: int) -> Mention | None:
    """Read a bare count that does something as people: "tens of thousands fled", "hundreds in Chad marched"."""
    token = reading.doc[head]
    if token.tag_ != "NNS" or token.lemma_ not in _COUNTS or token.dep_ not in SUBJECTS:
        return None
    phrases = prepositional(reading.doc, head, head)
    there = [obj.i for word, obj in phrases if word in _THERE and obj.i not in reading.open]
    behind = [obj for word, obj in phrases if word not in _THERE]
    if any(obj.lemma_ not in _COUNTS for obj in behind) or reading.doc[start].lower_ == "the":
        return None
    lands = [place for place in map(reading.at, there) if place.kind == "place"]
    land = base_of(lands[0].actor.code) if lands else ""
    end = max([head, *(obj.i for obj in behind), *(place.end - 1 for place in lands)]) + 1
    actor = reading.actor(joined(land, ["CVL"]), (start, end), Resolution.COMPOSED, ())
    return Mention(start, end, head, actor, "actor", "role")


def _nobody(reading: Reading, head: int, start: int) -> Mention:
    if crowd := _crowd(reading, head, start):
        return crowd
    if reading.is_proper(head) and reading.doc[head].lower_ not in CALENDAR:
        return reading.unknown(head, start, head + 1, "actor", reading.sort_of_unknown(head, start))
    return reading.unknown(head, start, head + 1, "other", "thing")
