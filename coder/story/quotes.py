"""Quotes of a story, over however many sentences, and the words beside them that say whose they are."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from coder.framing.frame_reader import FrameReader
from coder.parties.pronouns import SPEAKING
from coder.syntax.clauses import is_verbal
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma
from coder.types import TextSpan

_PARAGRAPH_END: Final = "\n"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote from its opening to its closing mark, half-open, in code points of the story."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """A subject that says something, outside quotes: its token in its sentence, and where its verb stands."""

    passage: int
    subject: int
    at: int


def find_quotes(text: str) -> list[Quote]:
    """Find the quotes, in order; one that a paragraph leaves open goes on where the next one opens with a mark.

    >>> [text[q.start : q.end] for text in ['He said: "No. Never." She left.'] for q in find_quotes(text)]
    ['"No. Never."']
    """
    found: list[Quote] = []
    if '"' not in text and "“" not in text:
        return found
    start = -1
    for i, character in enumerate(text):
        if character == "“" or (character == '"' and start < 0):
            start = i if start < 0 else start
        elif character in {"”", '"'}:
            if start >= 0:
                found.append(Quote(start, i + 1))
            start = -1
        elif character == _PARAGRAPH_END and start >= 0 and not _goes_on(text, i):
            found.append(Quote(start, i))
            start = -1
    return [*found, Quote(start, len(text))] if start >= 0 else found


def _goes_on(text: str, at: int) -> bool:
    """Whether a paragraph break or a wrapped line stands inside a quote."""
    rest = text[at : at + 200].lstrip()
    return rest[:1] == "“" or (text[at + 1 : at + 2].islower() and text[at + 1 : at + 2] != "")


class Quotes:
    """The quotes of one story and their speakers."""

    def __init__(
        self, text: str, spans: Sequence[TextSpan], docs: Sequence[Doc], frames: Sequence[FrameReader]
    ) -> None:
        """Find quotes; speakers are sought when asked for."""
        self._text = text
        self._spans, self._docs, self._frames = spans, docs, frames
        self._quotes = find_quotes(text)
        self._starts = [quote.start for quote in self._quotes]
        self._sayings: dict[int, list[Attribution]] = {}

    def at(self, position: int) -> int:
        """Give the number of the quote that holds a place in the story, -1 when none does."""
        n = bisect_right(self._starts, position) - 1
        return n if n >= 0 and position < self._quotes[n].end else -1

    def speaker(self, number: int) -> Attribution | None:
        """Give who says a quote: beside its end, before its beginning, else who spoke last in the same paragraph."""
        quote = self._quotes[number]
        first, last = self._passage(quote.start), self._passage(quote.end - 1)
        after = [a for a in self._said(last) if a.at >= quote.end and self._near(quote.end, a.at)]
        before = [a for a in self._said(first) if a.at < quote.start]
        between = before[-1:] if before and self._leads(before[-1].at, quote.start) else []
        found = between or after[:1] or before[-1:]
        return found[0] if found else self._last(first, quote)

    def _leads(self, verb: int, quote: int) -> bool:
        """Whether a verb of saying leads straight into the quote: "He added: “…”"."""
        return len(self._text[verb:quote].split()) <= 2  # noqa: PLR2004 - the verb, and "that" or a colon

    def _near(self, end: int, verb: int) -> bool:
        between = self._text[end:verb]
        return not any(mark in between for mark in "“\n")

    def _last(self, passage: int, quote: Quote) -> Attribution | None:
        """Give the speaker of the sentence before, when the quote begins a sentence of the same paragraph."""
        if passage < 1 or self._text[self._spans[passage].start : quote.start].strip():
            return None
        gap = self._text[self._spans[passage - 1].end : quote.start]
        said = self._said(passage - 1)
        if "\n\n" in gap and self._text[self._spans[passage - 1].end - 1 : self._spans[passage - 1].end] != ":":
            return None
        return said[-1] if said else None

    def _passage(self, position: int) -> int:
        return max(bisect_right([span.start for span in self._spans], position) - 1, 0)

    def _said(self, passage: int) -> list[Attribution]:
        if passage not in self._sayings:
            found = [a for t in self._docs[passage] if is_speaking(t) for a in self._attribution(passage, t)]
            self._sayings[passage] = found
        return self._sayings[passage]

    def _attribution(self, passage: int, verb: Token) -> list[Attribution]:
        offset = self._spans[passage].start
        if self.at(offset + verb.idx) >= 0:
            return []
        subjects = [s for s in self._frames[passage].subjects(verb) if self.at(offset + s.idx) < 0]
        return [Attribution(passage, s.i, offset + verb.idx) for s in subjects[:1]]


def is_speaking(token: Token) -> bool:
    """Whether a token is a verb of saying that heads a clause."""
    return is_verbal(token) and lemma(token) in SPEAKING
