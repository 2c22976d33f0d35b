"""Resident memory of front and workers under full load of ever-new words; writes a table and a plot (SVG).

python -m benchmarks.service_memory [--minutes 30] [--plot docs/memory.svg] [--workers 2] [--factory module:class]
"""

import argparse
import asyncio
import itertools
import time
from pathlib import Path

from benchmarks.service_harness import Service, machine, resident_mb, service, table
from benchmarks.service_texts import with_new_words
from service.client import AsyncClient, Target
from service.config import Settings
from service.gen import coder_pb2

WIDTH, HEIGHT, MARGIN = 720, 300, 48
WARM_UP_SHARE = 0.1
Sample = tuple[float, float, float]


async def sample(running: Service, seconds: float, every_s: float) -> list[Sample]:
    """Give (minute, front MB, workers MB) over time."""
    samples: list[Sample] = []
    began = time.perf_counter()
    while (elapsed := time.perf_counter() - began) < seconds:
        workers = sum(resident_mb(pid) for pid in running.children())
        samples.append((elapsed / 60, resident_mb(running.process.pid), workers))
        await asyncio.sleep(every_s)
    return samples


async def load(client: AsyncClient, seconds: float) -> int:
    """Stream sentences with new names until the time is over; give their number."""
    until = time.perf_counter() + seconds
    texts = itertools.takewhile(lambda _: time.perf_counter() < until, with_new_words())
    count = 0
    async for _ in client.code_stream(coder_pb2.CodeTextRequest(text=text) for text in texts):
        count += 1
    return count


def plot(samples: list[Sample], path: Path) -> None:
    """Draw both lines over time."""
    last, top = samples[-1][0], 1.1 * max(max(front, workers) for _, front, workers in samples)

    def line(column: int, colour: str) -> str:
        at = [
            (MARGIN + s[0] / last * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - s[column] / top * (HEIGHT - 2 * MARGIN))
            for s in samples
        ]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
        return f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{points}"/>'

    words = [
        (MARGIN, 20, "Resident memory in MB: workers together (blue), front (orange)"),
        (4, MARGIN, f"{top:.0f}"),
        (4, HEIGHT - MARGIN, "0"),
        (MARGIN, HEIGHT - 16, "0 minutes"),
        (WIDTH - 2 * MARGIN, HEIGHT - 16, f"{last:.0f} minutes"),
    ]
    shown = [f'<text x="{x}" y="{y}" font-family="sans-serif" font-size="13">{text}</text>' for x, y, text in words]
    body = "\n".join([*shown, line(2, "#1f77b4"), line(1, "#ff7f0e")])
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
        sampling = asyncio.create_task(sample(running, seconds, max(0.5, seconds / 200)))
        count = await load(client, seconds)
        samples = await sampling
    warm = samples[int(WARM_UP_SHARE * len(samples))]
    rows: list[list[object]] = [["minute", "front MB", "workers MB"]]
    rows.extend(
        [round(values[0], 2), *values[1:]] for values in (samples[0], warm, samples[len(samples) // 2], samples[-1])
    )
    table(rows)
    for name, column in (("front", 1), ("workers", 2)):
        print(
            f"{name}: {100 * (samples[-1][column] / warm[column] - 1):+.1f} % since warm-up, over {count:,} sentences"
        )
    if a.plot:
        plot(samples, a.plot)


if __name__ == "__main__":
    asyncio.run(main())
