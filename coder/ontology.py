"""The CAMEO ontology: what each of the 298 codes means, and how the codes hang together.

The rows lie in ``ontology_data/cameo.jsonl``; ``docs/ontology.md`` tells where their facts come from.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from coder.errors import DictionaryError
from coder.types import EventType, Plover

CODE_COUNT: Final = 298
GOLDSTEIN_LIMIT: Final = 10.0
DATA: Final = Path(__file__).parent / "ontology_data" / "cameo.jsonl"
ROOTS: Final = tuple(f"{number:02d}" for number in range(1, 21))
TEXT_FIELDS: Final = ("code", "label", "name", "definition", "root", "plover_event", "plover_mode", "plover_context")
MAY_BE_EMPTY: Final = frozenset({"plover_mode", "plover_context"})
FILLABLE: Final = frozenset({"goldstein", "plover_event", "plover_mode", "plover_context"})
FIELDS: Final = frozenset({*TEXT_FIELDS, "quad_class", "goldstein", "filled"})
CODE: Final = re.compile(r"(0[1-9]|1\d|20)\d{1,2}")
LABEL: Final = re.compile(r"[A-Z]+(_[A-Z]+)*")
LAST_ROOT_OF_QUAD: Final = ((1, "05"), (2, "08"), (3, "13"), (4, "20"))


class Ontology:
    """All event types, in the order of their codes; never changes once made."""

    def __init__(self, types: tuple[EventType, ...]) -> None:
        """Index checked rows, e.g. from `load_ontology`."""
        self.types = types
        self._by_code = {kind.code: kind for kind in types}

    def __getitem__(self, code: str) -> EventType:
        """Return the event type of a code that must exist, else raise KeyError."""
        return self._by_code[code]

    def __contains__(self, code: object) -> bool:
        """Tell whether this is one of the codes; a bare root such as "03" is none."""
        return code in self._by_code

    def get(self, code: str) -> EventType | None:
        """Return the event type of a code such as "0312", None when there is none."""
        return self._by_code.get(code)

    def roots(self) -> tuple[EventType, ...]:
        """Return the 20 codes that stand for a whole root, "010" to "200"; each bears its root's label."""
        return tuple(self._by_code[root + "0"] for root in ROOTS)

    def parent(self, code: str) -> EventType | None:
        """Return the next wider event type, e.g. "031" for "0312" and "030" for "031"; None above "030".

        Raises:
            KeyError: there is no such code.
        """
        wider = parent_code(self[code].code)
        return None if wider is None else self._by_code[wider]

    def search(self, words: str) -> tuple[EventType, ...]:
        """Find the event types that hold every word, whatever its case, as the beginning of a word of theirs.

        Code, label, name and definition are looked through. Hits in code, label or name stand first; within both
        groups the codes are in order. No words, no hits.
        """
        wanted = words.casefold().replace("_", " ").split()
        if not wanted:
            return ()
        titled = [kind for kind in self.types if _begin_words_of(wanted, _title(kind))]
        defined = [kind for kind in self.types if _begin_words_of(wanted, f"{_title(kind)} {kind.definition}")]
        return tuple(dict.fromkeys([*titled, *defined]))


def load_ontology(path: Path = DATA) -> Ontology:
    """Read and check the ontology.

    Args:
        path: a file of JSON lines in the shipped form.

    Raises:
        DictionaryError: the file cannot be read, or a line breaks a rule of ``docs/ontology.md``.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DictionaryError(str(path), 0, f"cannot be read as UTF-8 text: {error}") from error
    types: dict[int, EventType] = {}
    for line, content in enumerate(text.split("\n"), start=1):
        if content.strip():
            try:
                types[line] = _event_type(content)
            except ValueError as error:
                raise DictionaryError(str(path), line, str(error)) from error
    _check_together(types, str(path))
    root_labels = {kind.root: kind.label for kind in types.values() if parent_code(kind.code) is None}
    return Ontology(tuple(replace(kind, root_label=root_labels[kind.root]) for kind in types.values()))


def parent_code(code: str) -> str | None:
    """Return the code one level up, e.g. "031" for "0312", "030" for "031", None for "030".

    The residual code of a root ("030") stands for the root itself, since CAMEO events carry no two-digit codes.
    """
    if len(code) > len("031"):
        return code[:3]
    return None if code.endswith("0") else code[:2] + "0"


def _title(kind: EventType) -> str:
    return f"{kind.code} {kind.label.replace('_', ' ')} {kind.name}"


def _begin_words_of(wanted: Sequence[str], text: str) -> bool:
    found = re.findall(r"[\w-]+", text.casefold())
    return all(any(word.startswith(start) for word in found) for start in wanted)


def _event_type(content: str) -> EventType:
    """Read one line; the label of its root is still open, since that stands in another line."""
    row = json.loads(content)
    if not isinstance(row, dict) or set(row) != FIELDS:
        raise ValueError(f"must be an object with exactly the fields {', '.join(sorted(FIELDS))}")
    for field in TEXT_FIELDS:
        if not isinstance(row[field], str) or not (row[field].strip() or field in MAY_BE_EMPTY):
            raise ValueError(f"{field} must be a text that is not empty")
    _check_code(row)
    _check_numbers(row)
    if not isinstance(row["filled"], list) or not FILLABLE.issuperset(map(str, row["filled"])):
        raise ValueError(f"filled must be a list that names none but {', '.join(sorted(FILLABLE))}")
    return EventType(
        code=row["code"],
        label=row["label"],
        name=row["name"],
        definition=row["definition"],
        root=row["root"],
        root_label="",
        quad_class=row["quad_class"],
        goldstein=float(row["goldstein"]),
        plover=Plover(row["plover_event"], row["plover_mode"], row["plover_context"]),
    )


def _check_code(row: Mapping[str, Any]) -> None:
    code, label = row["code"], row["label"]
    if not CODE.fullmatch(code):
        raise ValueError(f"{code!r} is no CAMEO code: three or four digits, the first two from 01 to 20")
    if row["root"] != code[:2]:
        raise ValueError(f"root of {code} must be {code[:2]}, not {row['root']}")
    if not LABEL.fullmatch(label):
        raise ValueError(f"label {label!r} must be capitals joined by underscores")


def _check_numbers(row: Mapping[str, Any]) -> None:
    quad = next(quad for quad, last in LAST_ROOT_OF_QUAD if row["root"] <= last)
    if type(row["quad_class"]) is not int or row["quad_class"] != quad:
        raise ValueError(f"quad_class of root {row['root']} must be {quad}, not {row['quad_class']!r}")
    goldstein = row["goldstein"]
    if type(goldstein) not in (int, float) or not abs(goldstein) <= GOLDSTEIN_LIMIT:
        raise ValueError(f"goldstein must be a number from -10 to 10, not {goldstein!r}")


def _check_together(types: Mapping[int, EventType], path: str) -> None:
    """Check what no line shows alone: nothing twice, every parent there, codes in order, none missing."""
    lines_of: dict[str, int] = {}
    for line, kind in types.items():
        for key in (kind.code, kind.label):
            if key in lines_of:
                raise DictionaryError(path, line, f"{key} stands in line {lines_of[key]} already")
            lines_of[key] = line
    for line, kind in types.items():
        wider = parent_code(kind.code)
        if wider is not None and wider not in lines_of:
            raise DictionaryError(path, line, f"{kind.code} needs its parent {wider}, which is missing")
    codes = [kind.code for kind in types.values()]
    if codes != sorted(codes):
        raise DictionaryError(path, 0, "the lines must be in the order of their codes")
    if len(codes) != CODE_COUNT or {code[:2] for code in codes} != set(ROOTS):
        raise DictionaryError(path, 0, f"must hold {CODE_COUNT} codes under 20 roots, not {len(codes)}")
