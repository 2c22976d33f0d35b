"""What a text gives, as triples of codes."""

from coder.pipeline import Coder
from coder.types import Story

Triple = tuple[str, str, str]


def triples(coder: Coder, text: str) -> set[Triple]:
    """Give source, code and target of each event: "---" for somebody unknown, "-" for nobody."""
    events = coder.code(Story(text)).events
    return {(e.source.code, e.type.code, (e.target.code or "---") if e.target else "-") for e in events}
