from datetime import date

import pytest
from google.type import date_pb2

from coder.types import CallerActor
from service.convert import request_from_story, story_from_request
from service.errors import InvalidRequest
from service.gen import coder_pb2
from service.stories import Limits, check_batch

LIMITS = Limits(max_text_chars=50, max_batch_texts=3, max_batch_chars=60, max_actors=2)
TEXT = "Ankara 🎉 met Moscow"


def actor(start: int, end: int, code: str = "", text: str = "") -> coder_pb2.CallerActor:
    return coder_pb2.CallerActor(span=coder_pb2.TextSpan(start=start, end=end, text=text), code=code)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": " \n\t\u3000"}, "text"),
        ({"text": "a" * 51}, "text"),
        ({"id": "i" * 1025}, "id"),
        ({"date": date_pb2.Date(year=2023, month=2, day=29)}, "date"),
        ({"date": date_pb2.Date(year=2023)}, "date"),
        ({"date": date_pb2.Date(year=10000, month=1, day=1)}, "date"),
        ({"date": date_pb2.Date(year=-1, month=1, day=1)}, "date"),
        ({"language_code": "fr"}, "language_code"),
        ({"encoding_type": 9}, "encoding_type"),
        ({"actors": [actor(0, 1), actor(2, 3), actor(4, 5)]}, "actors"),
        ({"actors": [coder_pb2.CallerActor(code="RUS")]}, "actors[0].span"),
        ({"actors": [actor(3, 3)]}, "actors[0].span"),
        ({"actors": [actor(-1, 3)]}, "actors[0].span"),
        ({"actors": [actor(0, 20)]}, "actors[0].span"),
        ({"actors": [actor(0, 6), actor(5, 8)]}, "actors[1].span"),
        ({"actors": [actor(0, 6, "rus")]}, "actors[0].code"),
        ({"actors": [actor(0, 6, "RU")]}, "actors[0].code"),
        ({"actors": [actor(0, 6, "ABC" * 11)]}, "actors[0].code"),
        ({"actors": [actor(1, 7, text="Ankara")]}, "actors[0].span.text"),
        ({"actors": [actor(8, 9)], "encoding_type": coder_pb2.ENCODING_TYPE_UTF16}, "actors[0].span"),
        ({"options": coder_pb2.CodeOptions(minimum_confidence=1.1)}, "options.minimum_confidence"),
        ({"options": coder_pb2.CodeOptions(minimum_confidence=float("nan"))}, "options.minimum_confidence"),
    ],
)
def test_stories_names_the_field_at_fault(fields: dict[str, object], field: str) -> None:
    request = coder_pb2.CodeTextRequest(**({"text": TEXT} | fields))  # type: ignore[arg-type]
    with pytest.raises(InvalidRequest) as raised:
        story_from_request(request, LIMITS)
    assert [violation.field for violation in raised.value.violations] == [field]


@pytest.mark.parametrize("code", ["", "en", "EN", "en-GB", "en-Latn-US"])
def test_stories_takes_english_in_all_its_codes(code: str) -> None:
    story = story_from_request(coder_pb2.CodeTextRequest(text=TEXT, language_code=code), LIMITS)
    assert story.language_code == "en"


def test_stories_says_when_a_span_holds_nothing() -> None:
    with pytest.raises(InvalidRequest, match=r"\[7, 2\) holds nothing: set start below end"):
        story_from_request(coder_pb2.CodeTextRequest(text=TEXT, actors=[actor(7, 2)]), LIMITS)


def test_stories_tells_limit_and_size() -> None:
    with pytest.raises(InvalidRequest, match="51 characters, the limit is 50"):
        story_from_request(coder_pb2.CodeTextRequest(text="a" * 51), LIMITS)


def test_stories_tells_all_faults_at_once() -> None:
    request = coder_pb2.CodeTextRequest(text="", language_code="xx", date=date_pb2.Date(year=1))
    with pytest.raises(InvalidRequest) as raised:
        story_from_request(request)
    assert {violation.field for violation in raised.value.violations} == {"text", "date", "language_code"}


@pytest.mark.parametrize(
    ("encoding", "start", "end"),
    [
        (coder_pb2.ENCODING_TYPE_UNSPECIFIED, 13, 19),
        (coder_pb2.ENCODING_TYPE_CODE_POINTS, 13, 19),
        (coder_pb2.ENCODING_TYPE_UTF16, 14, 20),
        (coder_pb2.ENCODING_TYPE_UTF8, 16, 22),
    ],
)
def test_stories_reads_offsets_in_the_callers_unit(encoding: coder_pb2.EncodingType, start: int, end: int) -> None:
    actors = [actor(start, end, "RUS", "Moscow"), actor(0, 6)]
    story = story_from_request(coder_pb2.CodeTextRequest(text=TEXT, encoding_type=encoding, actors=actors))
    assert story.actors == (CallerActor(13, 19, "RUS"), CallerActor(0, 6))


def test_stories_keeps_events_without_target_unless_told_otherwise() -> None:
    assert story_from_request(coder_pb2.CodeTextRequest(text="x")).options.include_without_target
    options = coder_pb2.CodeOptions(include_events_without_target=False)
    assert not story_from_request(coder_pb2.CodeTextRequest(text="x", options=options)).options.include_without_target


def test_stories_come_back_from_their_own_request() -> None:
    request = coder_pb2.CodeTextRequest(
        id="7",
        text=TEXT,
        date=date_pb2.Date(year=2016, month=8, day=18),
        language_code="en",
        actors=[actor(0, 6, "TURGOV")],
        options=coder_pb2.CodeOptions(minimum_confidence=0.5, include_hypothetical=True, one_a_day=True),
    )
    story = story_from_request(request)
    assert story.date == date(2016, 8, 18)
    assert story_from_request(request_from_story(story)) == story


@pytest.mark.parametrize(
    ("texts", "told"), [([], "empty"), (["a"] * 4, "4 texts, the limit is 3"), (["a" * 31] * 2, "62 characters")]
)
def test_stories_refuses_batches_as_a_whole(texts: list[str], told: str) -> None:
    requests = [coder_pb2.CodeTextRequest(text=text) for text in texts]
    with pytest.raises(InvalidRequest, match=told):
        check_batch(coder_pb2.CodeBatchRequest(requests=requests), LIMITS)
