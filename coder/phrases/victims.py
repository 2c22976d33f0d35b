"""Whose those are whom an act befalls, where their own words do not tell: of the land where it happens."""

from collections.abc import Callable
from typing import Final

from coder.naming.actor_codes import ARMED_OPPOSITION, GENERIC
from coder.naming.lands import ABROAD, OCCUPIED, SETTLERS
from coder.naming.noun_classes import PLATFORMS
from coder.phrases.settings import Setting
from coder.types import Actor

FORCE: Final = frozenset(("17", "18", "19", "20"))
JUDGED: Final = ("111", "112", "110", "051")
ELSEWHERE: Final[tuple[str, ...]] = ("174", "176", "196")  # sent back home; struck from afar; a truce of two
CARGO: Final = PLATFORMS | frozenset("speedboat truck lorry shipment cargo consignment container".split())  # anybody's
HELD: Final[tuple[str, ...]] = ("170", "171", "172", "173", "182")  # what a state's organs do at home
ORGANS: Final = frozenset(("GOV", "COP", "JUD", "LEG", "SPY"))
ARMED: Final = ORGANS | ARMED_OPPOSITION | {"MIL", "UAF", "CRM"}
PEOPLE: Final = frozenset(
    ("CVL", "OPP", "MED", "LAB", "EDU", "AGR", "HLH", "PTY", "LEG", "JUD", "HRI", "BUS", "ELI", "GOV")
)
KEEPERS: Final = frozenset(("COP", "JUD"))
OCCUPIERS: Final = frozenset(SETTLERS.values())  # whose police and courts deal with another people too
PRONOUNS: Final = frozenset("him her it them he she they who whom which that those these us me you".split())
STATE_ACTS: Final = frozenset(  # what only those who rule a land do there
    """arrest detention execution sentencing conviction imprisonment jailing trial verdict crackdown prosecution
    closure expulsion ban hanging""".split()
)


def land_of_thing(actor: Actor, other: Actor | None, code: str, where: Callable[[], Setting]) -> str:
    """The land of what nobody is known to own and force befalls: "burned every hut in Tawila"; "" where it is open.

    The arrests and trials that others judge are those of the land where they happen.
    """
    words = actor.span.text.lower().split()
    if not words or words[0] in PRONOUNS or code.startswith(ELSEWHERE):
        return ""
    if code[:2] not in FORCE:
        return _judged(words, other, where()) if code.startswith(JUDGED) else ""
    land = "" if CARGO & {*words[:4]} else _scene(other, code, where())
    return "" if other is not None and land == other.code else land


def _scene(other: Actor | None, code: str, setting: Setting) -> str:
    """The land where force is used, or that alone is named."""
    if setting.home and other is not None and other.country in ABROAD and setting.place == other.country:
        return setting.home  # "flattened a plant in Sudan, which Washington says …"
    if setting.place:
        return setting.place
    if setting.country and setting.country not in ABROAD:
        return "" if _is_foe(other, code, setting.country) else setting.country
    return setting.home if other is None or other.country in ABROAD | {""} else ""


def _is_foe(other: Actor | None, code: str, land: str) -> bool:
    """Whether a state's own forces fight somebody, of whom no more is told than that."""
    own = other is not None and other.country == land and not {*other.sectors} & (ARMED_OPPOSITION | {"CRM", "UAF"})
    return own and code[:2] == "19"


def _judged(words: list[str], other: Actor | None, setting: Setting) -> str:
    judge = other.country if other else ""
    if not STATE_ACTS & {*words[:3]} or "of" not in words:
        return ""
    rest = setting.countries - {judge}
    return setting.place or (next(iter(rest)) if len(rest) == 1 else "")


def land_of_victim(actor: Actor, other: Actor, code: str, setting: Setting) -> str:
    """The land of those without one on whom its own forces, or its own rebels, lay hands."""
    land = other.country
    abroad = land in ABROAD and not (keeps_order(other) and land == setting.country)
    if code[:2] not in FORCE or code.startswith(ELSEWHERE) or abroad or land in OCCUPIED | GENERIC | {""}:
        return ""
    if not {*actor.sectors} <= PEOPLE:
        return ""
    doers = {*other.sectors}
    home = code.startswith(HELD) and setting.place in ("", land) and doers <= ORGANS
    return land if home or (land == setting.country and doers & ARMED) else ""


def keeps_order(other: Actor) -> bool:
    """Whether somebody is a state's police or court, who deal with people at home even where the state is a power."""
    return {*other.sectors} <= KEEPERS and bool(other.sectors) and other.country not in OCCUPIERS
