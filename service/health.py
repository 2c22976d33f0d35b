"""Health of the server and of each of its services, for probes and balancers.

Not that of grpc_health: its watches stay open until the last moment of a drain's grace, and one that does not read what
it is told stops whoever tells.
"""

import asyncio
from typing import Any

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc

from service.errors import DRAINING

SERVING = health_pb2.HealthCheckResponse.SERVING
NOT_SERVING = health_pb2.HealthCheckResponse.NOT_SERVING
UNKNOWN = health_pb2.HealthCheckResponse.SERVICE_UNKNOWN
Context = grpc.aio.ServicerContext[Any, Any]


class Health(health_pb2_grpc.HealthServicer):  # type: ignore[misc]  # grpc_health has no types
    """One answer under several names; "" is the whole server."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Say NOT_SERVING until told otherwise."""
        self._names = frozenset(("", *names))
        self._status = NOT_SERVING
        self._changed = asyncio.Event()
        self._draining = False
        self._ended = False

    def tell(self, *, serving: bool) -> None:
        """Say whether calls can be answered; nothing changes any more in a drain."""
        if not self._draining:
            self._status = SERVING if serving else NOT_SERVING
            self._wake()

    def drain(self) -> None:
        """Say NOT_SERVING from now on."""
        self.tell(serving=False)
        self._draining = True

    def end(self) -> None:
        """End the watches."""
        self._ended = True
        self._wake()

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def Check(  # noqa: N802  (the schema's name)
        self, request: health_pb2.HealthCheckRequest, context: Context
    ) -> health_pb2.HealthCheckResponse:
        """Give the status now."""
        if request.service not in self._names:
            await context.abort(grpc.StatusCode.NOT_FOUND, "no service has this name")
        return health_pb2.HealthCheckResponse(status=self._status)

    async def Watch(self, request: health_pb2.HealthCheckRequest, context: Context) -> None:  # noqa: N802
        """Give the status now and whenever it changes; a slow reader may miss what has changed again."""
        told = None
        while not self._ended:
            changed = self._changed
            status = self._status if request.service in self._names else UNKNOWN
            if status == told:
                await changed.wait()
                continue
            await context.write(health_pb2.HealthCheckResponse(status=status))
            told = status
        await context.abort(grpc.StatusCode.UNAVAILABLE, DRAINING)
