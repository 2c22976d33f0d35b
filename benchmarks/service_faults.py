"""Workers killed under load, then the service told to stop under load: no accepted call may be lost.

python -m benchmarks.service_faults [--seconds 20] [--workers 2] [--factory module:class]
"""

import argparse
import asyncio
import os
import signal
import time
from collections import Counter

import grpc

from benchmarks.service_harness import Service, machine, service, table
from benchmarks.service_texts import sentences
from service.config import Settings
from service.gen import coder_pb2, coder_pb2_grpc

KILL_EVERY_S = 3.0


async def load(running: Service, seconds: float, statuses: Counter[str]) -> None:
    """Keep 32 calls in flight without retries by the client, and count how they end."""
    asked = [coder_pb2.CodeTextRequest(text=text) for text in sentences(500)]
    async with grpc.aio.insecure_channel(running.address, [("grpc.enable_retries", 0)]) as channel:
        stub = coder_pb2_grpc.CoderServiceStub(channel)  # type: ignore[no-untyped-call]
        until = time.perf_counter() + seconds

        async def lane(number: int) -> None:
            while time.perf_counter() < until:
                try:
                    await stub.CodeText(asked[number % len(asked)])
                    statuses["OK"] += 1
                except grpc.aio.AioRpcError as error:
                    statuses[error.code().name] += 1
                    if error.code() == grpc.StatusCode.UNAVAILABLE:
                        return
                number += 32

        await asyncio.gather(*(lane(i) for i in range(32)))


async def kill_workers(running: Service, seconds: float, workers: int) -> list[float]:
    """Kill one worker every few seconds; give the times until all were there again."""
    back: list[float] = []
    for _ in range(int(seconds / KILL_EVERY_S)):
        victim = running.children()[0]
        os.kill(victim, signal.SIGKILL)
        began = time.perf_counter()
        while victim in running.children() or len(running.children()) < workers:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        back.append(time.perf_counter() - began)
        await asyncio.sleep(max(0.0, KILL_EVERY_S - back[-1]))
    return back


async def main() -> None:
    """Do both and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--factory", default=Settings().coder_factory)
    a = parser.parse_args()
    print(machine())
    killed: Counter[str] = Counter()
    stopped: Counter[str] = Counter()
    async with service(workers=a.workers, coder_factory=a.factory, drain_delay_s=1) as running:
        under_load = asyncio.create_task(load(running, a.seconds, killed))
        back = await kill_workers(running, a.seconds - KILL_EVERY_S, a.workers)
        await under_load
        under_load = asyncio.create_task(load(running, 30, stopped))
        await asyncio.sleep(2)
        running.process.terminate()
        await under_load
        code = await asyncio.to_thread(running.process.wait, 60)
    rows: list[list[object]] = [["what", "OK", "UNAVAILABLE", "other"]]
    for name, seen in ((f"{len(back)} workers killed", killed), ("SIGTERM", stopped)):
        rest = sum(seen.values()) - seen["OK"] - seen["UNAVAILABLE"]
        rows.append([name, seen["OK"], seen["UNAVAILABLE"], rest])
    table(rows)
    print(f"a new process after {max(back):.2f} s at worst; exit code after SIGTERM: {code}")
    assert set(killed) == {"OK"}
    assert set(stopped) <= {"OK", "UNAVAILABLE"}
    assert code == 0


if __name__ == "__main__":
    asyncio.run(main())
