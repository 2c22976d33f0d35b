"""Who is taken from the line together."""

import asyncio
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from service.errors import DeadlinePassed
from service.frames import CodeJob, Reply, ResolveJob
from service.line import Line, Ticket, together

MakeTicket = Callable[..., Ticket]


@pytest.fixture
def ticket() -> Iterator[MakeTicket]:
    """Writes a ticket."""
    loop = asyncio.new_event_loop()

    def make(texts: int = 1, size: int = 10, job: CodeJob | ResolveJob | None = None, **fields: Any) -> Ticket:
        return Ticket(job or CodeJob((b"x" * size,) * texts), 1, reply=loop.create_future(), **fields)

    yield make
    loop.close()


def turns(tickets: list[Ticket], workers: int = 1) -> list[int]:
    """Give how many tickets each turn takes until all are gone."""
    line = Line(texts=4, request_bytes=100)
    for one in tickets:
        line.join(one)
    taken: list[list[Ticket]] = []
    while line:
        taken.append(line.take(workers))
    assert [one for turn in taken for one in turn] == tickets  # first come, first served
    return list(map(len, taken))


def test_line_takes_up_to_the_limit_of_texts(ticket: MakeTicket) -> None:
    assert turns([ticket() for _ in range(9)]) == [4, 4, 1]
    assert turns([ticket(2), ticket(2), ticket(9), ticket()]) == [2, 1, 1]


def test_line_takes_up_to_the_limit_of_bytes(ticket: MakeTicket) -> None:
    assert turns([ticket(size=50), ticket(size=50), ticket(size=900), ticket()]) == [2, 1, 1]


def test_line_leaves_other_workers_their_share(ticket: MakeTicket) -> None:
    assert turns([ticket() for _ in range(7)], workers=3) == [3, 2, 1, 1]


def test_line_leaves_alone_what_must_be_alone(ticket: MakeTicket) -> None:
    name = ticket(job=ResolveJob("Clinton", ""))
    assert turns([ticket(), name, ticket(apart=True), ticket(), ticket()]) == [1, 1, 1, 2]


def test_line_lets_merged_texts_keep_their_time(ticket: MakeTicket) -> None:
    now = time.monotonic()
    job = together([ticket(2, deadline=now + 100), ticket(), ticket(deadline=now - 1)])
    assert isinstance(job, CodeJob)
    assert len(job.requests) == 4
    assert job.budgets_s[:2] == pytest.approx((100, 100), abs=1)
    assert job.budgets_s[2:] == (None, 0.0)


def test_line_tells_only_those_who_wait_that_they_are_late(ticket: MakeTicket) -> None:
    line, taken, late = Line(4, 100), ticket(), ticket()
    line.join(taken)
    assert line.take(1) == [taken]
    line.join(late)
    for one in (taken, late):
        line.expire(one)
    assert isinstance(late.reply.exception(), DeadlinePassed)
    assert not taken.reply.done()
    assert len(line) == 0


def test_line_answers_nobody_who_has_left(ticket: MakeTicket) -> None:
    gone = ticket()
    gone.reply.cancel()
    gone.answer(Reply(()))
    gone.fail(ValueError())
    assert gone.reply.cancelled()
