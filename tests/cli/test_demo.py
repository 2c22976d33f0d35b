"""The demo: a real service in a process of its own, with a coder that needs no language model."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FAKE = {"CAMEO_CODER_CODER_FACTORY": "tests.service.fake_coder:FakeCoder"}


def demo(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "cli.demo", *arguments]
    variables = {**os.environ, "COLUMNS": "100", **FAKE, **environment}
    return subprocess.run(command, check=False, cwd=ROOT, env=variables, capture_output=True, text=True, timeout=60)


def test_demo_codes_an_article_over_grpc(tmp_path: Path) -> None:
    article = tmp_path / "2016-08-18-talks.txt"
    article.write_text("Peru met Chile.\nNothing else.", "utf-8")
    done = demo(str(article))
    assert done.returncode == 0, done.stderr
    assert "2016-08-18-talks (2016-08-18)" in done.stdout
    assert "PER CONSULT CHI" in done.stdout
    assert "1 event in 5 words" in done.stdout
    assert "over gRPC at 127.0.0.1:" in done.stderr


def test_demo_shows_why_the_service_did_not_start() -> None:
    done = demo(CAMEO_CODER_MODEL="missing")
    assert done.returncode == 1
    assert "no model named 'missing'" in done.stderr
    assert "the service did not start" in done.stderr


def test_demo_says_when_there_is_no_such_file() -> None:
    done = demo("nowhere.txt")
    assert (done.returncode, "no such file" in done.stderr) == (2, True)
