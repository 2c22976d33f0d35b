"""The command as a whole."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]


def test_main_shows_the_one_version(run: Run) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert run("--version").stdout == f"cameo-coder {version}\n"


def test_main_without_arguments_shows_the_help(run: Run) -> None:
    shown = run().output
    for command in ("serve", "code", "explain", "codes", "evaluate", "lexicon", "actors", "dictionary", "Exit codes"):
        assert command in shown


def test_main_help_loads_neither_model_nor_grpc() -> None:
    program = "import sys; from cli.main import app; sys.exit(bool({'spacy', 'grpc'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=ROOT).returncode == 0


def test_main_ends_quietly_when_the_reader_goes_away() -> None:
    command = f"{sys.executable} -m cli.main codes war | head -1"
    done = subprocess.run(
        command, shell=True, check=False, cwd=ROOT, capture_output=True, env={**os.environ, "COLUMNS": "80"}
    )
    assert done.stderr == b""


def test_serve_says_which_setting_is_wrong(run: Run) -> None:
    result = run("serve", "--host", "0.0.0.0", "--port", "0")
    assert result.exit_code == 2
    assert "allow" in result.stderr.lower()
