"""The worker processes together: supervised, rebuilt, and given the jobs that wait in one line."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from itertools import islice
from typing import Any

import structlog

from service.frames import Ready, Reply, WorkerSetup
from service.line import Line, Ticket, together
from service.process import Worker, WorkerDied, WorkerStartError, end_process, start_worker

FIRST_BACKOFF_S = 0.1
LAST_BACKOFF_S = 10.0
CLOSE_TIMEOUT_S = 2.0


class WorkerPool:
    """Keeps a number of workers alive; jobs wait in one line, first come, first served."""

    def __init__(self, setup: WorkerSetup, count: int, start_timeout_s: float, line: Line) -> None:
        """Start nothing yet.

        Two may listen: `on_change` is told whenever the number of live workers changes, `on_reply` of each reply of a
        worker, and how many jobs it answers.
        """
        self.count = count
        self.on_change: Callable[[], None] = lambda: None
        self.on_reply: Callable[[Reply, int], None] = lambda _, __: None
        self.restarts = 0
        self.ready = Ready("", {})  # what the newest worker said when it started
        self._line = line
        self._setup = setup
        self._start_timeout_s = start_timeout_s
        self._workers: set[Worker] = set()
        self._idle: deque[Worker] = deque()
        self._watches: set[asyncio.Task[None]] = set()
        self._jobs: set[asyncio.Task[None]] = set()
        self._closing = False
        self._log = structlog.get_logger("cameo_coder.workers")

    @property
    def alive(self) -> int:
        """The number of workers that can take jobs."""
        return len(self._workers)

    @property
    def idle(self) -> int:
        """The number of workers that have nothing to do."""
        return len(self._idle)

    @property
    def waiting(self) -> int:
        """The number of jobs that no worker has taken yet."""
        return len(self._line)

    @property
    def process_ids(self) -> list[int]:
        """The workers' process ids."""
        return [worker.process.pid for worker in self._workers]

    async def start(self) -> None:
        """Start all workers.

        Raises:
            WorkerStartError: one of them could not start; the others are not waited for, and none is left running.
        """
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(self.count):
                    group.create_task(self._add())
        except BaseExceptionGroup as failed:
            await self.close()
            raise failed.exceptions[0] from None
        except BaseException:
            await self.close()
            raise

    async def _add(self) -> None:
        self._welcome(await start_worker(self._setup, self._start_timeout_s))

    async def run(self, ticket: Ticket) -> Reply:
        """Have a job done by the next free worker, which is free again when it ends, even if the caller left before.

        Raises:
            DeadlinePassed: no worker was free before the ticket's deadline.
            WorkerDied: the worker ended under the job.
        """
        self._line.join(ticket)
        self._serve()
        loop, timer = asyncio.get_running_loop(), None
        if ticket.deadline is not None:
            timer = loop.call_at(ticket.deadline, self._line.expire, ticket)
        try:
            return await ticket.reply
        finally:
            self._line.leave(ticket)
            if timer:
                timer.cancel()

    async def close(self) -> None:
        """End all workers: politely, then not; at most some seconds long."""
        self._closing = True
        for task in self._watches:
            task.cancel()
        await asyncio.gather(*self._watches, return_exceptions=True)
        for worker in self._workers:
            worker.writer.close()
        await asyncio.gather(*(end_process(worker.process, CLOSE_TIMEOUT_S) for worker in self._workers))
        self._workers.clear()
        self._idle.clear()

    def _serve(self) -> None:
        """Give idle workers what waits."""
        while self._line and self._idle:
            worker = self._idle.popleft()
            if not worker.dead:
                self._start_task(self._work(worker, self._line.take(self.alive)), self._jobs)

    async def _work(self, worker: Worker, tickets: Sequence[Ticket]) -> None:
        _watch_callers(worker, tickets)
        try:
            reply = await worker.call(together(tickets), max(ticket.limit_s for ticket in tickets))
        except WorkerDied as death:
            self._log.warning("worker_died_under_job", texts=death.texts, jobs=len(tickets))
            for ticket in tickets:
                ticket.fail(WorkerDied(death.texts))
            return
        self._idle.append(worker)
        self._serve()
        answers = iter(reply.answers)
        for ticket in tickets:
            ticket.answer(reply._replace(answers=tuple(islice(answers, ticket.texts))))
        self.on_reply(reply, len(tickets))

    def _welcome(self, worker: Worker) -> None:
        then, now = self.ready.coder_version, worker.ready.coder_version
        if then and then != now:  # a dictionary was changed in its place
            self._log.warning("workers_differ", worker=worker.process.pid, then=then, now=now)
        self.ready = worker.ready
        self._workers.add(worker)
        self._idle.append(worker)
        self._start_task(self._watch(worker), self._watches)
        self._serve()
        self.on_change()

    async def _watch(self, worker: Worker) -> None:
        """Wait for a worker's end and put another in its place."""
        code = await worker.process.wait()
        worker.dead = True
        self._workers.discard(worker)
        if worker in self._idle:
            self._idle.remove(worker)
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

    def _start_task(self, work: Coroutine[Any, Any, None], group: set[asyncio.Task[None]]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        group.add(task)
        task.add_done_callback(group.discard)


def _watch_callers(worker: Worker, tickets: Sequence[Ticket]) -> None:
    """Have a worker told at once of each caller that leaves while the worker has its texts."""

    def leave(reply: "asyncio.Future[Reply]", first: int, count: int) -> None:
        if reply.cancelled() and not worker.dead:
            worker.forget(first, count)

    first = 0
    for ticket in tickets:
        ticket.reply.add_done_callback(partial(leave, first=first, count=ticket.texts))
        first += ticket.texts
