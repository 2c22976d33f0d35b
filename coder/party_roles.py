"""The roles in which the parties of a frame are sought, in order: the first that holds somebody wins."""

VERB_SOURCE = ("agent",)
VERB_TARGET = (
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
NOUN_SOURCE = ("by", "agent", "poss", "mod", "from", "between", "of")
NOUN_TARGET = (
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
PLACES = (
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
STRANGER_ROLES = frozenset("object iobj agent by with against poss of between to".split())
PERSON_ROLES = ("agent", "object", "iobj", "with", "against", "by", "poss", "between")
THING_ROLES = ("into", "against", "of", "with", "on", "for", "over", "within")
PLACE_ROLES = ("in", "at", "across", "throughout", "from", "to", "into")
DOERS = ("of", "by", "from", "for", "between", "among")  # behind an act noun: who does it, not "on" whom it is done
INNER = (
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
