"""The coder's values and files' records to protobuf messages, and messages to JSON lines.

With `service.stories` (the other direction) the only reader and writer of protobuf fields. Neither imports grpc, so
that workers and file tools can use them.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from google.protobuf import json_format
from google.rpc import status_pb2
from google.type import date_pb2, latlng_pb2

from coder import types
from service.errors import InvalidRequest, Violation
from service.gen import coder_pb2
from service.offsets import Offsets
from service.stories import Limits, check_batch, story_from_request

__all__ = [
    "Limits",
    "check_batch",
    "event_type_message",
    "request_from_record",
    "request_from_story",
    "response_from_coding",
    "response_from_json",
    "response_from_status",
    "response_to_json",
    "story_from_request",
]


def request_from_story(story: types.Story, *, explain: bool = False) -> coder_pb2.CodeTextRequest:
    """Give the request, in code points, that asks to code `story`."""
    options = coder_pb2.CodeOptions(
        minimum_confidence=story.options.minimum_confidence,
        include_explanations=explain,
        include_events_without_target=story.options.include_without_target,
        include_hypothetical=story.options.include_hypothetical,
        one_a_day=story.options.one_a_day,
    )
    spans = [(coder_pb2.TextSpan(start=a.start, end=a.end), a.code) for a in story.actors]
    return coder_pb2.CodeTextRequest(
        id=story.id,
        text=story.text,
        date=_day(story.date),
        language_code=story.language_code,
        encoding_type=coder_pb2.ENCODING_TYPE_CODE_POINTS,
        actors=[coder_pb2.CallerActor(span=span, code=code) for span, code in spans],
        options=options,
    )


def request_from_record(
    record: Mapping[str, object], options: coder_pb2.CodeOptions | None = None
) -> coder_pb2.CodeTextRequest:
    """Give the request of one record of a file: ``{"id", "text", "date"? "2016-08-18", "actors"?, "language_code"?}``.

    Offsets of actors are code points; all other fields of the record are ignored; `options` applies when given.

    Raises:
        InvalidRequest: a field has the wrong type or form.
    """
    request = coder_pb2.CodeTextRequest(options=options, encoding_type=coder_pb2.ENCODING_TYPE_CODE_POINTS)
    try:
        request.id = _text("id", record.get("id"))
        request.text = _text("text", record.get("text"))
        request.language_code = _text("language_code", record.get("language_code"))
    except UnicodeEncodeError as error:
        raise InvalidRequest([Violation("text", "has a lone surrogate: the file is not valid Unicode")]) from error
    if record.get("date"):
        request.date.CopyFrom(_record_day(record["date"]))
    request.actors.extend(_record_actors(record.get("actors") or []))
    return request


def response_from_coding(coding: types.Coding, request: coder_pb2.CodeTextRequest) -> coder_pb2.CodeTextResponse:
    """Give the response to `request`, its offsets in the unit that the request asked for."""
    writer = _EventWriter(Offsets(request.text, request.encoding_type), explain=request.options.include_explanations)
    return coder_pb2.CodeTextResponse(
        id=request.id, events=map(writer.event, coding.events), coder_version=coding.coder_version
    )


def response_from_status(request_id: str, status: status_pb2.Status, coder_version: str) -> coder_pb2.CodeTextResponse:
    """Give the response that says why a text was not coded."""
    return coder_pb2.CodeTextResponse(id=request_id, coder_version=coder_version, status=status)


def response_to_json(response: coder_pb2.CodeTextResponse) -> str:
    """Give one line of protobuf JSON with the schema's field names, empty fields included."""
    shown = json_format.MessageToJson(
        response,
        preserving_proto_field_name=True,
        always_print_fields_with_no_presence=True,
        indent=None,
        ensure_ascii=False,
    )
    return shown.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def response_from_json(line: str) -> coder_pb2.CodeTextResponse:
    """Read a line of `response_to_json`; fields of later versions are ignored."""
    return json_format.Parse(line, coder_pb2.CodeTextResponse(), ignore_unknown_fields=True)


def actor_message(actor: types.Actor) -> coder_pb2.Actor:
    """Give a candidate of a name: with provenance, without span."""
    return coder_pb2.Actor(
        code=actor.code,
        name=actor.name,
        country=actor.country,
        sectors=actor.sectors,
        resolution=f"RESOLUTION_{actor.resolution}",
        provenance=actor.provenance,
    )


def event_type_message(event_type: types.EventType) -> coder_pb2.EventType:
    """Give an event type of the ontology."""
    return coder_pb2.EventType(
        code=event_type.code,
        label=event_type.label,
        name=event_type.name,
        definition=event_type.definition,
        root=event_type.root,
        root_label=event_type.root_label,
        quad_class=coder_pb2.QuadClass.Name(event_type.quad_class),
        goldstein=event_type.goldstein,
        plover=_plover(event_type.plover),
    )


class _EventWriter:
    """Writes the events of one text; holds its offsets and what the caller wants to see."""

    def __init__(self, offsets: Offsets, *, explain: bool) -> None:
        self._offsets = offsets
        self._explain = explain

    def event(self, event: types.Event) -> coder_pb2.Event:
        return coder_pb2.Event(
            source=self._actor(event.source),
            target=self._actor(event.target),
            action=self._action(event),
            confidence=event.confidence,
            date=_day(event.date),
            tense=f"TENSE_{event.tense}",
            modality=f"MODALITY_{event.modality}",
            reported_by=self._actor(event.reported_by),
            sentence=self._span(event.sentence),
            location=self._location(event.location),
            explanation=self._explanation(event.explanation) if self._explain else None,
        )

    def _span(self, span: types.TextSpan) -> coder_pb2.TextSpan:
        to_caller = self._offsets.to_caller
        return coder_pb2.TextSpan(start=to_caller(span.start), end=to_caller(span.end), text=span.text)

    def _actor(self, actor: types.Actor | None) -> coder_pb2.Actor | None:
        if actor is None:
            return None
        return coder_pb2.Actor(
            code=actor.code,
            name=actor.name,
            country=actor.country,
            sectors=actor.sectors,
            span=self._span(actor.span),
            resolution=f"RESOLUTION_{actor.resolution}",
            provenance=actor.provenance if self._explain else (),
        )

    def _action(self, event: types.Event) -> coder_pb2.Action:
        return coder_pb2.Action(
            code=event.type.code,
            label=event.type.label,
            root=event.type.root,
            root_label=event.type.root_label,
            quad_class=coder_pb2.QuadClass.Name(event.type.quad_class),
            goldstein=event.type.goldstein,
            plover=_plover(event.type.plover),
            span=self._span(event.action),
        )

    def _location(self, location: types.Location | None) -> coder_pb2.Location | None:
        if location is None:
            return None
        known = location.latitude is not None and location.longitude is not None
        point = latlng_pb2.LatLng(latitude=location.latitude, longitude=location.longitude) if known else None
        return coder_pb2.Location(
            name=location.name, country=location.country, coordinates=point, span=self._span(location.span)
        )

    def _explanation(self, explanation: types.Explanation) -> coder_pb2.Explanation:
        return coder_pb2.Explanation(
            rule=explanation.rule, matched=map(self._span, explanation.matched), steps=explanation.steps
        )


def _plover(plover: types.Plover) -> coder_pb2.Plover:
    return coder_pb2.Plover(event=plover.event, mode=plover.mode, context=plover.context)


def _day(day: date | None) -> date_pb2.Date | None:
    return None if day is None else date_pb2.Date(year=day.year, month=day.month, day=day.day)


def _text(field: str, value: object) -> str:
    if value is None:
        return ""
    if field == "id" and isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        raise InvalidRequest([Violation(field, f"is {type(value).__name__}, must be a string")])
    return value


def _record_day(value: object) -> date_pb2.Date:
    try:
        day = value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise InvalidRequest([Violation("date", f"{str(value)[:40]!r} is no day; write 2016-08-18")]) from error
    return date_pb2.Date(year=day.year, month=day.month, day=day.day)


def _record_actors(values: object) -> Iterable[coder_pb2.CallerActor]:
    if not isinstance(values, list):
        raise InvalidRequest([Violation("actors", "must be a list")])
    for i, value in enumerate(values):
        try:
            if not (isinstance(value, dict) and isinstance(value.get("span"), dict)):
                raise TypeError  # noqa: TRY301  (the same answer as to any other form)
            yield json_format.ParseDict(value, coder_pb2.CallerActor(), ignore_unknown_fields=True)
        except (json_format.ParseError, AttributeError, TypeError, ValueError) as error:
            form = '{"span": {"start": 0, "end": 6}, "code": "RUSGOV"}'
            raise InvalidRequest([Violation(f"actors[{i}]", f"must have the form {form}")]) from error
