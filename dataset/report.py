"""What a report shows, counted in one pass over the rows."""

import hashlib
import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dataset.formats.base import event_id
from dataset.rows import Row

SAMPLES = 4  # of each root
HISTOGRAM_BINS = 20
MOST_SHOWN = 200  # events that are all shown; of more, samples
Dyad = tuple[str, str]
Sample = tuple[int, str, int, Row]  # by chance, but the same at every time; numbered, since ids may come twice


@dataclass(slots=True)
class Summary:
    """The numbers of a report."""

    stories: int = 0
    refused: int = 0
    without_events: int = 0
    events: int = 0
    undated: int = 0
    days: Counter[tuple[str, int]] = field(default_factory=Counter)  # (ISO day, quad class) -> events
    quads: Counter[int] = field(default_factory=Counter)
    roots: Counter[str] = field(default_factory=Counter)
    dyads: Counter[Dyad] = field(default_factory=Counter)
    countries: Counter[Dyad] = field(default_factory=Counter)
    goldstein: dict[Dyad, float] = field(default_factory=lambda: defaultdict(float))  # sums over `dyads`
    country_goldstein: dict[Dyad, float] = field(default_factory=lambda: defaultdict(float))
    unknown: Counter[str] = field(default_factory=Counter)
    sides: int = 0  # sources and targets
    unknown_sides: int = 0
    confidence: list[int] = field(default_factory=lambda: [0] * HISTOGRAM_BINS)
    samples: dict[str, list[Sample]] = field(default_factory=lambda: defaultdict(list))
    rows: list[Row] = field(default_factory=list)  # the first ones

    @property
    def is_small(self) -> bool:
        """Whether all events can be shown."""
        return self.events <= MOST_SHOWN


def summarised(rows: Iterable[Row]) -> Summary:
    """Count rows of the tidy table; rows of the same text stand together."""
    summary, last = Summary(), None
    for row in rows:
        summary.stories += row["story_id"] != last
        last = row["story_id"]
        if row["status_code"]:
            summary.refused += 1
        elif not row["event_number"]:
            summary.without_events += 1
        else:
            _count(summary, row)
    return summary


def _count(summary: Summary, row: Row) -> None:
    summary.events += 1
    summary.quads[row["quad_class"]] += 1
    summary.roots[row["root_code"]] += 1
    summary.confidence[min(int(row["confidence"] * HISTOGRAM_BINS), HISTOGRAM_BINS - 1)] += 1
    if row["date"]:
        summary.days[row["date"], row["quad_class"]] += 1
    else:
        summary.undated += 1
    _count_actors(summary, row)
    _sample(summary.samples[row["root_code"]], row, summary.events)
    if summary.is_small:
        summary.rows.append(row)


def _count_actors(summary: Summary, row: Row) -> None:
    for side in ("source", "target"):
        if row[f"{side}_name"] is None:
            continue
        summary.sides += 1
        if row[f"{side}_code"] is None:
            summary.unknown_sides += 1
            summary.unknown[" ".join(row[f"{side}_name"].split())] += 1
    if row["source_code"] and row["target_code"]:
        dyad = row["source_code"], row["target_code"]
        summary.dyads[dyad] += 1
        summary.goldstein[dyad] += row["goldstein"]
    if row["source_country"] and row["target_country"]:
        pair = row["source_country"], row["target_country"]
        summary.countries[pair] += 1
        summary.country_goldstein[pair] += row["goldstein"]


def _sample(held: list[Sample], row: Row, number: int) -> None:
    """Keep few rows of all, each with the same chance."""
    name = event_id(row)
    chance = int.from_bytes(hashlib.sha256(name.encode("utf-8", "replace")).digest()[:8], "big")
    item = (chance, name, number, row)
    if len(held) < SAMPLES:
        heapq.heappush(held, item)
    elif chance > held[0][0]:
        heapq.heapreplace(held, item)
