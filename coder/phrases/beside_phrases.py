"""Names that no dictionary has, read by the role that stands beside them."""

from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import WORLD_REGIONS
from coder.naming.hits import Hit
from coder.naming.noun_classes import CALENDAR, NEUTRAL_HEADS, PLACE_NOUNS, STATE_NOUNS
from coder.phrases.composition import Modifier
from coder.phrases.noun_phrases import prepositional
from coder.phrases.reading import Reading
from coder.phrases.role_phrases import apposition, read_role

_PLACES: Final = frozenset({"actor", "place"})
_PRESENT: Final = frozenset({"VBZ", "VBP"})
_MEMBERSHIP: Final = frozenset({"of", "from"})
_BODIES: Final = frozenset({"organisation", "group", "role"})
_NEAR: Final = 5  # tokens between a name's comma and the role after it
_ADVERBIAL: Final = frozenset({"pobj", "npadvmod"})  # "in Oldtown, rebels attacked": the role begins the clause


def read_explained(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention | None:
    """Read "Ann Lee, a union leader" and "the capital Tripoli" by what stands beside them."""
    if any(m.hit.is_land for m in modifiers) or reading.doc[head].lower_ in CALENDAR:
        return None
    if reading.is_proper(head):
        beside = apposition(reading, head, based=False) or _beside_comma(reading, head, start) or _who_is(reading, head)
        if beside:
            name = reading.text(reading.name_start(head, start), head + 1)
            actor = reading.copy(beside.actor, start, head + 1, name)
            return Mention(start, head + 1, head, actor, "actor", reading.sort_of_unknown(head, start))
    elif reading.doc[head].lemma_ in PLACE_NOUNS and (named := _named_place(reading, head)):
        return Mention(start, named.end, head, reading.copy(named.actor, start, named.end), "place", named.sort)
    return None


def _who_is(reading: Reading, head: int) -> Mention | None:
    """Find what a clause says that somebody is: "Ann Lee, who is Peru's deputy interior minister"."""
    for clause in reading.doc[head].children:
        if clause.dep_ == "relcl" and clause.lemma_ == "be" and clause.tag_ in _PRESENT:
            said = next((c for c in clause.children if c.dep_ == "attr" and c.i not in reading.open), None)
            found = reading.at(said.i) if said is not None else None
            return found if found and found.actor.code and found.kind == "actor" and found.sort == "role" else None
    return None


def read_member(reading: Reading, head: int, start: int) -> Mention | None:
    """Read "Ann Lee of Human Rights Watch" and "Jan Roe of Kenya's interior ministry" by the body behind the name."""
    doc = reading.doc
    if not reading.is_proper(head) or doc[start].tag_ == "DT" or reading.sort_of_unknown(head, start) != "person":
        return None
    bodies = (
        reading.at(obj.i)
        for preposition, obj in prepositional(doc, head, head)
        if preposition in _MEMBERSHIP and obj.i not in reading.open
    )
    body = next((b for b in bodies if b.kind == "actor" and b.sort in _BODIES and b.actor.code), None)
    if body is None:
        return None
    actor = reading.copy(body.actor, start, head + 1, reading.text(reading.name_start(head, start), head + 1))
    return Mention(start, head + 1, head, actor, "actor", "person")


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


def read_behind_role(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention | None:
    """Read "Foreign Ministry spokeswoman Ann Lee" and "guerrilla group": the role before is what counts."""
    token = reading.doc[head]
    proper = reading.is_proper(head)
    strong = proper or token.lemma_ in STATE_NOUNS
    role = next((m.hit for m in modifiers if m.hit.is_role and not (strong and m.hit.entry.use == "modifier")), None)
    if role and any(m.hit.is_body for m in modifiers[: [m.hit for m in modifiers].index(role)]):
        return None  # "the hardline Hamas group" is Hamas
    if not role or not (proper or token.lemma_ in NEUTRAL_HEADS) or _parted(reading, role, head):
        return None
    before = [m for m in modifiers if m.hit is not role and not _is_field(reading, m.hit)]
    return read_role(reading, role, before, head, start, head + 1)


def _is_field(reading: Reading, hit: Hit) -> bool:
    """Tell whether a part of the world is what an office deals with: "Secretary for Near Eastern Affairs Ann Lee"."""
    return hit.code in WORLD_REGIONS and reading.doc[hit.end].lower_ == "affairs"


def _parted(reading: Reading, role: Hit, head: int) -> bool:
    return any(token.tag_ == "POS" for token in reading.doc.tokens[role.end : head])
