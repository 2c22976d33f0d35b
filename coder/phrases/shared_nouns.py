"""Nouns that two names share: "British and French troops", "UK and EU negotiators", "government and rebel envoys"."""

from itertools import pairwise
from typing import Final

from coder.naming.actor_codes import base_of, joined, sectors_of
from coder.naming.hits import Hit
from coder.phrases.composition import Modifier, compose
from coder.phrases.reading import Reading, where
from coder.types import Actor, Resolution

_JOINTS: Final = frozenset({",", "and", "or", "&"})
_LINKS: Final = _JOINTS | {"/", "-"}  # of countries: "Russian-Turkish patrols"; between bodies a dash parts two phrases
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ARMED: Final = frozenset(  # nouns, whatever their tag
    "rebel guerrilla insurgent militant separatist opposition".split()
)
_SOLDIERS: Final = frozenset("commander soldier troop force officer general fighter army chief".split())
Part = list[Modifier]  # the names that belong together before a noun, nearest first


def parts_of(reading: Reading, modifiers: list[Modifier], role: Hit | None = None) -> list[Part]:
    """Part the names before a noun, nearest first, where "and" or a comma says that each has the noun for itself.

    The first part is empty where the role has its own name in it: "government and [rebel negotiators]".
    """
    if not modifiers:
        return [[]]
    parts: list[Part] = [modifiers[:1]]
    if role and _own_name(reading, modifiers[0].hit, role):
        parts.insert(0, [])
    for nearer, farther in pairwise(modifiers):
        between = [token.lower_ for token in reading.doc.tokens[farther.hit.end : nearer.hit.start]]
        links = _LINKS if farther.hit.is_land and nearer.hit.is_land else _JOINTS
        if (
            between
            and links.issuperset(between)
            and _stands_alone(reading, nearer.hit)
            and _stands_alone(reading, farther.hit)
        ):
            parts.append([farther])
        else:
            parts[-1].append(farther)
    return parts


def _own_name(reading: Reading, before: Hit, role: Hit) -> bool:
    """Tell whether "and" parts another's role from a role of several words: "army and [police commanders]"."""
    between = [token.lower_ for token in reading.doc.tokens[before.end : role.start]]
    first = reading.doc[role.start]
    armed = first.lower_ in _ARMED  # "Chadian and [rebel commanders]"
    several = role.end - role.start > 1 and (armed or first.tag_ in _NOUNS)  # not "military and civilian officials"
    others = before.is_role or (armed and before.is_land)
    return several and others and between in (["and"], ["&"]) and _stands_alone(reading, before)


def _stands_alone(reading: Reading, hit: Hit) -> bool:
    """Tell whether a name says by itself whose the noun is: "rebel", not the "military" of "military and civil aid"."""
    root = reading.root(hit)
    noun = root.tag_ in _NOUNS or root.lower_ in _ARMED
    return not hit.is_role or (hit.entry.use != "modifier" and noun)


def own_part(parts: list[Part]) -> Part:
    """Give the names that make the code of the noun's own actor; a country before them all is theirs too."""
    own = parts[0]
    if len(parts) == 1 or any(m.hit.is_land or m.hit.is_body for m in own):
        return own
    others = parts[1:]
    return [*own, *(m for part in others for m in part if m.hit.is_land)]


def shared(reading: Reading, parts: list[Part], role: Hit | None, code: str) -> tuple[Actor, ...]:
    """Give the other actors of a shared noun.

    Args:
        reading: the text.
        parts: the names before the noun.
        role: the noun, where it is a role.
        code: that of the noun's own actor.
    """
    if len(parts) == 1:
        return ()
    own, *others = parts
    soldiers = role is not None and reading.doc[role.end - 1].lemma_ in _SOLDIERS
    states = ["MIL" if soldiers else "GOV"] if role and not own else sectors_of(code)
    role = role if own else None  # its name is not the others'
    lands = [m for part in others for m in part if m.hit.is_land]
    found = []
    for part in others:
        nearest = part[0].hit
        if nearest.is_land and not any(m.hit.is_body for m in own):
            other = joined(base_of(nearest.code), states)
        else:
            other = compose(role, part if any(m.hit.is_land or m.hit.is_body for m in part) else [*part, *lands], ())
        elsewhere = base_of(other) != base_of(code) or not (nearest.is_land and own)
        if other and (other != code or nearest.is_body) and elsewhere:
            found.append(_actor(reading, nearest, other))
    return tuple(found[::-1])


def _actor(reading: Reading, hit: Hit, code: str) -> Actor:
    name = reading.index.country_name(base_of(code)) if hit.is_land else reading.text(hit.start, hit.end)
    return reading.actor(code, (hit.start, hit.end), Resolution.COMPOSED, where(hit), name)
