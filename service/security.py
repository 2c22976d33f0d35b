"""Who may call: certificates that are read again when they change, and bearer tokens from a file."""

import hmac
from collections.abc import Callable
from pathlib import Path
from typing import cast

import grpc
import structlog

from service.config import Settings
from service.errors import Unauthenticated

SCHEME = "bearer "


class WatchedFiles:
    """The contents of some files, read again when one of them has changed."""

    def __init__(self, *paths: Path) -> None:
        """Read all files once, so that a missing one is told at the start."""
        self._paths = paths
        self._unreadable = False
        self._log = structlog.get_logger("cameo_coder.security")
        self._stamp = self._stamps()
        self.contents = [path.read_bytes() for path in paths]

    def refresh(self) -> bool:
        """Read the files again if one has changed; keep what there was while one cannot be read, and log that once."""
        try:
            stamp = self._stamps()
            changed = stamp != self._stamp
            if changed:
                self.contents = [path.read_bytes() for path in self._paths]
        except OSError as error:
            if not self._unreadable:
                self._log.error("file_unreadable", reason=str(error), kept="what was read before")
            self._unreadable = True
            return False
        self._stamp, self._unreadable = stamp, False
        return changed

    def _stamps(self) -> list[tuple[int, int, int]]:
        stats = [path.stat() for path in self._paths]
        return [(stat.st_mtime_ns, stat.st_size, stat.st_ino) for stat in stats]


class Tokens:
    """The accepted bearer tokens: one a line, `#` starts a comment; several, so that they can be changed in turn."""

    def __init__(self, path: Path) -> None:
        """Read the file."""
        self._file = WatchedFiles(path)

    def check(self, authorization: str) -> None:
        """Let an ``authorization`` header pass or not.

        Raises:
            Unauthenticated: it is no bearer token, or none of those in the file.
        """
        self._file.refresh()
        lines = (line.strip() for line in self._file.contents[0].splitlines())
        accepted = [line for line in lines if line and not line.startswith(b"#")]
        if not authorization.lower().startswith(SCHEME):
            msg = "this server asks for a token: send the metadata 'authorization: Bearer <token>'"
            raise Unauthenticated(msg)
        given = authorization[len(SCHEME) :].strip().encode()
        if not any([hmac.compare_digest(given, token) for token in accepted]):  # noqa: C419  (same time for all)
            msg = "the token is not one that this server accepts"
            raise Unauthenticated(msg)


def server_credentials(settings: Settings) -> grpc.ServerCredentials | None:
    """Give the credentials that the settings ask for; None without TLS. Certificates are read again when they change.

    Raises:
        OSError: a file cannot be read.
    """
    if not (settings.tls_certificate_file and settings.tls_key_file):
        return None
    authority = [settings.tls_client_ca_file] if settings.tls_client_ca_file else []
    files = WatchedFiles(settings.tls_key_file, settings.tls_certificate_file, *authority)

    def configuration() -> grpc.ServerCertificateConfiguration:
        key, chain, *roots = files.contents
        return grpc.ssl_server_certificate_configuration([(key, chain)], *roots)

    def fetch() -> grpc.ServerCertificateConfiguration | None:
        return configuration() if files.refresh() else None

    return grpc.dynamic_ssl_server_credentials(
        configuration(),
        cast("Callable[[], grpc.ServerCertificateConfiguration]", fetch),
        require_client_authentication=bool(authority),
    )
