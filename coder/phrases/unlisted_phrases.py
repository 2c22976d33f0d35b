"""Phrases whose head is in no dictionary: names behind a title, things by their owner, parts of a whole."""

from collections.abc import Sequence
from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import WORLD_REGIONS, base_of, is_organisation, joined, sectors_of
from coder.naming.dictionary_entries import Entry
from coder.naming.hits import Hit
from coder.naming.noun_classes import CALENDAR, NEUTRAL_HEADS, PARTITIVES, PLACE_NOUNS, SUFFERED, TITLES
from coder.naming.surnames import COMMON, by_surname
from coder.phrases.composition import Modifier, compose
from coder.phrases.named_phrases import is_former
from coder.phrases.noun_phrases import made_by, prepositional
from coder.phrases.reading import Reading, wheres
from coder.phrases.role_lands import relative_country
from coder.phrases.role_phrases import apposition, read_role
from coder.phrases.shared_nouns import own_part, parts_of, shared
from coder.syntax.grammar_words import SUBJECTS
from coder.types import Resolution

_OF_THINGS: Final = frozenset({"of", "from", "by"})
_WITHIN: Final = frozenset("partner faction ally player member grouping".split())  # "a partner in the coalition"
_OF_PLACES: Final = frozenset({"of", "in", "near", "around", "outside", "at", "across", "along", "inside"})
_PLACES: Final = frozenset({"actor", "place"})
_NEAR: Final = 5  # tokens between a name's comma and the role after it
_GIVEN_NAME_SORTS: Final = frozenset({"identity", "city", "region", "person"})
_ADVERBIAL: Final = frozenset({"pobj", "npadvmod"})  # "in Oldtown, rebels attacked": the role begins the clause
_COUNTS: Final = frozenset({"ten", "dozen", "score", "hundred", "thousand", "million"})
_LANDS: Final = frozenset({"country", "nation", "state", "capital"})
_VAGUE: Final = WORLD_REGIONS | {"MOS", "CHR", "ARB", "WST", ""}
_FIRMS: Final = frozenset("inc corp corporation ltd plc co gmbh llc".split())
_OFFICES: Final = frozenset({"LEG", "JUD", "COP", "EDU", "HLH", "LAB"})  # whose titles tell bearers of a surname apart
_MAKING: Final = frozenset({"made", "built"})  # says whose a thing is only of a group's own things
_QUANTITIES: Final = frozenset({"NUM", "PRON", "DET"})
_PREMISES: Final = frozenset(  # where the country of a role's own people counts: "the interior ministry compound"
    """building office compound headquarters complex premise gate entrance post checkpoint base camp barrack barracks
    convoy vehicle van car bus truck patrol position outpost facility installation depot garage residence hall chamber
    roof wall courtyard seat""".split()
)
_KOREAS: Final = {"North": "PRK", "South": "KOR"}
_HELD: Final = frozenset(
    {
        "held",
        "led",
        "claimed",
        "controlled",
        "made",
        "built",
        "run",
        "owned",
        "occupied",
        "appointed",
        "fired",
        "issued",
    }
)


def read_part(reading: Reading, head: int, start: int, end: int) -> Mention | None:
    """Read through "thousands of protesters", "a group of Syrian soldiers", "members of the Taliban"."""
    token = reading.doc[head]
    if token.lower_ not in PARTITIVES and token.lemma_ not in PARTITIVES and token.pos_ not in _QUANTITIES:
        return None
    for preposition, obj in prepositional(reading.doc, head, end - 1):
        if preposition in {"of", "from"} and obj.i not in reading.open:
            inner = reading.at(obj.i)
            if inner.actor.code:
                actor = reading.copy(inner.actor, start, inner.end)
                return Mention(start, inner.end, head, actor, inner.kind, inner.sort, inner.others)
    return None


def read_unlisted(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention:
    """Read a phrase whose head no dictionary knows; `modifiers` are the names before it, nearest first."""
    proper = reading.is_proper(head)
    known = _half_of_korea(reading, head, start) or (_surname(reading, modifiers, head, start) if proper else None)
    if known:
        return known
    if proper and reading.doc[head].lower_.rstrip(".") in _FIRMS:
        return _firm(reading, modifiers, head, start)
    if titled := _behind_role(reading, modifiers, head, start):
        return titled
    if explained := _explained(reading, modifiers, head, start) or _example(reading, modifiers, head, start):
        return explained
    if modifiers or relative_country(reading, head):
        return _owned(reading, modifiers, head, start)
    return _owned_after(reading, head, start) or _loosely_owned(reading, head, start) or _nobody(reading, head, start)


def _half_of_korea(reading: Reading, head: int, start: int) -> Mention | None:
    """Read "the North" and "the South" where one of the Koreas is named."""
    word = reading.doc[head]
    state = _KOREAS.get(word.text)
    alone = head == start + 1 and reading.doc[start].lower_ == "the"
    if not state or not alone or reading.countries.isdisjoint(_KOREAS.values()):
        return None
    actor = reading.actor(state, (start, head + 1), Resolution.COREFERENCE, ())
    return Mention(start, head + 1, head, actor, "actor", "state")


def _example(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention | None:
    """Read "Moslem countries, including Iran" by the country that is named, no land being said before."""
    if reading.doc[head].lemma_ not in _LANDS or any(base_of(m.hit.code) not in _VAGUE for m in modifiers):
        return None
    found = _owned_after(reading, head, start)
    return found if found and len(base_of(found.actor.code)) == len(found.actor.code) else None


def _firm(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention:
    """Read "King Motors Inc": a firm, whatever the words before say; a country among them is its own."""
    lands = [m for m in modifiers if m.hit.is_land]
    code = joined(base_of(lands[0].hit.code) if lands else "", ["BUS"])
    actor = reading.actor(code, (start, head + 1), Resolution.COMPOSED, wheres(lands), reading.text(start, head + 1))
    return Mention(start, head + 1, head, actor, "actor", "organisation")


def _explained(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention | None:
    """Read "Ann Lee, a union leader" and "the capital Tripoli" by what stands beside them."""
    if any(m.hit.is_land for m in modifiers) or reading.doc[head].lower_ in CALENDAR:
        return None
    if reading.is_proper(head):
        beside = apposition(reading, head, based=False) or _beside_comma(reading, head, start)
        if beside:
            name = reading.text(reading.name_start(head, start), head + 1)
            actor = reading.copy(beside.actor, start, head + 1, name)
            return Mention(start, head + 1, head, actor, "actor", reading.sort_of_unknown(head, start))
    elif reading.doc[head].lemma_ in PLACE_NOUNS and (named := _named_place(reading, head)):
        return Mention(start, named.end, head, reading.copy(named.actor, start, named.end), "place", named.sort)
    return None


def _named_place(reading: Reading, head: int) -> Mention | None:
    """Give the place right after its kind: "the capital Tripoli", whether or not the parse links them."""
    hit = reading.by_token.get(head + 1)
    if hit and hit.is_land and hit.start == head + 1 and reading.root(hit).i not in reading.open:
        return reading.at(reading.root(hit).i)
    return apposition(reading, head, _PLACES)


def _beside_comma(reading: Reading, head: int, start: int) -> Mention | None:
    """Find the role that a comma parts from an unknown name, where the parse does not link the two."""
    doc = reading.doc
    if head + 2 < len(doc) and doc[head + 1].text == "," and doc[head].dep_ not in _ADVERBIAL:
        after = next((h for h in reading.hits if head + 2 <= h.start <= head + _NEAR), None)
        words = doc.tokens[head + 2 : after.start if after else head + 2]
        if after and after.is_role and all(t.pos_ in {"DET", "ADJ", "NOUN", "PROPN", "VERB", "PUNCT"} for t in words):
            return _role_at(reading, after)
    if start > 1 and doc[start - 1].text == ",":
        before = next((h for h in reversed(reading.hits) if h.is_role and h.end < start), None)
        found = _role_at(reading, before) if before else None
        return found if found and found.end == start - 1 else None
    return None


def _role_at(reading: Reading, role: Hit) -> Mention | None:
    root = reading.root(role).i
    found = reading.at(root) if root not in reading.open else None
    return found if found and found.actor.code and found.kind == "actor" and found.sort == "role" else None


def _behind_role(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention | None:
    """Read "Foreign Ministry spokeswoman Ann Lee" and "guerrilla group": the role before is what counts."""
    token = reading.doc[head]
    proper = reading.is_proper(head)
    role = next((m.hit for m in modifiers if m.hit.is_role and not (proper and m.hit.entry.use == "modifier")), None)
    if role and any(m.hit.is_body for m in modifiers[: [m.hit for m in modifiers].index(role)]):
        return None  # "the hardline Hamas group" is Hamas
    if not role or not (proper or token.lemma_ in NEUTRAL_HEADS) or _parted(reading, role, head):
        return None
    before = [m for m in modifiers if m.hit is not role]
    return read_role(reading, role, before, head, start, head + 1)


def _parted(reading: Reading, role: Hit, head: int) -> bool:
    return any(token.tag_ == "POS" for token in reading.doc.tokens[role.end : head])


def _owned(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention:
    """Read a thing by its owner: "Hamas positions", "Tehran's nuclear programme", "its oil"."""
    proper = reading.is_proper(head)
    role = next((m.hit for m in modifiers if m.hit.is_role and not proper), None)
    if proper:
        modifiers = [m for m in modifiers if not _says_nothing(m.hit)]
    parts = parts_of(reading, modifiers)
    modifiers = own_part(parts)
    code = compose(role, [m for m in modifiers if m.hit is not role], (), relative_country(reading, head))
    named = proper and not any(m.possessive for m in modifiers)
    kind = _kind(reading, head, named=named)
    sort = reading.sort_of_unknown(head, start) if named else modifiers[0].hit.entry.sort if modifiers else "thing"
    if not base_of(code) and not named and (after := _owned_after(reading, head, start)) and base_of(after.actor.code):
        return after
    if role and not base_of(code) and reading.doc[head].lemma_.lower() in _PREMISES:
        code = _where_role_is(reading, role, code)
    if not code or (not base_of(code) and kind == "owned" and _only_adjectives(reading, modifiers)):
        return reading.unknown(head, start, head + 1, "actor" if named else "other", sort)
    name = reading.label(code, None, modifiers) if not named else reading.text(start, head + 1)
    actor = reading.actor(code, (start, head + 1), Resolution.COMPOSED, wheres(modifiers), name)
    return Mention(start, head + 1, head, actor, kind, sort, shared(reading, parts, None, code))


def _where_role_is(reading: Reading, role: Hit, code: str) -> str:
    """Give a house the country that its people would have by themselves: "the ministry building in Kabul"."""
    root = reading.root(role).i
    base = base_of(reading.at(root).actor.code) if root not in reading.open else ""
    return joined(base, sectors_of(code)) if base and not is_organisation(base) else code


def _only_adjectives(reading: Reading, modifiers: list[Modifier]) -> bool:
    """Tell whether only adjectives speak of a role: "military aid" is not the military's."""
    return all(m.hit.entry.use == "modifier" or reading.root(m.hit).tag_ == "JJ" for m in modifiers)


def _says_nothing(hit: Hit) -> bool:
    """Tell whether a word in a name says nothing of whose it is: "Human Rights Watch", "Asian Tribune"."""
    return hit.entry.use == "modifier" or hit.code in WORLD_REGIONS


def _kind(reading: Reading, head: int, *, named: bool) -> str:
    noun = reading.doc[head].lemma_.lower()
    if noun in PLACE_NOUNS:
        return "place"
    return "actor" if named or noun in NEUTRAL_HEADS else "owned"


def _owned_after(reading: Reading, head: int, start: int) -> Mention | None:
    """Read a thing by what follows it: "goods from China", "the city of Mosul", "an offer made by the Taliban"."""
    proper = reading.is_proper(head) and reading.doc[head].lemma_.lower() not in PLACE_NOUNS
    if proper and reading.sort_of_unknown(head, start) != "organisation":
        return None
    place = reading.doc[head].lemma_.lower() in PLACE_NOUNS
    inside = proper or reading.doc[head].lemma_.lower() in _WITHIN
    wanted = _OF_PLACES if place else {"in", "of"} if inside else _OF_THINGS
    for preposition, obj in [*made_by(reading.doc, head), *prepositional(reading.doc, head, head)]:
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


def _surname(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention | None:
    """Read "Clinton", "President Clinton": a bare surname, unless another country stands before it."""
    first = reading.name_start(head, start)
    while first < head and reading.doc[first].lower_.rstrip(".") in TITLES:
        first += 1  # "Mr Clinton"
    if reading.doc[head].lower_ in CALENDAR and not modifiers:
        return None  # "the end of Ramadan" is not the vice president Ramadan's
    while first < head and reading.doc[first].lower_.rstrip(".") in TITLES:
        first += 1  # "Mr Sharon"
    found = by_surname(reading.index, reading.hits, reading.text(first, head + 1), reading.on)
    before = reading.by_token.get(first - 1)
    if found is None or (before and before.entry.sort in _GIVEN_NAME_SORTS and reading.is_proper(first - 1)):
        return None  # "Christian Michel" is not the president Michel
    entry, named = found
    code = entry.code_on(reading.on)
    if before and not named and _is_anothers_title(before, entry):
        return None
    if any(m.hit.is_land and base_of(m.hit.code) != base_of(code) for m in modifiers):
        return None
    courteous = reading.doc[first - 1].lower_.rstrip(".") in TITLES if first else False  # "Mr Wilson" is known
    if not (named or before or modifiers or courteous) and _is_some_other(reading, head, base_of(code)):
        return None
    if is_former(reading, start, head):
        code = joined(base_of(code), ["ELI"])
    how = Resolution.COREFERENCE if named else Resolution.DICTIONARY
    return Mention(
        start,
        head + 1,
        head,
        reading.actor(code, (start, head + 1), how, (entry.where,), entry.name),
        "actor",
        "person",
    )


def _is_some_other(reading: Reading, head: int, country: str) -> bool:
    """Tell whether a bare surname may well be another's: a common one, with no word of the known bearer's country."""
    return reading.doc[head].lower_ in COMMON and country not in reading.countries


def _is_anothers_title(title: Hit, entry: Entry) -> bool:
    """Tell whether nobody of the name is known to have had such an office: "Senator Brown" is not the Chancellor."""
    offices = {sector for code in entry.codes for sector in sectors_of(code.code)}
    return title.is_role and bool(_OFFICES & set(title.sectors)) and not offices & set(title.sectors)


def _loosely_owned(reading: Reading, head: int, start: int) -> Mention | None:
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


def _mark(reading: Reading, hit: Hit) -> str:
    words: Sequence[str] = [token.lower_ for token in reading.doc.tokens[hit.end - 1 : hit.end + 2]]
    return words[-1].rpartition("-")[2] if len(words) > 1 and words[1] == "-" else words[0].rpartition("-")[2]


def _crowd(reading: Reading, head: int, start: int) -> Mention | None:
    """Read a bare count that does something as people: "thousands marched", "tens of thousands fled"."""
    token = reading.doc[head]
    if token.tag_ != "NNS" or token.lemma_ not in _COUNTS or token.dep_ not in SUBJECTS:
        return None
    behind = [obj for _, obj in prepositional(reading.doc, head, head)]
    if any(obj.lemma_ not in _COUNTS for obj in behind) or reading.doc[start].lower_ == "the":
        return None
    end = max([head, *(obj.i for obj in behind)]) + 1
    actor = reading.actor("CVL", (start, end), Resolution.COMPOSED, ())
    return Mention(start, end, head, actor, "actor", "role")


def _nobody(reading: Reading, head: int, start: int) -> Mention:
    if crowd := _crowd(reading, head, start):
        return crowd
    if reading.is_proper(head) and reading.doc[head].lower_ not in CALENDAR:
        return reading.unknown(head, start, head + 1, "actor", reading.sort_of_unknown(head, start))
    return reading.unknown(head, start, head + 1, "other", "thing")
