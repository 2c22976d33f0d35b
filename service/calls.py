"""The guard around every call: decodes, checks tokens, counts, logs, and turns every exception into a status.

Requests are decoded here and not by grpc, which answers bytes that it cannot decode with INTERNAL. The guard is put
around each method once, when it is registered: an interceptor of grpc would be asked anew at each call.
"""

import asyncio
import inspect
import os
import time
import traceback
import uuid
from collections.abc import AsyncIterator, Callable, Mapping
from types import TracebackType
from typing import Any, Self, cast

import grpc
import structlog
from google.rpc import status_pb2

from service.errors import Draining, is_foreseen, status_of
from service.metrics import Metrics
from service.security import Tokens

OPEN_SERVICE = "grpc.health.v1.Health"  # probes bring no token, and learn nothing that a connection does not tell
RAW_PACKAGE = "cameo.coder.v1."
REQUEST_ID_CHARS = 128
DETAILS_KEY = "grpc-status-details-bin"
CODES = {code.value[0]: code for code in grpc.StatusCode}
Context = grpc.aio.ServicerContext[Any, Any]


class Guard:
    """Stands around every call."""

    def __init__(self, metrics: Metrics, tokens: Tokens | None) -> None:
        """Check tokens when there are some."""
        self.metrics = metrics
        self.tokens = tokens
        self.log = structlog.get_logger("cameo_coder.calls").bind()
        self.draining = False
        self._side_streams: set[asyncio.Task[Any]] = set()

    def end_side_streams(self) -> None:
        """End the open streams of other services than ours (reflection), which would hold the end of a drain back."""
        self.draining = True
        for task in self._side_streams:
            task.cancel()

    def around(self, service: str, name: str, handler: Any) -> Any:  # noqa: ANN401  (grpc's handlers have no type)
        """Give a method's handler with the guard around it; health, which must always answer, has none."""
        if service == OPEN_SERVICE:
            return handler
        raw = service.startswith(RAW_PACKAGE)
        method = f"{service}/{name}".removeprefix(RAW_PACKAGE)
        if not handler.stream_stream:
            call = self._unary(method, handler.unary_unary, handler.request_deserializer)
            return grpc.unary_unary_rpc_method_handler(call, response_serializer=_serialized)
        if raw:
            return grpc.stream_stream_rpc_method_handler(self._stream(method, handler.stream_stream))
        aside = self._aside(self._stream(method, handler.stream_stream))
        return grpc.stream_stream_rpc_method_handler(aside, handler.request_deserializer, handler.response_serializer)

    def _unary(self, method: str, behaviour: Any, decode: Callable[[bytes], Any]) -> Any:  # noqa: ANN401
        async def call(raw: bytes, context: Context) -> Any:  # noqa: ANN401
            async with _Visit(self, method, context) as visit:
                visit.check_token()
                return await behaviour(decode(raw), context)

        return call

    def _stream(self, method: str, behaviour: Any) -> Any:  # noqa: ANN401
        async def call(requests: Any, context: Context) -> AsyncIterator[Any]:  # noqa: ANN401
            async with _Visit(self, method, context) as visit:
                visit.check_token()
                answers = behaviour(requests, context)
                async for answer in answers if inspect.isasyncgen(answers) else await answers:
                    yield answer

        return call

    def _aside(self, behaviour: Any) -> Any:  # noqa: ANN401
        async def call(requests: Any, context: Context) -> AsyncIterator[Any]:  # noqa: ANN401
            task = asyncio.current_task()
            assert task  # noqa: S101  (told to the type checker; grpc runs each call in a task)
            self._side_streams.add(task)
            try:
                async for answer in behaviour(requests, context):
                    yield answer
            finally:
                self._side_streams.discard(task)

        return call


class GuardedServer:
    """What generated code registers services with: passes each method to a server of grpc with the guard around it.

    By path only: for methods that grpc knows by name, its aio server waits for as many futures more at each call.
    """

    def __init__(self, server: grpc.aio.Server, guard: Guard, name: str = "") -> None:
        """Take the server and the guard; with a name, services are registered under it instead of their own."""
        self._server = server
        self._guard = guard
        self._name = name

    def renamed(self, name: str) -> "GuardedServer":
        """Register a service under another name than the generated code has."""
        return GuardedServer(self._server, self._guard, name)

    def add_generic_rpc_handlers(self, handlers: Any) -> None:  # noqa: ANN401
        """Leave these, which look methods up by path, for the named ones: generated code gives both."""

    def add_registered_method_handlers(self, service: str, handlers: Mapping[str, Any]) -> None:
        """Register the methods of a service."""
        service = self._name or service
        guarded = {name: self._guard.around(service, name, handler) for name, handler in handlers.items()}
        self._server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(service, guarded),))


class _Visit:
    """One call from its begin to its end: counted and logged, its exceptions told by the table in `service.errors`."""

    def __init__(self, guard: Guard, method: str, context: Context) -> None:
        self._guard = guard
        self._method = method
        self._context = context
        sent = cast("tuple[tuple[str, str | bytes], ...]", context.invocation_metadata() or ())
        self._metadata = dict(reversed(sent))  # the first of a name counts
        asked = str(self._metadata.get("x-request-id", ""))
        self._request_id = asked[:REQUEST_ID_CHARS] or os.urandom(16).hex()
        self._began = time.perf_counter()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, asyncio.CancelledError) and self._guard.draining:
            error = Draining()
        if error is None:
            self._count(grpc.StatusCode.OK)
        elif isinstance(error, Exception):
            status = self._status(error)
            code = CODES[status.code]
            try:
                await self._context.abort(code, status.message, ((DETAILS_KEY, status.SerializeToString()),))
            finally:
                self._count(code)
        elif isinstance(error, asyncio.CancelledError | GeneratorExit):
            self._count(grpc.StatusCode.CANCELLED)

    def check_token(self) -> None:
        """Turn away who brings none of the tokens, where some are asked for.

        Raises:
            Unauthenticated: so it is.
        """
        if self._guard.tokens:
            self._guard.tokens.check(str(self._metadata.get("authorization", "")))

    def _status(self, error: Exception) -> status_pb2.Status:
        error_id = uuid.uuid4().hex
        if not is_foreseen(error):
            trace = "".join(traceback.format_tb(error.__traceback__))  # without the message, which may quote the text
            about = {"error_id": error_id, "request_id": self._request_id, "kind": type(error).__name__}
            self._guard.log.error("unforeseen_error", **about, trace=trace)
        return status_of(error, error_id)

    def _count(self, code: grpc.StatusCode) -> None:
        seconds = time.perf_counter() - self._began
        self._guard.metrics.call(self._method, code.name, seconds)
        self._guard.log.info(
            "call", method=self._method, status=code.name, ms=round(1000 * seconds, 2), request_id=self._request_id
        )


def _serialized(response: Any) -> bytes:  # noqa: ANN401  (a message, or one that a worker has written)
    return response if isinstance(response, bytes) else bytes(response.SerializeToString())
