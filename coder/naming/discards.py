"""`Discards`: the phrases of a user's discard lists, which keep a sentence or a whole story from being coded."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from coder.naming.names import key_of


@dataclass(slots=True)
class Discards:
    """Phrases by their first word, compared as names are: without regard to capitals, hyphens and accents."""

    _sentence: dict[str, list[str]] = field(default_factory=dict)
    _story: dict[str, list[str]] = field(default_factory=dict)

    def add(self, phrases: Iterable[tuple[str, bool]]) -> None:
        """Take phrases, each with whether it discards the whole story."""
        for phrase, whole in phrases:
            if key := key_of(phrase):
                lists = self._story if whole else self._sentence
                lists.setdefault(key.partition(" ")[0], []).append(f" {key} ")

    def __bool__(self) -> bool:
        """Tell whether there is any phrase."""
        return bool(self._sentence or self._story)

    def of_story(self, text: str) -> bool:
        """Tell whether a text holds a phrase that discards its whole story."""
        return _holds(self._story, text)

    def of_sentence(self, text: str) -> bool:
        """Tell whether a sentence holds a phrase that discards it."""
        return _holds(self._sentence, text)


def _holds(lists: dict[str, list[str]], text: str) -> bool:
    if not lists:
        return False
    key = f" {key_of(text)} "
    return any(phrase in key for word in {*key.split()} & lists.keys() for phrase in lists[word])
