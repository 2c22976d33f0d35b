"""Tokens and certificates, and the refusal to stand open."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import grpc
import pytest
import structlog
from pydantic import ValidationError

from service.client import CallError, Client, Target
from service.config import Settings
from service.security import WatchedFiles


def make_authority(folder: Path, name: str) -> tuple[Path, Path]:
    key, certificate = folder / f"{name}.key", folder / f"{name}.pem"
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-keyout", key, "-out", certificate, "-subj", f"/CN={name}")  # fmt: skip
    return key, certificate


def make_certificate(folder: Path, name: str, authority: tuple[Path, Path]) -> tuple[Path, Path]:
    key, request, certificate = (folder / f"{name}.{kind}" for kind in ("key", "csr", "pem"))
    names = folder / f"{name}.names"
    names.write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-keyout", key, "-out", request, "-subj", f"/CN={name}")  # fmt: skip
    openssl("x509", "-req", "-in", request, "-CA", authority[1], "-CAkey", authority[0], "-CAcreateserial",
            "-days", "2", "-extfile", names, "-out", certificate)  # fmt: skip
    return key, certificate


def openssl(*arguments: object) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("certificates")


@pytest.fixture(scope="module")
def authority(folder: Path) -> tuple[Path, Path]:
    return make_authority(folder, "authority")


@pytest.fixture(scope="module")
def server_pair(folder: Path, authority: tuple[Path, Path]) -> tuple[Path, Path]:
    return make_certificate(folder, "localhost", authority)


def client_of(running: Any, **fields: Any) -> Client:
    return Client(Target(f"localhost:{running.server.port}", timeout_s=30, **fields))


@pytest.fixture
def tokens(tmp_path: Path) -> Path:
    path = tmp_path / "tokens"
    path.write_text("# ours\nfirst-token\nsecond-token\n")
    return path


def test_security_token_opens_the_door(start: Callable[..., Any], tokens: Path) -> None:
    running = start(workers=1, token_file=tokens)
    for token in ("first-token", "second-token"):
        with client_of(running, token=token) as client:
            assert client.describe().coder_version == "fake-1"


@pytest.mark.parametrize("token", ["", "wrong", "first-toke", "# ours", "first-token second-token"])
def test_security_missing_or_wrong_token_is_refused(start: Callable[..., Any], tokens: Path, token: str) -> None:
    running = start(workers=1, token_file=tokens)
    with client_of(running, token=token) as client:
        with pytest.raises(CallError, match="UNAUTHENTICATED") as raised:
            client.describe()
        assert "first-token" not in str(raised.value)
        with pytest.raises(CallError, match="UNAUTHENTICATED"):
            list(client.code_stream([]))
        assert client.is_serving(timeout_s=60)  # probes need none


def test_security_tokens_are_read_again_when_they_change(start: Callable[..., Any], tokens: Path) -> None:
    running = start(workers=1, token_file=tokens)
    with client_of(running, token="third") as client:  # noqa: S106
        with pytest.raises(CallError):
            client.describe()
        tokens.write_text("third\n")
        assert client.describe().coder_version == "fake-1"


def test_security_missing_token_file_ends_the_start(start: Callable[..., Any], tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        start(workers=1, token_file=tmp_path / "nowhere")


def test_security_tls(start: Callable[..., Any], authority: tuple[Path, Path], server_pair: tuple[Path, Path]) -> None:
    running = start(workers=1, tls_key_file=server_pair[0], tls_certificate_file=server_pair[1])
    with client_of(running, ca=authority[1].read_bytes()) as client:
        assert client.describe().coder_version == "fake-1"
    with client_of(running) as client, pytest.raises(CallError, match="UNAVAILABLE"):
        client.describe()


def test_security_mutual_tls(
    start: Callable[..., Any], folder: Path, authority: tuple[Path, Path], server_pair: tuple[Path, Path]
) -> None:
    """Without a certificate the handshake itself fails, before there is a call to answer."""
    running = start(
        workers=1, tls_key_file=server_pair[0], tls_certificate_file=server_pair[1], tls_client_ca_file=authority[1]
    )
    key, certificate = make_certificate(folder, "caller", authority)
    ca = authority[1].read_bytes()
    with client_of(running, ca=ca, key=key.read_bytes(), certificate=certificate.read_bytes()) as client:
        assert client.describe().coder_version == "fake-1"
    with client_of(running, ca=ca) as client, pytest.raises(CallError, match="UNAVAILABLE"):
        client.describe()


def test_security_certificates_are_read_again_when_they_change(start: Callable[..., Any], tmp_path: Path) -> None:
    old, new = make_authority(tmp_path, "old"), make_authority(tmp_path, "new")
    key, certificate = make_certificate(tmp_path, "server", old)
    running = start(workers=1, tls_key_file=key, tls_certificate_file=certificate)
    with client_of(running, ca=old[1].read_bytes()) as client:
        assert client.is_serving(timeout_s=60)
    make_certificate(tmp_path, "server", new)
    with client_of(running, ca=new[1].read_bytes()) as client:
        assert client.is_serving(timeout_s=60)
    with client_of(running, ca=old[1].read_bytes()) as client:
        assert not client.is_serving()


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"host": "0.0.0.0"}, "beyond loopback"),
        ({"host": "[::]", "token_file": "t"}, "beyond loopback"),
        ({"host": "10.0.0.1", "tls_key_file": "k", "tls_certificate_file": "c"}, "beyond loopback"),
        ({"tls_key_file": "k"}, "belong together"),
        ({"tls_client_ca_file": "a"}, "needs tls_certificate_file"),
    ],
)
def test_security_settings_refuse_an_open_door(settings: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Settings(**settings)


@pytest.mark.parametrize(
    "settings",
    [
        {"host": "0.0.0.0", "allow_insecure": True},
        {"host": "0.0.0.0", "tls_key_file": "k", "tls_certificate_file": "c", "token_file": "t"},
        {"host": "localhost"},
    ],
)
def test_security_settings_accept_what_was_decided(settings: dict[str, Any]) -> None:
    assert Settings(**settings).host == settings["host"]


def test_security_settings_are_frozen_and_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMEO_CODER_WORKERS", "3")
    settings = Settings()
    assert settings.workers == 3
    with pytest.raises(ValidationError):
        settings.workers = 4
    with pytest.raises(ValidationError):
        Settings(wokers=4)  # type: ignore[call-arg]


def test_security_reflection_needs_the_token_too(start: Callable[..., Any], tokens: Path) -> None:
    running = start(workers=1, token_file=tokens)
    for version in ("v1", "v1alpha"):
        call = running.channel.stream_stream(f"/grpc.reflection.{version}.ServerReflection/ServerReflectionInfo")
        with pytest.raises(grpc.RpcError) as raised:
            list(call(iter([b""])))
        assert raised.value.code() == grpc.StatusCode.UNAUTHENTICATED


def test_security_file_that_goes_away_is_logged_once_and_its_contents_kept(tmp_path: Path) -> None:
    path = tmp_path / "tokens"
    path.write_text("one\n")
    with structlog.testing.capture_logs() as logged:
        files = WatchedFiles(path)
        path.rename(tmp_path / "away")
        assert not files.refresh()
        assert not files.refresh()
        assert [entry["event"] for entry in logged] == ["file_unreadable"]
        (tmp_path / "away").rename(path)
        assert not files.refresh()
        path.write_text("another\n")
        assert files.refresh()
        path.unlink()
        assert not files.refresh()
    assert files.contents == [b"another\n"]
    assert len(logged) == 2
