"""The table that joins operators and contents: APPEAL + 073 -> 0233."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coder.errors import DictionaryError

FACTIVE: Final = ("PRAISE", "CONDEMN", "INVESTIGATE")  # what is welcomed or condemned has happened; so has what alarms
# Both sides of a mutual content share the operator; to agree or refuse binds one.
SHARED: Final = ("DO", "STOP", "ATTEMPT")
JOINT: Final = (*SHARED, "REJECT")  # what several do of a mutual content they do with each other
TABLED: Final = (
    "APPEAL",
    "INTEND",
    "DEMAND",
    "REJECT",
    "THREATEN",
    "STOP",
    "ALLOW",
    "PREVENT",
    "ACCUSE",
    "INVESTIGATE",
)
CARRIERS: Final = ("DO", "ATTEMPT", "INTEND", "REJECT", "STOP", "THREATEN")  # they and their infinitive have one doer
ADDRESSED: Final = ("APPEAL", "DEMAND", "ALLOW", "PREVENT", "FORCE")
JUDGED: Final = ("ACCUSE", "DENY", "ADMIT", "INVESTIGATE", "PRAISE", "CONDEMN", "HOPE", "FEAR")


@dataclass(frozen=True, slots=True)
class OperatorTable:
    """Rows by content prefix, and what a composed content is read as."""

    rows: dict[str, dict[str, str]]
    readings: dict[str, str]

    def join(self, operator: str, content: str, default: str) -> str:
        """The code of a content under an operator; "" for no event; `default` when the table leaves it open."""
        content = self.content(content)
        for length in range(len(content), 1, -1):
            row = self.rows.get(content[:length])
            if row and operator in row:
                cell = row[operator]
                return {".": default, "-": "", "=": content}.get(cell, cell)
        return default

    def content(self, code: str) -> str:
        """What a commitment or appeal is about: 0333 (promised food) is read as 073 (food)."""
        for length in range(len(code), 1, -1):
            if code[:length] in self.readings:
                return self.readings[code[:length]]
        return code


def load_operator_table(path: Path | None = None) -> OperatorTable:
    """Read ``composition.txt``; raises DictionaryError with the line that is wrong."""
    path = path or Path(__file__).parents[1] / "lexicon" / "composition.txt"
    rows: dict[str, dict[str, str]] = {}
    readings: dict[str, str] = {}
    columns: list[str] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.split("#")[0].strip()
        if not line:
            continue
        if ">" in line:
            left, _, right = line.partition(">")
            readings[left.strip()] = right.strip()
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if not columns:
            columns = cells[1:]
        elif len(cells) != len(columns) + 1:
            raise DictionaryError(str(path), number, f"{len(cells)} cells, expected {len(columns) + 1}")
        else:
            rows[cells[0]] = dict(zip(columns, cells[1:], strict=True))
    return OperatorTable(rows, readings)
