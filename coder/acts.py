"""`Act`: an action with its parties as words, before they become actors."""

from coder.types import Modality, Tense
from coder.values import value


@value(frozen=True, slots=True)
class Act:
    """One action with its parties as head tokens, before they become actors."""

    code: str
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    head: int
    rule: str
    steps: tuple[str, ...]
    words: tuple[int, ...]
    weight: float
    mutual: bool = False
    no_target: bool = False
    modality: Modality = Modality.ASSERTED
    tense: Tense = Tense.PAST
    speaker: int = -1
    noun: bool = False
    negated: bool = False  # its entry has read the clause's negation
    composed: bool = False  # an operator joined with a content
    takes: tuple[int, ...] = ()  # tokens that it has read, so that they are no events of their own
