"""Words that a headline leaves out, and that a parser trained on sentences needs: "Chad [is] ready for talks".

Only a story of one line that ends without a full stop is taken for a headline. What is put in stands nowhere in the
text as it was sent, so that no span of it shows.
"""

import re
from collections.abc import Iterator
from typing import Final

FEWEST_WORDS: Final = 4
MOST_WORDS: Final = 16
ENDS: Final = (".", "!", "?", '"', "'", "”", "’", "…", ":", ";", ",")
_STATES: Final = """ready willing unwilling prepared keen eager reluctant set due open silent mum upbeat optimistic
    hopeful gloomy pessimistic sceptical skeptical wary critical furious angry grateful confident
    poised unable likely unlikely bent adamant determined concerned worried""".split()
_VERBS: Final = """is are was were be been has have had will would may might can could must should say says said seem
    seems remain remains get gets""".split()
_LINKS: Final = "who that which as if when to and in at of".split()
# What one is or is not: a headline says so without "is", before a phrase or an infinitive.
_STATE: Final = re.compile(
    rf" (?:(?:{'|'.join(_STATES)}) (?:to|for|on|over|about|of|at|with|that|by)"
    r"|on (?:\w+ )?(?:alert|strike)|in talks|under (?:attack|siege|fire|pressure|curfew)|at (?:war|odds)|behind \w+)\b"
)
_TOLD: Final = re.compile(rf" (?:{'|'.join(_VERBS + _LINKS)})\b")
_PLURAL: Final = re.compile(r"(?:[^s]s|police|troops|men|people)$")
# "Russia insists Japan return islands": what one insists on is a clause.
_INSISTING: Final = re.compile(
    r"\b(?:insists?|insisted|suggests?|suggested|recommends?|proposes?)(?= [A-Z][\w’'-]+ [a-z]+ [\w$])"
)
# "Chad, Sudan sign pact", "Russian, Indian paratroopers train together"
_NAME: Final = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?"
_PAIR: Final = re.compile(rf"{_NAME}(,) {_NAME}(?= [a-z])")

Edit = tuple[int, int, str]  # from where to where, and what stands there instead; code points


def left_out(text: str) -> list[Edit]:
    """Give what is to be put into a headline, in the order of the text; [] for any other text."""
    if text.endswith(ENDS) or "\n" in text or not FEWEST_WORDS <= text.count(" ") + 1 <= MOST_WORDS:
        return []
    return list(_edits(text))


def _edits(text: str) -> Iterator[Edit]:
    pair = _PAIR.match(text)
    if pair is not None:
        yield (pair.start(1), pair.end(1), " and")
    state = _STATE.search(text)
    if state is not None and not _TOLD.search(text[: state.start()]):
        doer = text[: state.start()]
        yield (state.start(), state.start(), " are" if _PLURAL.search(doer) or pair is not None else " is")
        return
    insisting = _INSISTING.search(text)
    if insisting is not None:
        yield (insisting.end(), insisting.end(), " that")
