"""`Lexicon`: all entries, found again by their head word, and the word classes."""

import hashlib
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Final

from coder.data_files import text_of
from coder.entries.candidates import Candidate, Candidates
from coder.entries.conditions import Condition
from coder.entries.lexicon_entries import KINDS, NO_EVENT, Entry, Example
from coder.entries.lexicon_reader import LexiconReader
from coder.errors import DictionaryError
from coder.syntax.words import normal

_NONE: Final = Candidates()
_EMPTY: Final[frozenset[str]] = frozenset()


class Lexicon:
    """All entries, found by kind and head word; the word classes, opened."""

    def __init__(
        self, readers: Iterable[LexiconReader], version: str, problems: list[DictionaryError] | None = None
    ) -> None:
        """Put the readers' entries together; `problems` as for a reader."""
        self.version = version
        self._problems = problems
        self.entries: list[Entry] = []
        self.examples: list[Example] = []
        self.classes: dict[str, frozenset[str]] = {}
        # Word or phrase that a text may be asked for -> itself, if it is asked for alone, and its classes as "@name".
        self.signs_of: dict[str, tuple[str, ...]] = {}
        self._by_head: dict[str, dict[str, Candidates]] = {kind: {} for kind in KINDS}
        self._heads: dict[str, frozenset[str]] = {}  # of each kind: sets are quicker than dictionaries to say no
        self._operators: dict[str, set[str]] = {}
        raw: dict[str, tuple[list[str], str, int]] = {}
        for reader in readers:
            for name, (items, line) in reader.classes.items():
                if name in raw:
                    raw[name][0].extend(items)
                else:
                    raw[name] = (list(items), reader.path, line)
            self.entries.extend(reader.entries)
            self.examples.extend(reader.examples)
        for name in raw:
            self.classes[name] = frozenset(self._open(name, raw, ()))
        self._index()
        self._mark()
        self._heads = {kind: frozenset(heads) for kind, heads in self._by_head.items()}
        for heads in self._by_head.values():
            for candidates in heads.values():
                candidates.file()
        self.vocabulary = self._collect()

    def _open(self, name: str, raw: dict[str, tuple[list[str], str, int]], above: tuple[str, ...]) -> Iterator[str]:
        items, path, line = raw[name]
        for item in items:
            if not item.startswith("@"):
                yield " ".join(normal(w) for w in item.split())
            elif item[1:] not in raw or item[1:] in above:
                self._wrong(DictionaryError(path, line, f"class {item} in @{name} is unknown or holds itself"))
            else:
                yield from self._open(item[1:], raw, (*above, name))

    def _collect(self) -> frozenset[str]:
        """All words that entries and classes are made of, in lower case, phrases taken apart."""
        heads = {word for entry in self.entries for words in entry.words for word in words}
        return frozenset(heads | {word for items in self.classes.values() for item in items for word in item.split()})

    def _index(self) -> None:
        for order, entry in enumerate(self.entries):
            entry.order = order
            needs = tuple(_need(c) for c in entry.conditions if _is_need(c))
            if not entry.code and not entry.operator:
                self._wrong(
                    DictionaryError(
                        entry.path,
                        entry.line,
                        "the entry has neither a code nor an operator: add 'code N' or a '## N' section",
                    )
                )
                continue
            for condition in entry.conditions:
                for test in condition.tests:
                    if test.kind == "class" and test.value not in self.classes:
                        self._wrong(DictionaryError(entry.path, entry.line, f"unknown word class @{test.value}"))
                condition.take_in(self.classes)
            entry.conditions.sort(key=lambda condition: condition.cost)
            for words in entry.words:
                candidates = self._by_head[entry.kind].setdefault(words[0], Candidates())
                candidates.add(Candidate(words, entry, needs))
                if entry.operator and entry.kind == "verb" and len(words) == 1:
                    self._operators.setdefault(entry.operator, set()).add(words[0])

    def _mark(self) -> None:
        """Tell what a text may be asked for, so that nothing else of it need be kept."""
        held = (candidate for heads in self._by_head.values() for found in heads.values() for candidate in found)
        asked = {word for candidate in held for words in (candidate.further, *candidate.needs) for word in words}
        conditions = (condition for entry in self.entries for condition in entry.conditions)
        asked |= {test.sign for condition in conditions if condition.role == "words" for test in condition.tests}
        self.signs_of = {word: (word,) for word in asked if not word.startswith("@")}
        for name, words in self.classes.items():
            for word in words if f"@{name}" in asked else ():
                self.signs_of[word] = (*self.signs_of.get(word, ()), f"@{name}")

    def check_codes(self, known: Container[str]) -> None:
        """Refuse entries whose codes are not in the ontology.

        Raises:
            DictionaryError: names the entry's file and line.
        """
        for entry in self.entries:
            for code in (entry.code, entry.default):
                if code and code != NO_EVENT and code not in known:
                    self._wrong(
                        DictionaryError(entry.path, entry.line, f"{code} is no CAMEO code; see 'cameo-coder codes'")
                    )

    def _wrong(self, error: DictionaryError) -> None:
        if self._problems is None:
            raise error
        self._problems.append(error)

    def candidates(self, kind: str, head: str) -> Candidates:
        """The entries whose first word is `head`, in the order of the files."""
        return self._by_head[kind].get(head, _NONE)

    def operates(self, operator: str, verb: str) -> bool:
        """Whether a verb alone, without further words, is an operator."""
        return verb in self._operators.get(operator, ())

    def knows(self, kind: str, head: str) -> bool:
        """Whether any entry starts with this word."""
        return head in self._heads[kind]

    def of_class(self, name: str) -> frozenset[str]:
        """The words and phrases of a class."""
        return self.classes.get(name, _EMPTY)


def _is_need(condition: Condition) -> bool:
    """Whether a condition can only hold where certain words are in the text."""
    return bool(condition.tests) and all(t.kind in {"lemma", "class"} and not t.negated for t in condition.tests)


def _need(condition: Condition) -> tuple[str, ...]:
    return tuple(dict.fromkeys([test.sign for test in condition.tests]))


def load_lexicon(
    folder: Path | None = None, extra: Iterable[Path] = (), problems: list[DictionaryError] | None = None
) -> Lexicon:
    """Load every ``*.txt`` of the folder (default: the shipped one) by name, then the user's own files.

    Raises:
        DictionaryError: a line cannot be understood; names file and line. With `problems` they go there instead.
    """
    folder = folder or Path(__file__).parents[1] / "lexicon"
    digest = hashlib.sha256()
    readers = []
    for path in [*extra, *sorted(folder.glob("*.txt"))]:  # the user's first: of equal entries the earlier one counts
        text = text_of(str(path))
        digest.update(text.encode())
        if path.name != "composition.txt":
            readers.append(LexiconReader(str(path), problems))
            readers[-1].read(text)
    return Lexicon(readers, digest.hexdigest()[:12], problems)
