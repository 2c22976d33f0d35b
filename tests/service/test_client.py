"""The asynchronous client, and the page of metrics; the synchronous client is used by all other tests."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import grpc
import pytest

from service.client import AsyncClient, CallError, Client, Target
from service.client.backlog import Backlog
from service.client.target import Pause
from service.gen import coder_pb2
from tests.service.conftest import free_port, metrics_page

PEM = b"-----BEGIN CERTIFICATE-----\n"


def requests(count: int) -> list[coder_pb2.CodeTextRequest]:
    return [coder_pb2.CodeTextRequest(id=str(i), text="A met B") for i in range(count)]


def test_client_async_reaches_every_method(running: Any) -> None:
    async def use() -> None:
        async with AsyncClient(Target(running.address)) as client:
            assert await client.is_serving(timeout_s=60)
            assert len((await client.code(requests(1)[0])).events) == 1
            assert len(await client.code_batch(requests(40))) == 40
            assert [one.id async for one in client.code_stream(requests(200))] == [str(i) for i in range(200)]
            assert len(await client.event_types("01")) > 5
            assert (await client.event_type("190")).root == "19"
            assert (await client.resolve_actor("Clinton", date(1996, 1, 1)))[0].code == "USAGOV"
            assert (await client.describe()).coder_version == "fake-1"
            with pytest.raises(CallError, match="INVALID_ARGUMENT"):
                await client.code(coder_pb2.CodeTextRequest())

    asyncio.run(use())


def test_client_async_stream_goes_on_after_a_restart(start: Callable[..., Any]) -> None:
    first = start(workers=1)
    port = first.server.port

    async def use() -> list[str]:
        restarted = asyncio.Event()

        async def source() -> AsyncIterator[coder_pb2.CodeTextRequest]:
            for i, request in enumerate(requests(100)):
                if i == 50:
                    await restarted.wait()
                yield request

        async def restart() -> None:
            await asyncio.sleep(0.3)
            await asyncio.to_thread(first.run, first.server.drain())
            await asyncio.to_thread(start, workers=1, port=port)
            restarted.set()

        async with AsyncClient(Target(first.address)) as client, asyncio.TaskGroup() as group:
            group.create_task(restart())
            return [one.id async for one in client.code_stream(source())]

    assert asyncio.run(use()) == [str(i) for i in range(100)]


def test_client_nobody_serves_is_no_error() -> None:
    async def use() -> bool:
        async with AsyncClient(Target("127.0.0.1:1")) as client:
            return await client.is_serving()

    assert not asyncio.run(use())


def test_client_target_shows_no_secret() -> None:
    assert "hush" not in repr(Target("a:1", token="hush", ca=PEM, certificate=PEM, key=PEM + b"hush"))  # noqa: S106


def test_metrics_page_shows_calls_workers_and_versions(start: Callable[..., Any], ask: Any) -> None:
    port = free_port()
    running = start(workers=1, metrics_port=port)
    running.client.code(ask())
    page = metrics_page(port)
    for line in (
        'cameo_coder_calls_total{method="CoderService/CodeText",status="OK"} 1.0',
        'cameo_coder_events_total{root="11"} 1.0',
        'cameo_coder_texts_total{status="OK"} 1.0',
        "cameo_coder_sentences_screened_total 1.0",
        "cameo_coder_workers_alive 1.0",
        'coder="fake-1"',
        "cameo_coder_queue_depth 0.0",
    ):
        assert line in page


@pytest.mark.parametrize(("token", "sent"), [("secret\n", [("authorization", "Bearer secret")]), ("", [])])
def test_client_takes_a_token_as_it_stands_in_a_file(token: str, sent: list[tuple[str, str]]) -> None:
    assert Target(token=token).metadata == sent


@pytest.mark.parametrize("token", ["s\u00e9cret", "two\nlines"])
def test_client_refuses_a_token_that_cannot_be_sent_without_showing_it(token: str) -> None:
    with pytest.raises(ValueError, match="no header can carry") as refused:
        Target(token=token)
    assert token not in str(refused.value)


def test_client_patience_runs_from_the_first_try_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr("service.client.target.time.monotonic", lambda: now)
    pause = Pause(patience_s=60)
    for answered in (True, False):
        now += 600  # the stream was open
        assert not pause.is_over(in_vain=not answered)
        now += pause.next_s()
    gave_up = now + 60
    while not pause.is_over(in_vain=True):
        now += pause.next_s()
    assert gave_up - 1 < now < gave_up + 6
    assert not pause.is_over(in_vain=False)


def test_client_backlog_is_not_stuck_while_nothing_waits_for_an_answer() -> None:
    """A connection is renewed at its age, so that a quiet stream breaks again and again."""
    backlog = Backlog(iter(requests(2)))
    assert not backlog.is_stuck_at(0)
    sent = backlog.requests()
    next(sent)
    assert backlog.is_stuck_at(0)
    backlog.take(coder_pb2.CodeTextResponse(id="0"))
    assert not backlog.is_stuck_at(0)
    assert not backlog.is_stuck_at(1)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"certificate": PEM, "ca": PEM}, "certificate and key belong together"),
        ({"key": PEM, "ca": PEM}, "certificate and key belong together"),
        ({"certificate": PEM, "key": PEM}, "give ca"),
        ({"ca": b"/etc/ca.pem"}, "ca is no PEM"),
        ({"ca": PEM, "certificate": PEM, "key": b"secret"}, "key is no PEM"),
    ],
)
def test_client_refuses_tls_by_halves(given: dict[str, bytes], told: str) -> None:
    """Grpc would speak without TLS, or end the whole process."""
    with pytest.raises(ValueError, match=told) as refused:
        Target("127.0.0.1:1", **given)  # type: ignore[arg-type]
    assert "secret" not in str(refused.value)


def bad_sources() -> list[tuple[Iterable[Any], type[Exception]]]:
    def broken() -> Iterator[coder_pb2.CodeTextRequest]:
        yield from requests(3)
        raise KeyError("the caller's own source")

    return [(broken(), KeyError), (["A met B"], TypeError), ([None], TypeError)]


@pytest.mark.parametrize("number", range(3))
def test_client_stream_raises_what_its_source_raises(running: Any, number: int) -> None:
    source, error = bad_sources()[number]
    with pytest.raises(error):
        list(running.client.code_stream(source))


@pytest.mark.parametrize("waiting", [True, False])
@pytest.mark.parametrize("number", range(3))
def test_client_async_stream_raises_what_its_source_raises(running: Any, number: int, waiting: bool) -> None:
    source, error = bad_sources()[number]

    async def slowly() -> AsyncIterator[coder_pb2.CodeTextRequest]:
        for request in source:
            await asyncio.sleep(0)
            yield request

    async def use() -> None:
        async with AsyncClient(Target(running.address)) as client:
            async for _ in client.code_stream(slowly() if waiting else source):
                pass

    with pytest.raises(error):
        asyncio.run(use())


def test_client_async_stream_that_is_cancelled_stays_so(running: Any) -> None:
    async def endless() -> AsyncIterator[coder_pb2.CodeTextRequest]:
        yield requests(1)[0]
        await asyncio.sleep(60)

    async def use() -> None:
        async with AsyncClient(Target(running.address)) as client, asyncio.timeout(0.3):
            async for _ in client.code_stream(endless()):
                pass

    with pytest.raises(TimeoutError):
        asyncio.run(use())


@pytest.fixture
def ending() -> Iterator[str]:
    """The address of a server that cancels the first call of each method, as grpc does when a server ends."""
    seen: set[str] = set()

    def answer(method: str) -> Callable[[Any, Any], Any]:
        def unary(_: bytes, context: Any) -> bytes:
            if method not in seen:
                seen.add(method)
                context.abort(grpc.StatusCode.CANCELLED, "CANCELLED")
            return coder_pb2.CodeTextResponse(id="0").SerializeToString()

        return unary

    def stream(_: Iterator[bytes], context: Any) -> Iterator[bytes]:
        yield answer("stream")(b"", context)

    handlers: dict[str, Any] = {
        "CodeText": grpc.unary_unary_rpc_method_handler(answer("CodeText")),
        "CodeStream": grpc.stream_stream_rpc_method_handler(stream),
    }
    server = grpc.server(ThreadPoolExecutor(4))
    server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler("cameo.coder.v1.CoderService", handlers)])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    yield f"127.0.0.1:{port}"
    server.stop(None)


def test_client_asks_again_where_a_server_ended_before_it_looked(ending: str) -> None:
    with Client(Target(ending)) as client:
        assert client.code(requests(1)[0]).id == "0"
        assert [answer.id for answer in client.code_stream(requests(1))] == ["0"]
