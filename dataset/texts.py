"""Plain text and JSON lines to records."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from dataset.records import Record

MAX_TEXT_BYTES = 16_000_000  # what no text can have: a file of another kind, or one whose line ends are lost


def whole(name: str, stream: BinaryIO, day: str, first: bytes = b"") -> Record:
    """Read a stream as one text; `first` has been read from it already."""
    content = first + stream.read(MAX_TEXT_BYTES + 1)
    if len(content) > MAX_TEXT_BYTES:
        return Record(name, {"id": name}, f"this text has over {MAX_TEXT_BYTES:,} bytes; is it one text a line?")
    text, fault = decoded(content)
    return Record(name, {"id": name, "text": text, "date": day}, fault)


def each_line(name: str, lines: Iterable[bytes], *, as_json: bool) -> Iterator[Record]:
    """Read one record a line; blank lines are none; a record without an id gets its line's, e.g. ``stdin:3``."""
    for number, line in enumerate(lines, start=1):
        record_id = f"{name}:{number}"
        if len(line) > MAX_TEXT_BYTES:
            yield Record(record_id, {"id": record_id}, f"this line has over {MAX_TEXT_BYTES:,} bytes")
            continue
        text, fault = decoded(line)
        if not fault and not text.strip():
            continue
        if fault or not as_json:
            yield Record(record_id, {"id": record_id, "text": text.strip()}, fault)
        else:
            yield from_json(record_id, text)


def bounded_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Read lines; of one that is longer than any text can be, only the beginning is kept, a byte over the limit."""
    while line := stream.readline(MAX_TEXT_BYTES + 1):
        yield line
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_TEXT_BYTES + 1)


def from_json(record_id: str, line: str) -> Record:
    """Read a line of JSON; `record_id` is the id of one that brings none."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Record(record_id, {}, f"this line is no JSON: {error}")
    if not isinstance(fields, dict):
        return Record(record_id, {}, 'this line is no JSON object; write {"id": "1", "text": "..."}')
    return named(record_id, fields)


def named(record_id: str, fields: Mapping[str, Any]) -> Record:
    """Give a record its own id where its fields have one, else `record_id`."""
    given = fields.get("id")
    name = str(given).encode("utf-8", "replace").decode() if isinstance(given, str | int) and given != "" else record_id
    return Record(name, {**fields, "id": name})


def decoded(content: bytes) -> tuple[str, str]:
    """Give UTF-8 content as text, or say why it is none."""
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        return "", f"this is not UTF-8 text: byte {error.start} is 0x{content[error.start]:02x}"
