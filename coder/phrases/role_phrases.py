"""Phrases headed by a role noun: whose it is, from the words before, the phrases after, and the sentence around."""

from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import base_of, is_organisation, joined, sectors_of
from coder.naming.hits import Hit
from coder.naming.lands import OFFICES, SECRETARIES, SETTLERS
from coder.naming.noun_classes import NOT_YET, OPPOSED, PLATFORMS, SETTLER, UN_TITLES
from coder.naming.private_bodies import sectors_of_body
from coder.phrases.composition import Modifier, Owner, compose, is_weak
from coder.phrases.named_phrases import is_former
from coder.phrases.reading import Reading, where, wheres
from coder.phrases.role_lands import leader_of, led_by, relative_country, scene, tied_to, where_it_was
from coder.phrases.role_owners import owners_of
from coder.phrases.shared_nouns import own_part, parts_of, shared
from coder.syntax.grammar_words import SUBJECTS
from coder.syntax.parsed import Doc, Token
from coder.types import Resolution

_ACTING_DEPS: Final = frozenset({"nsubj", "poss", "conj", "compound", "appos", "ROOT"})
_NEEDY: Final = frozenset({"intelligence"})  # an actor only when it says whose: "French intelligence"
_LED: Final = frozenset({"president", "chairman", "director", "chairwoman"})
_SHARING: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "CVL", "EDU", "HLH", "LAB"})
_NEXT_DOOR: Final = frozenset({"neighbouring", "neighboring"})
_RULING: Final = frozenset({"GOV", "MIL"})
_WHOSE: Final = frozenset(("its", "their", "two", "both"))
_SEVERAL: Final = frozenset(("two", "both", "three", "four"))
_CHIEFS: Final = frozenset(("president", "prime minister", "chancellor", "king", "emperor"))
_ACTORS: Final = frozenset({"actor"})
_MOSTLY: Final = frozenset(("mostly", "mainly", "largely", "chiefly", "predominantly"))
_ALL: Final = _MOSTLY | frozenset("all both most many half two three four five six seven eight nine ten".split())
_SHORT_COUNT: Final = 3  # tokens: ", mostly Kenyans"
_FAR_COUNT: Final = 10
_SERVING: Final = frozenset(("belong", "work", "act"))
_BELIEVED: Final = frozenset("believed thought suspected presumed reported known said alleged".split())


def read_role(reading: Reading, hit: Hit, modifiers: list[Modifier], head: int, start: int, end: int) -> Mention:
    """Read a role noun (or a name or neutral noun behind one) that ends before token `end`."""
    owners, reach = owners_of(reading, hit, head, end)
    parts = parts_of(reading, modifiers, hit)
    modifiers = own_part(parts)
    code, how = _code_of_role(reading, hit, modifiers, owners, head)
    code = _in_time(reading, code, start, hit)
    if SETTLER in hit.entry.name and (settling := SETTLERS.get(base_of(code))):
        code = joined(settling, sectors_of(code))  # "West Bank settlers"
    bare = hit.entry.name == "force" and start == head and reading.doc[head].tag_ == "NN"  # "ruled out force"
    if bare or (hit.entry.name in _NEEDY and not base_of(code)):
        return reading.unknown(head, start, end, "other", "thing")
    lines = (*where(hit), *wheres(modifiers))
    actor = reading.actor(code, (start, reach), how, lines, reading.label(code, hit, modifiers, end))
    thing = hit.entry.sort == "thing" or hit.entry.name.rpartition(" ")[2].removesuffix("s") in PLATFORMS
    kind = "owned" if thing and reading.doc[head].dep_ not in _ACTING_DEPS else "actor"
    return Mention(start, reach, head, actor, kind, "thing" if thing else "role", shared(reading, parts, hit, code))


def _in_time(reading: Reading, code: str, start: int, hit: Hit) -> str:
    """Give the code of a role that is over, not yet begun, only a shadow cabinet's, or a state's neighbour's."""
    if hit.entry.name.startswith("neighb") and reading.doc[hit.start - 1].lower_ in _WHOSE:
        return "UIS"  # "its neighbours", "the two neighbours"
    if (
        any(token.lower_ in _NEXT_DOOR for token in reading.doc.tokens[start : hit.start])
        and set(hit.sectors) & _RULING
    ):
        return "UIS"  # "accused the neighbouring government"
    if is_former(reading, start, hit.end) or _is_not_yet(reading, hit.end):
        return joined(base_of(code), ["ELI"])
    if "GOV" in sectors_of(code) and any(token.lower_ in OPPOSED for token in reading.doc.tokens[start : hit.end]):
        return joined(base_of(code), ["OPP"])
    return code


def _is_united_nations(reading: Reading, hit: Hit, owners: list[Owner]) -> bool:
    """Tell whether a bare title is the United Nations': "the Secretary-General", "the Special Rapporteur on"."""
    words = reading.doc.tokens[hit.start : hit.end]
    capital = all(token.text[:1].isupper() for token in words if token.text != "-")
    bare = all(owner.preposition in {"for", "in"} for owner in owners)  # "the Special Representative for Somalia"
    if hit.entry.name not in UN_TITLES or not capital or not bare:
        return False
    beside = any(h.code.startswith("IGOUNO") for h in reading.hits)  # "Special Representative Ann Lee" of MINUSCA
    return reading.doc[hit.start - 1].lower_ == "the" or beside


def _code_of_role(
    reading: Reading, hit: Hit, modifiers: list[Modifier], owners: list[Owner], head: int
) -> tuple[str, Resolution]:
    base = relative_country(reading, head)
    if not modifiers and not base and _is_united_nations(reading, hit, owners):
        return "IGOUNO", Resolution.DICTIONARY
    code = compose(hit, modifiers, owners, base)
    if code == "GOV" and (private := _of_unlisted(reading, hit)):
        return private, Resolution.COMPOSED
    if not base_of(code):
        return _completed(reading, hit, head, code, Resolution.COMPOSED if modifiers else Resolution.DICTIONARY)
    if base and base_of(code) == base:
        return code, Resolution.COREFERENCE
    return code, Resolution.COMPOSED if modifiers or owners else Resolution.DICTIONARY


def _completed(reading: Reading, hit: Hit, head: int, code: str, how: Resolution) -> tuple[str, Resolution]:
    """Look further for the country of a role: in its apposition, then in the sentence."""
    appositive = apposition(reading, head)
    other = appositive.actor.code if appositive else ""
    if other and not (is_organisation(base_of(other)) and "PTY" in sectors_of(code)):  # a party is of no world body
        said_more = not code or (sectors_of(other) and "ELI" not in sectors_of(code))
        return (other if said_more else joined(base_of(other), sectors_of(code))), Resolution.COMPOSED
    if (office := OFFICES.get(hit.entry.name)) and _stands_for_itself(reading, hit):
        return office, Resolution.DICTIONARY
    if set(sectors_of(code)) <= _SHARING and (shared := _from_conjunct(reading, head)):
        return joined(shared, sectors_of(code)), Resolution.COMPOSED
    if leader := leader_of(reading, head) or _named_elsewhere(reading, hit) or tied_to(reading, hit):
        return joined(leader, sectors_of(code)), Resolution.COMPOSED
    place = (
        where_it_was(reading, hit, head)
        or led_by(reading, hit)
        or _counted_out(reading, head)
        or scene(reading, hit, head)
    )
    if hit.sectors == ("GOV",) and reading.doc[hit.start - 1].lower_ in _SEVERAL:
        place = ""  # "the two leaders" are of two lands, wherever it is that they meet
    return (joined(place, sectors_of(code)), Resolution.COMPOSED) if place else (code, how)


def _counted_out(reading: Reading, head: int) -> str:
    """Give the land of all or most of those just named: "five men, all of them Kenyan", "six, mostly Kenyans"."""
    words = reading.doc.tokens[head + 1 : head + _FAR_COUNT]
    if len(words) < _SHORT_COUNT or words[0].text != "," or words[1].lower_ not in _ALL:
        return ""
    of_them = [t.lower_ for t in words[2:4]] in (["of", "them"], ["of", "whom"])
    first = head + (5 if of_them else 3)
    if not of_them and words[1].lower_ not in _MOSTLY:
        return ""
    land = next((h for h in reading.hits if first <= h.start <= first + 2 and h.is_land), None)
    return base_of(land.code) if land else ""


def _named_elsewhere(reading: Reading, hit: Hit) -> str:
    """Give the country of the only one of a title that the text names: "the president's order … President Lee"."""
    if hit.sectors != ("GOV",) or reading.doc[hit.start - 1].lower_ != "the" or hit.entry.name not in _CHIEFS:
        return ""
    before = {h.end: h for h in reading.hits if h.entry.name == hit.entry.name and h is not hit}
    bases = {base_of(h.code) for h in reading.hits if h.entry.sort == "person" and h.start in before}
    return bases.pop() if len(bases) == 1 and not is_organisation(next(iter(bases))) else ""


def _stands_for_itself(reading: Reading, hit: Hit) -> bool:
    """Tell whether a title in capitals means its best-known holder: "the Foreign Secretary", not one of South Asia."""
    before = reading.doc[hit.start - 1].pos_ if hit.start else ""
    capital = reading.doc[hit.start].text[:1].isupper() and before not in {"NOUN", "PROPN", "ADJ"}
    return capital and SECRETARIES.isdisjoint(reading.countries) and not ("MIL" in hit.sectors and reading.countries)


def _from_conjunct(reading: Reading, head: int) -> str:
    """Give the country that two roles share: "Turkish ministers and officials", "ministers and officials of Turkey"."""
    token = reading.doc[head]
    others = [child for child in token.children if child.dep_ == "conj"]
    others += [token.head] if token.dep_ == "conj" else []
    for other in others:
        role = reading.by_token.get(other.i)
        rest = any(c.lower_ == "other" and c.i < head for c in token.children)  # "Chad and other officials"
        if role and (role.is_role or (rest and role.entry.sort in {"person", "state"})) and other.i not in reading.open:
            base = base_of(reading.at(other.i).actor.code)
            if base and not is_organisation(base):
                return base
    return ""


def apposition(reading: Reading, head: int, kinds: frozenset[str] = _ACTORS, *, based: bool = True) -> Mention | None:
    """Give the known actor that stands in apposition, on either side: "Ann Lee, an EU official".

    Args:
        reading: the text.
        head: the token whose apposition is wanted.
        kinds: what the other phrase may be.
        based: whether its country must be known.
    """
    token = reading.doc[head]
    candidates = [child.i for child in token.children if child.dep_ == "appos" and not _counts_its_own(reading, child)]
    candidates += [token.head.i] if token.dep_ == "appos" else []
    taken = [c.i for c in _taken_for(token)]
    candidates += taken
    for i in candidates:
        if i not in reading.open:
            found = reading.at(i)
            fits = found.kind in kinds or (i in taken and found.kind == "owned")  # "agents of Chad"
            if found.actor.code and fits and (base_of(found.actor.code) or not based):
                return found
    return None


def _taken_for(noun: Token) -> list[Token]:
    """Give whom others take somebody for: "men believed to be Chadian agents", "… to work for Chad".

    The parser often takes what others believe for the main clause: "[Men believed] to be agents, shot an exile".
    """
    thought = [c for c in noun.children if c.dep_ == "acl" and c.lower_ in _BELIEVED]
    thought += [noun.head] if noun.dep_ == "nsubj" and noun.head.lower_ in _BELIEVED else []
    below = [c for v in thought for c in v.children if c.dep_ in {"xcomp", "prep"}]
    being = [v for c in below for v in (c, *c.children) if v.lemma_ == "be" and v.dep_ in {"xcomp", "pcomp"}]
    found = [a for v in being for a in v.children if a.dep_ == "attr"]
    serving = (p for v in below if v.lemma_ in _SERVING for p in v.children if p.lower_ in {"to", "for", "with"})
    return found + [o for p in serving for o in p.children if o.dep_ == "pobj"]


def _counts_its_own(reading: Reading, token: Token) -> bool:
    """Tell whether a name does what the one before did, and is no apposition: "shot 20 people, [Chad] 15"."""
    after = reading.doc[token.i + 1] if token.i + 1 < len(reading.doc) else None
    return after is not None and after.tag_ in {"CD", "$"} and token.tag_ == "NNP"


def _of_unlisted(reading: Reading, hit: Hit) -> str:
    """Give the sector of those who lead or speak for a body that nobody knows: "Adventure World president Ann Lee".

    The codebook's elites are those who speak for organisations without another role (table 3.1).
    """
    before = reading.doc[hit.start - 1] if hit.start else None
    if before is None or not is_weak(hit) or before.dep_ != "compound" or not reading.is_proper(before.i):
        return ""
    if before.i in reading.by_token or reading.doc[hit.start].tag_.startswith("NNP"):
        return ""  # "Deputy Chief", a title's own words
    words = [token.text for token in reading.doc.tokens[reading.name_start(before.i, 0) : hit.start]]
    led = hit.entry.name.rpartition(" ")[2] in _LED
    return next(iter(sectors_of_body(words)), "BUS" if led else "ELI")


def _is_not_yet(reading: Reading, end: int) -> bool:
    after = [token.lower_ for token in reading.doc.tokens[end : end + 2] if token.text != "-"]
    return bool(after) and after[0] in NOT_YET


def is_counterpart(doc: Doc, head: int) -> bool:
    """Whether a noun is a counterpart, or the "opposite number" that is the same."""
    opposite = head > 0 and doc[head].lemma_ == "number" and doc[head - 1].lower_ == "opposite"
    return opposite or doc[head].lemma_ == "counterpart"


def read_counterpart(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention:
    """Read "his Turkish counterpart": the country said, the sectors of the other party, else government."""
    parts = parts_of(reading, modifiers)  # "his Turkish and Syrian counterparts"
    base = base_of(compose(None, [m for m in parts[0] if not m.hit.is_role], ()))
    subjects = [t.i for t in reading.doc.tokens[:head] if t.dep_ in SUBJECTS and t.i not in reading.open]
    parties = (sectors_of(reading.at(i).actor.code) for i in reversed(subjects))
    code = joined(base, next((sectors for sectors in parties if sectors), ("GOV",))) if base else ""
    end = _named_behind(reading, head)
    name = reading.label(code, None, modifiers)
    actor = reading.actor(code, (start, end), Resolution.COREFERENCE, wheres(modifiers), name)
    return Mention(start, end, head, actor, "actor", "role", shared(reading, parts, None, code))


def _named_behind(reading: Reading, head: int) -> int:
    """Give where a role ends that a name follows: "his Iranian counterpart, Ali Reza", else where its noun does."""
    names = [c.i for c in reading.doc[head].children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > head]
    if not names or names[0] in reading.by_token:
        return head + 1
    between = reading.doc.tokens[head + 1 : names[0]]
    plain = all(t.text == "," or t.pos_ == "PROPN" for t in between)
    return names[0] + 1 if plain else head + 1
