"""Headlines In Title Case -> usual case, letter for letter as long, so that the parser knows verbs from names."""

import re
from typing import Final

from coder.entries.rules import Lexicon
from coder.syntax.grammar_words import DAYS
from coder.syntax.words import normal

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]*")
FEWEST_WORDS: Final = 4
FIRST_WORDS: Final = 12
SMALL: Final = frozenset(
    "from with over into after amid that than under against before during between near upon onto".split()
)
SHORT: Final = 3
ENDINGS: Final = (("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))


def usual_case(text: str, lexicon: Lexicon) -> str:
    """The text with the lexicon's words in lower case when it is set like a headline; unchanged otherwise."""
    for piece in text.split(" ", FIRST_WORDS)[:-1]:
        if piece.islower() and piece.isascii() and piece.isalpha() and _is_long(piece):
            return text  # as nearly every sentence tells with its first words
    words = []
    for word in _WORD.finditer(text):
        letters = word[0]
        if letters[0].islower() and _is_long(letters):
            return text
        words.append(word)
    if len(words) < FEWEST_WORDS or not any(_is_long(word[0]) for word in words):
        return text
    changed = list(text)
    for number, word in enumerate(words):
        if word[0].istitle() and _is_common(word[0].lower(), lexicon, first=number == 0):
            changed[word.start()] = changed[word.start()].lower()
    return "".join(changed)


def _is_long(word: str) -> bool:
    return len(word) > SHORT and word not in SMALL


def _is_common(word: str, lexicon: Lexicon, *, first: bool) -> bool:
    """Whether a word is one of the lexicon's own, in any of its regular forms; the first keeps its capital."""
    if first or word in DAYS:
        return False
    forms = {
        word,
        *(word[: -len(end)] + base for end, base in ENDINGS if word.endswith(end) and len(word) > len(end) + 1),
    }
    doubled = {form[:-1] for form in forms if len(form) > SHORT and form[-1] == form[-2]}
    return any(normal(form) in lexicon.vocabulary for form in forms | doubled)
