"""Files of all kinds to records: every text comes out, and what is wrong with one stays its own affair."""

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dataset.inputs import Form
from dataset.reading import Source, count_texts, read_source, read_texts
from dataset.records import InputError, Record

PACKERS: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


def texts(records: list[Record]) -> list[Any]:
    return [record.fields.get("text") for record in records]


def test_read_csv_takes_quotes_line_ends_and_marks_of_other_programs(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'\xef\xbb\xbf"id",text,date,actors\r\n1,"Peru met ""Chile"",\nhe said.",2020-01-02,\r\n,x,,\r\n')
    first, second = read_texts([path])
    assert (first.id, first.fields["text"], first.fields["date"]) == ("1", 'Peru met "Chile",\nhe said.', "2020-01-02")
    assert (second.id, second.fields) == ("a:2", {"id": "a:2", "text": "x"})


def test_read_csv_gives_bad_rows_with_their_fault_in_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,text,actors\n1,good,\n2,too,many,cells\n3,\xff\xfe,\n4,x,{no json\n5,good,[]\n")
    found = list(read_texts([path]))
    assert [bool(record.fault) for record in found] == [False, True, True, True, False]
    assert "4 cells, the header has 3" in found[1].fault
    assert "not UTF-8" in found[2].fault
    assert found[3].id == "4"


@pytest.mark.parametrize("separator", [",", "\t"])
def test_read_tells_of_quotes_that_are_not_closed_as_they_should(tmp_path: Path, separator: str) -> None:
    path = tmp_path / ("a.csv" if separator == "," else "a.tsv")
    rows = ["id,text", '1,"Yes," he said.', "2,good", '3,said "no" again', '4,"never closed', "5,x"]
    path.write_text("\n".join(row.replace(",", separator, 1) for row in rows), "utf-8")
    found = list(read_texts([path]))
    assert [record.fields.get("text") for record in found] == [None, "good", 'said "no" again', None]
    assert "expected after" in found[0].fault
    assert "unexpected end" in found[3].fault


def test_read_parquet_takes_days_and_nested_actors(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    actors = [{"span": {"start": 0, "end": 4}, "code": "PER"}]
    pq.write_table(pa.table({"id": [7, None], "text": ["Peru.", None], "actors": [actors, None], "x": [1, 2]}), path)
    first, second = read_texts([path])
    assert (first.id, first.fields["actors"]) == ("7", actors)
    assert (second.id, "text" in second.fields) == ("a:2", False)


@pytest.mark.parametrize("suffix", PACKERS)
def test_read_unpacks_by_suffix(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.jsonl{suffix}"
    path.write_bytes(PACKERS[suffix](b'{"text": "one"}\n{"text": "two"}\n'))
    assert texts(list(read_texts([path]))) == ["one", "two"]
    assert [record.id for record in read_texts([path])] == ["a:1", "a:2"]
    assert count_texts([path]) == 2


def test_read_unpacks_zstandard(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.zst"
    path.write_bytes(pa.compress(b"one", codec="zstd", asbytes=True))
    assert texts(list(read_texts([path]))) == ["one"]


def test_read_gives_what_a_damaged_file_still_holds_and_goes_on_with_the_next(tmp_path: Path) -> None:
    lines = b"".join(b'{"text": "%d"}\n' % n for n in range(20_000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-2_000])
    (tmp_path / "b.parquet").write_bytes(b"PAR1 this is none PAR1")
    (tmp_path / "c.txt").write_text("good", "utf-8")
    found = list(read_texts([tmp_path]))
    faulty = [record for record in found if record.fault]
    assert [record.id for record in faulty] == ["a", "b"]
    assert all("damaged" in record.fault for record in faulty)
    assert len(found) > 100
    assert found[-1].fields["text"] == "good"
    assert count_texts([tmp_path]) is None


def test_read_takes_patterns_and_passes_over_notes_of_other_programs(tmp_path: Path) -> None:
    for name in ("part-1.jsonl", "part-2.jsonl", "_SUCCESS.jsonl", ".hidden.jsonl"):
        (tmp_path / name).write_text(f'{{"text": "{name}"}}\n', "utf-8")
    assert texts(list(read_texts([tmp_path]))) == ["part-1.jsonl", "part-2.jsonl"]
    assert texts(list(read_texts([tmp_path / "*-2.jsonl"]))) == ["part-2.jsonl"]
    with pytest.raises(InputError, match="no file matches"):
        list(read_texts([tmp_path / "*.csv"]))


def test_read_knows_columns_by_the_files_own_names(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("url\tbody\tday\nhttp://x\tPeru.\t2020-01-02\n", "utf-8")
    with pytest.raises(InputError, match="--column text=NAME"):
        list(read_texts([path]))
    (record,) = read_source(Source([path], columns={"text": "body", "id": "url", "date": "day"}))
    assert (record.id, record.fields["text"], record.fields["date"]) == ("http://x", "Peru.", "2020-01-02")


def test_read_refuses_what_can_be_no_text_without_holding_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dataset.texts.MAX_TEXT_BYTES", 50)
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "' + "x" * 500 + '"}\n{"text": "good"}\n', "utf-8")
    found = list(read_texts([path]))
    assert [bool(record.fault) for record in found] == [True, False]
    assert [bool(record.fault) for record in read_texts([path], Form.TEXT)] == [True]
