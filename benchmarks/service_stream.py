"""One long stream, its reader slow at first: memory of front and workers, and how far the sender gets ahead.

python -m benchmarks.service_stream [--texts 200000] [--workers 2] [--factory module:class]
"""

import argparse
import asyncio
import time
from collections.abc import Iterator

from benchmarks.service_harness import Service, machine, resident_mb, service, table
from benchmarks.service_texts import sentences
from service.client import AsyncClient, Target
from service.config import Settings
from service.gen import coder_pb2

SLOW_ANSWERS = 200
PAUSE_S = 0.02


class Sender:
    """Gives requests, and counts them."""

    def __init__(self, count: int) -> None:
        """Give `count` requests."""
        self.sent = 0
        self._count = count
        self._texts = sentences(5000)

    def __iter__(self) -> Iterator[coder_pb2.CodeTextRequest]:
        """Give them one by one."""
        for number in range(self._count):
            self.sent += 1
            yield coder_pb2.CodeTextRequest(id=str(number), text=self._texts[number % len(self._texts)])


async def run(running: Service, count: int) -> list[list[object]]:
    """Stream; give a row of memory for each tenth."""
    rows: list[list[object]] = [["answers", "sent ahead", "front MB", "workers MB", "answers/s"]]
    sender, answered, began = Sender(count), 0, time.perf_counter()
    async with AsyncClient(Target(running.address)) as client:
        async for answer in client.code_stream(sender):
            assert answer.id == str(answered)
            answered += 1
            if answered <= SLOW_ANSWERS:
                await asyncio.sleep(PAUSE_S)
            if answered == SLOW_ANSWERS or answered % max(1, count // 10) == 0:
                workers = sum(resident_mb(pid) for pid in running.children())
                rate = answered / (time.perf_counter() - began)
                rows.append([answered, sender.sent - answered, resident_mb(running.process.pid), workers, rate])
    assert answered == count
    return rows


async def main() -> None:
    """Stream and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=200_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--factory", default=Settings().coder_factory)
    a = parser.parse_args()
    print(machine())
    async with service(workers=a.workers, coder_factory=a.factory) as running:
        table(await run(running, a.texts))
    print(f"the first {SLOW_ANSWERS} answers were read one every {1000 * PAUSE_S:g} ms")


if __name__ == "__main__":
    asyncio.run(main())
