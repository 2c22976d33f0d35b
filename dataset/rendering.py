"""Answers to the bytes of an output file: which format, in which container, compressed how."""

import csv
import io
import json
import shutil
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dataset.arrow import batch_of, schema
from dataset.formats import FORMATS
from dataset.records import OutputError, pyarrow
from dataset.rows import Row, rows_of_line
from dataset.storage import compress, suffixes_of

ANSWERS = "answers"
CONTAINERS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".txt": "tsv", ".parquet": "parquet"}
DEFAULT_OF_CONTAINER = {"jsonl": ANSWERS, "csv": "table", "tsv": "table", "parquet": "table"}
ROW_GROUP = 65_536
TO_SPACE = str.maketrans("\t\r\n", "   ")


@dataclass(frozen=True, slots=True)
class Renderer:
    """Writes one format into one container; the same answers give the same bytes."""

    format: str  # "answers", or a key of `FORMATS`
    container: str  # jsonl, csv, tsv or parquet
    compression: str = ""  # suffix of the compression

    @property
    def suffix(self) -> str:
        """The suffix of such files."""
        return f".{self.container}{self.compression}"

    @property
    def keeps_faults(self) -> bool:
        """Whether texts that could not be coded have their place in the output."""
        return self.format == ANSWERS or FORMATS[self.format].keeps_faults

    def head(self) -> bytes:
        """Give what stands once, before all rows."""
        return compress(self._plain_head(), self.compression) if self._plain_head() else b""

    def chunk(self, answers: Sequence[str]) -> bytes:
        """Give the bytes of some answers, uncompressed: lines, or an Arrow stream for Parquet."""
        if self.format == ANSWERS:
            return "".join(f"{answer}\n" for answer in answers).encode()
        return self.rows(row for answer in answers for row in rows_of_line(answer))

    def rows(self, rows: Iterable[Row]) -> bytes:
        """Give the bytes of rows of the tidy table, as `chunk` does."""
        form = FORMATS[self.format]
        if self.container == "parquet":
            return _stream_of(batch_of(rows, form))
        cells = [form.cells(row) for row in rows if form.takes(row)]
        if self.container == "jsonl":
            names = [column.name for column in form.columns]
            lines = (json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in cells)
            return "".join(f"{_safe(line)}\n" for line in lines).encode("utf-8", "replace")
        return _delimited(cells, self.container)

    def part(self, chunks: Sequence[bytes]) -> bytes:
        """Give the file of some chunks, without the head."""
        if self.container == "parquet":
            return _parquet_of(chunks, schema(FORMATS[self.format]))
        content = b"".join(chunks)
        return compress(content, self.compression) if content else b""

    def join(self, parts: Sequence[Path], target: Path) -> None:
        """String parts together, under one head."""
        if self.container == "parquet":
            _join_parquet(parts, target, schema(FORMATS[self.format]))
            return
        with target.open("wb") as stream:
            stream.write(self.head())
            for path in parts:
                with path.open("rb") as source:
                    shutil.copyfileobj(source, stream, 1 << 20)

    def _plain_head(self) -> bytes:
        if self.format == ANSWERS or self.container in ("parquet", "jsonl"):
            return b""
        form = FORMATS[self.format]
        if self.container == "tsv" and not form.header:
            return b""
        return _delimited([[column.name for column in form.columns]], self.container)


def renderer_for(output: Path, form: str = "") -> Renderer:
    """Give the renderer of an output: by its suffix, and by the format where one is named.

    Raises:
        OutputError: the suffix is not known, or does not go with the format.
    """
    content, compression = suffixes_of(output)
    if output == Path("-"):
        content = FORMATS[form].container if form and form != ANSWERS else ".jsonl"
    if content not in CONTAINERS:
        known = ", ".join(sorted(CONTAINERS))
        raise OutputError(f"{output}: outputs of the kind '{content}' are not known; known: {known}, each with .gz too")
    container = CONTAINERS[content]
    name = form or DEFAULT_OF_CONTAINER[container]
    is_nested = name == ANSWERS or FORMATS[name].nested
    if is_nested != (container == "jsonl"):
        fitting = ".jsonl" if is_nested else ".csv, .tsv or .parquet"
        raise OutputError(f"{output}: the format '{name}' goes into {fitting}")
    if container == "parquet":
        pyarrow(f"writing {output.name}")
        if compression:
            raise OutputError(f"{output}: Parquet is compressed in itself; leave out '{compression}'")
    return Renderer(name, container, compression)


def _delimited(rows: Iterable[Sequence[Any]], container: str) -> bytes:
    stream = io.StringIO(newline="")
    if container == "csv":
        csv.writer(stream, lineterminator="\n").writerows(rows)
    else:
        for row in rows:
            stream.write("\t".join("" if cell is None else str(cell).translate(TO_SPACE) for cell in row) + "\n")
    return stream.getvalue().encode("utf-8", "replace")


def _safe(line: str) -> str:
    """Keep characters that some readers take for line ends out of a line of JSON."""
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def _stream_of(batch: Any) -> bytes:  # noqa: ANN401  (pyarrow ships no types)
    arrow = pyarrow("writing Parquet")
    sink = arrow.BufferOutputStream()
    with arrow.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _parquet_of(chunks: Sequence[bytes], names: Any) -> bytes:  # noqa: ANN401
    arrow = pyarrow("writing Parquet")
    tables = [arrow.ipc.open_stream(chunk).read_all() for chunk in chunks]
    sink = arrow.BufferOutputStream()
    table = arrow.concat_tables(tables) if tables else names.empty_table()
    arrow.parquet.write_table(table.combine_chunks(), sink, compression="zstd")
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _join_parquet(parts: Sequence[Path], target: Path, names: Any) -> None:  # noqa: ANN401
    """Write the rows of all parts anew, in larger groups; no more than a group is held at a time."""
    arrow = pyarrow("writing Parquet")
    with ExitStack() as stack:
        writer = stack.enter_context(arrow.parquet.ParquetWriter(target, names, compression="zstd"))
        waiting: list[Any] = []
        for path in parts:
            waiting.append(arrow.parquet.read_table(path, schema=names))
            if sum(table.num_rows for table in waiting) >= ROW_GROUP:
                writer.write_table(arrow.concat_tables(waiting).combine_chunks())
                waiting = []
        if waiting:
            writer.write_table(arrow.concat_tables(waiting).combine_chunks())
