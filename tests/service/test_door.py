"""Addresses and files that a start needs."""

import socket
from pathlib import Path

import pytest

from service.config import Settings
from service.door import address_of, check_door, check_free


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "127.0.0.1:1"), ("localhost", "localhost:1"), ("::1", "[::1]:1"), ("[::1]", "[::1]:1")],
)
def test_door_address_has_brackets_around_colons(host: str, address: str) -> None:
    assert address_of(host, 1) == address


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0"])
def test_door_taken_port_is_told(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=rf"cannot listen on {host}:{port}: Address already in use"):
            check_free(host, port)
    check_free(host, port)


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_door_address_of_another_machine_is_told(host: str) -> None:
    with pytest.raises(OSError, match=f"cannot listen on {host}:0: "):
        check_free(host, 0)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_door_port_of_a_service_that_has_just_ended_is_free(host: str) -> None:
    """Its connections may linger, which is no reason not to start again."""
    with socket.create_server(("127.0.0.1", 0)) as old:
        address = old.getsockname()
        with socket.create_connection(address), old.accept()[0]:
            pass
    check_free(host, address[1])


@pytest.mark.parametrize("missing", ["token_file", "tls_key_file", "tls_certificate_file", "tls_client_ca_file"])
def test_door_missing_file_is_named(tmp_path: Path, missing: str) -> None:
    there = tmp_path / "there"
    there.touch()
    files = dict.fromkeys(("token_file", "tls_key_file", "tls_certificate_file", "tls_client_ca_file"), there)
    settings = Settings(port=0, **(files | {missing: tmp_path / "nowhere"}))  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError, match="nowhere"):
        check_door(settings)


def test_door_certificate_that_is_none_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pem"
    broken.write_text("-----BEGIN CERTIFICATE-----\n")
    settings = Settings(port=0, tls_key_file=broken, tls_certificate_file=broken)
    with pytest.raises(OSError, match=r"broken\.pem: no PEM certificate and key that fit"):
        check_door(settings)
