"""A text that nobody waits for any more does not hold its worker."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from google.rpc.code_pb2 import DEADLINE_EXCEEDED

from service.client import CallError
from service.frames import CodeJob
from service.gen import coder_pb2
from service.stories import Limits
from service.worker import Desk
from tests.service.conftest import RunningServer, wait_for
from tests.service.fake_coder import FakeCoder

SOON_S = 5  # the worker is free within milliseconds; the rest is for a loaded machine


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A file that is there as soon as a worker has begun with the endless text."""
    return tmp_path / "begun"


def endless(begun: Path) -> str:
    return f"WHILE WANTED {begun}"


def test_attention_a_passed_deadline_frees_the_worker(
    start: Callable[..., RunningServer], ask: Any, begun: Path
) -> None:
    running = start(workers=1)
    with pytest.raises(CallError, match="DEADLINE_EXCEEDED"):
        running.client.code(ask(endless(begun)), 0.5)
    assert begun.exists()
    assert running.client.code(ask(), SOON_S).events
    assert running.metric("worker_restarts_total") == 0


@pytest.mark.parametrize("method", ["CodeText", "CodeBatch", "CodeStream"])
def test_attention_a_cancelled_call_frees_the_worker(
    start: Callable[..., RunningServer], ask: Any, begun: Path, method: str
) -> None:
    running = start(workers=1)
    asked = ask(endless(begun))
    call: Any
    if method == "CodeText":
        call = running.coder.CodeText.future(asked)
    elif method == "CodeBatch":
        call = running.coder.CodeBatch.future(coder_pb2.CodeBatchRequest(requests=[ask(), asked]))
    else:
        call = running.coder.CodeStream(iter([ask(), asked]))
    assert wait_for(begun.exists)
    call.cancel()
    assert running.client.code(ask(), SOON_S).events
    assert running.metric("worker_restarts_total") == 0


def test_attention_neighbours_of_an_abandoned_text_are_answered(
    start: Callable[..., RunningServer], ask: Any, begun: Path, latch: Any
) -> None:
    running = start(workers=1)
    with ThreadPoolExecutor(8) as lanes:
        first = lanes.submit(running.client.code, ask(latch.text))
        assert wait_for(lambda: running.server.pool.idle == 0)
        calls = [lanes.submit(running.client.code, ask(id=str(n))) for n in range(3)]
        assert wait_for(lambda: running.server.pool.waiting == 3)
        left = running.coder.CodeText.future(ask(endless(begun)))
        assert wait_for(lambda: running.server.pool.waiting == 4)
        calls.append(lanes.submit(running.client.code, ask(id="3")))
        assert wait_for(lambda: running.server.pool.waiting == 5)
        latch.open()
        assert wait_for(begun.exists)
        left.cancel()
        assert [call.result(30).id for call in calls] == ["0", "1", "2", "3"]
        assert first.result(30).coder_version


def test_attention_the_time_of_one_text_ends_and_its_neighbour_goes_on(ask: Any, begun: Path) -> None:
    raws = tuple(ask(text).SerializeToString() for text in (endless(begun), "Russia criticized Turkey."))
    reply = Desk(FakeCoder(), Limits()).reply(CodeJob(raws, (0.05, None)))
    assert [answer.code for answer in reply.answers] == [DEADLINE_EXCEEDED, 0]
    assert "deadline" in coder_pb2.CodeTextResponse.FromString(reply.answers[0].response).status.message


def test_attention_word_of_a_caller_that_left_may_come_too_late(start: Callable[..., RunningServer], ask: Any) -> None:
    running = start(workers=1)
    (worker,) = running.server.pool._workers
    running.loop.call_soon_threadsafe(worker.forget, 0, 1)
    assert len(running.client.code(ask()).events) == 1
