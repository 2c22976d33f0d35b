"""The grammar of CAMEO actor codes: groups of three letters, their kinds and order (actor codebook, chapter 3.1)."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from coder.remembering import remember

PRIMARY: Final = ("GOV", "OPP", "MIL", "COP", "JUD", "SPY", "INS", "SEP", "REB", "UAF")
PARTY: Final = ("PTY",)
SECONDARY: Final = ("LEG", "AGR", "BUS", "CRM", "CVL", "DEV", "EDU", "ELI", "ENV", "HLH", "HRI", "LAB", "MED", "REF")
TERTIARY: Final = ("MOD", "RAD")
SECTORS: Final = frozenset(PRIMARY + PARTY + SECONDARY + TERTIARY)
GENERIC: Final = frozenset({"IGO", "IMG", "NGO", "NGM", "MNC", "INT", "UIS"})
WORLD_REGIONS: Final = frozenset(
    "AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST".split()
)
ARMED_OPPOSITION: Final = frozenset({"INS", "SEP", "REB"})
_FORCES: Final = frozenset({"MIL", "COP", "SPY"})
_CODE: Final = re.compile(r"(?:[A-Z0-9]{3})+")
_RANKED: Final = (*PRIMARY, *PARTY, *SECONDARY, *TERTIARY)
_MOST: Final = 16_384  # codes remembered: a text has few, and asks of each many times
_BASES: Final[dict[str, str]] = {}
_SECTORS_OF: Final[dict[str, tuple[str, ...]]] = {}


def is_code(text: str) -> bool:
    """Tell whether text has the form of an actor code."""
    return bool(_CODE.fullmatch(text))


def groups(code: str) -> tuple[str, ...]:
    """Cut a code into its groups of three: "USAGOVMIL" → USA, GOV, MIL."""
    return tuple(code[i : i + 3] for i in range(0, len(code), 3))


def base_of(code: str) -> str:
    """Give what stands before the first sector: "RUSCHEREB" → "RUSCHE"; "" for a bare sector."""
    found = _BASES.get(code)
    return remember(_BASES, code, _base_of(code), _MOST) if found is None else found


def _base_of(code: str) -> str:
    found = []
    for group in groups(code):
        if group in SECTORS:
            break
        found.append(group)
    return "".join(found)


def country_of(code: str) -> str:
    """Give the code's country or generic international group, "" for a bare sector."""
    return base_of(code)[:3]


def sectors_of(code: str) -> tuple[str, ...]:
    """Give the sectors of a code, in its order."""
    found = _SECTORS_OF.get(code)
    return remember(_SECTORS_OF, code, _sectors_of(code), _MOST) if found is None else found


def _sectors_of(code: str) -> tuple[str, ...]:
    return tuple(group for group in groups(code) if group in SECTORS)


def is_organisation(code: str) -> bool:
    """Tell whether a code is that of an international body, which takes no country's sectors."""
    return code[:3] in GENERIC


def ordered(sectors: Iterable[str]) -> tuple[str, ...]:
    """Put sectors into the codebook's order, without repeats and without what another one makes void.

    The spokesman of a government is government (MED goes), an armed opposition is rebels (OPP goes), a civilian with a
    role is not coded as civilian.

    >>> ordered(["MED", "GOV"]), ordered(["EDU", "OPP"]), ordered(["OPP", "UAF"])
    (('GOV',), ('OPP', 'EDU'), ('REB',))
    """
    found = tuple(sectors)
    if not found or (len(found) == 1 and found[0] in SECTORS):
        return found
    return _ordered(frozenset(found))


@lru_cache(_MOST)
def _ordered(found: frozenset[str]) -> tuple[str, ...]:
    if "OPP" in found and found & (ARMED_OPPOSITION | {"UAF"}):
        found = (found - {"OPP", "UAF"}) | (found & ARMED_OPPOSITION or frozenset({"REB"}))
    if found & ARMED_OPPOSITION:
        found -= {"UAF", "MIL", "REB"} if found & {"INS", "SEP"} else {"UAF", "MIL"}
    if len(found) > 1:
        found -= {"CVL", "MED"} if found - {"CVL", "MED"} else {"CVL"}
    if "ELI" in found:
        return ("ELI",)
    return tuple(sector for sector in _RANKED if sector in found)


def merged(head: Iterable[str], modifiers: Iterable[str]) -> tuple[str, ...]:
    """Join a role's own sectors with those of its modifiers: the army of a government is military (GOV goes).

    >>> merged(["MIL"], ["GOV"]), merged(["GOV", "MIL"], []), merged(["UAF"], ["OPP"])
    (('MIL',), ('GOV', 'MIL'), ('REB',))
    """
    own = tuple(head)
    others = [sector for sector in modifiers if sector != "GOV" or _FORCES.isdisjoint(own)]
    return ordered([*own, *others] if others else own)


def joined(base: str, sectors: Iterable[str], identity: str = "") -> str:
    """Join the parts in the codebook's order: country, primary roles, ethnic or religious identity, other roles.

    >>> joined("IRQ", ["OPP", "EDU"], "KUR")
    'IRQOPPKUREDU'
    """
    kept = ordered(sectors)
    if not kept and not identity:
        return base
    first = [sector for sector in kept if sector in PRIMARY or sector in PARTY]
    rest = [sector for sector in kept if sector not in first]
    identity = "" if identity == base else identity
    return "".join([base or identity, *first, identity if base else "", *rest])
