import json
from datetime import date
from typing import Any

import pytest

from coder.types import Story
from service.convert import (
    request_from_record,
    response_from_coding,
    response_from_json,
    response_to_json,
    story_from_request,
)
from service.errors import InvalidRequest
from service.gen import coder_pb2
from tests.service.fake_coder import FakeCoder

TEXT = "Ça: 🎉 Ankara met Moscow"


def coded(
    encoding: coder_pb2.EncodingType = coder_pb2.ENCODING_TYPE_UNSPECIFIED, *, explain: bool = False
) -> coder_pb2.CodeTextResponse:
    options = coder_pb2.CodeOptions(include_explanations=explain)
    request = coder_pb2.CodeTextRequest(id="a", text=TEXT, encoding_type=encoding, options=options)
    coding = FakeCoder().code_batch([Story(text=TEXT, id="a", date=date(2016, 8, 18))])[0]
    assert not isinstance(coding, Exception)
    return response_from_coding(coding, request)


@pytest.mark.parametrize(
    ("encoding", "encode"),
    [
        (coder_pb2.ENCODING_TYPE_CODE_POINTS, lambda text: text),
        (coder_pb2.ENCODING_TYPE_UTF8, lambda text: text.encode()),
        (
            coder_pb2.ENCODING_TYPE_UTF16,
            lambda text: [text.encode("utf-16-le")[i : i + 2] for i in range(0, 2 * len(text) + 2, 2)],
        ),
    ],
)
def test_convert_spans_cut_the_callers_text(encoding: coder_pb2.EncodingType, encode: Any) -> None:
    (event,) = coded(encoding).events
    for span in (event.source.span, event.target.span, event.action.span, event.sentence, event.location.span):
        assert encode(TEXT)[span.start : span.end] == encode(span.text)[: span.end - span.start]
    assert event.action.span.text == "met"


def test_convert_writes_every_field_of_an_event() -> None:
    (event,) = coded(explain=True).events
    unset = [field.name for field in event.DESCRIPTOR.fields if field.message_type and not event.HasField(field.name)]
    assert not unset
    assert (event.action.code, event.action.root_label, event.action.label) == ("040", "CONSULT", event.action.label)
    assert event.action.quad_class == coder_pb2.QUAD_CLASS_VERBAL_COOPERATION
    assert (event.date.year, event.date.month, event.date.day) == (2016, 8, 18)
    assert (event.tense, event.modality) == (coder_pb2.TENSE_PAST, coder_pb2.MODALITY_REPORTED)
    assert event.explanation.steps == ["a -> b"]
    assert list(event.source.provenance) == ["x:1"]


def test_convert_explains_only_when_asked() -> None:
    (event,) = coded().events
    assert not event.HasField("explanation")
    assert not event.source.provenance


def test_convert_json_lines_have_the_schemas_names_and_come_back() -> None:
    response = coded()
    line = response_to_json(response)
    assert "\n" not in line
    shown = json.loads(line)
    assert shown["events"][0]["action"]["root_label"] == "CONSULT"
    assert shown["events"][0]["source"]["span"] == {"start": 6, "end": 12, "text": "Ankara"}
    assert shown["coder_version"] == "fake-1"
    assert response_from_json(line) == response


def test_convert_json_of_no_events_says_so() -> None:
    assert json.loads(response_to_json(coder_pb2.CodeTextResponse(id="a")))["events"] == []


def test_convert_json_keeps_odd_line_ends_inside_the_line() -> None:
    line = response_to_json(coder_pb2.CodeTextResponse(id="a\u2028b\x85c\nd"))
    assert len(line.splitlines()) == 1
    assert response_from_json(line).id == "a\u2028b\x85c\nd"


def test_convert_reads_file_records() -> None:
    record = {
        "id": 12,
        "text": TEXT,
        "date": "2016-08-18",
        "actors": [{"span": {"start": 6, "end": 12}, "code": "TUR"}, {"span": {"start": 17, "end": 23, "note": 1}}],
        "anything": {"else": 1},
    }
    story = story_from_request(request_from_record(record))
    assert (story.id, story.date) == ("12", date(2016, 8, 18))
    assert [TEXT[a.start : a.end] for a in story.actors] == ["Ankara", "Moscow"]


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"text": 5}, "text"),
        ({"text": "a\ud800b"}, "text"),
        ({"text": "a", "id": []}, "id"),
        ({"text": "a", "date": "yesterday"}, "date"),
        ({"text": "a", "date": 5}, "date"),
        ({"text": "a", "actors": "Russia"}, "actors"),
        ({"text": "a", "actors": ["Russia"]}, "actors[0]"),
        ({"text": "a", "actors": [{"span": {"start": "x"}}]}, "actors[0]"),
        ({"text": "a", "actors": [{"span": {"start": 2**40}}]}, "actors[0]"),
    ],
)
def test_convert_names_the_field_of_a_bad_record(record: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidRequest) as raised:
        request_from_record(record)
    assert raised.value.violations[0].field == field
