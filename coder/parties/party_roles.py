"""The roles in which the parties of a frame are sought, in order: the first that holds somebody wins."""

from typing import Final

VERB_SOURCE: Final[tuple[str, ...]] = ("agent",)
VERB_TARGET: Final[tuple[str, ...]] = (
    "object",
    "iobj",
    "to",
    "with",
    "against",
    "on",
    "upon",
    "at",
    "toward",
    "towards",
    "for",
    "from",
    "of",
    "about",
    "over",
    "into",
    "between",
    "among",
)
NOUN_SOURCE: Final[tuple[str, ...]] = ("by", "agent", "poss", "mod", "from", "between", "of")
NOUN_TARGET: Final[tuple[str, ...]] = (
    "on",
    "against",
    "with",
    "between",
    "to",
    "toward",
    "towards",
    "at",
    "iobj",
    "object",
    "of",
    "for",
    "over",
    "into",
    "upon",
    "about",
    "poss",
    "mod",
)
PLACES: Final[tuple[str, ...]] = (
    "in",
    "at",
    "near",
    "across",
    "inside",
    "throughout",
    "around",
    "outside",
    "within",
    "along",
    "over",
    "into",
    "from",
    "off",
    "on",
    "to",
    "toward",
    "towards",
)
# Those of them in which a place is only where it is done.
ONLY_WHERE: Final = frozenset(PLACES) - {"to", "on", "from", "at", "over", "into", "toward", "towards"}
STRANGER_ROLES: Final = frozenset("object iobj agent by with against poss of between to".split())
PERSON_ROLES: Final = frozenset("agent object iobj with against by poss between".split())
THING_ROLES: Final = frozenset(("into", "against", "of", "with", "on", "for", "over", "within"))
PLACE_ROLES: Final = frozenset(("in", "at", "across", "throughout", "from", "to", "into"))
# Behind an act noun: who does it, not "on" whom it is done.
DOERS: Final = frozenset(("of", "by", "from", "for", "between", "among"))
INNER: Final = frozenset(
    (
        "with",
        "against",
        "on",
        "to",
        "toward",
        "towards",
        "between",
        "of",
        "for",
        "from",
        "by",
        "among",
        "upon",
        "at",
        "into",
        "onto",
        "over",
    )
)
AT_PLACES: Final = frozenset(PLACES)
BEYOND: Final = INNER | {"in"}
