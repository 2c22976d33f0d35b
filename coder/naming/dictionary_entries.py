"""The entry of an actor dictionary: one name, its dated codes, and where it stands."""

from dataclasses import dataclass
from datetime import date
from typing import Final

ROLE_USES: Final = frozenset({"agent", "weak", "modifier"})
IN_FULL: Final = "full"  # the use of a person's name whose surname alone means nobody


@dataclass(frozen=True, slots=True)
class DatedCode:
    """A code and the days, both inclusive, on which it holds; None is open."""

    code: str
    start: date | None = None
    end: date | None = None

    @property
    def dated(self) -> bool:
        """Tell whether the code is bound to days."""
        return self.start is not None or self.end is not None

    def holds(self, day: date) -> bool:
        """Tell whether the code holds on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one record, e.g. ``Entry("Angela Merkel", (DatedCode("DEUGOV", …), …), "person", "name", …)``."""

    name: str
    codes: tuple[DatedCode, ...]
    sort: str  # "state", "city", "region", "person", "role", "organisation", "group", "identity"
    use: str  # "name", "adjective", "people", "capital", "metonym", "full", or of a role: "agent", "weak", "modifier"
    path: str  # the file, without its directory when it is a shipped one
    line: int
    capitals: bool = False  # the file is written in capitals: case tells nothing

    @property
    def where(self) -> str:
        """Name the line, e.g. "states.txt:61"."""
        return f"{self.path}:{self.line}"

    def code_on(self, day: date | None) -> str:
        """Give the code that holds on a day, else the undated one, else the nearest; without a day, the first."""
        return code_on(self.codes, day)

    def holds(self, day: date | None) -> bool:
        """Tell whether any code holds on that day; without a day, whether one is open to the present."""
        if day is None:
            return any(code.end is None for code in self.codes)
        return any(code.holds(day) for code in self.codes)


def code_on(codes: tuple[DatedCode, ...], day: date | None) -> str:
    """Choose among dated codes: dated ones that hold come before the default, whatever their order."""
    if len(codes) < 2 or day is None:  # noqa: PLR2004 (of one there is no choice)
        return codes[0].code if codes else ""
    for code in codes:
        if code.dated and code.holds(day):
            return code.code
    for code in codes:
        if not code.dated:
            return code.code
    return _nearest(codes, day).code


def _nearest(codes: tuple[DatedCode, ...], day: date) -> DatedCode:
    return min(codes, key=lambda code: _distance(code, day))


def _distance(code: DatedCode, day: date) -> int:
    if code.start is not None and day < code.start:
        return (code.start - day).days
    return (day - code.end).days if code.end is not None else 0
