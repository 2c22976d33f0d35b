"""What coding costs beside the parse, in CPU time, as a share of the parse of the same sentences; and where it goes.

The clocks within the stages need the interpreted form; of the compiled one only the share is told.

python -m benchmarks.coding_cost [--texts 600] [--batch 40] [--also FILE.jsonl ...] [--profile]

Each batch of texts is coded once; the time inside the language model and the time outside of it are taken in that one
run, so that whatever else the machine does weighs on both. The share is the median over the batches. The language model
cuts the text into tokens, tags and parses them; all that this project does to text and tree is coding, reading and
mending the tree among it. Lemmas count as parse: the project looks them up in place of the language model, which is
slower at it. So does freeing what the language model has made.
"""

import argparse
import cProfile
import functools
import inspect
import json
import pstats
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc as SpacyDoc

from coder.actions import ActionReader
from coder.actors import ActorResolver
from coder.collecting import settle
from coder.events import EventMaker
from coder.framing.frame_reader import FrameReader
from coder.meaning.matching import Matcher
from coder.parsing import Parser
from coder.parties.pronouns import Antecedents
from coder.pipeline import Coder
from coder.syntax.parsed import Doc, Word
from coder.types import Story

STAGES: tuple[tuple[str, type[Any], tuple[str, ...]], ...] = (
    ("mentions", ActorResolver, ("__init__", "at", "mentions")),
    ("pronouns", Antecedents, ("of",)),
    ("frames", FrameReader, ("at", "subjects")),
    ("matching", Matcher, ("matches",)),
    ("meanings", ActionReader, ("__init__", "read")),
    ("events", EventMaker, ("__init__", "make")),
)
EXAMPLES = Path(__file__).parents[1] / "examples"


class TimedParser(Parser):
    """A parser that adds up the CPU time spent in it."""

    spent = 0.0

    def tokens(self, sentence: str) -> SpacyDoc:
        """Cut as ever; it is a part of the parse, although it is done before the others."""
        begin = time.thread_time()
        found = super().tokens(sentence)
        self.spent += time.thread_time() - begin
        return found

    def parsed(self, sentences: Iterable[str | SpacyDoc]) -> Iterator[SpacyDoc]:
        """Parse as ever, with a look at the clock before and after each Doc."""
        source = iter(super().parsed(sentences))
        while True:
            begin = time.thread_time()
            found = next(source, None)
            self.spent += time.thread_time() - begin
            if found is None:
                return
            yield found

    def words(self, parsed: SpacyDoc, doc: Doc) -> list[Word]:
        """Look lemmas up as ever; without them it is no parse."""
        begin = time.thread_time()
        found = super().words(parsed, doc)
        self.spent += time.thread_time() - begin
        return found

    def release(self, parsed: list[SpacyDoc]) -> None:
        """Let go as ever; whoever parses must free what the parse made, whatever he does with it."""
        begin = time.thread_time()
        super().release(parsed)
        self.spent += time.thread_time() - begin


class Stopwatch:
    """The CPU time of each stage, without that of the stages which it calls."""

    def __init__(self) -> None:
        """Start at zero."""
        self.spent: dict[str, float] = {}
        self._open: list[float] = []

    def wrapped(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Give the function with the clock around it."""

        @functools.wraps(function)
        def timed(*args: Any, **names: Any) -> Any:  # noqa: ANN401 (whatever the function takes)
            begin = time.perf_counter()
            self._open.append(0.0)
            try:
                return function(*args, **names)
            finally:
                whole = time.perf_counter() - begin
                self.spent[stage] = self.spent.get(stage, 0.0) + whole - self._open.pop()
                if self._open:
                    self._open[-1] += whole

        return timed


def texts_of(path: Path) -> list[str]:
    """Read the texts of a JSONL file, or a text file as one text."""
    if path.suffix != ".jsonl":
        return [path.read_text("utf-8")]
    return [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines() if line.strip()]


def shares(coder: Coder, parser: TimedParser, texts: Sequence[str], batch: int) -> list[tuple[float, float]]:
    """Measure each batch: (milliseconds of parsing a text, milliseconds of everything else a text)."""
    found = []
    for start in range(0, len(texts), batch):
        group = texts[start : start + batch]
        parser.spent, begin = 0.0, time.thread_time()
        coder.code_batch([Story(text=text) for text in group])
        whole = time.thread_time() - begin
        found.append((1000 * parser.spent / len(group), 1000 * (whole - parser.spent) / len(group)))
    return found


def stages(coder: Coder, texts: Sequence[str]) -> dict[str, float]:
    """Measure the share of each stage in the coding, with clocks in every stage; they weigh on the small calls."""
    if not inspect.isfunction(FrameReader.at):
        return {}
    watch = Stopwatch()
    kept = [(of, name, getattr(of, name)) for _, of, names in STAGES for name in names]
    for stage, of, names in STAGES:
        for name in names:
            setattr(of, name, watch.wrapped(stage, getattr(of, name)))
    try:
        coder.code_batch([Story(text=text) for text in texts])
    finally:
        for of, name, function in kept:
            setattr(of, name, function)
    total = sum(watch.spent.values()) or 1.0
    return {stage: watch.spent.get(stage, 0.0) / total for stage, _, _ in STAGES}


def report(name: str, coder: Coder, parser: TimedParser, texts: Sequence[str], batch: int) -> None:
    """Print one set's line."""
    found = shares(coder, parser, texts, batch)
    parse, code = (statistics.median(column) for column in zip(*found, strict=True))
    share = statistics.median(b / a for a, b in found)
    parts = "  ".join(f"{stage} {part:.0%}" for stage, part in stages(coder, texts[:200]).items())
    print(f"{name:18} {len(texts):5} texts  parse {parse:6.2f} ms  code {code:6.2f} ms  share {share:.0%}   {parts}")


def profile(coder: Coder, texts: Sequence[str], lines: int) -> None:
    """Print the functions that coding spends most in, the language model's own left out."""
    with cProfile.Profile() as watch:
        coder.code_batch([Story(text=text) for text in texts])
    pstats.Stats(watch).sort_stats("tottime").print_stats(r"coder/|built-in|method", lines)
    pstats.Stats(watch).sort_stats("cumulative").print_stats(r"coder/\w+\.py", lines)


def main() -> None:
    """Measure every set."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--texts", type=int, default=600, help="how many texts of each set at most")
    options.add_argument("--batch", type=int, default=40, help="texts a batch")
    options.add_argument("--also", type=Path, nargs="*", default=[], help="JSONL files with a field 'text'")
    options.add_argument("--profile", action="store_true", help="profile the lexicon's examples instead")
    given = options.parse_args()
    coder = Coder.load()
    parser = TimedParser(coder.parser.nlp)
    coder.parser = parser
    every = max(1, len(coder.lexicon.examples) // given.texts)
    sets = {"lexicon": [e.text for e in coder.lexicon.examples][::every]}
    coder.code_batch([Story(text=text) for text in sets["lexicon"][:50]])  # warm
    settle()  # as the service and `cameo-coder code` do
    if given.profile:
        profile(coder, sets["lexicon"], 25)
        return
    sets["examples"] = [t for p in sorted(EXAMPLES.glob("*")) if p.suffix in {".txt", ".jsonl"} for t in texts_of(p)]
    sets |= {path.stem: texts_of(path) for path in given.also}
    for name, texts in sets.items():
        report(name, coder, parser, texts[: given.texts], min(given.batch, max(1, len(texts) // 5)))


if __name__ == "__main__":
    main()
