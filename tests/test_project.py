"""What holds for the project as a whole: pinned dependencies, one version, walls that no import shows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-compile.lock", "requirements-dev.lock")
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)((?: \\\n    --hash=sha256:[0-9a-f]{64})*)$", re.MULTILINE)


def pins(lock: str) -> dict[str, tuple[str, str]]:
    return {name: (version, hashes) for name, version, hashes in PIN.findall((ROOT / lock).read_text("utf-8"))}


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_pin_every_package_by_hash_and_name_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    found = pins(lock)
    assert len(found) == text.count("==")
    assert all(hashes for _, hashes in found.values())
    assert "://" not in text
    assert "--index" not in text


def test_locks_agree_on_what_they_share() -> None:
    *smaller, dev = (pins(lock) for lock in LOCKS)
    assert all({name: dev.get(name) for name in lock} == lock for lock in smaller)


def test_version_stands_in_one_place() -> None:
    (version,) = re.findall(r'^version = "(.+?)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    sources = [path for room in ("coder", "service", "cli", "dataset") for path in (ROOT / room).rglob("*.py")]
    assert not [path for path in sources if f'"{version}"' in path.read_text("utf-8")]


def test_coder_never_looks_at_the_environment() -> None:
    looking = ("environ", "getenv")
    assert not [path for path, name in _names_in(ROOT / "coder") if name in looking]


def test_coder_asks_for_membership_as_the_compiler_reads_it() -> None:
    """mypyc, which compiles the coder for the image, fails on ``word in (*SOME, "other")``."""
    assert not [
        f"{path.name}:{node.lineno}"
        for path in (ROOT / "coder").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare) and any(map(_is_spread, node.comparators))
    ]


def _is_spread(node: ast.expr) -> bool:
    return isinstance(node, (ast.Tuple, ast.List, ast.Set)) and any(isinstance(e, ast.Starred) for e in node.elts)


def _names_in(room: Path) -> Iterator[tuple[Path, str]]:
    for path in room.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                yield path, node.attr
            elif isinstance(node, ast.alias):
                yield path, node.name
