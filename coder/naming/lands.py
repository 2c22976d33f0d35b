"""What is particular to some lands, as far as it tells whose an unnamed actor is, from ``dictionaries/lands.txt``."""

from collections.abc import Mapping
from importlib import resources
from typing import Final

from coder.errors import DictionaryError
from coder.naming.actor_codes import is_code
from coder.naming.dictionary_formats import content_lines

FILE: Final = "lands.txt"
KEYLESS: Final = frozenset(("abroad", "unrebellious", "occupied", "armyless", "secretaries", "newsrooms"))
KEYED: Final = frozenset(("settlers", "people", "both", "office", "seat"))
EXPECTED: Final = "expected 'TRAIT = CODE; CODE' or 'TRAIT KEY = CODE; CODE'"

Traits = Mapping[str, Mapping[str, tuple[str, ...]]]  # by trait and key ("" where it has none)


def read_lands(path: str, text: str) -> Traits:
    """Read ``TRAIT = CODE; CODE`` and ``TRAIT KEY = CODE; CODE``; a trait that no line has is empty.

    Raises:
        DictionaryError: a trait is unknown, lacks its key or has one too many, stands twice, or has no good code.

    >>> read_lands("lands.txt", "settlers PSE = ISR")["settlers"]
    {'PSE': ('ISR',)}
    """
    found: dict[str, dict[str, tuple[str, ...]]] = {trait: {} for trait in sorted(KEYLESS | KEYED)}
    for number, line in content_lines(text):
        left, sign, right = line.partition("=")
        trait, _, key = left.strip().partition(" ")
        codes = tuple(code.strip() for code in right.split(";"))
        if trait not in found:
            traits = ", ".join(found)
            raise DictionaryError(path, number, f"{trait!r} is no trait of a land; there are {traits}")
        if not sign or bool(key) != (trait in KEYED) or not all(map(is_code, codes)):
            raise DictionaryError(path, number, f"{EXPECTED}, got {line!r}")
        if key in found[trait]:
            raise DictionaryError(path, number, f"'{left.strip()}' stands twice: join the two lines")
        found[trait][key] = codes
    return found


_TRAITS: Final = read_lands(FILE, (resources.files("coder") / "dictionaries" / FILE).read_text("utf-8"))


def _states(trait: str) -> frozenset[str]:
    return frozenset(_TRAITS[trait].get("", ()))


def _firsts(trait: str) -> dict[str, str]:
    return {key: codes[0] for key, codes in _TRAITS[trait].items()}


ABROAD: Final = _states("abroad")  # in the news for what they do in other lands
UNREBELLIOUS: Final = _states("unrebellious")  # without an armed opposition
OCCUPIED: Final = _states("occupied")  # whose armed groups fight another state's army
ARMYLESS: Final = _states("armyless")
SECRETARIES: Final = _states("secretaries")  # whose ministers are secretaries too
NEWSROOMS: Final = _states("newsrooms")  # whose papers and agencies report from all lands
SETTLERS: Final = _firsts("settlers")  # by land: whose the settlers are
# By people: the lands they live in.
HOMES: Final = {people: frozenset(lands) for people, lands in _TRAITS["people"].items()}
TWINS: Final = _firsts("both")  # by plural: the state that its dictionary line does not tell
OFFICES: Final = _firsts("office")  # by title: whose it is when it stands alone
SEATS: Final = _firsts("seat")  # by city: which organisation acts there
