"""Where the service is and how to speak to it: address, credentials, retries and balance by service config."""

import json
import time
from dataclasses import dataclass

import grpc

# The last is what grpc tells of calls that a server has not looked at when it ends; the service itself never says it.
RETRIED = ["UNAVAILABLE", "RESOURCE_EXHAUSTED", "CANCELLED"]
SERVICE_CONFIG = json.dumps(
    {
        "loadBalancingConfig": [{"round_robin": {}}],
        "methodConfig": [
            {
                "name": [{"service": "cameo.coder.v1.CoderService"}, {"service": "cameo.coder.v1.CodebookService"}],
                "retryPolicy": {
                    "maxAttempts": 5,
                    "initialBackoff": "0.2s",
                    "maxBackoff": "5s",
                    "backoffMultiplier": 2,
                    "retryableStatusCodes": RETRIED,
                },
            }
        ],
    }
)
FIRST_PAUSE_S = 0.1
LAST_PAUSE_S = 5.0
PEM_MARK = b"-----BEGIN "
MAX_MESSAGE_BYTES = 268_435_456


@dataclass(frozen=True, slots=True)
class Target:
    """A service to call, e.g. ``Target("dns:///coder.news:50051", token="...", ca=pem)``.

    Args:
        address: as gRPC names it; ``dns:///`` with several addresses is balanced round robin.
        token: the bearer token, "" for none.
        ca: PEM authorities that vouch for the server; None speaks without TLS.
        certificate: PEM chain to show where the server asks for one.
        key: PEM key of `certificate`.
        timeout_s: deadline of a call that sets none; streams have none.
        patience_s: how long a broken stream is opened again and again, each time in vain, before it is given up.
    """

    address: str = "127.0.0.1:50051"
    token: str = ""
    ca: bytes | None = None
    certificate: bytes | None = None
    key: bytes | None = None
    timeout_s: float = 60.0
    patience_s: float = 60.0

    def __post_init__(self) -> None:
        """Refuse what cannot be meant; the line end of the file that a token was read from does no harm.

        Raises:
            ValueError: a token that no header can carry, TLS by halves, or what is no PEM; quotes nothing of them.
        """
        object.__setattr__(self, "token", self.token.strip())
        if not (self.token.isascii() and (self.token.isprintable() or not self.token)):
            msg = "the token has characters other than printable ASCII, which no header can carry"
            raise ValueError(msg)
        self._check_tls()

    def _check_tls(self) -> None:
        if (self.certificate is None) != (self.key is None):
            msg = "certificate and key belong together: give both or none"
            raise ValueError(msg)
        if self.certificate is not None and self.ca is None:
            msg = "a certificate is shown over TLS only: give ca, the authorities that vouch for the server"
            raise ValueError(msg)
        for name, pem in (("ca", self.ca), ("certificate", self.certificate), ("key", self.key)):
            if pem is not None and PEM_MARK not in pem:
                msg = f"{name} is no PEM: give what the file holds, as bytes, not its path"
                raise ValueError(msg)

    def __repr__(self) -> str:
        """Show no secret."""
        return f"Target({self.address!r})"

    @property
    def options(self) -> list[tuple[str, str | int]]:
        """The channel's options."""
        return [
            ("grpc.service_config", SERVICE_CONFIG),
            ("grpc.enable_retries", 1),
            ("grpc.max_receive_message_length", MAX_MESSAGE_BYTES),
            ("grpc.keepalive_time_ms", 60_000),
        ]

    @property
    def metadata(self) -> list[tuple[str, str]]:
        """What goes with every call."""
        return [("authorization", f"Bearer {self.token}")] if self.token else []

    @property
    def credentials(self) -> grpc.ChannelCredentials | None:
        """TLS credentials; None to speak without TLS."""
        if self.ca is None:
            return None
        return grpc.ssl_channel_credentials(self.ca, self.key, self.certificate)


class Pause:
    """How long to wait before a broken stream is opened again: ever longer, until patience ends."""

    def __init__(self, patience_s: float) -> None:
        """Have all patience: it begins to run when a try fails."""
        self._patience_s = patience_s
        self._until: float | None = None
        self._pause_s = FIRST_PAUSE_S

    def is_over(self, *, in_vain: bool) -> bool:
        """Tell whether to give up after one more try; one that was not in vain gives all patience back."""
        if not in_vain:
            self._until = None
            self._pause_s = FIRST_PAUSE_S
            return False
        if self._until is None:
            self._until = time.monotonic() + self._patience_s
        return time.monotonic() >= self._until

    def next_s(self) -> float:
        """Give the next pause."""
        self._pause_s = min(2 * self._pause_s, LAST_PAUSE_S)
        return self._pause_s / 2
