"""CSV, TSV and Parquet files to records: a row is a text, its columns are the fields of a JSON line."""

import csv
import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dataset.inputs import Form
from dataset.records import Record, TableError, pyarrow
from dataset.storage import opened
from dataset.texts import MAX_TEXT_BYTES, named

FIELDS = ("id", "text", "date", "actors", "language_code")
ROWS_AT_ONCE = 256


def delimited_records(
    lines: Iterable[bytes], name: str, delimiter: str, columns: Mapping[str, str]
) -> Iterator[Record]:
    """Read a table with a header line; a row that does not fit the header is a record with its fault.

    Rows are numbered from 1 after the header: a row without an id is ``stories:1``.

    Raises:
        TableError: the header lacks the column of the texts.
    """
    csv.field_size_limit(MAX_TEXT_BYTES)
    rows = csv.reader(_decoded(lines), delimiter=delimiter, strict=True)
    header = [cell.strip() for cell in next(rows, [])]
    if not header:
        return
    _check_columns(header, columns)
    number = 0
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Record(f"{name}:{number}", {}, f"this row cannot be read: {error}")
            continue
        if row:
            yield _from_row(f"{name}:{number}", header, row)
        else:
            number -= 1


def parquet_records(path: Path, name: str, columns: Mapping[str, str]) -> Iterator[Record]:
    """Read a Parquet file, only the columns that count, a few rows at a time.

    Raises:
        TableError: the column of the texts is missing.
        MissingExtraError: pyarrow is not installed.
    """
    arrow = pyarrow(f"reading {path.name}")
    with arrow.parquet.ParquetFile(path) as file:
        header = file.schema_arrow.names
        _check_columns(header, columns)
        wanted = [one for one in header if one in (*FIELDS, *columns.values())]
        number = 0
        for batch in file.iter_batches(ROWS_AT_ONCE, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield from_fields(f"{name}:{number}", row)


def from_fields(record_id: str, row: Mapping[str, Any]) -> Record:
    """Make a record of a row's fields; nulls are as good as missing, and actors may be JSON text."""
    fields = {name: value for name, value in row.items() if value is not None and value != ""}
    record = named(record_id, fields)
    if isinstance(fields.get("actors"), str):
        try:
            return Record(record.id, {**record.fields, "actors": json.loads(fields["actors"])})
        except (ValueError, RecursionError) as error:
            return Record(record.id, {}, f"the column 'actors' is no JSON: {error}")
    return record


def count_rows(path: Path, form: Form) -> int:
    """Count the rows of a table."""
    if form is Form.PARQUET:
        rows: int = pyarrow(f"reading {path.name}").parquet.read_metadata(path).num_rows
        return rows
    with opened(path) as stream:
        return sum(1 for _ in delimited_records(stream, "", "," if form is Form.CSV else "\t", {"text": ""}))


def _decoded(lines: Iterable[bytes]) -> Iterator[str]:
    """Decode lines, without the mark that some programs begin files with; bytes that are no UTF-8 stay visible."""
    waiting = iter(lines)
    yield next(waiting, b"").removeprefix(BOM_UTF8).decode("utf-8", "surrogateescape")
    for line in waiting:
        yield line.decode("utf-8", "surrogateescape")


def _from_row(record_id: str, header: Sequence[str], row: Sequence[str]) -> Record:
    if len(row) != len(header):
        return Record(record_id, {}, f"this row has {len(row)} cells, the header has {len(header)}")
    record = from_fields(record_id, dict(zip(header, row, strict=True)))
    if any("\udc80" <= character <= "\udcff" for cell in row if not cell.isascii() for character in cell):
        return Record(record.id.encode("utf-8", "replace").decode(), {}, "this row is not UTF-8 text")
    return record


def has_header(line: bytes, delimiter: str, columns: Mapping[str, str]) -> bool:
    """Tell whether a line is the header of a table: names, and that of the texts among them."""
    names = [cell.strip().strip('"') for cell in line.decode("utf-8-sig", "replace").split(delimiter)]
    return len(names) > 1 and columns.get("text", "text") in names


def _check_columns(header: Sequence[str], columns: Mapping[str, str]) -> None:
    wanted = [columns.get("text", "text"), *columns.values()]
    missing = next((one for one in wanted if one and one not in header), None)
    if missing:
        shown = ", ".join(header[:20]) or "none"
        if len(header) == 1 and ";" in shown:
            raise TableError(f"the cells are parted by ';'; commas (.csv) or tabs (.tsv) are read. The header: {shown}")
        raise TableError(f"there is no column {missing!r}; --column text=NAME names it. Columns here: {shown}")
