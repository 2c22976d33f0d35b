"""Where things happened: places that a sentence names, with the coordinates that the dictionary of cities gives."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Final

from coder.errors import DictionaryError
from coder.mentions import Mention
from coder.naming.actor_codes import GENERIC, WORLD_REGIONS, base_of
from coder.naming.dictionary_formats import content_lines
from coder.naming.names import key_of
from coder.naming.noun_classes import PLACE_NOUNS
from coder.parties.parties import Resolver
from coder.syntax.parsed import Doc, Token
from coder.types import Location

FILE: Final = "cities.txt"
PREPOSITIONS: Final = frozenset(
    "in at near over inside outside around across throughout within off along above".split()
)
_ON: Final = frozenset("island border coast peninsula outskirts edge".split())  # "on" before these is a place
_PARTS: Final = PLACE_NOUNS | _ON | frozenset("center centre heart part south north east west".split())
_SORTS: Final = frozenset({"city", "region", "state"})
_COORDINATES: Final = re.compile(r"@\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$")
_NORTH, _EAST = 90.0, 180.0


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point in WGS 84 degrees and the state it lies in."""

    country: str
    latitude: float
    longitude: float


Gazetteer = Mapping[str, Sequence[Coordinates]]


def load_gazetteer() -> Gazetteer:
    """Load the coordinates of the shipped dictionary of cities.

    Raises:
        DictionaryError: a line has a point that lies nowhere.
    """
    return read_gazetteer(FILE, (resources.files("coder") / "dictionaries" / FILE).read_text("utf-8"))


def read_gazetteer(path: str, text: str) -> Gazetteer:
    """Read ``name; other name = CODE @ latitude,longitude``; a line without a point is left out.

    Raises:
        DictionaryError: a line has a point that lies nowhere.

    >>> read_gazetteer("cities.txt", "Herat; Hirat = AFG @ 34.35,62.20")["hirat"][0].latitude
    34.35
    """
    found: dict[str, list[Coordinates]] = {}
    for number, line in content_lines(text):
        names, _, right = line.partition("=")
        if "@" in right:
            point = _point(path, number, right)
            for name in names.split(";"):
                found.setdefault(key_of(name.strip()), []).append(point)
    return found


def _point(path: str, number: int, text: str) -> Coordinates:
    match = _COORDINATES.search(text)
    if not match or abs(latitude := float(match[1])) > _NORTH or abs(longitude := float(match[2])) > _EAST:
        raise DictionaryError(path, number, f"expected 'CODE @ latitude,longitude' in degrees, got {text.strip()!r}")
    return Coordinates(base_of(re.split(r"[\s,@]", text.strip())[0]), latitude, longitude)


class PlacePhrase:
    """A place that a preposition ties to its sentence."""

    __slots__ = ("exact", "location", "preposition")

    def __init__(self, location: Location, preposition: int, *, exact: bool) -> None:
        """Take the place, the preposition's token, and whether it is a city rather than a region or a state."""
        self.location: Final = location
        self.preposition: Final = preposition
        self.exact: Final = exact


def find_places(doc: Doc, resolver: Resolver, gazetteer: Gazetteer) -> list[PlacePhrase]:
    """Find the phrases that say where, in text order: "in Moscow", "near the city of Aleppo", "over Syria"."""
    found = []
    for token in doc.tokens:
        if token.dep_ == "prep" and (token.lower_ in PREPOSITIONS or _is_on_place(token)):
            for named in _named(token):
                mention = resolver.at(named.i)
                if mention.sort in _SORTS and mention.actor.country and _is_place(doc, mention):
                    found.append(PlacePhrase(_location(doc, mention, gazetteer), token.i, exact=mention.sort == "city"))
                    break
    return found


def _is_on_place(preposition: Token) -> bool:
    return preposition.lower_ == "on" and any(child.lemma_ in _ON for child in preposition.children)


def _named(preposition: Token) -> Iterator[Token]:
    """Give the names that a preposition governs: its object, and what an "of" adds to "the city"."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            if child.lemma_.lower() in _PARTS:
                inner = [c for c in child.children if c.lower_ in {"of", "in"}]
                yield from (p for c in inner for p in c.children if p.dep_ == "pobj")
                yield from (c for c in child.children if c.dep_ == "appos")
            yield child


def _is_place(doc: Doc, mention: Mention) -> bool:
    country = mention.actor.country
    head = doc[mention.head]
    return (
        country not in GENERIC
        and country not in WORLD_REGIONS
        and len(mention.actor.code) >= len(country)
        and mention.kind in {"place", "actor"}
        and head.text[:1].isupper()
    )


def _location(doc: Doc, mention: Mention, gazetteer: Gazetteer) -> Location:
    """Give a mention's place by its name alone, without the words before it."""
    start = mention.start
    while start < mention.head and not doc[start].text[:1].isupper():
        start += 1
    where = doc.span(start, mention.end)
    name, country = where.text, mention.actor.country
    points = [p for p in gazetteer.get(key_of(name), ()) if p.country[:3] == country]
    point = points[0] if points else None
    return Location(name, country, point.latitude if point else None, point.longitude if point else None, where)
