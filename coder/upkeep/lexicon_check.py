"""Runs the lexicon's own examples: what each sentence must give against what it gives."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from coder.entries.lexicon_entries import Entry, Example
from coder.entries.rules import Lexicon
from coder.pipeline import Coder
from coder.types import Coding, Event, Story

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One example and what came out of it."""

    example: Example
    got: tuple[Triple, ...]

    @property
    def passed(self) -> bool:
        """Whether the expected events came out, and no others."""
        return agrees(self.example.events, self.got)

    @property
    def wrong(self) -> bool:
        """Whether the check fails: a miss that nobody listed, or a listed one that passes now."""
        return self.passed == bool(self.example.known)


@dataclass(frozen=True, slots=True)
class Report:
    """All outcomes, and how well each code is covered."""

    outcomes: tuple[Outcome, ...]
    coverage: dict[str, int]  # code -> examples that pass and have it

    @property
    def failures(self) -> tuple[Outcome, ...]:
        """The outcomes that make the check fail."""
        return tuple(o for o in self.outcomes if o.wrong)


def agrees(want: Iterable[Triple], got: Iterable[Triple]) -> bool:
    """Whether each wanted event has one that came out, and none is left over; "*" stands for any actor."""
    left = list(got)
    for triple in sorted(want, key=lambda t: t.count("*")):
        hit = next((g for g in left if all(w in ("*", x) for w, x in zip(triple, g, strict=True))), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def check(coder: Coder, files: Iterable[str] = ()) -> Report:
    """Run the examples of the lexicon (of these files only, when any are named)."""
    names = {Path(f).name for f in files}
    examples = [e for e in coder.lexicon.examples if not names or Path(e.path).name in names]
    results = coder.code_batch([Story(text=e.text, id=str(n)) for n, e in enumerate(examples)])
    outcomes = tuple(
        Outcome(e, tuple(_triple(x) for x in r.events) if isinstance(r, Coding) else ())
        for e, r in zip(examples, results, strict=True)
    )
    coverage = {kind.code: 0 for kind in coder.ontology.types}
    for outcome in outcomes:
        for code in {c for _, c, _ in outcome.example.events if c != "*"} if outcome.passed else ():
            coverage[code] = coverage.get(code, 0) + 1
    return Report(outcomes, coverage)


def doubts(lexicon: Lexicon, paths: Iterable[str]) -> Iterator[str]:
    """Say what in a user's own files may not be meant: entries that nothing proves, roles that no other entry has."""
    own = set(paths)
    usual = {role for entry in lexicon.entries if entry.path not in own for role in _roles(entry)}
    for path in sorted(own):
        entries = [entry for entry in lexicon.entries if entry.path == path]
        starts = [entry.line for entry in entries]
        proven = {bisect_right(starts, example.line) for example in lexicon.examples if example.path == path}
        for number, entry in enumerate(entries, start=1):
            if number not in proven:
                yield f"{entry.id}: no example shows that it works; add one: > sentence = SOURCE CODE TARGET"
            for role in sorted(_roles(entry) - usual):
                yield f"{entry.id}: no other entry has a role '{role}'; is it written right?"


def _roles(entry: Entry) -> set[str]:
    roles = {role for condition in entry.conditions for role in condition.roles}
    return roles.union(entry.source, entry.target, entry.content)


def _triple(event: Event) -> Triple:
    return (
        event.source.code or "---",
        event.type.code,
        (event.target.code or "---") if event.target is not None else "-",
    )
