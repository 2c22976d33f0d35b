"""The line of jobs that wait for a worker: first come, first served, and neighbours together when many wait."""

import asyncio
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from service.errors import DeadlinePassed
from service.frames import CodeJob, Reply, ResolveJob


@dataclass(slots=True, eq=False)
class Ticket:
    """One caller's job and its own reply; a caller that leaves cancels the reply.

    Args:
        job: what to do.
        limit_s: longest work before the worker is given up.
        deadline: event loop time after which the job is not worked on; None for never.
        apart: whether the job shall have a worker to itself.
    """

    job: CodeJob | ResolveJob
    limit_s: float
    deadline: float | None = None
    apart: bool = False
    reply: "asyncio.Future[Reply]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    @property
    def requests(self) -> tuple[bytes, ...]:
        """What there is to code; nothing when a name is looked up."""
        return self.job.requests if isinstance(self.job, CodeJob) else ()

    @property
    def texts(self) -> int:
        """How many answers there will be."""
        return len(self.requests) or 1

    @property
    def sociable(self) -> bool:
        """Whether the job may share a worker with others."""
        return isinstance(self.job, CodeJob) and not self.apart

    def answer(self, reply: Reply) -> None:
        """Give the reply to the caller, if it is still there."""
        if not self.reply.done():
            self.reply.set_result(reply)

    def fail(self, error: Exception) -> None:
        """Tell the caller, if it is still there."""
        if not self.reply.done():
            self.reply.set_exception(error)
            self.reply.exception()  # looked at, or the loop complains when the caller leaves before it wakes


class Line:
    """Tickets in the order in which they came."""

    def __init__(self, texts: int, request_bytes: int) -> None:
        """Let jobs of up to `texts` texts and `request_bytes` bytes in all be taken together; 1 text: each alone."""
        self._texts = texts
        self._bytes = request_bytes
        self._tickets: dict[Ticket, None] = {}

    def __len__(self) -> int:
        """How many wait."""
        return len(self._tickets)

    def join(self, ticket: Ticket) -> None:
        """Stand at the end."""
        self._tickets[ticket] = None

    def leave(self, ticket: Ticket) -> None:
        """Wait no longer; nothing happens to one that has been taken."""
        self._tickets.pop(ticket, None)

    def expire(self, ticket: Ticket) -> None:
        """Tell a ticket that still waits that its deadline has passed."""
        if ticket in self._tickets:
            self.leave(ticket)
            ticket.fail(DeadlinePassed("the deadline passed while the call waited for a worker"))

    def take(self, workers: int) -> list[Ticket]:
        """Take the first, with those right behind it that may come along, but no more than one worker's share."""
        share = math.ceil(len(self) / max(1, workers))
        first = next(iter(self._tickets))
        taken = [first]
        texts, size = first.texts, sum(map(len, first.requests))
        for ticket in islice(self._tickets, 1, share if first.sociable else 1):
            texts += ticket.texts
            size += sum(map(len, ticket.requests))
            if not ticket.sociable or texts > self._texts or size > self._bytes:
                break
            taken.append(ticket)
        for ticket in taken:
            self.leave(ticket)
        return taken


def together(tickets: Sequence[Ticket]) -> CodeJob | ResolveJob:
    """Give the job that does what all `tickets` ask; each text keeps the time that its caller still has."""
    job = tickets[0].job
    if isinstance(job, ResolveJob):
        return job
    now = time.monotonic()
    budgets: list[float | None] = []
    for ticket in tickets:
        budget = None if ticket.deadline is None else max(0.0, ticket.deadline - now)
        budgets += [budget] * ticket.texts
    return CodeJob(tuple(request for ticket in tickets for request in ticket.requests), tuple(budgets))
