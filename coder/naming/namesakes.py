"""Bodies of plain names, which many lands have: whose "Labour Party" or "Home Office" it is by the land beside it.

The dictionaries know the best-known bearer of such a name: the Labour Party is Britain's, the Home Office too. Where
another land stands right before the name ("the Norwegian Labour Party", "Albania's opposition Democratic Party"), or
behind that of a party or palace ("the Labour Party of Norway"), the body is that land's.
"""

from typing import Final

from coder.naming.actor_codes import GENERIC, SECTORS, WORLD_REGIONS, base_of, joined, sectors_of
from coder.naming.hits import Hit
from coder.naming.names import pieces
from coder.syntax.parsed import Doc

_PLAIN: Final = frozenset(  # the words of names that tell no land
    """
    white party parties workers worker s labour labor democratic democrats democrat republican republicans conservative
    conservatives socialist socialists liberal liberals green greens communist communists social christian people
    peoples national nationalist popular progressive radical freedom justice unity reform independence action union
    congress movement alliance front coalition centre center new
    home office state department foreign treasury federal reserve interior defence defense commerce labour education
    revolutionary guard guards senate house representatives security council supreme court constitutional high assembly
    parliament guardian times post herald independent standard telegraph observer star mirror sun newspaper
    """.split()
)
_SEATS: Final = frozenset({"White House"})  # which several capitals have: "the White House in Moscow"
_BEHIND: Final = frozenset({"of", "in"})
_POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})
_BEFORE: Final = frozenset({"adjective", "people"})
_NO_LANDS: Final = GENERIC | SECTORS


def of_their_lands(doc: Doc, hits: list[Hit]) -> list[Hit]:
    """Give the names with the codes of plain ones changed to those of the lands beside them."""
    if not any(hit.entry.sort == "organisation" for hit in hits):
        return hits
    found = []
    for i, hit in enumerate(hits):
        land = _land_beside(doc, hits, i) if _is_plain(hit) else ""
        found.append(Hit(hit.start, hit.end, hit.entries, _code(hit, land)) if land else hit)
    return found


def _is_plain(hit: Hit) -> bool:
    """Tell whether a body of one land has a name that any land's body may have."""
    if hit.entry.sort != "organisation" or not hit.code or hit.country in _NO_LANDS:
        return False
    return all(piece.key in _PLAIN for piece in pieces(hit.entry.name))


def _land_beside(doc: Doc, hits: list[Hit], i: int) -> str:
    """Give the code of another land right before a name, or behind a party's; "" where there is none."""
    hit = hits[i]
    at = i - 1
    while at >= 0 and hits[at].is_role and hits[at].end == hits[at + 1].start:  # "the Albanian opposition Socialists"
        at -= 1
    land = _other_land(hits[at], hit) if at >= 0 and _is_before(doc, hits[at], hits[at + 1].start) else ""
    if land or i + 1 == len(hits) or not ("PTY" in hit.sectors or hit.entry.name in _SEATS):
        return land
    after = hits[i + 1]
    behind = after.is_land and after.start == hit.end + 1 and doc[hit.end].lower_ in _BEHIND
    return _other_land(after, hit) if behind else ""


def _is_before(doc: Doc, land: Hit, start: int) -> bool:
    """Tell whether a land, or a person with a possessive, belongs to the name that begins at a token."""
    owning = start == land.end + 1 and doc[land.end].text in _POSSESSIVE
    if owning:
        return land.is_land or land.entry.sort == "person"
    if start != land.end or not land.is_land:
        return False
    token = doc[land.end - 1]
    return land.entry.use in _BEFORE or (token.dep_ in {"compound", "nmod"} and token.head.i >= start)


def _other_land(land: Hit, hit: Hit) -> str:
    base = base_of(land.code)[:3]
    return "" if base in GENERIC | WORLD_REGIONS | {"", hit.country} else base


def _code(hit: Hit, land: str) -> str:
    """Give the same body's code in another land; of its parties nobody knows who governs."""
    return joined(land, ["PTY"] if "PTY" in hit.sectors else sectors_of(hit.code))
