"""`cameo-coder lexicon`: the check on a report made by hand, the unknown on a corpus."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.main import app
from coder.entries.lexicon_entries import Example
from coder.upkeep import lexicon_check
from coder.upkeep.lexicon_check import Outcome, Report
from tests.cli.conftest import Run

WANTED = (("PER", "190", "CHL"),)


def example(*, known: str = "") -> Example:
    return Example("Peru attacked Chile.", WANTED, "19_other_force_verbs.txt", 7, known)


def report(monkeypatch: pytest.MonkeyPatch, *outcomes: Outcome) -> None:
    monkeypatch.setattr(lexicon_check, "check", lambda coder, files: Report(outcomes, {"190": 3, "191": 0}))  # noqa: ARG005


def test_lexicon_check_is_green_when_all_examples_come_out(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    report(monkeypatch, Outcome(example(), WANTED), Outcome(example(known="metaphor"), ()))
    result = run("lexicon", "check")
    assert result.exit_code == 0
    assert "1 of 2 examples come out, 1 are known misses, 0 fail; 1 of 2 codes have 3 or more" in result.stdout


def test_lexicon_check_shows_what_fails_and_ends_with_1(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    report(monkeypatch, Outcome(example(), ()), Outcome(example(known="metaphor"), WANTED))
    result = run("lexicon", "check", "19_other_force_verbs.txt")
    assert result.exit_code == 1
    assert "19_other_force_verbs.txt:7: Peru attacked Chile." in result.stdout
    assert "want PER 190 CHL   got nothing" in result.stdout
    assert "listed as a known miss, but it comes out now" in result.stdout


def test_lexicon_check_speaks_json(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    report(monkeypatch, Outcome(example(), WANTED))
    assert json.loads(run("lexicon", "check", "--json").stdout)["passed"] == 1


@pytest.mark.model
def test_lexicon_check_runs_an_own_file_and_shows_what_it_changes(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    entry = "## 112\nverb thank\n  object: actor\n  objekt: any, none\n"
    mine.write_text(entry, "utf-8")
    found = CliRunner().invoke(app, ["lexicon", "check", str(mine), "051_praise_endorse.txt"])
    assert "mine.txt:2: no example shows that it works" in found.stdout
    assert "mine.txt:2: no other entry has a role 'objekt'" in found.stdout
    mine.write_text(entry.replace("  objekt: any, none\n", "  > Peru thanked Chile. = PER 112 CHL\n"), "utf-8")
    changed = CliRunner().invoke(app, ["lexicon", "check", "--lexicon", str(mine), "051_praise_endorse.txt"])
    assert "no example" not in changed.stdout
    assert "thank" in changed.stdout
    assert changed.exit_code == 1


def test_lexicon_check_refuses_files_that_are_not_there(run: Run) -> None:
    result = run("lexicon", "check", "99_none.txt")
    assert (result.exit_code, "neither a file of the lexicon nor one of your own" in result.stderr) == (2, True)


@pytest.mark.model
def test_lexicon_unknown_gives_entries_that_code_once_the_code_is_put_in(tmp_path: Path) -> None:
    corpus, mine = tmp_path / "corpus.jsonl", tmp_path / "mine.txt"
    texts = ["Peru outfoxed Chile on Monday.", "Chile was outfoxed by Bolivia.", "Peru attacked Chile."]
    corpus.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    listed = CliRunner().invoke(app, ["lexicon", "unknown", str(corpus)])
    assert "1 met 2 times or more that no entry reads" in listed.stderr
    assert listed.stdout.splitlines() == [
        "verb outfox  # met 2 times",
        "  code XXX",
        "  object: actor",
        f"  > {texts[0]} = PER XXX CHL",
        "",
    ]
    mine.write_text(listed.stdout.replace("XXX", "180"), "utf-8")
    coded = CliRunner().invoke(app, ["code", "--lexicon", str(mine), str(corpus)]).stdout
    events = [[event["action"]["code"] for event in json.loads(line)["events"]] for line in coded.splitlines()]
    assert events[:2] == [["180"], ["180"]]
    again = CliRunner().invoke(app, ["lexicon", "unknown", "--lexicon", str(mine), "-n", "1", str(corpus)])
    assert again.stdout == ""
