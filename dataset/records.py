"""The unit of work, and what can be wrong with files as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coder.errors import CoderError


class InputError(CoderError):
    """Raised when an input cannot be read at all; a single bad record is no reason."""


class TableError(InputError):
    """Raised when a table cannot be read as it stands; names the columns, not the file."""


class OutputError(CoderError):
    """Raised when an output cannot be written as asked, or would destroy what an earlier run left."""


class MissingExtraError(CoderError):
    """Raised when a file needs a package that is not installed; names the extra that brings it."""

    def __init__(self, what: str, extra: str) -> None:
        """Say what needs it and how to get it."""
        super().__init__(f"{what} needs the extra '{extra}': pip install 'cameo-coder[{extra}]'")


@dataclass(frozen=True, slots=True)
class Record:
    """One text to code, or the fault of one that cannot be read, in its place."""

    id: str
    fields: Mapping[str, Any]
    fault: str = ""


def pyarrow(what: str) -> Any:  # noqa: ANN401  (pyarrow ships no types)
    """Import pyarrow with its Parquet part.

    Raises:
        MissingExtraError: it is not installed; `what` says who asks.
    """
    try:
        import pyarrow.parquet  # noqa: PLC0415  (an extra)
    except ImportError as error:
        raise MissingExtraError(what, "parquet") from error
    return pyarrow
