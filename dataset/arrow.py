"""Batches of Arrow to batches of Arrow: the step that Parquet files on one machine and jobs on many share.

Only what an engine calls lives here; the engine decides where the batches come from.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from dataset.desk import AnswerDesk
from dataset.formats import FORMATS, Format
from dataset.records import pyarrow
from dataset.rows import Row, rows_of_line
from dataset.tables import from_fields

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
        batches: Arrow batches with a column ``text``, and ``id``, ``date``, ``actors`` where there are such.
        desk: gives the desk; asked once, when the first batch has come.
    """
    answering: AnswerDesk | None = None
    for batch in batches:
        answering = answering or desk()
        records = [from_fields("", row) for row in batch.to_pylist()]
        yield batch_of(row for line in answering.answers(records) for row in rows_of_line(line))


def _array(field: Any, values: Sequence[Any]) -> Any:  # noqa: ANN401
    arrow = pyarrow("writing Parquet")
    if field.type == arrow.date32():
        values = [None if value is None else date.fromisoformat(value) for value in values]
    return arrow.array(values, field.type)
