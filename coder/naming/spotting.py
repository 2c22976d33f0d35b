"""Dictionary names spotted in the words of a sentence alone: where each may stand, whatever the parse will say of it.

Looked up once: screening asks whether there are any, and the parsed sentence chooses among them.
"""

from collections.abc import Iterable

from coder.naming.dictionaries import NOTHING, ActorIndex
from coder.naming.dictionary_entries import ROLE_USES, Entry
from coder.naming.names import cut_for
from coder.naming.noun_classes import AGAINST_MARKS
from coder.syntax.forms import Form, Piece


class Spot:
    """The longest name that begins at a piece of a text, in pieces and in tokens, with its entries, best first."""

    __slots__ = ("at", "end", "entries", "shown", "start")

    def __init__(self, at: int, start: int, end: int, shown: list[Piece], entries: tuple[Entry, ...]) -> None:
        """Take the parts; `start` and `end` are tokens, half-open."""
        self.at = at
        self.start = start
        self.end = end
        self.shown = shown
        self.entries = entries


def spotted(words: Iterable[Form], index: ActorIndex) -> list[Spot]:
    """Give the names that may stand in a text, one for each piece that begins any, in text order; they may overlap."""
    begins = index.begins
    text: list[Piece] = []
    owners: list[int] = []
    openers: list[int] = []
    for i, word in enumerate(words):
        cut = word.cut
        if cut is None or cut.begins is not begins:
            cut = word.cut = cut_for(word.text, begins)
        for piece in cut.pieces:
            if cut.opens and (len(cut.pieces) == 1 or piece.key in begins):
                openers.append(len(text))
            text.append(piece)
            owners.append(i)
    reach = [NOTHING] * len(text)
    for at in openers:
        reach[at] = index.longest(text, at)
    spots = []
    for at in openers:
        length, entries = _uncut(text, at, reach, index) if reach[at][0] > 1 else reach[at]
        if not entries and at + 2 < len(text) and len(text[at + 1].key) == 1:
            length, entries = _without_initial(text, at, index)
        if entries:
            end = at + length
            spots.append(Spot(at, owners[at], owners[end - 1] + 1, text[at:end], entries))
    return spots


def _uncut(
    text: list[Piece], at: int, reach: list[tuple[int, tuple[Entry, ...]]], index: ActorIndex
) -> tuple[int, tuple[Entry, ...]]:
    """Find the longest name at a place that no longer one cuts: "President Xi" gives way in "President Xi Jinping".

    A land's name gives way to longer ones alone.
    Behind a prefix a group's name is without its people: "anti-Taliban fighters" are fighters.
    """
    length, entries = reach[at]
    if length > 1 and at and text[at - 1].key in AGAINST_MARKS and entries[0].sort == "group":
        return index.longest(text[: at + length - 1], at)
    least = length + bool(entries and entries[0].sort == "state")  # "South Sudanese army" is not the Sudanese army's
    named = bool(entries) and entries[0].use not in ROLE_USES
    for later in range(at + 1, at + length):
        if reach[later][0] >= least and not (named and _is_bodys_role(text, later, reach[later])):
            return index.longest(text[:later], at)
    return length, entries


def _is_bodys_role(text: list[Piece], at: int, found: tuple[int, tuple[Entry, ...]]) -> bool:
    """Whether a role only seems to begin with a name's last word: "African [Union leaders]" lead no trade union."""
    length, entries = found
    small = text[at + length - 1].shown[:1].islower()
    return bool(entries) and entries[0].use in ROLE_USES and text[at].shown[:1].isupper() and small


def _without_initial(text: list[Piece], at: int, index: ActorIndex) -> tuple[int, tuple[Entry, ...]]:
    """Find a person whose middle initial the dictionary leaves out: "Gerald R. Ford"."""
    if not text[at].shown[0].isupper():
        return 0, ()
    entries = index.under(f"{text[at].key} {text[at + 2].key}")
    people = tuple(entry for entry in entries if entry.sort == "person")
    return (3, people) if people else (0, ())
