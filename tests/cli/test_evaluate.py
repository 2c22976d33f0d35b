"""`cameo-coder evaluate`."""

import json
from pathlib import Path

from tests.cli.conftest import Run

GOLD = [
    {"id": "a", "text": "Peru met Chile.", "expect": [{"source": "PER", "code": "04", "target": "CHI"}]},
    {"id": "b", "text": "Peru rested.", "expect": [{"source": "PER", "code": "01"}], "forbid": []},
]
PAIR = {"source": [[0, 4]], "target": [[9, 14]], "root": "CONSULT", "quad": 1}


def write(path: Path, *records: object) -> str:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return str(path)


def test_evaluate_codes_the_texts_itself(run: Run, tmp_path: Path) -> None:
    result = run("evaluate", write(tmp_path / "gold.jsonl", *GOLD), "--errors", "5")
    assert result.exit_code == 0
    assert "records 1 of 2" in " ".join(result.stdout.split())
    assert "missed PER 01 *" in result.stdout


def test_evaluate_scores_the_answers_of_code(run: Run, tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", *GOLD)
    run("code", gold, "-o", "events.jsonl")
    result = run("evaluate", gold, "events.jsonl")
    assert "records 1 of 2" in " ".join(result.stdout.split())
    assert "PER 01" not in result.stdout


def test_evaluate_keeps_the_answers_when_asked(run: Run, tmp_path: Path) -> None:
    run("evaluate", write(tmp_path / "gold.jsonl", *GOLD), "-o", "kept.jsonl")
    assert [json.loads(line)["id"] for line in (tmp_path / "kept.jsonl").read_text("utf-8").splitlines()] == ["a", "b"]


def test_evaluate_hands_the_gold_spans_over_when_asked(run: Run, tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", {"id": "a", "text": "Peru met Chile.", "pairs": [PAIR]})
    result = run("evaluate", gold, "--gold-actors", "-o", "kept.jsonl")
    assert "root_macroF1 1.000" in " ".join(result.stdout.split())
    assert "RESOLUTION_CALLER" in (tmp_path / "kept.jsonl").read_text("utf-8")


def test_evaluate_says_when_predictions_are_missing(run: Run, tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", *GOLD)
    result = run("evaluate", gold, write(tmp_path / "events.jsonl", {"id": "a", "events": []}))
    assert "1 of 2 gold texts have no prediction" in result.stderr


def test_evaluate_refuses_what_is_no_gold_file(run: Run, tmp_path: Path) -> None:
    wild = '{"id": "a", "text": "x", "events": []}\n{"id": "b", "text": "x", "events": [{"source": "PER"}]}'
    for content, words in (
        ('{"id": "a", "text": "x"}', "can be scored"),
        ("x", "no JSON"),
        ("", "is empty"),
        (wild, "the record 'b' is not of the form 'wild'"),
    ):
        (tmp_path / "gold.jsonl").write_text(content, "utf-8")
        result = run("evaluate", "gold.jsonl")
        assert result.exit_code == 2
        assert words in result.stderr
