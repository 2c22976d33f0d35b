"""Ctrl-C ends a run at once, says how to go on, and leaves no process behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = """
import signal, sys
import coder.pipeline
import dataset.desk
from tests.dataset.coders import QuickCoder

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    coder.pipeline.Coder = QuickCoder
    from cli.main import main
    main()
"""


def test_code_stopped_by_ctrl_c_says_how_to_go_on(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(PROGRAM, "utf-8")
    (tmp_path / "in.jsonl").write_text('{"text": "SLEEP 0.05"}\n' * 250, "utf-8")
    command = [sys.executable, "program.py", "code", "in.jsonl", "-o", "out.jsonl"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    journal = tmp_path / "out.jsonl.parts" / "_journal.jsonl"
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True) as running:
        end = time.monotonic() + 30
        while time.monotonic() < end and not journal.exists():
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=20)
    assert (running.returncode, "the same command goes on" in said) == (130, True)
    assert not (tmp_path / "out.jsonl").exists()
