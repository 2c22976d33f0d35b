"""One worker process: loads a coder, proves it on a golden sentence, then codes what it gets until its socket closes.

Started by `service.workers` as ``python -m service.worker FD``; never imports grpc.
"""

import ctypes
import os
import signal
import socket
import sys
import time
import traceback
import uuid
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from google.protobuf.message import DecodeError

from coder.attention import always
from coder.collecting import settle
from coder.errors import Abandoned, CoderError
from coder.types import Coding, Story
from service.attention import Attention
from service.coding import code_each, coder_class
from service.convert import actor_message, response_from_coding, response_from_status
from service.errors import DeadlinePassed, InvalidRequest, Violation, is_foreseen, status_of
from service.frames import (
    Answer,
    CodeJob,
    Failed,
    Fault,
    Forget,
    Ready,
    Reply,
    ResolveJob,
    WorkerSetup,
    encode,
    receive,
)
from service.gen import coder_pb2
from service.stories import Limits, story_from_request

GOLDEN = "Germany criticized France on Monday."
SUB_BATCH_TEXTS = 32  # parsed together
PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG


def load_coder(setup: WorkerSetup) -> Any:  # noqa: ANN401  (anything with the contract of coder.pipeline.Coder)
    """Import and load the coder, and have it code the golden sentence.

    Raises:
        CoderError: data or model are broken, or the golden sentence gives no event.
    """
    coder = coder_class(setup.coder_factory).load(setup.model, setup.dictionaries, lexicons=setup.lexicons)
    (coding,) = coder.code_batch([Story(text=GOLDEN, id="golden")], always)
    if isinstance(coding, CoderError):
        raise coding
    if not coding.events:
        msg = f"the coder finds no event in {GOLDEN!r}: model and lexicon do not fit together"
        raise CoderError(msg)
    return coder


class Desk:
    """Answers jobs with one loaded coder."""

    def __init__(self, coder: Any, limits: Limits, attention: Attention | None = None) -> None:  # noqa: ANN401
        """Take the coder, which nobody else uses, and who knows whether callers still wait."""
        self._coder = coder
        self._limits = limits
        self._attention = attention or Attention()
        self._faults: list[Fault] = []

    def reply(self, job: CodeJob | ResolveJob) -> Reply:
        """Do one job; whatever happens inside becomes an answer."""
        started = time.monotonic()
        self._faults = []
        before = getattr(self._coder, "screened", 0)
        answers = tuple(self._resolve(job) if isinstance(job, ResolveJob) else self._code(job))
        screened = getattr(self._coder, "screened", 0) - before
        return Reply(answers, tuple(self._faults), time.monotonic() - started, screened)

    def _code(self, job: CodeJob) -> Iterator[Answer]:
        self._attention.begin(job)
        for first in range(0, len(job.requests), SUB_BATCH_TEXTS):
            yield from self._sub_batch(job.requests[first : first + SUB_BATCH_TEXTS], first)

    def _sub_batch(self, raws: Sequence[bytes], first: int) -> list[Answer]:
        read = [self._read(raw, wanted=self._attention.wanted(n)) for n, raw in enumerate(raws, first)]
        places = [n for n, (_, story) in enumerate(read, first) if isinstance(story, Story)]
        stories = [story for _, story in read if isinstance(story, Story)]
        codings = iter(code_each(self._coder, stories, lambda n: self._attention.wanted(places[n])))
        return [self._answer(request, next(codings) if isinstance(story, Story) else story) for request, story in read]

    def _read(self, raw: bytes, *, wanted: bool) -> tuple[coder_pb2.CodeTextRequest, Story | Exception]:
        request = coder_pb2.CodeTextRequest()
        try:
            request.ParseFromString(raw)
            if not wanted:
                return request, DeadlinePassed("the deadline passed before this text's turn came")
            return request, story_from_request(request, self._limits)
        except (DecodeError, InvalidRequest) as error:
            return request, error

    def _answer(self, request: coder_pb2.CodeTextRequest, outcome: Coding | Exception) -> Answer:
        if isinstance(outcome, Abandoned):
            outcome = DeadlinePassed("the deadline passed before this text was done")
        if isinstance(outcome, Exception):
            return self._refusal(request.id, outcome)
        try:
            response = response_from_coding(outcome, request)
        except Exception as error:  # noqa: BLE001  (as above)
            return self._refusal(request.id, error)
        roots = tuple(event.action.root for event in response.events)
        return Answer(response.SerializeToString(deterministic=True), 0, roots)

    def _refusal(self, request_id: str, error: Exception) -> Answer:
        error_id = uuid.uuid4().hex
        if not is_foreseen(error):
            trace = "".join(traceback.format_tb(error.__traceback__))
            self._faults.append(Fault(error_id, type(error).__name__, trace))
        status = status_of(error, error_id)
        response = response_from_status(request_id, status, self._coder.version)
        return Answer(response.SerializeToString(deterministic=True), status.code)

    def _resolve(self, job: ResolveJob) -> Iterator[Answer]:
        try:
            actors = self._coder.resolve_actor(job.name, date.fromisoformat(job.day) if job.day else None)
        except CoderError as error:
            yield self._refusal("", InvalidRequest([Violation("name", str(error))]))
        except Exception as error:  # noqa: BLE001  (as above)
            yield self._refusal("", error)
        else:
            found = coder_pb2.ResolveActorResponse(actors=map(actor_message, actors))
            yield Answer(found.SerializeToString())


def _follow_parent() -> None:
    """Leave interrupts to the front, which drains; and die with it, should it be killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)


def _failure(error: Exception) -> Failed:
    foreseen = isinstance(error, (CoderError, ImportError, OSError))
    return Failed(f"{error}" if foreseen else "".join(traceback.format_exception(error)))


def main() -> int:
    """Serve the socket whose file descriptor is the first argument."""
    _follow_parent()
    connection = socket.socket(fileno=int(sys.argv[1]))
    setup: WorkerSetup = receive(connection)
    os.nice(setup.niceness)  # workers fill all cores; the front, which feeds them, must still be heard at once
    try:
        coder = load_coder(setup)
    except Exception as error:  # noqa: BLE001  (the front tells it to the operator)
        connection.sendall(encode(_failure(error)))
        return 1
    settle()
    connection.sendall(encode(Ready(coder.version, dict(coder.versions()))))
    desk = Desk(coder, Limits(*setup.limits), Attention(connection))
    with suppress(ConnectionError):  # a front that drained did not wait for the answer
        while (job := receive(connection)) is not None:
            if not isinstance(job, Forget):
                connection.sendall(encode(desk.reply(job)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
