"""The gRPC face of a server: listens, tells its health, reflects; the one module of the wiring that imports grpc."""

import asyncio
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

import grpc
import structlog
from grpc_health.v1 import health, health_pb2_grpc
from grpc_reflection.v1alpha import reflection, reflection_pb2_grpc

from coder.ontology import load_ontology
from service.calls import Guard, GuardedServer
from service.dispatch import Dispatcher, Portions
from service.door import address_of
from service.gen import coder_pb2, coder_pb2_grpc
from service.health import Health
from service.security import Tokens, server_credentials
from service.servicer import CodebookServicer, CoderServicer
from service.stories import LANGUAGES

if TYPE_CHECKING:
    from service.config import Settings
    from service.gate import Gate
    from service.metrics import Metrics
    from service.stories import Limits
    from service.workers import WorkerPool

NAMES = tuple(service.full_name for service in coder_pb2.DESCRIPTOR.services_by_name.values())
REFLECTION_V1 = "grpc.reflection.v1.ServerReflection"  # the same bytes as v1alpha, all that grpcio-reflection brings
STOP_TIMEOUT_S = 5.0  # for calls that were cancelled when their grace was over


@dataclass(frozen=True, slots=True)
class Parts:
    """What the front is put together from: all that of a server which needs no grpc."""

    settings: "Settings"
    limits: "Limits"
    pool: "WorkerPool"
    gate: "Gate"
    metrics: "Metrics"


class Front:
    """The listening side of a `service.server.Server`."""

    def __init__(self, parts: Parts) -> None:
        """Wire the services; the workers must have been started."""
        settings, pool, gate, metrics = parts.settings, parts.pool, parts.gate, parts.metrics
        self._pool = pool
        self._metrics = metrics
        self._restarts = 0
        self._settings = settings
        self._log = structlog.get_logger("cameo_coder.front")
        self._dispatcher = Dispatcher(pool, gate, _portions(settings), metrics)
        self._coder = CoderServicer(self._dispatcher, gate, parts.limits)
        self._codebook = CodebookServicer(load_ontology(), self._dispatcher, gate, describe(parts))
        self._health = Health(NAMES)
        tokens = Tokens(settings.token_file) if settings.token_file else None
        self._guard = Guard(metrics, tokens)
        self._grpc = grpc.aio.server(interceptors=_tracing(settings), options=_options(settings))
        metrics.watch(gate, pool)

    async def start(self) -> int:
        """Listen, and tell the health as soon as every worker is there; give the port.

        Raises:
            OSError: the address cannot be had.
        """
        guarded = GuardedServer(self._grpc, self._guard)
        coder_pb2_grpc.add_CoderServiceServicer_to_server(self._coder, guarded)  # type: ignore[no-untyped-call]
        coder_pb2_grpc.add_CodebookServiceServicer_to_server(self._codebook, guarded)  # type: ignore[no-untyped-call]
        health_pb2_grpc.add_HealthServicer_to_server(self._health, guarded)
        if self._settings.reflection:
            names = (*NAMES, health.SERVICE_NAME, reflection.SERVICE_NAME)
            servicer = reflection.aio.ReflectionServicer(names)
            for named in (guarded, guarded.renamed(REFLECTION_V1)):
                reflection_pb2_grpc.add_ServerReflectionServicer_to_server(servicer, named)
        port = self._bind()
        self._pool.on_change = self._on_change
        self.tell_health()
        await self._grpc.start()
        return port

    def _on_change(self) -> None:
        self._metrics.restarts.inc(self._pool.restarts - self._restarts)
        self._restarts = self._pool.restarts
        self.tell_health()

    def tell_health(self) -> None:
        """Say whether calls can be answered: some worker is alive."""
        self._health.tell(serving=self._pool.alive > 0)

    def announce_drain(self) -> None:
        """Say NOT_SERVING from now on."""
        self._health.drain()

    async def stop(self, grace_s: float) -> None:
        """Refuse new calls and wait for those accepted, but not for ever."""
        self._coder.stop_streams()
        self._guard.end_side_streams()
        self._health.end()
        try:
            async with asyncio.timeout(grace_s + STOP_TIMEOUT_S):
                await self._grpc.stop(grace_s)
        except TimeoutError:
            self._log.error("calls_did_not_end", grace_s=grace_s)

    def _bind(self) -> int:
        address = address_of(self._settings.host, self._settings.port)
        credentials = server_credentials(self._settings)
        try:
            if credentials:
                return self._grpc.add_secure_port(address, credentials)
            return self._grpc.add_insecure_port(address)
        except RuntimeError as error:
            msg = f"cannot listen on {address}: is the port taken?"
            raise OSError(msg) from error


def service_version() -> str:
    """Give the installed version of the project."""
    try:
        return metadata.version("cameo-coder")
    except metadata.PackageNotFoundError:
        return "unknown"


def describe(parts: Parts) -> coder_pb2.DescribeCoderResponse:
    """Give versions and limits."""
    limits, settings, ready = parts.limits, parts.settings, parts.pool.ready
    parts.metrics.versions.info({"service": service_version(), "coder": ready.coder_version})
    return coder_pb2.DescribeCoderResponse(
        service_version=service_version(),
        coder_version=ready.coder_version,
        versions=ready.versions,
        language_codes=LANGUAGES,
        limits=coder_pb2.Limits(
            max_text_chars=limits.max_text_chars,
            max_batch_texts=limits.max_batch_texts,
            max_batch_chars=limits.max_batch_chars,
            max_actors=limits.max_actors,
            max_waiting_calls=settings.max_waiting_calls,
            max_streams=settings.max_streams,
        ),
    )


def _tracing(settings: "Settings") -> list[grpc.aio.ServerInterceptor]:
    """Give the interceptor that traces calls; exporter and service name come from OpenTelemetry's own environment."""
    if not settings.tracing:
        return []
    try:
        from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter  # noqa: PLC0415  (an extra)
        from opentelemetry.instrumentation.grpc import aio_server_interceptor  # noqa: PLC0415
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
    except ImportError as error:
        msg = "tracing needs the extra 'otel': pip install 'cameo-coder[otel]'"
        raise OSError(msg) from error

    provider = TracerProvider()
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return [aio_server_interceptor(tracer_provider=provider)]


def _portions(settings: "Settings") -> Portions:
    return Portions(settings.chunk_texts, settings.chunk_bytes, settings.text_timeout_s, settings.text_attempts)


def _options(settings: "Settings") -> list[tuple[str, int]]:
    age_ms = int(1000 * settings.max_connection_age_s)
    return [
        ("grpc.max_receive_message_length", settings.max_message_bytes),
        ("grpc.max_send_message_length", -1),
        ("grpc.max_connection_age_ms", age_ms),
        ("grpc.max_connection_age_grace_ms", age_ms),
        ("grpc.keepalive_time_ms", 60_000),
        ("grpc.http2.min_ping_interval_without_data_ms", 10_000),
        ("grpc.so_reuseport", 0),
        ("grpc.http2.bdp_probe", 0),  # a growing window would let a fast sender fill memory here
    ]
