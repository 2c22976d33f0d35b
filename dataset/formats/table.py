"""The tidy event table: the default of CSV and Parquet."""

from dataset.formats.base import Field, Format, column
from dataset.rows import COLUMNS, Row


def _cell(name: str) -> Field:
    (found,) = (one for one in COLUMNS if one.name == name)

    def cell(row: Row) -> object:
        return row[name]

    return Field(found, cell)


TABLE = Format(
    name="table",
    title="Tidy event table",
    fields=tuple(_cell(one.name) for one in COLUMNS),
    container=".csv",
    keeps_faults=True,
)

MERGED = Format(
    name="merged",
    title="Merged event table",
    fields=(
        *TABLE.fields,
        column("reports", "reports", "number of stories that tell of the event", "int"),
        column("stories", "stories", 'ids of these stories, a JSON list, e.g. `["s1", "s7"]`'),
    ),
    container=".csv",
)
