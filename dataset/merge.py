"""The same event told by many stories: one row for each pair of actors, event type and day, with all its stories.

The same key as `coder.story.daily` uses within a story. Events of unknown day are never taken for one another across
stories.
"""

import hashlib
import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from dataset.rows import Row

TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE events (key BLOB PRIMARY KEY, day TEXT, place INTEGER, confidence REAL, row TEXT) WITHOUT ROWID;
CREATE TABLE reports (key BLOB, place INTEGER, story TEXT, PRIMARY KEY (key, story)) WITHOUT ROWID;
"""
KEEP_SUREST = """
INSERT INTO events VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE
SET confidence = excluded.confidence, row = excluded.row WHERE excluded.confidence > events.confidence
"""


def merged(rows: Iterable[Row], scratch: Path | None = None) -> Iterator[Row]:
    """Give one row for each event of a day, by day and then in the order of the first report.

    The row is that of the surest report, the first of equals; `stories` names all, `reports` is their number. Texts
    without events have no row. Memory stays flat: what is known so far lies in a file of the folder `scratch`.
    """
    with (
        tempfile.TemporaryDirectory(dir=scratch, prefix=".merge.") as folder,
        closing(sqlite3.connect(Path(folder) / "events.sqlite", isolation_level=None)) as store,
    ):
        store.executescript(TABLES)
        store.execute("BEGIN")
        for place, row in enumerate(rows):
            if row["event_number"]:
                _keep(store, place, row)
        for key, content in store.execute("SELECT key, row FROM events ORDER BY day IS NULL, day, place"):
            reports = store.execute("SELECT story FROM reports WHERE key = ? ORDER BY place", (key,))
            stories = [story for (story,) in reports]
            yield {**json.loads(content), "reports": len(stories), "stories": json.dumps(stories, ensure_ascii=False)}


def _keep(store: sqlite3.Connection, place: int, row: Row) -> None:
    key = _key(row)
    earlier = row.get("stories")  # of a file that was merged before
    stories = json.loads(earlier) if earlier else [row["story_id"]]
    store.execute(KEEP_SUREST, (key, row["date"], place, row["confidence"], json.dumps(row)))
    store.executemany("INSERT OR IGNORE INTO reports VALUES (?, ?, ?)", [(key, place, story) for story in stories])


def _key(row: Row) -> bytes:
    apart = None if row["date"] else row["story_id"]
    parts = [_actor(row, "source"), _actor(row, "target"), row["event_code"], row["date"], apart]
    return hashlib.sha256(json.dumps(parts).encode()).digest()[:16]


def _actor(row: Row, side: str) -> list[str] | None:
    """Give an actor's code; an unknown one counts by its words."""
    if row[f"{side}_name"] is None and row[f"{side}_code"] is None:
        return None
    return ["code", row[f"{side}_code"]] if row[f"{side}_code"] else ["name", row[f"{side}_name"].casefold()]
