"""Gives a role without a country ("protesters", "the army") the country that its sentence leaves no doubt about."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from coder.mentions import Mention
from coder.types import Actor, Resolution

ORGANS = frozenset(("GOV", "COP", "JUD", "LEG"))
AT_HOME = frozenset(("OPP", "MED", "LAB", "EDU", "CRM", "LEG", "JUD", "AGR"))  # whom a state's organs deal with at home
INTERNATIONAL = frozenset(("IGO", "IMG", "NGO", "NGM", "MNC", "INT", "UIS"))


def only_place(mentions: Iterable[Mention]) -> str:
    """The country in which the sentence plays, when it names places of just one; "" otherwise."""
    countries = {m.actor.country for m in mentions if m.kind == "place" and m.actor.country}
    countries -= INTERNATIONAL
    return countries.pop() if len(countries) == 1 else ""


def completed(actor: Actor, other: Actor | None, where: Callable[[], str]) -> Actor:
    """The actor with a country put before its sector, where the place or a state organ on the other side tells it."""
    if not actor.code or actor.country or actor.code[:3] in INTERNATIONAL or len(actor.code) % 3:
        return actor
    place = where()
    country = (
        place if other is None or other.country != place or _domestic(set(actor.sectors), set(other.sectors)) else ""
    )
    if not country and other is not None and _domestic(set(actor.sectors), set(other.sectors)):
        country = other.country if other.country not in INTERNATIONAL else ""
    if not country or country == actor.code[:3]:
        return actor
    return replace(
        actor,
        code=country + actor.code,
        country=country,
        resolution=Resolution.COMPOSED,
        provenance=(*actor.provenance, "country from the sentence"),
    )


def _domestic(one: set[str], other: set[str]) -> bool:
    """Whether two sectors meet at home: a state's organ here, its opposition, press, courts or workers there."""
    organ = ORGANS | {"MIL"}
    return bool((organ & one and AT_HOME & other) or (AT_HOME & one and organ & other))
