"""Structured logs: one JSON object a line on standard error; never a text, a token or a key."""

import asyncio
import contextlib
import logging
import sys

import structlog


class StandardError:
    """Writes lines; a reader that has gone away costs the lines, never a call.

    On an event loop, what is logged in one turn is written together after it: calls that are coded together end
    together, and a write for each would wake the reader as often. Errors are written at once.
    """

    def __init__(self) -> None:
        """Write nothing yet."""
        self._lines: list[str] = []

    def msg(self, line: str) -> None:
        """Write one line soon."""
        self._lines.append(line)
        if len(self._lines) > 1:
            return  # the first has seen to it
        try:
            asyncio.get_running_loop().call_soon(self.flush)
        except RuntimeError:
            self.flush()

    debug = info = warning = log = msg

    def error(self, line: str) -> None:
        """Write one line now."""
        self._lines.append(line)
        self.flush()

    critical = exception = error

    def flush(self) -> None:
        """Write what is waiting."""
        lines, self._lines = self._lines, []
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write("".join(f"{line}\n" for line in lines))
            sys.stderr.flush()


class LibraryLines(logging.Handler):
    """Writes what libraries warn of as such lines too: without arguments and messages, which may quote a text."""

    def emit(self, record: logging.LogRecord) -> None:
        """Tell which library, what it says in general, and what kind of exception there was."""
        kind = record.exc_info[0] if record.exc_info else None
        about = {"library": record.name, "says": str(record.msg).partition("\n")[0], "kind": kind and kind.__name__}
        log = structlog.get_logger("cameo_coder.libraries")
        (log.error if record.levelno >= logging.ERROR else log.warning)("library_warning", **about)


def set_up_logs(level: str) -> StandardError:
    """Send the service's logs to standard error as JSON, from `level` on; flush it when the event loop has ended."""
    shared = StandardError()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=lambda *_: shared,
        cache_logger_on_first_use=False,
    )
    logging.lastResort = LibraryLines(logging.WARNING)  # for all that nobody has set up otherwise
    return shared
