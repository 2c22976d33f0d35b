"""The lexicon's entries: read from text, checked, and found again by their head word.

The format is described in ``docs/lexicon.md``.
"""

import hashlib
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from coder.candidates import Candidate, Candidates
from coder.conditions import Condition, check_class, read_condition
from coder.errors import DictionaryError
from coder.words import normal

KINDS = ("verb", "noun", "adj")
OPERATORS = {  # operator -> code when its content is unknown ("" = no event)
    "DO": "",
    "UNDERGO": "",
    "STOP": "",
    "APPEAL": "020",
    "DEMAND": "100",
    "INTEND": "030",
    "REJECT": "120",
    "THREATEN": "130",
    "CONSIDER": "014",
    "ATTEMPT": "",
    "ACCUSE": "112",
    "DENY": "016",
    "ADMIT": "015",
    "INVESTIGATE": "090",
    "PRAISE": "051",
    "CONDEMN": "111",
    "HOPE": "013",
    "FEAR": "012",
    "ALLOW": "080",
    "PREVENT": "170",
    "FORCE": "170",
    "REPORT": "",
}
TRIPLE = 3  # source, code, target; "op", "default", code
NO_EVENT = "none"  # as a code: these words are no event, whatever less specific entries say
_LINE = re.compile(r"^([a-z_]+(?:, *[a-z_]+)*): *(.+)$")
_CODE = re.compile(r"^\d{2,4}$")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and all its events as (source, code, target); a target of "-" is none, "*" any."""

    text: str
    events: tuple[tuple[str, str, str], ...]
    path: str
    line: int
    known: str = ""  # why it still fails, "" when it must pass
    section: str = ""  # the code of the section it stands in


@dataclass(slots=True)
class Entry:
    """Words, conditions and what they mean."""

    kind: str
    words: tuple[tuple[str, ...], ...]
    path: str
    line: int
    code: str = ""
    operator: str = ""
    default: str | None = None
    conditions: list[Condition] = field(default_factory=list)
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    mutual: bool = False
    no_target: bool = False
    negated: bool = False  # the words mean it when they are negated: "would not be drawn on"
    order: int = 0
    id: str = field(init=False)  # file and line, e.g. ``17_coerce.txt:41``: where a reader finds and mends it

    def __post_init__(self) -> None:
        """Make the id once: it is in every answer."""
        self.id = f"{Path(self.path).name}:{self.line}"


class LexiconReader:
    """Reads one file's lines into entries, classes and examples."""

    def __init__(self, path: str, problems: list[DictionaryError] | None = None) -> None:
        """Read for a file of this path; with a list of `problems` collect what is wrong instead of raising."""
        self.path = path
        self.problems = problems  # collects what is wrong instead of raising, so that a check can show it all
        self.line = 0
        self.section = ""
        self.entry: Entry | None = None
        self.entries: list[Entry] = []
        self.examples: list[Example] = []
        self.classes: dict[str, tuple[list[str], int]] = {}
        self._class = ""

    def read(self, text: str) -> None:
        """Read a whole file; raises DictionaryError at the first line that cannot be understood."""
        for self.line, body in _logical_lines(text):
            try:
                (self._indented if body[0].isspace() else self._header)(body.strip())
            except DictionaryError as error:
                if self.problems is None:
                    raise
                self.problems.append(error)

    def _fail(self, message: str) -> DictionaryError:
        return DictionaryError(self.path, self.line, message)

    def _header(self, body: str) -> None:
        self._class = ""
        word, _, rest = body.partition(" ")
        if word == "##":
            self.section = rest.split()[0] if rest.split() and _CODE.match(rest.split()[0]) else ""
            self.entry = None
        elif word.startswith("@"):
            name, equals, items = body.partition("=")
            if not equals:
                raise self._fail("a class line reads '@name = word, word'")
            self._class = name.strip()[1:]
            self.classes.setdefault(self._class, ([], self.line))
            self._extend_class(items)
        elif word in KINDS:
            words = _phrases(rest)
            if not words:
                raise self._fail(f"'{word}' needs at least one word")
            self.entry = Entry(word, words, self.path, self.line, code=self.section)
            self.entries.append(self.entry)
        elif word == "example":
            self.entry = None
        else:
            raise self._fail(f"expected '## CODE', '@class =', 'verb|noun|adj words' or 'example', found {word!r}")

    def _indented(self, body: str) -> None:
        if self._class:
            self._extend_class(body)
        elif body.startswith(">"):
            self._read_example(body[1:])
        elif body.startswith("known:"):
            if not self.examples:
                raise self._fail("'known:' stands under an example")
            last = self.examples[-1]
            self.examples[-1] = Example(last.text, last.events, last.path, last.line, body[6:].strip(), last.section)
        elif self.entry is None:
            raise self._fail("an indented line belongs under an entry")
        else:
            self._setting(body, self.entry)

    def _extend_class(self, items: str) -> None:
        words = _commas(items)
        try:
            check_class(self._class, words)
        except ValueError as error:
            raise self._fail(str(error)) from error
        self.classes[self._class][0].extend(words)

    def _setting(self, body: str, entry: Entry) -> None:
        word, _, rest = body.partition(" ")
        if word == "code":
            if not (_CODE.match(rest.strip()) or rest.strip() == NO_EVENT):
                raise self._fail(f"not a CAMEO code: {rest!r}; 'code none' says that these words are no event")
            entry.code = rest.strip()
        elif word == "op":
            self._operator(rest.split(), entry)
        elif body == "mutual":
            entry.mutual = True
        elif body == "no target":
            entry.no_target = True
        elif body == "negated":
            entry.negated = True
        elif match := _LINE.match(body):
            self._role_line(match[1], match[2], entry)
        else:
            raise self._fail(
                f"cannot read {body!r}: expected 'role: tests', 'code N', 'op NAME', 'mutual', 'no target', "
                "'negated' or '> text'"
            )

    def _operator(self, parts: list[str], entry: Entry) -> None:
        if not parts or parts[0] not in OPERATORS:
            raise self._fail(f"unknown operator {' '.join(parts)!r}; known: {', '.join(OPERATORS)}")
        entry.operator, entry.code = parts[0], ""
        entry.default = OPERATORS[parts[0]]
        if parts[1:2] == ["default"] and len(parts) == TRIPLE:
            entry.default = "" if parts[2] in ("none", "-") else parts[2]

    def _role_line(self, role: str, rest: str, entry: Entry) -> None:
        if role in ("source", "target", "content"):
            setattr(entry, role, tuple(_commas(rest)))
            return
        try:
            entry.conditions.append(read_condition(_commas(role), _commas(rest)))
        except ValueError as error:
            raise self._fail(str(error)) from error

    def _read_example(self, body: str) -> None:
        text, equals, right = body.rpartition(" = ")
        if not equals:
            raise self._fail("an example reads '> text = SOURCE CODE TARGET; …' or '> text = none'")
        events = []
        for part in right.split(";") if right.strip() != "none" else ():
            bits = part.split()
            if len(bits) == TRIPLE - 1:
                bits.append("-")
            if len(bits) != TRIPLE or not (_CODE.match(bits[1]) or bits[1] == "*"):
                raise self._fail(f"not 'SOURCE CODE TARGET': {part.strip()!r}")
            events.append((bits[0], bits[1], bits[2]))
        self.examples.append(Example(text.strip(), tuple(events), self.path, self.line, section=self.section))


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines without comments and blanks, with their numbers; a line that ends with a comma goes on in the next."""
    begun, held = 0, ""
    for number, raw in enumerate(text.splitlines(), 1):
        body = raw if raw.lstrip().startswith(("##", ">")) else re.sub(r"(^|\s)#.*$", "", raw).rstrip()
        if not body.strip():
            continue
        begun = begun if held else number
        held = f"{held} {body.strip()}" if held else body
        if not body.rstrip().endswith(",") or body.lstrip().startswith(">"):
            yield begun, held
            held = ""
    if held:
        yield begun, held


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(normal(w) for w in phrase.split()) for phrase in _commas(text))


def _commas(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


_NONE: Candidates[Entry] = Candidates()
_EMPTY: frozenset[str] = frozenset()


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
        self.marks_of: dict[str, tuple[str, ...]] = {}  # word or phrase -> the classes that hold it, as "@name"
        self._by_head: dict[str, dict[str, Candidates[Entry]]] = {kind: {} for kind in KINDS}
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
            mark = f"@{name}"
            for word in self.classes[name]:
                self.marks_of[word] = (*self.marks_of.get(word, ()), mark)
        self._index()
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
            for words in entry.words:
                candidates = self._by_head[entry.kind].setdefault(words[0], Candidates())
                candidates.add(Candidate(words, entry, frozenset(words[1:]), needs))
                if entry.operator and entry.kind == "verb" and len(words) == 1:
                    self._operators.setdefault(entry.operator, set()).add(words[0])

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

    def candidates(self, kind: str, head: str) -> Candidates[Entry]:
        """The entries whose first word is `head`, in the order of the files."""
        return self._by_head[kind].get(head, _NONE)

    def operates(self, operator: str, verb: str) -> bool:
        """Whether a verb alone, without further words, is an operator."""
        return verb in self._operators.get(operator, ())

    def knows(self, kind: str, head: str) -> bool:
        """Whether any entry starts with this word."""
        return head in self._by_head[kind]

    def of_class(self, name: str) -> frozenset[str]:
        """The words and phrases of a class."""
        return self.classes.get(name, _EMPTY)


def _is_need(condition: Condition) -> bool:
    """Whether a condition can only hold where certain words are in the text."""
    return bool(condition.tests) and all(t.kind in {"lemma", "class"} and not t.negated for t in condition.tests)


def _need(condition: Condition) -> frozenset[str]:
    if not condition.rest:
        return condition.words  # the same set, not a second one
    return frozenset(f"@{t.value}" if t.kind == "class" else t.value for t in condition.tests)


def load_lexicon(
    folder: Path | None = None, extra: Iterable[Path] = (), problems: list[DictionaryError] | None = None
) -> Lexicon:
    """Load every ``*.txt`` of the folder (default: the shipped one) by name, then the user's own files.

    Raises:
        DictionaryError: a line cannot be understood; names file and line. With `problems` they go there instead.
    """
    folder = folder or Path(__file__).parent / "lexicon"
    digest = hashlib.sha256()
    readers = []
    for path in [*extra, *sorted(folder.glob("*.txt"))]:  # the user's first: of equal entries the earlier one counts
        text = _text_of(path)
        digest.update(text.encode())
        if path.name != "composition.txt":
            readers.append(LexiconReader(str(path), problems))
            readers[-1].read(text)
    return Lexicon(readers, digest.hexdigest()[:12], problems)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DictionaryError(str(path), 0, "there is no such file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise DictionaryError(str(path), 0, f"cannot be read as UTF-8 text: {error}") from error
