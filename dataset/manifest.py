"""What a dataset was made from, with what, and what came out: enough to make it again and see that it is the same."""

import json
import platform
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from dataset.inputs import STANDARD_INPUT
from dataset.storage import checksum, write_durably

PACKAGES = ("cameo-coder", "spacy", "protobuf", "pyarrow")


def facts_of(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """Give name, size and SHA-256 of files; of standard input the name only.

    Raises:
        OSError: a file cannot be read.
    """
    return [_facts(path) for path in paths]


def program_versions() -> dict[str, str]:
    """Give the versions of the program and of the packages that decide about the output."""
    versions = {"python": platform.python_version()}
    for name in PACKAGES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return versions


def write_manifest(path: Path, content: Mapping[str, Any]) -> None:
    """Write a manifest."""
    write_durably(path, (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode())


def is_current(path: Path, settings: Mapping[str, Any]) -> bool:
    """Tell whether a manifest says that the same was made before, and its files are still as it says."""
    try:
        manifest = json.loads(path.read_text("utf-8"))
        made: bool = manifest["settings"] == json.loads(json.dumps(settings))
        there: bool = facts_of(Path(one["path"]) for one in manifest["outputs"]) == manifest["outputs"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return made and there


def _facts(path: Path) -> dict[str, Any]:
    if path == STANDARD_INPUT:
        return {"path": "-"}
    return {"path": str(path), "bytes": path.stat().st_size, "sha256": checksum(path)}
