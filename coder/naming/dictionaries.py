"""`ActorIndex`: all actor dictionaries in memory, in layers, found by the pieces of their names.

The shipped files are the lowest layer; each of the user's files lies over those before it. A name that a higher layer
has is taken from there alone, so that a user can correct an entry without touching the shipped files.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Final

from coder.data_files import text_of
from coder.naming.actor_codes import groups
from coder.naming.dictionary_entries import IN_FULL, ROLE_USES, Entry
from coder.naming.dictionary_formats import read_agents, read_meanings, read_names, read_states
from coder.naming.discards import Discards
from coder.naming.names import capitals_fit, key_of, looks_proper, pieces
from coder.naming.petrarch import looks_petrarch, read_petrarch
from coder.syntax.forms import Piece

_TABLES: Final = frozenset({"states", "historic_states"})
_AMBIGUOUS: Final = "ambiguous"  # says what names may mean else
_NAMELESS: Final = frozenset((_AMBIGUOUS, "lands"))  # files that name no actors of their own
_SORTS: Final = {
    "agents": "role", "cities": "city", "regions": "region", "world_regions": "region", "territories": "state",
    "leaders": "person", "persons": "person", "people": "person", "ministers": "person", "officials": "person",
    "groups": "group", "identities": "identity", "ethnic": "identity", "religions": "identity",
}  # fmt: skip
_LESSER: Final = "figures"  # people whose bare surname says nothing where the text has not named them in full
_PERSON_FILES: Final = ("leader", "person", "people", "minister", "official", "spokes", "elite", "figure", "politician")
_RANK: Final = {
    "state": 0,
    "organisation": 1,
    "group": 1,
    "region": 2,
    "person": 2,
    "identity": 3,
    "city": 4,
    "role": 5,
}


# A capital's row says more than its line among the cities.
_FIRST_USES: Final = frozenset({"weak", "capital", "metonym"})


# What a first piece may begin: the entries of it alone, and second pieces → lengths of names, longest first.
Opening = tuple[tuple[Entry, ...], dict[str, tuple[int, ...]]]
NOTHING: Final[tuple[int, tuple[Entry, ...]]] = (0, ())


@dataclass(frozen=True, slots=True)
class Conflict:
    """A name of one layer that hides a different code of a layer below."""

    new: Entry
    old: Entry


@dataclass(slots=True)
class ActorIndex:
    """The loaded dictionaries: names to entries, best first."""

    _entries: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    begins: frozenset[str] = frozenset()  # the first pieces of all names: else none is found
    _openings: dict[str, Opening] = field(default_factory=dict)  # what each of them begins
    conflicts: list[Conflict] = field(default_factory=list)
    _digest: str = ""
    _display: dict[str, str] = field(default_factory=dict)  # country code → its first name
    _surnames: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    _meanings: dict[str, tuple[str, ...]] = field(default_factory=dict)  # ambiguous names → codes, likeliest first
    discards: Discards = field(default_factory=Discards)  # of the user's PETRARCH files

    @classmethod
    def load(cls, extra_paths: Sequence[str] = ()) -> "ActorIndex":
        """Load the shipped dictionaries and, over them, the user's files, of which the later wins.

        Raises:
            DictionaryError: a file cannot be read, is not UTF-8 or, in the project's own format, has a bad line.
        """
        index, digest = cls(), hashlib.sha256()
        shipped: list[Entry] = []
        for name, text in shipped_files():
            digest.update(text.encode())
            shipped += () if Path(name).stem in _NAMELESS else read_own(name, text)
        index._add(shipped)
        index._learn_meanings()
        for path in extra_paths:
            text = text_of(path)
            digest.update(text.encode())
            if looks_petrarch(text):
                found = read_petrarch(path, text)
                index._add(found.entries)
                index.discards.add(found.discards)
            else:
                index._add(read_own(path, text))
        index._finish(digest.hexdigest()[:12])
        return index

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "ActorIndex":
        """Make an index of given entries, as one layer."""
        index = cls()
        index._add(entries)
        index._finish("")
        return index

    @property
    def version(self) -> str:
        """Name the content: a short hash over all loaded files, in order."""
        return self._digest

    def __len__(self) -> int:
        """Count the distinct names."""
        return len(self._entries)

    def known_groups(self) -> frozenset[str]:
        """Give the groups of three that the codes of all entries are made of."""
        codes = {dated.code for entries in self._entries.values() for entry in entries for dated in entry.codes}
        return frozenset(group for code in codes for group in groups(code.lstrip("~=")))

    def under(self, key: str) -> tuple[Entry, ...]:
        """Give the entries of a key (see `coder.naming.names.key_of`), best first."""
        return self._entries.get(key, ())

    def longest(self, text: list[Piece], at: int) -> tuple[int, tuple[Entry, ...]]:
        """Find the longest name that starts at a piece: how many pieces it has, and its entries; (0, ()) for none."""
        opening = self._openings.get(text[at].key)
        if opening is None:
            return NOTHING
        alone, lengths = opening
        following = lengths.get(text[at + 1].key) if lengths and at + 1 < len(text) else None
        for length in following or ():
            part = text[at : at + length]
            if len(part) == length and (found := self._entries.get(" ".join([p.key for p in part]))):
                fitting = _fitting(found, part)
                if fitting:
                    return length, fitting
        fitting = _fitting(alone, text[at : at + 1]) if alone else ()
        return (1, fitting) if fitting else NOTHING

    def meanings(self, name: str) -> tuple[str, ...]:
        """Give the codes of an ambiguous name, the likeliest first; "---" is no actor; () for a plain name."""
        return self._meanings.get(key_of(name), ())

    def of_surname(self, key: str) -> tuple[Entry, ...]:
        """Give the people whose full names end in a piece."""
        return self._surnames.get(key, ())

    def country_name(self, code: str) -> str:
        """Give the usual name of a country's code, or the code itself."""
        return self._display.get(code, code)

    def conflicts_with(self, entries: Iterable[Entry]) -> list[Conflict]:
        """Give the entries that would hide a different code of these dictionaries."""
        found = []
        for entry in entries:
            below = self.under(key_of(entry.name))
            if below and all(old.codes != entry.codes for old in below):
                found.append(Conflict(entry, below[0]))
        return found

    def _add(self, entries: Iterable[Entry]) -> None:
        layer: dict[str, list[Entry]] = {}
        for entry in entries:
            if key := key_of(entry.name):
                layer.setdefault(key, []).append(entry)
            if entry.use == "name" and entry.sort == "state" and len(code := entry.codes[0].code) == 3:  # noqa: PLR2004
                self._display.setdefault(code, entry.name)
        for key, found in layer.items():
            if key in self._entries:
                self.conflicts += self.conflicts_with(found[:1])
            found.sort(key=lambda entry: (_RANK.get(entry.sort, 9), entry.use not in _FIRST_USES))
            self._entries[key] = tuple(found)

    def _learn_meanings(self) -> None:
        file = resources.files("coder") / "dictionaries" / f"{_AMBIGUOUS}.txt"
        if file.is_file():
            text = file.read_text("utf-8")
            self._meanings = {key_of(name): codes for name, codes in read_meanings(file.name, text).items()}

    def _finish(self, digest: str) -> None:
        for key in self._entries:
            words = key.split(" ")
            opening = self._openings.get(words[0])
            if opening is None:
                opening = self._openings[words[0]] = (self._entries.get(words[0], ()), {})
            if len(words) > 1 and len(words) not in (held := opening[1].get(words[1], ())):
                opening[1][words[1]] = tuple(sorted((*held, len(words)), reverse=True))
        self.begins = frozenset(self._openings)
        self._surnames = {}
        for key, entries in self._entries.items():
            if " " in key and entries[0].sort == "person":
                last = key.rpartition(" ")[2]
                self._surnames[last] = (*self._surnames.get(last, ()), entries[0])
        self._digest = digest


def _fitting(entries: tuple[Entry, ...], text: Sequence[Piece]) -> tuple[Entry, ...]:
    """Give those whose capitals are the text's: mostly all."""
    for entry in entries:
        if not _fits(entry, text):
            return tuple([entry for entry in entries if _fits(entry, text)])
    return entries


def _fits(entry: Entry, text: Sequence[Piece]) -> bool:
    if entry.use in ROLE_USES or (len(text) == 1 and text[0].shown == entry.name):
        return True
    return looks_proper(text) if entry.capitals else capitals_fit(pieces(entry.name), text)


def shipped_files() -> Iterator[tuple[str, str]]:
    """Give name and text of every shipped dictionary, by name."""
    folder = resources.files("coder") / "dictionaries"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".txt"):
            yield file.name, file.read_text("utf-8")


def read_own(path: str, text: str) -> Iterator[Entry]:
    """Read a dictionary of the project's own form; the file's name tells which.

    Raises:
        DictionaryError: a line is bad.
    """
    stem = Path(path).stem
    if stem in _TABLES:
        return read_states(path, text)
    if "agent" in stem or stem == "equipment":
        use = "weak" if "weak" in stem else "modifier" if "modifier" in stem else "agent"
        return read_agents(path, text, "thing" if stem == "equipment" else "role", use)
    return read_names(path, text, _sort_of(stem), IN_FULL if stem == _LESSER else "name")


def _sort_of(stem: str) -> str:
    if stem in _SORTS:
        return _SORTS[stem]
    return "person" if any(word in stem for word in _PERSON_FILES) else "organisation"
