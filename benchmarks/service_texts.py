"""News-like sentences without end, made from parts: the same seed gives the same sentences."""

import random
from collections.abc import Iterator

SIDES = (
    "Germany", "the French government", "Turkish troops", "Russia", "the Kenyan president", "protesters in Lima",
    "the United Nations", "Egyptian police", "rebels in northern Mali", "the Indian foreign minister", "Ukraine",
    "striking miners", "the European Union", "Brazilian lawmakers", "the Japanese prime minister", "Iraqi militants",
)  # fmt: skip
DEEDS = (
    "criticized {} over the new border rules", "met {} for a second round of talks", "promised {} food and medicine",
    "threatened {} with further sanctions", "signed a trade agreement with {}", "accused {} of breaking the truce",
    "opened fire on {} near the old bridge", "urged {} to withdraw from the valley", "released three envoys of {}",
    "rejected the offer that {} had made in spring", "sent two hundred observers to {}", "recalled its envoy to {}",
)  # fmt: skip
WHEN = ("On Monday,", "Late on Thursday,", "After weeks of silence,", "In a statement,", "Despite heavy rain,", "")
TAILS = (
    "according to two people who took part", "as prices for bread and fuel kept rising in the capital",
    "while diplomats from four countries looked on", "officials said after the meeting ended", "in the early hours",
)  # fmt: skip
QUIET = (
    "The museum will stay closed until the roof has been repaired and the paintings have dried",
    "Rice yields were higher than a year ago, although the rains came late in most provinces",
    "The orchestra played for almost two hours in front of a hall that was half empty",
    "Shares of the company closed four percent higher after a calm day of trading",
    "The lake lies at the foot of the mountains and is known for its clear green water",
)


def sentence(source: random.Random) -> str:
    """Make one sentence; two in five tell of no event."""
    if source.random() < 0.4:
        return f"{source.choice(QUIET)}, {source.choice(TAILS)}."
    one, other = source.sample(SIDES, 2)
    deed = source.choice(DEEDS).format(other)
    text = f"{source.choice(WHEN)} {one} {deed}, {source.choice(TAILS)}.".strip()
    return text[0].upper() + text[1:]


def sentences(count: int, seed: int = 1) -> list[str]:
    """Make many."""
    source = random.Random(seed)  # noqa: S311
    return [sentence(source) for _ in range(count)]


def with_new_words(seed: int = 1) -> Iterator[str]:
    """Make sentences for ever, each with names that have not been seen before."""
    source = random.Random(seed)  # noqa: S311
    while True:
        name = "".join(source.choice("bdfgklmnprstvz") + source.choice("aeiou") for _ in range(4)).capitalize()
        yield f"{name} Ab{name.lower()} of {name[::-1].capitalize()} said: {sentence(source)}"
