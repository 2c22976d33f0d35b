"""What the lexicon's files hold: entries and examples, as values."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from coder.entries.conditions import CONDITION, Condition

KINDS: Final = ("verb", "noun", "adj")
NO_EVENT: Final = "none"  # as a code: these words are no event, whatever less specific entries say


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and all its events as (source, code, target); a target of "-" is none, "*" any."""

    text: str
    events: tuple[tuple[str, str, str], ...]
    path: str
    line: int
    known: str = ""  # why it still fails, "" when it must pass
    section: str = ""  # the code of the section it stands in


@dataclass(slots=True)
class Entry:
    """Words, conditions and what they mean."""

    kind: str
    words: tuple[tuple[str, ...], ...]
    path: str
    line: int
    code: str = ""
    operator: str = ""
    default: str | None = None
    conditions: list[Condition] = field(default_factory=list)
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    mutual: bool = False
    no_target: bool = False
    negated: bool = False  # the words mean it when they are negated: "would not be drawn on"
    weight: int = 0  # counts as so many conditions more
    aims: frozenset[str] = frozenset()  # the verbs of what for that it asks for: their clause is no event of its own
    order: int = 0
    id: str = field(init=False)  # file and line, e.g. ``173_arrest.txt:15``: where a reader finds and mends it

    def __post_init__(self) -> None:
        """Make the id once: it is in every answer."""
        self.id = f"{Path(self.path).name}:{self.line}"

    @property
    def score(self) -> float:
        """How specific it is, its words aside."""
        own = CONDITION * (self.weight + self.negated)
        return own + sum([condition.score for condition in self.conditions])
