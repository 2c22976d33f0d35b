"""Health by name, now and from now on."""

from collections.abc import Callable
from typing import Any

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc

SERVING = health_pb2.HealthCheckResponse.SERVING
NOT_SERVING = health_pb2.HealthCheckResponse.NOT_SERVING


def request(name: str = "") -> health_pb2.HealthCheckRequest:
    return health_pb2.HealthCheckRequest(service=name)


def test_health_of_an_unknown_service(running: Any) -> None:
    health = health_pb2_grpc.HealthStub(running.channel)
    with pytest.raises(grpc.RpcError) as raised:
        health.Check(request("nobody"))
    assert raised.value.code() == grpc.StatusCode.NOT_FOUND
    watch = health.Watch(request("nobody"))
    assert next(watch).status == health_pb2.HealthCheckResponse.SERVICE_UNKNOWN
    watch.cancel()


def test_health_watches_are_told_of_each_change(start: Callable[..., Any]) -> None:
    running = start(workers=1)
    tell = running.server._front._health.tell
    names = ("", "cameo.coder.v1.CoderService", "cameo.coder.v1.CodebookService")
    watches = [health_pb2_grpc.HealthStub(running.channel).Watch(request(name)) for name in names]
    for serving, status in ((True, SERVING), (False, NOT_SERVING), (True, SERVING)):
        running.loop.call_soon_threadsafe(lambda serving=serving: tell(serving=serving))
        assert [next(watch).status for watch in watches] == [status] * 3
    for watch in watches:
        watch.cancel()


def test_health_nothing_changes_after_a_drain_has_begun(start: Callable[..., Any]) -> None:
    running = start(workers=1)
    health = running.server._front._health
    running.loop.call_soon_threadsafe(health.drain)
    running.loop.call_soon_threadsafe(lambda: health.tell(serving=True))
    assert not running.client.is_serving()
