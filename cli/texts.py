"""Find the texts of files, folders and standard input: JSON lines or plain text."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from coder.errors import CoderError

STANDARD_INPUT = Path("-")
JSONL_SUFFIXES = frozenset({".jsonl", ".ndjson"})
TEXT_SUFFIXES = frozenset({".txt", ".text", ""})
DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")


class Form(StrEnum):
    """How a file holds its texts."""

    AUTO = "auto"  # by the file's suffix; standard input by its first character
    JSONL = "jsonl"
    TEXT = "text"  # the whole file is one text
    LINES = "lines"  # each line is a text of its own


class InputError(CoderError):
    """Raised when an input cannot be read at all; a single bad record is no reason."""


@dataclass(frozen=True, slots=True)
class Record:
    """One text to code, or the fault of one that cannot be read, in its place."""

    id: str
    fields: Mapping[str, Any]
    fault: str = ""


def read_texts(paths: Iterable[Path], form: Form = Form.AUTO, day: str = "") -> Iterator[Record]:
    """Read all texts in order, folders by file name; `day` dates those that bring no date of their own.

    Raises:
        InputError: a file has a suffix that nobody reads.
        OSError: a file cannot be opened.
    """
    for path in chain.from_iterable(map(_files, paths)):
        for record in _read(path, form):
            dated = record.fields.get("date") or not day
            yield record if dated else Record(record.id, {**record.fields, "date": day}, record.fault)


def count_texts(paths: Iterable[Path], form: Form = Form.AUTO) -> int | None:
    """Count the texts for a progress bar; None when that cannot be known beforehand."""
    total = 0
    for path in chain.from_iterable(map(_files, paths)):
        if not path.is_file():
            return None
        with path.open("rb") as stream:
            total += 1 if _form_of(path, form) is Form.TEXT else sum(bool(line.strip()) for line in stream)
    return total


def _files(path: Path) -> list[Path]:
    """Give a folder's readable files, a file itself."""
    if path == STANDARD_INPUT or not path.is_dir():
        return [path]
    known = JSONL_SUFFIXES | TEXT_SUFFIXES - {""}
    found = sorted(file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in known)
    if not found:
        raise InputError(f"{path}: no .txt or .jsonl file in this folder")
    return found


def _form_of(path: Path, form: Form) -> Form:
    if form is not Form.AUTO:
        return form
    suffix = path.suffix.lower()
    if suffix in JSONL_SUFFIXES:
        return Form.JSONL
    if suffix in TEXT_SUFFIXES:
        return Form.TEXT
    raise InputError(f"{path}: files of the kind '{suffix}' are not known; say --format jsonl, text or lines")


def _read(path: Path, form: Form) -> Iterator[Record]:
    if path == STANDARD_INPUT:
        yield from _read_stream(sys.stdin.buffer, form)
        return
    with path.open("rb") as stream:
        if _form_of(path, form) is Form.TEXT:
            day = DAY_IN_NAME.search(path.stem)
            yield _whole(path.stem, stream.read(), day[1] if day else "")
        else:
            yield from _each_line(path.stem, stream, _form_of(path, form))


def _read_stream(stream: BinaryIO, form: Form) -> Iterator[Record]:
    """Read standard input; lines are answered as they come, a plain text at its end."""
    first = next((line for line in stream if line.strip()), b"")
    if form is Form.AUTO:
        form = Form.JSONL if first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") else Form.TEXT
    if form is Form.TEXT:
        yield _whole("stdin", first + stream.read(), "")
    else:
        yield from _each_line("stdin", chain([first], stream), form)


def _whole(name: str, content: bytes, day: str) -> Record:
    text, fault = _decoded(content)
    return Record(name, {"id": name, "text": text, "date": day}, fault)


def _each_line(name: str, lines: Iterable[bytes], form: Form) -> Iterator[Record]:
    """Read one record a line; blank lines are none; a record without an id gets its line's, e.g. ``stdin:3``."""
    for number, line in enumerate(lines, start=1):
        text, fault = _decoded(line)
        record_id = f"{name}:{number}"
        if not fault and not text.strip():
            continue
        if fault or form is Form.LINES:
            yield Record(record_id, {"id": record_id, "text": text.strip()}, fault)
        else:
            yield _from_json(record_id, text)


def _from_json(record_id: str, line: str) -> Record:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Record(record_id, {}, f"this line is no JSON: {error}")
    if not isinstance(fields, dict):
        return Record(record_id, {}, 'this line is no JSON object; write {"id": "1", "text": "..."}')
    given = fields.get("id")
    name = str(given).encode("utf-8", "replace").decode() if isinstance(given, str | int) and given != "" else record_id
    return Record(name, {**fields, "id": name})


def _decoded(content: bytes) -> tuple[str, str]:
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        return "", f"this is not UTF-8 text: byte {error.start} is 0x{content[error.start]:02x}"
