"""The tidy event table: the default of CSV and Parquet."""

from dataset.formats.base import Field, Format
from dataset.rows import COLUMNS, Row


def _cell(name: str) -> Field:
    (column,) = (one for one in COLUMNS if one.name == name)

    def cell(row: Row) -> object:
        return row[name]

    return Field(column, cell)


TABLE = Format(
    name="table",
    title="Tidy event table",
    fields=tuple(_cell(column.name) for column in COLUMNS),
    container=".csv",
    keeps_faults=True,
)
