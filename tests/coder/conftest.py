"""The coder with its language model, loaded once for all tests."""

from collections.abc import Callable, Iterator

import pytest

from coder.pipeline import Coder
from coder.types import Actor, CallerActor, Coding, Event, Options, Story, TextSpan

Code = Callable[..., list[str]]
HYPOTHETICAL = Options(include_hypothetical=True)


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The shipped coder."""
    return Coder.load()


@pytest.fixture(scope="session")
def code(coder: Coder) -> Code:
    """Code a text; give its events as ``SOURCE CODE TARGET``, "---" for somebody unknown, "-" for no target."""

    def coded(text: str, options: Options | None = None, actors: tuple[CallerActor, ...] = ()) -> list[str]:
        return [line_of(e) for e in coder.code(Story(text, actors=actors, options=options or Options())).events]

    return coded


def line_of(event: Event) -> str:
    target = (event.target.code or "---") if event.target is not None else "-"
    return f"{event.source.code or '---'} {event.type.code} {target}"


def spans_of(coding: Coding) -> Iterator[TextSpan]:
    for event in coding.events:
        yield from (event.action, event.sentence, *event.explanation.matched)
        actors: tuple[Actor | None, ...] = (event.source, event.target, event.reported_by)
        yield from (actor.span for actor in actors if actor is not None)
        if event.location is not None:
            yield event.location.span
