"""Batches of Arrow to batches of Arrow: the step that Parquet files on one machine and jobs on many share.

Only what an engine calls lives here; the engine decides where the batches come from.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coder.types import Options
from dataset.desk import AnswerDesk, CoderSetup
from dataset.formats import FORMATS, Format
from dataset.records import Record, pyarrow
from dataset.rows import Row, rows_of_line
from dataset.storage import stem_of
from dataset.tables import from_fields
from dataset.texts import from_json

if TYPE_CHECKING:
    from coder.pipeline import Coder

TABLE = FORMATS["table"]


def schema(form: Format = TABLE) -> Any:  # noqa: ANN401  (pyarrow ships no types)
    """Give the Arrow schema of a format."""
    arrow = pyarrow("writing Parquet")
    kinds = {"string": arrow.string(), "int": arrow.int64(), "float": arrow.float64(), "date": arrow.date32()}
    return arrow.schema([(column.name, kinds[column.kind]) for column in form.columns])


def batch_of(rows: Iterable[Row], form: Format = TABLE) -> Any:  # noqa: ANN401
    """Give rows of the tidy table as one Arrow batch of a format."""
    arrow = pyarrow("writing Parquet")
    cells = [form.cells(row) for row in rows if form.takes(row)]
    names = schema(form)
    arrays = [_array(names.field(i), [row[i] for row in cells]) for i in range(len(names))]
    return arrow.RecordBatch.from_arrays(arrays, schema=names)


def code_batches(batches: Iterable[Any], desk: Callable[[], AnswerDesk]) -> Iterator[Any]:
    """Code batches with the columns of JSON lines into batches of the tidy table, one for one.

    Args:
        batches: Arrow batches with a column ``text``, and ``id``, ``date``, ``actors`` where there are such; or with a
            column ``line`` that holds lines of JSON. A column ``file`` names records that bring no id.
        desk: gives the desk; asked once, when the first batch has come.
    """
    answering: AnswerDesk | None = None
    for batch in batches:
        answering = answering or desk()
        records = [_record(row) for row in batch.to_pylist()]
        yield batch_of(row for line in answering.answers(records) for row in rows_of_line(line))


@dataclass(frozen=True, slots=True)
class ArrowStep:
    """`code_batches` with a coder that is loaded once a process, however often an engine hands the step over."""

    coder: CoderSetup
    options: Options
    explain: bool = False

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Code batches."""
        return code_batches(batches, lambda: AnswerDesk(loaded(self.coder), self.options, explain=self.explain))


@cache
def loaded(setup: CoderSetup) -> "Coder":
    """Load a coder, or give the one that this process has loaded before."""
    return setup.load()


def _record(row: Mapping[str, Any]) -> Record:
    """Make a record of a row; one without an id is named by its file and what it holds."""
    content = str(row.get("line") or row.get("text"))
    name = stem_of(Path(row.get("file") or "row"))
    record_id = f"{name}:{hashlib.sha256(content.encode('utf-8', 'replace')).hexdigest()[:16]}"
    if "line" in row:
        return from_json(record_id, row["line"] or "")
    return from_fields(record_id, row)


def _array(field: Any, values: Sequence[Any]) -> Any:  # noqa: ANN401
    arrow = pyarrow("writing Parquet")
    if field.type == arrow.date32():
        values = [None if value is None else date.fromisoformat(value) for value in values]
    return arrow.array(values, field.type)
