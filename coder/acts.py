"""`Act`: an action with its parties as words, before they become actors."""

from collections.abc import Callable

from coder.frames import Frame
from coder.types import Modality, Tense
from coder.values import value

SPOKEN = ("02", "03", "10")  # asked or promised all the same when nobody is named who refuses it


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


ActsOf = Callable[[int, Frame | None], tuple[Act, ...]]  # what a token means, carried by a frame
