"""What can go wrong in the service, and the one table from exception to status.

Statuses are built as ``google.rpc.Status`` messages and not as grpc objects, so that workers and file tools, which
never import grpc, give the same answers as calls do.

The exceptions are named for what happened to the call, not for their class: hence no suffix "Error".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import DecodeError, Message
from google.rpc import code_pb2, error_details_pb2, status_pb2

from coder.errors import TextError

DOMAIN = "cameo.coder.v1"
DRAINING = "the server is draining; another one takes the call"
MAX_VIOLATIONS = 50  # a status travels in trailing metadata, which transports keep under 8 KiB


@dataclass(frozen=True, slots=True)
class Violation:
    """One fault of a request, e.g. ``Violation("actors[0].span.end", "is 12, the text has 10 characters")``."""

    field: str
    message: str


class ServiceError(Exception):
    """Base of the errors that a caller gets on purpose; the message is for the caller's eyes."""


class InvalidRequest(ServiceError):  # noqa: N818
    """Raised when a request cannot be carried out as it stands."""

    def __init__(self, violations: Sequence[Violation]) -> None:
        """Keep every violation; the message shows the first."""
        first = violations[0]
        more = f" (and {len(violations) - 1} more)" if len(violations) > 1 else ""
        super().__init__(f"{first.field}: {first.message}{more}")
        self.violations = tuple(violations)


class UnknownCode(ServiceError):  # noqa: N818
    """Raised when no event type has the code that was asked for."""


class Overloaded(ServiceError):  # noqa: N818
    """Raised when there is no room left to wait; `retry_s` says when to come again."""

    def __init__(self, message: str, retry_s: float) -> None:
        """Keep the delay."""
        super().__init__(message)
        self.retry_s = retry_s


class DeadlinePassed(ServiceError):  # noqa: N818
    """Raised when the caller's deadline passed before the work was done; the rest of it is not done."""


class Unauthenticated(ServiceError):  # noqa: N818
    """Raised when a call brings no token, or a wrong one."""


class Draining(ServiceError):  # noqa: N818
    """Raised when the server no longer takes calls."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(DRAINING)


class RefusedText(ServiceError):  # noqa: N818
    """Raised when a worker refused a text that it coded alone; `status` is passed on as it is."""

    def __init__(self, status: status_pb2.Status) -> None:
        """Keep the status."""
        super().__init__(status.message)
        self.status = status


class WorkerLost(ServiceError):  # noqa: N818
    """Raised when a worker died or hung under a text more often than it is worth."""


def _bad_request(error: Exception) -> list[Message]:
    if isinstance(error, InvalidRequest):
        violations: Sequence[Violation] = error.violations[:MAX_VIOLATIONS]
    elif isinstance(error, TextError):
        violations = [Violation(error.field, error.message)]
    else:
        violations = [Violation("", str(error))]
    fields = [
        error_details_pb2.BadRequest.FieldViolation(field=v.field, description=v.message[:500]) for v in violations
    ]
    return [error_details_pb2.BadRequest(field_violations=fields)]


def _retry_info(error: Exception) -> list[Message]:
    delay = Duration()
    delay.FromMilliseconds(int(1000 * getattr(error, "retry_s", 1.0)))
    return [error_details_pb2.RetryInfo(retry_delay=delay)]


def _no_details(_: Exception) -> list[Message]:
    return []


@dataclass(frozen=True, slots=True)
class Row:
    """How one kind of exception is told to the caller."""

    error: type[Exception]
    code: int
    reason: str
    details: Callable[[Exception], list[Message]] = _no_details


TABLE = (
    Row(InvalidRequest, code_pb2.INVALID_ARGUMENT, "INVALID_REQUEST", _bad_request),
    Row(TextError, code_pb2.INVALID_ARGUMENT, "INVALID_TEXT", _bad_request),
    Row(DecodeError, code_pb2.INVALID_ARGUMENT, "UNDECODABLE_REQUEST"),
    Row(UnknownCode, code_pb2.NOT_FOUND, "UNKNOWN_CODE"),
    Row(Overloaded, code_pb2.RESOURCE_EXHAUSTED, "OVERLOADED", _retry_info),
    Row(DeadlinePassed, code_pb2.DEADLINE_EXCEEDED, "DEADLINE_PASSED"),
    Row(Unauthenticated, code_pb2.UNAUTHENTICATED, "UNAUTHENTICATED"),
    Row(Draining, code_pb2.UNAVAILABLE, "DRAINING", _retry_info),
    Row(WorkerLost, code_pb2.INTERNAL, "TEXT_GIVEN_UP"),
)


def is_foreseen(error: Exception) -> bool:
    """Tell whether the table knows the error; what it does not know must be logged under its error id."""
    return isinstance(error, RefusedText) or any(isinstance(error, row.error) for row in TABLE)


def status_of(error: Exception, error_id: str) -> status_pb2.Status:
    """Give the status that tells a caller of `error`; `error_id` shows only for errors that nobody foresaw."""
    if isinstance(error, RefusedText):
        return error.status
    for row in TABLE:
        if isinstance(error, row.error):
            return _status(row.code, _message(error), row.reason, row.details(error))
    message = f"internal error {error_id}: the server's log has this id"
    return _status(code_pb2.INTERNAL, message, "INTERNAL", [], {"error_id": error_id})


def _message(error: Exception) -> str:
    if isinstance(error, DecodeError):
        return "the request is not a valid message of this method (strings must be UTF-8)"
    return str(error)[:1000]


def _status(
    code: int, message: str, reason: str, details: list[Message], metadata: dict[str, str] | None = None
) -> status_pb2.Status:
    status = status_pb2.Status(code=code, message=message)
    info = error_details_pb2.ErrorInfo(reason=reason, domain=DOMAIN, metadata=metadata or {})
    for detail in (*details, info):
        status.details.add().Pack(detail)
    return status
