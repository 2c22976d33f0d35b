"""The client for asyncio."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Sequence
from datetime import date
from types import TracebackType
from typing import Any, Self

import grpc
from google.type import date_pb2
from grpc_health.v1 import health_pb2, health_pb2_grpc

from service.client.backlog import AsyncBacklog
from service.client.errors import CallError, call_error
from service.client.target import RETRIED, Pause, Target
from service.gen import coder_pb2, coder_pb2_grpc


class AsyncClient:
    """Calls the service; every method raises `CallError` when the service answers with an error.

    Use as ``async with AsyncClient(Target(...)) as client: ...``.
    """

    def __init__(self, target: Target | None = None) -> None:
        """Open the channel lazily: nothing is sent before the first call."""
        self._target = target or Target()
        options = self._target.options
        if credentials := self._target.credentials:
            self._channel = grpc.aio.secure_channel(self._target.address, credentials, options)
        else:
            self._channel = grpc.aio.insecure_channel(self._target.address, options)
        self._coder = coder_pb2_grpc.CoderServiceStub(self._channel)  # type: ignore[no-untyped-call]
        self._codebook = coder_pb2_grpc.CodebookServiceStub(self._channel)  # type: ignore[no-untyped-call]
        self._health = health_pb2_grpc.HealthStub(self._channel)

    async def __aenter__(self) -> Self:
        """Give the client."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the channel."""
        await self.close()

    async def close(self) -> None:
        """Close the channel; calls under way are cancelled."""
        await self._channel.close()

    async def code(
        self, request: coder_pb2.CodeTextRequest, timeout_s: float | None = None
    ) -> coder_pb2.CodeTextResponse:
        """Code one text."""
        response: coder_pb2.CodeTextResponse = await self._call(self._coder.CodeText, request, timeout_s)
        return response

    async def code_batch(
        self, requests: Sequence[coder_pb2.CodeTextRequest], timeout_s: float | None = None
    ) -> list[coder_pb2.CodeTextResponse]:
        """Code many texts; results in their order, with a status in those that could not be coded."""
        batch = coder_pb2.CodeBatchRequest(requests=requests)
        response: coder_pb2.CodeBatchResponse = await self._call(self._coder.CodeBatch, batch, timeout_s)
        return list(response.results)

    async def code_stream(
        self, requests: AsyncIterable[coder_pb2.CodeTextRequest] | Iterable[coder_pb2.CodeTextRequest]
    ) -> AsyncIterator[coder_pb2.CodeTextResponse]:
        """Code texts as they come, answers in request order; a broken stream is opened again where it stopped."""
        backlog = AsyncBacklog(requests)
        pause = Pause(self._target.patience_s)
        while not backlog.done:
            before = backlog.answered
            call = self._coder.CodeStream(backlog.requests(), metadata=self._target.metadata)
            try:
                async for response in call:
                    backlog.take_answer(response)
                    yield response
            except grpc.aio.AioRpcError as error:
                if backlog.failure:
                    raise backlog.failure from None
                if error.code().name not in RETRIED or pause.is_over(in_vain=backlog.is_stuck_at(before)):
                    raise call_error(error) from None
            except asyncio.CancelledError as cancelled:  # grpc's word also for a source that has failed
                raise _meant_by(cancelled, backlog) from None
            else:
                return
            finally:
                call.cancel()
            await asyncio.sleep(pause.next_s())

    async def event_types(self, root: str = "") -> list[coder_pb2.EventType]:
        """List the ontology, or one root of it."""
        request = coder_pb2.ListEventTypesRequest(root=root)
        response: coder_pb2.ListEventTypesResponse = await self._call(self._codebook.ListEventTypes, request)
        return list(response.event_types)

    async def event_type(self, code: str) -> coder_pb2.EventType:
        """Give one event type."""
        request = coder_pb2.GetEventTypeRequest(code=code)
        response: coder_pb2.GetEventTypeResponse = await self._call(self._codebook.GetEventType, request)
        return response.event_type

    async def resolve_actor(self, name: str, on: date | None = None) -> list[coder_pb2.Actor]:
        """Give the actor codes of a name, best first."""
        day = date_pb2.Date(year=on.year, month=on.month, day=on.day) if on else None
        request = coder_pb2.ResolveActorRequest(name=name, date=day)
        response: coder_pb2.ResolveActorResponse = await self._call(self._codebook.ResolveActor, request)
        return list(response.actors)

    async def describe(self) -> coder_pb2.DescribeCoderResponse:
        """Give the server's versions and limits."""
        response: coder_pb2.DescribeCoderResponse = await self._call(
            self._codebook.DescribeCoder, coder_pb2.DescribeCoderRequest()
        )
        return response

    async def is_serving(self, timeout_s: float = 2.0) -> bool:
        """Ask whether the service takes calls; False also when nobody answers."""
        try:
            response = await self._call(self._health.Check, health_pb2.HealthCheckRequest(), timeout_s)
        except CallError:
            return False
        return bool(response.status == health_pb2.HealthCheckResponse.SERVING)

    async def _call(self, method: Any, request: Any, timeout_s: float | None = None) -> Any:  # noqa: ANN401
        timeout = self._target.timeout_s if timeout_s is None else timeout_s
        try:
            return await method(request, timeout=timeout, metadata=self._target.metadata)
        except grpc.aio.AioRpcError as error:
            raise call_error(error) from None


def _meant_by(cancelled: asyncio.CancelledError, backlog: AsyncBacklog) -> BaseException:
    """Give what the source raised, unless it is really the caller who is cancelled."""
    task = asyncio.current_task()
    return cancelled if backlog.failure is None or (task and task.cancelling()) else backlog.failure
