"""The tidy event table: one row an event, and one for each text that has none or could not be coded.

The row is the hub of all formats: answers become rows, and every other format is written from rows.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
Part = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    kind: str  # string, int, float or date
    meaning: str


def _sides() -> Iterator[Column]:
    for side, who in (("source", "who acts"), ("target", "who is acted upon; all empty when nobody is named")):
        yield Column(f"{side}_code", "string", f"CAMEO actor code of {who}; empty when the actor is unknown")
        yield Column(f"{side}_name", "string", "what a person reads, e.g. `Russia / Foreign Ministry`")
        yield Column(f"{side}_country", "string", "ISO 3166-1 alpha-3 code or international group of the code")
        yield Column(f"{side}_sectors", "string", "the other groups of the code, blank between them, e.g. `GOV MIL`")
        yield Column(f"{side}_resolution", "string", "how the code was found, e.g. `DICTIONARY`, `UNRESOLVED`")
        yield Column(f"{side}_text", "string", "the words of the text")
        yield Column(f"{side}_start", "int", "offset of the words in the text, code points")
        yield Column(f"{side}_end", "int", "offset after the words")


COLUMNS = (
    Column("story_id", "string", "id of the text"),
    Column("event_number", "int", "1, 2, … within the text; 0 in the row of a text without events"),
    Column("status_code", "int", "0, or the gRPC status code of a text that could not be coded"),
    Column("status_message", "string", "why it could not be coded"),
    Column("date", "date", "day of the event, else of the story; empty when neither is known"),
    *_sides(),
    Column("event_code", "string", "CAMEO code; the leading zero counts: read it as text"),
    Column("event_label", "string", "unique label of the code"),
    Column("root_code", "string", "root of the code, `01` to `20`"),
    Column("root_label", "string", "label of the root"),
    Column("quad_class", "int", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
    Column("goldstein", "float", "Goldstein scale value, -10 to 10"),
    Column("plover_event", "string", "PLOVER event, e.g. `AGREE`"),
    Column("plover_mode", "string", "PLOVER mode, empty where the scheme has none"),
    Column("plover_context", "string", "PLOVER context, empty where the scheme leaves it open"),
    Column("action_text", "string", "the words of the action"),
    Column("action_start", "int", "offset of the words in the text, code points"),
    Column("action_end", "int", "offset after the words"),
    Column("confidence", "float", "how likely the event is right, in (0, 1]"),
    Column("tense", "string", "`PAST`, `PRESENT` or `FUTURE`"),
    Column("modality", "string", "`ASSERTED`, `REPORTED`, `CONDITIONAL` or `NEGATED`"),
    Column("reported_by_code", "string", "actor code of who says so"),
    Column("reported_by_name", "string", "name of who says so"),
    Column("place_name", "string", "place of the event, when the text gives one"),
    Column("place_country", "string", "its country, alpha-3"),
    Column("latitude", "float", "WGS 84 degrees"),
    Column("longitude", "float", "WGS 84 degrees"),
    Column("sentence_start", "int", "offset of the sentence in the text, code points"),
    Column("sentence_end", "int", "offset after the sentence"),
    Column("sentence", "string", "the sentence"),
    Column("rule", "string", "with `--explain`: the rule that made the event, file:line"),
    Column("steps", "string", "with `--explain`: the steps that composed the code, `; ` between them"),
)
NAMES = tuple(column.name for column in COLUMNS)
QUAD_CLASSES = {
    "QUAD_CLASS_VERBAL_COOPERATION": 1,
    "QUAD_CLASS_MATERIAL_COOPERATION": 2,
    "QUAD_CLASS_VERBAL_CONFLICT": 3,
    "QUAD_CLASS_MATERIAL_CONFLICT": 4,
}


def rows_of(response: Part) -> Iterator[Row]:
    """Give the rows of one answer, ``{"id", "events": [...], "status"?}``: at least one; what is not known is None."""
    status = response.get("status") or {}
    head = {"story_id": response["id"], "status_code": status.get("code", 0), "status_message": status.get("message")}
    events = response.get("events") or []
    if not events:
        yield {**dict.fromkeys(NAMES), **head, "event_number": 0}
    for number, event in enumerate(events, start=1):
        yield {**head, "event_number": number, **_event_cells(event)}


def rows_of_line(line: str) -> Iterator[Row]:
    """Give the rows of one line of `cameo-coder code`."""
    return rows_of(json.loads(line))


def _event_cells(event: Part) -> Row:
    sentence, explanation = event["sentence"], event.get("explanation") or {}
    reporter = event.get("reported_by") or {}
    return {
        "date": day_of(event.get("date")),
        **_actor_cells("source", event["source"]),
        **_actor_cells("target", event.get("target")),
        **_action_cells(event["action"]),
        "confidence": event["confidence"],
        "tense": _last_word(event.get("tense"), "TENSE_"),
        "modality": _last_word(event.get("modality"), "MODALITY_"),
        "reported_by_code": reporter.get("code") or None,
        "reported_by_name": reporter.get("name") or None,
        **_place_cells(event.get("location") or {}),
        "sentence_start": sentence["start"],
        "sentence_end": sentence["end"],
        "sentence": sentence["text"],
        "rule": explanation.get("rule") or None,
        "steps": "; ".join(explanation.get("steps") or []) or None,
    }


def _actor_cells(side: str, actor: Part | None) -> Row:
    """Give an actor's cells; an unknown actor has the code None but name and words, a missing one nothing."""
    if not actor:
        return {column.name: None for column in COLUMNS if column.name.startswith(f"{side}_")}
    span = actor.get("span") or {}
    return {
        f"{side}_code": actor["code"] or None,
        f"{side}_name": actor["name"] or None,
        f"{side}_country": actor.get("country") or None,
        f"{side}_sectors": " ".join(actor.get("sectors") or []) or None,
        f"{side}_resolution": _last_word(actor.get("resolution"), "RESOLUTION_"),
        f"{side}_text": span.get("text"),
        f"{side}_start": span.get("start"),
        f"{side}_end": span.get("end"),
    }


def _action_cells(action: Part) -> Row:
    plover, span = action.get("plover") or {}, action.get("span") or {}
    return {
        "event_code": action["code"],
        "event_label": action["label"],
        "root_code": action["root"],
        "root_label": action["root_label"],
        "quad_class": QUAD_CLASSES[action["quad_class"]],
        "goldstein": action["goldstein"],
        "plover_event": plover.get("event") or None,
        "plover_mode": plover.get("mode") or None,
        "plover_context": plover.get("context") or None,
        "action_text": span.get("text"),
        "action_start": span.get("start"),
        "action_end": span.get("end"),
    }


def _place_cells(location: Part) -> Row:
    point = location.get("coordinates") or {}
    return {
        "place_name": location.get("name") or None,
        "place_country": location.get("country") or None,
        "latitude": point.get("latitude"),
        "longitude": point.get("longitude"),
    }


def day_of(day: Mapping[str, int] | None) -> str | None:
    """Give a day as protobuf JSON has it in ISO form."""
    return f"{day['year']:04}-{day['month']:02}-{day['day']:02}" if day else None


def _last_word(name: str | None, prefix: str) -> str | None:
    return name.removeprefix(prefix) if name else None
