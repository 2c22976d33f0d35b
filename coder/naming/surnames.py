"""Bare surnames of known people: "Clinton" after "Bill Clinton", or when only one country had such a leader then."""

from datetime import date
from typing import Final

from coder.naming.actor_codes import base_of, sectors_of
from coder.naming.dictionaries import ActorIndex
from coder.naming.dictionary_entries import IN_FULL, Entry
from coder.naming.hits import Hit
from coder.naming.names import pieces

_SHORTEST: Final = 4
_SHORT: Final = 3
COMMON: Final = frozenset(  # borne by so many that a land must speak for the one in office
    """
    smith johnson williams jones miller davis wilson anderson taylor thomas moore martin jackson thompson harris clark
    lewis robinson walker young allen wright scott green adams nelson campbell mitchell roberts phillips evans turner
    parker collins edwards stewart morris murphy rogers reed morgan cooper richardson howard peterson watson kelly
    sanders bennett wood ross henderson jenkins perry long hughes simmons foster graham wallace cole west jordan owens
    fisher ellis harrison gibson marshall ferguson murray ford hamilton garcia rodriguez martinez hernandez lopez
    gonzalez perez sanchez ramirez torres flores rivera gomez diaz cruz ortiz omar ali ahmed ahmad mohammed mohamed
    masood muhammad ibrahim ismail khan singh wang zhang chen liu yang kumar santos silva
    clarke costa lara park popov
    """.split()
)


def by_surname(
    index: ActorIndex, hits: list[Hit], surname: str, on: date | None, *, short: bool = False
) -> tuple[Entry, bool] | None:
    """Find who a bare surname means, and whether the text has named the person in full.

    Without a full name the surname must belong to people of a single country who were in its government: on the
    story's day, or at any time when the story has no day. A `short` one only counts where the
    caller knows that it is a name: "Mrs May".
    """
    keys = pieces(surname)
    if len(keys) != 1 or len(keys[0].key) < (_SHORT if short else _SHORTEST):
        return None
    known = index.of_surname(keys[0].key)
    for hit in hits:
        if hit.entry.sort == "person" and any(entry.codes == hit.entry.codes for entry in known):
            return hit.entry, True
    governing = [entry for entry in known if entry.use != IN_FULL and _governs(entry, on)]
    if len({base_of(entry.code_on(on)) for entry in governing}) == 1:
        return governing[0], False
    return None


def may_be_surname(index: ActorIndex, key: str, on: date | None) -> bool:
    """Tell whether a word can mean somebody in a text that names nobody in full."""
    return len(key) >= _SHORTEST and any(
        entry.use != IN_FULL and _governs(entry, on) for entry in index.of_surname(key)
    )


def _governs(entry: Entry, on: date | None) -> bool:
    if on is None:
        return "GOV" in sectors_of(entry.codes[0].code)
    return any("GOV" in sectors_of(code.code) and code.holds(on) for code in entry.codes if code.dated)
