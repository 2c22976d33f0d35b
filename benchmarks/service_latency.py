"""Latency of one sentence on an idle service against the bare parse, and of health checks at full load.

python -m benchmarks.service_latency [--texts 300] [--workers 2] [--factory module:class]
"""

import argparse
import asyncio
import time

import spacy

from benchmarks.service_harness import in_flight, machine, percentile, service, table
from benchmarks.service_texts import sentences
from service.client import AsyncClient, Target
from service.config import Settings
from service.gen import coder_pb2


def parse_times(texts: list[str]) -> list[float]:
    """Time the bare parse, all components, of each text."""
    nlp = spacy.load(Settings().model)
    list(nlp.pipe(texts[:50]))
    times = []
    for text in texts:
        began = time.perf_counter()
        nlp(text)
        times.append(time.perf_counter() - began)
    return times


async def health_under_load(client: AsyncClient, asked: list[coder_pb2.CodeTextRequest]) -> list[float]:
    """Keep 64 calls in flight, and time a health check every 20 ms until they have ended."""
    load = asyncio.create_task(in_flight(len(asked), 64, lambda i: client.code(asked[i])))
    times: list[float] = []
    while not load.done():
        began = time.perf_counter()
        assert await client.is_serving()
        times.append(time.perf_counter() - began)
        await asyncio.sleep(0.02)
    return times


async def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=300)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--factory", default=Settings().coder_factory)
    a = parser.parse_args()
    print(machine())
    texts = sentences(a.texts)
    asked = [coder_pb2.CodeTextRequest(text=text) for text in texts]
    bare = parse_times(texts)
    async with (
        service(workers=a.workers, coder_factory=a.factory) as running,
        AsyncClient(Target(running.address)) as client,
    ):
        await client.code_batch(asked[:50])
        _, idle = await in_flight(len(asked), 1, lambda i: client.code(asked[i]))
        health = await health_under_load(client, asked * 5)
    rows: list[list[object]] = [["what", "p50 ms", "p99 ms", "worst ms"]]
    for name, times in (("bare parse", bare), ("CodeText, idle service", idle), ("health check at full load", health)):
        rows.append([name, *(1000 * percentile(times, share) for share in (0.5, 0.99, 1.0))])
    table(rows)
    print(f"CodeText p50 / bare parse p50: {percentile(idle, 0.5) / percentile(bare, 0.5):.2f}")


if __name__ == "__main__":
    asyncio.run(main())
