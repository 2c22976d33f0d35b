"""What a stream has sent and not yet got answered, so that a broken stream goes on where it stopped.

Answers come in request order, so each answer is that of the oldest request; the ids are compared to be sure.
"""

import asyncio
import threading
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator

from service.gen import coder_pb2

Request = coder_pb2.CodeTextRequest


class OutOfStep(Exception):  # noqa: N818  (what happened)
    """Raised when an answer has not the id of the oldest unanswered request."""


class _Ledger:
    """Counts and keeps requests; one try of the stream after another reads it."""

    def __init__(self) -> None:
        self.unanswered: deque[Request] = deque()
        self.answered = 0
        self.current = 0
        self.exhausted = False
        self.failure: Exception | None = None  # of the source, which is the caller's

    def add(self, request: object) -> None:
        """Keep a request of the source.

        Raises:
            TypeError: it is none; grpc would only say that it could not be written.
        """
        if not isinstance(request, Request):
            msg = f"a stream takes CodeTextRequest, not {type(request).__name__}"
            raise TypeError(msg)
        self.unanswered.append(request)

    def take_answer(self, response: coder_pb2.CodeTextResponse) -> None:
        """Strike the oldest request.

        Raises:
            OutOfStep: `response` is not its answer.
        """
        request = self.unanswered.popleft()
        self.answered += 1
        if response.id != request.id and not (response.status.code and not response.id):
            msg = f"got the answer {response.id!r} in the place of {request.id!r}"
            raise OutOfStep(msg)

    def is_stuck_at(self, answered: int) -> bool:
        """Whether requests wait and no more have been answered; on a quiet stream, nothing waits for an answer."""
        return self.answered == answered and bool(self.unanswered)

    @property
    def done(self) -> bool:
        """Whether all has been sent and answered."""
        return self.exhausted and not self.unanswered


class Backlog(_Ledger):
    """For threads: grpc reads each try's `requests` in a thread of its own, while the caller takes answers in another.

    `_pulling` is held while the source is read, which may take as long as it likes; `_lock` only for a moment.
    """

    def __init__(self, source: Iterator[Request]) -> None:
        """Read `source` once, whatever happens to the streams."""
        super().__init__()
        self._source = source
        self._lock = threading.Lock()
        self._pulling = threading.Lock()

    def take(self, response: coder_pb2.CodeTextResponse) -> None:
        """Strike the oldest request."""
        with self._lock:
            self.take_answer(response)

    def requests(self) -> Iterator[Request]:
        """Give a new try everything unanswered, then what is new; the try before it gets nothing more."""
        with self._lock:
            self.current += 1
            mine, position = self.current, self.answered
        while (request := self._at(position, mine)) is not None:
            position += 1
            yield request

    def _at(self, position: int, mine: int) -> Request | None:
        with self._pulling:
            if mine == self.current and self._lacks(position):
                self._pull()
            with self._lock:
                place = position - self.answered
                known = mine == self.current and place < len(self.unanswered)
                return self.unanswered[place] if known else None

    def _lacks(self, position: int) -> bool:
        with self._lock:
            return not self.exhausted and position - self.answered >= len(self.unanswered)

    def _pull(self) -> None:
        try:
            request = next(self._source)
            with self._lock:
                self.add(request)
        except StopIteration:
            self.exhausted = True
        except Exception as error:
            self.failure = error
            raise


class AsyncBacklog(_Ledger):
    """For asyncio; a source that waits is read in tasks of its own: grpc cancels the reader of a broken stream."""

    def __init__(self, source: AsyncIterable[Request] | Iterable[Request]) -> None:
        """Read `source` once, whatever happens to the streams."""
        super().__init__()
        self._waiting = aiter(source) if isinstance(source, AsyncIterable) else None
        self._ready = iter(()) if isinstance(source, AsyncIterable) else iter(source)
        self._pull: asyncio.Task[None] | None = None

    async def requests(self) -> AsyncIterator[Request]:
        """Give a new try everything unanswered, then what is new; the try before it gets nothing more."""
        self.current += 1
        mine, position = self.current, self.answered
        while mine == self.current:
            while position - self.answered >= len(self.unanswered) and not self.exhausted:
                if self._waiting is None:
                    self._next()
                else:
                    await self._more(self._waiting)
            place = position - self.answered
            if place >= len(self.unanswered):
                return
            position += 1
            yield self.unanswered[place]

    def _next(self) -> None:
        try:
            self.add(next(self._ready))
        except StopIteration:
            self.exhausted = True
        except Exception as error:
            self.failure = error
            raise

    async def _more(self, source: AsyncIterator[Request]) -> None:
        if self._pull is None:
            self._pull = asyncio.ensure_future(self._read(source))
        await asyncio.shield(self._pull)

    async def _read(self, source: AsyncIterator[Request]) -> None:
        try:
            self.add(await anext(source))
        except StopAsyncIteration:
            self.exhausted = True
        except Exception as error:
            self.failure = error
            raise
        finally:
            self._pull = None
