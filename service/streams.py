"""Pipelined coding of a stream: chunks form from what has arrived, answers leave in request order.

Every buffer here is bounded, so a slow reader stops the writer, the writer the chunks, the chunks the reader of
requests, and flow control the sender.
"""

import asyncio
from collections.abc import AsyncIterator

from service.dispatch import Dispatcher
from service.frames import Answer


class Pump:
    """Codes one stream of requests."""

    def __init__(self, dispatcher: Dispatcher, deadline: float | None) -> None:
        """Prepare; nothing runs before `answers` is iterated."""
        self._dispatcher = dispatcher
        self._deadline = deadline
        self._arrived: asyncio.Queue[bytes | None] = asyncio.Queue(dispatcher.portions.texts * dispatcher.lanes)
        self._chunks: asyncio.Queue[asyncio.Task[list[Answer]] | None] = asyncio.Queue(dispatcher.lanes)
        self._coding: set[asyncio.Task[list[Answer]]] = set()  # also the one that waits for room in the queue
        self._reading: asyncio.Task[None] | None = None
        self.stopped = False

    def stop(self) -> None:
        """Take no further request; those that have arrived are still answered."""
        self.stopped = True
        if self._reading:
            self._reading.cancel()

    async def answers(self, requests: AsyncIterator[bytes]) -> AsyncIterator[Answer]:
        """Give one answer for each request, in order."""
        self._reading = asyncio.create_task(self._read(requests))
        chunking = asyncio.create_task(self._chunk())
        try:
            while (task := await self._chunks.get()) is not None:
                for answer in await task:
                    yield answer
            await self._reading
        finally:
            self._reading.cancel()
            chunking.cancel()
            for coding in self._coding:
                coding.cancel()

    async def _read(self, requests: AsyncIterator[bytes]) -> None:
        try:
            async for request in requests:
                if self._arrived.full():
                    await self._arrived.put(request)
                else:
                    self._arrived.put_nowait(request)
        except asyncio.CancelledError:
            if not self.stopped:
                raise
        await self._arrived.put(None)

    async def _chunk(self) -> None:
        held = await self._arrived.get()
        while held is not None:
            chunk, rest = self._gather(held)
            task = asyncio.create_task(self._dispatcher.code(chunk, self._deadline))
            self._coding.add(task)
            task.add_done_callback(self._coding.discard)
            await self._chunks.put(task)
            held = rest[0] if rest else await self._arrived.get()
        await self._chunks.put(None)

    def _gather(self, first: bytes) -> tuple[list[bytes], list[bytes | None]]:
        """Take what has arrived, up to a portion; give it with what came after it, if that is known."""
        chunk, size = [first], len(first)
        portions = self._dispatcher.portions
        while len(chunk) < portions.texts and not self._arrived.empty():
            request = self._arrived.get_nowait()
            if request is None or size + len(request) > portions.request_bytes:
                return chunk, [request]
            chunk.append(request)
            size += len(request)
        return chunk, []
