"""The outermost interceptor: decodes, checks tokens, counts, logs, and turns every exception into a status.

Requests are decoded here and not by grpc, which answers bytes that it cannot decode with INTERNAL.
"""

import asyncio
import inspect
import time
import traceback
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import grpc
import structlog
from google.rpc import status_pb2

from service.errors import is_foreseen, status_of
from service.metrics import Metrics
from service.security import Tokens

OPEN_SERVICE = "/grpc.health.v1.Health/"  # probes bring no token, and learn nothing that a connection does not tell
RAW_SERVICE = "/cameo.coder.v1."
REQUEST_ID_CHARS = 128
DETAILS_KEY = "grpc-status-details-bin"
CODES = {code.value[0]: code for code in grpc.StatusCode}


class CallInterceptor(grpc.aio.ServerInterceptor):
    """Stands around every call."""

    def __init__(self, metrics: Metrics, tokens: Tokens | None) -> None:
        """Check tokens when there are some."""
        self._metrics = metrics
        self._tokens = tokens
        self._log = structlog.get_logger("cameo_coder.calls")

    async def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], Awaitable[Any]],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> Any:  # noqa: ANN401  (grpc's handlers have no type of their own)
        """Wrap the method's handler."""
        handler = await continuation(handler_call_details)
        method = handler_call_details.method
        if handler is None or not method.startswith(RAW_SERVICE):
            return self._guard(method, handler)
        if handler.stream_stream:
            return grpc.stream_stream_rpc_method_handler(self._stream(method, handler.stream_stream))
        return grpc.unary_unary_rpc_method_handler(
            self._unary(method, handler), response_serializer=handler.response_serializer
        )

    def _guard(self, method: str, handler: Any) -> Any:  # noqa: ANN401
        """Leave health and unknown methods alone; ask for the token before reflection."""
        if handler is None or method.startswith(OPEN_SERVICE) or not handler.stream_stream:
            return handler
        return grpc.stream_stream_rpc_method_handler(
            self._stream(method, handler.stream_stream), handler.request_deserializer, handler.response_serializer
        )

    def _unary(self, method: str, handler: Any) -> Any:  # noqa: ANN401
        async def call(raw: bytes, context: grpc.aio.ServicerContext[Any, Any]) -> Any:  # noqa: ANN401
            async with self._watch(method, context):
                return await handler.unary_unary(handler.request_deserializer(raw), context)

        return call

    def _stream(self, method: str, behaviour: Any) -> Any:  # noqa: ANN401
        async def call(requests: Any, context: grpc.aio.ServicerContext[Any, Any]) -> AsyncIterator[Any]:  # noqa: ANN401
            async with self._watch(method, context):
                answers = behaviour(requests, context)
                async for answer in answers if inspect.isasyncgen(answers) else await answers:
                    yield answer

        return call

    @asynccontextmanager
    async def _watch(self, method: str, context: grpc.aio.ServicerContext[Any, Any]) -> AsyncIterator[None]:
        """Count and log the call, and tell its caller of exceptions by the table in `service.errors`."""
        started = time.perf_counter()
        request_id = _request_id(context)
        code = grpc.StatusCode.OK
        try:
            if self._tokens:
                self._tokens.check(_metadata(context, "authorization"))
            yield
        except (asyncio.CancelledError, GeneratorExit):
            code = grpc.StatusCode.CANCELLED
            raise
        except Exception as error:  # noqa: BLE001  (nothing may pass from here to the caller but a status)
            status = self._status(error, request_id)
            code = CODES[status.code]
            await context.abort(code, status.message, ((DETAILS_KEY, status.SerializeToString()),))
        finally:
            self._count(method, code, time.perf_counter() - started, request_id)

    def _status(self, error: Exception, request_id: str) -> status_pb2.Status:
        error_id = uuid.uuid4().hex
        if not is_foreseen(error):
            trace = "".join(traceback.format_tb(error.__traceback__))  # without the message, which may quote the text
            kind = type(error).__name__
            self._log.error("unforeseen_error", error_id=error_id, request_id=request_id, kind=kind, trace=trace)
        return status_of(error, error_id)

    def _count(self, method: str, code: grpc.StatusCode, seconds: float, request_id: str) -> None:
        short = method.removeprefix(RAW_SERVICE)
        self._metrics.calls.labels(short, code.name).inc()
        self._metrics.call_seconds.labels(short).observe(seconds)
        self._log.info("call", method=short, status=code.name, ms=round(1000 * seconds, 2), request_id=request_id)


def _metadata(context: grpc.aio.ServicerContext[Any, Any], key: str) -> str:
    values = [value for name, value in context.invocation_metadata() or () if name == key]
    return str(values[0]) if values else ""


def _request_id(context: grpc.aio.ServicerContext[Any, Any]) -> str:
    """Give the caller's ``x-request-id``, cut to what a log line can bear, or a new one."""
    return _metadata(context, "x-request-id")[:REQUEST_ID_CHARS] or uuid.uuid4().hex
