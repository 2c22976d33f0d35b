"""The worker processes as the front sees them: started, supervised, rebuilt, and handed one job at a time."""

import asyncio
import os
import socket
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import structlog

from service.errors import DeadlinePassed
from service.frames import HEADER, CodeJob, Failed, Ready, Reply, ResolveJob, WorkerSetup, decode, encode

FIRST_BACKOFF_S = 0.1
LAST_BACKOFF_S = 10.0
CLOSE_TIMEOUT_S = 2.0


class WorkerStartError(Exception):
    """Raised when a worker cannot start; the message says why, with the data file and line where one is at fault."""


class WorkerDied(Exception):  # noqa: N818  (what happened, not who is to blame)
    """Raised when a worker ended, or was ended for taking too long, under a job."""


@dataclass(slots=True, eq=False)
class Worker:
    """One running worker process."""

    process: Process
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    ready: Ready
    dead: bool = field(default=False)

    async def call(self, job: CodeJob | ResolveJob, limit_s: float) -> Reply:
        """Have a job done.

        Raises:
            WorkerDied: it ended, or took longer than `limit_s` and was ended.
        """
        try:
            async with asyncio.timeout(limit_s):
                self.writer.write(encode(job))
                reply: Reply = await _read(self.reader)
                return reply
        except TimeoutError as error:
            self.kill()
            raise WorkerDied from error
        except (OSError, EOFError) as error:
            raise WorkerDied from error

    def kill(self) -> None:
        """End the process now."""
        self.dead = True
        if self.process.returncode is None:
            self.process.kill()


async def _read(reader: asyncio.StreamReader) -> Any:  # noqa: ANN401  (the caller knows what comes)
    header = await reader.readexactly(HEADER.size)
    return decode(await reader.readexactly(HEADER.unpack(header)[0]))


async def start_worker(setup: WorkerSetup, timeout_s: float) -> Worker:
    """Start a worker and wait until it has coded its golden sentence.

    Raises:
        WorkerStartError: it could not, or not in time.
    """
    ours, theirs = socket.socketpair()
    with theirs:
        try:
            process = await _spawn(theirs.fileno())
        except BaseException:
            ours.close()
            raise
    reader, writer = await asyncio.open_connection(sock=ours)
    try:
        greeting = await _greet(reader, writer, setup, timeout_s)
    except BaseException:
        writer.close()
        if process.returncode is None:
            process.kill()
        await process.wait()
        raise
    return Worker(process, reader, writer, greeting)


async def _spawn(descriptor: int) -> Process:
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # a worker a core, a thread a worker
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "service.worker", str(descriptor)),
        pass_fds=[descriptor],
        stdin=asyncio.subprocess.DEVNULL,
        env=os.environ | threads | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )


async def _greet(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, setup: WorkerSetup, timeout_s: float
) -> Ready:
    try:
        async with asyncio.timeout(timeout_s):
            writer.write(encode(setup))
            greeting = await _read(reader)
    except TimeoutError as error:
        msg = f"no answer within {timeout_s:g} s"
        raise WorkerStartError(msg) from error
    except (OSError, EOFError) as error:
        msg = "it ended before it was ready"
        raise WorkerStartError(msg) from error
    if not isinstance(greeting, Ready):
        raise WorkerStartError(greeting.message if isinstance(greeting, Failed) else "unknown greeting")
    return greeting


class WorkerPool:
    """Keeps a number of workers alive; jobs wait in one line, first come, first served."""

    def __init__(self, setup: WorkerSetup, count: int, start_timeout_s: float) -> None:
        """Start nothing yet; `on_change` is told whenever the number of live workers changes."""
        self.count = count
        self.on_change: Callable[[], None] = lambda: None
        self.restarts = 0
        self._setup = setup
        self._start_timeout_s = start_timeout_s
        self._workers: set[Worker] = set()
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._tasks: set[asyncio.Task[None]] = set()
        self._jobs: set[asyncio.Task[Reply]] = set()
        self._closing = False
        self._log = structlog.get_logger("cameo_coder.workers")

    @property
    def alive(self) -> int:
        """The number of workers that can take jobs."""
        return len(self._workers)

    @property
    def idle(self) -> int:
        """The number of workers that have nothing to do."""
        return self._idle.qsize()

    @property
    def ready(self) -> Ready:
        """What a worker said when it started; all say the same."""
        return next(iter(self._workers)).ready

    @property
    def process_ids(self) -> list[int]:
        """The workers' process ids."""
        return [worker.process.pid for worker in self._workers]

    async def start(self) -> None:
        """Start all workers.

        Raises:
            WorkerStartError: one of them could not start; none is left running.
        """
        starts = [start_worker(self._setup, self._start_timeout_s) for _ in range(self.count)]
        outcomes = await asyncio.gather(*starts, return_exceptions=True)
        for outcome in outcomes:
            if isinstance(outcome, Worker):
                self._welcome(outcome)
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                await self.close()
                raise outcome

    async def run(self, job: CodeJob | ResolveJob, limit_s: float, deadline: float | None = None) -> Reply:
        """Have a job done by the next free worker, which is free again when it ends, even if the caller left before.

        Args:
            job: what to do; the budget of a CodeJob is set to what is left when its turn comes.
            limit_s: longest work before the worker is given up.
            deadline: event loop time at which waiting ends.

        Raises:
            DeadlinePassed: no worker was free in time.
            WorkerDied: the worker ended under the job.
        """
        worker = await self._take(deadline)
        if isinstance(job, CodeJob) and deadline is not None:
            job = CodeJob(job.requests, max(0.0, deadline - time.monotonic()))
        task = asyncio.create_task(self._work(worker, job, limit_s))
        self._jobs.add(task)
        task.add_done_callback(self._forget)
        return await asyncio.shield(task)

    async def close(self) -> None:
        """End all workers: politely, then not."""
        self._closing = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for worker in self._workers:
            worker.writer.close()
        exits = [asyncio.create_task(worker.process.wait()) for worker in self._workers]
        if exits:
            await asyncio.wait(exits, timeout=CLOSE_TIMEOUT_S)
        for worker in self._workers:
            worker.kill()
        await asyncio.gather(*exits)

    async def _take(self, deadline: float | None) -> Worker:
        try:
            async with asyncio.timeout_at(deadline):
                while (worker := await self._idle.get()).dead:
                    pass
                return worker
        except TimeoutError as error:
            msg = "the deadline passed while the call waited for a worker"
            raise DeadlinePassed(msg) from error

    async def _work(self, worker: Worker, job: CodeJob | ResolveJob, limit_s: float) -> Reply:
        reply = await worker.call(job, limit_s)
        self._idle.put_nowait(worker)
        return reply

    def _forget(self, task: asyncio.Task[Reply]) -> None:
        self._jobs.discard(task)
        if not task.cancelled():
            task.exception()  # looked at, or the loop complains when the caller has left

    def _welcome(self, worker: Worker) -> None:
        self._workers.add(worker)
        self._idle.put_nowait(worker)
        self._start_task(self._watch(worker))
        self.on_change()

    async def _watch(self, worker: Worker) -> None:
        """Wait for a worker's end and put another in its place."""
        code = await worker.process.wait()
        worker.dead = True
        self._workers.discard(worker)
        worker.writer.close()
        self.on_change()
        if not self._closing:
            self._log.warning("worker_ended", worker=worker.process.pid, exit_code=code)
            self.restarts += 1
            await self._replace()

    async def _replace(self) -> None:
        backoff_s = FIRST_BACKOFF_S
        while True:
            try:
                worker = await start_worker(self._setup, self._start_timeout_s)
            except (WorkerStartError, OSError) as error:
                self._log.error("worker_start_failed", reason=str(error), retry_s=backoff_s)
                await asyncio.sleep(backoff_s)
                backoff_s = min(2 * backoff_s, LAST_BACKOFF_S)
            else:
                self._log.info("worker_replaced", worker=worker.process.pid)
                self._welcome(worker)
                return

    def _start_task(self, coroutine: "asyncio._CoroutineLike[None]") -> None:
        task: asyncio.Task[None] = asyncio.ensure_future(coroutine)  # type: ignore[arg-type]
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
