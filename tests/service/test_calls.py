"""Each row of the error table, and each method, over a real channel."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2, status_pb2
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc

from service.client import CallError
from service.convert import response_to_json
from service.gen import coder_pb2
from service.logs import set_up_logs
from service.stories import Limits
from tests.service.conftest import wait_for

RAW = "/cameo.coder.v1.CoderService/"


def refusal(running: Any, request: coder_pb2.CodeTextRequest) -> CallError:
    with pytest.raises(CallError) as raised:
        running.client.code(request)
    return raised.value


def test_calls_codes_a_text(running: Any, ask: Any) -> None:
    response = running.client.code(ask("Russia criticized Turkey.", id="a"))
    (event,) = response.events
    assert (response.id, response.coder_version) == ("a", "fake-1")
    assert (event.source.code, event.action.label, event.target.code) == ("RUS", "CRITICIZE_OR_DENOUNCE", "TUR")
    assert not response.HasField("status")


def test_calls_no_event_is_a_good_answer(running: Any, ask: Any) -> None:
    assert not running.client.code(ask("Nothing happened.")).events


def test_calls_same_text_gives_same_bytes(running: Any, ask: Any) -> None:
    answers = {running.client.code(ask()).SerializeToString(deterministic=True) for _ in range(6)}
    assert len(answers) == 1


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": ""}, "text"),
        ({"date": {"year": 2023, "month": 2, "day": 30}}, "date"),
        ({"actors": [{"span": {"start": 0, "end": 6}}, {"span": {"start": 3, "end": 8}}]}, "actors[1].span"),
        ({"actors": [{"span": {"start": 0, "end": 99}}]}, "actors[0].span"),
        ({"language_code": "xx"}, "language_code"),
    ],
)
def test_calls_bad_request_names_the_field(running: Any, ask: Any, fields: dict[str, Any], field: str) -> None:
    error = refusal(running, ask(**({"text": "Russia criticized Turkey."} | fields)))
    assert error.status == "INVALID_ARGUMENT"
    assert [name for name, _ in error.violations] == [field]


def test_calls_long_text_is_told_limit_and_size(running: Any, ask: Any) -> None:
    error = refusal(running, ask("é" * 100_001))
    assert error.status == "INVALID_ARGUMENT"
    assert "100,001" in error.message
    assert "100,000" in error.message


def test_calls_long_batches_are_told_limit_and_size(running: Any, ask: Any) -> None:
    for batch, size, limit in (
        ([ask("x")] * 1001, "1,001", "1,000"),
        ([ask("x" * 100_000)] * 11, "1,100,000", "1,000,000"),
    ):
        with pytest.raises(CallError, match="INVALID_ARGUMENT") as raised:
            running.client.code_batch(batch)
        assert size in raised.value.message
        assert limit in raised.value.message


def test_calls_what_the_coder_refuses_is_the_callers_fault(running: Any, ask: Any) -> None:
    error = refusal(running, ask("REFUSE"))
    assert (error.status, error.violations) == ("INVALID_ARGUMENT", [("text", "is refused")])


def test_calls_undecodable_bytes_are_the_callers_fault(running: Any) -> None:
    for method in ("CodeText", "CodeBatch"):
        call = running.channel.unary_unary(RAW + method)
        for junk in (b"\xff\xff\xff", b"\x12\x02\xff\xfe", b"\x12\xff\xff\xff\xff\x0f"):
            with pytest.raises(grpc.RpcError) as raised:
                call(junk)
            assert raised.value.code() == grpc.StatusCode.INVALID_ARGUMENT


def test_calls_unforeseen_error_tells_an_id_and_nothing_else(running: Any, ask: Any, capfd: Any) -> None:
    error = refusal(running, ask("RAISE the secret"))
    assert error.status == "INTERNAL"
    assert "secret" not in str(error)
    assert "Traceback" not in str(error)
    logged = capfd.readouterr().err
    assert error.message.split()[2].rstrip(":") in logged
    assert "secret" not in logged


def test_calls_batch_gives_each_item_its_own_status(running: Any, ask: Any) -> None:
    texts = ["Russia criticized Turkey.", "", "RAISE", "REFUSE", "A met B"]
    results = running.client.code_batch([ask(text, id=str(i)) for i, text in enumerate(texts)])
    assert [result.id for result in results] == ["0", "1", "2", "3", "4"]
    assert [result.status.code for result in results] == [0, 3, 13, 3, 0]
    assert [len(result.events) for result in results] == [1, 0, 0, 0, 1]
    bad = error_details_pb2.BadRequest()
    assert results[1].status.details[0].Unpack(bad)
    assert bad.field_violations[0].field == "text"


def test_calls_batch_of_many_chunks_keeps_its_order(running: Any, ask: Any) -> None:
    requests = [ask(f"A{i} met B" + " x" * (i % 200), id=str(i)) for i in range(700)]
    assert [result.id for result in running.client.code_batch(requests)] == [str(i) for i in range(700)]


def test_calls_one_empty_batch_is_refused(running: Any) -> None:
    with pytest.raises(CallError, match="INVALID_ARGUMENT: requests: is empty"):
        running.client.code_batch([])


def test_calls_codebook_tells_all_types(running: Any) -> None:
    types = running.client.event_types()
    assert len(types) == len({one.label for one in types}) == 298
    assert [one.code for one in types] == sorted(one.code for one in types)
    assert {one.root for one in running.client.event_types("11")} == {"11"}
    assert running.client.event_type("0312").label == "EXPRESS_INTENT_COOPERATE_MILITARILY"


@pytest.mark.parametrize(("code", "status"), [("999", "NOT_FOUND"), ("", "INVALID_ARGUMENT")])
def test_calls_codebook_refuses_unknown_codes(running: Any, code: str, status: str) -> None:
    with pytest.raises(CallError, match=status):
        running.client.event_type(code)


def test_calls_codebook_refuses_unknown_roots(running: Any) -> None:
    with pytest.raises(CallError, match="INVALID_ARGUMENT"):
        running.client.event_types("21")


def test_calls_resolves_actors_by_day(running: Any) -> None:
    (then,) = running.client.resolve_actor("Clinton", date(1996, 1, 1))
    (now,) = running.client.resolve_actor("Clinton")
    assert (then.code, now.code) == ("USAGOV", "USAELI")
    assert list(then.provenance) == ["people.txt:3"]
    assert running.client.resolve_actor("nobody") == []


@pytest.mark.parametrize("name", ["", "  ", "x" * 1025])
def test_calls_resolve_refuses_bad_names(running: Any, name: str) -> None:
    with pytest.raises(CallError, match="INVALID_ARGUMENT: name"):
        running.client.resolve_actor(name)


def test_calls_describes_limits_and_versions(running: Any) -> None:
    described = running.client.describe()
    assert described.limits.max_text_chars == Limits().max_text_chars
    assert described.coder_version == "fake-1"
    assert dict(described.versions)["model"] == "fake"


def test_calls_health_is_known_per_service(running: Any) -> None:
    health = health_pb2_grpc.HealthStub(running.channel)
    for name in ("", "cameo.coder.v1.CoderService", "cameo.coder.v1.CodebookService"):
        response = health.Check(health_pb2.HealthCheckRequest(service=name))
        assert response.status == health_pb2.HealthCheckResponse.SERVING


@pytest.mark.parametrize("version", ["v1", "v1alpha"])
def test_calls_reflection_lists_services(running: Any, version: str) -> None:
    call = running.channel.stream_stream(
        f"/grpc.reflection.{version}.ServerReflection/ServerReflectionInfo",
        reflection_pb2.ServerReflectionRequest.SerializeToString,
        reflection_pb2.ServerReflectionResponse.FromString,
    )
    (answer,) = call(iter([reflection_pb2.ServerReflectionRequest(list_services="")]))
    names = {service.name for service in answer.list_services_response.service}
    assert {"cameo.coder.v1.CoderService", "cameo.coder.v1.CodebookService", "grpc.health.v1.Health"} <= names


def test_calls_reflection_can_be_off(start: Callable[..., Any]) -> None:
    reflection = reflection_pb2_grpc.ServerReflectionStub(start(workers=1, reflection=False).channel)
    with pytest.raises(grpc.RpcError) as raised:
        list(reflection.ServerReflectionInfo(iter([reflection_pb2.ServerReflectionRequest(list_services="")])))
    assert raised.value.code() == grpc.StatusCode.UNIMPLEMENTED


def test_calls_status_details_are_standard(running: Any) -> None:
    with pytest.raises(grpc.RpcError) as raised:
        running.coder.CodeText(coder_pb2.CodeTextRequest())
    trailing: dict[str, Any] = dict(raised.value.trailing_metadata())  # type: ignore[arg-type]
    status = status_pb2.Status.FromString(trailing["grpc-status-details-bin"])
    assert status.code == 3
    info = error_details_pb2.ErrorInfo()
    assert status.details[-1].Unpack(info)
    assert (info.reason, info.domain) == ("INVALID_REQUEST", "cameo.coder.v1")


def test_calls_are_counted(running: Any, ask: Any) -> None:
    before = running.metric("events_total", root="11")
    running.client.code(ask())
    assert running.metric("events_total", root="11") == before + 1
    assert running.metric("calls_total", method="CoderService/CodeText", status="OK") >= 1
    assert running.metric("workers_alive") == 2


@pytest.fixture
def _logged_calls() -> Iterator[None]:
    set_up_logs("INFO")
    yield
    set_up_logs("ERROR")


@pytest.mark.usefixtures("_logged_calls")
def test_calls_logs_hold_request_id_and_no_text(start: Callable[..., Any], capfd: Any) -> None:
    running = start(workers=1)
    logged = ""

    def is_logged(what: str) -> bool:
        nonlocal logged
        logged += capfd.readouterr().err
        return what in logged

    running.coder.CodeText(coder_pb2.CodeTextRequest(text="Zanzibar met Oz"), metadata=[("x-request-id", "req-7")])
    assert wait_for(lambda: is_logged('"request_id": "req-7"'))
    assert "Zanzibar" not in logged


def test_calls_answers_are_fit_for_json(running: Any, ask: Any) -> None:
    assert '"label": "CRITICIZE_OR_DENOUNCE"' in response_to_json(running.client.code(ask()))
