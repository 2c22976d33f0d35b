"""Admission: who may wait for a worker, and who is turned away at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from service.errors import Draining, Overloaded

SMOOTHING = 0.1  # weight of the newest call in the running mean of call times
MAX_RETRY_S = 30.0


class Gate:
    """Counts calls and streams; refuses what would wait behind too many, and everything once closed."""

    def __init__(self, workers: int, max_waiting_calls: int, max_streams: int) -> None:
        """Give room to one call a worker and `max_waiting_calls` behind them."""
        self._workers = workers
        self._room = workers + max_waiting_calls
        self._max_streams = max_streams
        self._mean_s = 0.01
        self.calls = 0
        self.streams = 0
        self.closed = False

    def close(self) -> None:
        """Let nobody in from now on."""
        self.closed = True

    def learn(self, seconds: float) -> None:
        """Take the time of a job into the estimate of when a refused caller should come again."""
        self._mean_s += SMOOTHING * (seconds - self._mean_s)

    @contextmanager
    def call(self) -> Iterator[None]:
        """Hold a place for a call.

        Raises:
            Draining: the gate is closed.
            Overloaded: there is no place.
        """
        if self.closed:
            self.refuse()
        if self.calls >= self._room:
            retry_s = min(MAX_RETRY_S, max(0.1, self.calls * self._mean_s / self._workers))
            msg = f"{self.calls} calls are with the {self._workers} workers or wait for them; there is no room for more"
            raise Overloaded(msg, retry_s)
        self.calls += 1
        try:
            yield
        finally:
            self.calls -= 1

    @contextmanager
    def stream(self) -> Iterator[None]:
        """Hold a place for a stream; its texts wait their turn, held back by flow control, so they need no place each.

        Raises:
            Draining: the gate is closed.
            Overloaded: too many streams are open.
        """
        if self.closed:
            self.refuse()
        if self.streams >= self._max_streams:
            msg = f"{self.streams} streams are open, the limit is {self._max_streams}"
            raise Overloaded(msg, 1.0)
        self.streams += 1
        try:
            yield
        finally:
            self.streams -= 1

    def refuse(self) -> NoReturn:
        """Tell a caller to go elsewhere.

        Raises:
            Draining: always.
        """
        raise Draining
