"""Whether a file that would be written over is this program's own: what others made is never lost without a word."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from dataset.formats import FORMATS
from dataset.records import OutputError, pyarrow
from dataset.rendering import Renderer
from dataset.storage import DAMAGE, opened

OVERWRITE = "--overwrite"
FIRST_BYTES = 1 << 16
REPORT_MARK = b'<meta name="generator" content="cameo-coder">'


def check_made(paths: list[Path], manifest: Path) -> None:
    """Look whether the files that a run would replace come from an earlier run into the same output.

    Raises:
        OutputError: one is there, holds something, and the manifest does not name it.
    """
    made = _made(manifest)
    for path in paths:
        if _holds_something(path) and path.name not in made:
            raise _foreign(path, f"{manifest.name} beside it does not name it" if made else "no manifest is beside it")


def check_written(path: Path, renderer: Renderer) -> None:
    """Look whether a file that would be replaced holds events as this program writes them into such files.

    Raises:
        OutputError: it is there, and begins otherwise.
    """
    if _holds_something(path) and not _begins_as_events(path, renderer.container):
        raise _foreign(path, "it does not begin like one")


def check_report(path: Path) -> None:
    """Look whether a file that would be replaced is a page of this program's.

    Raises:
        OutputError: it is there, and is none.
    """
    if _holds_something(path):
        with path.open("rb") as stream:
            if REPORT_MARK not in stream.read(FIRST_BYTES):
                raise _foreign(path, "it is no page of a report")


def _foreign(path: Path, why: str) -> OutputError:
    return OutputError(
        f"{path} is there already and not an output of this program ({why}); name another with -o, or say {OVERWRITE} "
        "to replace it"
    )


def _holds_something(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _made(manifest: Path) -> frozenset[str]:
    try:
        return frozenset(Path(one["path"]).name for one in json.loads(manifest.read_text("utf-8"))["outputs"])
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _begins_as_events(path: Path, container: str) -> bool:
    names = {form.name: [column.name for column in form.columns] for form in FORMATS.values()}
    try:
        return BEGINNINGS[container](path, names)
    except DAMAGE:
        return False


def _first_line(path: Path) -> str:
    with opened(path) as stream:
        return stream.readline(FIRST_BYTES).decode("utf-8").rstrip("\r\n")


def _begins_json(path: Path, names: Mapping[str, list[str]]) -> bool:
    first = json.loads(_first_line(path))
    return isinstance(first, dict) and list(first) in names.values()


def _begins_csv(path: Path, names: Mapping[str, list[str]]) -> bool:
    return next(csv.reader(io.StringIO(_first_line(path))), []) in names.values()


def _begins_tsv(path: Path, names: Mapping[str, list[str]]) -> bool:
    """Tell by the names of the columns, or where a format writes none by their number."""
    cells = _first_line(path).split("\t")
    headless = {len(FORMATS[name].columns) for name in names if not FORMATS[name].header}
    return cells in names.values() or len(cells) in headless


def _begins_parquet(path: Path, names: Mapping[str, list[str]]) -> bool:
    with pyarrow(f"looking at {path.name}").parquet.ParquetFile(path) as file:
        return list(file.schema_arrow.names) in names.values()


BEGINNINGS: Mapping[str, Callable[[Path, Mapping[str, list[str]]], bool]] = {
    "jsonl": _begins_json,
    "csv": _begins_csv,
    "tsv": _begins_tsv,
    "parquet": _begins_parquet,
}
