"""PLOVER records: one JSON object an event."""

from typing import Any

from dataset.formats.base import Field, Format, column, event_id
from dataset.rows import Row


def _actor(row: Row, side: str) -> dict[str, Any] | None:
    if row[f"{side}_name"] is None:
        return None
    return {
        "code": row[f"{side}_code"] or "",
        "name": row[f"{side}_name"],
        "country": row[f"{side}_country"] or "",
        "sectors": (row[f"{side}_sectors"] or "").split(),
        "text": row[f"{side}_text"] or "",
    }


def _place(row: Row) -> dict[str, Any] | None:
    if row["place_name"] is None:
        return None
    point = {"latitude": row["latitude"], "longitude": row["longitude"]}
    return {"name": row["place_name"], "country": row["place_country"] or "", **point}


def _list(name: str) -> Field:
    return column(name, lambda row: [row["plover_context"]] if row["plover_context"] else [], "PLOVER contexts", "list")


PLOVER = Format(
    name="plover",
    title="PLOVER JSON",
    container=".jsonl",
    nested=True,
    fields=(
        column("id", event_id, "`<story id>#<number>`"),
        column("date", "date", "day of the event, `2016-08-18`; null when unknown"),
        column("source", lambda row: _actor(row, "source"), "`{code, name, country, sectors, text}`", "object"),
        column("recipient", lambda row: _actor(row, "target"), "the same of who is acted upon, or null", "object"),
        column("event", "plover_event", "PLOVER event, e.g. `AGREE`"),
        column("mode", lambda row: row["plover_mode"] or "", 'PLOVER mode, "" where the scheme has none'),
        _list("context"),
        column("goldstein", "goldstein", "Goldstein scale value of the CAMEO code", "float"),
        column("cameo", "event_code", "the CAMEO code that the reading comes from"),
        column("quad_class", "quad_class", "1 to 4", "int"),
        column("confidence", "confidence", "how likely the event is right, in (0, 1]", "float"),
        column("location", _place, "`{name, country, latitude, longitude}`, or null", "object"),
        column("text", "sentence", "the sentence that tells of the event"),
        column("story", "story_id", "id of the story"),
    ),
)
