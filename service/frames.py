"""What the front and its workers say to each other: pickled values on a socket pair, each behind its length.

Both ends are the same program on the same machine, and nobody else holds the socket: that makes pickle safe here.
What goes with every call is a named tuple, which pickles in half the time of a dataclass.
"""

import pickle
import socket
import struct
from dataclasses import dataclass
from typing import Any, NamedTuple

HEADER = struct.Struct("!I")


@dataclass(frozen=True, slots=True)
class WorkerSetup:
    """What a worker needs to start."""

    coder_factory: str
    model: str
    dictionaries: tuple[str, ...]
    limits: tuple[int, int, int, int]
    niceness: int = 0
    lexicons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker's greeting: it has coded its golden sentence."""

    coder_version: str
    versions: dict[str, str]


@dataclass(frozen=True, slots=True)
class Failed:
    """A worker's last word when it cannot start."""

    message: str


class CodeJob(NamedTuple):
    """Texts to code, and after how long each is not worked on any more (None, or nothing at all: no end)."""

    requests: tuple[bytes, ...]
    budgets_s: tuple[float | None, ...] = ()


class Forget(NamedTuple):
    """Texts of the job under way whose caller has left: as many as `texts` from `first`.

    It may come too late, when the answer has been sent; between jobs it means nothing.
    """

    first: int
    texts: int


class ResolveJob(NamedTuple):
    """An actor's name to look up on a day (ISO, "" for none)."""

    name: str
    day: str


class Answer(NamedTuple):
    """One text's response; `code` is its status code, `roots` the root of each event."""

    response: bytes
    code: int = 0
    roots: tuple[str, ...] = ()


class Fault(NamedTuple):
    """An exception that nobody foresaw, without its message, which may quote the text."""

    error_id: str
    kind: str
    trace: str


class Reply(NamedTuple):
    """The answers to a job, in its order."""

    answers: tuple[Answer, ...]
    faults: tuple[Fault, ...] = ()
    busy_s: float = 0.0
    screened: int = 0  # sentences that the worker did not parse, because they name nobody


def encode(value: object) -> bytes:
    """Give a value's frame."""
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return HEADER.pack(len(body)) + body


def decode(body: bytes) -> Any:  # noqa: ANN401  (the reader knows what comes)
    """Give a frame's value."""
    return pickle.loads(body)  # noqa: S301  (see the module's docstring)


def receive(connection: socket.socket) -> Any:  # noqa: ANN401
    """Read one value; None when the other end is gone."""
    header = _exactly(connection, HEADER.size)
    body = header and _exactly(connection, HEADER.unpack(header)[0])
    return decode(body) if body else None


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        part = connection.recv(min(size - len(parts), 1 << 20))
        if not part:
            return None
        parts += part
    return bytes(parts)
