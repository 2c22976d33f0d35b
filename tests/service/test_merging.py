"""Calls that wait are given to a worker together; none of them may notice its neighbours."""

from collections.abc import Callable
from typing import Any

import grpc
import pytest

from service.frames import CodeJob
from service.gen import coder_pb2, coder_pb2_grpc
from service.stories import Limits
from service.worker import SUB_BATCH_TEXTS, Desk
from tests.service.conftest import Latch, wait_for
from tests.service.fake_coder import FakeCoder

MERGED = 16


def behind_a_busy_worker(running: Any, latch: Latch, texts: list[str]) -> list[Any]:
    """Make the calls wait while the only worker is kept busy; give its call and theirs when all stand in the line."""
    futures = [running.coder.CodeText.future(coder_pb2.CodeTextRequest(id="busy", text=latch.text))]
    assert wait_for(lambda: running.server.gate.calls == 1)
    futures += [running.coder.CodeText.future(request) for request in numbered(texts)]
    assert wait_for(lambda: running.server.pool.waiting == len(texts))
    return futures


def numbered(texts: list[str]) -> list[coder_pb2.CodeTextRequest]:
    return [coder_pb2.CodeTextRequest(id=str(i), text=text) for i, text in enumerate(texts)]


def after_a_busy_worker(running: Any, latch: Latch, texts: list[str]) -> list[Any]:
    """Make the calls wait in one line, then let the worker go on."""
    futures = behind_a_busy_worker(running, latch, texts)
    latch.open()
    return futures


def codes(futures: list[Any]) -> list[grpc.StatusCode]:
    return [future.code() for future in futures]  # waits for the end of each


def test_merging_gives_each_call_its_own_answer(start: Callable[..., Any], latch: Latch) -> None:
    running = start(workers=1)
    texts = [("A met B", "Russia attacked Turkey", "nothing", "REFUSE", "RAISE")[i % 5] for i in range(20)]
    busy, *futures = after_a_busy_worker(running, latch, texts)
    ends = (grpc.StatusCode.OK,) * 3 + (grpc.StatusCode.INVALID_ARGUMENT, grpc.StatusCode.INTERNAL)
    assert busy.result().id == "busy"
    assert codes(futures) == [ends[i % 5] for i in range(20)]
    for i, future in enumerate(futures):
        if i % 5 < 3:
            answer = future.result()
            assert (answer.id, [event.action.root for event in answer.events]) == (str(i), [["04"], ["19"], []][i % 5])


@pytest.mark.parametrize(("merge_texts", "jobs"), [(MERGED, 3), (8, 4), (1, 21)])
def test_merging_shows_in_the_metrics(start: Callable[..., Any], latch: Latch, merge_texts: int, jobs: int) -> None:
    running = start(workers=1, merge_texts=merge_texts)
    assert codes(after_a_busy_worker(running, latch, ["A met B"] * 20)) == [grpc.StatusCode.OK] * 21
    assert running.metric("batch_texts_sum") == 21
    assert running.metric("batch_texts_count") == jobs
    assert running.metric("texts_total", status="OK") == 21


def test_merging_leaves_a_lone_call_alone(start: Callable[..., Any], ask: Any) -> None:
    running = start(workers=1)
    for _ in range(5):
        running.client.code(ask())
    assert running.metric("batch_texts_bucket", le="1.0") == running.metric("batch_texts_count") == 5


def test_merging_a_text_that_kills_costs_only_itself(start: Callable[..., Any], latch: Latch) -> None:
    running = start(workers=1, text_attempts=1)
    busy, *futures = after_a_busy_worker(running, latch, ["A met B"] * 5 + ["KILL"] + ["A met B"] * 5)
    assert busy.code() == grpc.StatusCode.OK
    ends = codes(futures)
    assert ends.pop(5) == grpc.StatusCode.INTERNAL
    assert set(ends) == {grpc.StatusCode.OK}
    assert "given up" in futures[5].details()
    assert running.metric("worker_restarts_total") == 2  # with its neighbours, and once more alone


def test_merging_a_text_that_hangs_costs_only_itself(start: Callable[..., Any], latch: Latch) -> None:
    running = start(workers=1, text_attempts=1, text_timeout_s=2.0)
    ends = codes(after_a_busy_worker(running, latch, ["HANG", "A met B", "A met B"]))
    assert ends == [grpc.StatusCode.OK, grpc.StatusCode.INTERNAL, grpc.StatusCode.OK, grpc.StatusCode.OK]


def test_merging_does_no_work_after_a_calls_own_deadline(start: Callable[..., Any], ask: Any, latch: Latch) -> None:
    running = start(workers=1)
    futures = behind_a_busy_worker(running, latch, ["A met B"] * 4)
    late = running.coder.CodeText.future(ask(), timeout=0.1)
    assert late.code() == grpc.StatusCode.DEADLINE_EXCEEDED
    assert wait_for(lambda: running.server.pool.waiting == 4)
    latch.open()
    assert codes(futures) == [grpc.StatusCode.OK] * 5
    assert running.metric("batch_texts_sum") == 5  # the busy one and four


def test_merging_looks_at_each_deadline_between_portions() -> None:
    slow, quick = (coder_pb2.CodeTextRequest(text=text).SerializeToString() for text in ("SLEEP 0.01", "A met B"))
    budgets = (None,) * SUB_BATCH_TEXTS + (0.01, 10.0, None)
    reply = Desk(FakeCoder(), Limits()).reply(CodeJob((slow,) * SUB_BATCH_TEXTS + (quick,) * 3, budgets))
    assert [answer.code for answer in reply.answers] == [0] * SUB_BATCH_TEXTS + [4, 0, 0]


def test_merging_a_caller_that_leaves_hurts_nobody(start: Callable[..., Any], latches: Callable[[], Latch]) -> None:
    running, first, second = start(workers=1), latches(), latches()
    texts = ["A met B"] * 3 + [second.text] + ["A met B"] * 3
    busy, *futures = behind_a_busy_worker(running, first, texts)
    futures[1].cancel()  # while it waits
    assert wait_for(lambda: running.server.pool.waiting == 6)
    first.open()
    assert wait_for(lambda: running.server.pool.waiting == 0)
    futures[4].cancel()  # while a worker has it
    second.open()
    stayed = [future for i, future in enumerate(futures) if i not in {1, 4}]
    assert codes([busy, *stayed]) == [grpc.StatusCode.OK] * 6
    assert running.metric("batch_texts_sum") == 7  # the busy one and six
    assert wait_for(lambda: running.server.gate.calls == 0)


def test_merging_takes_names_one_by_one_in_their_turn(start: Callable[..., Any], latch: Latch) -> None:
    running = start(workers=1)
    texts = behind_a_busy_worker(running, latch, ["A met B"] * 2)
    codebook = coder_pb2_grpc.CodebookServiceStub(running.channel)  # type: ignore[no-untyped-call]
    names = [codebook.ResolveActor.future(coder_pb2.ResolveActorRequest(name="Clinton")) for _ in range(2)]
    assert wait_for(lambda: running.server.pool.waiting == 4)
    latch.open()
    assert [name.result(60).actors[0].code for name in names] == ["USAELI", "USAELI"]
    assert codes(texts) == [grpc.StatusCode.OK] * 3
