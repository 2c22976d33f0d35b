"""Gives a role without a country ("protesters", "the army") the country that its sentence leaves no doubt about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from coder.actor_codes import WORLD_REGIONS
from coder.mentions import Mention
from coder.types import Actor, Resolution

ORGANS = frozenset(("GOV", "COP", "JUD", "LEG"))
ARMED = frozenset(("REB", "INS", "SEP"))
LAWLESS = ARMED | {"CRM", "UAF"}  # who attack where they live
AT_HOME = frozenset(("OPP", "MED", "LAB", "EDU", "CRM", "LEG", "JUD", "AGR"))  # whom a state's organs deal with at home
ANYBODY = AT_HOME | ORGANS | ARMED | frozenset(("CVL", "BUS", "HLH", "REF", "PTY", "UAF", "ELI", "SPY"))
INTERNATIONAL = frozenset(("IGO", "IMG", "NGO", "NGM", "MNC", "INT", "UIS"))
# What a state and its people do to each other rather than to those of another: orders, concessions, protest, force.
DOMESTIC_ROOTS = frozenset(("08", "10", "14", "15", "17"))
POLICED_ROOTS = DOMESTIC_ROOTS | frozenset(("18", "19", "20"))  # "police shot six Kenyans": in Kenya
FORCE_ROOTS = frozenset(("15", "17", "18", "19", "20"))
JUDGING = ("01", "051", "11")  # ministers condemn and deplore what happens abroad
# States that are in the news for what they do abroad: their word to "the rebels" tells no country.
ABROAD = frozenset(("USA", "RUS", "CHN", "GBR", "FRA", "ISR", "DEU", "TUR", "SUN"))
BESIDE_ISRAEL = frozenset(("PSE", "LBN"))  # whose armed groups fight another state's army


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence plays: the one country of its places, and the one country that it names at all; "" for none."""

    place: str
    country: str


def setting_of(mentions: Iterable[Mention]) -> Setting:
    """Tell where a sentence plays from all who are named in it."""
    known = [m for m in mentions if m.actor.country and m.actor.country not in INTERNATIONAL | WORLD_REGIONS]
    places = {m.actor.country for m in known if m.kind == "place"}
    return Setting(_only(places), _only({m.actor.country for m in known}))


def _only(countries: set[str]) -> str:
    return next(iter(countries)) if len(countries) == 1 else ""


def completed(actor: Actor, other: Actor | None, code: str, where: Callable[[], Setting]) -> Actor:
    """The actor with a country put before its sector, where the other side, the place or the sentence tells it.

    Args:
        actor: one side of an event.
        other: the other side, if there is one.
        code: the event's.
        where: gives the setting; asked only when the actor lacks a country.
    """
    if not actor.code or actor.country or actor.code[:3] in INTERNATIONAL or len(actor.code) % 3:
        return actor
    country = _country(actor, other, code, where())
    if not country or country == actor.code[:3]:
        return actor
    return replace(
        actor,
        code=country + actor.code,
        country=country,
        resolution=Resolution.COMPOSED,
        provenance=(*actor.provenance, "country from the sentence"),
    )


def _country(actor: Actor, other: Actor | None, code: str, setting: Setting) -> str:
    own, theirs = set(actor.sectors), set(other.sectors) if other else set()
    if other and other.country == "PSE" and own & {"MIL", "COP"} and code[:2] in FORCE_ROOTS:
        return ""  # soldiers who strike Palestinians, or whom they strike, are seldom theirs
    if other and other.country not in INTERNATIONAL | BESIDE_ISRAEL | {""} and _at_odds(own, theirs):
        return other.country  # the army that fights Nepal's rebels is Nepal's
    afar = own == {"GOV"} and code.startswith(JUDGING)
    here = not afar and (other is None or other.country != setting.place)
    local = here or _domestic(own, theirs) or own & LAWLESS
    if setting.place and local:
        return setting.place
    if other and _domestic(own, theirs) and other.country not in INTERNATIONAL:
        return other.country
    alone = other is not None and other.country == setting.country and setting.country not in ABROAD
    roots = POLICED_ROOTS if own == {"COP"} and not theirs else DOMESTIC_ROOTS
    return setting.country if alone and own & ANYBODY and code[:2] in roots else ""


def _at_odds(own: set[str], theirs: set[str]) -> bool:
    """Whether a bare state organ meets a country's rebels: it is that country's own."""
    return bool((ORGANS | {"MIL"}) & own and ARMED & theirs)


def _domestic(one: set[str], other: set[str]) -> bool:
    """Whether two sectors meet at home: a state's organ here, its opposition, press, courts or workers there."""
    organ = ORGANS | {"MIL"}
    return bool((organ & one and AT_HOME & other) or (AT_HOME & one and organ & other))
