"""`cameo-coder actors` and `cameo-coder dictionary`, over the shipped dictionaries."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.main import app
from tests.cli.conftest import Run


def test_actors_find_follows_the_day(run: Run) -> None:
    assert "DEUGOV" in run("actors", "find", "Angela Merkel", "--date", "2010-05-01").stdout
    assert "DEUGOV" not in run("actors", "find", "Angela Merkel", "--date", "2023-05-01").stdout


def test_actors_find_composes_and_names_the_lines(run: Run) -> None:
    shown = run("actors", "find", "Peruvian police").stdout
    for words in ("PERCOP", "composed", "states.txt:", "agents.txt:"):
        assert words in shown


def test_actors_find_says_how_to_make_a_name_known(run: Run) -> None:
    result = run("actors", "find", "Zebulon Quux")
    assert result.exit_code == 1
    assert "Zebulon Quux = CODE" in result.stderr


def test_actors_find_lets_the_own_dictionary_win(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("Kremlin = PERGOV\n", "utf-8")
    shown = run("actors", "find", "Kremlin", "-d", "own.txt").stdout
    assert "PERGOV" in shown
    assert "RUSGOV" not in shown


def test_actors_find_tells_file_and_line_of_a_bad_dictionary(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("# mine\nKremlin = PERGOV\nTwo = NOT A CODE\n", "utf-8")
    result = run("actors", "find", "Kremlin", "-d", "own.txt")
    assert result.exit_code == 3
    assert "own.txt:3:" in result.stderr


@pytest.mark.model
def test_actors_unknown_gives_lines_ready_for_a_dictionary(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    texts = ["Zebulon Quux met the president of Peru.", "Peru criticised Zebulon Quux.", "Chile attacked Peru."]
    corpus.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    result = CliRunner().invoke(app, ["actors", "unknown", str(corpus)])
    example, line = result.stdout.splitlines()
    assert example == f"# {texts[0]}"
    assert line.startswith("Zebulon Quux = XXX")
    assert "met 2 times" in line


def test_dictionary_check_passes_a_good_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("# mine\nZebulon Quux; Quux = PERGOV 2001-01-01..\n", "utf-8")
    result = run("dictionary", "check", "own.txt")
    assert result.exit_code == 0
    assert "own.txt: own form, 2 names, can be used" in result.stdout


def test_dictionary_check_lists_every_bad_line_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("One = PERGOV\nTwo = NOT A CODE\nThree = CHL 2001-13-01..\n", "utf-8")
    result = run("dictionary", "check", "own.txt", "--json")
    report = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (report["usable"], [odd["line"] for odd in report["odd"]]) == (False, [2, 3])
    assert "cannot be used until its odd lines are mended" in run("dictionary", "check", "own.txt").stdout


def test_dictionary_check_shows_what_a_file_hides(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("Kremlin = PERGOV\nAngela Merkel = DEUGOV ..1999-01-01, DEUGOV\n", "utf-8")
    shown = run("dictionary", "check", "own.txt").stdout
    assert "Kremlin = PERGOV hides RUSGOV" in shown
    assert "Angela Merkel = DEUGOV hides other codes or days of" in shown


def test_dictionary_check_asks_about_codes_that_look_unfinished(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("Zebulon Quux = XXXGOV\nOther Name = PERGOV\nThird Name = ---\n", "utf-8")
    result = run("dictionary", "check", "own.txt")
    assert result.exit_code == 0
    assert "own.txt:1: Zebulon Quux = XXXGOV: is XXX right?" in result.stdout
    assert "Other Name" not in result.stdout
    assert "Third Name" not in result.stdout


def test_dictionary_check_reads_petrarch_files(run: Run, tmp_path: Path) -> None:
    lines = ["ZEBULON_QUUX_ [PERGOV <010101][PERELI]", "+QUUX_THE_GREAT_", "[NON]", "OTHER_NAME_ [CHL]"]
    (tmp_path / "actors.txt").write_text("\n".join(lines), "utf-8")
    result = run("dictionary", "check", "actors.txt")
    assert result.exit_code == 0
    assert "PETRARCH actors, 3 names" in result.stdout
    assert "actors.txt:3:" in result.stdout


def test_dictionary_check_says_when_there_is_no_file(run: Run) -> None:
    result = run("dictionary", "check", "nowhere.txt")
    assert result.exit_code == 3
    assert "nowhere.txt" in result.stderr
