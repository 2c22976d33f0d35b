"""What a dictionary file holds, and what is odd in it, for the person who keeps it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from coder.data_files import text_of
from coder.errors import DictionaryError
from coder.naming.actor_codes import SECTORS, groups, is_code
from coder.naming.dictionaries import ActorIndex, Conflict, read_own
from coder.naming.dictionary_entries import Entry
from coder.naming.dictionary_formats import content_lines
from coder.naming.petrarch import Odd, looks_petrarch, read_petrarch


@dataclass(slots=True)
class DictionaryReport:
    """The account of a file: every line is in `lines`, what was not used is in `odd` with its reason."""

    path: str
    form: str  # "own", "actors", "agents", "discards", "issues" or "verbs": the last two hold no actors
    names: int
    lines: Counter[str] = field(default_factory=Counter)
    odd: list[Odd] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)  # names whose code differs from the shipped one
    repeated: list[tuple[Entry, Entry]] = field(default_factory=list)  # a name given twice in the file, with two codes

    strange: list[tuple[Entry, str]] = field(default_factory=list)  # a group of a code that no shipped code has

    @property
    def usable(self) -> bool:
        """Tell whether the service loads the file: files in the project's own form must be without fault."""
        return self.form != "own" or not self.odd


def check_dictionary(path: str, below: ActorIndex | None = None) -> DictionaryReport:
    """Read a dictionary file and account for every line.

    Args:
        path: a file in the project's own form or in a PETRARCH or TABARI form.
        below: the dictionaries that it will lie over; conflicts are reported against them.

    Raises:
        DictionaryError: the file cannot be read, or is not UTF-8.
    """
    text = text_of(path)
    if looks_petrarch(text):
        found = read_petrarch(path, text)
        report = DictionaryReport(path, found.form, len(found.entries) + len(found.discards), found.lines, found.odd)
        entries = found.entries
    else:
        entries, odd = _own(path, text)
        report = DictionaryReport(path, "own", len(entries), _own_lines(text, odd), odd)
    report.repeated = list(_repeated(entries))
    if below is not None:
        report.conflicts = below.conflicts_with(entries)
        report.strange = list(_strange(entries, below.known_groups() | SECTORS))
    return report


def _own(path: str, text: str) -> tuple[list[Entry], list[Odd]]:
    """Read line by line, so that one bad line does not hide the next."""
    entries: list[Entry] = []
    odd: list[Odd] = []
    for number, line in content_lines(text):
        try:
            entries += read_own(path, "\n" * (number - 1) + line)
        except DictionaryError as error:
            odd.append(Odd(path, number, error.message, line))
    return entries, odd


def _own_lines(text: str, odd: Sequence[Odd]) -> Counter[str]:
    total = text.splitlines()
    blank = sum(not line.strip() for line in total)
    content = sum(1 for _ in content_lines(text))
    return Counter(
        {"blank": blank, "comment": len(total) - blank - content, "name": content - len(odd), "odd": len(odd)}
    )


def _strange(entries: Sequence[Entry], known: frozenset[str]) -> Iterator[tuple[Entry, str]]:
    """Find what may be left to fill in, or misspelt: "XXXGOV", "DUEGOV"."""
    for entry in entries:
        codes = (dated.code.lstrip("~=") for dated in entry.codes)
        found = next((group for code in codes if is_code(code) for group in groups(code) if group not in known), "")
        if found:
            yield entry, found


def _repeated(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    first: dict[str, Entry] = {}
    for entry in entries:
        before = first.setdefault(entry.name.upper(), entry)
        if before.codes != entry.codes:
            yield before, entry
