"""What a format is, and what several of them compute from a row of the tidy table."""

import calendar
import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dataset.rows import Column, Row

GROUP = re.compile(r"...")
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Field:
    """A column with the function that gives its cell."""

    column: Column
    cell: Callable[[Row], Any]


@dataclass(frozen=True, slots=True)
class Format:
    """A form of event data, written from rows of the tidy table."""

    name: str
    title: str
    fields: Sequence[Field]
    header: bool = True  # whether its tab-separated files begin with the names of the columns
    container: str = ".tsv"  # when nothing else is said
    keeps_faults: bool = False  # whether texts without events and faulty texts have a row of their own
    nested: bool = False  # whether it is JSON and no table

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in order."""
        return tuple(field.column for field in self.fields)

    def cells(self, row: Row) -> list[Any]:
        """Give a row's cells in the order of the columns; None for what is not known."""
        return [field.cell(row) for field in self.fields]

    def takes(self, row: Row) -> bool:
        """Tell whether the format has a place for a row."""
        return self.keeps_faults or bool(row["event_number"])


def column(name: str, cell: str | Callable[[Row], Any], meaning: str, kind: str = "string") -> Field:
    """Make a field; a string names the cell of the tidy table that it repeats."""
    return Field(Column(name, kind, meaning), (lambda row: row[cell]) if isinstance(cell, str) else cell)


def always(value: Any = None) -> Callable[[Row], Any]:  # noqa: ANN401  (a cell of any kind)
    """Give a cell that says the same in every row; None for what this coder does not know."""
    return lambda _: value


def event_id(row: Row) -> str:
    """Give an id that is unique where those of the stories are, e.g. ``story-17#2``."""
    return f"{row['story_id']}#{row['event_number']}"


def event_key(row: Row) -> int:
    """Give a number for formats that want one: the same event always gets the same, from 0 to 2**60 - 1."""
    return int(hashlib.sha256(event_id(row).encode("utf-8", "replace")).hexdigest()[:15], 16)


def digits(length: int) -> Callable[[Row], int | None]:
    """Give a cell with the date's first digits as a number: 8 for 20160818, 6 for the month, 4 for the year."""
    return lambda row: int(row["date"].replace("-", "")[:length]) if row["date"] else None


def day_part(start: int, end: int) -> Callable[[Row], int | None]:
    """Give a cell with a part of the ISO date as a number."""
    return lambda row: int(row["date"][start:end]) if row["date"] else None


def fraction_of_year(row: Row) -> float | None:
    """Give the date as a year with its fraction, e.g. 2016.6284."""
    if not row["date"]:
        return None
    day = date.fromisoformat(row["date"])
    days = 366 if calendar.isleap(day.year) else 365
    return round(day.year + (day.timetuple().tm_yday - 1) / days, 4)


def actor_groups(code: str | None) -> list[str]:
    """Split an actor code into its groups of three, e.g. RUS, GOV."""
    return GROUP.findall(code or "")


def group(side: str, number: int) -> Callable[[Row], str | None]:
    """Give a cell with one group of an actor's code; 0 is the country or international group."""

    def cell(row: Row) -> str | None:
        groups = actor_groups(row[f"{side}_code"])
        return groups[number] if number < len(groups) else None

    return cell


def flat(name: str) -> Callable[[Row], str | None]:
    """Give a cell on one line: tab-separated formats know no quotes."""

    def cell(row: Row) -> str | None:
        value = row[name]
        return None if value is None else SPACE.sub(" ", value).strip()

    return cell
