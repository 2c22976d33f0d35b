"""One exception per meaning; every message says what is wrong, where, and how to mend it."""


class CoderError(Exception):
    """Base of all errors that the coder raises on purpose."""


class TextError(CoderError):
    """Raised when a request cannot be coded as it stands: `field` names the part at fault, e.g. ``actors[0].span``."""

    def __init__(self, field: str, message: str) -> None:
        """Keep the field's path apart, so that a caller can point at it."""
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


class DictionaryError(CoderError):
    """Raised when a data file (lexicon, dictionary, ontology) has a line that cannot be understood."""

    def __init__(self, path: str, line: int, message: str) -> None:
        """Keep file and line (1-based; 0 when the whole file is meant)."""
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")
        self.path = path
        self.line = line
        self.message = message


class ModelError(CoderError):
    """Raised when the language model cannot be loaded."""


class Abandoned(CoderError):  # noqa: N818  (what happened, and nobody's fault)
    """Raised when nobody waits for a text any more: what was found so far is thrown away."""
