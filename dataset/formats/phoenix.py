"""The tab-separated form of the Phoenix event data, which PETRARCH coders feed."""

from dataset.formats.base import Format, always, column, day_part, digits, event_id, flat, group
from dataset.rows import Row

NEUTRAL_ROOTS = frozenset({"01", "02"})  # statements and appeals, which Phoenix counts apart from cooperation


def penta_class(row: Row) -> int:
    """Give 0 for statements and appeals, else the quad class."""
    quad_class: int = row["quad_class"]
    return 0 if row["root_code"] in NEUTRAL_ROOTS else quad_class


def _attribute(side: str) -> str:
    return f"all further groups of the {side}'s code, `;` between them"


PHOENIX = Format(
    name="phoenix",
    title="Phoenix / PETRARCH",
    header=False,
    fields=(
        column("EventID", event_id, "`<story id>#<number>`"),
        column("Date", digits(8), "day of the event, `20160818`", "int"),
        column("Year", day_part(0, 4), "its year", "int"),
        column("Month", day_part(5, 7), "its month", "int"),
        column("Day", day_part(8, 10), "its day of the month", "int"),
        column("SourceActorFull", "source_code", "the source's whole code"),
        column("SourceActorEntity", group("source", 0), "its country or international group"),
        column("SourceActorRole", group("source", 1), "its first sector"),
        column("SourceActorAttribute", lambda row: _rest(row, "source"), _attribute("source")),
        column("TargetActorFull", "target_code", "the target's whole code"),
        column("TargetActorEntity", group("target", 0), "its country or international group"),
        column("TargetActorRole", group("target", 1), "its first sector"),
        column("TargetActorAttribute", lambda row: _rest(row, "target"), _attribute("target")),
        column("EventCode", "event_code", "CAMEO code; read it as text"),
        column("EventRootCode", "root_code", "root of the code"),
        column("PentaClass", penta_class, "0 for roots 01 and 02, else the quad class 1 to 4", "int"),
        column("GoldsteinScore", "goldstein", "Goldstein scale value", "float"),
        column("Issues", always(), "always empty: no issues are coded"),
        column("Lat", "latitude", "latitude of the place, when known", "float"),
        column("Lon", "longitude", "longitude of the place, when known", "float"),
        column("LocationName", flat("place_name"), "place of the event, when the text gives one"),
        column("StateName", always(), "always empty"),
        column("CountryName", "place_country", "the place's country as alpha-3 code"),
        column("SentenceID", lambda row: f"{row['story_id']}_{row['sentence_start']}", "story and sentence offset"),
        column("URLs", "story_id", "id of the story: its address, where ids are addresses"),
        column("NewsSources", always(), "always empty: the coder does not see the publisher"),
    ),
)


def _rest(row: Row, side: str) -> str | None:
    groups = [group(side, number)(row) for number in range(2, 10)]
    return ";".join(filter(None, groups)) or None
