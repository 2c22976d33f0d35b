"""Who still waits for the texts of a job: its budgets, and what the front says of callers that have left."""

import select
import socket
import time

from service.frames import CodeJob, Forget, receive


class Attention:
    """A worker's eye on its callers while it codes; `wanted` is asked between sentences, so it must be quick."""

    def __init__(self, connection: socket.socket | None = None) -> None:
        """Listen to the front on a connection on which, during a job, nothing but `Forget` comes; None: to nobody."""
        self._connection = connection
        self._ends: list[float | None] = []
        self._gone: set[int] = set()

    def begin(self, job: CodeJob) -> None:
        """Turn to a job; its time runs from now."""
        now = time.monotonic()
        budgets = (*job.budgets_s, *[None] * (len(job.requests) - len(job.budgets_s)))
        self._ends = [None if budget is None else now + budget for budget in budgets]
        self._gone = set()

    def wanted(self, text: int) -> bool:
        """Tell whether a text, by its place in the job, still has a caller whose deadline has not passed."""
        self._listen()
        end = self._ends[text]
        return text not in self._gone and (end is None or time.monotonic() <= end)

    def _listen(self) -> None:
        while self._connection and select.select([self._connection], [], [], 0)[0]:
            heard = receive(self._connection)
            if isinstance(heard, Forget):
                self._gone.update(range(heard.first, heard.first + heard.texts))
            else:  # the front is gone
                self._connection = None
                self._gone.update(range(len(self._ends)))
