"""`cameo-coder explain` and the drawing of events."""

from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from cli.events import Story, underlined
from cli.main import app
from tests.cli.conftest import Run

SENTENCE = "In May Peru attacked Chile."


def response(**changes: object) -> dict[str, object]:
    def span(start: int, text: str) -> dict[str, object]:
        return {"start": 100 + start, "end": 100 + start + len(text), "text": text}

    def actor(code: str, start: int, text: str) -> dict[str, object]:
        return {"code": code, "name": text, "span": span(start, text), "resolution": "RESOLUTION_DICTIONARY"}

    event = {
        "source": actor("PER", 7, "Peru"),
        "target": actor("", 21, "Chile"),
        "action": {
            "code": "190",
            "label": "FIGHT",
            "root_label": "FIGHT",
            "quad_class": "QUAD_CLASS_MATERIAL_CONFLICT",
            "goldstein": -10.0,
            "span": span(12, "attacked"),
        },
        "confidence": 0.8,
        "sentence": span(0, SENTENCE),
    }
    return {"id": "a", "events": [event | changes]}


def drawn(*, colour: bool = False, **changes: object) -> str:
    console = Console(width=100, force_terminal=colour, color_system="standard" if colour else None, record=True)
    with console.capture() as captured:
        console.print(Story(response(**changes)))
    return captured.get()


def test_events_read_as_who_did_what_to_whom() -> None:
    lines = drawn().splitlines()
    assert lines[0] == SENTENCE
    assert lines[1].strip() == "PER FIGHT ---"
    assert lines[2].strip() == "“Peru” → “attacked” → “Chile”"
    assert lines[3].strip() == "190 · Goldstein -10.0 · 80% sure"


def test_events_underline_the_words_in_their_sentence() -> None:
    text = underlined(response()["events"])  # type: ignore[arg-type]
    assert [(text.plain[s.start : s.end], "underline" in str(s.style)) for s in text.spans] == [
        ("Peru", True),
        ("Chile", True),
        ("attacked", True),
    ]
    assert "\x1b[1;4;36mPeru\x1b[0m" in drawn(colour=True)


def test_events_without_a_target_say_so() -> None:
    assert "PER FIGHT (nobody)" in drawn(target=None)


def test_events_that_mirror_each_other_are_shown_once() -> None:
    event: dict[str, object] = response()["events"][0]  # type: ignore[index]
    mirrored = event | {"source": event["target"], "target": event["source"]}
    console = Console(width=100)
    with console.capture() as captured:
        console.print(Story({"events": [event, mirrored]}))
    shown = captured.get()
    assert "PER FIGHT --- and the other way round" in shown
    assert "--- FIGHT PER" not in shown


def test_explain_shows_rule_words_and_steps(run: Run) -> None:
    result = run("explain", "Peru attacked Chile.", "--date", "2016-08-18")
    assert result.exit_code == 0
    for words in ("PER FIGHT CHI", "11.txt:1", "“attacked”", "a -> b", "2016-08-18", "in Geneva", "75% sure"):
        assert words in result.stdout


@pytest.mark.model
def test_explain_says_what_it_knew_where_there_is_no_event() -> None:
    said = CliRunner().invoke(app, ["explain", "Peru outfoxed Chile in Zebulonia."]).stdout
    assert "No event in this text." in said
    assert "“Peru” PER, “Chile” CHL" in said
    assert "verb outfox" in said
    assert "none; without two sides" in CliRunner().invoke(app, ["explain", "It rained."]).stdout


def test_explain_says_when_a_text_is_the_name_of_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Peru attacked Chile.", "utf-8")
    result = run("explain", "story.txt")
    assert (result.exit_code, "cameo-coder explain - < story.txt" in result.stderr) == (2, True)


def test_explain_reads_standard_input(run: Run) -> None:
    assert "PER FIGHT CHI" in run("explain", "-", stdin="Peru attacked Chile.").stdout


def test_explain_refuses_an_empty_text(run: Run) -> None:
    result = run("explain", " ")
    assert result.exit_code == 1
    assert "text: is empty" in result.stderr
