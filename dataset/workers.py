"""Worker processes that code batches side by side; what they give back comes in the order of the batches.

A worker that dies (out of memory, a crash below Python) is replaced, and its batch is coded again text by text: only a
text under which two more workers die is given up, with a status in its place.

The service has a pool of its own (`service.workers`), and shares with this one what a worker does with its texts
(`service.coding`), not how they reach it. There, calls with deadlines come at any time to an event loop: they are taken
together, left by their callers, retried while others wait, and a worker is replaced beside them. Here, one iterator is
read only so far ahead as its output is taken, in its order, without an event loop. One pool for both would have two
faces and twice the states.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Self

from coder.collecting import settle
from coder.errors import CoderError, ModelError
from dataset.batches import EMPTY, BatchCoder, BatchSetup, Chunk, lost_chunk
from dataset.records import Record

DEATHS = 2  # of workers that had one text alone; with the one that had its batch, a text may cost three
AHEAD = 4  # batches that each worker may be ahead of the slowest; bounds the memory
CLOSE_TIMEOUT_S = 5.0


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker's first word."""

    version: str
    versions: dict[str, str]


@dataclass(frozen=True, slots=True)
class NotReady:
    """A worker's first and last word."""

    message: str
    of_model: bool


@dataclass(slots=True)
class Task:
    """A batch, or one record of a batch whose worker died (`piece` is its place in the batch, else None)."""

    number: int
    records: Sequence[Record]
    piece: int | None = None
    deaths: int = 0  # of workers that had it alone


@dataclass(eq=False, slots=True)
class Worker:
    """A process and the task it has."""

    process: SpawnProcess
    connection: Connection
    task: Task | None = None


@dataclass(slots=True)
class Line:
    """The batches under way, from the first that is not given back yet."""

    done: dict[int, Chunk] = field(default_factory=dict)
    pieces: dict[int, list[Chunk | None]] = field(default_factory=dict)
    again: deque[Task] = field(default_factory=deque)

    def take(self, task: Task, chunk: Chunk) -> None:
        """Note what a task gave; a batch that was split is done with its last piece."""
        if task.piece is None:
            self.done[task.number] = chunk
            return
        pieces = self.pieces[task.number]
        pieces[task.piece] = chunk
        found = [one for one in pieces if one is not None]
        if len(found) == len(pieces):
            self.done[task.number] = sum(found, EMPTY)
            del self.pieces[task.number]

    def split(self, task: Task) -> None:
        """Have a batch done again, text by text."""
        self.pieces[task.number] = [None] * len(task.records)
        self.again.extend(Task(task.number, [record], i) for i, record in enumerate(task.records))


class WorkerPool:
    """Loaded workers; use it as a context manager, which ends them."""

    def __init__(self, setup: BatchSetup, count: int) -> None:
        """Start the workers and wait until all have loaded their coder.

        Raises:
            CoderError: the coder cannot be loaded.
        """
        self._setup = setup
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[Worker] = []
        try:
            self._workers = [self._start() for _ in range(count)]
            self.ready, *_ = [self._greeting(worker) for worker in self._workers]
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        """Nothing is left to do."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the workers."""
        self.close()

    @property
    def process_ids(self) -> list[int]:
        """The workers' process ids."""
        return [worker.process.pid or 0 for worker in self._workers]

    def chunks(self, batches: Iterable[Sequence[Record]]) -> Iterator[Chunk]:
        """Code batches; give their chunks in order, reading only so far ahead as keeps all workers busy."""
        waiting = (Task(number, batch) for number, batch in enumerate(batches))
        line, submitted, given, more = Line(), 0, 0, True
        while True:
            while given in line.done:
                yield line.done.pop(given)
                given += 1
            for worker in self._workers:
                while worker.task is None and (line.again or (more and submitted - given < AHEAD * len(self._workers))):
                    task = line.again.popleft() if line.again else next(waiting, None)
                    if task is None:
                        more = False
                        break
                    submitted += task.piece is None
                    self._send(worker, task)
            if not more and given == submitted:
                return
            self._receive(line)

    def close(self) -> None:
        """End all workers: politely, then not."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.process.join(0.1 if worker.task is None else 0)
            if worker.process.is_alive():
                worker.process.terminate()
            worker.process.join(CLOSE_TIMEOUT_S)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()

    def _receive(self, line: Line) -> None:
        """Wait until a worker has something, or has died."""
        busy = {worker.connection: worker for worker in self._workers if worker.task}
        for connection in wait(list(busy)):
            worker = busy[connection]  # type: ignore[index]
            task, worker.task = worker.task, None
            assert task  # noqa: S101  (told to the type checker; only busy ones are asked)
            try:
                line.take(task, worker.connection.recv())
            except (EOFError, OSError):
                self._replace(worker)
                self._lose(line, task)

    def _lose(self, line: Line, task: Task) -> None:
        if task.piece is None:
            line.split(task)
        elif task.deaths + 1 < DEATHS:
            line.again.append(replace(task, deaths=task.deaths + 1))
        else:
            line.take(task, lost_chunk(task.records[0], self.ready.version, self._setup.renderer))

    def _send(self, worker: Worker, task: Task) -> None:
        worker.task = task
        with suppress(OSError):  # it has died; receiving will tell
            worker.connection.send(task.records)

    def _start(self) -> Worker:
        os.environ.setdefault("OMP_NUM_THREADS", "1")  # read when a worker loads numpy: more threads get in the way
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._setup), daemon=True)
        process.start()
        theirs.close()
        return Worker(process, ours)

    def _replace(self, worker: Worker) -> None:
        worker.connection.close()
        worker.process.kill()  # also one that only closed its connection
        worker.process.join()
        fresh = self._start()
        self._workers[self._workers.index(worker)] = fresh
        self._greeting(fresh)

    def _greeting(self, worker: Worker) -> Ready:
        try:
            greeting = worker.connection.recv()
        except (EOFError, OSError) as error:
            raise CoderError("a worker process ended before its coder was loaded; is there enough memory?") from error
        if isinstance(greeting, NotReady):
            raise ModelError(greeting.message) if greeting.of_model else CoderError(greeting.message)
        ready: Ready = greeting
        return ready


def work(connection: Connection, setup: BatchSetup) -> None:
    """Load a coder, say so, and code batches until the other end is closed: the whole life of a worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C too, and closes the connection
    with suppress(EOFError, OSError):  # the program that asked has ended
        try:
            coder = BatchCoder(setup)
        except CoderError as error:
            connection.send(NotReady(str(error), isinstance(error, ModelError)))
            return
        settle()
        connection.send(Ready(coder.coder.version, dict(coder.coder.versions())))
        while True:
            connection.send(coder.chunk(connection.recv()))
