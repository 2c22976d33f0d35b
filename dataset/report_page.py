"""The page of a report: one HTML file with all it needs inside; whatever comes from texts is escaped."""

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from string import Template

from coder.ontology import Ontology
from coder.types import EventType
from dataset.report import HISTOGRAM_BINS, Dyad, Summary
from dataset.report_charts import QUAD_NAMES, bars, heat_colour, over_time
from dataset.rows import Row

TEMPLATE = Path(__file__).with_name("report_page.html")
TOP_DYADS, TOP_UNKNOWN, HEAT_ACTORS = 20, 25, 14
Mark = tuple[int, int, str]


def page(summary: Summary, ontology: Ontology, title: str) -> str:
    """Give the page."""
    sections = (
        _facts(summary),
        _section("Events over time", over_time(summary)),
        _columns(_section("Pairs of actors", _dyads(summary)), _section("Event types", _roots(summary, ontology))),
        _section("Actor by actor", _heat(summary)),
        _columns(_section("Confidence", _confidence(summary)), _section("Unknown actors", _unknown(summary))),
        _section("Samples", "".join(_samples(summary, ontology))),
    )
    template = Template(TEMPLATE.read_text("utf-8"))
    return template.substitute(title=escape(title), body="\n".join(sections), codes=_definitions(ontology))


def marked(row: Row) -> str:
    """Give a sentence as HTML, its source, action and target marked; where two overlap, the first one is marked."""
    sentence, offset = row["sentence"] or "", row["sentence_start"] or 0
    marks: list[Mark] = []
    for side, style in (("source", "source"), ("action", f"q{row['quad_class']}"), ("target", "target")):
        start, end = row[f"{side}_start"], row[f"{side}_end"]
        if start is not None and end is not None and 0 <= start - offset < end - offset <= len(sentence):
            marks.append((start - offset, end - offset, style))
    pieces, place = [], 0
    for start, end, style in sorted(marks):
        if start >= place:
            pieces.append(escape(sentence[place:start]))
            pieces.append(f'<mark class="{style}">{escape(sentence[start:end])}</mark>')
            place = end
    return "".join([*pieces, escape(sentence[place:])])


def _section(title: str, content: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{content}</section>"


def _columns(*sections: str) -> str:
    return f'<div class="columns">{"".join(sections)}</div>'


def _facts(summary: Summary) -> str:
    named = 1 - summary.unknown_sides / summary.sides if summary.sides else 0
    facts = (
        ("events", f"{summary.events:,}"),
        ("texts", f"{summary.stories:,}"),
        ("texts without events", f"{summary.without_events:,}"),
        ("texts that could not be coded", f"{summary.refused:,}"),
        ("actors known", f"{named:.0%}"),
    )
    cells = (f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts)
    return f'<dl class="facts">{"".join(cells)}</dl>'


def _dyads(summary: Summary) -> str:
    top = summary.dyads.most_common(TOP_DYADS)
    if not top:
        return '<p class="dim">No event has two known actors.</p>'
    most = top[0][1]
    rows = (
        f"<tr><td>{escape(source)} → {escape(target)}</td><td class=number>{count:,}</td>"
        f'<td class=number>{summary.goldstein[source, target] / count:+.1f}</td><td><span class="bar" '
        f'style="width:{_width(count, most)}px"></span></td></tr>'
        for (source, target), count in top
    )
    head = "<tr><th>source → target</th><th class=number>events</th><th class=number>Goldstein</th><th></th></tr>"
    return f"<table>{head}{''.join(rows)}</table>"


def _roots(summary: Summary, ontology: Ontology) -> str:
    most = max(summary.roots.values(), default=1)
    rows = (
        f'<tr><td>{_button(root.code)} {escape(root.root_label)}</td><td class="number">{count:,}</td><td><span '
        f'class="bar" style="width:{_width(count, most)}px;background:var(--q{root.quad_class})"></span></td></tr>'
        for root in ontology.roots()
        if (count := summary.roots[root.root])
    )
    return f"<table>{''.join(rows)}</table>"


def _heat(summary: Summary) -> str:
    """Draw countries by countries: how often, and in the mean how friendly."""
    totals: dict[str, int] = {}
    for pair, count in summary.countries.items():
        for country in set(pair):
            totals[country] = totals.get(country, 0) + count
    names = sorted(totals, key=lambda name: (-totals[name], name))[:HEAT_ACTORS]
    if not names:
        return '<p class="dim">No event has two known actors.</p>'
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    rows = (
        f"<tr><th>{escape(source)}</th>{''.join(_heat_cell(summary, (source, target)) for target in names)}</tr>"
        for source in names
    )
    note = '<p class="dim">Rows act upon columns. Numbers count events; blue is friendly in the mean, red hostile.</p>'
    return f'<div class="scroll"><table class="heat"><tr><th></th>{head}</tr>{"".join(rows)}</table></div>{note}'


def _heat_cell(summary: Summary, pair: Dyad) -> str:
    count = summary.countries[pair]
    if not count:
        return '<td style="background:#f1f4f7"></td>'
    mean = summary.country_goldstein[pair] / count
    words = escape(f"{pair[0]} → {pair[1]}: {count:,} events, Goldstein {mean:+.1f} in the mean")
    return f'<td style="background:{heat_colour(mean)}" title="{words}">{count:,}</td>'


def _confidence(summary: Summary) -> str:
    labels = [f"{bin_ / HISTOGRAM_BINS:.2f}" for bin_ in range(HISTOGRAM_BINS)]
    return bars(labels, [[count] for count in summary.confidence], ("var(--q2)",), 480)


def _unknown(summary: Summary) -> str:
    if not summary.unknown:
        return '<p class="dim">Every actor is known.</p>'
    rows = (
        f'<tr><td>{escape(name[:80])}</td><td class="number">{count:,}</td></tr>'
        for name, count in summary.unknown.most_common(TOP_UNKNOWN)
    )
    note = f"{summary.unknown_sides:,} of {summary.sides:,} sources and targets; name them in a dictionary of your own"
    return f'<table>{"".join(rows)}</table><p class="dim">{note}</p>'


def _samples(summary: Summary, ontology: Ontology) -> Iterator[str]:
    yield '<p class="dim legend">Marked: <mark class="source">source</mark>, the words of the action in the colour of '
    yield 'their class, <mark class="target">target</mark>. Drawn by chance.</p>'
    for root in ontology.roots():
        held = summary.samples.get(root.root)
        if held:
            yield f"<h3>{_button(root.code)} {escape(root.root_label)}</h3>"
            yield from (_one_sample(row) for _, _, row in sorted(held, key=lambda one: one[1]))


def _one_sample(row: Row) -> str:
    source, target = row["source_code"] or "---", row["target_code"] or "---"
    label = "" if row["event_label"] == row["root_label"] else f" {row['event_label']}"
    facts = f"{row['date'] or 'no date'} · {row['confidence']:.0%} sure · {row['story_id']}"
    return (
        f'<div class="sample"><p>{marked(row)}</p><p class="dim">{escape(source)} {_button(row["event_code"])}'
        f"{escape(label)} {escape(target)} · {escape(facts)}</p></div>"
    )


def _width(count: int, most: int) -> int:
    return max(2, 90 * count // most)


def _button(code: str) -> str:
    return f'<button class="code" data-code="{escape(code)}">{escape(code)}</button>'


def _definitions(ontology: Ontology) -> str:
    """Give all codes as JSON that no reader of HTML takes for markup."""
    shown = {one.code: _definition(one) for one in ontology.types}
    return json.dumps(shown).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _definition(one: EventType) -> dict[str, str]:
    facts = f"{QUAD_NAMES[one.quad_class - 1]} · Goldstein {one.goldstein:+.1f} · PLOVER {one.plover.event}"
    return {"label": one.label, "definition": one.definition, "facts": facts}
