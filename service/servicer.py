"""The two services: validate, hand over, answer; no domain logic, and no error handling (see `service.calls`)."""

import time
from collections.abc import AsyncIterator
from typing import Any, cast

import grpc

from coder.ontology import Ontology
from service.convert import check_batch, event_type_message
from service.dispatch import Dispatcher
from service.errors import InvalidRequest, RefusedText, UnknownCode, Violation
from service.gate import Gate
from service.gen import coder_pb2, coder_pb2_grpc
from service.stories import Limits, day_from, day_violations, name_violations, story_from_request
from service.streams import Pump

Context = grpc.aio.ServicerContext[Any, Any]


def deadline_of(context: Context) -> float | None:
    """Give the call's deadline in event loop time; None when it has none."""
    remaining = cast("float | None", context.time_remaining())  # grpc's types forget calls without a deadline
    return None if remaining is None else time.monotonic() + remaining


class CoderServicer(coder_pb2_grpc.CoderServiceServicer):
    """Codes text through the dispatcher."""

    def __init__(self, dispatcher: Dispatcher, gate: Gate, limits: Limits) -> None:
        """Take what it works with."""
        self._dispatcher = dispatcher
        self._gate = gate
        self._limits = limits
        self._pumps: set[Pump] = set()

    def stop_streams(self) -> None:
        """Have open streams answer what has arrived, and end."""
        for pump in self._pumps:
            pump.stop()

    async def CodeText(  # noqa: N802  (the schema's name)
        self, request: coder_pb2.CodeTextRequest, context: Context
    ) -> bytes:
        """Code one text; what is wrong with it is told before it waits. The answer stays as a worker wrote it."""
        story_from_request(request, self._limits)
        with self._gate.call():
            (answer,) = await self._dispatcher.code([request.SerializeToString()], deadline_of(context))
        if answer.code:
            raise RefusedText(coder_pb2.CodeTextResponse.FromString(answer.response).status)
        return answer.response

    async def CodeBatch(  # noqa: N802
        self, request: coder_pb2.CodeBatchRequest, context: Context
    ) -> coder_pb2.CodeBatchResponse:
        """Code many texts."""
        check_batch(request, self._limits)
        raws = [one.SerializeToString() for one in request.requests]
        with self._gate.call():
            answers = await self._dispatcher.code_all(raws, deadline_of(context))
        results = [coder_pb2.CodeTextResponse.FromString(answer.response) for answer in answers]
        return coder_pb2.CodeBatchResponse(results=results)

    async def CodeStream(self, requests: AsyncIterator[bytes], context: Context) -> AsyncIterator[bytes]:  # noqa: N802
        """Code texts as they come; messages stay bytes here, a worker reads and writes them."""
        with self._gate.stream():
            pump = Pump(self._dispatcher, deadline_of(context))
            self._pumps.add(pump)
            try:
                async for answer in pump.answers(requests):
                    yield answer.response
            finally:
                self._pumps.discard(pump)
            if pump.stopped:
                self._gate.refuse()


class CodebookServicer(coder_pb2_grpc.CodebookServiceServicer):
    """Tells what the codes mean."""

    def __init__(
        self, ontology: Ontology, dispatcher: Dispatcher, gate: Gate, description: coder_pb2.DescribeCoderResponse
    ) -> None:
        """Take what it works with, and the server's description of itself."""
        self._ontology = ontology
        self._dispatcher = dispatcher
        self._gate = gate
        self._description = description

    async def ListEventTypes(  # noqa: N802
        self, request: coder_pb2.ListEventTypesRequest, context: Context
    ) -> coder_pb2.ListEventTypesResponse:
        """Give the ontology, or one root of it."""
        del context
        found = [one for one in self._ontology.types if request.root in ("", one.root)]
        if not found:
            raise InvalidRequest([Violation("root", f"{request.root[:10]!r} is no root; use 01 to 20")])
        return coder_pb2.ListEventTypesResponse(event_types=map(event_type_message, found))

    async def GetEventType(  # noqa: N802
        self, request: coder_pb2.GetEventTypeRequest, context: Context
    ) -> coder_pb2.GetEventTypeResponse:
        """Give one event type."""
        del context
        if not request.code:
            raise InvalidRequest([Violation("code", "is empty")])
        if request.code not in self._ontology:
            msg = f"no event type has the code {request.code[:10]!r}"
            raise UnknownCode(msg)
        return coder_pb2.GetEventTypeResponse(event_type=event_type_message(self._ontology[request.code]))

    async def ResolveActor(  # noqa: N802
        self, request: coder_pb2.ResolveActorRequest, context: Context
    ) -> coder_pb2.ResolveActorResponse:
        """Look a name up; a worker does it, since the dictionaries are there."""
        dated = request.HasField("date")
        violations = [*name_violations(request.name), *(day_violations(request.date) if dated else ())]
        if violations:
            raise InvalidRequest(violations)
        day = day_from(request.date).isoformat() if dated else ""
        with self._gate.call():
            answer = await self._dispatcher.resolve(request.name, day, deadline_of(context))
        if answer.code:
            raise RefusedText(coder_pb2.CodeTextResponse.FromString(answer.response).status)
        return coder_pb2.ResolveActorResponse.FromString(answer.response)

    async def DescribeCoder(  # noqa: N802
        self, request: coder_pb2.DescribeCoderRequest, context: Context
    ) -> coder_pb2.DescribeCoderResponse:
        """Give versions and limits."""
        del request, context
        return self._description
