"""Words that a headline leaves out, and that a parser trained on sentences needs: "Chad [is] ready for talks".

Only a story of one line that ends without a full stop is taken for a headline. What is put in stands nowhere in the
text as it was sent, so that no span of it shows.
"""

import re
from collections.abc import Iterator
from typing import Final

from coder.texts.sentences import CREDIT

FEWEST_WORDS: Final = 4
MOST_WORDS: Final = 16
STOPS: Final = (".", "!", "?", "…")
ENDS: Final = (*STOPS, "'", '"', "”", "’", ":", ";", ",")
_STATES: Final = """ready willing unwilling prepared keen eager reluctant set due open silent mum upbeat optimistic
    hopeful gloomy pessimistic sceptical skeptical wary critical furious angry grateful confident
    poised unable likely unlikely bent adamant determined concerned worried""".split()
_VERBS: Final = """is are was were be been has have had will would may might can could must should say says said seem
    seems remain remains get gets put puts place places keep keeps go goes""".split()
_LINKS: Final = "who that which as if when to and in at of".split()
# What one is or is not: a headline says so without "is", before a phrase or an infinitive.
_STATE: Final = re.compile(
    rf" (?:(?:{'|'.join(_STATES)}) (?:to|for|on|over|about|of|at|with|that|by)"
    r"|on (?:\w+ )?(?:alert|strike)|in talks|under (?:attack|siege|fire|pressure|curfew)|at (?:war|odds)|to blame"
    r"|behind \w+)\b"
)
# Who is somewhere on business: "Sudan president in Chad for talks".
_VISITING: Final = re.compile(
    r"(?:[A-Z][\w’'-]* ){1,3}(?:president|premier|minister|leader|chief|envoy|king|PM|FM|delegation)"
    r"( )in [A-Z][\w’'-]+ (?:for (?:\w+ )?(?:talks|visit|summit)|on (?:\w+ )?visit)\b"
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

# Who said it, behind a colon or a dash at the end: "Sudan shelled village: Chadian minister".
_ROLES: Final = """minister president premier chancellor king envoy ambassador spokesman spokeswoman general commander
    governor mayor senator lawmaker lawmakers lawyer lawyers official officials police army military government
    ministry opposition rebels union unions group groups activists residents villagers witnesses medics doctors
    diplomat diplomats sources source aide aides chief leader PM FM""".split()
_SAYING: Final = re.compile(
    r"(?<=\w)(?:: | (?:--|—|–|-) )"
    r"((?:(?:[A-Z][\w.’'-]*|foreign|defence|prime|rights|rebel|army|opposition|top|ex) ){0,3}"
    rf"(?:{'|'.join(_ROLES)}|[A-Z][\w’'-]+))\.?$"
)
# Words of somebody's that a headline takes over: "Chad 'bombed Sudan village'".
_TAKEN_OVER: Final = re.compile(r"(?<= )['‘](\w[^'’‘\n]{2,40})['’](?=$| )")

Edit = tuple[int, int, str]  # from where to where, and what stands there instead; code points


def left_out(text: str) -> list[Edit]:
    """Give what is to be put into a headline, in the order of the text; [] for any other text."""
    if "\n" in text or not FEWEST_WORDS <= text.count(" ") + 1 <= MOST_WORDS:
        return []
    said = list(_said(text))
    if ("'" in text or "‘" in text) and not text.endswith(STOPS):
        quoted = [(at, at + 1, "") for mark in _TAKEN_OVER.finditer(text) for at in (mark.start(), mark.end() - 1)]
        if quoted:
            return sorted([*quoted, *said])
    return said if text.endswith(ENDS) else [*_edits(text[: said[0][0]] if said else text), *said]


def _said(text: str) -> Iterator[Edit]:
    """Tell who said it as sentences do: "Sudan shelled village: minister" is "…, says minister"."""
    saying = _SAYING.search(text) if ":" in text or " -" in text or "–" in text or "—" in text else None
    if saying is not None and not CREDIT.search(text):
        yield (saying.start(), saying.start(1), ", says ")


def _edits(text: str) -> Iterator[Edit]:
    pair = _PAIR.match(text)
    if pair is not None:
        yield (pair.start(1), pair.end(1), " and")
    state = _STATE.search(text)
    if state is not None and not _TOLD.search(text[: state.start()]):
        doer = text[: state.start()]
        yield (state.start(), state.start(), " are" if _PLURAL.search(doer) or pair is not None else " is")
        return
    visiting = _VISITING.match(text)
    if visiting is not None:
        yield (visiting.start(1), visiting.start(1), " is")
    insisting = _INSISTING.search(text)
    if insisting is not None:
        yield (insisting.end(), insisting.end(), " that")
