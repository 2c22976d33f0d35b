"""`cameo-coder code`: as many answers as texts, in their order, whatever the texts are."""

import errno
import gzip
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from dataset.inputs import STANDARD_INPUT
from dataset.reading import read_texts
from tests.cli.conftest import Run

INVALID_ARGUMENT, INTERNAL = 3, 13


def answers(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def triples(answer: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(e["source"]["code"], e["action"]["code"], e["target"]["code"]) for e in answer["events"]]


def jsonl(*records: dict[str, Any]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_code_answers_json_lines_from_standard_input(run: Run) -> None:
    result = run("code", stdin=jsonl({"id": "a", "text": "Peru attacked Chile.", "date": "2016-08-18", "other": [1]}))
    (answer,) = answers(result)
    assert (result.exit_code, answer["id"], triples(answer)) == (0, "a", [("PER", "190", "CHI")])
    assert answer["events"][0]["date"] == {"year": 2016, "month": 8, "day": 18}
    assert answer["coder_version"] == "fake-1"


def test_code_takes_plain_text_from_standard_input_as_one_text(run: Run) -> None:
    result = run("code", "-", "--date", "2020-01-02", stdin="Peru met Chile.\nChile attacked Peru.\n")
    (answer,) = answers(result)
    assert triples(answer) == [("PER", "040", "CHI"), ("CHI", "190", "PER")]
    assert answer["events"][0]["date"]["year"] == 2020


def test_code_takes_each_line_as_a_text_when_asked(run: Run) -> None:
    result = run("code", "--format", "lines", stdin="Peru met Chile.\n\nNothing.\n")
    assert [(answer["id"], len(answer["events"])) for answer in answers(result)] == [("stdin:1", 1), ("stdin:3", 0)]


def test_code_answers_bad_lines_in_their_place_and_ends_with_1(run: Run) -> None:
    lines = [
        b'{"id": "good", "text": "Peru met Chile."}',
        b"{broken",
        b'["no object"]',
        b'{"id": "empty", "text": " "}',
        b'{"id": "date", "text": "Peru met Chile.", "date": "18 August"}',
        b'{"id": "bytes", "text": "\xff"}',
        b'{"id": "raise", "text": "RAISE"}',
        b'{"id": "refused", "text": "REFUSE"}',
        b'{"id": "surrogate", "text": "\\ud800"}',
        b'{"id": "span", "text": "Peru.", "actors": [{"span": {"start": 0, "end": 99}}]}',
        b'{"id": 11, "text": "Chile attacked Peru."}',
    ]
    result = run("code", stdin=b"\n".join(lines))
    found = answers(result)
    invalid = INVALID_ARGUMENT
    assert result.exit_code == 1
    assert [(answer.get("status") or {}).get("code", 0) for answer in found] == [
        0,
        *[invalid] * 5,
        INTERNAL,
        *[invalid] * 3,
        0,
    ]
    assert [answer["id"] for answer in found][3:5] == ["empty", "date"]
    assert found[-1]["id"] == "11"
    assert found[1]["id"] == "stdin:2"
    assert "9 of the texts could not be coded" in result.stderr


def test_code_never_shows_the_text_of_a_fault_to_readers_of_answers(run: Run) -> None:
    (answer,) = answers(run("code", stdin=jsonl({"id": "a", "text": "RAISE secret"})))
    assert "secret" not in json.dumps(answer)


def test_code_reads_folders_in_order_and_dates_texts_by_their_file_names(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    (folder / "inner").mkdir(parents=True)
    (folder / "2016-08-18-first.txt").write_text("Peru met Chile.", "utf-8")
    (folder / "inner" / "second.jsonl").write_text(jsonl({"text": "Chile met Peru."}, {"text": "x"}), "utf-8")
    (folder / "notes.pdf").write_bytes(b"%PDF")
    result = run("code", "articles", "-o", "out/events.jsonl")
    written = [json.loads(line) for line in (tmp_path / "out/events.jsonl").read_text("utf-8").splitlines()]
    assert result.exit_code == 0
    assert [answer["id"] for answer in written] == ["2016-08-18-first", "second:1", "second:2"]
    assert written[0]["events"][0]["date"] == {"year": 2016, "month": 8, "day": 18}
    assert result.stdout == ""


def test_code_uses_the_actors_of_the_caller(run: Run) -> None:
    record = {"id": "a", "text": "Peru met Chile.", "actors": [{"span": {"start": 0, "end": 4}, "code": "PERGOV"}]}
    (answer,) = answers(run("code", stdin=jsonl(record)))
    assert answer["events"][0]["source"]["resolution"] == "RESOLUTION_CALLER"


def test_code_explains_when_asked(run: Run) -> None:
    record = jsonl({"id": "a", "text": "Peru met Chile."})
    plain, explained = answers(run("code", stdin=record))[0], answers(run("code", "--explain", stdin=record))[0]
    assert not plain["events"][0].get("explanation")
    assert explained["events"][0]["explanation"]["rule"] == "11.txt:1"


def test_code_keeps_more_texts_than_a_batch_in_order(run: Run) -> None:
    names = [f"t{number}" for number in range(150)]
    texts = [{"id": name, "text": "RAISE" if name == "t70" else "Peru met Chile."} for name in names]
    found = answers(run("code", stdin=jsonl(*texts)))
    assert [answer["id"] for answer in found] == names
    assert [bool(answer["events"]) for answer in found] == [name != "t70" for name in names]


@pytest.mark.parametrize(
    ("stdin", "ids"),
    [
        (b'no json\n{"id": "b", "text": "Peru met Chile."}\n', ["stdin:1", "b"]),
        (b'[{"id": "a"},\n', ["stdin:1"]),
        (b'id,text\na,Peru met Chile.\nb,"Nothing, really."\n', ["a", "b"]),
        (b"\xef\xbb\xbfid\ttext\na\tPeru met Chile.\n", ["a"]),
        (b"LIMA,May 14\nPeru met Chile.\n", ["stdin"]),
        (b"", []),
        (b"\n \n", []),
        (gzip.compress(b'{"id": "a", "text": "Peru met Chile."}\n'), ["a"]),
    ],
)
def test_code_tells_what_standard_input_holds(tmp_path: Path, stdin: bytes, ids: list[str]) -> None:
    (tmp_path / "in").write_bytes(stdin)
    with io.TextIOWrapper((tmp_path / "in").open("rb")) as stream, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", stream)
        assert [record.id for record in read_texts([STANDARD_INPUT])] == ids


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "there is no room left for the output"), (errno.EROFS, "out.jsonl: read-only file system")],
)
def test_code_tells_what_the_system_refuses(run: Run, monkeypatch: pytest.MonkeyPatch, number: int, words: str) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number), "out.jsonl")

    monkeypatch.setattr("dataset.parts.write_durably", refuse)
    result = run("code", "-o", "out.jsonl", stdin="Peru met Chile.")
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["missing.txt"], 2, "missing.txt: there is no such file"),
        (["table.xls"], 2, "say --format jsonl, text or lines"),
        (["in.txt", "-o", "in.txt"], 2, "both input and output"),
        (["in.txt", "--date", "soon"], 2, "write 2016-08-18"),
        (["in.txt", "--format", "pdf"], 2, "'pdf' is not one of"),
        (["in.txt", "-d", "own.txt"], 3, "own.txt:7: has no '='"),
        (["in.txt", "--model", "missing"], 3, "no model named 'missing'"),
        (["empty"], 2, "no .txt or .jsonl file in this folder"),
        (["wrong.csv"], 2, "wrong.csv: there is no column 'text'; --column text=NAME names it. Columns here: id, body"),
        (["german.csv"], 2, "german.csv: the cells are parted by ';'"),
    ],
)
def test_code_says_how_to_mend(run: Run, tmp_path: Path, arguments: list[str], code: int, words: str) -> None:
    (tmp_path / "in.txt").write_text("Peru met Chile.", "utf-8")
    (tmp_path / "table.xls").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    (tmp_path / "wrong.csv").write_text("id,body\n", "utf-8")
    (tmp_path / "german.csv").write_text("id;text\n", "utf-8")
    result = run("code", *arguments)
    assert result.exit_code == code
    assert words in " ".join(result.stderr.replace("│", " ").split())
    assert (tmp_path / "in.txt").read_text("utf-8") == "Peru met Chile."
