from google.rpc import status_pb2 as _status_pb2
from google.type import date_pb2 as _date_pb2
from google.type import latlng_pb2 as _latlng_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class EncodingType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ENCODING_TYPE_UNSPECIFIED: _ClassVar[EncodingType]
    ENCODING_TYPE_UTF8: _ClassVar[EncodingType]
    ENCODING_TYPE_UTF16: _ClassVar[EncodingType]
    ENCODING_TYPE_CODE_POINTS: _ClassVar[EncodingType]

class Resolution(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RESOLUTION_UNSPECIFIED: _ClassVar[Resolution]
    RESOLUTION_DICTIONARY: _ClassVar[Resolution]
    RESOLUTION_COMPOSED: _ClassVar[Resolution]
    RESOLUTION_COREFERENCE: _ClassVar[Resolution]
    RESOLUTION_CALLER: _ClassVar[Resolution]
    RESOLUTION_UNRESOLVED: _ClassVar[Resolution]

class QuadClass(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    QUAD_CLASS_UNSPECIFIED: _ClassVar[QuadClass]
    QUAD_CLASS_VERBAL_COOPERATION: _ClassVar[QuadClass]
    QUAD_CLASS_MATERIAL_COOPERATION: _ClassVar[QuadClass]
    QUAD_CLASS_VERBAL_CONFLICT: _ClassVar[QuadClass]
    QUAD_CLASS_MATERIAL_CONFLICT: _ClassVar[QuadClass]

class Tense(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TENSE_UNSPECIFIED: _ClassVar[Tense]
    TENSE_PAST: _ClassVar[Tense]
    TENSE_PRESENT: _ClassVar[Tense]
    TENSE_FUTURE: _ClassVar[Tense]

class Modality(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MODALITY_UNSPECIFIED: _ClassVar[Modality]
    MODALITY_ASSERTED: _ClassVar[Modality]
    MODALITY_REPORTED: _ClassVar[Modality]
    MODALITY_CONDITIONAL: _ClassVar[Modality]
    MODALITY_NEGATED: _ClassVar[Modality]
ENCODING_TYPE_UNSPECIFIED: EncodingType
ENCODING_TYPE_UTF8: EncodingType
ENCODING_TYPE_UTF16: EncodingType
ENCODING_TYPE_CODE_POINTS: EncodingType
RESOLUTION_UNSPECIFIED: Resolution
RESOLUTION_DICTIONARY: Resolution
RESOLUTION_COMPOSED: Resolution
RESOLUTION_COREFERENCE: Resolution
RESOLUTION_CALLER: Resolution
RESOLUTION_UNRESOLVED: Resolution
QUAD_CLASS_UNSPECIFIED: QuadClass
QUAD_CLASS_VERBAL_COOPERATION: QuadClass
QUAD_CLASS_MATERIAL_COOPERATION: QuadClass
QUAD_CLASS_VERBAL_CONFLICT: QuadClass
QUAD_CLASS_MATERIAL_CONFLICT: QuadClass
TENSE_UNSPECIFIED: Tense
TENSE_PAST: Tense
TENSE_PRESENT: Tense
TENSE_FUTURE: Tense
MODALITY_UNSPECIFIED: Modality
MODALITY_ASSERTED: Modality
MODALITY_REPORTED: Modality
MODALITY_CONDITIONAL: Modality
MODALITY_NEGATED: Modality

class TextSpan(_message.Message):
    __slots__ = ("start", "end", "text")
    START_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    start: int
    end: int
    text: str
    def __init__(self, start: _Optional[int] = ..., end: _Optional[int] = ..., text: _Optional[str] = ...) -> None: ...

class CallerActor(_message.Message):
    __slots__ = ("span", "code")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    span: TextSpan
    code: str
    def __init__(self, span: _Optional[_Union[TextSpan, _Mapping]] = ..., code: _Optional[str] = ...) -> None: ...

class CodeOptions(_message.Message):
    __slots__ = ("minimum_confidence", "include_explanations", "include_events_without_target", "include_hypothetical", "one_a_day")
    MINIMUM_CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_EXPLANATIONS_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_EVENTS_WITHOUT_TARGET_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_HYPOTHETICAL_FIELD_NUMBER: _ClassVar[int]
    ONE_A_DAY_FIELD_NUMBER: _ClassVar[int]
    minimum_confidence: float
    include_explanations: bool
    include_events_without_target: bool
    include_hypothetical: bool
    one_a_day: bool
    def __init__(self, minimum_confidence: _Optional[float] = ..., include_explanations: _Optional[bool] = ..., include_events_without_target: _Optional[bool] = ..., include_hypothetical: _Optional[bool] = ..., one_a_day: _Optional[bool] = ...) -> None: ...

class CodeTextRequest(_message.Message):
    __slots__ = ("id", "text", "date", "language_code", "encoding_type", "actors", "options")
    ID_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    ENCODING_TYPE_FIELD_NUMBER: _ClassVar[int]
    ACTORS_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    id: str
    text: str
    date: _date_pb2.Date
    language_code: str
    encoding_type: EncodingType
    actors: _containers.RepeatedCompositeFieldContainer[CallerActor]
    options: CodeOptions
    def __init__(self, id: _Optional[str] = ..., text: _Optional[str] = ..., date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., language_code: _Optional[str] = ..., encoding_type: _Optional[_Union[EncodingType, str]] = ..., actors: _Optional[_Iterable[_Union[CallerActor, _Mapping]]] = ..., options: _Optional[_Union[CodeOptions, _Mapping]] = ...) -> None: ...

class CodeTextResponse(_message.Message):
    __slots__ = ("id", "events", "coder_version", "status")
    ID_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    CODER_VERSION_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    id: str
    events: _containers.RepeatedCompositeFieldContainer[Event]
    coder_version: str
    status: _status_pb2.Status
    def __init__(self, id: _Optional[str] = ..., events: _Optional[_Iterable[_Union[Event, _Mapping]]] = ..., coder_version: _Optional[str] = ..., status: _Optional[_Union[_status_pb2.Status, _Mapping]] = ...) -> None: ...

class CodeBatchRequest(_message.Message):
    __slots__ = ("requests",)
    REQUESTS_FIELD_NUMBER: _ClassVar[int]
    requests: _containers.RepeatedCompositeFieldContainer[CodeTextRequest]
    def __init__(self, requests: _Optional[_Iterable[_Union[CodeTextRequest, _Mapping]]] = ...) -> None: ...

class CodeBatchResponse(_message.Message):
    __slots__ = ("results",)
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    results: _containers.RepeatedCompositeFieldContainer[CodeTextResponse]
    def __init__(self, results: _Optional[_Iterable[_Union[CodeTextResponse, _Mapping]]] = ...) -> None: ...

class Event(_message.Message):
    __slots__ = ("source", "target", "action", "confidence", "date", "tense", "modality", "reported_by", "sentence", "location", "explanation")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    TENSE_FIELD_NUMBER: _ClassVar[int]
    MODALITY_FIELD_NUMBER: _ClassVar[int]
    REPORTED_BY_FIELD_NUMBER: _ClassVar[int]
    SENTENCE_FIELD_NUMBER: _ClassVar[int]
    LOCATION_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    source: Actor
    target: Actor
    action: Action
    confidence: float
    date: _date_pb2.Date
    tense: Tense
    modality: Modality
    reported_by: Actor
    sentence: TextSpan
    location: Location
    explanation: Explanation
    def __init__(self, source: _Optional[_Union[Actor, _Mapping]] = ..., target: _Optional[_Union[Actor, _Mapping]] = ..., action: _Optional[_Union[Action, _Mapping]] = ..., confidence: _Optional[float] = ..., date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., tense: _Optional[_Union[Tense, str]] = ..., modality: _Optional[_Union[Modality, str]] = ..., reported_by: _Optional[_Union[Actor, _Mapping]] = ..., sentence: _Optional[_Union[TextSpan, _Mapping]] = ..., location: _Optional[_Union[Location, _Mapping]] = ..., explanation: _Optional[_Union[Explanation, _Mapping]] = ...) -> None: ...

class Actor(_message.Message):
    __slots__ = ("code", "name", "country", "sectors", "span", "resolution", "provenance")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    COUNTRY_FIELD_NUMBER: _ClassVar[int]
    SECTORS_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    RESOLUTION_FIELD_NUMBER: _ClassVar[int]
    PROVENANCE_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    country: str
    sectors: _containers.RepeatedScalarFieldContainer[str]
    span: TextSpan
    resolution: Resolution
    provenance: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., country: _Optional[str] = ..., sectors: _Optional[_Iterable[str]] = ..., span: _Optional[_Union[TextSpan, _Mapping]] = ..., resolution: _Optional[_Union[Resolution, str]] = ..., provenance: _Optional[_Iterable[str]] = ...) -> None: ...

class Action(_message.Message):
    __slots__ = ("code", "label", "root", "root_label", "quad_class", "goldstein", "plover", "span")
    CODE_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    ROOT_FIELD_NUMBER: _ClassVar[int]
    ROOT_LABEL_FIELD_NUMBER: _ClassVar[int]
    QUAD_CLASS_FIELD_NUMBER: _ClassVar[int]
    GOLDSTEIN_FIELD_NUMBER: _ClassVar[int]
    PLOVER_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    code: str
    label: str
    root: str
    root_label: str
    quad_class: QuadClass
    goldstein: float
    plover: Plover
    span: TextSpan
    def __init__(self, code: _Optional[str] = ..., label: _Optional[str] = ..., root: _Optional[str] = ..., root_label: _Optional[str] = ..., quad_class: _Optional[_Union[QuadClass, str]] = ..., goldstein: _Optional[float] = ..., plover: _Optional[_Union[Plover, _Mapping]] = ..., span: _Optional[_Union[TextSpan, _Mapping]] = ...) -> None: ...

class Plover(_message.Message):
    __slots__ = ("event", "mode", "context")
    EVENT_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    event: str
    mode: str
    context: str
    def __init__(self, event: _Optional[str] = ..., mode: _Optional[str] = ..., context: _Optional[str] = ...) -> None: ...

class Location(_message.Message):
    __slots__ = ("name", "country", "coordinates", "span")
    NAME_FIELD_NUMBER: _ClassVar[int]
    COUNTRY_FIELD_NUMBER: _ClassVar[int]
    COORDINATES_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    name: str
    country: str
    coordinates: _latlng_pb2.LatLng
    span: TextSpan
    def __init__(self, name: _Optional[str] = ..., country: _Optional[str] = ..., coordinates: _Optional[_Union[_latlng_pb2.LatLng, _Mapping]] = ..., span: _Optional[_Union[TextSpan, _Mapping]] = ...) -> None: ...

class Explanation(_message.Message):
    __slots__ = ("rule", "matched", "steps")
    RULE_FIELD_NUMBER: _ClassVar[int]
    MATCHED_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    rule: str
    matched: _containers.RepeatedCompositeFieldContainer[TextSpan]
    steps: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, rule: _Optional[str] = ..., matched: _Optional[_Iterable[_Union[TextSpan, _Mapping]]] = ..., steps: _Optional[_Iterable[str]] = ...) -> None: ...

class EventType(_message.Message):
    __slots__ = ("code", "label", "name", "definition", "root", "root_label", "quad_class", "goldstein", "plover")
    CODE_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DEFINITION_FIELD_NUMBER: _ClassVar[int]
    ROOT_FIELD_NUMBER: _ClassVar[int]
    ROOT_LABEL_FIELD_NUMBER: _ClassVar[int]
    QUAD_CLASS_FIELD_NUMBER: _ClassVar[int]
    GOLDSTEIN_FIELD_NUMBER: _ClassVar[int]
    PLOVER_FIELD_NUMBER: _ClassVar[int]
    code: str
    label: str
    name: str
    definition: str
    root: str
    root_label: str
    quad_class: QuadClass
    goldstein: float
    plover: Plover
    def __init__(self, code: _Optional[str] = ..., label: _Optional[str] = ..., name: _Optional[str] = ..., definition: _Optional[str] = ..., root: _Optional[str] = ..., root_label: _Optional[str] = ..., quad_class: _Optional[_Union[QuadClass, str]] = ..., goldstein: _Optional[float] = ..., plover: _Optional[_Union[Plover, _Mapping]] = ...) -> None: ...

class ListEventTypesRequest(_message.Message):
    __slots__ = ("root",)
    ROOT_FIELD_NUMBER: _ClassVar[int]
    root: str
    def __init__(self, root: _Optional[str] = ...) -> None: ...

class ListEventTypesResponse(_message.Message):
    __slots__ = ("event_types",)
    EVENT_TYPES_FIELD_NUMBER: _ClassVar[int]
    event_types: _containers.RepeatedCompositeFieldContainer[EventType]
    def __init__(self, event_types: _Optional[_Iterable[_Union[EventType, _Mapping]]] = ...) -> None: ...

class GetEventTypeRequest(_message.Message):
    __slots__ = ("code",)
    CODE_FIELD_NUMBER: _ClassVar[int]
    code: str
    def __init__(self, code: _Optional[str] = ...) -> None: ...

class GetEventTypeResponse(_message.Message):
    __slots__ = ("event_type",)
    EVENT_TYPE_FIELD_NUMBER: _ClassVar[int]
    event_type: EventType
    def __init__(self, event_type: _Optional[_Union[EventType, _Mapping]] = ...) -> None: ...

class ResolveActorRequest(_message.Message):
    __slots__ = ("name", "date")
    NAME_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    name: str
    date: _date_pb2.Date
    def __init__(self, name: _Optional[str] = ..., date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class ResolveActorResponse(_message.Message):
    __slots__ = ("actors",)
    ACTORS_FIELD_NUMBER: _ClassVar[int]
    actors: _containers.RepeatedCompositeFieldContainer[Actor]
    def __init__(self, actors: _Optional[_Iterable[_Union[Actor, _Mapping]]] = ...) -> None: ...

class DescribeCoderRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class DescribeCoderResponse(_message.Message):
    __slots__ = ("service_version", "coder_version", "versions", "language_codes", "limits")
    class VersionsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SERVICE_VERSION_FIELD_NUMBER: _ClassVar[int]
    CODER_VERSION_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODES_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    service_version: str
    coder_version: str
    versions: _containers.ScalarMap[str, str]
    language_codes: _containers.RepeatedScalarFieldContainer[str]
    limits: Limits
    def __init__(self, service_version: _Optional[str] = ..., coder_version: _Optional[str] = ..., versions: _Optional[_Mapping[str, str]] = ..., language_codes: _Optional[_Iterable[str]] = ..., limits: _Optional[_Union[Limits, _Mapping]] = ...) -> None: ...

class Limits(_message.Message):
    __slots__ = ("max_text_chars", "max_batch_texts", "max_batch_chars", "max_actors", "max_waiting_calls", "max_streams")
    MAX_TEXT_CHARS_FIELD_NUMBER: _ClassVar[int]
    MAX_BATCH_TEXTS_FIELD_NUMBER: _ClassVar[int]
    MAX_BATCH_CHARS_FIELD_NUMBER: _ClassVar[int]
    MAX_ACTORS_FIELD_NUMBER: _ClassVar[int]
    MAX_WAITING_CALLS_FIELD_NUMBER: _ClassVar[int]
    MAX_STREAMS_FIELD_NUMBER: _ClassVar[int]
    max_text_chars: int
    max_batch_texts: int
    max_batch_chars: int
    max_actors: int
    max_waiting_calls: int
    max_streams: int
    def __init__(self, max_text_chars: _Optional[int] = ..., max_batch_texts: _Optional[int] = ..., max_batch_chars: _Optional[int] = ..., max_actors: _Optional[int] = ..., max_waiting_calls: _Optional[int] = ..., max_streams: _Optional[int] = ...) -> None: ...
