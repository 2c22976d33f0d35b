"""Bad input over a real channel: every answer must be OK or INVALID_ARGUMENT, in bounded time, from workers that live.

python -m benchmarks.service_fuzz [--count 100000] [--seed 1] [--workers 2] [--factory module:class]
"""

import argparse
import asyncio
import random
import time
from collections import Counter

import grpc

from benchmarks.service_harness import in_flight, machine, percentile, service, table
from benchmarks.service_texts import sentence
from service.config import Settings
from service.gen import coder_pb2

METHOD = "/cameo.coder.v1.CoderService/CodeText"
ALLOWED = {"OK", "INVALID_ARGUMENT"}
ODD = (
    "\x00", "\x07", "\x1b[31m", "\x7f", "\u00ad", "\u200b", "\u200d", "\u202e", "\u2066", "\u2028", "\ufeff", "\ufffd",
    "\u0301", "\u0489" * 9, "é", "ß", "ﬁ", "א", "ع", "中", "ก็", "🎉", "👨\u200d👩", "🇫🇷", "\U0010ffff", "\ue000",
    "“", "\u2019", "«", "…", "—", "((((", "))))", '"' * 5, "[[", "{{{", "<b>", "&amp;", "http://a.b/c", "a@b.c", "$1bn",
    "U.S.", "said said said", "not not", ",,,", "...", "\n\n", "\t", "\r", " " * 30, "of " * 9, "and " * 9, "that " * 9,
)  # fmt: skip


def odd_text(source: random.Random) -> str:
    """Make a sentence that something odd has happened to."""
    words = sentence(source).split(" ")
    kind = source.randrange(6)
    if kind == 0:
        return "".join(source.choice(ODD) for _ in range(source.randrange(1, 40)))
    if kind == 1:
        return "".join(chr(source.randrange(1, 0xD800)) for _ in range(source.randrange(1, 60)))
    for _ in range(source.randrange(1, 6)):
        words.insert(source.randrange(len(words) + 1), source.choice(ODD))
    if kind == 2:
        source.shuffle(words)
    glue = "" if kind == 3 else " "
    return glue.join(words)


def odd_request(source: random.Random) -> coder_pb2.CodeTextRequest:
    """Make a request with spans, dates and codes of all sorts."""
    text = odd_text(source)
    request = coder_pb2.CodeTextRequest(text=text, id=source.choice(("", "a", "é" * 40)))
    request.encoding_type = source.choice((0,) * 20 + (1, 2, 3, 7))  # type: ignore[assignment]
    if source.random() < 0.05:
        request.date.year, request.date.month, request.date.day = (source.randrange(-1, n) for n in (10001, 14, 33))
    for _ in range(source.choice((0, 0, 0, 1, 2))):
        start = source.randrange(-1, len(text) + 1)
        actor = request.actors.add(code=source.choice(("",) * 9 + ("RUSGOV",) * 9 + ("rus", "X" * 99)))
        actor.span.start, actor.span.end = start, start + source.randrange(1, 12)
    if source.random() < 0.1:
        request.options.minimum_confidence = source.choice((0.5, 0.9, -1, float("nan"), float("inf")))
        request.options.include_hypothetical = True
        request.options.include_explanations = True
    return request


def odd_bytes(source: random.Random) -> bytes:
    """Make a request's bytes: half of them as they are, half with bytes changed, cut, doubled or drawn from nothing."""
    raw = bytearray(odd_request(source).SerializeToString())
    kind = source.randrange(8)
    if kind == 0:
        return source.randbytes(source.randrange(80))
    if kind == 1:
        del raw[source.randrange(len(raw) + 1) :]
    elif kind == 2:
        raw += raw[source.randrange(len(raw)) :]
    elif kind == 3:
        for _ in range(source.randrange(1, 8)):
            raw[source.randrange(len(raw))] = source.randrange(256)
    return bytes(raw)


def large(source: random.Random) -> list[bytes]:
    """Make the few large requests: as long as is allowed, and of the shapes that parsers fear."""
    most = Settings().max_text_chars
    shapes = ["a" * most, "a " * (most // 2), "(" * most, '"' * most, "\u0301" * most, "🎉" * most, ". " * (most // 2)]
    shapes += ["that he said " * (most // 13), "Russia and " * (most // 11), "\n" * (most - 1) + "x", "A" * (most + 1)]
    shapes += ["b" * 1_000_000, sentence(source) * (most // 200)]
    return [coder_pb2.CodeTextRequest(text=text).SerializeToString() for text in shapes]


async def attack(address: str, inputs: list[bytes], width: int) -> tuple[Counter[str], list[float]]:
    """Send the inputs; give how often each status came, and the times."""
    statuses: Counter[str] = Counter()
    async with grpc.aio.insecure_channel(address) as channel:
        call: grpc.aio.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(METHOD)

        async def one(number: int) -> None:
            try:
                await call(inputs[number], timeout=120)
                statuses["OK"] += 1
            except grpc.aio.AioRpcError as error:
                statuses[error.code().name] += 1
                if error.code().name not in ALLOWED:
                    print(error.code().name, error.details(), inputs[number][:300])

        _, times = await in_flight(len(inputs), width, one)
    return statuses, times


async def main() -> None:
    """Attack, then print statuses and times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--factory", default=Settings().coder_factory)
    a = parser.parse_args()
    source = random.Random(a.seed)  # noqa: S311
    rows: list[list[object]] = [["inputs", "count", "OK", "INVALID_ARGUMENT", "other", "p50 ms", "p99 ms", "worst ms"]]
    wrong = 0
    async with service(workers=a.workers, coder_factory=a.factory, log_level="INFO", text_timeout_s=120) as running:
        workers = running.children()
        began = time.perf_counter()
        for name, inputs, width in (
            ("small", [odd_bytes(source) for _ in range(a.count)], 32),
            ("large", large(source), a.workers),
        ):
            statuses, times = await attack(running.address, inputs, width)
            other = sum(count for status, count in statuses.items() if status not in ALLOWED)
            wrong += other
            shown = [1000 * percentile(times, share) for share in (0.5, 0.99, 1.0)]
            rows.append([name, len(inputs), statuses["OK"], statuses["INVALID_ARGUMENT"], other, *shown])
        print(machine(), f"seed {a.seed}, {time.perf_counter() - began:.0f} s")
        table(rows)
        print("workers that died:", len(set(workers) - set(running.children())))
        assert not wrong
        assert workers == running.children()


if __name__ == "__main__":
    asyncio.run(main())
