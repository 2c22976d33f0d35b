"""The formats of the field: what each column says, and that what can be read back comes back the same."""

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from dataset.event_files import read_rows, write_rows
from dataset.formats import FORMATS
from dataset.job import write_file
from dataset.records import InputError, OutputError
from dataset.rendering import renderer_for
from dataset.rows import Row
from tests.dataset.conftest import MakeJob, Watch, jsonl, stories

DOCS = Path(__file__).parents[2] / "docs" / "formats.md"


@pytest.fixture
def rows(make_job: MakeJob, tmp_path: Path) -> list[Row]:
    texts = [*stories(6), {"id": 'odd\t"id", ü', "text": "Peru\tmet\n“Chile” met Peru.", "date": "2016-08-18"}]
    (tmp_path / "in.jsonl").write_text(jsonl([*texts, {"id": "bad", "text": ""}]), "utf-8")
    write_file(job := make_job(tmp_path / "in.jsonl"), Watch())
    return list(read_rows([job.output]))


def fields(rows: list[Row], name: str, tmp_path: Path) -> list[dict[str, Any]]:
    """Write rows as a tab-separated format and read them by the names of its columns."""
    path = tmp_path / f"{name}.tsv"
    write_rows(rows, path, renderer_for(path, name))
    names = [column.name for column in FORMATS[name].columns]
    lines = path.read_text("utf-8").splitlines()
    if FORMATS[name].header:
        assert lines.pop(0).split("\t") == names
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines]


@pytest.mark.parametrize("suffix", [".csv", ".csv.gz", ".tsv.bz2", ".parquet"])
def test_table_comes_back_as_it_went(rows: list[Row], tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"table{suffix}"
    write_rows(rows, path, renderer_for(path))
    blanks = str.maketrans("\t\n", "  ") if "tsv" in suffix else {}
    expected = [{k: v.translate(blanks) if isinstance(v, str) else v for k, v in row.items()} for row in rows]
    assert list(read_rows([path])) == expected


def test_table_has_a_row_for_every_text(rows: list[Row]) -> None:
    by_story = {row["story_id"]: row for row in rows}
    assert by_story["s3"]["event_number"] == 0
    assert by_story["s3"]["status_code"] == 0
    assert (by_story["bad"]["status_code"], by_story["bad"]["status_message"]) == (3, "text: is empty")
    assert (by_story["s1"]["source_code"], by_story["s1"]["event_code"], by_story["s1"]["quad_class"]) == (
        "PER",
        "111",
        3,
    )


def test_parquet_table_has_days_and_keeps_leading_zeros(rows: list[Row], tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    write_rows(rows, path, renderer_for(path))
    table = pq.read_table(path)
    assert str(table.schema.field("date").type) == "date32[day]"
    assert "040" in table["event_code"].to_pylist()


def test_phoenix_has_its_26_columns(rows: list[Row], tmp_path: Path) -> None:
    first, *_ = fields(rows, "phoenix", tmp_path)
    assert len(first) == 26
    assert (first["EventID"], first["Date"], first["Month"], first["Day"]) == ("s0#1", "20200101", "1", "1")
    assert (first["SourceActorFull"], first["EventCode"], first["EventRootCode"]) == ("PER", "040", "04")
    assert first["PentaClass"] == "1"


def test_phoenix_counts_statements_apart(rows: list[Row]) -> None:
    penta = FORMATS["phoenix"].fields[15]
    assert penta.column.name == "PentaClass"
    assert penta.cell({**rows[0], "root_code": "01", "quad_class": 1}) == 0


def test_gdelt_has_its_58_columns(rows: list[Row], tmp_path: Path) -> None:
    found = fields([{**rows[0], "source_code": "RUSGOVMIL", "source_country": "RUS"}], "gdelt", tmp_path)[0]
    assert len(found) == 58
    assert (found["SQLDATE"], found["MonthYear"], found["Year"], found["FractionDate"]) == (
        "20200101",
        "202001",
        "2020",
        "2020.0",
    )
    assert [found[f"Actor1Type{n}Code"] for n in (1, 2, 3)] == ["GOV", "MIL", ""]
    assert (found["Actor1CountryCode"], found["EventBaseCode"], found["NumArticles"]) == ("RUS", "040", "1")
    assert found["GLOBALEVENTID"].isdigit()


def test_gdelt_takes_international_groups_for_no_countries(rows: list[Row], tmp_path: Path) -> None:
    (found,) = fields([{**rows[0], "source_code": "IGOUNO", "source_country": "IGO"}], "gdelt", tmp_path)
    assert (found["Actor1CountryCode"], found["Actor1KnownGroupCode"]) == ("", "IGO")


def test_icews_names_the_event_and_keeps_to_one_line(rows: list[Row], tmp_path: Path) -> None:
    found = fields(rows, "icews", tmp_path)
    assert len(found) == sum(bool(row["event_number"]) for row in rows)
    assert (found[0]["Event Text"], found[0]["CAMEO Code"], found[0]["Event Date"]) == ("Consult", "040", "2020-01-01")


def test_plover_is_one_object_an_event(rows: list[Row], tmp_path: Path) -> None:
    path = tmp_path / "plover.jsonl"
    write_rows(rows, path, renderer_for(path, "plover"))
    first = json.loads(path.read_text("utf-8").splitlines()[0])
    assert (first["event"], first["cameo"], first["source"]["code"], first["recipient"]["code"]) == (
        "CONSULT",
        "040",
        "PER",
        "CHI",
    )
    assert list(first) == [column.name for column in FORMATS["plover"].columns]


@pytest.mark.parametrize(
    ("output", "form", "words"),
    [
        ("a.xlsx", "", "outputs of the kind '.xlsx' are not known"),
        ("a.jsonl", "icews", "goes into .csv, .tsv or .parquet"),
        ("a.csv", "plover", "goes into .jsonl"),
        ("a.parquet.gz", "", "compressed in itself"),
    ],
)
def test_formats_that_do_not_fit_are_refused(output: str, form: str, words: str) -> None:
    with pytest.raises(OutputError) as error:
        renderer_for(Path(output), form)
    assert words in str(error.value)


def test_read_rows_refuses_other_files(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n", "utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "x"}\n', "utf-8")
    for name in ("a.csv", "b.jsonl"):
        with pytest.raises(InputError, match="no output of cameo-coder"):
            list(read_rows([tmp_path / name]))


@pytest.mark.parametrize("name", FORMATS)
def test_docs_show_every_column(name: str) -> None:
    section = DOCS.read_text("utf-8").partition(f"## {FORMATS[name].title}")[2].partition("\n## ")[0]
    missing = [
        column.name
        for column in FORMATS[name].columns
        if f"| `{column.name}` | {column.kind} | {column.meaning} |" not in section
    ]
    assert not missing
