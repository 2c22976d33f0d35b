"""A run can end at any time and in any way: the same command goes on, and gives what an undisturbed run gives."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dataset.job import Job, write_file
from dataset.locking import held
from dataset.records import OutputError
from dataset.workers import WorkerPool
from tests.dataset.conftest import MakeJob, Watch, jsonl, stories

FORMS = [
    ("events.jsonl", ""),
    ("events.csv.gz", ""),
    ("events.parquet", ""),
    ("events.tsv", "gdelt"),
    ("plover.jsonl", "plover"),
]


class Stop(Exception):  # noqa: N818
    """Ends a run from inside."""


class StopAfter(Watch):
    def __init__(self, texts: int) -> None:
        super().__init__()
        self.limit = texts

    def advanced(self, texts: int) -> None:
        super().advanced(texts)
        if self.done >= self.limit:
            raise Stop


def stop(*_: object) -> None:
    raise Stop


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "stories.jsonl"
    faulty = [{"id": "bad", "text": "Peru.", "date": "soon"}, {"id": "raise", "text": "RAISE"}]
    path.write_text(jsonl([*stories(40), *faulty, *stories(30)]), "utf-8")
    return path


@pytest.mark.parametrize(("output", "to"), FORMS)
def test_job_goes_on_where_it_was_stopped_and_gives_the_same_bytes(
    make_job: MakeJob, archive: Path, output: str, to: str
) -> None:
    job = make_job(archive, output, to)
    whole = write_file(job, Watch())
    wanted = job.output.read_bytes()
    job.output.unlink()
    with pytest.raises(Stop):
        write_file(job, StopAfter(35))
    assert not job.output.exists()
    watch = Watch()
    resumed = write_file(job, watch)
    assert job.output.read_bytes() == wanted
    assert resumed.counts == whole.counts
    assert (resumed.resumed_after, watch.before + watch.done) == (watch.before, 72)
    assert watch.before >= 20
    assert not job.output.with_name(output + ".parts").exists()


def test_job_counts_and_records_what_it_made(make_job: MakeJob, archive: Path) -> None:
    job = make_job(archive)
    watch = Watch()
    counts = write_file(job, watch).counts
    lines = [json.loads(line) for line in job.output.read_text("utf-8").splitlines()]
    assert [line["id"] for line in lines[38:43]] == ["s38", "s39", "bad", "raise", "s0"]
    assert (counts.texts, counts.refused) == (len(lines), 2) == (72, 2)
    assert counts.events == sum(len(line["events"]) for line in lines)
    assert counts.without_events == sum(not line["events"] and not line.get("status") for line in lines)
    (fault,) = watch.faults
    assert fault.startswith("raise: a fault of the coder")
    manifest = json.loads(job.output.with_name("events.jsonl.manifest.json").read_text("utf-8"))
    assert manifest["settings"]["coder_version"] == "fake-1"
    assert manifest["settings"]["inputs"][0]["sha256"]
    assert manifest["outputs"][0]["bytes"] == job.output.stat().st_size
    assert manifest["counts"]["texts"] == 72


def test_job_that_is_done_is_not_done_again_until_something_changes(make_job: MakeJob, archive: Path) -> None:
    job = make_job(archive)
    first = write_file(job, Watch())
    again = write_file(job, Watch())
    assert (again.already_done, again.counts) == (True, first.counts)
    archive.write_text(jsonl(stories(5)), "utf-8")
    assert write_file(job, Watch()).counts.texts == 5
    job.output.write_text("spoilt", "utf-8")
    assert not write_file(job, Watch()).already_done


def test_job_does_not_mix_parts_of_different_settings(make_job: MakeJob, archive: Path) -> None:
    with pytest.raises(Stop):
        write_file(make_job(archive), StopAfter(35))
    other = make_job(archive, part_texts=7)
    with pytest.raises(OutputError, match=r"part_texts.*--restart"):
        write_file(other, Watch())
    assert write_file(make_job(archive, part_texts=7, restart=True), Watch()).counts.texts == 72


def test_job_survives_a_journal_that_a_sudden_end_has_cut(make_job: MakeJob, archive: Path) -> None:
    job = make_job(archive)
    with pytest.raises(Stop):
        write_file(job, StopAfter(35))
    journal = job.output.with_name("events.jsonl.parts") / "_journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-30])
    assert write_file(job, Watch()).counts.texts == 72
    assert len(job.output.read_text("utf-8").splitlines()) == 72


def test_job_keeps_parts_as_a_folder_of_files(make_job: MakeJob, archive: Path) -> None:
    job = make_job(archive, "events.parquet", keep_parts=True)
    write_file(job, Watch())
    assert len(list(job.output.glob("part-*.parquet"))) == 8
    table = pq.read_table(job.output)
    assert set(table["story_id"].to_pylist()) >= {"s0", "bad", "raise"}
    assert write_file(job, Watch()).already_done


def test_job_never_removes_files_that_are_not_its_own(make_job: MakeJob, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.doc").write_text("years of work", "utf-8")
    job = make_job(archive, keep_parts=True)
    job = Job(job.source, tmp_path / "mine", job.setup, keep_parts=True)
    with pytest.raises(OutputError, match=r"thesis\.doc"):
        write_file(job, Watch())
    assert (tmp_path / "mine" / "thesis.doc").exists()


def test_job_puts_refused_texts_beside_formats_that_have_no_place_for_them(make_job: MakeJob, archive: Path) -> None:
    job = make_job(archive, "events.tsv", "phoenix")
    write_file(job, Watch())
    beside = job.output.with_name("events.errors.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in beside] == ["bad", "raise"]


def test_job_leaves_the_refused_texts_of_another_output_alone(make_job: MakeJob, archive: Path) -> None:
    write_file(first := make_job(archive, "events.tsv", "phoenix"), Watch())
    beside = first.output.with_name("events.errors.jsonl")
    write_file(make_job(archive, "events.jsonl"), Watch())  # has a place for them itself
    with pytest.raises(OutputError, match=r"events\.errors\.jsonl is there already"):
        write_file(make_job(archive, "events.csv", "icews"), Watch())
    assert len(beside.read_text("utf-8").splitlines()) == 2


def test_job_that_ended_just_before_its_manifest_goes_on(
    make_job: MakeJob, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = make_job(archive)
    monkeypatch.setattr("dataset.job.write_manifest", stop)
    with pytest.raises(Stop):
        write_file(job, Watch())
    monkeypatch.undo()
    assert write_file(job, Watch()).counts.texts == 72


def test_job_of_no_texts_gives_an_output_with_a_head(make_job: MakeJob, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("\n", "utf-8")
    job = make_job(tmp_path / "none.jsonl", "events.csv.gz")
    assert write_file(job, Watch()).counts.texts == 0
    assert gzip.decompress(job.output.read_bytes()).startswith(b"story_id,event_number")
    job = make_job(tmp_path / "none.jsonl", "events.parquet")
    write_file(job, Watch())
    assert pq.read_table(job.output).num_rows == 0


def test_job_with_workers_gives_the_same_bytes_even_when_texts_kill_them(make_job: MakeJob, tmp_path: Path) -> None:
    path = tmp_path / "deadly.jsonl"
    texts = stories(60)
    path.write_text(jsonl(texts), "utf-8")
    alone = make_job(path, "alone.jsonl")
    write_file(alone, Watch())
    texts[17]["text"] = "KILL"
    path.write_text(jsonl(texts), "utf-8")
    watch = Watch()
    job = make_job(path, "together.jsonl", workers=2)
    assert write_file(job, watch).counts.refused == 1
    wanted, got = (one.output.read_text("utf-8").splitlines() for one in (alone, job))
    assert [a == b for a, b in zip(wanted, got, strict=True)] == [n != 17 for n in range(60)]
    assert "the worker process ended" in json.loads(got[17])["status"]["message"]
    assert watch.faults


def test_job_gives_a_text_another_chance_whose_workers_were_killed_from_outside(
    make_job: MakeJob, tmp_path: Path
) -> None:
    texts = stories(4)
    texts[2]["text"] = f"Peru met Chile. KILL TWICE {tmp_path / 'killed'}"
    (tmp_path / "in.jsonl").write_text(jsonl(texts), "utf-8")
    assert write_file(make_job(tmp_path / "in.jsonl", workers=2), Watch()).counts.refused == 0
    assert (tmp_path / "killed.2").exists()


def test_job_refuses_to_write_what_another_run_is_writing(make_job: MakeJob, archive: Path) -> None:
    job = make_job(archive)
    with held(job.output.with_name("events.jsonl.parts")), pytest.raises(OutputError, match="by another run"):
        write_file(job, Watch())
    write_file(job, Watch())
    assert [path.name for path in job.output.parent.glob("events*")] == ["events.jsonl", "events.jsonl.manifest.json"]


def test_workers_end_with_their_pool(make_job: MakeJob, tmp_path: Path) -> None:
    with WorkerPool(make_job(tmp_path).setup, 2) as pool:
        ids = pool.process_ids
    for process_id in ids:
        with pytest.raises(ProcessLookupError):
            os.kill(process_id, 0)


PROGRAM = """
import sys
from pathlib import Path
from coder.types import Options
from dataset.batches import BatchSetup
from dataset.job import Job, write_file
from dataset.locking import held
from dataset.reading import Source
from dataset.rendering import renderer_for
from tests.dataset.conftest import QUICK, Watch

if __name__ == "__main__":
    inputs, output = map(Path, sys.argv[1:])
    setup = BatchSetup(QUICK, Options(), explain=False, renderer=renderer_for(output))
    write_file(Job(Source([inputs]), output, setup, workers=2, part_texts=10), Watch())
"""


def test_job_killed_and_started_again_gives_the_same_bytes(make_job: MakeJob, tmp_path: Path) -> None:
    archive, program = tmp_path / "slow.jsonl", tmp_path / "program.py"
    texts = [{**story, "text": f"{story['text']} SLEEP 0.01"} for story in stories(150)]
    archive.write_text(jsonl(texts), "utf-8")
    program.write_text(PROGRAM, "utf-8")
    whole = make_job(archive, "whole.csv")
    write_file(whole, Watch())
    output = tmp_path / "killed.csv"
    command = [sys.executable, str(program), str(archive), str(output)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(command, env=environment) as running:
        journal = output.with_name("killed.csv.parts") / "_journal.jsonl"
        end = time.monotonic() + 30
        while time.monotonic() < end and not (journal.exists() and journal.read_bytes().count(b"\n") > 3):
            time.sleep(0.02)
        running.send_signal(signal.SIGKILL)
    assert running.returncode == -signal.SIGKILL
    assert not output.exists()
    subprocess.run(command, env=environment, check=True)
    assert output.read_bytes() == whole.output.read_bytes()
    manifest = json.loads(output.with_name("killed.csv.manifest.json").read_text("utf-8"))
    assert manifest["run"]["resumed_after_texts"] >= 30
