import threading
import time
from collections.abc import Iterator
from typing import Any

import grpc
import pytest

from service.client import CallError, Client, Target
from service.gen import coder_pb2
from tests.service.conftest import wait_for


def requests(count: int, text: str = "Russia met Turkey") -> Iterator[coder_pb2.CodeTextRequest]:
    for i in range(count):
        yield coder_pb2.CodeTextRequest(id=str(i), text=text)


def test_streams_answers_each_request_in_order(running: Any) -> None:
    answers = list(running.client.code_stream(requests(2000)))
    assert [answer.id for answer in answers] == [str(i) for i in range(2000)]
    assert all(len(answer.events) == 1 for answer in answers)


def test_streams_empty_is_fine(running: Any) -> None:
    assert list(running.client.code_stream([])) == []


def test_streams_bad_items_get_their_status_in_their_place(running: Any, ask: Any) -> None:
    texts = ["A met B", "", "RAISE", "A met B", "REFUSE"]
    answers = list(running.client.code_stream([ask(text, id=str(i)) for i, text in enumerate(texts)]))
    assert [(answer.id, answer.status.code) for answer in answers] == [
        ("0", 0),
        ("1", 3),
        ("2", 13),
        ("3", 0),
        ("4", 3),
    ]


def test_streams_undecodable_item_gets_one_answer_too(running: Any, ask: Any) -> None:
    call = running.channel.stream_stream("/cameo.coder.v1.CoderService/CodeStream")
    sent = [ask("A met B", id="a").SerializeToString(), b"\xff\xff", ask("A met B", id="c").SerializeToString()]
    answers = [coder_pb2.CodeTextResponse.FromString(raw) for raw in call(iter(sent))]
    assert [(answer.id, answer.status.code) for answer in answers] == [("a", 0), ("", 3), ("c", 0)]


def test_streams_answers_while_the_sender_thinks(running: Any, ask: Any) -> None:
    go_on = threading.Event()

    def slowly() -> Iterator[coder_pb2.CodeTextRequest]:
        yield ask("A met B", id="first")
        assert go_on.wait(60)
        yield ask("A met B", id="second")

    answers = running.client.code_stream(slowly())
    assert next(answers).id == "first"
    go_on.set()
    assert [answer.id for answer in answers] == ["second"]


def test_streams_slow_reader_holds_the_sender_back(running: Any) -> None:
    pulled = []

    def source() -> Iterator[coder_pb2.CodeTextRequest]:
        for i in range(100_000):
            pulled.append(i)
            yield coder_pb2.CodeTextRequest(id=str(i), text="A met B " + "x" * 2000)

    call = running.coder.CodeStream(source())
    next(iter(call))
    before = -1
    while len(pulled) > before and len(pulled) < 50_000:
        before = len(pulled)
        time.sleep(0.7)
    call.cancel()
    assert len(pulled) < 50_000


def test_streams_over_the_limit_are_refused_with_a_delay(start: Any, ask: Any) -> None:
    running = start(workers=1, max_streams=1)
    hold = threading.Event()

    def held() -> Iterator[coder_pb2.CodeTextRequest]:
        yield ask("A met B")
        hold.wait(60)

    first = running.coder.CodeStream(held())
    next(iter(first))
    with pytest.raises(grpc.RpcError) as raised:
        list(running.coder.CodeStream(iter([ask()])))
    assert raised.value.code() == grpc.StatusCode.RESOURCE_EXHAUSTED
    hold.set()
    first.cancel()


def test_streams_go_on_by_themselves_after_a_restart(start: Any) -> None:
    first = start(workers=1)
    answers: list[str] = []
    restarted = threading.Event()

    def source() -> Iterator[coder_pb2.CodeTextRequest]:
        for i, request in enumerate(requests(300)):
            if i == 150:
                restarted.wait(60)
            yield request

    def read() -> None:
        with Client(Target(first.address)) as client:
            answers.extend(answer.id for answer in client.code_stream(source()))

    reader = threading.Thread(target=read)
    reader.start()
    assert wait_for(lambda: len(answers) > 0)
    first.run(first.server.drain())
    start(workers=1, port=int(first.address.rsplit(":", 1)[1]))
    restarted.set()
    reader.join(60)
    assert answers == [str(i) for i in range(300)]


def test_streams_give_up_when_nobody_answers() -> None:
    with Client(Target("127.0.0.1:1", patience_s=0.1)) as client, pytest.raises(CallError, match="UNAVAILABLE"):
        list(client.code_stream(requests(1)))


def test_streams_tell_the_callers_own_error(running: Any) -> None:
    def broken() -> Iterator[coder_pb2.CodeTextRequest]:
        yield from requests(3)
        msg = "the file ends early"
        raise OSError(msg)

    with pytest.raises(OSError, match="ends early"):
        list(running.client.code_stream(broken()))
