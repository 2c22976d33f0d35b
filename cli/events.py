"""Show coded events so that a person likes to read them: each sentence, its words underlined, and who did what to whom.

Works on responses as `cameo-coder code` writes them, ``{"id", "events": [{"source", "target", "action", ...}]}``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.text import Text

Event = Mapping[str, Any]
SOURCE_STYLE, TARGET_STYLE = "bold underline cyan", "bold underline magenta"
QUAD_COLOURS = {
    "QUAD_CLASS_VERBAL_COOPERATION": "green",
    "QUAD_CLASS_MATERIAL_COOPERATION": "bright_green",
    "QUAD_CLASS_VERBAL_CONFLICT": "yellow",
    "QUAD_CLASS_MATERIAL_CONFLICT": "red",
}
LEGEND = Text.assemble(
    ("source", SOURCE_STYLE), "  ", ("cooperation", "bold underline green"), " or ",
    ("conflict", "bold underline red"), "  ", ("target", TARGET_STYLE),
)  # fmt: skip
UNKNOWN, NOBODY = "---", "(nobody)"


class Story:
    """A response, sentence by sentence; `explained` repeats the sentence under each event, with its rule and steps.

    With the `text` that was coded, what stands between the sentences that have events is shown too, dimmed.
    """

    def __init__(self, response: Mapping[str, Any], *, text: str = "", explained: bool = False) -> None:
        """Take a response as JSON gives it, its offsets in code points."""
        self._text = text
        self._events: Sequence[Event] = response.get("events") or []
        self._explained = explained

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the sentences in text order, each with its events."""
        end = 0
        for start, group in groupby(self._events, key=lambda event: event["sentence"]["start"]):
            events = list(group)
            yield from self._between(end, start)
            end = events[0]["sentence"]["end"]
            if not self._explained:
                pairs = list(joined(events))
                yield underlined(event for event, _ in pairs)
                for event, mutual in pairs:
                    yield Padding(summary(event, mutual=mutual), (0, 0, 0, 2), expand=False)
                yield ""
                continue
            for event, mutual in joined(events):
                yield underlined([event])
                yield Padding(summary(event, mutual=mutual), (0, 0, 0, 2), expand=False)
                yield Padding(reasons(event), (0, 0, 0, 4), expand=False)
                yield ""
        yield from self._between(end, len(self._text))

    def _between(self, start: int, end: int) -> Iterator[RenderableType]:
        """Give the text between two sentences with events, one paragraph a piece."""
        for paragraph in filter(None, map(str.strip, self._text[start:end].split("\n"))):
            yield Text(paragraph, "dim")
            yield ""


def underlined(events: Iterable[Event]) -> Text:
    """Give the events' sentence, the words of sources, actions and targets underlined in their colours."""
    shown: Text | None = None
    for event in events:
        sentence = event["sentence"]
        shown = Text(sentence["text"]) if shown is None else shown
        styles = (
            (event["source"], SOURCE_STYLE),
            (event.get("target"), TARGET_STYLE),
            (event["action"], _action_style(event)),
        )
        for part, style in styles:
            span = (part or {}).get("span")
            if span:
                shown.stylize(style, span["start"] - sentence["start"], span["end"] - sentence["start"])
    return shown or Text()


def joined(events: Iterable[Event]) -> Iterator[tuple[Event, bool]]:
    """Give events with whether they go both ways; the second of two that mirror each other is left out."""
    waiting = list(events)
    while waiting:
        event = waiting.pop(0)
        mirror = next((other for other in waiting if _mirrors(event, other)), None)
        if mirror:
            waiting.remove(mirror)
        yield event, bool(mirror)


def _mirrors(one: Event, other: Event) -> bool:
    def sides(event: Event) -> list[object]:
        return [(event.get(name) or {}).get("span") for name in ("source", "target")]

    same_act = all(one["action"][name] == other["action"][name] for name in ("code", "span"))
    return same_act and sides(one) == sides(other)[::-1]


def summary(event: Event, *, mutual: bool = False) -> Text:
    """Give an event in three lines: the coded triple, its words, and what else is known."""
    action, target = event["action"], event.get("target")
    line = Text.assemble(
        (_code(event["source"]), "bold cyan"), " ",
        (action["root_label"], f"bold {_colour(event)}"), " ",
        (_code(target) if target else NOBODY, "bold magenta" if target else "dim"),
    )  # fmt: skip
    line.append(" and the other way round" if mutual else "", "dim")
    line.append(f"\n{_words(event)}\n{_facts(event)}", "dim")
    return line


def reasons(event: Event) -> Text:
    """Give the rule that made an event, the words it matched and the steps that composed the code."""
    explanation = event.get("explanation") or {}
    matched = ", ".join(f"“{span['text']}”" for span in explanation.get("matched") or [])
    lines = [f"rule    {explanation.get('rule', '')}", f"words   {matched}"]
    lines += [f"step    {step}" for step in explanation.get("steps") or []]
    for side in ("source", "target"):
        actor = event.get(side)
        if actor:
            found = actor["resolution"].removeprefix("RESOLUTION_").lower()
            entries = ", ".join(actor.get("provenance") or [])
            lines.append(f"{side}  {actor['name']}: {found}" + (f" ({entries})" if entries else ""))
    return Text("\n".join(lines), "dim")


def _words(event: Event) -> str:
    target = event.get("target")
    parts = [event["source"]["span"]["text"], event["action"]["span"]["text"]] + (
        [target["span"]["text"]] if target else []
    )
    return " → ".join(f"“{' '.join(part.split())}”" if part else NOBODY for part in parts)


def _facts(event: Event) -> str:
    action = event["action"]
    label = "" if action["label"] == action["root_label"] else action["label"]
    facts = [f"{action['code']} {label}".rstrip(), f"Goldstein {action['goldstein']:+.1f}", _day(event.get("date"))]
    if event.get("modality") not in (None, "", "MODALITY_UNSPECIFIED", "MODALITY_ASSERTED"):
        facts.append(event["modality"].removeprefix("MODALITY_").lower())
    if event.get("location"):
        facts.append(f"in {event['location']['name']}")
    facts.append(f"{event['confidence']:.0%} sure")
    return " · ".join(filter(None, facts))


def _day(day: Mapping[str, int] | None) -> str:
    return f"{day['year']:04}-{day['month']:02}-{day['day']:02}" if day else ""


def _code(actor: Mapping[str, Any]) -> str:
    return actor["code"] or UNKNOWN


def _colour(event: Event) -> str:
    return QUAD_COLOURS.get(event["action"]["quad_class"], "white")


def _action_style(event: Event) -> str:
    return f"bold underline {_colour(event)}"
