"""The columns of the ICEWS event files."""

from functools import cache

from coder.ontology import load_ontology
from dataset.formats.base import Format, always, column, event_key, flat
from dataset.rows import Row


@cache
def _names() -> dict[str, str]:
    return {one.code: one.name for one in load_ontology().types}


def event_name(row: Row) -> str:
    """Give the short name of an event's code."""
    return _names()[row["event_code"]]


def sectors(side: str) -> str:
    """Say what the column of an actor's sectors holds."""
    return f"the {side}'s sectors as codes, `,` between them"


def _sectors(row: Row, side: str) -> str | None:
    return (row[f"{side}_sectors"] or "").replace(" ", ",") or None


ICEWS = Format(
    name="icews",
    title="ICEWS-like",
    fields=(
        column("Event ID", event_key, "number made from story id and event number; stable", "int"),
        column("Event Date", "date", "day of the event, `2016-08-18`", "date"),
        column("Source Name", flat("source_name"), "the source's name"),
        column("Source Sectors", lambda row: _sectors(row, "source"), sectors("source")),
        column("Source Country", "source_country", "alpha-3 code (ICEWS itself writes names)"),
        column("Event Text", event_name, "short name of the code"),
        column("CAMEO Code", "event_code", "CAMEO code; read it as text"),
        column("Intensity", "goldstein", "Goldstein scale value", "float"),
        column("Target Name", flat("target_name"), "the target's name"),
        column("Target Sectors", lambda row: _sectors(row, "target"), sectors("target")),
        column("Target Country", "target_country", "alpha-3 code"),
        column("Story ID", "story_id", "id of the story"),
        column("Sentence Number", "sentence_start", "offset of the sentence in the text, code points", "int"),
        column("Publisher", always(), "always empty: the coder does not see the publisher"),
        column("City", flat("place_name"), "place of the event, when the text gives one"),
        column("District", always(), "always empty"),
        column("Province", always(), "always empty"),
        column("Country", "place_country", "the place's country, alpha-3 code"),
        column("Latitude", "latitude", "WGS 84 degrees, when known", "float"),
        column("Longitude", "longitude", "WGS 84 degrees, when known", "float"),
    ),
)
