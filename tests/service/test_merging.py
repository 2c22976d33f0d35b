"""Calls that wait are given to a worker together; none of them may notice its neighbours."""

import time
from collections.abc import Callable
from typing import Any

import grpc
import pytest

from service.frames import CodeJob
from service.gen import coder_pb2
from service.stories import Limits
from service.worker import SUB_BATCH_TEXTS, Desk
from tests.service.fake_coder import FakeCoder

MERGED = 16


def behind_a_busy_worker(running: Any, texts: list[str], seconds: float = 0.5, **call: Any) -> list[Any]:
    """Make the calls wait while the only worker sleeps; give its call and theirs as soon as all stand in the line."""
    futures = [running.coder.CodeText.future(coder_pb2.CodeTextRequest(id="busy", text=f"SLEEP {seconds}"))]
    wait_for(lambda: running.server.gate.calls == 1)
    for i, text in enumerate(texts):
        futures.append(running.coder.CodeText.future(coder_pb2.CodeTextRequest(id=str(i), text=text), **call))
    wait_for(lambda: running.server.pool.waiting == len(texts))
    return futures


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def codes(futures: list[Any]) -> list[grpc.StatusCode]:
    return [future.code() for future in futures]  # waits for the end of each


def test_merging_gives_each_call_its_own_answer(start: Callable[..., Any]) -> None:
    running = start(workers=1)
    texts = [("A met B", "Russia attacked Turkey", "nothing", "REFUSE", "RAISE")[i % 5] for i in range(20)]
    busy, *futures = behind_a_busy_worker(running, texts)
    ends = (grpc.StatusCode.OK,) * 3 + (grpc.StatusCode.INVALID_ARGUMENT, grpc.StatusCode.INTERNAL)
    assert busy.result().id == "busy"
    assert codes(futures) == [ends[i % 5] for i in range(20)]
    for i, future in enumerate(futures):
        if i % 5 < 3:
            answer = future.result()
            assert (answer.id, [event.action.root for event in answer.events]) == (str(i), [["04"], ["19"], []][i % 5])


@pytest.mark.parametrize(("merge_texts", "jobs"), [(MERGED, 3), (8, 4), (1, 21)])
def test_merging_shows_in_the_metrics(start: Callable[..., Any], merge_texts: int, jobs: int) -> None:
    running = start(workers=1, merge_texts=merge_texts)
    assert codes(behind_a_busy_worker(running, ["A met B"] * 20)) == [grpc.StatusCode.OK] * 21
    assert running.metric("batch_texts_sum") == 21
    assert running.metric("batch_texts_count") == jobs
    assert running.metric("texts_total", status="OK") == 21


def test_merging_leaves_a_lone_call_alone(start: Callable[..., Any], ask: Any) -> None:
    running = start(workers=1)
    for _ in range(5):
        running.client.code(ask())
    assert running.metric("batch_texts_bucket", le="1.0") == running.metric("batch_texts_count") == 5


def test_merging_a_text_that_kills_costs_only_itself(start: Callable[..., Any]) -> None:
    running = start(workers=1, text_attempts=1)
    busy, *futures = behind_a_busy_worker(running, ["A met B"] * 5 + ["KILL"] + ["A met B"] * 5)
    assert busy.code() == grpc.StatusCode.OK
    ends = codes(futures)
    assert ends.pop(5) == grpc.StatusCode.INTERNAL
    assert set(ends) == {grpc.StatusCode.OK}
    assert "given up" in futures[5].details()
    assert running.metric("worker_restarts_total") == 2  # with its neighbours, and once more alone


def test_merging_a_text_that_hangs_costs_only_itself(start: Callable[..., Any]) -> None:
    running = start(workers=1, text_attempts=1, text_timeout_s=1.0)
    ends = codes(behind_a_busy_worker(running, ["HANG", "A met B", "A met B"]))
    assert ends == [grpc.StatusCode.OK, grpc.StatusCode.INTERNAL, grpc.StatusCode.OK, grpc.StatusCode.OK]


def test_merging_does_no_work_after_a_calls_own_deadline(start: Callable[..., Any], ask: Any) -> None:
    running = start(workers=1)
    busy, *futures = behind_a_busy_worker(running, ["A met B"] * 4)
    late = running.coder.CodeText.future(ask(), timeout=0.1)
    assert codes([busy, *futures, late]) == [grpc.StatusCode.OK] * 5 + [grpc.StatusCode.DEADLINE_EXCEEDED]
    assert running.metric("batch_texts_sum") == 5  # the busy one and four


def test_merging_looks_at_each_deadline_between_portions() -> None:
    slow, quick = (coder_pb2.CodeTextRequest(text=text).SerializeToString() for text in ("SLEEP 0.01", "A met B"))
    budgets = (None,) * SUB_BATCH_TEXTS + (0.01, 10.0, None)
    reply = Desk(FakeCoder(), Limits()).reply(CodeJob((slow,) * SUB_BATCH_TEXTS + (quick,) * 3, budgets))
    assert [answer.code for answer in reply.answers] == [0] * SUB_BATCH_TEXTS + [4, 0, 0]


def test_merging_a_caller_that_leaves_hurts_nobody(start: Callable[..., Any]) -> None:
    running = start(workers=1)
    busy, *futures = behind_a_busy_worker(running, ["A met B"] * 3 + ["SLEEP 0.3"] + ["A met B"] * 3)
    futures[1].cancel()  # while it waits
    wait_for(lambda: running.server.pool.waiting == 6)
    wait_for(lambda: running.server.pool.waiting == 0)
    futures[4].cancel()  # while a worker has it
    stayed = [future for i, future in enumerate(futures) if i not in {1, 4}]
    assert codes([busy, *stayed]) == [grpc.StatusCode.OK] * 6
    assert running.metric("batch_texts_sum") == 7  # the busy one and six
    assert running.server.gate.calls == 0


def test_merging_takes_names_one_by_one_in_their_turn(start: Callable[..., Any]) -> None:
    running = start(workers=1)
    busy, *futures = behind_a_busy_worker(running, ["A met B"] * 2)
    names = [running.client.resolve_actor("Clinton")[0].code for _ in range(2)]
    assert names == ["USAELI", "USAELI"]
    assert codes([busy, *futures]) == [grpc.StatusCode.OK] * 3
