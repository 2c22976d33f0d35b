"""The parts of an output that is being written, and the journal that says which of them are complete.

A part is written in full, then the journal gets its line; both reach the disk before the next part begins. Whatever
ends the program, the journal names exactly the parts that can be trusted, and the next run goes on behind the last.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dataset.batches import Chunk, Counts
from dataset.records import OutputError
from dataset.rendering import Renderer
from dataset.storage import write_durably

JOURNAL = "_journal.jsonl"
Settings = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """A complete part, as the journal has it."""

    file: str
    bytes: int
    sha256: str
    errors: str  # file with the answers of texts that could not be coded; "" when there are none
    counts: Counts


class PartStore:
    """The folder of the parts of one output."""

    def __init__(self, folder: Path, renderer: Renderer, *, heads: bool) -> None:
        """Take the folder; with `heads`, each part is a file of its own, with the names of its columns."""
        self.folder = folder
        self._renderer = renderer
        self._heads = heads
        self.parts: list[Part] = []

    @property
    def counts(self) -> Counts:
        """What the complete parts hold."""
        return sum((part.counts for part in self.parts), Counts())

    @property
    def paths(self) -> list[Path]:
        """The files of the complete parts, in order."""
        return [self.folder / part.file for part in self.parts]

    @property
    def error_paths(self) -> list[Path]:
        """The files with the answers of texts that could not be coded."""
        return [self.folder / part.errors for part in self.parts if part.errors]

    def begin(self, settings: Settings, *, restart: bool = False) -> None:
        """Take up what an earlier run with the same settings left, or begin anew.

        Raises:
            OutputError: what it left was made with other settings.
        """
        journal = self.folder / JOURNAL
        lines = [] if restart or not journal.exists() else _whole_lines(journal)
        if lines:
            self._check(lines[0]["settings"], settings)
            self.parts = [Part(**{**line, "counts": Counts(**line["counts"])}) for line in lines[1:]]
            self._check_files()
        else:
            lines = [{"settings": settings}]
            self.clear()
            self.folder.mkdir(parents=True, exist_ok=True)
        write_durably(journal, "".join(f"{json.dumps(line)}\n" for line in lines).encode())

    def add(self, chunk: Chunk) -> None:
        """Write a part and its line in the journal."""
        number = len(self.parts)
        content = self._renderer.part(chunk.contents)
        if self._heads:
            content = self._renderer.head() + content
        file = f"part-{number:06}{self._renderer.suffix}"
        errors = f"_part-{number:06}.errors.jsonl" if chunk.errors else ""
        if errors:
            write_durably(self.folder / errors, chunk.errors)
        write_durably(self.folder / file, content)
        part = Part(file, len(content), hashlib.sha256(content).hexdigest(), errors, chunk.counts)
        with (self.folder / JOURNAL).open("ab") as stream:
            stream.write(f"{json.dumps(asdict(part))}\n".encode())
            stream.flush()
            os.fsync(stream.fileno())
        self.parts.append(part)

    def clear(self) -> None:
        """Remove parts and journal, the journal first: without it the rest counts for nothing.

        Raises:
            OutputError: the folder holds files that are not of this program.
        """
        (self.folder / JOURNAL).unlink(missing_ok=True)
        if self.folder.exists():
            paths = list(self.folder.iterdir())
            for path in paths:
                if not path.name.startswith(("part-", "_part-", "_manifest.json", JOURNAL)):
                    raise OutputError(f"{path} is none of the files that this program writes; name another output")
            for path in paths:
                path.unlink()

    def _check(self, then: Settings, now: Settings) -> None:
        differing = [name for name in now if json.loads(json.dumps(now[name])) != then.get(name)]
        if differing:
            raise OutputError(
                f"{self.folder} holds an unfinished run with other settings ({', '.join(differing)}); "
                "give the same again to go on with it, or --restart to throw it away"
            )

    def _check_files(self) -> None:
        for part in self.parts:
            path = self.folder / part.file
            if not path.exists() or path.stat().st_size != part.bytes:
                raise OutputError(f"{path} is not what the journal says; --restart throws all parts away")


def _whole_lines(journal: Path) -> list[dict[str, Any]]:
    """Read the journal up to a line that a sudden end has cut."""
    lines: list[dict[str, Any]] = []
    for line in journal.read_bytes().split(b"\n")[:-1]:
        try:
            lines.append(json.loads(line))
        except ValueError:
            break
    return lines


def concatenate(paths: Sequence[Path], target: Path) -> None:
    """String files together."""
    with target.open("wb") as stream:
        for path in paths:
            stream.write(path.read_bytes())
