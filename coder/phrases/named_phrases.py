"""Phrases headed by a name of the dictionaries: who it is on that day, and whether a place is used as a place."""

from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import WORLD_REGIONS, base_of, joined, sectors_of
from coder.naming.dictionary_entries import Entry
from coder.naming.hits import LANDS, Hit
from coder.naming.lands import SEATS, TWINS
from coder.naming.noun_classes import FORMER, NOT_YET, PLACE_NOUNS, PLACE_PREPOSITIONS
from coder.naming.surnames import by_surname
from coder.phrases.noun_phrases import prepositional
from coder.phrases.reading import Reading, where
from coder.types import Actor, Resolution

_PARTY_DEPS: Final = frozenset(
    {"nsubj", "nsubjpass", "dobj", "iobj", "dative", "agent", "poss", "conj", "appos", "attr", "ROOT"}
)
_KINDS_OF_BODY: Final = frozenset("group movement organization organisation faction militia network army front".split())
_STYLING: Final = frozenset("call know name dub style term label".split())
_OUT_OF_OFFICE: Final = frozenset({"OPP", "REB", "INS", "SEP", "UAF"})
_LEADING: Final = frozenset({"leader", "chief", "head", "commander", "chairman", "boss"})
_ADDRESSING: Final = frozenset({"call", "lean", "prevail", "rely"})
_SEVERAL: Final = 2
_NOT_TO_A_PARTY: Final = frozenset({"of", "on", "from"})


def _nobody_known(reading: Reading, hit: Hit, head: int, start: int) -> Mention:
    """Read a name without a code: "the South China Sea" is no actor; "the NCB" of no land is a body."""
    if reading.doc[head].is_upper:
        return reading.unknown(head, start, hit.end, "actor", reading.sort_of_unknown(head, start))
    return reading.unknown(head, start, hit.end, "other", "thing")


def read_named(reading: Reading, hit: Hit, head: int, start: int) -> Mention:
    """Read a phrase whose head is a dictionary name that is no role."""
    entry, code, how = hit.entry, hit.code, Resolution.DICTIONARY
    if not code:
        return _nobody_known(reading, hit, head, start)
    if entry.sort == "person":
        if out_of_date := _predecessor(reading, hit):
            entry, code = out_of_date, out_of_date.code_on(reading.on)
        code = _where_it_was_so(reading, hit, start) or code
        if code and is_former(reading, start, hit.start):
            code, how = joined(base_of(code), ["ELI"]), Resolution.COMPOSED
        elif code and (side := _side(reading, hit, start)):
            code, how = side, Resolution.COMPOSED
        elif (office := _office(reading, hit, start)) and _tells_more(reading, code, office):
            code, how = joined(base_of(code), office), Resolution.COMPOSED
        elif namesake := _namesake(reading, hit, start):
            return namesake
    if entry.sort == "identity" and entry.use == "name" and (base := _country_of_group(reading, start, hit, head)):
        code, how = joined(base, sectors_of(code), base_of(code).removeprefix(base)), Resolution.COMPOSED
    people = entry.use == "people"
    if (people or code in WORLD_REGIONS) and (land := _land_before(reading, hit, start)):
        code, how = joined(base_of(land.code), ["CVL"] if people else ()), Resolution.COMPOSED
    is_land = entry.sort in LANDS and entry.use != "adjective"
    kind = "place" if is_land and is_place(reading, hit, head) else "actor"
    code = _seated(reading, hit, kind) or code
    name = reading.index.country_name(code) if entry.use in {"adjective", "people"} else entry.name
    actor = reading.actor(code, (start, hit.end), how, where(hit), name)
    return Mention(start, hit.end, head, actor, kind, entry.sort, _twin(reading, hit))


def _twin(reading: Reading, hit: Hit) -> tuple[Actor, ...]:
    """Give the other state of "the two Koreas"."""
    code = TWINS.get(hit.entry.name.lower(), "")
    name = reading.index.country_name(code)
    return (reading.actor(code, (hit.start, hit.end), Resolution.DICTIONARY, where(hit), name),) if code else ()


def _seated(reading: Reading, hit: Hit, kind: str) -> str:
    """Give the organisation that a city stands for where nothing else speaks of the city's land: "Brussels urged"."""
    organisation = SEATS.get(hit.entry.name.lower(), "") if kind == "actor" else ""
    own = {base_of(hit.code), "IGONAT"}
    elsewhere = organisation and any(base_of(h.code) in own for h in reading.hits if h.start != hit.start)
    return "" if elsewhere else organisation


def named_behind(reading: Reading, head: int) -> Hit | None:
    """Give the body whose kind a noun says: "the Palestinian group Hamas", "a group that calls itself Hezbollah"."""
    doc = reading.doc
    if doc[head].lemma_ not in _KINDS_OF_BODY or head in reading.by_token:
        return None
    if styled := _styled(reading, head):
        return styled
    first = head + 2 if head + 1 < len(doc) and doc[head + 1].text == "," else head + 1
    hit = reading.by_token.get(first)
    if hit is None or hit.start != first or hit.entry.sort != "group" or not hit.code:
        return None
    root = reading.root(hit)
    return hit if root.dep_ == "appos" and root.head.i == head else None


def _styled(reading: Reading, head: int) -> Hit | None:
    """Give the group by whose name a body goes: "a group calling itself X", "known as X"."""
    for clause in reading.doc[head].children:
        if clause.dep_ not in {"acl", "relcl"} or clause.lemma_ not in _STYLING:
            continue
        ties = [c for c in clause.children if c.lower_ == "as"]
        names = [c for tie in (clause, *ties) for c in tie.children if c.dep_ in {"oprd", "pobj", "attr"}]
        hits = (reading.by_token.get(name.i) for name in names)
        return next((hit for hit in hits if hit and hit.entry.sort == "group" and hit.code), None)
    return None


def _office(reading: Reading, hit: Hit, start: int) -> tuple[str, ...]:
    """Give the sectors of the title before a name: the text knows of an office that the dictionary does not."""
    title = reading.by_token.get(hit.start - 1) if hit.start > start else None
    if title is None or not title.is_role or title.code.startswith("=") or reading.doc[hit.start - 1].lower_ in NOT_YET:
        return ()
    return () if title.entry.name.rpartition("-")[2] in NOT_YET else title.sectors


def _tells_more(reading: Reading, code: str, office: tuple[str, ...]) -> bool:
    """Tell whether a title is to be believed: of the retired, of the opposition, of parliament on no known day."""
    elsewhere = "OPP" in office or ("LEG" in office and reading.on is None)
    return "ELI" in sectors_of(code) or ("GOV" in sectors_of(code) and elsewhere)


def _side(reading: Reading, hit: Hit, start: int) -> str:
    """Give the code of those whom the title before a name makes its bearer lead: "rebel leader Kabila".

    A body before the title counts where no day says which of the bearer's roles is meant: "PUK leader Talabani".
    """
    title = reading.by_token.get(hit.start - 1) if hit.start > start else None
    if title is None or not title.is_role or "GOV" not in sectors_of(hit.code):
        return ""
    own = [s for s in title.sectors if s in _OUT_OF_OFFICE]
    before = reading.by_token.get(title.start - 1) if title.start > start else None
    if before is not None and before.is_role and not own and title.entry.name in _LEADING:
        own = [s for s in before.sectors if s in _OUT_OF_OFFICE]
    if own:
        return joined(base_of(hit.code), own)
    if before is None or before.is_role or before.is_land or before.entry.sort == "person":
        return ""
    return before.code if title.entry.name in _LEADING and reading.on is None else ""


def _land_before(reading: Reading, hit: Hit, start: int) -> Hit | None:
    """Find the land of a people in another's state, or of a part of the world: "Kazakh Russians", "Peruvian Andes"."""
    before = reading.by_token.get(hit.start - 1) if hit.start - 1 >= start else None
    if before is None or before.entry.use != "adjective" or base_of(before.code) == base_of(hit.code):
        return None
    return before if before.entry.sort == "state" and before.end == hit.start else None


def _country_of_group(reading: Reading, start: int, hit: Hit, head: int) -> str:
    """Give the country of an identity group: "Lebanese Christians", "Syria's Kurds", "the Muslims of Zvornik"."""
    lands = [m.hit for m in reading.modifiers(start, hit.start, head) if m.hit.is_land]
    if lands:
        return base_of(lands[0].code)
    for preposition, obj in prepositional(reading.doc, head, hit.end - 1):
        behind = reading.by_token.get(obj.i)
        if preposition in {"of", "in", "from"} and behind and behind.is_land:
            return base_of(behind.code)
    return ""


def _predecessor(reading: Reading, hit: Hit) -> Entry | None:
    """Find another bearer of a bare surname, who was in office when the listed one was not yet or no more."""
    if reading.on is None or hit.end - hit.start > 1 or any(code.holds(reading.on) for code in hit.entry.codes):
        return None
    found = by_surname(reading.index, reading.hits, hit.entry.name, reading.on)
    return found[0] if found else None


def _where_it_was_so(reading: Reading, hit: Hit, start: int) -> str:
    """Give the office that the text speaks of where no day says which: "Dutch Prime Minister Rutte", not NATO's."""
    codes = [c.code for c in hit.entry.codes if "ELI" not in sectors_of(c.code)]
    if reading.on is not None or len({base_of(code) for code in codes}) < _SEVERAL:
        return ""
    near = {base_of(m.hit.code) for m in reading.modifiers(start, hit.start, hit.end - 1)}
    said = {base_of(h.code) for h in reading.hits if not h.is_role and h.entry.sort != "person"}
    for bases in (near, said):
        if found := next((code for code in codes if base_of(code) in bases), ""):
            return found
    return ""


def _namesake(reading: Reading, hit: Hit, start: int) -> Mention | None:
    """Read "Michelle Obama", where only "Obama" is known: the country is likely, the office is not."""
    before = hit.start - 1
    if hit.end - hit.start > 1 or before < start or before in reading.by_token or not reading.is_proper(before):
        return None
    if beside := _explained(reading, hit, start):
        return beside
    if "." in reading.doc[before].text or reading.doc[before].lower_ in {"mr", "ms", "mrs", "sheikh", "dr"}:
        return None
    actor = reading.actor(
        base_of(hit.code), (start, hit.end), Resolution.COMPOSED, where(hit), reading.text(before, hit.end)
    )
    return Mention(start, hit.end, hit.end - 1, actor, "actor", "person")


def _explained(reading: Reading, hit: Hit, start: int) -> Mention | None:
    """Read "the UN spokesman, Ann Obama" by the office beside it, where that is not in the known bearer's country."""
    token = reading.doc[hit.end - 1]
    if token.dep_ != "appos" or token.head.i in reading.open:
        return None
    beside = reading.at(token.head.i)
    base = base_of(beside.actor.code)
    if beside.kind != "actor" or beside.sort != "role" or base in {"", base_of(hit.code)}:
        return None
    actor = reading.copy(beside.actor, start, hit.end, reading.text(start, hit.end))
    return Mention(start, hit.end, hit.end - 1, actor, "actor", "person")


def is_anothers(reading: Reading, hit: Hit) -> bool:
    """Whether a known surname is another's: a given name and another country's role or adjective stand before it."""
    first = hit.start - 1
    if hit.entry.sort != "person" or hit.end - hit.start > 1 or first < 0 or first in reading.by_token:
        return False
    given = reading.name_start(first, 0)
    land = reading.by_token.get(given - 1)
    if not reading.is_proper(first) or land is None:
        return False
    if land.is_role:
        land = reading.by_token.get(land.start - 1)
    elif land.entry.use != "adjective":
        return False
    return land is not None and land.is_land and base_of(land.code) != base_of(hit.code)


def is_former(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether a word before a role or name says that it is over."""
    if any(token.lower_.rstrip("-") in FORMER for token in reading.doc.tokens[start:stop]):
        return True
    return start > 1 and reading.doc[start - 1].text == "-" and reading.doc[start - 2].lower_ == "ex"  # "ex-rebels"


def is_place(reading: Reading, hit: Hit, head: int) -> bool:
    """Tell whether a country or city stands for the place, not for its government or people."""
    token = reading.doc[head]
    governor = token.head
    if token.dep_ == "pobj" and governor.lower_ in PLACE_PREPOSITIONS:
        return True
    if (
        token.dep_ in {"appos", "npadvmod"}
        and (outer := reading.by_token.get(governor.i))
        and outer.entry.sort == "city"
    ):
        return is_place(reading, outer, governor.i)  # "in Beirut, Lebanon"
    if hit.entry.sort != "city":
        return token.dep_ == "pobj" and governor.lower_ == "of" and governor.head.lemma_ in PLACE_NOUNS
    if hit.entry.use in {"capital", "metonym"}:
        called_on = governor.lower_ == "on" and governor.head.lemma_ in _ADDRESSING  # "called on Rome to act"
        to_a_party = token.dep_ == "pobj" and (called_on or governor.lower_ not in _NOT_TO_A_PARTY)
        return not (token.dep_ in _PARTY_DEPS or to_a_party)
    return True
