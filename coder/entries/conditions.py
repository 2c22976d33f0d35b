"""The conditions of lexicon entries: roles, the tests asked of them, and what no line can mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from coder.syntax.words import normal

CLAUSES: Final = ("comp", "purpose")  # roles that are clauses: their tests ask for a form, or for the clause's verb
ALONE: Final = (*CLAUSES, "words")  # roles that no line can read together with others
OF_ACTORS: Final = frozenset({"actor", "person", "place", "sector", "state", "thing"})  # tests of whom a phrase means
_OF_CLAUSES: Final = frozenset({"any", "none", "act", "to", "ing", "that", "whether"})
_OF_NOUNS: Final = frozenset(
    {"actor", "state", "person", "place", "any", "none", "act", "thing", "name", "third", "several"}
)
CONDITION: Final = 2.0  # how much more specific a condition makes an entry
WORDS: Final = 1.5  # … one that only asks for a word of the phrase
_ACTOR_CODE: Final = re.compile(r"[A-Z]{3}")
_OF_PARTIES: Final = frozenset({"actor", "state", "any", "person", "sector", "name"})  # tests that somebody is named …
_NOT_PARTIES: Final = frozenset({"object", "words", "comp"})  # … unless asked of these


@dataclass(frozen=True, slots=True)
class Test:
    """One alternative of a condition, e.g. ``Test("class", "aid", negated=False)``."""

    kind: str  # lemma, class, act, or one of the named tests
    value: str
    negated: bool
    sign: str = field(init=False, repr=False, compare=False)  # what it looks for: "@aid", a word, a sector, "actor"

    def __post_init__(self) -> None:
        """Make the sign once."""
        object.__setattr__(self, "sign", f"@{self.value}" if self.kind == "class" else self.value or self.kind)


@dataclass(frozen=True, slots=True)
class Condition:
    """Roles, read together, and the tests of which one must hold.

    `words` are the words of which any will do, `whom` what an actor must be of which anything will do: a sector, or
    "actor", "state" …; `rest` are the other tests. Where a test reads an act, which leaves traces, all tests are in
    `rest`, so that they are tried in their order.
    """

    roles: tuple[str, ...]
    tests: tuple[Test, ...]
    role: str = field(init=False, repr=False, compare=False)  # the only one; "" where there are several
    words: frozenset[str] = field(init=False, repr=False, compare=False)
    whom: frozenset[str] = field(init=False, repr=False, compare=False)
    rest: tuple[Test, ...] = field(init=False, repr=False, compare=False)
    for_parties: bool = field(init=False, repr=False, compare=False)  # it only asks that a doer or target is named

    def __post_init__(self) -> None:
        """Tell the tests apart once: they are tried for every text."""
        plain = [] if self.reads_acts else [test for test in self.tests if not test.negated]
        lemmas = [test for test in plain if test.kind == "lemma"]
        actors = [test for test in plain if test.kind in OF_ACTORS]
        object.__setattr__(self, "role", self.roles[0] if len(self.roles) == 1 else "")
        object.__setattr__(self, "words", frozenset(test.value for test in lemmas))
        object.__setattr__(self, "whom", frozenset(test.sign for test in actors))
        object.__setattr__(self, "rest", tuple(t for t in self.tests if t not in lemmas and t not in actors))
        named = all(t.kind in _OF_PARTIES and not t.negated for t in self.tests)
        object.__setattr__(self, "for_parties", named and _NOT_PARTIES.isdisjoint(self.roles))

    @property
    def reads_acts(self) -> bool:
        """Whether a test asks what a phrase means as an act."""
        return any(test.kind == "act" for test in self.tests)

    @property
    def score(self) -> float:
        """How much more specific than others it makes an entry."""
        return WORDS if self.role == "words" else CONDITION

    @property
    def cost(self) -> int:
        """How late it is tried: words first, then actors, then clauses, what nearly always holds, and acts last."""
        if self.reads_acts:
            return 4
        if all(test.negated or test.kind == "none" for test in self.tests):
            return 3
        if self.role in ALONE:
            return 2
        return int(bool(self.whom))

    def take_in(self, classes: Mapping[str, frozenset[str]]) -> None:
        """Count the words of classes among `words`: for the lexicon, when it knows all classes."""
        if self.reads_acts:
            return
        named = [test for test in self.rest if test.kind == "class" and not test.negated and test.value in classes]
        sets = [words for words in (self.words, *(classes[test.value] for test in named)) if words]
        object.__setattr__(self, "words", sets[0] if len(sets) == 1 else frozenset().union(*sets))
        object.__setattr__(self, "rest", tuple(test for test in self.rest if test not in named))


def read_condition(roles: Sequence[str], tests: Sequence[str]) -> Condition:
    """Read the two sides of a line such as ``object, on: actor, !@loot``.

    Raises:
        ValueError: the line would hold never, or nearly always; the message says how to write what is meant.
    """
    alone = next((role for role in ALONE if role in roles), "")
    if alone and len(roles) > 1:
        msg = f"'{alone}' cannot be read together with other roles: give it a line of its own, or another entry"
        raise ValueError(msg)
    read = tuple(_test(text, alone) for text in tests)
    if len(read) > 1 and all(test.negated for test in read):
        first, second, *_ = tests
        msg = (
            f"the tests in a line are alternatives, so {first!r} or {second!r} nearly always holds: where none may "
            "hold, give each a line of its own, or put the words into a class and write '!@class'"
        )
        raise ValueError(msg)
    return Condition(tuple(roles), read)


def _test(text: str, alone: str) -> Test:
    """Read one test; a word that names a test which its role cannot answer is only a word."""
    negated = text.startswith("!")
    word = text[1:] if negated else text
    if word.startswith("@"):
        return Test("class", word[1:], negated)
    if word.startswith("act:"):
        return Test("act", word[4:], negated)
    if word in (_OF_CLAUSES if alone in CLAUSES else () if alone else _OF_NOUNS):
        return Test(word, "", negated)
    if _ACTOR_CODE.fullmatch(word):
        if alone:
            msg = f"{word} asks for an actor, and '{alone}' holds none: ask it of a role, as in 'object: {word}'"
            raise ValueError(msg)
        return Test("sector", word, negated)
    return Test("lemma", " ".join(normal(w) for w in word.split()), negated)


def check_class(name: str, items: Sequence[str]) -> None:
    """Refuse actor codes in a word class, which no word ever equals.

    Raises:
        ValueError: says how to write what is meant.
    """
    for item in items:
        if _ACTOR_CODE.fullmatch(item):
            msg = (
                f"{item} is an actor code, and @{name} holds words: ask for it beside the class, as in "
                f"'agent: @{name}, {item}', or write {item.lower()!r} where the word is meant"
            )
            raise ValueError(msg)
