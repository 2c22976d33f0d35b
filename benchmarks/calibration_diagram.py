"""Draws how often events were right against the confidence that they were given, as SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

SIZE, MARGIN = 360, 48
COLOURS = ("#1f4e79", "#b5541c", "#4b7f3a")


@dataclass(frozen=True, slots=True)
class Bin:
    """Events of like confidence: what they were given on average, the share that was right, how many they are."""

    given: float
    right: float
    count: int


def diagram(lines: Mapping[str, Sequence[Bin]]) -> str:
    """Draw one line a set; a dot's area grows with the number of its events; the diagonal is a kept promise."""
    side = SIZE + 2 * MARGIN
    height = side + 22 * len(lines)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {height}" font-size="12">',
        f'<rect width="{side}" height="{height}" fill="white"/>',
        "<style>text { font-family: sans-serif }</style>",
        *axes(),
    ]
    for n, (name, bins) in enumerate(lines.items()):
        parts += [*line(bins, COLOURS[n % len(COLOURS)]), legend(n, name, bins)]
    return "\n".join([*parts, "</svg>", ""])


def x(value: float) -> float:
    """Place a value from left to right."""
    return round(MARGIN + value * SIZE, 1)


def y(value: float) -> float:
    """Place a value from bottom to top."""
    return round(MARGIN + (1 - value) * SIZE, 1)


def axes() -> list[str]:
    """Draw frame, ticks, names and the diagonal."""
    parts = [
        f'<rect x="{x(0)}" y="{y(1)}" width="{SIZE}" height="{SIZE}" fill="none" stroke="#888"/>',
        f'<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke="#888" stroke-dasharray="4 4"/>',
        f'<text x="{x(0.5)}" y="{y(0) + 36}" text-anchor="middle">confidence given</text>',
        f'<text x="14" y="{y(0.5)}" text-anchor="middle" transform="rotate(-90 14 {y(0.5)})">share right</text>',
    ]
    for tenth in range(0, 11, 2):
        value = tenth / 10
        parts.append(f'<text x="{x(value)}" y="{y(0) + 16}" text-anchor="middle">{value:.1f}</text>')
        parts.append(f'<text x="{x(0) - 6}" y="{y(value) + 4}" text-anchor="end">{value:.1f}</text>')
    return parts


def line(bins: Sequence[Bin], colour: str) -> list[str]:
    """Draw the line of one set."""
    points = " ".join(f"{x(b.given)},{y(b.right)}" for b in bins)
    dots = [
        f'<circle cx="{x(b.given)}" cy="{y(b.right)}" r="{min(2 + b.count**0.5 / 2, 11):.1f}" fill="{colour}" '
        f'fill-opacity="0.6"><title>given {b.given:.2f}, right {b.right:.2f}, {b.count} events</title></circle>'
        for b in bins
    ]
    return [f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"/>', *dots]


def legend(n: int, name: str, bins: Sequence[Bin]) -> str:
    """Name a set below the frame."""
    top = y(0) + 44 + 20 * n
    words = escape(f"{name} ({sum(b.count for b in bins)} events)")
    colour = COLOURS[n % len(COLOURS)]
    dot = f'<circle cx="{x(0) + 6}" cy="{top + 8}" r="5" fill="{colour}"/>'
    return f'{dot}<text x="{x(0) + 18}" y="{top + 12}">{words}</text>'
