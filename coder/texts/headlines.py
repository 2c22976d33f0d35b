"""Headlines In Title Case -> usual case, letter for letter as long, so that the parser knows verbs from names."""

import re
from typing import Final

from coder.entries.rules import Lexicon
from coder.naming.dictionaries import ActorIndex
from coder.naming.dictionary_entries import ROLE_USES
from coder.naming.spotting import Spot, spotted
from coder.syntax.forms import Form
from coder.syntax.grammar_words import DAYS
from coder.syntax.words import normal

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]*")
FEWEST_WORDS: Final = 3
FIRST_WORDS: Final = 12
SMALL: Final = frozenset(
    "from with over into after amid that than under against before during between near upon onto".split()
)
SHORT: Final = 3
# Short words that such headlines leave small; of others, verbs above all, a small one tells a sentence: "Kim met Park".
LEFT_SMALL: Final = frozenset(
    """a an the of in on at to by for and or nor but as vs v via per off up out so yet if is are be no not its his her
    re de da di du la le el al ul bin ibn von van der den des dos e en et y ii iii""".split()
)
# Words of grammar that begin with a capital too, and that no entry of the lexicon need have.
GRAMMAR: Final = frozenset(
    """that who whom whose which when where while what how why this these those its his her their our your some many
    most both each every more less such other others former new dozens hundreds thousands scores may will would should
    could must might""".split()
)
DATED: Final = frozenset("in on of since last next this until by before after from".split())
NAMING: Final = frozenset({"state", "identity", "region"})  # sorts of names whose single words mean nothing else
ENDINGS: Final = (("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))


def usual_case(text: str, lexicon: Lexicon, actors: ActorIndex) -> str:
    """The text with the lexicon's words in lower case when it is set like a headline; unchanged otherwise.

    Names of the dictionaries keep their capitals: "World Bank", "Israeli".
    """
    if text.isupper():
        text = _uncapitalised(text, actors)
    for piece in text.split(" ", FIRST_WORDS)[:-1]:
        if _is_long(piece) and piece.islower() and piece.isascii() and piece.isalpha():
            return text  # as nearly every sentence tells with its first words
    words = []
    for word in _WORD.finditer(text):
        letters = word[0]
        if letters[0].islower() and (_is_long(letters) or letters.lower() not in SMALL | LEFT_SMALL):
            return text
        words.append(word)
    if len(words) < FEWEST_WORDS or not any(_is_long(word[0]) for word in words):
        return text
    changed = list(text)
    plain = [word[0] for word in words]
    named = _named(plain, actors)
    for number, word in enumerate(words):
        if number and number not in named and word[0].istitle() and _is_common(plain, number, lexicon):
            changed[word.start()] = changed[word.start()].lower()
    return "".join(changed)


def _uncapitalised(text: str, actors: ActorIndex) -> str:
    """Give a text in capitals with capitals at the beginning of its words alone; "UN" and "NATO" keep theirs."""
    return _WORD.sub(lambda word: word[0] if _is_acronym(word[0], actors) else _begun(word[0]), text)


def _is_acronym(word: str, actors: ActorIndex) -> bool:
    return len(word) == 1 or any(entry.name == word for entry in actors.under(word.lower()))


def _begun(word: str) -> str:
    small = word.lower()
    return small if small in LEFT_SMALL or small in SMALL else word[0] + small[1:]


def _named(words: list[str], actors: ActorIndex) -> set[int]:
    """Give the positions of words in names that are names whatever their case: of lands, or of several words."""
    names = spotted([Form(word) for word in words], actors)
    return {i for spot in names if _is_name(spot) for i in range(spot.start, spot.end)}


def _is_name(spot: Spot) -> bool:
    first = spot.entries[0]
    several = spot.end - spot.start > 1 and all(
        piece.shown[0].isupper() or len(piece.shown) <= SHORT for piece in spot.shown
    )
    return first.use not in ROLE_USES and (several or first.sort in NAMING)


def _is_long(word: str) -> bool:
    return len(word) > SHORT and word not in SMALL


def _is_common(words: list[str], number: int, lexicon: Lexicon) -> bool:
    """Whether a word is one of grammar, or of the lexicon's own in any of its regular forms; no day or month is."""
    word = words[number].lower()
    if word in DAYS:
        return word == "march" and number > 1 and words[number - 1].lower() not in DATED
    if word in GRAMMAR:
        return True
    forms = {
        word,
        *(word[: -len(end)] + base for end, base in ENDINGS if word.endswith(end) and len(word) > len(end) + 1),
    }
    doubled = {form[:-1] for form in forms if len(form) > SHORT and form[-1] == form[-2]}
    return any(normal(form) in lexicon.vocabulary for form in forms | doubled)
