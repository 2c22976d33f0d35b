"""``python -m cli.demo [FILE]``: start the service, code an article over gRPC, show who did what to whom."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated, Any

import typer
from rich.rule import Rule
from rich.text import Text

from cli.events import LEGEND, Story
from cli.failures import fail, told
from cli.screen import err, out
from coder import types
from dataset.inputs import Form
from dataset.reading import read_texts
from dataset.records import Record
from service.client import CallError, Client, Target
from service.convert import request_from_record, request_from_story, response_to_json

EXAMPLE = Path(__file__).parent.parent / "examples" / "2024-03-12-border-talks.txt"
START_LIMIT_S = 120.0
STOP_LIMIT_S = 15.0


def demo(
    file: Annotated[Path, typer.Argument(help="A plain text file; a day in its name is the story's date.")] = EXAMPLE,
    explain: Annotated[bool, typer.Option("--explain", help="Also show the rule behind each event.")] = False,
) -> None:
    """Start the service, code an article over gRPC and show its events."""
    with told():
        (record,) = read_texts([file], Form.TEXT)
    if record.fault:
        fail(f"{file}: {record.fault}")
    with running_service() as address:
        step(f"coding {file.name} over gRPC at {address}")
        started = time.monotonic()
        response = coded(record, address, explain=explain)
        took_s = time.monotonic() - started
    show(record, response, explained=explain)
    words = len(record.fields["text"].split())
    count = len(response["events"])
    out.print(f"{count} event{'' if count == 1 else 's'} in {words} words, {took_s:.2f} s", style="bold")
    out.print(f"coder {response['coder_version']}", style="dim", soft_wrap=True)


def show(record: Record, response: dict[str, Any], *, explained: bool) -> None:
    """Print the article, under each sentence its events."""
    day = record.fields.get("date") or "no date"
    out.print()
    out.print(Rule(Text(f"{record.id} ({day})", "bold"), align="left"), LEGEND, "", sep="\n")
    out.print(Story(response, text=record.fields["text"], explained=explained))


def coded(record: Record, address: str, *, explain: bool) -> dict[str, Any]:
    """Code a record over gRPC; give the response as JSON gives it."""
    options = request_from_story(types.Story("", options=types.Options()), explain=explain).options
    try:
        with Client(Target(address)) as client:
            response = client.code(request_from_record(record.fields, options))
    except CallError as error:
        fail(f"the service answered {error}", 1)
    found: dict[str, Any] = json.loads(response_to_json(response))
    return found


@contextmanager
def running_service() -> Iterator[str]:
    """Run the service on a free port of this machine until the block ends; give its address."""
    address = f"127.0.0.1:{_free_port()}"
    step("starting the service; it loads the language model and the dictionaries")
    with tempfile.TemporaryFile("w+") as log:
        environment = {**os.environ, "CAMEO_CODER_DRAIN_DELAY_S": "0"}
        command = [sys.executable, "-m", "cli.main", "serve", "--port", address.rpartition(":")[2], "--workers", "1"]
        service = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603
        try:
            _wait_until_serving(service, address, log)
            yield address
        finally:
            service.terminate()
            try:
                service.wait(STOP_LIMIT_S)
            except subprocess.TimeoutExpired:
                service.kill()


def _wait_until_serving(service: "subprocess.Popen[bytes]", address: str, log: IO[str]) -> None:
    end = time.monotonic() + START_LIMIT_S
    with Client(Target(address)) as client:
        while not client.is_serving(timeout_s=1):
            if service.poll() is not None or time.monotonic() > end:
                log.seek(0)
                err.print(log.read()[-2000:], markup=False, soft_wrap=True)
                fail("the service did not start; its last words stand above", 1)
            time.sleep(0.2)


def step(what: str) -> None:
    """Say what is being done."""
    err.print(f"[dim]\\[demo][/] {what}", soft_wrap=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


if __name__ == "__main__":
    typer.run(demo)
