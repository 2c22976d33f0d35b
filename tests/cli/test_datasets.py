"""`cameo-coder code` into files of all kinds, and what is done with them afterwards."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.cli.conftest import Run


def test_code_writes_by_suffix_and_says_what_it_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,text,date\na,Peru met Chile.,2020-01-02\nb,too,many,cells\n", "utf-8")
    result = run("code", "in.csv", "-o", "out/events.parquet")
    assert (result.exit_code, "1 of the texts could not be coded" in result.stderr) == (1, True)
    assert pq.read_table(tmp_path / "out/events.parquet")["status_code"].to_pylist() == [0, 3]
    assert json.loads((tmp_path / "out/events.parquet.manifest.json").read_text("utf-8"))["counts"]["texts"] == 2
    again = run("code", "in.csv", "-o", "out/events.parquet")
    assert (again.exit_code, "complete already" in again.stderr) == (1, True)


def test_code_takes_the_users_own_lexicons(run: Run) -> None:
    result = run("code", "--lexicon", "a.txt", "-l", "b.txt", stdin='{"id": "a", "text": "Peru met Chile."}\n')
    assert json.loads(result.stdout)["coder_version"] == "fake-1+2 lexicons"


def test_code_shows_where_the_coder_failed_but_not_without_end(run: Run) -> None:
    result = run("code", stdin='{"id": "a", "text": "RAISE"}\n' * 30)
    assert result.stderr.count("RuntimeError('RAISE') in fake_coder.py:") == 20
    assert "30 of the texts could not be coded" in result.stderr


def test_code_writes_formats_of_the_field_to_standard_output(run: Run) -> None:
    result = run("code", "--to", "icews", stdin='{"id": "a", "text": "Peru met Chile."}\n')
    head, line = result.stdout.splitlines()
    assert head.startswith("Event ID\tEvent Date")
    assert line.split("\t")[6] == "040"


def test_code_takes_the_files_own_names_of_columns(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.tsv").write_text("url\tbody\nx\tPeru met Chile.\n", "utf-8")
    result = run("code", "in.tsv", "--column", "text=body", "--column", "id=url")
    assert json.loads(result.stdout)["id"] == "x"


def test_merge_convert_and_report_follow_code(run: Run, tmp_path: Path) -> None:
    texts = [{"id": n, "text": "Peru met Chile.", "date": "2020-01-02"} for n in (1, 2)]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(text) + "\n" for text in texts), "utf-8")
    assert run("code", "in.jsonl", "-o", "events.jsonl").exit_code == 0
    merged = run("merge", "events.jsonl", "-o", "merged.csv")
    assert (merged.exit_code, "2 events of 2 stories are 1 events of a day" in merged.stderr) == (0, True)
    assert run("convert", "merged.csv", "-o", "gdelt.tsv", "--to", "gdelt").exit_code == 0
    cells = (tmp_path / "gdelt.tsv").read_text("utf-8").split("\t")
    assert cells[31:34] == ["2", "2", "2"]
    assert run("report", "merged.csv", "-o", "page.html", "--title", "Andes").exit_code == 0
    assert "<h1>Andes</h1>" in (tmp_path / "page.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["mine.jsonl", "mine.csv", "mine.tsv", "mine.parquet", "mine.csv.gz"])
@pytest.mark.parametrize("command", ["code", "convert"])
def test_outputs_never_replace_what_others_have_made(run: Run, tmp_path: Path, command: str, name: str) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "Peru met Chile."}\n', "utf-8")
    assert run("code", "in.jsonl", "-o", "events.csv").exit_code == 0
    form = ("--to", "plover") if command == "convert" and name.endswith(".jsonl") else ()
    asked = ("code", "in.jsonl", "-o", name) if command == "code" else ("convert", "events.csv", "-o", name, *form)
    (tmp_path / name).write_text('{"id": "1", "label": "years of work"}\n', "utf-8")
    refused = run(*asked)
    assert refused.exit_code == 2
    assert f"{name} is there already and not an output of this program" in " ".join(refused.stderr.split())
    assert "--overwrite" in refused.stderr
    assert "years of work" in (tmp_path / name).read_text("utf-8")
    assert not (tmp_path / f"{name}.parts").exists()
    assert run(*asked, "--overwrite").exit_code == 0
    assert b"years of work" not in (tmp_path / name).read_bytes()
    assert run(*asked).exit_code == 0  # its own by now


@pytest.mark.parametrize("to", ["table", "phoenix", "icews", "gdelt"])
def test_convert_and_merge_write_anew_what_they_wrote(run: Run, tmp_path: Path, to: str) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "Peru met Chile.", "date": "2020-01-02"}\n', "utf-8")
    assert run("code", "in.jsonl", "-o", "events.jsonl").exit_code == 0
    for command in ("merge", "merge", "convert"):
        form = "merged" if (command, to) == ("merge", "table") else to
        for name in ("out.tsv", "out.csv"):
            assert run(command, "events.jsonl", "-o", name, "--to", form).exit_code == 0


def test_report_replaces_its_own_pages_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "Peru met Chile."}\n', "utf-8")
    assert run("code", "in.jsonl", "-o", "events.jsonl").exit_code == 0
    assert [run("report", "events.jsonl").exit_code for _ in range(2)] == [0, 0]
    (tmp_path / "report.html").write_text("<h1>My own</h1>", "utf-8")
    refused = run("report", "events.jsonl")
    assert (refused.exit_code, "no page of a report" in refused.stderr) == (2, True)
    assert run("report", "events.jsonl", "--overwrite").exit_code == 0


def test_code_takes_an_empty_file_for_its_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").touch()  # as mktemp leaves it
    assert run("code", "-o", "out.jsonl", stdin="Peru met Chile.").exit_code == 0
    assert run("code", "-o", "out.jsonl", stdin="Chile met Peru.").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["code", "in.txt", "-o", "x.xlsx"], "outputs of the kind '.xlsx' are not known"),
        (["code", "in.txt", "-o", "x.csv", "--to", "plover"], "goes into .jsonl"),
        (["code", "in.txt", "--column", "body"], "write one of text, id"),
        (["code", "nothing*.txt"], "no file matches"),
        (["code", ".", "-o", "out/x.jsonl"], "lies in ., whose files are all read"),
        (["merge", "in.txt", "-o", "x.csv"], "events are read from"),
        (["convert", "in.csv", "-o", "in.csv"], "both input and output"),
        (["report", "missing.csv"], "there is no such file"),
        (["report", "in.csv"], "no output of cameo-coder"),
        (["convert", "texts.jsonl", "-o", "x.csv"], "texts.jsonl:1: this is no output of cameo-coder code"),
    ],
)
def test_misuse_is_told_in_a_sentence(run: Run, tmp_path: Path, arguments: list[str], words: str) -> None:
    (tmp_path / "in.txt").write_text("Peru met Chile.", "utf-8")
    (tmp_path / "in.csv").write_text("a,b\n", "utf-8")
    (tmp_path / "texts.jsonl").write_text('{"id": "a", "text": "Peru met Chile."}\n', "utf-8")
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
