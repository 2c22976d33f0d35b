"""Sentences a second: worker processes called directly, then the same over one channel; prints the ratios.

python -m benchmarks.service_throughput [--texts 1000] [--rounds 3] [--workers 2] [--factory module:class]
"""

import argparse
import asyncio
import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from benchmarks.service_harness import cpu_s, in_flight, machine, service, table
from benchmarks.service_texts import sentences
from service.client import AsyncClient, Target
from service.config import Settings
from service.frames import CodeJob, WorkerSetup
from service.gen import coder_pb2
from service.line import Line, Ticket
from service.workers import WorkerPool

WIDTH = 32
SINGLE = "one worker directly, one text a job"
DIRECT = "workers directly, one text a job"
MERGED = "workers directly, waiting jobs together"
MANY = "workers directly, 32 texts a job"
UNARY = "unary, 32 in flight, one channel"
APART = "unary, each alone (MERGE_TEXTS=1)"
BARE = "bare nlp.pipe, all components, one core"


def requests(count: int) -> list[coder_pb2.CodeTextRequest]:
    """Make the texts that every way of calling gets."""
    return [coder_pb2.CodeTextRequest(id=str(i), text=text) for i, text in enumerate(sentences(count))]


Way = Callable[[], Awaitable[object]]


@asynccontextmanager
async def pool_of(workers: int, factory: str, merge_texts: int) -> AsyncIterator[WorkerPool]:
    """Start worker processes without any grpc."""
    settings = Settings()
    limits = (settings.max_text_chars, settings.max_batch_texts, settings.max_batch_chars, settings.max_actors)
    setup = WorkerSetup(factory, settings.model, (), limits, settings.worker_niceness)
    pool = WorkerPool(setup, workers, settings.worker_start_timeout_s, Line(merge_texts, settings.merge_bytes))
    await pool.start()
    yield pool
    await pool.close()


def directly(pool: WorkerPool, asked: Sequence[coder_pb2.CodeTextRequest], texts_a_job: int) -> Way:
    """Give the way that hands jobs to worker processes."""
    raws = [one.SerializeToString() for one in asked]
    jobs = [CodeJob(tuple(raws[i : i + texts_a_job])) for i in range(0, len(raws), texts_a_job)]
    return lambda: in_flight(len(jobs), WIDTH, lambda i: pool.run(Ticket(jobs[i], 60)))


@asynccontextmanager
async def client_of(workers: int, factory: str, merge_texts: int) -> AsyncIterator[AsyncClient]:
    """Start a service, and give a client with one channel to it."""
    async with (
        service(workers=workers, coder_factory=factory, merge_texts=merge_texts) as running,
        AsyncClient(Target(running.address)) as client,
    ):
        yield client


def unary(client: AsyncClient, asked: Sequence[coder_pb2.CodeTextRequest]) -> Way:
    """Give the way of a call for each text."""
    return lambda: in_flight(len(asked), WIDTH, lambda i: client.code(asked[i]))


def over_a_channel(client: AsyncClient, asked: Sequence[coder_pb2.CodeTextRequest]) -> dict[str, Way]:
    """Give the ways over one channel."""

    async def stream() -> None:
        assert len([one async for one in client.code_stream(asked)]) == len(asked)

    batches = [asked[i : i + 250] for i in range(0, len(asked), 250)]
    return {
        UNARY: unary(client, asked),
        "CodeBatch": lambda: in_flight(len(batches), 4, lambda i: client.code_batch(batches[i])),
        "CodeStream": stream,
    }


def bare_model(asked: Sequence[coder_pb2.CodeTextRequest]) -> Way:
    """Give the way of `nlp.pipe` with all components, on one core."""
    import spacy  # noqa: PLC0415  (slow, and only here)

    nlp = spacy.load(Settings().model)

    async def way() -> None:
        list(nlp.pipe([one.text for one in asked], batch_size=128))

    return way


async def measure(ways: dict[str, Way], count: int, rounds: int) -> tuple[dict[str, float], dict[str, float]]:
    """Go round all ways several times; give the best rate of each, which other programs disturbed least.

    Beside it the least processor time of a text, in milliseconds, of workers, service and caller together.
    """
    rates, costs = dict.fromkeys(ways, 0.0), dict.fromkeys(ways, math.inf)
    for _ in range(rounds):
        for name, way in ways.items():
            began, used = time.perf_counter(), cpu_s()
            await way()
            rates[name] = max(rates[name], count / (time.perf_counter() - began))
            costs[name] = min(costs[name], 1000 * (cpu_s() - used) / count)
    return rates, costs


def report(rates: dict[str, float], costs: dict[str, float], workers: int) -> None:
    """Print rates, costs and ratios."""
    ratios = [(SINGLE, SINGLE), (DIRECT, SINGLE), (MERGED, DIRECT), (MANY, DIRECT), (APART, DIRECT), (UNARY, DIRECT)]
    ratios += [
        (UNARY, MERGED),
        *((how, of) for how in ("CodeBatch", "CodeStream") for of in (UNARY, APART)),
        (BARE, BARE),
    ]
    rows: list[list[object]] = [["what", "sentences/s", "CPU ms each", "ratio", "of"]]
    rows.extend([name, rates[name], costs[name], rates[name] / rates[of], of] for name, of in ratios)
    share = rates["CodeStream"] / workers
    rows.append(["CodeStream, a core", share, costs["CodeStream"], share / rates[BARE], BARE])
    table(rows)


async def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--factory", default=Settings().coder_factory)
    a = parser.parse_args()
    print(machine())
    asked = requests(a.texts)
    async with AsyncExitStack() as stack:
        one, apart, merged = [
            await stack.enter_async_context(pool_of(workers, a.factory, merge_texts))
            for workers, merge_texts in ((1, 1), (a.workers, 1), (a.workers, Settings().merge_texts))
        ]
        client, alone = [
            await stack.enter_async_context(client_of(a.workers, a.factory, merge_texts))
            for merge_texts in (Settings().merge_texts, 1)
        ]
        ways = {SINGLE: directly(one, asked, 1), DIRECT: directly(apart, asked, 1), MERGED: directly(merged, asked, 1)}
        ways |= {MANY: directly(apart, asked, 32), APART: unary(alone, asked), BARE: bare_model(asked)}
        report(*await measure(ways | over_a_channel(client, asked), a.texts, a.rounds), a.workers)


if __name__ == "__main__":
    asyncio.run(main())
