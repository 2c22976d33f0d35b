"""A batch of records to a chunk of the output: what a worker does, whichever engine gives it the batch."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from coder.types import Options
from dataset.desk import AnswerDesk, CoderSetup, lost
from dataset.records import Record
from dataset.rendering import Renderer

BATCH_TEXTS = 32
BATCH_CHARS = 200_000


@dataclass(frozen=True, slots=True)
class BatchSetup:
    """All that a worker has to know."""

    coder: CoderSetup
    options: Options
    explain: bool
    renderer: Renderer


@dataclass(frozen=True, slots=True)
class Counts:
    """What came out of some texts."""

    texts: int = 0
    events: int = 0
    refused: int = 0  # texts that could not be coded
    without_events: int = 0  # texts that were coded and tell of none

    def __add__(self, other: "Counts") -> "Counts":
        """Add up."""
        return Counts(
            self.texts + other.texts,
            self.events + other.events,
            self.refused + other.refused,
            self.without_events + other.without_events,
        )


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of the output, in the order of its records."""

    contents: tuple[bytes, ...]  # one a batch: an Arrow stream cannot be strung together as lines can
    errors: bytes  # answers of texts that could not be coded, for formats that have no place for them
    counts: Counts
    faults: tuple[str, ...] = ()  # lines for whoever runs the program

    def __add__(self, other: "Chunk") -> "Chunk":
        """Put another chunk behind this one."""
        return Chunk(
            self.contents + other.contents,
            self.errors + other.errors,
            self.counts + other.counts,
            self.faults + other.faults,
        )


EMPTY = Chunk((), b"", Counts())


class BatchCoder:
    """Codes batches with one loaded coder."""

    def __init__(self, setup: BatchSetup) -> None:
        """Load the coder.

        Raises:
            CoderError: a dictionary, the lexicon or the model is broken.
        """
        self.coder = setup.coder.load()
        self._setup = setup

    def chunk(self, records: Sequence[Record]) -> Chunk:
        """Code a batch."""
        desk = AnswerDesk(self.coder, self._setup.options, explain=self._setup.explain)
        return chunk_of(desk.batch(records), self._setup.renderer, tuple(desk.faults))

    def chunks(self, batches: Iterable[Sequence[Record]]) -> Iterator[Chunk]:
        """Code batches one after the other."""
        return map(self.chunk, batches)


def lost_chunk(record: Record, version: str, renderer: Renderer) -> Chunk:
    """Give the chunk of a record under which worker processes died."""
    return chunk_of([lost(record, version)], renderer, (f"{record.id}: the worker died while it coded this text",))


def chunk_of(answers: Sequence[str], renderer: Renderer, faults: tuple[str, ...] = ()) -> Chunk:
    """Render answers and count what is in them."""
    counts, refused = Counts(), []
    for answer in answers:
        response = json.loads(answer)
        events, failed = len(response["events"]), bool(response.get("status"))
        counts += Counts(1, events, int(failed), int(not failed and not events))
        if failed and not renderer.keeps_faults:
            refused.append(f"{answer}\n")
    return Chunk((renderer.chunk(answers),), "".join(refused).encode(), counts, faults)


def batched(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Group records into batches of about the same work; only the records decide where one ends."""
    batch: list[Record] = []
    size = 0
    for record in records:
        batch.append(record)
        size += len(str(record.fields.get("text") or ""))
        if len(batch) >= BATCH_TEXTS or size >= BATCH_CHARS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def batches_of_parts(records: Iterable[Record], part_texts: int) -> Iterator[tuple[int, list[Record]]]:
    """Group records into batches that never cross the border of a part; give each with its part's number."""
    waiting = iter(records)
    for part, first in enumerate(waiting):
        for batch in batched(chain([first], islice(waiting, part_texts - 1))):
            yield part, batch
