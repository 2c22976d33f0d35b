"""Calls arriving faster than they can be coded: who is refused, how soon, and how those that got in fare.

python -m benchmarks.service_overload [--seconds 10] [--times 2] [--workers 2] [--factory module:class]
"""

import argparse
import asyncio
import time

import grpc

from benchmarks.service_harness import in_flight, machine, percentile, service, table
from benchmarks.service_texts import sentences
from service.client import AsyncClient, Target
from service.config import Settings
from service.gen import coder_pb2, coder_pb2_grpc

Times = dict[str, list[float]]


async def flood(address: str, asked: list[coder_pb2.CodeTextRequest], rate: float, seconds: float) -> Times:
    """Send calls at a fixed rate, whatever comes back, without retries; give the times by status."""
    times: Times = {}
    options = [("grpc.enable_retries", 0)]
    async with grpc.aio.insecure_channel(address, options) as channel:
        stub = coder_pb2_grpc.CoderServiceStub(channel)  # type: ignore[no-untyped-call]

        async def one(number: int) -> None:
            began = time.perf_counter()
            try:
                await stub.CodeText(asked[number % len(asked)], timeout=10)
                status = "OK"
            except grpc.aio.AioRpcError as error:
                status = error.code().name
            times.setdefault(status, []).append(time.perf_counter() - began)

        began = time.perf_counter()
        tasks: list[asyncio.Task[None]] = []
        while (elapsed := time.perf_counter() - began) < seconds:
            while len(tasks) < rate * elapsed:
                tasks.append(asyncio.create_task(one(len(tasks))))
            await asyncio.sleep(0.002)
        await asyncio.gather(*tasks)
    return times


async def main() -> None:
    """Find what the service can do, then send more."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--times", type=float, default=2, help="how much more than the service can do")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--factory", default=Settings().coder_factory)
    a = parser.parse_args()
    print(machine())
    asked = [coder_pb2.CodeTextRequest(text=text) for text in sentences(500)]
    async with service(workers=a.workers, coder_factory=a.factory) as running:
        async with AsyncClient(Target(running.address)) as client:
            await in_flight(100, 32, lambda i: client.code(asked[i]))
            seconds, _ = await in_flight(500, 32, lambda i: client.code(asked[i]))
        rate = a.times * 500 / seconds
        times = await flood(running.address, asked, rate, a.seconds)
    print(f"{500 / seconds:.0f} calls/s can be coded, {rate:.0f} calls/s were sent for {a.seconds:g} s")
    rows: list[list[object]] = [["status", "calls", "calls/s", "p50 ms", "p99 ms", "worst ms"]]
    for status, values in sorted(times.items()):
        shown = [1000 * percentile(values, share) for share in (0.5, 0.99, 1.0)]
        rows.append([status, len(values), len(values) / a.seconds, *shown])
    table(rows)


if __name__ == "__main__":
    asyncio.run(main())
