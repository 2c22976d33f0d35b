"""Files of events: reading answers and tidy tables back into rows, writing rows in any format."""

import csv
import io
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from dataset.formats import FORMATS
from dataset.inputs import Form, files_of, form_of
from dataset.records import InputError, pyarrow
from dataset.rendering import Renderer
from dataset.rows import COLUMNS, Row, rows_of
from dataset.storage import DAMAGE, opened
from dataset.texts import MAX_TEXT_BYTES

ROWS_A_PART = 20_000
ANSWERED = frozenset({"events", "status", "coder_version"})
KINDS = {column.name: column.kind for column in FORMATS["merged"].columns}
READ: dict[str, Callable[[str], Any]] = {"int": int, "float": float, "string": str, "date": str}


def read_rows(paths: Iterable[Path]) -> Iterator[Row]:
    """Read rows of the tidy table from answers (.jsonl) and tidy tables (.csv, .tsv, .parquet), in order.

    Raises:
        InputError: a file holds neither, or is damaged.
        OSError: a file cannot be opened.
    """
    for path in files_of(paths):
        path.stat()
        form = form_of(path, Form.AUTO)
        if form not in READERS:
            raise InputError(f"{path}: events are read from .jsonl, .csv, .tsv and .parquet")
        try:
            yield from READERS[form](path)
        except (FileNotFoundError, PermissionError, IsADirectoryError, InputError):
            raise
        except (*DAMAGE, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path} is no output of cameo-coder code, or damaged: {error!r}") from error


def write_rows(rows: Iterable[Row], output: Path, renderer: Renderer) -> int:
    """Write rows into a file that is there in full or not at all, with flat memory; give their number."""
    count, waiting = 0, iter(rows)
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=f".{output.name}.") as folder:
        parts: list[Path] = []
        while some := list(islice(waiting, ROWS_A_PART)):
            parts.append(Path(folder) / f"{len(parts):06}{renderer.suffix}")
            parts[-1].write_bytes(renderer.part([renderer.rows(some)]))
            count += len(some)
        draft = Path(folder) / f"draft{renderer.suffix}"
        renderer.join(parts, draft)
        draft.replace(output)
    return count


def _answers(path: Path) -> Iterator[Row]:
    with opened(path) as stream:
        for number, line in enumerate(stream, start=1):
            if line.strip():
                yield from rows_of(_answer(line, f"{path}:{number}"))


def _answer(line: bytes, where: str) -> Mapping[str, Any]:
    """Read a line that `cameo-coder code` wrote.

    Raises:
        InputError: it is none; texts that are not coded yet would pass for texts without events.
    """
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: this line is no JSON: {error}") from error
    if not (isinstance(found, dict) and ANSWERED & found.keys()):
        raise InputError(f"{where}: this is no output of cameo-coder code; code the texts first")
    return found


def _delimited(path: Path) -> Iterator[Row]:
    csv.field_size_limit(MAX_TEXT_BYTES)
    form = form_of(path, Form.AUTO)
    with opened(path) as binary, io.TextIOWrapper(binary, "utf-8-sig", newline="") as stream:
        if form is Form.CSV:
            rows = csv.DictReader(stream)
        else:
            rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        _check(rows.fieldnames or ())
        for row in rows:
            yield {name: _typed(name, value) for name, value in row.items()}


def _parquet(path: Path) -> Iterator[Row]:
    with pyarrow(f"reading {path.name}").parquet.ParquetFile(path) as file:
        _check(file.schema_arrow.names)
        for batch in file.iter_batches(1_000):
            for row in batch.to_pylist():
                yield {**row, "date": row["date"].isoformat() if row["date"] else None}


def _check(names: Iterable[str]) -> None:
    missing = {column.name for column in COLUMNS} - set(names)
    if missing:
        raise ValueError(f"the columns {', '.join(sorted(missing)[:5])} of the tidy table are missing")


def _typed(name: str, value: str) -> Any:  # noqa: ANN401  (a cell of any kind)
    return READ[KINDS.get(name, "string")](value) if value != "" else None


READERS: Mapping[Form, Callable[[Path], Iterator[Row]]] = {
    Form.JSONL: _answers,
    Form.CSV: _delimited,
    Form.TSV: _delimited,
    Form.PARQUET: _parquet,
}
