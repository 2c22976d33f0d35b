"""Resident memory of front and workers under full load of ever-new words; writes a table and a plot (SVG).

python -m benchmarks.service_memory [--minutes 30] [--plot docs/memory.svg] [--workers 2] [--factory module:class]
"""

import argparse
import asyncio
import itertools
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.service_harness import Service, machine, resident_mb, service, table
from benchmarks.service_texts import with_new_words
from service.client import AsyncClient, Target
from service.config import Settings
from service.gen import coder_pb2

WIDTH, HEIGHT, MARGIN = 720, 300, 48
WARM_UP_TEXTS = 20_000  # of each worker: by then each memory of words has been full once


class Sample(NamedTuple):
    """What was seen at one moment."""

    minute: float
    sentences: int
    front_mb: float
    workers_mb: float


class Load:
    """A stream of sentences with new names, and how many have been answered."""

    def __init__(self, client: AsyncClient) -> None:
        """Take the client to send them with."""
        self.answered = 0
        self._client = client

    async def run(self, seconds: float) -> None:
        """Stream until the time is over."""
        until = time.perf_counter() + seconds
        texts = itertools.takewhile(lambda _: time.perf_counter() < until, with_new_words())
        async for _ in self._client.code_stream(coder_pb2.CodeTextRequest(text=text) for text in texts):
            self.answered += 1


async def sample(running: Service, load: Load, seconds: float, every_s: float) -> list[Sample]:
    """Look at the memory from time to time."""
    samples: list[Sample] = []
    began = time.perf_counter()
    while (elapsed := time.perf_counter() - began) < seconds:
        workers = sum(resident_mb(pid) for pid in running.children())
        samples.append(Sample(elapsed / 60, load.answered, resident_mb(running.process.pid), workers))
        await asyncio.sleep(every_s)
    return samples


def plot(samples: list[Sample], warm: Sample, path: Path) -> None:
    """Draw both lines over time, and where the warm-up ends."""
    last, top = samples[-1].minute, 1.1 * max(s.workers_mb for s in samples)

    def across(minute: float) -> float:
        return MARGIN + minute / last * (WIDTH - 2 * MARGIN)

    def line(values: Iterable[float], colour: str) -> str:
        heights = (HEIGHT - MARGIN - value / top * (HEIGHT - 2 * MARGIN) for value in values)
        points = " ".join(f"{across(s.minute):.1f},{y:.1f}" for s, y in zip(samples, heights, strict=True))
        return f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{points}"/>'

    x = f"{across(warm.minute):.1f}"
    mark = f'<path stroke="#999" stroke-dasharray="4" d="M{x},{MARGIN} V{HEIGHT - MARGIN}"/>'
    words = [
        (MARGIN, 20, "Resident memory in MB: workers together (blue), front (orange); dashed: warm"),
        (4, MARGIN, f"{top:.0f}"),
        (4, HEIGHT - MARGIN, "0"),
        (MARGIN, HEIGHT - 16, "0 minutes"),
        (WIDTH - 2 * MARGIN, HEIGHT - 16, f"{last:.0f} minutes"),
    ]
    shown = [f'<text x="{x}" y="{y}" font-family="sans-serif" font-size="13">{text}</text>' for x, y, text in words]
    lines = [line([s.workers_mb for s in samples], "#1f77b4"), line([s.front_mb for s in samples], "#ff7f0e")]
    body = "\n".join([*shown, mark, *lines])
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">\n{body}\n</svg>\n')


async def main() -> None:
    """Load, sample, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--plot", type=Path, default=None)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--factory", default=Settings().coder_factory)
    a = parser.parse_args()
    print(machine())
    seconds = 60 * a.minutes
    async with (
        service(workers=a.workers, coder_factory=a.factory) as running,
        AsyncClient(Target(running.address)) as client,
    ):
        load = Load(client)
        sampling = asyncio.create_task(sample(running, load, seconds, max(0.5, seconds / 200)))
        await load.run(seconds)
        samples = await sampling
    at = next((i for i, s in enumerate(samples) if s.sentences >= a.workers * WARM_UP_TEXTS), len(samples) - 1)
    rows: list[list[object]] = [["minute", "sentences", "front MB", "workers MB"]]
    shown = (samples[i] for i in (0, at, (at + len(samples)) // 2, -1))
    rows.extend([round(s.minute, 2), s.sentences, s.front_mb, s.workers_mb] for s in shown)
    table(rows)
    for name, values in (("front", [s.front_mb for s in samples]), ("workers", [s.workers_mb for s in samples])):
        since = [value / values[at] - 1 for value in values[at:]]
        print(f"{name}, since the warm-up: {since[-1]:+.1%}, between {min(since):+.1%} and {max(since):+.1%}")
    if a.plot:
        plot(samples, samples[at], a.plot)


if __name__ == "__main__":
    asyncio.run(main())
