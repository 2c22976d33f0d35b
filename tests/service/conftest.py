"""Servers on free ports, in a thread of the test's process, with a coder that needs no language model."""

import asyncio
import socket
import threading
import time
import urllib.request
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest

from service.client import Client, Target
from service.config import Settings
from service.gen import coder_pb2, coder_pb2_grpc
from service.logs import set_up_logs
from service.server import Server

FAKE = "tests.service.fake_coder:FakeCoder"


def wait_for(condition: Callable[[], bool], seconds: float = 30) -> bool:
    """Wait until something is so, at most so long; tell whether it is."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    return condition()


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def metrics_page(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=30) as answer:
        return str(answer.read().decode())


class Latch:
    """Texts on which a worker stays busy until the test opens the latch, however fast or slow the machine is."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def text(self) -> str:
        return f"UNTIL {self._path} A met B"

    def open(self) -> None:
        self._path.touch()


class RunningServer:
    """A server on an event loop of its own."""

    def __init__(self, **settings: object) -> None:
        defaults = {"port": 0, "workers": 2, "coder_factory": FAKE, "drain_delay_s": 0.0, "drain_grace_s": 5.0}
        self.settings = Settings(**(defaults | settings))  # type: ignore[arg-type]
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()
        try:
            self.server = self.run(self._start())
        except BaseException:
            self._end_loop()
            raise
        self.address = f"{self.settings.host}:{self.server.port}"
        self.channel = grpc.insecure_channel(self.address)
        self.coder = coder_pb2_grpc.CoderServiceStub(self.channel)  # type: ignore[no-untyped-call]
        self.client = Client(Target(self.address, timeout_s=60))

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(60)

    async def _start(self) -> Server:
        server = Server(self.settings)
        await server.start()
        return server

    def metric(self, name: str, **labels: str) -> float:
        return self.server.metrics.registry.get_sample_value(f"cameo_coder_{name}", labels) or 0.0

    def stop(self) -> None:
        self.channel.close()
        self.client.close()
        self.run(self.server.drain())
        self._end_loop()

    def _end_loop(self) -> None:
        self.run(asyncio.sleep(0.05))  # transports close in the turns after they were told to
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        self.loop.close()


@pytest.fixture(scope="session", autouse=True)
def _quiet_logs() -> None:
    set_up_logs("ERROR")


@pytest.fixture(scope="module")
def running() -> Iterator[RunningServer]:
    """A server that the tests of a module share and leave as they found it."""
    server = RunningServer()
    yield server
    server.stop()


@pytest.fixture
def start() -> Iterator[Callable[..., RunningServer]]:
    """Starts servers with settings of the test's own."""
    servers: list[RunningServer] = []

    def begin(**settings: object) -> RunningServer:
        servers.append(RunningServer(**settings))
        return servers[-1]

    yield begin
    for server in servers:
        server.stop()


@pytest.fixture
def ask() -> Callable[..., coder_pb2.CodeTextRequest]:
    """Writes a request."""

    def request(text: str = "Russia criticized Turkey.", **fields: Any) -> coder_pb2.CodeTextRequest:
        return coder_pb2.CodeTextRequest(text=text, **fields)

    return request


@pytest.fixture
def latches(tmp_path: Path) -> Iterator[Callable[[], Latch]]:
    """Makes latches; all are open when the test is over."""
    made: list[Latch] = []

    def make() -> Latch:
        made.append(Latch(tmp_path / f"latch{len(made)}"))
        return made[-1]

    yield make
    for latch in made:
        latch.open()


@pytest.fixture
def latch(latches: Callable[[], Latch]) -> Latch:
    """The one latch of a test that needs one."""
    return latches()
