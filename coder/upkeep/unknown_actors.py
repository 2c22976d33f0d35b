"""The names that a corpus uses and no dictionary knows, with a line ready for the dictionary."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from coder.actors import ActorResolver
from coder.mentions import Mention
from coder.naming.actor_codes import base_of
from coder.naming.names import key_of
from coder.naming.noun_classes import CALENDAR

FEWEST_LETTERS: Final = 2
_NO_NAMES: Final = CALENDAR | frozenset(
    """jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur fri sat sun day eve
    thanksgiving""".split()
)
_SECTOR_GUESS: Final = {"person": "GOV", "organisation": "", "group": "", "city": "", "region": "", "identity": ""}


@dataclass(frozen=True, slots=True)
class UnknownActor:
    """A name without a code: how often it was met, and the line that would make it known."""

    name: str
    count: int
    sort: str
    example: str  # the sentence in which it was first met
    line: str  # e.g. "Ann Lee = XXXGOV  # met 12 times"; XXX stands for what the reader has to say


def unknown_actors(texts: Iterable[ActorResolver], minimum: int = 2) -> list[UnknownActor]:
    """Count the unknown names of many texts, the most frequent first, then by name.

    Args:
        texts: the resolvers of the texts, one each; they can be made on the fly.
        minimum: the least number of times that a name must be met.
    """
    counts: Counter[str] = Counter()
    names: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    examples: dict[str, str] = {}
    for text in texts:
        for mention in text.mentions():
            if _is_unknown_name(mention):
                key = key_of(mention.actor.name)
                counts[key] += 1
                names[key][mention.actor.name, mention.sort] += 1
                examples.setdefault(key, text.sentence)
    kept = [key for key, count in counts.items() if count >= minimum]
    return [
        _unknown(key, counts[key], names[key], examples[key]) for key in sorted(kept, key=lambda k: (-counts[k], k))
    ]


def _is_unknown_name(mention: Mention) -> bool:
    name = mention.actor.name
    words = key_of(name).split()
    dull = all(word in _NO_NAMES or word.removesuffix("s") in _NO_NAMES for word in words)
    if dull or len("".join(words)) < FEWEST_LETTERS:
        return False  # initials, party letters, "Nov.", "Thanksgiving Day", "Sundays"
    return mention.kind == "actor" and not base_of(mention.actor.code) and not mention.actor.code and name[:1].isupper()


def _unknown(key: str, count: int, names: Counter[tuple[str, str]], example: str) -> UnknownActor:
    del key
    (name, sort), _ = names.most_common(1)[0]
    line = f"{name} = XXX{_SECTOR_GUESS.get(sort, '')}  # met {count} times"
    return UnknownActor(name, count, sort, example, line)
