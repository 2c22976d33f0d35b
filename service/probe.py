"""Health probe: ``python -m service.probe [ADDRESS]`` ends with 0 when the service takes calls, else with 1 and why.

Without an address it asks the server of this environment's settings, in its own container; with TLS it trusts that
server's certificate, and shows it where clients must show one.
"""

import argparse
import sys

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc

from service.config import Settings
from service.door import address_of

ANY_HOST = {"0.0.0.0": "127.0.0.1", "::": "::1", "[::]": "::1"}  # noqa: S104  (what to call where all is listened to)


def main(arguments: list[str] | None = None) -> int:
    """Ask once and tell the answer."""
    parser = argparse.ArgumentParser(prog="python -m service.probe", description="Ask the service for its health.")
    parser.add_argument("address", nargs="?", help="host:port; this environment's server when not given")
    parser.add_argument("--service", default="", help="name of the gRPC service; the whole server when not given")
    parser.add_argument("--timeout", type=float, default=2.0, metavar="SECONDS", help="longest wait (2)")
    given = parser.parse_args(arguments)
    settings = Settings()
    address = given.address or address_of(ANY_HOST.get(settings.host, settings.host), settings.port)
    status = ask(address, settings, given.service, given.timeout)
    if status != "SERVING":
        print(f"{address}: {status}", file=sys.stderr)  # noqa: T201  (a program for probes)
    return 0 if status == "SERVING" else 1


def ask(address: str, settings: Settings, service: str = "", timeout_s: float = 2.0) -> str:
    """Give the service's status by name, "SERVING" when it takes calls, or what kept it from answering."""
    with _channel(address, settings) as channel:
        try:
            request = health_pb2.HealthCheckRequest(service=service)
            answer = health_pb2_grpc.HealthStub(channel).Check(request, timeout=timeout_s)
        except grpc.RpcError as error:
            return f"{error.code().name}: {error.details()}"
    return str(health_pb2.HealthCheckResponse.ServingStatus.Name(answer.status))


def _channel(address: str, settings: Settings) -> grpc.Channel:
    if not (settings.tls_certificate_file and settings.tls_key_file):
        return grpc.insecure_channel(address)
    chain, key = settings.tls_certificate_file.read_bytes(), settings.tls_key_file.read_bytes()
    shown = (key, chain) if settings.tls_client_ca_file else (None, None)
    credentials = grpc.ssl_channel_credentials(chain, *shown)
    return grpc.secure_channel(address, credentials)


if __name__ == "__main__":
    sys.exit(main())
