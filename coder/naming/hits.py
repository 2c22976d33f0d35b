"""Dictionary names found in a text: the longest match wins, ambiguous names are settled by their surroundings."""

from datetime import date
from typing import Final

from coder.naming.actor_codes import country_of, is_organisation, sectors_of
from coder.naming.dictionaries import ActorIndex
from coder.naming.dictionary_entries import IN_FULL, ROLE_USES, Entry
from coder.naming.noun_classes import (
    AGAINST_MARKS,
    GIVEN_NAMES,
    MONTH_LEADS,
    ORGANISATION_WORDS,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    SURNAME_ROLES,
    SURNAME_TRADES,
    TITLES_OF_OFFICE,
)
from coder.naming.spotting import Spot
from coder.syntax.forms import Piece
from coder.syntax.parsed import Doc, Token

_NEVER_NAMES: Final = frozenset(
    {"MD", "PRP", "PRP$", "IN", "DT", "CC", "UH", "RB", "TO", "VB", "VBZ", "VBP", "WDT", "WP", "EX"}
)
# A name that opens its sentence or that few know gets these: "[Sicily] has criticised …".
_MISTAGGED: Final = frozenset({"UH", "RB", "VB"})
_NEVER_ROLES: Final = frozenset({"VB", "VBZ", "VBP", "VBD", "VBG", "VBN", "RB", "IN", "MD"})
_SPEC: Final = 6  # words of "fighter, attack and remotely piloted aircraft" at most
_NAMESAKES: Final = frozenset(
    {"georgia", "congo", "congolese", "guinea", "guinean", "dominican", "macedonia", "lebanon"}
)
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
# Adjectives that say a role as the noun does: "military aircraft", not "general strike".
_ADJECTIVE_ROLES: Final = frozenset(
    "military rebel insurgent guerrilla separatist civilian militant paramilitary police opposition islamist".split()
)
_ADDRESSES: Final = frozenset({"mr", "mrs", "ms", "sir", "dame"})  # not "Dr" and "Miss": DR Congo, Miss Venezuela
_SPANNING: Final = frozenset({"pan", "trans", "inter", "intra"})
_FEATURES: Final = frozenset(
    "channel strait straits sea lake river island islands bay gulf mountains pass ridge reef peninsula".split()
)
_DIRECTIONS: Final = frozenset(
    """north south east west central upper lower new greater southern northern eastern western neighbouring
    neighboring""".split()
)
_ATTRIBUTES: Final = frozenset({"amod", "compound"})
_LENDING_DEPS: Final = frozenset({"amod", "compound", "nmod", "npadvmod", "conj", "poss", "advmod"})
_PLACE_OR_BODY: Final = PLACE_NOUNS | ORGANISATION_WORDS
_SHORT_TITLES: Final = frozenset("gen col lt maj capt sgt adm brig cmdr cpl sen rep gov pres pc".split())
_COMMON_TITLES: Final = frozenset("major justice private".split())  # "a major attack", "calls for justice"
_OF_PLACES: Final = frozenset(
    """resident inhabitant citizen dweller mayor governor bishop archbishop port outskirts outskirt suburb street city
    town capital district university airport prison""".split()
)
_OF_TOWNS: Final = _OF_PLACES | frozenset(
    "police court prosecutor market gang cartel hospital school hotel jail slum".split()
)
_AGED: Final = frozenset({"old", "olds"})  # "a 26-year-old" is somebody, "a 26-year-old church" is not
_DEGREES: Final = frozenset(  # of a feeling, not of a party
    """widespread strong stronger fierce stiff public growing popular little any no much more some intense vocal firm
    mounting continued considerable massive vehement bitter staunch heavy serious""".split()
)
LANDS: Final = frozenset({"state", "region", "city"})
_MONTHS: Final = frozenset({"may", "march", "august"})
_BEFORE_NAMES: Final = _ADDRESSES | frozenset("de da di dos van von".split())  # "Ms Lima", "Leila de Lima"


Named = tuple[int, int, tuple[Entry, ...]]  # tokens, half-open, and the entries whose name stands there


class Hit:
    """A name found: tokens, half-open, and its candidate entries, best first."""

    __slots__ = ("code", "end", "entries", "entry", "is_land", "is_role", "plain", "start")

    def __init__(self, start: int, end: int, entries: tuple[Entry, ...], code: str) -> None:
        """Take what was found, and look once at what is asked for again and again."""
        self.start = start
        self.end = end
        self.entries = entries
        self.code = code  # on the story's date; a leading "=" marks a full generic code of a role
        self.plain = code.lstrip("=") if code.startswith("=") else code
        self.entry = entries[0]  # the chosen one
        self.is_role = self.entry.use in ROLE_USES  # whether it is a role noun
        self.is_land = self.entry.sort in LANDS or self.entry.use == "people"  # whether it names a country or a part

    @property
    def is_body(self) -> bool:
        """Tell whether it names an organisation or group, whose code takes nothing more."""
        return self.entry.sort in {"organisation", "group"} or is_organisation(self.code)

    @property
    def country(self) -> str:
        """The code's country or generic group."""
        return country_of(self.plain)

    @property
    def sectors(self) -> tuple[str, ...]:
        """The code's sectors."""
        return sectors_of(self.plain)


def find_hits(doc: Doc, spots: list[Spot], index: ActorIndex, on: date | None) -> list[Hit]:
    """Choose among the names spotted, left to right, without overlaps.

    An acronym that the text explains counts in all of it.
    """
    found: list[Named] = []
    free = 0  # the first piece that no name has taken
    for spot in spots:
        if spot.at < free:
            continue
        span = (spot.start, spot.end)
        standing = [e for e in spot.entries if _stands(doc, span, e, spot.shown, index)]
        if len(standing) > 1 and standing[0].sort == "person" and _is_where(doc[spot.start]):
            standing = [e for e in standing if e.sort in LANDS] or standing  # "in Djibo" is no president's
        if standing:
            found.append((*span, spot.entries if len(standing) == len(spot.entries) else tuple(standing)))
            free = spot.at + len(spot.shown)
    if acronyms := _explained_acronyms(doc, found):
        found = sorted(found + acronyms, key=_start)
    return _settle(found, index, on)


def _is_where(token: Token) -> bool:
    """Tell whether something takes place in what a name means: nobody is "in" a person."""
    return token.dep_ == "pobj" and token.head.lower_ in {"in", "near", "inside", "outside"}


def _start(name: Named) -> int:
    return name[0]


def _explained_acronyms(doc: Doc, found: list[Named]) -> list[Named]:
    """Find "MDC" in a text that has said "Movement for Democratic Change (MDC)"."""
    meanings = {
        doc[end + 1].text: entries
        for _, end, entries in found
        if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")" and doc[end + 1].text.isupper()
    }
    if not meanings:
        return []
    taken = {i for start, end, _ in found for i in range(start, end)}
    return [(t.i, t.i + 1, meanings[t.text]) for t in doc.tokens if t.text in meanings and t.i not in taken]


def _stands(doc: Doc, span: tuple[int, int], entry: Entry, text: list[Piece], index: ActorIndex) -> bool:
    """Tell whether the words can be this name here: not a verb, a pronoun, a month or part of a longer name."""
    start, end = span
    first = doc[start]
    if entry.use in ROLE_USES:
        return _lends(doc, end) if entry.use == "modifier" else _stands_as_role(doc, start, end)
    if len(text) > 1:
        attribute = text[0].key == "the" and doc[end - 1].dep_ in _ATTRIBUTES
        against = entry.sort == "group" and _is_against(doc, start)  # "anti-Taliban fighters" are no Taliban fighters
        return not against and not (attribute and index.under(text[-1].key))  # "The Hindu party" is no newspaper's
    shown = text[0].shown
    if first.tag_ in _NEVER_NAMES and not (shown.isupper() and shown == entry.name) and not _is_mistagged(first):
        return False
    if _spans(doc, start) or (text[0].key in _MONTHS and start and doc[start - 1].lower_ in MONTH_LEADS):
        return False
    water = entry.sort == "identity" and _is_feature(doc, end)  # "the Bashi Channel" is no people's
    people = entry.use in {"people", "adjective"} and _is_family_name(doc, first, index)
    town = entry.sort == "city" and entry.use == "name"
    if water or people or (town and (_is_someone(doc, first, index) or _is_body(doc, first))):
        return False
    return entry.sort not in {"state", "city", "region", "identity"} or not _inside_person(doc, first, index)


def _is_against(doc: Doc, start: int) -> bool:
    """Tell whether a name follows "anti-", with a hyphen or without."""
    before = start - 2 if start > 1 and doc[start - 1].text == "-" else start - 1
    return before >= 0 and doc[before].lower_.rstrip("-") in AGAINST_MARKS


def _spans(doc: Doc, start: int) -> bool:
    """Tell whether a name is part of a word for what crosses many lands: "the Pan-American Highway"."""
    return start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in _SPANNING


def _is_feature(doc: Doc, i: int) -> bool:
    """Tell whether a word is the last of the name of a sea, an island or a mountain."""
    return i < len(doc) and doc[i].lower_ in _FEATURES and doc[i].text.istitle()


def _is_mistagged(token: Token) -> bool:
    """Tell whether a word stands where only a noun can, though its tag says otherwise: "fought in [Bakhmut]"."""
    return token.dep_ in {"nsubj", "pobj"} and token.tag_ in _MISTAGGED


def _stands_as_role(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a role noun is used as a noun: not "general strike", not "soldiers ousted President X"."""
    first, last = doc[start], doc[end - 1]
    common = end - start == 1 and last.lower_ in _COMMON_TITLES
    if common or last.lower_.rstrip(".") in _SHORT_TITLES:
        named = end < len(doc) and doc[end].tag_ == "NNP" and last.text[0].isupper()
        return named and doc[end].lower_ not in ORGANISATION_WORDS | {"league"}
    if last.lower_ in _AGED:
        return last.dep_ not in _LENDING_DEPS
    if end - start > 1:
        return first.tag_ not in _FINITE
    if _is_other_sense(doc, start):
        return False
    if last.tag_.startswith("JJ"):
        named = end < len(doc) and doc[end].tag_ == "NNP"  # "dissident Li Fang", tagged as an adjective
        return last.lower_ in _ADJECTIVE_ROLES or (named and last.dep_ in _LENDING_DEPS and last.i > 0)
    return last.tag_ not in _NEVER_ROLES


def _is_other_sense(doc: Doc, i: int) -> bool:
    """Tell whether a single word is a feeling, habit or family name: "stiff opposition", "local customs", "King"."""
    word = doc[i]
    if word.lower_ == "customs":
        return word.dep_ != "nsubj" and word.head.lower_ != "by"
    if word.lower_ == "opposition":
        return _is_resistance(doc, i)
    if word.lower_ == "fighter":
        return any(t.lower_ == "aircraft" for t in doc.tokens[i + 1 : i + _SPEC])  # "fighter and attack aircraft"
    if word.lower_ == "secretary":
        return word.text.islower()  # who writes letters; with a capital an office: "the Secretary met the king"
    behind_name = i > 0 and doc[i - 1].tag_ == "NNP"
    alone = word.lower_ in SURNAME_TRADES and word.dep_ == "nsubj" and word.left_edge.i == i  # "Baker made a trip"
    return word.tag_ == "NNP" and ((word.lower_ in SURNAME_ROLES and behind_name) or alone)


def _is_resistance(doc: Doc, i: int) -> bool:
    """Tell whether "opposition" is a feeling: "strong opposition", "their opposition", "opposition from Rome"."""
    before = doc[i - 1] if i else None
    if before is not None and (before.lower_ in _DEGREES or before.tag_ == "PRP$"):
        return True
    determined = before is not None and (before.tag_ in {"DT", "POS"} or before.tag_.startswith(("JJ", "NN")))
    return not determined and i + 1 < len(doc) and doc[i + 1].lower_ in {"to", "from", "within", "among", "over"}


def _lends(doc: Doc, end: int) -> bool:
    """Tell whether a word that only lends its sector has a noun after it to lend it to."""
    return end < len(doc) and doc[end].pos_ in {"NOUN", "ADJ", "PROPN"} and doc[end - 1].dep_ in _LENDING_DEPS


def _lived_in(token: Token) -> bool:
    """Tell whether a preposition says that a name is a place: "in Lagos", "residents of Lagos"."""
    if token.dep_ in _ATTRIBUTES and token.head.tag_ in {"NN", "NNS"} and token.head.lemma_ in _OF_TOWNS:
        return True  # "Lagos police"
    if token.dep_ != "pobj":
        return False
    of = token.head
    return of.lower_ in PLACE_PREPOSITIONS or (of.lower_ == "of" and of.head.lemma_ in _OF_PLACES)


def _is_someone(doc: Doc, token: Token, index: ActorIndex) -> bool:
    """Tell whether a lesser city's name is a surname or a part of a longer name here: cities have treacherous names."""
    if any(e.use != IN_FULL for e in index.of_surname(token.lower_)) and not _lived_in(token):
        return True
    if token.dep_ == "compound" and token.head.tag_ in {"NNP", "NNPS"} and not index.under(token.head.lower_):
        return True
    before = doc[token.i - 1] if token.i else None
    return before is not None and before.dep_ == "compound" and before.tag_ == "NNP" and not index.under(before.lower_)


def _is_body(doc: Doc, token: Token) -> bool:
    """Tell whether a city's name in capitals is a body's acronym, which alone has an article: "the ASTI"."""
    return token.text.isupper() and token.i > 0 and doc[token.i - 1].text == "the"


def _is_family_name(doc: Doc, token: Token, index: ActorIndex) -> bool:
    """Tell whether a people's name is somebody's own behind a given name: "Judge Alan Welsh"."""
    before = doc[token.i - 1] if token.i else None
    if before is None or token.tag_ != "NNP" or token.dep_ in _ATTRIBUTES or before.head.i != token.i:
        return False
    given = before.tag_ == "NNP" and before.dep_ == "compound" and not index.under(before.lower_)
    several = before.i > 0 and doc[before.i - 1].tag_ in {"DT", "CD", "JJ", "PRP$"}  # "the Young Turk"
    return given and before.lower_ not in _DIRECTIONS and not several


def _inside_person(doc: Doc, token: Token, index: ActorIndex) -> bool:
    """Tell whether a place name is part of a person's: "Michael Jordan", "Chad Smith"."""
    before = doc[token.i - 1] if token.i else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if token.ent_type_ == "PERSON" or (before is not None and before.lower_.rstrip(".") in _BEFORE_NAMES):
        return True
    if token.lower_ not in GIVEN_NAMES:
        return _is_given_name(token, before, index) or _is_officials_surname(token, before, index)
    if before is not None and before.tag_ == "NNP" and before.dep_ == "compound" and before.lower_ not in _DIRECTIONS:
        return before.ent_type_ == "PERSON" or not index.under(before.lower_)
    if after is None or after.tag_ != "NNP" or token.dep_ != "compound":
        return False
    return after.ent_type_ == "PERSON" or not (index.under(after.lower_) or after.lower_ in _PLACE_OR_BODY)


def _is_given_name(token: Token, before: Token | None, index: ActorIndex) -> bool:
    """Tell whether a place's name stands between a title and a surname: "Defence Minister Salahuddin Rahimi"."""
    surname = token.head
    if before is None or before.lower_ not in TITLES_OF_OFFICE or token.dep_ != "compound" or surname.i != token.i + 1:
        return False
    return surname.tag_ == "NNP" and surname.lower_ not in _PLACE_OR_BODY and not index.under(surname.lower_)


def _is_officials_surname(token: Token, given: Token | None, index: ActorIndex) -> bool:
    """Tell whether a place's or people's name is a surname behind title and given name: "Minister Anatole France"."""
    if given is None or given.tag_ != "NNP" or not given.i or token.tag_ != "NNP":
        return False
    titled = token.doc[given.i - 1].lower_ in TITLES_OF_OFFICE
    return titled and given.lower_ not in _DIRECTIONS and not index.under(given.lower_)


def _settle(found: list[Named], index: ActorIndex, on: date | None) -> list[Hit]:
    """Choose among the entries of each name: those that hold on the day, then the country that the text speaks of."""
    if not any(len(entries) > 1 or _is_inland(entries[0]) for _, _, entries in found):
        return [Hit(start, end, entries, entries[0].code_on(on)) for start, end, entries in found]
    support: dict[str, int] = {}
    places: set[str] = set()
    for _, _, entries in found:
        land = country_of(entries[0].code_on(on))
        if land and (len(entries) == 1 or all(country_of(e.code_on(on)) == land for e in entries)):
            support[land] = support.get(land, 0) + 1
        if _is_inland(entries[0]):
            places.add(land)
    hits = []
    for start, end, entries in found:
        ranked = entries if len(entries) == 1 else tuple(sorted(entries, key=lambda e: _rank(e, support, on)))
        namesake = _namesake_place(index, ranked[0], places, support) if places else ""
        hits.append(Hit(start, end, ranked, namesake or ranked[0].code_on(on)))
    return hits


def _rank(entry: Entry, support: dict[str, int], on: date | None) -> tuple[bool, bool, int]:
    return entry.use in ROLE_USES, not entry.holds(on), -support.get(country_of(entry.code_on(on)), 0)


def _is_inland(entry: Entry) -> bool:
    """Tell whether a name is of a place within a state that does not stand for the state."""
    return entry.sort in {"city", "region"} and entry.use == "name"


def _namesake_place(index: ActorIndex, entry: Entry, places: set[str], support: dict[str, int]) -> str:
    """Find another place of the name, when the text speaks of towns there: Georgia beside Atlanta."""
    if entry.sort not in {"state", "city"} or (entry.sort == "state" and entry.name.lower() not in _NAMESAKES):
        return ""
    own = country_of(entry.codes[0].code)
    if own in places or support.get(own, 0) > (entry.sort == "state"):
        return ""
    return next((code for code in index.meanings(entry.name)[1:] if code in places), "")
