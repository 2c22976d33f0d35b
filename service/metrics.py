"""Prometheus metrics, in a registry of their own; served as a page by `serve_page` when a port is set."""

import collections
from collections.abc import Sequence
from http.server import HTTPServer
from typing import TYPE_CHECKING

from google.rpc import code_pb2
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, start_http_server

from service.frames import Answer

if TYPE_CHECKING:
    from service.gate import Gate
    from service.workers import WorkerPool

LATENCIES_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)
PREFIX = "cameo_coder"


class Metrics:
    """The service's counters; every name is listed in docs/operations.md."""

    def __init__(self) -> None:
        """Register everything."""
        self.registry = CollectorRegistry()
        self.calls = Counter(f"{PREFIX}_calls", "Calls ended", ["method", "status"], registry=self.registry)
        self.call_seconds = Histogram(
            f"{PREFIX}_call_seconds", "Time of a call", ["method"], buckets=LATENCIES_S, registry=self.registry
        )
        self.wait_seconds = Histogram(
            f"{PREFIX}_wait_seconds", "Wait for a worker", buckets=LATENCIES_S, registry=self.registry
        )
        self.batch_texts = Histogram(
            f"{PREFIX}_batch_texts", "Texts of a job given to a worker", buckets=SIZES, registry=self.registry
        )
        self.text_outcomes = Counter(f"{PREFIX}_texts", "Texts answered", ["status"], registry=self.registry)
        self.events = Counter(f"{PREFIX}_events", "Events coded", ["root"], registry=self.registry)
        self.screened = Counter(f"{PREFIX}_sentences_screened", "Sentences not parsed", registry=self.registry)
        self.restarts = Counter(f"{PREFIX}_worker_restarts", "Workers that ended unasked", registry=self.registry)
        self.versions = Info(f"{PREFIX}_build", "Versions of service and coder", registry=self.registry)

    def call(self, method: str, status: str, seconds: float) -> None:
        """Count a call."""
        self.calls.labels(method, status).inc()
        self.call_seconds.labels(method).observe(seconds)

    def texts(self, answers: Sequence[Answer]) -> None:
        """Count answers and their events; many at a time cost little more than one."""
        for code, count in collections.Counter(answer.code for answer in answers).items():
            self.text_outcomes.labels(code_pb2.Code.Name(code)).inc(count)
        for root, count in collections.Counter(root for answer in answers for root in answer.roots).items():
            self.events.labels(root).inc(count)

    def watch(self, gate: "Gate", pool: "WorkerPool") -> None:
        """Show the state of gate and pool whenever the page is read."""
        for name, text, read in (
            ("calls_in_progress", "Calls that have a place", lambda: gate.calls),
            ("queue_depth", "Jobs that wait for a worker", lambda: pool.waiting),
            ("streams", "Streams that are open", lambda: gate.streams),
            ("workers_alive", "Workers that can take jobs", lambda: pool.alive),
            ("workers_idle", "Workers that have nothing to do", lambda: pool.idle),
        ):
            Gauge(f"{PREFIX}_{name}", text, registry=self.registry).set_function(read)

    def serve_page(self, host: str, port: int) -> HTTPServer:
        """Serve the page on its own thread; the caller shuts it down."""
        server, _ = start_http_server(port, host, registry=self.registry)
        return server
