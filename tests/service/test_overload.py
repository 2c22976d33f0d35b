"""What happens beyond the queue, and when callers lose patience."""

from collections.abc import Callable
from typing import Any

import grpc
import pytest

from service.client.errors import call_error
from service.dispatch import Dispatcher, Portions
from service.errors import DeadlinePassed, Draining, Overloaded
from service.gate import Gate
from service.gen import coder_pb2
from tests.service.conftest import Latch, wait_for


def in_background(running: Any, text: str, count: int = 1) -> list[Any]:
    futures = [running.coder.CodeText.future(coder_pb2.CodeTextRequest(text=text)) for _ in range(count)]
    assert wait_for(lambda: running.server.gate.calls == count)
    return futures


def test_overload_is_refused_at_once_with_a_delay(start: Callable[..., Any], ask: Any, latch: Latch) -> None:
    running = start(workers=1, max_waiting_calls=2)
    waiting = in_background(running, latch.text, 3)
    with pytest.raises(grpc.RpcError) as raised:
        running.coder.CodeText(ask())
    error = call_error(raised.value)
    assert (error.status, error.reason) == ("RESOURCE_EXHAUSTED", "OVERLOADED")
    assert error.retry_s is not None
    assert error.retry_s > 0
    assert running.metric("queue_depth") == 2
    latch.open()
    for future in waiting:
        future.result()


def test_overload_passes_and_the_client_comes_again(start: Callable[..., Any], ask: Any) -> None:
    running = start(workers=1, max_waiting_calls=1)
    waiting = in_background(running, "SLEEP 0.3", 2)
    assert len(running.client.code(ask()).events) == 1
    for future in waiting:
        future.result()


def test_overload_health_still_answers(start: Callable[..., Any], latch: Latch) -> None:
    running = start(workers=1)
    waiting = in_background(running, latch.text, 20)
    assert running.client.is_serving(timeout_s=60)
    assert not any(future.done() for future in waiting)
    for future in waiting:
        future.cancel()


def test_overload_bad_requests_are_told_so_even_then(start: Callable[..., Any], latch: Latch) -> None:
    running = start(workers=1, max_waiting_calls=1)
    in_background(running, latch.text, 2)
    with pytest.raises(grpc.RpcError) as raised:
        running.coder.CodeText(coder_pb2.CodeTextRequest())
    assert raised.value.code() == grpc.StatusCode.INVALID_ARGUMENT


def test_overload_work_after_the_deadline_is_not_done(start: Callable[..., Any], ask: Any, latch: Latch) -> None:
    running = start(workers=1)
    (busy,) = in_background(running, latch.text)
    with pytest.raises(grpc.RpcError) as raised:
        running.coder.CodeText(ask(), timeout=0.2)
    assert raised.value.code() == grpc.StatusCode.DEADLINE_EXCEEDED
    assert wait_for(lambda: running.server.pool.waiting == 0)
    latch.open()
    busy.result()
    running.coder.CodeText(ask())
    assert running.metric("texts_total", status="OK") == 2  # the busy one and the last, not the late one


def test_overload_abandoned_calls_leave_the_line(start: Callable[..., Any], ask: Any, latch: Latch) -> None:
    running = start(workers=1)
    for future in in_background(running, latch.text, 6):
        future.cancel()
    assert wait_for(lambda: running.server.pool.waiting == 0)
    latch.open()
    running.coder.CodeText(ask())
    assert running.metric("batch_texts_sum") == 2  # the one that was under way and the last, not the other five


def test_overload_batches_stop_at_the_deadline(start: Callable[..., Any], ask: Any, latch: Latch) -> None:
    running = start(workers=1, chunk_texts=16)
    batch = coder_pb2.CodeBatchRequest(requests=[ask(latch.text)] * 200)
    with pytest.raises(grpc.RpcError) as raised:
        running.coder.CodeBatch(batch, timeout=0.5)
    assert raised.value.code() == grpc.StatusCode.DEADLINE_EXCEEDED
    assert wait_for(lambda: running.server.gate.calls == running.server.pool.waiting == 0)
    latch.open()
    running.coder.CodeText(ask())
    assert running.metric("batch_texts_sum") <= 17  # the portion that was under way and the last text


def test_overload_batches_name_the_deadline_that_the_server_saw(
    start: Callable[..., Any], ask: Any, latch: Latch
) -> None:
    running = start(workers=1)
    pool, gate, metrics = running.server.pool, running.server.gate, running.server.metrics
    dispatcher = Dispatcher(pool, gate, Portions(texts=1), metrics)
    requests = [ask(latch.text).SerializeToString()] * 4
    with pytest.raises(DeadlinePassed):  # no group of exceptions, which the caller would read as INTERNAL
        running.run(dispatcher.code_all(requests, running.loop.time() + 0.3))


def test_overload_a_batch_lets_others_through(
    start: Callable[..., Any], ask: Any, latches: Callable[[], Latch]
) -> None:
    running, first, last = start(workers=1, chunk_texts=8), latches(), latches()
    texts = [first.text, *["A met B"] * 150, last.text]
    batch = running.coder.CodeBatch.future(coder_pb2.CodeBatchRequest(requests=map(ask, texts)))
    assert wait_for(lambda: running.server.pool.waiting == 1)  # a portion is under way, the next stands in the line
    other = running.coder.CodeText.future(ask())
    assert wait_for(lambda: running.server.pool.waiting == 2)
    first.open()
    assert len(other.result(60).events) == 1
    assert not batch.done()
    last.open()
    assert len(batch.result(60).results) == len(texts)


def test_gate_counts_and_closes() -> None:
    gate = Gate(workers=1, max_waiting_calls=0, max_streams=1)
    with gate.call(), pytest.raises(Overloaded), gate.call():
        pass
    with gate.stream(), pytest.raises(Overloaded), gate.stream():
        pass
    assert (gate.calls, gate.streams) == (0, 0)
    gate.close()
    with pytest.raises(Draining), gate.call():
        pass


def test_gate_waits_are_estimated_from_call_times() -> None:
    gate = Gate(workers=1, max_waiting_calls=0, max_streams=1)
    for _ in range(100):
        gate.learn(2.0)
    with gate.call(), pytest.raises(Overloaded) as raised, gate.call():
        pass
    assert 1.5 < raised.value.retry_s < 2.5
