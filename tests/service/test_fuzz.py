"""Any bytes and any text over a real channel: a good answer or INVALID_ARGUMENT, and workers that live."""

from contextlib import suppress
from typing import Any

import grpc
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.convert import request_from_record, story_from_request
from service.errors import InvalidRequest
from service.gen import coder_pb2

RUN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    [
        "\u202eabc",
        "a\u0301" * 30,
        "👨\u200d👩\u200d👧 met B",
        "\x00\x07 A met B",
        "((((",
        "A met B\r\n\tC met D",
        "\ufeff",
    ]
)
SPANS = st.builds(
    coder_pb2.TextSpan, start=st.integers(-2, 70), end=st.integers(-2, 70), text=st.sampled_from(["", "A"])
)
ACTORS = st.builds(coder_pb2.CallerActor, span=SPANS, code=st.sampled_from(["", "RUSGOV", "x", "ABCD"]))
FIELDS = st.sampled_from(["id", "text", "date", "actors", "language_code", "other"])
REQUESTS = st.builds(
    coder_pb2.CodeTextRequest,
    id=st.text(st.characters(exclude_categories=["Cs"]), max_size=9),
    text=TEXTS,
    encoding_type=st.integers(0, 5),
    actors=st.lists(ACTORS, max_size=3),
    options=st.builds(coder_pb2.CodeOptions, minimum_confidence=st.floats()),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9), st.lists, max_leaves=5
)


def status(running: Any, raw: bytes) -> str:
    try:
        running.channel.unary_unary("/cameo.coder.v1.CoderService/CodeText")(raw, timeout=20)
    except grpc.RpcError as error:
        return str(error.code().name)
    return "OK"


@RUN
@given(raw=st.binary(max_size=200))
def test_fuzz_any_bytes(running: Any, raw: bytes) -> None:
    assert status(running, raw) in {"OK", "INVALID_ARGUMENT"}


@RUN
@given(request=REQUESTS)
def test_fuzz_any_request_spans_cut_its_own_text(running: Any, request: coder_pb2.CodeTextRequest) -> None:
    try:
        story = story_from_request(request)
    except InvalidRequest:
        assert status(running, request.SerializeToString()) == "INVALID_ARGUMENT"
        return
    assert all(0 <= actor.start < actor.end <= len(story.text) for actor in story.actors)
    response = running.coder.CodeText(request)
    assert response.id == request.id
    assert running.metric("worker_restarts_total") == 0


@RUN
@given(record=st.dictionaries(FIELDS, JSON, max_size=6))
def test_fuzz_any_record_of_a_file_is_a_story_or_the_callers_fault(record: dict[str, object]) -> None:
    with suppress(InvalidRequest):
        assert story_from_request(request_from_record(record)).text.strip()
