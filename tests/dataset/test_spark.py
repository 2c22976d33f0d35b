"""The same events on a cluster as on one machine; a job that is submitted again repeats nothing.

Needs PySpark (the extra `spark`) and Java; runs two executor processes on this machine (local-cluster mode) where
Spark's own launcher allows it, else two threads.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from coder.types import Options
from dataset.arrow import ArrowStep
from dataset.event_files import read_rows
from dataset.job import write_file
from dataset.rows import Row
from dataset.spark import SparkJob, run, session, shard_of
from tests.dataset.conftest import QUICK, MakeJob, Watch, jsonl, stories

pytest.importorskip("pyspark", reason="PySpark is not installed: pip install 'cameo-coder[spark]'")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java, and there is none here", allow_module_level=True)
pytestmark = pytest.mark.filterwarnings("ignore")  # Spark and py4j warn about much that is not ours

STEP = ArrowStep(QUICK, Options())


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession  # noqa: PLC0415

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder: Any = SparkSession.builder
    master = os.environ.get("CAMEO_CODER_TEST_SPARK_MASTER", "local[2]")
    builder = builder.master(master).config("spark.driver.host", "127.0.0.1").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "2").config("spark.default.parallelism", "2")
    builder = builder.config("spark.executorEnv.PYTHONPATH", os.environ.get("PYTHONPATH", "."))
    builder.config("spark.executor.memory", "512m").getOrCreate()
    found = session()
    found.sparkContext.setLogLevel("OFF")
    yield found
    found.stop()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    texts = [*stories(300), {"id": "bad", "text": "Peru.", "date": "soon"}, {"id": "raise", "text": "RAISE"}]
    (folder / "a.jsonl").write_text(jsonl(texts[:250]) + "{no json\n\n", "utf-8")
    table = {name: [text.get(name) for text in texts[250:]] for name in ("id", "text", "date")}
    pq.write_table(pa.table(table), folder / "b.parquet")
    return folder


def by_event(rows: Iterator[Row]) -> list[Row]:
    def place(row: Row) -> tuple[str, int]:
        return row["story_id"], row["event_number"]

    known = [row for row in rows if ":" not in row["story_id"]]  # what has no id is named otherwise
    return sorted(({name: value for name, value in row.items() if name != "shard"} for row in known), key=place)


def test_spark_gives_the_events_of_the_local_run(spark: Any, archive: Path, make_job: MakeJob, tmp_path: Path) -> None:
    job = SparkJob([str(archive)], str(tmp_path / "out"), STEP, shards=2, partitions=2)
    outcomes = list(run(spark, job))
    assert not [one for one in outcomes if one.fault or one.bad_files or one.skipped]
    write_file(local := make_job(archive, "local.parquet"), Watch())
    found = list(read_rows([tmp_path / "out"]))
    assert by_event(iter(found)) == by_event(read_rows([local.output]))
    assert len(found) == 303
    assert sum(row["status_code"] != 0 for row in found) == 3


def test_spark_repeats_nothing_that_is_done(spark: Any, archive: Path, tmp_path: Path) -> None:
    job = SparkJob([str(archive)], str(tmp_path / "out"), STEP, shards=2, partitions=2)
    list(run(spark, job))
    files = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")}
    assert all(one.skipped for one in run(spark, job))
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")} == files
    (archive / "c.jsonl").write_text(jsonl(stories(3)), "utf-8")
    again = list(run(spark, job))
    done = [one.shard for one in again if not one.skipped]
    assert len(done) == 1
    assert len(list(read_rows([tmp_path / "out"]))) == 306


def test_spark_leaves_out_files_that_cannot_be_read_and_names_them(spark: Any, archive: Path, tmp_path: Path) -> None:
    (archive / "z.parquet").write_bytes(b"PAR1 this is none PAR1")
    job = SparkJob([str(archive)], str(tmp_path / "out"), STEP, partitions=2)
    (outcome,) = run(spark, job)
    assert not outcome.fault
    assert [Path(name).name for name in outcome.bad_files] == ["z.parquet"]
    assert len(list(read_rows([tmp_path / "out"]))) == 303


def test_shard_of_is_the_same_in_every_job() -> None:
    assert [shard_of(f"file:/archive/{n}.jsonl", 4) for n in range(5)] == [
        shard_of(f"file:/archive/{n}.jsonl", 4) for n in range(5)
    ]
