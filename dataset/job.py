"""One run from inputs to an output file: parallel, resumable, recorded in a manifest."""

import json
import os
import stat
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass
from itertools import chain, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from dataset.batches import EMPTY, BatchCoder, BatchSetup, Chunk, Counts, batched, batches_of_parts
from dataset.inputs import STANDARD_INPUT, files_of
from dataset.locking import held
from dataset.manifest import facts_of, is_current, program_versions, write_manifest
from dataset.ownership import check_made
from dataset.parts import JOURNAL, PartStore, concatenate
from dataset.reading import Source, read_source
from dataset.records import Record
from dataset.storage import stem_of
from dataset.workers import Ready, WorkerPool

PART_TEXTS = 512
WORTH_WORKERS = 256  # texts; loading coders in new processes takes longer than coding fewer
Engine = BatchCoder | WorkerPool


@dataclass(frozen=True, slots=True)
class Job:
    """What to code, how, and where to."""

    source: Source
    output: Path
    setup: BatchSetup
    workers: int = 0  # processes; 0: as many as cores, or none of its own when that would take longer
    part_texts: int = PART_TEXTS
    keep_parts: bool = False  # the output is a folder of files
    restart: bool = False  # throw away what an unfinished run has left
    overwrite: bool = False  # replace an output that is not this program's


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended."""

    counts: Counts
    resumed_after: int = 0  # texts that an earlier run had coded
    already_done: bool = False


class Watcher(Protocol):
    """Is told how a run goes on."""

    def resumed(self, texts: int) -> None:
        """So many texts have been coded by an earlier run."""

    def advanced(self, texts: int) -> None:
        """So many more texts are coded."""

    def fault(self, line: str) -> None:
        """A text could not be coded, for a reason that nobody foresaw."""


def write_stream(job: Job, stream: BinaryIO, watcher: Watcher) -> Outcome:
    """Code everything into a stream, as it comes; nothing is kept of it.

    Raises:
        CoderError: an input or the coder cannot be used.
    """
    records, count = _peeked(read_source(job.source), job)
    counts = Counts()
    stream.write(job.setup.renderer.head())
    with _engine(job, count) as engine:
        for chunk in engine.chunks(batched(records)):
            stream.write(job.setup.renderer.part(chunk.contents))
            stream.flush()
            counts += chunk.counts
            _tell(watcher, chunk)
    return Outcome(counts)


def write_file(job: Job, watcher: Watcher) -> Outcome:
    """Code everything into a file, or a folder of parts; go on where an earlier run with the same settings stopped.

    Raises:
        CoderError: an input, the output or the coder cannot be used.
    """
    folder = job.output if job.keep_parts else job.output.with_name(job.output.name + ".parts")
    if not (job.overwrite or job.keep_parts or (folder / JOURNAL).exists()):
        check_made(_outputs(job), manifest_path(job))
    with held(folder):
        return _write_held(job, folder, watcher)


def _write_held(job: Job, folder: Path, watcher: Watcher) -> Outcome:
    started = time.time()
    facts = facts_of(files_of(job.source.paths))
    store = PartStore(folder, job.setup.renderer, heads=job.keep_parts)
    records, count = _peeked(read_source(job.source), job)
    with _engine(job, count) as engine:
        ready = _ready(engine)
        settings = _settings(job, facts, ready)
        manifest = manifest_path(job)
        if not job.restart and not (folder / JOURNAL).exists() and is_current(manifest, settings):
            return Outcome(Counts(**json.loads(manifest.read_text("utf-8"))["counts"]), already_done=True)
        store.begin(settings, restart=job.restart or STANDARD_INPUT in job.source.paths)
        resumed_after = store.counts.texts
        watcher.resumed(resumed_after)
        _fill(store, engine, islice(records, resumed_after, None), job.part_texts, watcher)
    outputs = _finish(job, store)
    run = {"started": started, "seconds": round(time.time() - started, 3), "resumed_after_texts": resumed_after}
    record = {"settings": settings, "versions": {**program_versions(), **ready.versions}}
    write_manifest(manifest, {**record, "counts": asdict(store.counts), "outputs": facts_of(outputs), "run": run})
    if job.keep_parts:
        (folder / JOURNAL).unlink()
    else:
        store.clear()
    return Outcome(store.counts, resumed_after)


def manifest_path(job: Job) -> Path:
    """Give the place of a job's manifest: beside the file, inside the folder."""
    if job.keep_parts:
        return job.output / "_manifest.json"
    return job.output.with_name(job.output.name + ".manifest.json")


def errors_path(output: Path) -> Path:
    """Give the place of the answers that the output's format has no row for."""
    return output.with_name(stem_of(output) + ".errors.jsonl")


def _outputs(job: Job) -> list[Path]:
    """Give the files that a run may replace."""
    return [job.output] if job.setup.renderer.keeps_faults else [job.output, errors_path(job.output)]


def _fill(store: PartStore, engine: Engine, records: Iterable[Record], part_texts: int, watcher: Watcher) -> None:
    """Code the records that are left, a part at a time."""
    numbers: deque[int] = deque()

    def batches() -> Iterator[list[Record]]:
        for part, batch in batches_of_parts(records, part_texts):
            numbers.append(part)
            yield batch

    numbered = ((numbers.popleft(), chunk) for chunk in engine.chunks(batches()))
    for _, group in groupby(numbered, key=itemgetter(0)):
        part = EMPTY
        for _, chunk in group:
            part += chunk
            _tell(watcher, chunk)
        store.add(part)


def _finish(job: Job, store: PartStore) -> list[Path]:
    """Make the output of its parts; give its files."""
    if job.keep_parts:
        return [*store.paths, *store.error_paths]
    draft = job.output.with_name(job.output.name + ".draft")
    job.setup.renderer.join(store.paths, draft)
    draft.replace(job.output)
    if job.setup.renderer.keeps_faults:
        return [job.output]
    errors = errors_path(job.output)
    if not store.error_paths:
        errors.unlink(missing_ok=True)
        return [job.output]
    concatenate(store.error_paths, errors)
    return [job.output, errors]


def _settings(job: Job, inputs: list[dict[str, Any]], ready: Ready) -> dict[str, Any]:
    """Give all that decides about the output's bytes."""
    setup = job.setup
    return {
        "inputs": inputs,
        "input_form": str(job.source.form),
        "columns": dict(job.source.columns),
        "date": job.source.day,
        "options": asdict(setup.options),
        "explain": setup.explain,
        "format": setup.renderer.format,
        "container": setup.renderer.suffix,
        "coder_version": ready.version,
        "program_version": program_versions()["cameo-coder"],
        "model": setup.coder.model,
        "dictionaries": list(setup.coder.dictionaries),
        "lexicons": list(setup.coder.lexicons),
        "part_texts": job.part_texts,
    }


def _peeked(records: Iterator[Record], job: Job) -> tuple[Iterator[Record], int]:
    """Look how many texts there are, as far as it matters; what comes through a pipe is not waited for."""
    if job.workers or _is_pipe(job.source.paths):
        return records, 0
    first = list(islice(records, WORTH_WORKERS))
    return chain(first, records), len(first)


def _is_pipe(paths: Iterable[Path]) -> bool:
    return STANDARD_INPUT in paths and not stat.S_ISREG(os.fstat(0).st_mode)


def _engine(job: Job, count: int) -> AbstractContextManager[Engine]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    workers = job.workers or (cores if count >= WORTH_WORKERS and cores > 1 else 0)
    return WorkerPool(job.setup, workers) if workers else nullcontext(BatchCoder(job.setup))


def _ready(engine: Engine) -> Ready:
    if isinstance(engine, WorkerPool):
        return engine.ready
    return Ready(engine.coder.version, dict(engine.coder.versions()))


def _tell(watcher: Watcher, chunk: Chunk) -> None:
    watcher.advanced(chunk.counts.texts)
    for line in chunk.faults:
        watcher.fault(line)
