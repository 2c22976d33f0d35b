"""Things read by their owner, wherever it stands: "Hamas positions", "goods from China", "the ISIS-held district"."""

from collections.abc import Sequence
from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import WORLD_REGIONS, base_of, is_organisation, joined, sectors_of
from coder.naming.hits import Hit
from coder.naming.noun_classes import NEUTRAL_HEADS, PLACE_NOUNS, STATE_NOUNS, SUFFERED
from coder.phrases.composition import Modifier, compose
from coder.phrases.noun_phrases import made_by, prepositional, tended_by
from coder.phrases.reading import Reading, wheres
from coder.phrases.role_lands import relative_country
from coder.phrases.shared_nouns import own_part, parts_of, shared
from coder.types import Resolution

_OF_THINGS: Final = frozenset({"of", "from", "by"})
_WITHIN: Final = frozenset("partner faction ally player member grouping".split())  # "a partner in the coalition"
_OF_PLACES: Final = frozenset({"of", "in", "near", "around", "outside", "at", "across", "along", "inside"})
_SOMEWHERE: Final = frozenset({"in", "near", "across", "outside", "inside"})
_MAKING: Final = frozenset({"made", "built"})  # says whose a thing is only of a group's own things
_PREMISES: Final = frozenset(  # where the country of a role's own people counts: "the interior ministry compound"
    """building office compound headquarters complex premise gate entrance post checkpoint base camp barrack barracks
    convoy vehicle van car bus truck patrol position outpost facility installation depot garage residence hall chamber
    roof wall courtyard seat""".split()
)
_RULES: Final = frozenset("law bill act decree legislation policy ban amendment regulation ordinance rule".split())
_RULED: Final = frozenset(("CVL", "EDU", "REF", "LAB", "AGR", "HLH", "BUS", "CRM"))
_HELD_THERE: Final = frozenset(
    """talk negotiation agreement accord protocol convention declaration treaty process conference summit round
    format communique""".split()
)
_HELD: Final = frozenset("held led claimed controlled made built run owned occupied appointed fired issued".split())


def read_owned(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention:
    """Read a thing by its owner: "Hamas positions", "Tehran's nuclear programme", "its oil"."""
    proper = reading.is_proper(head)
    modifiers = [m for m in modifiers if not _is_venue(reading, m, head) and not _is_ruled(reading, m, head)]
    role = next((m.hit for m in modifiers if m.hit.is_role and not proper), None)
    if proper:
        modifiers = [m for m in modifiers if not _says_nothing(m.hit)]
    parts = parts_of(reading, modifiers)
    modifiers = own_part(parts)
    code = compose(role, [m for m in modifiers if m.hit is not role], (), relative_country(reading, head))
    named = proper and not any(m.possessive for m in modifiers)
    kind = "place" if proper and not named and _is_inside(reading, head) else _kind(reading, head, named=named)
    sort = reading.sort_of_unknown(head, start) if named else modifiers[0].hit.entry.sort if modifiers else "thing"
    if (
        not base_of(code)
        and not named
        and (after := read_owned_after(reading, head, start))
        and base_of(after.actor.code)
    ):
        return after
    if role and not base_of(code) and reading.doc[head].lemma_.lower() in _PREMISES:
        code = _where_role_is(reading, role, code)
    vague = kind == "owned" or reading.doc[head].lemma_ in STATE_NOUNS
    if not code or (not base_of(code) and vague and _only_adjectives(reading, modifiers)):
        return reading.unknown(head, start, head + 1, "actor" if named else "other", sort)
    name = reading.label(code, None, modifiers) if not named else reading.text(start, head + 1)
    actor = reading.actor(code, (start, head + 1), Resolution.COMPOSED, wheres(modifiers), name)
    return Mention(start, head + 1, head, actor, kind, sort, shared(reading, parts, None, code))


def read_owned_by_surname(reading: Reading, head: int, start: int) -> Mention | None:
    """Read "Duda's handling of the crisis", where the dictionaries have the owner under his full name alone."""
    if reading.is_proper(head):
        return None
    owner = next((c for c in reading.doc[head].children if c.dep_ == "poss" and reading.is_proper(c.i)), None)
    if owner is None or owner.i in reading.by_token or owner.i in reading.open:
        return None
    inner = reading.at(owner.i)
    if not inner.actor.code or inner.sort != "person":
        return None
    code = base_of(inner.actor.code)
    actor = reading.actor(code, (start, head + 1), Resolution.COMPOSED, inner.actor.provenance, inner.actor.name)
    return Mention(start, head + 1, head, actor, _kind(reading, head, named=False), inner.sort) if code else None


def _is_venue(reading: Reading, modifier: Modifier, head: int) -> bool:
    """Tell whether a town only lent its name to what was held or agreed there: "the Oslo accords"."""
    return (
        modifier.hit.entry.sort == "city"
        and not modifier.possessive
        and reading.doc[head].lemma_.lower() in _HELD_THERE
    )


def _is_ruled(reading: Reading, modifier: Modifier, head: int) -> bool:
    """Tell whether people only say what a rule is about: "the government's child labour law"."""
    people = modifier.hit.is_role and bool(modifier.hit.sectors) and {*modifier.hit.sectors} <= _RULED
    return people and not modifier.possessive and reading.doc[head].lemma_.lower() in _RULES


def _where_role_is(reading: Reading, role: Hit, code: str) -> str:
    """Give a house the country that its people would have by themselves: "the ministry building in Kabul"."""
    root = reading.root(role).i
    base = base_of(reading.at(root).actor.code) if root not in reading.open else ""
    return joined(base, sectors_of(code)) if base and not is_organisation(base) else code


def _only_adjectives(reading: Reading, modifiers: list[Modifier]) -> bool:
    """Tell whether only adjectives speak of a role: "military aid" is not the military's."""
    return all(m.hit.entry.use == "modifier" or reading.root(m.hit).tag_ == "JJ" for m in modifiers)


def _is_inside(reading: Reading, head: int) -> bool:
    """Tell whether something happens in what has a name and an owner: "in Cameroon's Far North"."""
    token = reading.doc[head]
    return token.dep_ == "pobj" and token.head.lower_ in _SOMEWHERE


def _says_nothing(hit: Hit) -> bool:
    """Tell whether a word in a name says nothing of whose it is: "Human Rights Watch", "Asian Tribune"."""
    return hit.entry.use == "modifier" or hit.code in WORLD_REGIONS


def _kind(reading: Reading, head: int, *, named: bool) -> str:
    noun = reading.doc[head].lemma_.lower()
    if noun in PLACE_NOUNS:
        return "place"
    return "actor" if named or noun in NEUTRAL_HEADS else "owned"


def read_owned_after(reading: Reading, head: int, start: int) -> Mention | None:
    """Read a thing by what follows it: "goods from China", "the city of Mosul", "an offer made by the Taliban"."""
    proper = reading.is_proper(head) and reading.doc[head].lemma_.lower() not in PLACE_NOUNS
    if proper and reading.sort_of_unknown(head, start) != "organisation":
        return None
    place = reading.doc[head].lemma_.lower() in PLACE_NOUNS
    inside = proper or reading.doc[head].lemma_.lower() in _WITHIN
    wanted = _OF_PLACES if place else {"in", "of"} if inside else _OF_THINGS
    makers = [] if reading.doc[head].lower_ == "those" else made_by(reading.doc, head)  # not "those killed by troops"
    for preposition, obj in [*makers, *tended_by(reading.doc, head), *prepositional(reading.doc, head, head)]:
        named = preposition in {"as", "including"} and _gives_examples(reading, obj.head.i, proper=proper)
        if (preposition not in wanted and not named) or obj.i in reading.open or obj.i < head:
            continue
        if preposition == "of" and reading.doc[head].lemma_ in SUFFERED:
            continue  # "the killing of two Israelis" is not theirs
        inner = reading.at(obj.i)
        code = base_of(inner.actor.code) if proper or preposition == "in" else inner.actor.code
        if code and inner.kind != "pronoun" and (not proper or inner.kind == "place"):
            return _as_owner(reading, inner, code, head, start, named=proper)
    return None


def _gives_examples(reading: Reading, preposition: int, *, proper: bool) -> bool:
    """Tell whether a phrase names members of the group: "groups such as X", "organisations including X"."""
    word = reading.doc[preposition].lower_
    return not proper and (word == "including" or reading.doc[preposition - 1].lower_ == "such")


def _as_owner(reading: Reading, inner: Mention, code: str, head: int, start: int, *, named: bool) -> Mention:
    name = reading.text(start, head + 1) if named else inner.actor.name
    actor = reading.actor(code, (start, inner.end), Resolution.COMPOSED, inner.actor.provenance, name)
    return Mention(
        start, inner.end, head, actor, _kind(reading, head, named=named), "organisation" if named else inner.sort
    )


def read_loosely_owned(reading: Reading, head: int, start: int) -> Mention | None:
    """Read "the ISIS-held district", "a Taliban-claimed bomb": by who holds it; "backed" and "allied" say nothing."""
    loose = [
        m
        for m in reading.modifiers(start, head, head, loose=True)
        if (mark := _mark(reading, m.hit)) in _HELD and not (mark in _MAKING and m.hit.is_land)
    ]
    code = compose(None, loose, ()) if loose else ""
    if not code or reading.is_proper(head):
        return None
    actor = reading.actor(code, (start, head + 1), Resolution.COMPOSED, wheres(loose), reading.label(code, None, loose))
    kind = "place" if _kind(reading, head, named=False) == "place" else "owned"
    return Mention(start, head + 1, head, actor, kind, loose[0].hit.entry.sort)


def read_held_place(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention | None:
    """Read "a rebel-held village" by who holds it, since nothing else says whose it is."""
    return (
        None if modifiers or reading.doc[head].lemma_ not in PLACE_NOUNS else read_loosely_owned(reading, head, start)
    )


def _mark(reading: Reading, hit: Hit) -> str:
    words: Sequence[str] = [token.lower_ for token in reading.doc.tokens[hit.end - 1 : hit.end + 2]]
    return words[-1].rpartition("-")[2] if len(words) > 1 and words[1] == "-" else words[0].rpartition("-")[2]
