"""Wiring: workers, gate, services, health, reflection, metrics; start and drain."""

import asyncio
import os
import signal
from http.server import HTTPServer
from typing import TYPE_CHECKING

import structlog

from coder.collecting import set_aside
from service.config import Settings, unknown_names
from service.door import check_door
from service.frames import WorkerSetup
from service.gate import Gate
from service.line import Line
from service.logs import set_up_logs
from service.metrics import Metrics
from service.process import WorkerStartError
from service.stories import Limits
from service.workers import WorkerPool

if TYPE_CHECKING:
    from service.front import Front

GIVE_UP_CODE = 130
REFUSING_S = 0.3  # how long new calls are answered UNAVAILABLE before grpc takes its port down, which cancels them


class Server:
    """One running service."""

    def __init__(self, settings: Settings) -> None:
        """Wire the parts that need no grpc; nothing runs before `start`."""
        self.settings = settings
        self.port = settings.port
        self.metrics = Metrics()
        self.limits = Limits(
            settings.max_text_chars, settings.max_batch_texts, settings.max_batch_chars, settings.max_actors
        )
        limits = _limits(self.limits)
        setup = WorkerSetup(
            settings.coder_factory,
            settings.model,
            settings.dictionaries,
            limits,
            settings.worker_niceness,
            settings.lexicons,
        )
        line = Line(settings.merge_texts, settings.merge_bytes)
        self.pool = WorkerPool(setup, settings.workers, settings.worker_start_timeout_s, line)
        self.gate = Gate(settings.workers, settings.max_waiting_calls, settings.max_streams)
        self._log = structlog.get_logger("cameo_coder.server")
        self._front: Front | None = None
        self._page: HTTPServer | None = None
        self._stopped = asyncio.Event()
        self._draining = False

    async def start(self) -> int:
        """Start workers, then listen; give the port. What fails leaves nothing running.

        Raises:
            WorkerStartError: a worker could not start: a broken dictionary or lexicon, no model.
            OSError: an address is taken, or a certificate or token file cannot be read.
        """
        self._log.info("starting", workers=self.settings.workers, model=self.settings.model)
        if unknown := unknown_names(os.environ):
            self._log.warning("unknown_settings", names=unknown)
        check_door(self.settings)
        try:
            await self.pool.start()
            self.port = await self._listen()
        except BaseException:
            await self._end(0)
            raise
        self._log.info("serving", host=self.settings.host, port=self.port, coder=self.pool.ready.coder_version)
        return self.port

    async def _listen(self) -> int:
        from service.front import Front, Parts  # noqa: PLC0415  (imports grpc, after the workers have been started)

        self._front = Front(Parts(self.settings, self.limits, self.pool, self.gate, self.metrics))
        if self.settings.metrics_port:
            self._page = self.metrics.serve_page(self.settings.metrics_host, self.settings.metrics_port)
        return await self._front.start()

    async def drain(self, delay_s: float | None = None) -> None:
        """Tell balancers, wait for them, refuse new calls, end what was accepted, then the workers."""
        if self._draining:
            await self._stopped.wait()
            return
        self._draining = True
        self._log.info("draining", calls=self.gate.calls, streams=self.gate.streams)
        if self._front:
            self._front.announce_drain()
        await asyncio.sleep(self.settings.drain_delay_s if delay_s is None else delay_s)
        self.gate.close()
        await asyncio.sleep(REFUSING_S)
        await self._end(self.settings.drain_grace_s)
        self._log.info("stopped")
        self._stopped.set()

    async def _end(self, grace_s: float) -> None:
        """End whatever has been started; every wait has an end."""
        if self._front:
            await self._front.stop(grace_s)
        await self.pool.close()
        if self._page:
            self._page.shutdown()
            self._page.server_close()

    async def wait(self) -> None:
        """Wait until the server has been drained."""
        await self._stopped.wait()


def serve(settings: Settings) -> int:
    """Serve until SIGTERM or SIGINT (the first drains, the second exits); give the exit code."""
    logs = set_up_logs(settings.log_level)
    os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")  # workers are spawned, never forked
    os.environ.setdefault("GRPC_VERBOSITY", "ERROR")  # else each port scan leaves lines that are no JSON
    try:
        asyncio.run(_serve(settings))
    except (WorkerStartError, OSError) as error:
        structlog.get_logger("cameo_coder.server").error("cannot_start", reason=str(error))
        return 1
    finally:
        logs.flush()
    return 0


async def _serve(settings: Settings) -> None:
    server = Server(settings)
    loop = asyncio.get_running_loop()
    starting = loop.create_task(server.start())
    drains: list[asyncio.Task[None]] = []

    def on_signal() -> None:
        if drains or starting.cancelling():
            os._exit(GIVE_UP_CODE)
        if not starting.done():
            starting.cancel()
        else:
            drains.append(loop.create_task(server.drain()))

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, on_signal)
    try:
        await starting
    except asyncio.CancelledError:
        return
    set_aside()
    await server.wait()
    await asyncio.gather(*drains)


def _limits(limits: Limits) -> tuple[int, int, int, int]:
    return (limits.max_text_chars, limits.max_batch_texts, limits.max_batch_chars, limits.max_actors)
