"""Gives a role without a country ("protesters", "the army") the country that its sentence leaves no doubt about."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from coder.naming.actor_codes import ARMED_OPPOSITION, GENERIC, base_of, joined, sectors_of
from coder.naming.lands import ABROAD, ARMYLESS, HOMES, OCCUPIED, SETTLERS, UNREBELLIOUS
from coder.naming.noun_classes import AIRCRAFT, FLYING_AT_HOME, SETTLER
from coder.phrases.settings import ABSTRACT, FAITHS, Setting
from coder.phrases.victims import keeps_order, land_of_thing, land_of_victim
from coder.types import Actor, Resolution

ORGANS: Final = frozenset(("GOV", "COP", "JUD", "LEG"))
DEALING: Final = frozenset(("02", "04", "05", "06", "07"))  # what powers do to a government where they do not fight
EMBASSIES: Final = frozenset(("embassy", "consulate", "embassies", "consulates"))
GOVERNMENTS: Final = frozenset(("the government", "the authorities"))
LAWLESS: Final = ARMED_OPPOSITION | {"CRM", "UAF"}  # who attack where they live
AT_HOME: Final = frozenset(
    ("OPP", "MED", "LAB", "EDU", "CRM", "LEG", "JUD", "AGR", "HLH", "PTY")
)  # whom a state's organs deal with at home
ANYBODY: Final = AT_HOME | ORGANS | ARMED_OPPOSITION | frozenset(("CVL", "BUS", "REF", "UAF", "ELI", "SPY"))
TOLD_OF: Final = ORGANS | AT_HOME | {"MIL"}  # who, unnamed, are those of the land that a sentence is about
OF_THE_LAND: Final = ("government", "regime", "state forces")  # in whose words stands whose they are: those of the land
# What a state and its people do to each other rather than to those of another: orders, concessions, protest, force.
DOMESTIC_ROOTS: Final = frozenset(("08", "10", "14", "15", "17"))
POLICED_ROOTS: Final = DOMESTIC_ROOTS | frozenset(("18", "19", "20"))  # "police shot six Kenyans": in Kenya
FORCE_ROOTS: Final = frozenset(("15", "17", "18", "19", "20"))
ASKED_ROOTS: Final = frozenset(("10", "12", "13", "14"))
PROTESTS: Final = "14"
CAPTIVES: Final = frozenset(("hostage", "hostages", "captive", "captives"))
MET: Final = frozenset(("04", "05", "06"))
REPRESSION: Final = "175"  # which befalls a state's own people, wherever else the sentence plays
SANCTION: Final = "172"
CONVICTION: Final = "116"
SERVANTS: Final = ORGANS | {"MIL", "SPY"}
PEOPLE: Final = AT_HOME | {"CVL"}
PRIVATE: Final = frozenset(("CVL", "BUS", "ELI", "HRI"))
HOUSEHOLD: Final = frozenset(("COP", "JUD", "LEG", "SPY"))  # organs that seldom deal with people of other lands
JUDGING: Final[tuple[str, ...]] = ("01", "051", "11")  # ministers condemn and deplore what happens abroad
BLAMED_ROOTS: Final = frozenset(("11", "13"))  # "villagers in Chad accuse the government": their own
ELSEWHERE: Final = frozenset(("the department", "the world court"))  # who act abroad, and are of no land that is named
SEVERAL: Final = ("the two ", "both ", "the three ", "the four ")  # leaders who meet are of as many lands
NO_HOME: Final = GENERIC | OCCUPIED | {""}  # countries whose foes may be anybody's
FROM_THE_AIR: Final = "195"
FROM_THE_SENTENCE: Final = "country from the sentence"  # the provenance of a land that was found so
FIGHTING: Final = ORGANS | {"MIL"}  # of a state, against its rebels


def completed(
    actor: Actor, other: Actor | None, code: str, where: Callable[[], Setting], *, doer: bool = False
) -> Actor:
    """The actor with a country put before its sector, where the other side, the place or the sentence tells it.

    Args:
        actor: one side of an event.
        other: the other side, if there is one.
        code: the event's.
        where: gives the setting; asked only when the actor lacks a country.
        doer: whether the actor is the event's source.
    """
    if actor.country in HOMES and actor.code.startswith(actor.country):
        return _of_people(actor, where())
    if actor.country in FAITHS:
        return _in_land(actor, None if doer else other, code, where())
    if not actor.code and not doer:
        return _placed(actor, land_of_thing(actor, other, code, where))
    if not actor.code or actor.country or actor.code[:3] in GENERIC or len(actor.code) % 3:
        return actor
    words = actor.span.text.lower()
    if words in ELSEWHERE or (words.startswith(SEVERAL) and "GOV" in actor.sectors):
        return actor
    setting = where()
    country = _fought_at_home(actor, other, code, setting) or _country(actor, other, code, setting)
    country = country or _going_on(actor, other, code, setting)
    if (
        doer
        and country
        and other is not None
        and country == other.country
        and not EMBASSIES.isdisjoint(_words_of(other))
    ):
        country = _host_of(setting, country)
    if not country and doer and code[:2] == PROTESTS and not (other and other.code) and {*actor.sectors} <= PEOPLE:
        country = setting.home if setting.home == setting.country else ""  # "women who protested", told of Iran alone
    if not country and other is not None:
        country = _against_state(actor, other, code, setting) if doer else land_of_victim(actor, other, code, setting)
    if doer and code[:3] == FROM_THE_AIR and other is not None and _flies(words) and country == other.country:
        country = country if ARMED_OPPOSITION & {*other.sectors} else ""
    return _placed(actor, country)


def _flies(words: str) -> bool:
    """Whether an actor is nothing but aircraft, which need not be of the land where they drop their bombs."""
    named = words.split()
    return bool(named) and named[-1].removesuffix("s") in AIRCRAFT and FLYING_AT_HOME.isdisjoint(named)


def _words_of(actor: Actor) -> list[str]:
    """The words of an actor's phrase."""
    return actor.span.text.lower().split()


def _host_of(setting: Setting, country: str) -> str:
    """The land where another's embassy stands, whose people attack it: the only other one of which the text tells."""
    rest = setting.countries - {country}
    return next(iter(rest)) if len(rest) == 1 else ""


def _placed(actor: Actor, country: str) -> Actor:
    """Put a country before the actor's sector."""
    if not country or country == actor.code[:3]:
        return actor
    return replace(
        actor,
        code=country + actor.code,
        country=country,
        resolution=Resolution.COMPOSED,
        provenance=(*actor.provenance, FROM_THE_SENTENCE),
    )


def _going_on(actor: Actor, other: Actor | None, code: str, setting: Setting) -> str:
    """The country that the main clause is about, besides which only the other side's is named.

    "Togo's senate swore him in, and the new premier appealed to Benin": Togo's. Whoever receives a visitor is of the
    land visited.
    """
    own = set(actor.sectors)
    if other is None or not own or not own <= ORGANS:
        return ""
    stranger = other.country or other.span.start < actor.span.start  # on a visit somebody is met, whoever it is by
    if own == {"GOV"} and code[:2] in MET and stranger and other.country != setting.visited and setting.visited:
        return setting.visited
    rest = setting.countries - {other.country}
    plain = code[:2] not in FORCE_ROOTS and setting.subject not in ABROAD | {"", other.country}
    return setting.subject if plain and rest == {setting.subject} else ""


def _against_state(actor: Actor, other: Actor, code: str, setting: Setting) -> str:
    """The state of which alone its own people ask something or which they defy: "six unions gave Abuja a week"."""
    alone = other.code == other.country == setting.country and other.country not in NO_HOME | ABROAD
    return other.country if alone and code[:2] in ASKED_ROOTS and AT_HOME & {*actor.sectors} else ""


def _fought_at_home(actor: Actor, other: Actor | None, code: str, setting: Setting) -> str:
    """The state whose rebels somebody is, by its fight with them: "Peru, battling guerrillas, accused Chile"."""
    rebels = bool(set(actor.sectors) & LAWLESS or "RAD" in actor.sectors)
    if other is None or not rebels or not code.startswith("190") or other.country in NO_HOME | ABROAD | ABSTRACT:
        return ""
    state = not other.sectors or bool(FIGHTING & set(other.sectors))
    elsewhere = setting.place not in ABROAD | {"", other.country}
    return other.country if state and not elsewhere else ""


def _of_people(actor: Actor, setting: Setting) -> Actor:
    """Give a people of several lands that where the sentence plays, if they live there: "Kurdish forces in Kirkuk"."""
    land, people = setting.place or setting.country, actor.country
    if land not in HOMES[people]:
        return actor
    code = joined(land, [s for s in actor.sectors if s != people], people)
    return replace(actor, code=code, country=land, sectors=sectors_of(code))


def _in_land(actor: Actor, other: Actor | None, code: str, setting: Setting) -> Actor:
    """Believers with the land before their faith, where they live in it: "Algerian troops killed 12 Islamists".

    `other` is who acts on them.
    """
    met = other is not None and other.country == setting.country and (code[:2] in POLICED_ROOTS or code == CONVICTION)
    met = met or (not setting.place and code[:2] in FORCE_ROOTS and bool(LAWLESS & {*actor.sectors}))
    country = _fought_at_home(actor, other, code, setting) or setting.place or (setting.country if met else "")
    if not country or country in ABROAD:
        return actor
    return replace(
        actor,
        code=joined(country, actor.sectors, base_of(actor.code)),
        country=country,
        resolution=Resolution.COMPOSED,
        provenance=(*actor.provenance, FROM_THE_SENTENCE),
    )


def _country(actor: Actor, other: Actor | None, code: str, setting: Setting) -> str:
    own, theirs = set(actor.sectors), set(other.sectors) if other else set()
    if state := _from_across(actor, other, setting):
        return state
    armyless = other is not None and other.country in ARMYLESS
    if armyless and own & {"MIL", "COP"} and code[:2] in FORCE_ROOTS:
        return ""  # soldiers who strike Palestinians, or whom they strike, are seldom theirs
    if other and armyless and ORGANS & theirs and own & LAWLESS and code[:2] in DOMESTIC_ROOTS:
        return other.country
    if own & ARMED_OPPOSITION and setting.place in UNREBELLIOUS:
        return _parleying(other, code)  # who bombs there has mostly come from elsewhere
    repressed = code == REPRESSION and own & PEOPLE and other and other.country not in ABROAD
    sacked = code == SANCTION and own & SERVANTS and ORGANS & theirs  # "the president sacked the defence minister"
    near = repressed or sacked or (_at_odds(own, theirs) and not _struck_elsewhere(actor, other, code, setting))
    if other and (other.country not in NO_HOME or _is_lebanons(own, other)) and near:
        return other.country  # the army that fights Nepal's rebels is Nepal's; Nairobi cracks down on Kenya's students
    return _of_setting(actor, other, code, setting) or (_of_other(own, other, code[:2], setting) if other else "")


def _struck_elsewhere(actor: Actor, other: Actor | None, code: str, setting: Setting) -> bool:
    """Whether rebels strike soldiers in another land than theirs: "Togo's rebels killed eight soldiers in Benin"."""
    whose = other.country if other else ""
    struck = code[:2] in FORCE_ROOTS and "MIL" in actor.sectors and not actor.span.text.lower().startswith("the ")
    return struck and setting.place not in ABROAD | {"", whose}


def _parleying(other: Actor | None, code: str) -> str:
    """The state with whose government rebels deal in a land that has none: "left the talks with rebels" in Oslo."""
    if other is None or "GOV" not in other.sectors or code[:2] in FORCE_ROOTS:
        return ""
    return "" if other.country in NO_HOME | ABROAD | UNREBELLIOUS else other.country


def _from_across(actor: Actor, other: Actor | None, setting: Setting) -> str:
    """Give the state whose settlers those in, or at odds with, a land are; and whose people that land's groups hold."""
    held = other.country if other else ""
    words = _words_of(actor)
    if not CAPTIVES.isdisjoint(words):
        return SETTLERS.get(held, "")
    lands = (setting.place, held) if SETTLER in " ".join(words) else ()
    return next((SETTLERS[land] for land in lands if land in SETTLERS), "")


def _is_lebanons(own: set[str], other: Actor) -> bool:
    """Whether a bare government is at odds with an armed group of Lebanon: its own, for others send armies."""
    return own == {"GOV"} and other.country == "LBN"


def _of_setting(actor: Actor, other: Actor | None, code: str, setting: Setting) -> str:
    """The country that the sentence gives an actor, whoever the other side is."""
    own, theirs = set(actor.sectors), set(other.sectors) if other else set()
    place = setting.near if own & LAWLESS else setting.place
    afar = own == {"GOV"} and code.startswith(JUDGING)
    here = not afar and (other is None or other.country != place)
    if place and (here or _domestic(own, theirs) or own & LAWLESS):
        return place
    if setting.spoken and actor.span.start == setting.speaker:
        return setting.spoken
    if setting.home and (_is_helped(actor, other, code) or _at_its_home(actor, other, setting)):
        return setting.home
    if (other and other.country) or afar:
        return ""
    if own & TOLD_OF and setting.topic:
        return setting.topic
    return setting.home if other and (_at_home(own, theirs) or _both_there(own, theirs, code)) else ""


def _both_there(own: set[str], theirs: set[str], code: str) -> bool:
    """Whether two of whom no land is told fight or defy each other, in the one land that is: "youths stoned police"."""
    return code[:2] in POLICED_ROOTS and all(s and s <= ANYBODY | {"MIL"} for s in (own, theirs))


def _at_its_home(actor: Actor, other: Actor | None, setting: Setting) -> bool:
    """Whether forces of the land are told of with nobody of another."""
    return (not other or other.country in ("", setting.home)) and _of_the_land(actor)


def _is_helped(actor: Actor, other: Actor | None, code: str) -> bool:
    """Whether a power deals with a bare government: "Washington's support for the government", said in Sri Lanka."""
    dealing = other is not None and other.country in ABROAD and code[:2] in DEALING
    words = actor.span.text.lower()
    return dealing and (words in GOVERNMENTS or (words.startswith("the ") and words.endswith(" opposition")))


def _of_the_land(actor: Actor) -> bool:
    """Whether "pro-government forces" or "the regime" fight: those of the one land that is named."""
    words = actor.span.text.lower()
    return any(word in words for word in OF_THE_LAND) and bool({"MIL", "UAF"} & set(actor.sectors) or "regime" in words)


def _of_other(own: set[str], other: Actor, root: str, setting: Setting) -> str:
    """The country of the other side, where the two meet at home."""
    theirs = set(other.sectors)
    if _domestic(own, theirs) and other.country not in ABSTRACT:
        return other.country
    alone = other.country == setting.country and (setting.country not in ABROAD or keeps_order(other))
    roots = POLICED_ROOTS if own == {"COP"} and not theirs else DOMESTIC_ROOTS
    roots = roots | BLAMED_ROOTS if own & ORGANS and theirs & {"CVL", "BUS"} else roots
    roots = roots | BLAMED_ROOTS if own == {"GOV"} and theirs == {"ELI"} else roots  # who once governed there
    if (
        alone
        and theirs
        and own <= PRIVATE
        and (theirs <= HOUSEHOLD or (theirs & (ORGANS | {"MIL"}) and root in BLAMED_ROOTS))
    ):
        return setting.country  # "Chad's police urged residents to stay indoors"
    return setting.country if alone and own & ANYBODY and root in roots else ""


def _at_odds(own: set[str], theirs: set[str]) -> bool:
    """Whether a bare state organ meets a country's rebels: it is that country's own."""
    return bool(FIGHTING & own and ARMED_OPPOSITION & theirs)


def _at_home(one: set[str], other: set[str]) -> bool:
    """Whether two sectors meet in one land: "the army" and "the rebels", "police" and "protesters"."""
    return _domestic(one, other) or _at_odds(one, other) or _at_odds(other, one)


def _domestic(one: set[str], other: set[str]) -> bool:
    """Whether two sectors meet at home: a state's organ here, its opposition, press, courts or workers there."""
    organ = ORGANS | {"MIL", "SPY"}
    hired = {"LAB", "BUS"}
    return bool(
        (organ & one and AT_HOME & other)
        or (AT_HOME & one and organ & other)
        or (hired & one and hired & other and hired <= one | other)
    )
