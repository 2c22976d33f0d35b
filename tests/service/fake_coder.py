"""A coder with the contract of `coder.pipeline.Coder` and no language model: some words of a text make it misbehave."""

import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from coder.attention import always
from coder.errors import Abandoned, CoderError, DictionaryError, TextError
from coder.ontology import load_ontology
from coder.types import (
    Actor,
    Coding,
    Event,
    Explanation,
    Location,
    Modality,
    Resolution,
    Story,
    Tense,
    TextSpan,
)

PATTERN = re.compile(r"(\w+) (criticized|attacked|met) (\w+)")
CODES = {"criticized": "111", "attacked": "190", "met": "040"}


def span(text: str, start: int, end: int) -> TextSpan:
    return TextSpan(start, end, text[start:end])


def is_first(mark: str) -> bool:
    """Tell whether nobody has come here before with the same mark, which is a file."""
    try:
        Path(mark).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


class FakeCoder:
    """Finds "A criticized B"; some words in a text do what they say.

    KILL, "KILL TWICE file", HANG, RAISE, REFUSE; STAY: the process does not end when its socket is closed; "MUTE file":
    the first to come closes its socket and lives on; "SLEEP 0.2"; "UNTIL file" is there; "WHILE WANTED file", which is
    there when the work has begun, goes on until nobody waits for it.
    """

    def __init__(self) -> None:
        self._ontology = load_ontology()
        self.screened = 0
        self.number = "1"

    @classmethod
    def load(cls, model: str = "", dictionaries: Sequence[str] = (), lexicons: Sequence[str] = ()) -> "FakeCoder":
        if model == "missing":
            msg = "no model named 'missing'"
            raise CoderError(msg)
        if model == "SLOW":
            time.sleep(300)
        if model == "DIE":
            os.kill(os.getpid(), signal.SIGKILL)
        if model.startswith("FIRST "):
            if is_first(model.removeprefix("FIRST ")):
                msg = "the first of the workers fails"
                raise CoderError(msg)
            time.sleep(300)
        for path in (*dictionaries, *lexicons):
            raise DictionaryError(path, 7, "has no '='")
        coder = cls()
        if model.startswith("VERSION "):
            coder.number = Path(model.removeprefix("VERSION ")).read_text()
        return coder

    @property
    def version(self) -> str:
        return f"fake-{self.number}"

    def versions(self) -> dict[str, str]:
        return {"lexicon": "fake", "dictionaries": "fake", "model": "fake"}

    def resolve_actor(self, name: str, on: date | None) -> list[Actor]:
        self._misbehave(name)
        if name == "nobody":
            return []
        code = "USAGOV" if on and on.year < 2000 else "USAELI"
        whole = TextSpan(0, len(name), name)
        return [Actor(code, name, "USA", (code[3:],), whole, Resolution.DICTIONARY, ("people.txt:3",))]

    def code_batch(self, stories: Iterable[Story], wanted: Callable[[int], bool] = always) -> list[Coding | CoderError]:
        return [self._code(story) if self._stays(story, n, wanted) else Abandoned() for n, story in enumerate(stories)]

    def _stays(self, story: Story, n: int, wanted: Callable[[int], bool]) -> bool:
        if not (begun := re.search(r"WHILE WANTED (\S+)", story.text)):
            return True
        Path(begun[1]).touch()
        while wanted(n):
            time.sleep(0.005)
        return False

    def _code(self, story: Story) -> Coding | CoderError:
        self._misbehave(story.text)
        self.screened += 1  # no text of its is ever parsed
        if "REFUSE" in story.text:
            return TextError("text", "is refused")
        events = tuple(self._event(story, match) for match in PATTERN.finditer(story.text))
        return Coding(story.id, events, self.version)

    def _event(self, story: Story, match: "re.Match[str]") -> Event:
        source, target = (
            Actor(code, match[i], code, (), span(story.text, *match.span(i)), how, ("x:1",))
            for i, code, how in (
                (1, match[1][:3].upper(), Resolution.CALLER if story.actors else Resolution.DICTIONARY),
                (3, match[3][:3].upper(), Resolution.COMPOSED),
            )
        )
        return Event(
            source=source,
            target=target,
            type=self._ontology[CODES[match[2]]],
            action=span(story.text, *match.span(2)),
            confidence=0.75,
            date=story.date,
            tense=Tense.PAST,
            modality=Modality.REPORTED,
            reported_by=source,
            sentence=span(story.text, 0, len(story.text)),
            location=Location("Geneva", "CHE", 46.2, 6.1, span(story.text, *match.span(3))),
            explanation=Explanation("11.txt:1", (span(story.text, *match.span(2)),), ("a -> b",)),
        )

    def _misbehave(self, text: str) -> None:
        twice = re.search(r"KILL TWICE (\S+)", text)
        if twice and not (is_first(f"{twice[1]}.1") or is_first(f"{twice[1]}.2")):
            return
        if "KILL" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANG" in text:
            time.sleep(60)
        if "RAISE" in text:
            raise RuntimeError(text)
        if wanted := re.search(r"SLEEP ([\d.]+)", text):
            time.sleep(float(wanted[1]))
        if "STAY" in text:
            threading.Thread(target=time.sleep, args=(300,)).start()
        if (wanted := re.search(r"MUTE (\S+)", text)) and is_first(wanted[1]):
            os.close(int(sys.argv[1]))
            time.sleep(300)
        if wanted := re.search(r"UNTIL (\S+)", text):
            while not Path(wanted[1]).exists():
                time.sleep(0.005)
