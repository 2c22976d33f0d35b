"""What the service's benchmarks share: a service in processes of its own, the machine's name, numbers and tables."""

import asyncio
import json
import os
import platform
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Service:
    """A running service."""

    process: "subprocess.Popen[str]"
    port: int

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"127.0.0.1:{self.port}"

    def children(self) -> list[int]:
        """The worker processes."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in path.read_text().split()]


@asynccontextmanager
async def service(**settings: object) -> AsyncIterator[Service]:
    """Start ``python -m service`` with these settings, and drain it at the end."""
    running = await asyncio.to_thread(_start, settings)
    try:
        yield running
    finally:
        running.process.terminate()
        await asyncio.to_thread(running.process.wait, 60)


def _start(settings: dict[str, object]) -> Service:
    wanted = {"port": 0, "drain_delay_s": 0, "log_level": "INFO"} | settings
    environment = os.environ | {f"CAMEO_CODER_{key.upper()}": str(value) for key, value in wanted.items()}
    command = [sys.executable, "-m", "service"]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)  # noqa: S603
    assert process.stderr
    for line in process.stderr:
        record = json.loads(line)
        if record["event"] == "serving":
            threading.Thread(target=_drop, args=(process.stderr,), daemon=True).start()
            return Service(process, record["port"])
    return sys.exit("the service did not start: run python -m service to see why")


def _drop(lines: Iterable[str]) -> None:
    for _ in lines:
        pass


async def in_flight(count: int, width: int, call: Callable[[int], Awaitable[object]]) -> tuple[float, list[float]]:
    """Make `count` calls, `width` at a time; give the whole time and each call's, in seconds."""
    numbers = iter(range(count))
    times: list[float] = []

    async def lane() -> None:
        for number in numbers:
            began = time.perf_counter()
            await call(number)
            times.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(lane() for _ in range(width)))
    return time.perf_counter() - began, times


def percentile(values: Sequence[float], share: float) -> float:
    """Give the value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def resident_mb(pid: int) -> float:
    """Give a process's resident memory."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def cpu_s() -> float:
    """Give the processor time that this program and all that it started have used so far.

    Other programs on the machine change it little, unlike the time on the clock.
    """
    return sum(map(_cpu_of, _family(os.getpid())))


def _family(pid: int) -> list[int]:
    started = [child for thread in Path(f"/proc/{pid}/task").glob("*/children") for child in thread.read_text().split()]
    return [pid, *(one for child in started for one in _family(int(child)))]


def _cpu_of(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def machine() -> str:
    """Name the machine, its free cores and its load: a loaded machine makes slow numbers."""
    cores = len(os.sched_getaffinity(0))
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.split(":")[1].strip() for line in lines if "model name" in line), "?")
    return f"{cores} cores of {model}, load {os.getloadavg()[0]:.1f}, CPython {platform.python_version()}"


def table(rows: Sequence[Sequence[object]]) -> None:
    """Print rows as a Markdown table; the first is the head."""
    shown = [[f"{cell:,.3g}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in shown) for i in range(len(shown[0]))]
    for number, row in enumerate(shown):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
