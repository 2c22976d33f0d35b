"""`LexiconReader`: a lexicon file's text as entries, classes and examples; ``docs/lexicon.md`` describes the format."""

import re
from collections.abc import Iterator

from coder.entries.conditions import check_class, read_condition
from coder.entries.lexicon_entries import KINDS, NO_EVENT, Entry, Example
from coder.errors import DictionaryError
from coder.syntax.words import normal

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
_LINE = re.compile(r"^([a-z_]+(?:, *[a-z_]+)*): *(.+)$")
_CODE = re.compile(r"^\d{2,4}$")
_WEIGHT = re.compile(r"^-?[1-9]$")


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
        elif word == "weight":
            if not _WEIGHT.match(rest):
                raise self._fail(f"not a weight: {rest!r}; 'weight 2' counts as two conditions more, -9 to 9")
            entry.weight = int(rest)
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
                f"cannot read {body!r}: expected 'role: tests', 'code N', 'op NAME', 'weight N', 'mutual', "
                "'no target', 'negated' or '> text'"
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
            setattr(entry, role, tuple(normal(r) for r in _commas(rest)))
            return
        try:
            condition = read_condition([normal(r) for r in _commas(role)], _commas(rest))
        except ValueError as error:
            raise self._fail(str(error)) from error
        if condition in entry.conditions:
            raise self._fail(f"'{role}: {rest}' stands twice in the entry; 'weight 1' counts as a condition more")
        entry.conditions.append(condition)
        if condition.role == "purpose":
            entry.aims |= condition.words

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
