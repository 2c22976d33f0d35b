"""Sentences a second: worker processes called directly, then the same over one channel; prints the ratios.

python -m benchmarks.service_throughput [--texts 1000] [--rounds 3] [--workers 2] [--factory module:class]
"""

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

from benchmarks.service_harness import in_flight, machine, service, table
from benchmarks.service_texts import sentences
from service.client import AsyncClient, Target
from service.config import Settings
from service.frames import CodeJob, WorkerSetup
from service.gen import coder_pb2
from service.workers import WorkerPool

WIDTH = 32
SINGLE = "one worker directly, one text a job"
DIRECT = "workers directly, one text a job"
MANY = "workers directly, 32 texts a job"
UNARY = "unary, 32 in flight, one channel"
BARE = "bare nlp.pipe, all components, one core"


def requests(count: int) -> list[coder_pb2.CodeTextRequest]:
    """Make the texts that every way of calling gets."""
    return [coder_pb2.CodeTextRequest(id=str(i), text=text) for i, text in enumerate(sentences(count))]


Way = Callable[[], Awaitable[object]]


async def pool_of(workers: int, factory: str) -> WorkerPool:
    """Start worker processes without any grpc."""
    settings = Settings()
    limits = (settings.max_text_chars, settings.max_batch_texts, settings.max_batch_chars, settings.max_actors)
    pool = WorkerPool(WorkerSetup(factory, settings.model, (), limits, settings.worker_niceness), workers, 120)
    await pool.start()
    return pool


def directly(pool: WorkerPool, asked: Sequence[coder_pb2.CodeTextRequest], texts_a_job: int) -> Way:
    """Give the way that hands jobs to worker processes."""
    raws = [one.SerializeToString() for one in asked]
    jobs = [CodeJob(tuple(raws[i : i + texts_a_job]), None) for i in range(0, len(raws), texts_a_job)]
    return lambda: in_flight(len(jobs), WIDTH, lambda i: pool.run(jobs[i], 60))


def over_a_channel(client: AsyncClient, asked: Sequence[coder_pb2.CodeTextRequest]) -> dict[str, Way]:
    """Give the ways over one channel."""

    async def stream() -> None:
        assert len([one async for one in client.code_stream(asked)]) == len(asked)

    batches = [asked[i : i + 250] for i in range(0, len(asked), 250)]
    return {
        UNARY: lambda: in_flight(len(asked), WIDTH, lambda i: client.code(asked[i])),
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


async def best_rates(ways: dict[str, Way], count: int, rounds: int) -> dict[str, float]:
    """Go round all ways several times; the best of each is what other programs on the machine disturbed least."""
    best = dict.fromkeys(ways, 0.0)
    for _ in range(rounds):
        for name, way in ways.items():
            began = time.perf_counter()
            await way()
            best[name] = max(best[name], count / (time.perf_counter() - began))
    return best


def report(rates: dict[str, float], workers: int) -> None:
    """Print rates and ratios."""
    ratios = [(SINGLE, SINGLE), (DIRECT, SINGLE), (MANY, DIRECT), (UNARY, DIRECT), ("CodeBatch", UNARY)]
    ratios += [("CodeStream", UNARY), (BARE, BARE)]
    rows: list[list[object]] = [["what", "sentences/s", "ratio", "of"]]
    rows.extend([name, rates[name], rates[name] / rates[of], of] for name, of in ratios)
    share = rates["CodeStream"] / workers
    rows.append(["CodeStream, a core", share, share / rates[BARE], BARE])
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
    one, pool = await pool_of(1, a.factory), await pool_of(a.workers, a.factory)
    async with service(workers=a.workers, coder_factory=a.factory) as running, client_of(running.address) as client:
        ways = {SINGLE: directly(one, asked, 1), DIRECT: directly(pool, asked, 1), MANY: directly(pool, asked, 32)}
        ways |= over_a_channel(client, asked) | {BARE: bare_model(asked)}
        report(await best_rates(ways, a.texts, a.rounds), a.workers)
    await one.close()
    await pool.close()


def client_of(address: str) -> AsyncClient:
    """Give a client."""
    return AsyncClient(Target(address))


if __name__ == "__main__":
    asyncio.run(main())
