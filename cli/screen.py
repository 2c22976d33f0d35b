"""The two streams: answers go to standard output, everything said about the work to standard error."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)
SAY_EVERY_S = 30.0  # to a log; a person has a bar


class RateColumn(ProgressColumn):
    """Texts in a second."""

    def render(self, task: Task) -> Text:
        """Draw it once there is something to measure."""
        return Text(f"{task.speed:,.1f}/s" if task.speed else "", "progress.data.speed")


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show how far long work is, with rate and remaining time; give the function that moves it on by a number of texts.

    Where nobody watches, as in a log, a line says it every half minute.
    """
    columns = [
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeRemainingColumn(),
    ]
    if not err.is_terminal:
        yield Speaker(what, total).advance
        return
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda step: bar.advance(task, step)


class Speaker:
    """Says in lines how far long work is."""

    def __init__(self, what: str, total: int | None) -> None:
        """Say nothing yet."""
        self._what = what
        self._total = total
        self._done = 0
        self._began: float | None = None
        self._before = 0  # done at the first step: what an earlier run did says nothing of the rate
        self._said = time.monotonic()

    def advance(self, step: int) -> None:
        """Move on; now and then say so."""
        self._done += step
        now = time.monotonic()
        if self._began is None:
            self._began, self._before = now, self._done
        elif now - self._said >= SAY_EVERY_S:
            self._said = now
            err.print(self._line(now - self._began), style="dim")

    def _line(self, seconds: float) -> str:
        rate = (self._done - self._before) / seconds if seconds else 0.0
        line = f"{self._what}: {self._done:,}" + (f" of {self._total:,}" if self._total else "") + f", {rate:,.1f}/s"
        if self._total and rate:
            left = timedelta(seconds=max(0, round((self._total - self._done) / rate)))
            line += f", {left} left"
        return line


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Say what takes its time, when somebody watches."""
    if err.is_terminal:
        with err.status(what):
            yield
    else:
        yield
