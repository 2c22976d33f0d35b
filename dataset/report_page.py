"""The page of a report: one HTML file with all it needs inside; whatever comes from texts is escaped."""

from html import escape
from pathlib import Path
from string import Template

from coder.ontology import Ontology
from coder.types import EventType
from dataset.report import HISTOGRAM_BINS, Dyad, Summary
from dataset.report_charts import QUAD_NAMES, bars, heat_colour, over_time
from dataset.report_events import code, events

TEMPLATE = Path(__file__).with_name("report_page.html")
TOP_DYADS, TOP_UNKNOWN, HEAT_ACTORS = 20, 25, 14


def page(summary: Summary, ontology: Ontology, title: str) -> str:
    """Give the page."""
    sections = (
        _facts(summary),
        _section("Events over time", over_time(summary)),
        _columns(_section("Pairs of actors", _dyads(summary)), _section("Event types", _roots(summary, ontology))),
        _section("Actor by actor", _heat(summary)),
        _columns(_section("Confidence", _confidence(summary)), _section("Without a code", _unknown(summary))),
        _section("Events" if summary.is_small else "Samples", "".join(events(summary, ontology))),
        _section("What the codes mean", _glossary(summary, ontology)),
    )
    template = Template(TEMPLATE.read_text("utf-8"))
    return template.substitute(title=escape(title), body="\n".join(sections))


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
        ("sources and targets with a code", f"{named:.0%}"),
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
        f'<tr><td>{code(root.code)} {escape(root.root_label)}</td><td class="number">{count:,}</td><td><span '
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
        return "<td></td>"
    mean = summary.country_goldstein[pair] / count
    words = escape(f"{pair[0]} → {pair[1]}: {count:,} events, Goldstein {mean:+.1f} in the mean")
    return f'<td style="background:{heat_colour(mean)}" title="{words}">{count:,}</td>'


def _confidence(summary: Summary) -> str:
    labels = [f"{bin_ / HISTOGRAM_BINS:.2f}" for bin_ in range(HISTOGRAM_BINS)]
    return bars(labels, [[count] for count in summary.confidence], ("var(--q2)",), 480, "Events by confidence")


def _unknown(summary: Summary) -> str:
    if not summary.unknown:
        return '<p class="dim">Every source and target has a code.</p>'
    rows = (
        f'<tr><td>{escape(name[:80])}</td><td class="number">{count:,}</td></tr>'
        for name, count in summary.unknown.most_common(TOP_UNKNOWN)
    )
    note = f"{summary.unknown_sides:,} of {summary.sides:,} sources and targets: things, and names that nobody knows."
    advice = "<code>cameo-coder actors unknown</code> lists the names, as lines for a dictionary of your own."
    return f'<table>{"".join(rows)}</table><p class="dim">{note} {advice}</p>'


def _width(count: int, most: int) -> int:
    return max(2, 90 * count // most)


def _glossary(summary: Summary, ontology: Ontology) -> str:
    """Say what the codes of the page stand for."""
    shown = {root.code for root in ontology.roots() if summary.roots[root.root]}
    shown |= {row["event_code"] for row in summary.rows}
    shown |= {row["event_code"] for held in summary.samples.values() for *_, row in held}
    return f"<dl>{''.join(_definition(one) for one in ontology.types if one.code in shown)}</dl>"


def _definition(one: EventType) -> str:
    facts = f"{QUAD_NAMES[one.quad_class - 1]} · Goldstein {one.goldstein:+.1f} · PLOVER {one.plover.event}"
    return (
        f'<div id="code-{one.code}"><dt>{one.code} {escape(one.label)}</dt>'
        f'<dd>{escape(one.definition)}</dd><dd class="dim">{escape(facts)}</dd></div>'
    )
