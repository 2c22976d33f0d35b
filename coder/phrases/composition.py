"""How a role noun and the words around it make one code (actor codebook 3.1 and 3.2.2 to 3.2.5)."""

from collections.abc import Sequence
from typing import Final

from coder.naming.actor_codes import (
    ARMED_OPPOSITION,
    WORLD_REGIONS,
    base_of,
    is_organisation,
    joined,
    merged,
    sectors_of,
)
from coder.naming.hits import Hit
from coder.naming.noun_classes import ARMED, KIN, SEASONED
from coder.remembering import remember

_WEAK: Final = frozenset(
    """leader chief head official spokesman spokeswoman spokesperson commander member aide adviser advisor source figure
    boss representative negotiator delegate deputy leadership supporter fighter militant force force gunman president
    chairman director secretary secretary-general troop delegation lieutenant operative envoy""".split()
)
_DIPLOMATS: Final = frozenset(
    "ambassador envoy representative delegate delegation mission embassy consulate diplomat consul".split()
)
_VAGUE: Final = frozenset(
    {"INT", "UIS", "IGO"}
)  # "allies", "foreign troops", "coalition": a country before them says more
_SIDED: Final = ARMED_OPPOSITION | {"MIL", "COP", "SPY", "CRM"}
_SPEAKERS: Final = frozenset({"MED"})
_STATES: Final = frozenset({"GOV", "MIL"})  # who has none but these, or none, may stand for its state in an alliance
_YIELDING: Final = frozenset({"MED", "CVL", "GOV"})
_MOST: Final = 4096  # role nouns remembered
_RANKS: Final[dict[str, bool]] = {}
_ABROAD: Final[dict[str, bool]] = {}


class Modifier:
    """A name or role that stands before a noun or in a phrase after it."""

    __slots__ = ("based", "hit", "possessive")

    def __init__(self, hit: Hit, possessive: bool = False, based: bool = False) -> None:
        """Take the parts; "Damascus-based" counts only when nothing nearer names a country."""
        self.hit: Final = hit
        self.possessive: Final = possessive
        self.based: Final = based


class Owner:
    """An actor that a phrase after the noun names: "spokesman for the ministry"."""

    __slots__ = ("code", "does", "preposition")

    def __init__(self, code: str, preposition: str, does: tuple[str, ...] | None = None) -> None:
        """Take the parts; `does` are the sectors of a private body that no dictionary has, () for unknown ones."""
        self.code: Final = code
        self.preposition: Final = preposition
        self.does: Final = does


def is_weak(role: Hit) -> bool:
    """Tell whether a role noun says what someone is only with its organisation: "leader", "spokesman"."""
    if role.entry.use == "weak":
        return True
    noun = role.entry.name
    found = _RANKS.get(noun)
    return remember(_RANKS, noun, _is_rank(noun), _MOST) if found is None else found


def _is_rank(noun: str) -> bool:
    last = noun.rpartition(" ")[2]
    return (
        last in _WEAK
        or last.removesuffix("s") in _WEAK
        or last.replace("men", "man").replace("women", "woman") in _WEAK
    )


def is_diplomat(noun: str) -> bool:
    """Tell whether a role stands abroad: the country after "to" or "in" is not its own."""
    found = _ABROAD.get(noun)
    return remember(_ABROAD, noun, _is_abroad(noun), _MOST) if found is None else found


def _is_abroad(noun: str) -> bool:
    return noun.rpartition(" ")[2].removesuffix("s") in _DIPLOMATS


def compose(head: Hit | None, modifiers: list[Modifier], owners: Sequence[Owner], base: str = "") -> str:
    """Make the code of a role.

    Args:
        head: the role noun; None when only modifiers say something.
        modifiers: what stands before, nearest first.
        owners: what phrases after it name.
        base: a country to use when nothing else gives one.

    Returns:
        The code; a bare sector when no country is known; "" when nothing is.
    """
    if body := _body(head, modifiers, owners):
        return _within(body, head)
    if head is not None and head.code.startswith("="):
        return _vague(head, modifiers, owners) or head.code[1:]
    generic = next((m.hit.code[1:] for m in modifiers if m.hit.code.startswith("=")), "")
    if generic:
        return generic
    owner = next((owner for owner in owners if owner.code), None)
    if head is not None and is_kin(head) and (owner or any(m.possessive for m in modifiers)):
        return joined(base_of(owner.code) if owner else _country(modifiers) or base, head.sectors)
    if owner and sectors_of(owner.code) and base_of(owner.code) and (head is None or _yields(head)):
        return _of_owner(head, owner)
    base = _country(modifiers, head) or (base_of(owner.code) if owner else "") or base
    return _joined(head, modifiers, base, owner)


def _of_owner(head: Hit | None, owner: Owner) -> str:
    """Give the owner's code, unless he is in power and they are his force: "troops loyal to the king" do not govern."""
    loyal = owner.preposition == "loyal to" and "GOV" in sectors_of(owner.code)
    armed = head is not None and "MIL" in head.sectors
    return joined(base_of(owner.code), ["MIL"]) if loyal and armed else owner.code


def is_kin(head: Hit) -> bool:
    """Tell whether a noun says whose relative somebody is: "the king's brother" holds no office."""
    noun = head.entry.name
    return noun in KIN or noun.removesuffix("s") in KIN or noun == "wives"


def _vague(head: Hit, modifiers: list[Modifier], owners: Sequence[Owner]) -> str:
    """Give who a coalition is of: a country before it, or people behind it who are no state's."""
    if head.code[1:] not in _VAGUE:
        return ""
    members = next((o.code for o in owners if o.preposition == "of" and sectors_of(o.code)), "")
    private = bool(members) and not set(sectors_of(members)) <= _STATES
    return members if private else _country(modifiers)


def _joined(head: Hit | None, modifiers: list[Modifier], base: str, owner: Owner | None) -> str:
    strong = head is not None and not is_weak(head)
    said = [m for m in modifiers if m.hit.is_role and not m.based and not (strong and is_weak(m.hit))]
    if head is not None and not _SIDED.isdisjoint(head.sectors):
        said = [m for m in said if m.hit.entry.name not in ARMED]
    alone = head is None and len(said) == 1
    roles = [s for m in said if alone or m.hit.entry.name not in SEASONED for s in m.hit.sectors]
    if head is not None and _yields(head) and owner and not roles:
        roles += sectors_of(owner.code)
    person = next((m.hit for m in modifiers if m.hit.entry.sort == "person"), None)
    own = _own_sectors(head, roles, person)
    if owner and owner.does is not None and not roles and own == ("GOV",) and head is not None and is_weak(head):
        own = owner.does or ("CVL",)  # the president of a federation governs nobody
    identity = next(
        (base_of(m.hit.code) for m in modifiers if m.hit.entry.sort == "identity" and m.hit.entry.use != "people"), ""
    )
    if identity and head is not None and is_weak(head):
        own = tuple(s for s in own if s != "GOV")
    return joined(base, merged(own, roles), identity)


def _own_sectors(head: Hit | None, roles: Sequence[str], person: Hit | None) -> tuple[str, ...]:
    """Give a role's own sectors, unless its noun is weak and its modifiers say more."""
    if head is None:
        return ()
    if roles and is_weak(head) and "ELI" not in head.sectors:
        if "MIL" in head.sectors and set(roles) == {"GOV"} and not head.entry.name.startswith("chief"):
            return head.sectors  # "government forces"
        return ("UAF",) if set(head.sectors) & {"UAF", "REB", "MIL"} and "OPP" in roles else ()
    if person and set(head.sectors) <= _SPEAKERS:
        return person.sectors
    return head.sectors


def _yields(head: Hit) -> bool:
    return is_weak(head) or _YIELDING.issuperset(head.sectors)


def _body(head: Hit | None, modifiers: list[Modifier], owners: Sequence[Owner]) -> str:
    """Find the organisation that a role belongs to."""
    abroad = head is not None and is_diplomat(head.entry.name)
    for modifier in modifiers:
        hit = modifier.hit
        if hit.is_body and not hit.is_role and hit.code:
            own = any(m.hit.entry.use == "adjective" or m.possessive for m in modifiers if m.hit.is_land)
            return "" if abroad and own else hit.code
        land = hit.entry.sort in {"state", "region"} and hit.code not in WORLD_REGIONS  # "the EU's Middle East envoy"
        if land and not (hit.entry.use == "name" and (abroad or _owned_by_body(modifiers))):
            break
    sent = abroad and any(m.hit.is_land for m in modifiers)  # "the Chadian delegate at the United Nations"
    ties = {"of", "for", "from"} if sent else {"of", "for", "from", "at", "with", "in"}
    return next((o.code for o in owners if is_organisation(o.code) and o.preposition in ties), "")


def _owned_by_body(modifiers: list[Modifier]) -> bool:
    """Tell whether a body owns a role: "the World Bank's Kenya director" is the bank's."""
    return any(m.possessive and m.hit.is_body and not m.hit.is_role for m in modifiers)


def _within(body: str, head: Hit | None) -> str:
    """Give the code of a role within an organisation: the organisation's own, with PKO for its peacekeepers."""
    if head is not None and head.code == "=IGOPKO" and body.startswith("IGO") and "PKO" not in body:
        return body + "PKO"
    return body


def _country(modifiers: list[Modifier], head: Hit | None = None) -> str:
    """Choose the country: the nearest land or person that is bound plainly, else a "-based" one."""
    lands = [m for m in modifiers if m.hit.is_land and base_of(m.hit.code) not in WORLD_REGIONS]
    if len(lands) > 1 and head is not None and is_diplomat(head.entry.name):
        about = lands[0].hit.entry.use == "name" and not lands[0].possessive  # "the U.S. Syria envoy"
        lands = lands[1:] if about else lands
    for wanted in (False, True):
        for modifier in lands or modifiers:  # "the U.S. Middle East envoy"
            hit = modifier.hit
            if modifier.based == wanted and (hit.is_land or hit.entry.sort == "person") and (base := base_of(hit.code)):
                return base
    return ""
