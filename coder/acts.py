"""`Act`: an action with its parties as words, before they become actors."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from coder.frames import Frame
from coder.types import Modality, Tense

# Asked or promised all the same when nobody is named who refuses it.
SPOKEN: Final[tuple[str, ...]] = ("02", "03", "10")


@dataclass(slots=True, unsafe_hash=True, init=False)
class Act:
    """One action with its parties as head tokens, before they become actors."""

    code: Final[str]
    sources: Final[tuple[int, ...]]
    targets: Final[tuple[int, ...]]
    head: Final[int]
    rule: Final[str]
    steps: Final[tuple[str, ...]]
    words: Final[tuple[int, ...]]
    weight: Final[float]
    mutual: Final[bool]
    no_target: Final[bool]
    modality: Final[Modality]
    tense: Final[Tense]
    speaker: Final[int]
    noun: Final[bool]
    negated: Final[bool]  # its entry has read the clause's negation
    composed: Final[bool]  # an operator joined with a content
    takes: Final[tuple[int, ...]]  # tokens that it has read, so that they are no events of their own
    duty: Final[bool]  # somebody only says what another must or should do
    foretold: Final[str]  # its code before its future tense made it an intention; else ""

    def __init__(  # noqa: PLR0913, PLR0917 (a value's parts)
        self,
        code: str,
        sources: tuple[int, ...],
        targets: tuple[int, ...],
        head: int,
        rule: str,
        steps: tuple[str, ...],
        words: tuple[int, ...],
        weight: float,
        mutual: bool = False,
        no_target: bool = False,
        modality: Modality = Modality.ASSERTED,
        tense: Tense = Tense.PAST,
        speaker: int = -1,
        noun: bool = False,
        negated: bool = False,
        composed: bool = False,
        takes: tuple[int, ...] = (),
        duty: bool = False,
        foretold: str = "",
    ) -> None:
        """Take the parts."""
        self.code = code
        self.sources = sources
        self.targets = targets
        self.head = head
        self.rule = rule
        self.steps = steps
        self.words = words
        self.weight = weight
        self.mutual = mutual
        self.no_target = no_target
        self.modality = modality
        self.tense = tense
        self.speaker = speaker
        self.noun = noun
        self.negated = negated
        self.composed = composed
        self.takes = takes
        self.duty = duty
        self.foretold = foretold

    def but(  # noqa: PLR0913 (a value's parts)
        self,
        *,
        code: str | None = None,
        sources: tuple[int, ...] | None = None,
        targets: tuple[int, ...] | None = None,
        steps: tuple[str, ...] | None = None,
        weight: float | None = None,
        mutual: bool | None = None,
        modality: Modality | None = None,
        tense: Tense | None = None,
        speaker: int | None = None,
        takes: tuple[int, ...] | None = None,
        duty: bool | None = None,
        foretold: str | None = None,
    ) -> "Act":
        """Give the act with some parts changed; `dataclasses.replace` would cost as much as reading one."""
        return Act(
            self.code if code is None else code,
            self.sources if sources is None else sources,
            self.targets if targets is None else targets,
            self.head,
            self.rule,
            self.steps if steps is None else steps,
            self.words,
            self.weight if weight is None else weight,
            self.mutual if mutual is None else mutual,
            self.no_target,
            self.modality if modality is None else modality,
            self.tense if tense is None else tense,
            self.speaker if speaker is None else speaker,
            self.noun,
            self.negated,
            self.composed,
            self.takes if takes is None else takes,
            self.duty if duty is None else duty,
            self.foretold if foretold is None else foretold,
        )


ActsOf = Callable[[int, Frame | None], tuple[Act, ...]]  # what a token means, carried by a frame
