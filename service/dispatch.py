"""Texts to workers and answers back: chunks, retries after a worker's death, and giving up on texts that kill."""

import asyncio
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import structlog
from google.protobuf.message import DecodeError

from service.convert import response_from_status
from service.errors import WorkerLost, status_of
from service.frames import Answer, CodeJob, Fault, Reply, ResolveJob
from service.gate import Gate
from service.gen import coder_pb2
from service.line import Ticket
from service.metrics import Metrics
from service.process import WorkerDied
from service.workers import WorkerPool


@dataclass(frozen=True, slots=True)
class Portions:
    """How much a worker gets at a time, and how long and how often it may try."""

    texts: int = 32
    request_bytes: int = 20_000
    timeout_s: float = 60.0
    attempts: int = 3


class Dispatcher:
    """Has texts coded by the pool."""

    def __init__(self, pool: WorkerPool, gate: Gate, portions: Portions, metrics: Metrics) -> None:
        """Take what it works with; `gate` learns how long jobs take."""
        self.portions = portions
        self._pool = pool
        self._gate = gate
        self._metrics = metrics
        self._log = structlog.get_logger("cameo_coder.dispatch")
        pool.on_reply = self._on_reply

    @property
    def lanes(self) -> int:
        """How many chunks of one caller are worth having under way: one a worker, and one to follow."""
        return self._pool.count + 1

    async def code(self, requests: Sequence[bytes], deadline: float | None) -> list[Answer]:
        """Code one chunk; as many answers as requests, in their order.

        A worker may be given other callers' texts with it. When it ends under more than one text, each goes on alone.

        Raises:
            DeadlinePassed: no worker was free before the event loop time `deadline`.
        """
        job = CodeJob(tuple(requests))
        try:
            reply = await self._run(Ticket(job, self.portions.timeout_s, deadline))
        except WorkerDied as death:
            attempts = self.portions.attempts - (death.texts == 1)
            return [await self._code_apart(request, deadline, attempts) for request in requests]
        self._metrics.texts(reply.answers)
        return list(reply.answers)

    async def _code_apart(self, request: bytes, deadline: float | None, attempts: int) -> Answer:
        """Code a text under which a worker has ended: without company, and given up after some more have."""
        for _ in range(attempts):
            try:
                reply = await self._run(Ticket(CodeJob((request,)), self.portions.timeout_s, deadline, apart=True))
            except WorkerDied:
                continue
            self._metrics.texts(reply.answers)
            return reply.answers[0]
        return self._given_up(request)

    async def code_all(self, requests: Sequence[bytes], deadline: float | None) -> list[Answer]:
        """Code many: in chunks, a few of them at a time, so that one caller does not take the whole line.

        Raises:
            DeadlinePassed: as `code`; what was not under way by then is not begun.
        """
        lanes = asyncio.Semaphore(self.lanes)

        async def in_lane(chunk: Sequence[bytes]) -> list[Answer]:
            async with lanes:
                return await self.code(chunk, deadline)

        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(in_lane(chunk)) for chunk in self.chunks(requests)]
        except ExceptionGroup as failed:  # the caller is told what the first was, by the table of statuses
            raise failed.exceptions[0] from None
        return [answer for task in tasks for answer in task.result()]

    async def resolve(self, name: str, day: str, deadline: float | None) -> Answer:
        """Look a name up, on another worker when one dies."""
        for _ in range(self.portions.attempts):
            try:
                reply = await self._run(Ticket(ResolveJob(name, day), self.portions.timeout_s, deadline))
            except WorkerDied:
                continue
            return reply.answers[0]
        msg = "workers ended while they looked this name up; it is given up"
        raise WorkerLost(msg)

    def chunks(self, requests: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
        """Cut requests into portions; a text that is a portion by itself stays alone."""
        chunk: list[bytes] = []
        size = 0
        for request in requests:
            if chunk and (len(chunk) >= self.portions.texts or size + len(request) > self.portions.request_bytes):
                yield chunk
                chunk, size = [], 0
            chunk.append(request)
            size += len(request)
        if chunk:
            yield chunk

    async def _run(self, ticket: Ticket) -> Reply:
        started = time.monotonic()
        reply = await self._pool.run(ticket)
        self._metrics.wait_seconds.observe(max(0.0, time.monotonic() - started - reply.busy_s))
        return reply

    def _on_reply(self, reply: Reply, jobs: int) -> None:
        """Learn from what a worker did for one or more callers, whether they still wait or not."""
        self._gate.learn(reply.busy_s / jobs)
        self._metrics.batch_texts.observe(len(reply.answers))
        self._metrics.screened.inc(reply.screened)
        for fault in reply.faults:
            self._log_fault(fault)

    def _log_fault(self, fault: Fault) -> None:
        self._log.error("unforeseen_error", error_id=fault.error_id, kind=fault.kind, trace=fault.trace)

    def _given_up(self, request: bytes) -> Answer:
        message = coder_pb2.CodeTextRequest()
        try:
            message.ParseFromString(request)
        except DecodeError:
            message.Clear()
        error_id = uuid.uuid4().hex
        self._log.error("text_given_up", error_id=error_id, request_id=message.id, bytes=len(request))
        told = f"{self.portions.attempts} workers ended or hung on this text; it is given up (error {error_id})"
        status = status_of(WorkerLost(told), error_id)
        response = response_from_status(message.id, status, self._pool.ready.coder_version)
        answer = Answer(response.SerializeToString(deterministic=True), status.code)
        self._metrics.texts([answer])
        return answer
