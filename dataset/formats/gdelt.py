"""The 58 columns of GDELT 1.0 daily files."""

from collections.abc import Iterator

from dataset.formats.base import (
    Field,
    Format,
    always,
    column,
    digits,
    event_key,
    flat,
    fraction_of_year,
    group,
)
from dataset.rows import Row

GENERIC = frozenset({"IGO", "NGO", "NGM", "IMG", "MNC", "UFO", "INT", "UIS"})  # international groups, not countries
PLACE_TYPE = 4  # "a city anywhere": places that a text names


def _country(row: Row, side: str) -> str | None:
    country: str | None = row[f"{side}_country"]
    return None if country in GENERIC else country


def _known_group(row: Row, side: str) -> str | None:
    country: str | None = row[f"{side}_country"]
    return country if country in GENERIC else None


def _base(row: Row) -> str:
    code: str = row["event_code"]
    return code[:3]


def _actor(number: int, side: str) -> Iterator[Field]:
    name = f"Actor{number}"
    yield column(f"{name}Code", f"{side}_code", f"the {side}'s whole code")
    yield column(f"{name}Name", flat(f"{side}_name"), "its name")
    yield column(f"{name}CountryCode", lambda row: _country(row, side), "its country, alpha-3")
    yield column(f"{name}KnownGroupCode", lambda row: _known_group(row, side), "its international group, e.g. `IGO`")
    for kind in ("EthnicCode", "Religion1Code", "Religion2Code"):
        yield column(f"{name}{kind}", always(), "always empty")
    for place in (1, 2, 3):
        yield column(f"{name}Type{place}Code", group(side, place), f"group {place + 1} of its code, e.g. `GOV`")


def _no_place(prefix: str) -> Iterator[Field]:
    yield column(f"{prefix}Geo_Type", always(0), "always 0: actors are not placed", "int")
    for kind in ("FullName", "CountryCode", "ADM1Code"):
        yield column(f"{prefix}Geo_{kind}", always(), "always empty")
    for kind in ("Lat", "Long"):
        yield column(f"{prefix}Geo_{kind}", always(), "always empty", "float")
    yield column(f"{prefix}Geo_FeatureID", always(), "always empty")


def _action_place() -> Iterator[Field]:
    yield column("ActionGeo_Type", lambda row: PLACE_TYPE if row["place_name"] else 0, "4 with a place, else 0", "int")
    yield column("ActionGeo_FullName", flat("place_name"), "place of the event, when the text gives one")
    yield column("ActionGeo_CountryCode", "place_country", "alpha-3 code (GDELT itself writes FIPS 10-4)")
    yield column("ActionGeo_ADM1Code", always(), "always empty")
    yield column("ActionGeo_Lat", "latitude", "WGS 84 degrees", "float")
    yield column("ActionGeo_Long", "longitude", "WGS 84 degrees", "float")
    yield column("ActionGeo_FeatureID", always(), "always empty")


def _counts() -> Iterator[Field]:
    for kind, what in (("Mentions", "mentions"), ("Sources", "sources"), ("Articles", "articles")):
        meaning = f"number of {what}: of reports after `cameo-coder merge`, else 1"
        yield column(f"Num{kind}", lambda row: row.get("reports") or 1, meaning, "int")


GDELT = Format(
    name="gdelt",
    title="GDELT 1.0-like",
    header=False,
    fields=(
        column("GLOBALEVENTID", event_key, "number made from story id and event number; stable", "int"),
        column("SQLDATE", digits(8), "day of the event, `20160818`", "int"),
        column("MonthYear", digits(6), "its month, `201608`", "int"),
        column("Year", digits(4), "its year", "int"),
        column("FractionDate", fraction_of_year, "the day as a fraction of the year, `2016.6284`", "float"),
        *_actor(1, "source"),
        *_actor(2, "target"),
        column("IsRootEvent", lambda row: int(row["sentence_start"] == 0), "1 when told in the first sentence", "int"),
        column("EventCode", "event_code", "CAMEO code; read it as text"),
        column("EventBaseCode", _base, "its first three digits"),
        column("EventRootCode", "root_code", "root of the code"),
        column("QuadClass", "quad_class", "1 to 4", "int"),
        column("GoldsteinScale", "goldstein", "Goldstein scale value", "float"),
        *_counts(),
        column("AvgTone", always(), "always empty: no tone is measured", "float"),
        *_no_place("Actor1"),
        *_no_place("Actor2"),
        *_action_place(),
        column("DATEADDED", digits(8), "the same as SQLDATE: a run that is repeated gives the same file", "int"),
        column("SOURCEURL", "story_id", "id of the story: its address, where ids are addresses"),
    ),
)
