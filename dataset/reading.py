"""Files, folders and standard input to records: as many as there are texts, in order, with flat memory."""

import gzip
import re
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, cast

from dataset.inputs import STANDARD_INPUT, Form, files_of, form_of, may_be_counted
from dataset.records import InputError, Record, TableError
from dataset.storage import DAMAGE, opened, stem_of
from dataset.tables import count_rows, delimited_records, has_header, parquet_records
from dataset.texts import bounded_lines, each_line, whole

GZIP = b"\x1f\x8b"
JSON_BEGINS = re.compile(rb"\s*(\{|\[\s*[\[{])")  # a list of objects is no text either
DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Source:
    """What to read, and how."""

    paths: Sequence[Path]
    form: Form = Form.AUTO
    day: str = ""  # dates the texts that bring no date of their own
    columns: Mapping[str, str] = field(default_factory=dict)  # the file's own names, e.g. {"text": "body"}


def read_texts(paths: Iterable[Path], form: Form = Form.AUTO, day: str = "") -> Iterator[Record]:
    """Read all texts in order, folders by file name; `day` dates those that bring no date of their own.

    Raises:
        InputError: a file has a suffix that nobody reads.
        OSError: a file cannot be opened.
    """
    return read_source(Source(list(paths), form, day))


def read_source(source: Source) -> Iterator[Record]:
    """Read all texts of a source in order; a damaged file gives what can be read of it, then one record with its fault.

    Raises:
        InputError: a file has a suffix that nobody reads, or a table lacks the column of the texts.
        OSError: a file cannot be opened.
    """
    for path in files_of(source.paths):
        for record in _until_damage(path, source):
            named = _renamed(record, source.columns)
            dated = named.fields.get("date") or not source.day
            yield named if dated else Record(named.id, {**named.fields, "date": source.day}, named.fault)


def count_texts(paths: Iterable[Path], form: Form = Form.AUTO) -> int | None:
    """Count the texts for a progress bar; None when that cannot be known beforehand.

    Raises:
        InputError, OSError: as `read_texts`.
    """
    total = 0
    for path in files_of(paths):
        if not may_be_counted(path):
            return None
        try:
            total += _count(path, form_of(path, form))
        except FileNotFoundError:
            raise
        except DAMAGE:
            return None
    return total


def _count(path: Path, form: Form) -> int:
    if form is Form.TEXT:
        return 1
    if form in (Form.CSV, Form.TSV, Form.PARQUET):
        return count_rows(path, form)
    with opened(path) as stream:
        return sum(bool(line.strip()) for line in stream)


def _until_damage(path: Path, source: Source) -> Iterator[Record]:
    """Read a file; should it prove damaged on the way, say so in its place."""
    reading = _read(path, source)
    while True:
        try:
            yield next(reading)
        except StopIteration:
            return
        except TableError as error:
            raise InputError(f"{'standard input' if path == STANDARD_INPUT else path}: {error}") from error
        except (FileNotFoundError, IsADirectoryError, PermissionError, InputError):
            raise
        except DAMAGE as error:
            name = "stdin" if path == STANDARD_INPUT else stem_of(path)
            yield Record(name, {"id": name}, f"this file is damaged; nothing can be read from here on: {error}")
            return


def _read(path: Path, source: Source) -> Iterator[Record]:
    if path == STANDARD_INPUT:
        yield from _read_stream(_unpacked(sys.stdin.buffer), source)
        return
    form, name = form_of(path, source.form), stem_of(path)
    if form is Form.PARQUET:
        yield from parquet_records(path, name, source.columns)
        return
    with opened(path) as stream:
        if form is Form.TEXT:
            day = DAY_IN_NAME.search(path.name)
            yield whole(name, stream, day[1] if day else "")
        else:
            yield from _records_of(bounded_lines(stream), name, form, source)


def _records_of(stream: Iterable[bytes], name: str, form: Form, source: Source) -> Iterator[Record]:
    if form in (Form.CSV, Form.TSV):
        return delimited_records(stream, name, "," if form is Form.CSV else "\t", source.columns)
    return each_line(name, stream, as_json=form is Form.JSONL)


def _read_stream(stream: BinaryIO, source: Source) -> Iterator[Record]:
    """Read standard input; lines are answered as they come, a plain text at its end."""
    form = source.form
    if form is Form.PARQUET:
        raise InputError("standard input: Parquet is read from its end; give the file's name")
    head = list(islice(filter(bytes.strip, bounded_lines(stream)), 1))
    if form is Form.AUTO:
        if not head:
            return  # like a file without a line
        form = _form_of_head(head, stream, source.columns)
    if form is Form.TEXT:
        yield whole("stdin", stream, "", b"".join(head))
    elif head:
        yield from _records_of(chain(head, bounded_lines(stream)), "stdin", form, source)


def _form_of_head(head: list[bytes], stream: BinaryIO, columns: Mapping[str, str]) -> Form:
    """Tell what a stream holds by its first line; that may be broken, so the second is asked too, and joins `head`."""
    first = head[0].removeprefix(BOM_UTF8)
    if JSON_BEGINS.match(first):
        return Form.JSONL
    for form, delimiter in ((Form.CSV, ","), (Form.TSV, "\t")):
        if has_header(first, delimiter, columns):
            return form
    head += list(islice(bounded_lines(stream), 1))
    return Form.JSONL if JSON_BEGINS.match(head[-1]) else Form.TEXT


def _unpacked(stream: BinaryIO) -> BinaryIO:
    """Unpack standard input that comes packed with gzip."""
    peek = getattr(stream, "peek", None)
    packed = peek is not None and peek(2)[:2] == GZIP
    return cast("BinaryIO", gzip.GzipFile(fileobj=stream)) if packed else stream


def _renamed(record: Record, columns: Mapping[str, str]) -> Record:
    """Give the fields their usual names, where the files have others."""
    if not columns or record.fault:
        return record
    fields = {**record.fields, **{name: record.fields.get(theirs) for name, theirs in columns.items()}}
    given = fields.get("id")
    return Record(str(given) if isinstance(given, str | int) and given != "" else record.id, {**fields})
