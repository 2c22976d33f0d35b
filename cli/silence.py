"""What the coder knew of a text in which it found no event, for the person who expected one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from cli.corpus import passages
from cli.screen import out
from dataset.records import Record

if TYPE_CHECKING:
    from coder.pipeline import Coder
    from coder.story.passages import Passage


def show_silence(coder: "Coder", record: Record) -> None:
    """Say whom the text names, and which verbs and nouns between two of them no entry of the lexicon reads."""
    from coder.upkeep.unknown_acts import unknown_acts

    known: dict[str, None] = {}
    unknown: dict[str, None] = {}

    def watched() -> Iterator["Passage"]:
        for passage in passages(coder, [record]):
            for mention in passage.resolver.mentions():
                if mention.actor.code:
                    known[f"“{mention.actor.span.text}” {mention.actor.code}"] = None
                elif mention.kind == "actor":
                    unknown[f"“{mention.actor.span.text}”"] = None
            yield passage

    acts = [act.entry for act in unknown_acts(watched(), coder.lexicon, coder.table, 1)]
    out.print("No event in this text.")
    _say("actors with a code", ", ".join(known) or "none; without two sides hardly any act is an event")
    _say("names that no dictionary has", ", ".join(unknown))
    _say("between two actors, and no entry reads it", "\n".join(["", *acts]).rstrip())


def _say(what: str, words: str) -> None:
    if words:
        out.print(Text(f"{what}: {words}", "dim"), soft_wrap=True)
