"""What must be so before anybody can call: addresses that can be had, certificates and tokens that can be read.

Asked before anything costly is started, and without grpc, so that a start that cannot succeed ends at once.
"""

import errno
import socket
import ssl
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from service.config import Settings


def address_of(host: str, port: int) -> str:
    """Write an address as grpc reads it: with brackets around a host that has colons."""
    shown = f"[{host}]" if ":" in host and not host.startswith("[") else host
    return f"{shown}:{port}"


def check_door(settings: "Settings") -> None:
    """Find whether a service of these settings could be called.

    Raises:
        OSError: an address is taken or not this machine's, or a file cannot be read; the message says which.
    """
    check_free(settings.host, settings.port)
    if settings.metrics_port:
        check_free(settings.metrics_host, settings.metrics_port)
    if settings.token_file:
        settings.token_file.read_bytes()
    _check_certificates(settings)


def check_free(host: str, port: int) -> None:
    """Find whether an address can be listened on now; whoever listens later must be ready to be told otherwise.

    Raises:
        OSError: it cannot; of several addresses of a name, one is taken, or none is this machine's.
    """
    fault: OSError | None = None
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        faults = [_fault_of(family, where) for family, _, _, _, where in found]
        taken = [one for one in faults if one and one.errno == errno.EADDRINUSE]
        fault = taken[0] if taken else None if None in faults else faults[0]
    except OSError as unknown:
        fault = unknown
    if fault:
        msg = f"cannot listen on {address_of(host, port)}: {fault.strerror}"
        raise OSError(msg) from fault


def _fault_of(family: int, where: tuple[object, ...]) -> OSError | None:
    """Take an address as a server would, and leave it again; give what stood in the way."""
    try:
        with socket.socket(family, socket.SOCK_STREAM) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # connections of the last owner do not count
            door.bind(where)
    except OSError as fault:
        return fault
    return None


def _check_certificates(settings: "Settings") -> None:
    """Read certificate, key and authorities as TLS will; grpc would only say that it cannot listen."""
    paths = (settings.tls_certificate_file, settings.tls_key_file, settings.tls_client_ca_file)
    for path in filter(None, paths):
        path.read_bytes()  # names the file that is missing, which ssl does not
    certificate, key, authority = paths
    if not (certificate and key):
        return
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(certificate, key, password="")  # an encrypted key fails; else it would be asked for
        if authority:
            context.load_verify_locations(authority)
    except ssl.SSLError as error:
        msg = f"{', '.join(str(path) for path in paths if path)}: no PEM certificate and key that fit: {error.reason}"
        raise OSError(msg) from error
