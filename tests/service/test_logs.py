"""Lines on standard error: none lost, and few writes."""

import asyncio
import json
import logging
import sys

import pytest

from service.logs import StandardError, set_up_logs


class Writes(list[str]):
    """A standard error that keeps what each write brought."""

    def write(self, text: str) -> None:
        self.append(text)

    def flush(self) -> None:
        pass


def caught(monkeypatch: pytest.MonkeyPatch, kind: type[Writes] = Writes) -> Writes:
    kept = kind()
    monkeypatch.setattr(sys, "stderr", kept)
    return kept


def test_logs_lines_of_one_turn_are_written_together(monkeypatch: pytest.MonkeyPatch) -> None:
    writes = caught(monkeypatch)

    async def three_and_one() -> None:
        out = StandardError()
        for line in "abc":
            out.info(line)
        assert writes == []
        await asyncio.sleep(0)
        out.info("d")
        await asyncio.sleep(0)

    asyncio.run(three_and_one())
    assert writes == ["a\nb\nc\n", "d\n"]


def test_logs_errors_are_written_at_once_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    writes = caught(monkeypatch)

    async def one_and_error() -> None:
        out = StandardError()
        out.info("before")
        out.error("wrong")
        assert writes == ["before\nwrong\n"]
        out.info("after")

    asyncio.run(one_and_error())
    assert "".join(writes) == "before\nwrong\nafter\n"


def test_logs_without_a_loop_are_written_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    writes = caught(monkeypatch)
    StandardError().info("alone")
    assert writes == ["alone\n"]


def test_logs_what_a_loop_left_is_flushed(monkeypatch: pytest.MonkeyPatch) -> None:
    writes = caught(monkeypatch)
    out = StandardError()

    async def leave() -> None:
        asyncio.get_running_loop().stop()
        out.info("left")

    loop = asyncio.new_event_loop()
    leaving = loop.create_task(leave())
    loop.run_forever()
    assert leaving.done()
    loop.close()
    out.flush()
    assert writes == ["left\n"]


def test_logs_reader_that_went_away_costs_no_call(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(Writes):
        def write(self, text: str) -> None:
            raise BrokenPipeError(text)

    caught(monkeypatch, Closed)
    StandardError().info("nobody reads this")


def test_logs_what_libraries_warn_of_is_a_line_that_quotes_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    writes = caught(monkeypatch)
    monkeypatch.setattr(logging, "lastResort", None)
    set_up_logs("INFO")
    try:
        library = logging.getLogger("library")
        monkeypatch.setattr(library, "parent", None)  # as where nobody has set up anything
        library.warning("lost %s", "secret")
        library.info("all is well")
        try:
            raise ValueError("secret")  # noqa: TRY301
        except ValueError:
            library.exception("went wrong\nsecret")
    finally:
        set_up_logs("ERROR")
    first, second = (json.loads(line) for line in "".join(writes).splitlines())
    assert (first["event"], first["library"], first["says"], first["level"]) == (
        "library_warning",
        "library",
        "lost %s",
        "warning",
    )
    assert (second["says"], second["kind"], second["level"]) == ("went wrong", "ValueError", "error")
    assert "secret" not in "".join(writes)
