"""One worker process as the front sees it: started, spoken to, ended."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from service.frames import HEADER, CodeJob, Failed, Forget, Ready, Reply, ResolveJob, WorkerSetup, decode, encode

KILLED_TIMEOUT_S = 5.0


class WorkerStartError(Exception):
    """Raised when a worker cannot start; the message says why, with the data file and line where one is at fault."""


class WorkerDied(Exception):  # noqa: N818  (what happened, not who is to blame)
    """Raised when a worker ended, or was ended for taking too long, under a job.

    Args:
        texts: how many texts it had, those of other callers included.
    """

    def __init__(self, texts: int) -> None:
        """Keep the number."""
        super().__init__(f"a worker ended under {texts} texts")
        self.texts = texts


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
        except (TimeoutError, OSError, EOFError) as error:
            self.kill()  # also one that only closed its socket: it would never be replaced
            raise WorkerDied(len(job.requests) if isinstance(job, CodeJob) else 1) from error

    def forget(self, first: int, count: int) -> None:
        """Tell the worker that nobody waits for some texts of its job any more; it may have answered already."""
        self.writer.write(encode(Forget(first, count)))

    def kill(self) -> None:
        """End the process now."""
        self.dead = True
        _kill(self.process)


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
    try:
        reader, writer = await _connect(ours)
        try:
            greeting = await _greet(reader, writer, setup, timeout_s)
        except BaseException:
            writer.close()
            raise
    except BaseException:
        await _finished(end_process(process))  # whoever cancels the start at any moment leaves no process behind
        raise
    return Worker(process, reader, writer, greeting)


async def _connect(ours: socket.socket) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Read and write a socket by the event loop; it is closed when that fails or is cancelled."""
    try:
        return await asyncio.open_connection(sock=ours)
    except BaseException:
        ours.close()
        raise


async def end_process(process: Process, patience_s: float = 0.0) -> None:
    """Wait so long for a process to end by itself, then kill it; not even the killed one is waited for for ever."""
    for limit_s in (patience_s, KILLED_TIMEOUT_S):
        with suppress(TimeoutError):
            async with asyncio.timeout(limit_s):
                await process.wait()
            return
        _kill(process)


def _kill(process: Process) -> None:
    """Kill a process that has not been waited for, so that its number is still its own.

    Not by its own `kill`, which looks first whether it has ended, and takes the exit code from asyncio's watcher.
    """
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)


async def _finished(ending: Coroutine[Any, Any, None]) -> None:
    """Wait for an ending that is short, also when cancelled: another worker that fails cancels this one's."""
    task = asyncio.get_running_loop().create_task(ending)
    while not task.done():
        with suppress(asyncio.CancelledError):
            await asyncio.shield(task)


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
