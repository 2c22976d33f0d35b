"""The command line with a coder that needs no language model."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import coder.pipeline
from cli.main import app
from tests.dataset.coders import QuickCoder

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run `cameo-coder` with arguments, in an empty folder."""
    monkeypatch.setattr(coder.pipeline, "Coder", QuickCoder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    runner = CliRunner()

    def with_arguments(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return runner.invoke(app, [str(argument) for argument in arguments], input=stdin)

    return with_arguments
