"""Structured logs: one JSON object a line on standard error; never a text, a token or a key."""

import contextlib
import logging
import sys

import structlog


class StandardError:
    """Writes lines; a reader that has gone away costs the lines, never a call."""

    def msg(self, line: str) -> None:
        """Write one line."""
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()

    debug = info = warning = error = critical = exception = log = msg


def set_up_logs(level: str) -> None:
    """Send the service's logs to standard error as JSON, from `level` on."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=lambda *_: StandardError(),
        cache_logger_on_first_use=False,
    )
