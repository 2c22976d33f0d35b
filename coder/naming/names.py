"""How a name is cut into comparable pieces: the same for dictionaries and for text.

Hyphens, apostrophes, full stops in abbreviations and accents never tell two names apart ("al-Qa'ida" = "al Qaida",
"U.S." = "US"); other punctuation does. A piece keeps its capitals beside its key, because "US" is not "us".
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from coder.remembering import remember
from coder.syntax.forms import Cut, Piece

_APOSTROPHES: Final = {0x2019: "'", 0x2018: "'", 0x02BC: "'", 0x02BB: "'", 0x60: "'"}
_CUT: Final = re.compile(r"[-\u2010\u2011/_\s]+|([,;:!?()\[\]\"\u201c\u201d\u2013\u2014\u2026&+*%$|<>=])")
_STANDS_APART: Final = re.compile(r"[\u2013\u2014]|--+")
_DASHES: Final = frozenset("\u2013\u2014")
_PARTICLES: Final = frozenset(
    "al el ul ud ad as ash an ar at az bin ibn ben abu de del da dos di du la le les van von der den the of and".split()
)
_ACRONYM_LENGTH: Final = 5


_MOST: Final = 65_536  # words remembered
_KNOWN: Final[dict[str, tuple[Piece, ...]]] = {}


def pieces(text: str) -> tuple[Piece, ...]:
    """Cut a word, a token or a whole name into pieces, in order; a lone hyphen or apostrophe gives none.

    >>> [[p.key for p in pieces(text)] for text in ("al-Qa'ida", "U.S.-led", "Children's Fund")]
    [['al', 'qaida'], ['us', 'led'], ['children', 's', 'fund']]
    """
    found = _KNOWN.get(text)
    return remember(_KNOWN, text, _cut(text), _MOST) if found is None else found


def cut_for(word: str, begins: frozenset[str]) -> Cut:
    """Cut a word of a text for dictionaries whose names begin with these keys."""
    found = _cut(word)
    return Cut(found, begins, opens=any(piece.key in begins for piece in found))


def _cut(text: str) -> tuple[Piece, ...]:
    if text.isascii() and text.isalpha():
        return (Piece(text.lower(), text),)
    if text.isascii() and text.replace(" ", "").isalnum():
        return tuple(Piece(word.lower(), word) for word in text.split())
    if _STANDS_APART.fullmatch(text):
        return (Piece("--", "--"),)
    found: list[Piece] = []
    for raw in _CUT.split(_plain(text)):
        found += _word_pieces("--" if raw in _DASHES else raw) if raw else ()
    return tuple(found)


def _word_pieces(raw: str) -> list[Piece]:
    """Take the possessive off, and full stops and apostrophes out."""
    stem, tail = (raw[:-2], ["s"]) if raw.endswith(("'s", "'S")) else (raw, [])
    stem = stem.replace("'", "")
    bare = stem.replace(".", "") if any(c.isalnum() for c in stem) else stem
    return [Piece(word.lower(), word) for word in [bare, *tail] if word]


def _plain(text: str) -> str:
    """Straighten apostrophes and drop accents."""
    text = text.translate(_APOSTROPHES)
    if text.isascii():
        return text
    folded = unicodedata.normalize(
        "NFKD", text.replace("\u0131", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d")
    )
    return "".join(c for c in folded if not unicodedata.combining(c))


def key_of(name: str) -> str:
    """Give the key under which a name is filed: its pieces joined by blanks; the many of dictionaries are not kept."""
    return " ".join([piece.key for piece in _KNOWN.get(name) or _cut(name)])


def is_acronym(shown: str) -> bool:
    """Tell whether a piece must be in capitals to be itself: "UN", "IS", "MI6"."""
    return len(shown) <= _ACRONYM_LENGTH and shown.isupper()


def capitals_fit(name: Sequence[Piece], text: Sequence[Piece]) -> bool:
    """Tell whether the capitals of the text allow the name: proper names are capitalised, acronyms in capitals."""
    for i, mine in enumerate(name):
        if mine.shown != text[i].shown and not _piece_fits(mine.shown, text[i].shown):
            return False
    return True


def _piece_fits(mine: str, theirs: str) -> bool:
    if not mine[0].isupper():
        return True
    if is_acronym(mine):
        return theirs.isupper()
    return theirs[0].isupper() or mine.lower() in _PARTICLES


def looks_proper(text: Sequence[Piece]) -> bool:
    """Tell whether text could be a proper name, for dictionaries that are written in capitals throughout."""
    words = [
        piece.shown for piece in text if piece.shown[0].isalpha() and piece.key not in _PARTICLES and piece.key != "s"
    ]
    return bool(words) and words[0][0].isupper() and words[-1][0].isupper()
