"""Which files an input means, and in which form each holds its texts."""

import glob
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from dataset.records import InputError
from dataset.storage import suffixes_of

STANDARD_INPUT = Path("-")


class Form(StrEnum):
    """How a file holds its texts."""

    AUTO = "auto"  # by the file's suffix; standard input by its first lines
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    PARQUET = "parquet"
    TEXT = "text"  # the whole file is one text
    LINES = "lines"  # each line is a text of its own


FORM_OF_SUFFIX = {
    ".jsonl": Form.JSONL,
    ".ndjson": Form.JSONL,
    ".csv": Form.CSV,
    ".tsv": Form.TSV,
    ".parquet": Form.PARQUET,
    ".pq": Form.PARQUET,
    ".txt": Form.TEXT,
    ".text": Form.TEXT,
    "": Form.TEXT,
}
COUNTED = ".txt, .jsonl, .csv, .tsv or .parquet"


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files of paths in order: a folder's and a pattern's by name, a file itself.

    Raises:
        InputError: a folder has no readable file, a pattern matches none.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield path
        elif path.is_dir():
            yield from _files_in(path)
        elif not path.exists() and glob.has_magic(str(path)):
            yield from _files_like(path)
        else:
            yield path


def form_of(path: Path, form: Form) -> Form:
    """Give the form of a file: as told, else by its suffix.

    Raises:
        InputError: nobody knows the suffix.
    """
    if form is not Form.AUTO:
        return form
    suffix, _ = suffixes_of(path)
    if suffix not in FORM_OF_SUFFIX:
        known = "jsonl, text or lines, csv, tsv or parquet"
        raise InputError(f"{path}: files of the kind '{suffix}' are not known; say --format {known}")
    return FORM_OF_SUFFIX[suffix]


def may_be_counted(path: Path) -> bool:
    """Tell whether a path can be read twice: a file, or standard input that comes from one."""
    return path != STANDARD_INPUT and path.is_file()


def is_terminal(path: Path) -> bool:
    """Tell whether a person has to type this input."""
    return path == STANDARD_INPUT and sys.stdin.isatty()


def _files_in(folder: Path) -> list[Path]:
    found = sorted(file for file in folder.rglob("*") if _is_readable(file, folder))
    if not found:
        raise InputError(f"{folder}: no .txt or .jsonl file in this folder, nor any other of {COUNTED}")
    return found


def _is_readable(file: Path, folder: Path) -> bool:
    """Tell whether a folder's file holds texts; hidden files and those like ``_SUCCESS`` are other programs' notes."""
    hidden = any(part.startswith((".", "_")) for part in file.relative_to(folder).parts)
    suffix, _ = suffixes_of(file)
    return not hidden and bool(suffix) and suffix in FORM_OF_SUFFIX and file.is_file()


def _files_like(pattern: Path) -> Iterator[Path]:
    anchor = Path(pattern.anchor)
    found = sorted(anchor.glob(str(pattern.relative_to(anchor))))
    if not found:
        raise InputError(f"{pattern}: no file matches this pattern")
    yield from files_of(found)
