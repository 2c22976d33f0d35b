"""Verbs of headlines that are nouns as well, "Chad [nabs] spy": the language model is shown a verb that it knows.

It has learnt from whole sentences, where hardly any verb stands in the present tense between two names, and takes such
a verb for a plural or for a part of a name. What a doer's name or role is followed by is told apart by the
lexicon here; the words of the text stay as they are.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc

from coder.entries.rules import Lexicon
from coder.naming.dictionary_entries import ROLE_USES
from coder.naming.spotting import Spot
from coder.syntax.forms import Form
from coder.syntax.words import normal

MOST_WORDS: Final = 18
# What the model is shown, by whether one or several do it: it looks at this form of a word above all.
_ONE: Final = "condemns"
_MANY: Final = "condemn"
# Verbs with two objects: "grants Laos a loan".
_GIVING: Final = frozenset("award grant lend loan".split())
_GIVES: Final = "gives"
_TALKS: Final = "negotiations"
# Behind these another clause may begin.
_BREAKS: Final = frozenset("; : as while — – -- but".split())
_WITHIN: Final = frozenset("'s ’s ' ’ -".split())
_JOINING: Final = frozenset({",", "and", "&"})
# What begins a phrase, and never goes on with one: behind a plural, it is the object of a verb.
_OPENING: Final = frozenset(
    """a an the its his her their no two three four five six seven eight nine ten dozen dozens hundreds thousands all
    more new""".split()
)
# Plurals that stand behind a name or a role as nouns too: verbs only before a phrase of its own.
_PLURALS: Final = frozenset(
    """abuses advances aides alarms allies answers appeals approaches arms arrests assaults attacks awards backers bans
    bases battles bids blasts blocks bombs borders boycotts branches breaches brushes calls camps captures cases
    challenges changes charges chiefs claims clashes comments concerns contacts contracts controls costs counts
    coups cracks crashes crimes curbs curfews cuts deals deaths debates delays delegates demands deposits deputies
    disputes doubts draws drills drives drops drug duties efforts elections envoys estimates exchanges exercises
    exiles exits exports fears fields fights figures films finds fires flags flights floods floors flows forces
    forecasts forms fronts funds gains gates goods grants groups guards guests guides halts heads hearings hints
    hits holds holidays honours hopes hosts imports inquiries interests issues jobs joints killings kills lands
    launches laws leads leaks leaves levels limits lines links lists loans looks losses makers marches markets
    masses matches measures members moves murders names needs notes numbers nurses objects offers officers offices
    orders pacts parts patrols peoples pilots places plans pledges plots points polls ports posts powers prices
    prisons probes profits progress projects promises protests questions raids rallies ranks rates reactions rebels
    records reforms refugees regrets relations reports requests reserves resorts results returns reviews riots rises
    roads rockets rows rules runs sales sanctions searches seats senses sentences services settlements shares shells
    ships shots shows sides signs sites slums speeches squads stands states steps stocks stores storms strikes
    studies subjects supplies supports swaps talks tanks targets taxes terms tests threats tides ties tolls tours
    towns trades trials trips troops trusts turns unions units updates uses views visits votes vows walls warns wars
    waters ways winds wings wishes witnesses words works worries wounds""".split()
)
# Operators whose verbs the model knows best: they stand before clauses.
_ASKING: Final = ("APPEAL", "DEMAND", "REPORT")
# Behind these a clause is what is said, and the model knows verbs before it.
_CLAUSE: Final = frozenset("to whether that it".split())
_DOING: Final = ("ing", "ed")  # "Accusing Chad, Sudan …"
_ENDINGS: Final = (("ies", "y"), ("es", ""), ("s", ""))
_SHORTEST: Final = 3
# What helps a verb, or is known to the model in any place.
_HELPING: Final = frozenset("be do get give have keep lend let make need set".split())
_NOT_BEHIND: Final = frozenset("in at with over for on after amid against to from into -".split())
_GROUPS: Final = frozenset({"police", "taliban"})


def shown_as_verbs(tokens: Doc, words: Sequence[Form], spots: Sequence[Spot], lexicon: Lexicon) -> None:
    """Mark the verbs of a headline, so that the language model knows them."""
    if not spots or not _SHORTEST <= len(words) <= MOST_WORDS:
        return
    named = {spot.start: spot for spot in spots}
    for start in _starts(words):
        doer = _Doer(words, named, start)
        verb, behind = doer.end, doer.end + 1
        if verb == start or behind >= len(words) or words[behind].lower in _CLAUSE:
            continue
        shown = _shown(words, verb, named, lexicon, several=doer.several)
        if shown:
            tokens[verb].norm_ = shown
            for at in range(behind + 1, len(words)):
                if words[at].text == "talks" and words[at - 1].text[:1].isupper():
                    tokens[at].norm_ = _TALKS  # "halts Sudan talks": Sudan does not talk


def _shown(words: Sequence[Form], verb: int, named: dict[int, Spot], lexicon: Lexicon, *, several: bool) -> str:
    """Give what a word is shown as if it is what somebody does; "" if not, or if the model knows it."""
    word = words[verb].text
    if not word.islower() or not word.isalpha():
        return ""
    base, shown = normal(word), ""
    if several and lexicon.knows("verb", base) and words[verb + 1].lower not in _NOT_BEHIND:
        shown = _MANY if not lexicon.knows("noun", base) or _opens(words, verb + 1, named) else ""
    if not shown:
        base = _base(word, lexicon)
        if not base or (word in _PLURALS and not _opens(words, verb + 1, named)):
            return ""
        shown = _GIVES if base in _GIVING else _ONE
    return "" if base in _HELPING or any(lexicon.operates(asking, base) for asking in _ASKING) else shown


class _Doer:
    """The names and roles that a clause begins with: where they end, and whether they are several."""

    def __init__(self, words: Sequence[Form], named: dict[int, Spot], start: int) -> None:
        """Look from a word on."""
        self.several = False
        self.end = start
        while self.end < len(words):
            spot, word = named.get(self.end), words[self.end]
            if spot is not None and spot.end > self.end:
                last = words[spot.end - 1].lower
                role = spot.entries[0].use in ROLE_USES
                self.several = self.several or (role and last.endswith("s")) or last in _GROUPS
                self.end = spot.end
            elif word.text in _JOINING and self.end > start and _is_name(words, self.end + 1, named):
                self.several = True
                self.end += 1
            elif word.text in _WITHIN and self.end > start:
                self.several = False
                self.end += 1
            elif word.text[:1].isupper() and not word.lower.endswith(_DOING):
                self.end += 1
            else:
                break


def _is_name(words: Sequence[Form], at: int, named: dict[int, Spot]) -> bool:
    return at in named or (at < len(words) and words[at].text[:1].isupper())


def _starts(words: Sequence[Form]) -> Iterator[int]:
    """Give where clauses may begin."""
    yield 0
    for i, word in enumerate(words):
        if word.lower in _BREAKS:
            yield i + 1


def _base(word: str, lexicon: Lexicon) -> str:
    """Give the verb whose third person a word is; "" if the lexicon has none."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss"):
            base = normal(word[: -len(ending)] + instead)
            if lexicon.knows("verb", base):
                return base
    return ""


def _opens(words: Sequence[Form], at: int, named: dict[int, Spot]) -> bool:
    """Tell whether a phrase begins at a word: a name, a number, a word that goes on with none."""
    word = words[at]
    return at in named or word.text[:1].isupper() or word.text[:1].isdigit() or word.lower in _OPENING
