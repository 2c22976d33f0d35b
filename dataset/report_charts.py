"""Charts as SVG, drawn without any library."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from html import escape

from dataset.report import Summary

QUAD_NAMES = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
QUAD_COLOURS = tuple(f"var(--q{number})" for number in range(1, 5))
MOST_BINS = 120
HEIGHT, LEFT, BOTTOM, TOP = 220, 44, 24, 14
MOST_LABELS = 8
FRIENDLY, HOSTILE, NEUTRAL = (43, 108, 176), (192, 57, 43), (240, 240, 236)
Step = Callable[[date], date]


def over_time(summary: Summary) -> str:
    """Draw the events by day, week, month or year, whatever fits, in the colours of the quad classes."""
    if not summary.days:
        return '<p class="dim">No event has a date.</p>'
    days = sorted({day for day, _ in summary.days})
    name, begin, following = _scale(date.fromisoformat(days[0]), date.fromisoformat(days[-1]))
    counts: dict[date, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for (day, quad), count in summary.days.items():
        counts[begin(date.fromisoformat(day))][quad - 1] += count
    bins, last = [begin(date.fromisoformat(days[0]))], begin(date.fromisoformat(days[-1]))
    while bins[-1] < last:
        bins.append(following(bins[-1]))
    labels = [_label(day, name) for day in bins]
    undated = f" {summary.undated:,} events without a date are not shown." if summary.undated else ""
    keys = zip(QUAD_NAMES, QUAD_COLOURS, (summary.quads[number] for number in range(1, 5)), strict=True)
    legend = "".join(f'<span><i style="background:{colour}"></i>{word} {n:,}</span>' for word, colour, n in keys)
    chart = bars(labels, [counts.get(day, [0] * 4) for day in bins], QUAD_COLOURS, 1000, "Events over time")
    return f'<p class="legend">{legend}</p>{chart}<p class="dim">Events by {name}.{undated}</p>'


def bars(labels: Sequence[str], values: Sequence[Sequence[int]], colours: Sequence[str], width: int, name: str) -> str:
    """Draw stacked bars, one for each label; `name` is for those who cannot see them."""
    most = max((sum(stack) for stack in values), default=0) or 1
    step = (width - LEFT) / max(len(values), 1)
    scale = (HEIGHT - BOTTOM - TOP) / most
    shown = [_grid(most, scale, width)]
    for place, (label, stack) in enumerate(zip(labels, values, strict=True)):
        x, y = LEFT + place * step, float(HEIGHT - BOTTOM)
        for value, colour in zip(stack, colours, strict=True):
            if value:
                y -= value * scale
                shown.append(
                    f'<rect x="{x:.2f}" y="{y:.2f}" width="{max(step - 1, 0.8):.2f}" height="{value * scale:.2f}" '
                    f'fill="{colour}"><title>{escape(label)}: {value:,}</title></rect>'
                )
        if place % max(1, -(-len(labels) // MOST_LABELS)) == 0:
            shown.append(f'<text x="{x:.2f}" y="{HEIGHT - 8}">{escape(label)}</text>')
    return f'<svg viewBox="0 0 {width} {HEIGHT}" role="img" aria-label="{escape(name)}">{"".join(shown)}</svg>'


def heat_colour(goldstein: float) -> str:
    """Give the colour of a Goldstein value: the further from 0, the stronger."""
    towards = FRIENDLY if goldstein > 0 else HOSTILE
    share = 0.75 * min(abs(goldstein) / 10, 1.0) ** 0.6
    red, green, blue = (round(n + share * (t - n)) for n, t in zip(NEUTRAL, towards, strict=True))
    return f"rgb({red},{green},{blue})"


def _grid(most: int, scale: float, width: int) -> str:
    lines = []
    for value in sorted({0, most // 2, most}):
        y = HEIGHT - BOTTOM - value * scale
        lines.append(f'<line x1="{LEFT}" x2="{width}" y1="{y:.2f}" y2="{y:.2f}" class="grid"/>')
        lines.append(f'<text x="{LEFT - 6}" y="{y + 4:.2f}" text-anchor="end">{value:,}</text>')
    return "".join(lines)


def _scale(first: date, last: date) -> tuple[str, Step, Step]:
    """Choose how much time a bar stands for: its name, its first day, the first day of the next."""
    days = (last - first).days + 1
    if days <= MOST_BINS:
        return "day", lambda day: day, lambda day: day + timedelta(1)
    if days <= 7 * MOST_BINS:
        return "week", lambda day: day - timedelta(day.weekday()), lambda day: day + timedelta(7)
    if days <= 30 * MOST_BINS:
        return "month", lambda day: day.replace(day=1), lambda day: (day + timedelta(31)).replace(day=1)
    return "year", lambda day: day.replace(month=1, day=1), lambda day: day.replace(year=day.year + 1)


def _label(day: date, scale: str) -> str:
    return day.isoformat()[: {"month": 7, "year": 4}.get(scale, 10)]
