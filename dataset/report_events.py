"""Events as HTML: a sentence with its words marked, under it who did what to whom; what comes from texts is escaped."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, pairwise

from coder.ontology import Ontology
from dataset.report import Summary
from dataset.rows import Row

UNKNOWN, NOBODY = "---", "(nobody)"
SIDES = ("source", "action", "target")
Mark = tuple[int, int, str]


def events(summary: Summary, ontology: Ontology) -> Iterator[str]:
    """Give all events in the order of the texts where they are few, else some of each root."""
    yield '<p class="dim">Marked: <mark class="source">source</mark>, the words of the action in the colour of '
    yield 'their class, <mark class="target">target</mark>.</p>'
    yield from _all(summary) if summary.is_small else _samples(summary, ontology)


def marked(rows: Sequence[Row]) -> str:
    """Give the sentence of events as HTML, sources, actions and targets marked; marks may lie in one another."""
    sentence, offset = rows[0]["sentence"] or "", rows[0]["sentence_start"] or 0
    marks = {
        (start - offset, end - offset, f"q{row['quad_class']}" if side == "action" else side)
        for row in rows
        for side in SIDES
        for start, end in [(row[f"{side}_start"], row[f"{side}_end"])]
        if start is not None and end is not None and 0 <= start - offset < end - offset <= len(sentence)
    }
    edges = sorted({0, len(sentence), *(edge for start, end, _ in marks for edge in (start, end))})
    return "".join(_piece(sentence, start, end, marks) for start, end in pairwise(edges))


def code(number: str) -> str:
    """Give a code that leads to its definition, in a dialog or, without scripts, at the end of the page."""
    return f'<a class="code" href="#code-{escape(number)}" data-code="{escape(number)}">{escape(number)}</a>'


def _piece(sentence: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """Give a stretch with the marks that hold it, the longest outside."""
    around = sorted((m for m in marks if m[0] <= start and end <= m[1]), key=lambda m: (m[0] - m[1], m))
    opened = "".join(f'<mark class="{style}">' for *_, style in around)
    return f"{opened}{escape(sentence[start:end])}{'</mark>' * len(around)}"


def _all(summary: Summary) -> Iterator[str]:
    for story, rows in groupby(summary.rows, key=lambda row: row["story_id"]):
        yield f"<h3>{escape(str(story))}</h3>"
        for _, told in groupby(rows, key=lambda row: row["sentence_start"]):
            yield _sentence(list(told), with_story=False)


def _samples(summary: Summary, ontology: Ontology) -> Iterator[str]:
    yield '<p class="dim">Drawn by chance.</p>'
    for root in ontology.roots():
        held = summary.samples.get(root.root)
        if held:
            yield f"<h3>{code(root.code)} {escape(root.root_label)}</h3>"
            for row, mutual in joined([row for *_, row in sorted(held, key=lambda one: one[1:3])]):
                yield _sentence([row], with_story=True, mutual=mutual)


def _sentence(rows: Sequence[Row], *, with_story: bool, mutual: bool = False) -> str:
    told = [(row, mutual) for row in rows] if mutual else joined(rows)
    lines = "".join(_event(row, mutual=both, with_story=with_story) for row, both in told)
    return f'<div class="sample"><p>{marked(rows)}</p>{lines}</div>'


def joined(rows: Iterable[Row]) -> Iterator[tuple[Row, bool]]:
    """Give events with whether they go both ways; the second of two that mirror each other is left out."""
    waiting = list(rows)
    while waiting:
        row = waiting.pop(0)
        mirror = next((other for other in waiting if _mirrors(row, other)), None)
        if mirror:
            waiting.remove(mirror)
        yield row, bool(mirror)


def _mirrors(one: Row, other: Row) -> bool:
    same = ("story_id", "event_code", "action_start", "action_end")
    side = ("code", "name", "start", "end")
    return all(one[name] == other[name] for name in same) and all(
        one[f"source_{name}"] == other[f"target_{name}"] and one[f"target_{name}"] == other[f"source_{name}"]
        for name in side
    )


def _event(row: Row, *, mutual: bool, with_story: bool) -> str:
    target = row["target_code"] or UNKNOWN if row["target_name"] is not None else NOBODY
    words = [row[f"{side}_text"] for side in SIDES]
    spoken = " → ".join(f"“{' '.join(text.split())}”" for text in words if text)
    story = f" · {escape(str(row['story_id']))}" if with_story else ""
    label = "" if row["event_label"] == row["root_label"] else f" {row['event_label']}"
    return (
        f'<p><b class="source">{escape(row["source_code"] or UNKNOWN)}</b> <b>{escape(row["root_label"])}</b> '
        f'<b class="target">{escape(target)}</b>{" and the other way round" if mutual else ""}<br>'
        f'<span class="dim">{escape(spoken)}<br>{code(row["event_code"])}{escape(label)} · '
        f"{escape(' · '.join(_facts(row)))}{story}</span></p>"
    )


def _facts(row: Row) -> Iterator[str]:
    yield f"Goldstein {row['goldstein']:+.1f}"
    yield row["date"] or "no date"
    if row["modality"] not in (None, "ASSERTED"):
        yield row["modality"].lower() + (f" by {row['reported_by_name']}" if row["reported_by_name"] else "")
    if row["place_name"]:
        yield f"in {row['place_name']}"
    yield f"{row['confidence']:.0%} sure"
    if row["rule"]:
        yield f"rule {row['rule']}"
