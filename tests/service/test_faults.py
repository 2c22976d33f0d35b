"""Workers that die, texts that kill, starts that fail, and the way down."""

import asyncio
import gc
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc

from service.client import CallError, Client, Target
from service.config import Settings
from service.errors import DRAINING
from service.gen import coder_pb2, coder_pb2_grpc
from service.process import WorkerStartError
from service.server import Server
from service.workers import WorkerPool
from tests.service.conftest import FAKE, Latch, free_port, metrics_page, wait_for

KILLS = 4


def kill_a_busy_worker(pool: WorkerPool, kill: int) -> None:
    assert wait_for(lambda: pool.alive > 0 and pool.idle == 0)
    os.kill(pool.process_ids[0], signal.SIGKILL)
    assert wait_for(lambda: pool.restarts == kill)


def test_faults_killed_workers_lose_no_call(start: Callable[..., Any], ask: Any) -> None:
    running = start(workers=2, max_waiting_calls=100, text_attempts=KILLS + 1)  # no text can be unlucky too often
    killing = threading.Event()
    killing.set()
    ended: list[tuple[str, str]] = []

    def keep_calling(lane: int) -> None:
        number = 0
        while killing.is_set() or number < 3:
            asked = f"{lane}-{number}"
            ended.append((asked, running.coder.CodeText(ask("SLEEP 0.02 Russia met Turkey", id=asked)).id))
            number += 1

    with ThreadPoolExecutor(32) as lanes:
        calls = [lanes.submit(keep_calling, lane) for lane in range(32)]
        try:
            for kill in range(1, KILLS + 1):
                kill_a_busy_worker(running.server.pool, kill)
        finally:
            killing.clear()
        for call in calls:
            call.result()
    assert all(asked == answered for asked, answered in ended)
    assert len(ended) >= 96
    assert running.metric("worker_restarts_total") == KILLS
    assert wait_for(lambda: running.server.pool.alive == 2)


def test_faults_idle_worker_killed_is_replaced(start: Callable[..., Any], ask: Any) -> None:
    running = start(workers=1)
    os.kill(running.server.pool.process_ids[0], signal.SIGKILL)
    assert len(running.client.code(ask()).events) == 1
    assert wait_for(running.client.is_serving)


def test_faults_without_workers_health_says_so(start: Callable[..., Any]) -> None:
    running = start(workers=1)
    (pid,) = running.server.pool.process_ids
    running.server.pool._setup = None
    os.kill(pid, signal.SIGKILL)
    assert wait_for(lambda: not running.client.is_serving())


def test_faults_worker_that_comes_back_with_other_data_is_told(
    serving: Callable[..., Any], ask: Any, tmp_path: Path
) -> None:
    (mark := tmp_path / "version").write_text("1")
    process, address = serving(model=f"VERSION {mark}")
    with Client(Target(address)) as client:
        assert client.code(ask()).coder_version == "fake-1"
        mark.write_text("2")
        with pytest.raises(CallError, match="INTERNAL"):
            client.code(ask("KILL"))
        assert client.code(ask()).coder_version == "fake-2"
    process.terminate()
    _, lines = process.communicate(timeout=60)
    (told,) = [record for record in map(json.loads, lines.splitlines()) if record["event"] == "workers_differ"]
    assert (told["then"], told["now"]) == ("fake-1", "fake-2")


def test_faults_text_that_kills_is_given_up_alone(start: Callable[..., Any], ask: Any) -> None:
    running = start(workers=2)
    texts = ["A met B", "KILL", "A met B"]
    results = running.client.code_batch([ask(text, id=str(i)) for i, text in enumerate(texts)])
    assert [(result.id, result.status.code) for result in results] == [("0", 0), ("1", 13), ("2", 0)]
    with pytest.raises(CallError, match=r"INTERNAL: .* given up"):
        running.client.code(ask("KILL"))
    assert len(running.client.code(ask()).events) == 1


def test_faults_text_that_hangs_is_given_up_alone(start: Callable[..., Any], ask: Any) -> None:
    running = start(workers=1, text_timeout_s=3, text_attempts=2)
    results = running.client.code_batch([ask("HANG", id="h"), ask("A met B", id="a")])
    assert [(result.id, result.status.code) for result in results] == [("h", 13), ("a", 0)]


def test_faults_name_that_kills_is_given_up(start: Callable[..., Any]) -> None:
    running = start(workers=1)
    with pytest.raises(CallError, match="INTERNAL"):
        running.client.resolve_actor("KILL")


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"dictionaries": ("/etc/my.txt",)}, "/etc/my.txt:7: has no '='"),
        ({"lexicons": "/etc/mine.txt"}, "/etc/mine.txt:7: has no '='"),
        ({"model": "missing"}, "no model named 'missing'"),
        ({"coder_factory": "nowhere.to:Be"}, "No module named 'nowhere'"),
        ({"model": "DIE"}, "it ended before it was ready"),
        ({"model": "SLOW", "worker_start_timeout_s": 0.5}, "no answer within 0.5 s"),
    ],
)
def test_faults_bad_start_ends_at_once_and_says_why(settings: dict[str, Any], told: str) -> None:
    ended = run_service(settings | {"coder_factory": settings.get("coder_factory", FAKE)})
    _, stderr = ended.communicate(timeout=60)  # what goes on trying never ends
    assert ended.returncode == 1
    assert told in stderr


@pytest.mark.parametrize("setting", ["port", "metrics_port"])
def test_faults_taken_port_is_told_before_a_worker_is_waited_for(setting: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = run_service({setting: port, "model": "SLOW"})
        _, stderr = ended.communicate(timeout=60)  # a worker takes 300 s to start
    assert ended.returncode == 1
    assert f"cannot listen on 127.0.0.1:{port}" in stderr


async def fail_to_listen(monkeypatch: pytest.MonkeyPatch, settings: dict[str, Any]) -> Server:
    """Lose the port to another program between the look at it and the listening."""
    monkeypatch.setattr("service.server.check_door", lambda _: None)
    server = Server(Settings(workers=2, coder_factory=FAKE, **settings))
    with pytest.raises(OSError, match=r"cannot listen|in use"):
        await asyncio.wait_for(server.start(), 60)
    return server


@pytest.mark.parametrize("setting", ["port", "metrics_port"])
def test_faults_port_lost_while_starting_leaves_nothing_running(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    before = children_of(os.getpid())  # such as multiprocessing keeps
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings = {"port": 0, setting: taken.getsockname()[1]}
        server = asyncio.run(fail_to_listen(monkeypatch, settings))
    assert server.pool.alive == 0
    assert children_of(os.getpid()) == before


def children_of(process_id: int) -> list[str]:
    """The running worker processes of a process, whichever of its threads started them."""
    found = [tasks.read_text().split() for tasks in Path(f"/proc/{process_id}/task").glob("*/children")]
    return [child for children in found for child in children if Path(f"/proc/{child}/fd").exists()]


def run_service(settings: dict[str, Any]) -> "subprocess.Popen[str]":
    fast = {"port": 0, "workers": 1, "coder_factory": FAKE, "drain_delay_s": 0.3, "log_level": "INFO"}
    shown = {
        f"CAMEO_CODER_{key.upper()}": json.dumps(value) if isinstance(value, tuple) else str(value)
        for key, value in (fast | settings).items()
    }
    command = [sys.executable, "-m", "service"]
    return subprocess.Popen(command, env=os.environ | shown, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def serving() -> Iterator[Callable[..., tuple["subprocess.Popen[str]", str]]]:
    started: list[subprocess.Popen[str]] = []

    def begin(**settings: object) -> tuple["subprocess.Popen[str]", str]:
        process = run_service(settings)
        started.append(process)
        assert process.stderr
        for line in process.stderr:
            record = json.loads(line)
            if record["event"] == "serving":
                return process, f"127.0.0.1:{record['port']}"
        pytest.fail("the service did not start")

    yield begin
    for process in started:
        process.kill()
        process.wait()
        assert process.stderr
        process.stderr.close()


def test_faults_every_line_of_the_log_is_json_and_tells_how_workers_end(serving: Callable[..., Any], ask: Any) -> None:
    process, address = serving()
    with Client(Target(address)) as client, pytest.raises(CallError, match="INTERNAL"):
        client.code(ask("KILL"))
    process.terminate()
    _, lines = process.communicate(timeout=60)
    records = [json.loads(line) for line in lines.splitlines()]
    ended = [record["exit_code"] for record in records if record["event"] == "worker_ended"]
    assert ended == [-signal.SIGKILL] * 3
    assert not [record for record in records if record["event"] == "library_warning"]


def test_faults_sigterm_answers_what_was_accepted(serving: Callable[..., Any], ask: Any, latch: Latch) -> None:
    page = free_port()
    process, address = serving(metrics_port=page)
    with grpc.insecure_channel(address) as channel:
        coder = coder_pb2_grpc.CoderServiceStub(channel)  # type: ignore[no-untyped-call]
        futures = [coder.CodeText.future(ask(latch.text)) for _ in range(20)]
        assert wait_for(lambda: "cameo_coder_calls_in_progress 20.0" in metrics_page(page))
        process.send_signal(signal.SIGTERM)
        with Client(Target(address)) as client:
            assert wait_for(lambda: not client.is_serving())
        latch.open()
        assert all(len(future.result(60).events) == 1 for future in futures)
        assert process.wait(60) == 0
        with pytest.raises(grpc.RpcError) as raised:
            coder.CodeText(ask())
        assert raised.value.code() == grpc.StatusCode.UNAVAILABLE


def test_faults_sigterm_tells_balancers_first_and_a_second_ends_at_once(serving: Callable[..., Any]) -> None:
    process, address = serving(drain_delay_s=300)
    with Client(Target(address)) as client:
        assert wait_for(client.is_serving)
        process.send_signal(signal.SIGTERM)
        assert wait_for(lambda: not client.is_serving())
        assert client.describe().coder_version == "fake-1"  # calls are still answered
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 130


def test_faults_drain_ends_streams_after_their_answers(start: Callable[..., Any]) -> None:
    running = start(workers=1)
    more = threading.Event()

    def source() -> Iterator[coder_pb2.CodeTextRequest]:
        for i in range(5):
            yield coder_pb2.CodeTextRequest(id=str(i), text="SLEEP 0.05 A met B")
        more.wait(60)

    answers: list[str] = []
    call = running.coder.CodeStream(source())
    answers.append(next(call).id)
    running.run(running.server.drain())
    with pytest.raises(grpc.RpcError) as raised:
        answers.extend(answer.id for answer in call)
    more.set()
    assert answers == ["0", "1", "2", "3", "4"]
    assert raised.value.code() == grpc.StatusCode.UNAVAILABLE


def test_faults_drain_refuses_new_calls_before_grpc_cancels_them(
    start: Callable[..., Any], ask: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.server.REFUSING_S", 3.0)  # room for a loaded machine
    running = start(workers=1)
    draining = asyncio.run_coroutine_threadsafe(running.server.drain(), running.loop)
    assert wait_for(lambda: running.server.gate.closed)
    with pytest.raises(grpc.RpcError) as raised:
        running.coder.CodeText(ask())
    assert (raised.value.code(), raised.value.details()) == (grpc.StatusCode.UNAVAILABLE, DRAINING)
    draining.result(60)


def test_faults_watches_and_idle_streams_do_not_hold_a_drain(start: Callable[..., Any]) -> None:
    running = start(workers=1, drain_grace_s=600.0)
    watch = health_pb2_grpc.HealthStub(running.channel).Watch(health_pb2.HealthCheckRequest())
    statuses = [next(watch).status]
    asked: queue.SimpleQueue[reflection_pb2.ServerReflectionRequest] = queue.SimpleQueue()
    asked.put(reflection_pb2.ServerReflectionRequest(list_services=""))
    mirror = reflection_pb2_grpc.ServerReflectionStub(running.channel).ServerReflectionInfo(iter(asked.get, None))
    assert next(mirror).list_services_response.service
    running.run(running.server.drain())
    for stream in (watch, mirror):
        with pytest.raises(grpc.RpcError) as raised:
            statuses.extend(answer.status for answer in stream)
        assert raised.value.code() == grpc.StatusCode.UNAVAILABLE
    assert statuses == [health_pb2.HealthCheckResponse.SERVING, health_pb2.HealthCheckResponse.NOT_SERVING]


def test_faults_workers_die_with_a_killed_front(serving: Callable[..., Any]) -> None:
    process, _ = serving(workers=2)
    children = children_of(process.pid)
    assert len(children) == 2
    process.kill()
    process.wait()
    assert wait_for(lambda: not any(Path(f"/proc/{child}/fd").exists() for child in children))


async def fail_to_start() -> None:
    server = Server(Settings(port=0, workers=2, coder_factory=FAKE, model="missing"))
    with pytest.raises(WorkerStartError, match="no model named"):
        await server.start()
    assert server.pool.alive == 0


def test_faults_failed_start_leaves_no_worker() -> None:
    for _ in range(6):  # both workers fail, and the one's failure cancels the other's in a moment of chance
        asyncio.run(fail_to_start())
        gc.collect()  # tells of a process that nobody waited for


def test_faults_sigterm_while_starting_ends_cleanly() -> None:
    process = run_service({"worker_start_timeout_s": 600, "model": "SLOW"})
    assert process.stderr
    assert json.loads(process.stderr.readline())["event"] == "starting"
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)  # a start takes 300 s
    assert process.returncode == 0


def test_faults_one_worker_that_cannot_start_is_told_before_the_others_have(tmp_path: Path) -> None:
    ended = run_service({"workers": 3, "worker_start_timeout_s": 600, "model": f"FIRST {tmp_path / 'mark'}"})
    _, stderr = ended.communicate(timeout=60)  # the others take 300 s
    assert ended.returncode == 1
    assert "the first of the workers fails" in stderr


def test_faults_worker_that_does_not_end_is_ended(start: Callable[..., Any], ask: Any) -> None:
    running = start(workers=1)
    (worker,) = running.server.pool.process_ids
    running.client.code(ask("STAY A met B"))
    running.run(running.server.drain())
    assert not Path(f"/proc/{worker}/fd").exists()


def test_faults_worker_that_only_closes_its_socket_is_replaced(
    start: Callable[..., Any], ask: Any, tmp_path: Path
) -> None:
    running = start(workers=1)
    (worker,) = running.server.pool.process_ids
    assert len(running.client.code(ask(f"MUTE {tmp_path / 'mark'} A met B")).events) == 1
    assert not Path(f"/proc/{worker}/fd").exists()
