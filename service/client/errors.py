"""What a call that failed says, without grpc's types."""

from collections.abc import Iterable
from typing import cast

import grpc
from google.protobuf import any_pb2
from google.rpc import error_details_pb2, status_pb2

DETAILS_KEY = "grpc-status-details-bin"


class CallError(Exception):
    """Raised when the service answers a call with an error.

    Attributes:
        status: the status code's name, e.g. ``"INVALID_ARGUMENT"``.
        message: the service's words.
        violations: (field, description) of each fault of the request.
        retry_s: when to come again; None when the service does not say.
        reason: the service's word for the kind of error, e.g. ``"OVERLOADED"``; "" when the transport failed.
    """

    def __init__(self, status: str, message: str, details: status_pb2.Status | None = None) -> None:
        """Take the details apart."""
        super().__init__(f"{status}: {message}")
        self.status = status
        self.message = message
        self.violations: list[tuple[str, str]] = []
        self.retry_s: float | None = None
        self.reason = ""
        for detail in details.details if details else ():
            self._read(detail)

    def _read(self, detail: any_pb2.Any) -> None:
        bad, retry, info = error_details_pb2.BadRequest(), error_details_pb2.RetryInfo(), error_details_pb2.ErrorInfo()
        if detail.Unpack(bad):
            self.violations = [(one.field, one.description) for one in bad.field_violations]
        elif detail.Unpack(retry):
            self.retry_s = retry.retry_delay.ToMilliseconds() / 1000
        elif detail.Unpack(info):
            self.reason = info.reason


def call_error(error: grpc.RpcError) -> CallError:
    """Give the error of a failed call."""
    trailing = cast("Iterable[tuple[str, str | bytes]]", error.trailing_metadata() or ())
    raw = dict(trailing).get(DETAILS_KEY)
    details = status_pb2.Status.FromString(raw) if isinstance(raw, bytes) else None
    return CallError(error.code().name, error.details() or "", details)
