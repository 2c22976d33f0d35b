"""Bare surnames: "Clinton", "President Clinton"."""

from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import base_of, joined, sectors_of
from coder.naming.dictionary_entries import Entry
from coder.naming.hits import Hit
from coder.naming.noun_classes import CALENDAR, SPOT_NOUNS, TITLES
from coder.naming.surnames import COMMON, by_surname
from coder.phrases.composition import Modifier
from coder.phrases.named_phrases import is_former
from coder.phrases.reading import Reading
from coder.syntax.words import lemma
from coder.types import Resolution

_GIVEN_NAME_SORTS: Final = frozenset({"identity", "city", "region", "person"})
_WHERE: Final = frozenset(("in", "near", "outside"))
_BEING: Final = frozenset("was is be been saw brought marked seemed became".split())  # months do that too
_OFFICES: Final = frozenset({"LEG", "JUD", "COP", "EDU", "HLH", "LAB"})  # whose titles tell bearers of a surname apart


def read_surname(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention | None:
    """Read "Clinton", "President Clinton": a bare surname, unless another country stands before it."""
    first = reading.name_start(head, start)
    while first < head and reading.doc[first].lower_.rstrip(".") in TITLES:
        first += 1  # "Mr Clinton"
    courteous = reading.doc[first - 1].lower_.rstrip(".") in TITLES if first else False  # "Mr Wilson" is known
    somebody = courteous or _does_something(reading, head)
    month = reading.doc[head].lower_ in CALENDAR
    common = reading.doc[head].text.islower() and reading.doc[start].tag_ == "DT"  # "combed the bush"
    if common or (month and not modifiers and not somebody):
        return None  # "the end of Ramadan" is not the vice president Ramadan's
    found = by_surname(reading.index, reading.hits, reading.text(first, head + 1), reading.on, short=month and somebody)
    before = reading.by_token.get(first - 1)
    if found is None or (before and before.entry.sort in _GIVEN_NAME_SORTS and reading.is_proper(first - 1)):
        return None  # "Christian Michel" is not the president Michel
    entry, named = found
    code = entry.code_on(reading.on)
    if before and not named and _is_anothers_title(before, entry):
        return None
    if any(m.hit.is_land and base_of(m.hit.code) != base_of(code) for m in modifiers):
        return None
    alone = not (named or before or modifiers)
    if alone and (_is_where(reading, head) or _is_some_other(reading, head, base_of(code), courteous=courteous)):
        return None
    if is_former(reading, start, head):
        code = joined(base_of(code), ["ELI"])
    how = Resolution.COREFERENCE if named else Resolution.DICTIONARY
    return Mention(
        start,
        head + 1,
        head,
        reading.actor(code, (start, head + 1), how, (entry.where,), entry.name),
        "actor",
        "person",
    )


def _does_something(reading: Reading, head: int) -> bool:
    """Tell whether a name that is a month too stands where only somebody can: "[Augusta] accused …", "May's plan"."""
    token = reading.doc[head]
    if token.dep_ == "poss":
        return token.head.tag_ in {"NN", "NNS"}
    return token.dep_ == "nsubj" and token.head.tag_ in {"VBD", "VBZ", "VBN"} and token.head.lower_ not in _BEING


def _is_where(reading: Reading, head: int) -> bool:
    """Tell whether a bare name is a place that bears it too: "shot dead in Guerrero", "the streets of Rosario"."""
    token = reading.doc[head]
    while token.dep_ == "conj":
        token = token.head  # "the villages of Nondin and Soro"
    tie = token.head
    if token.dep_ != "pobj":
        return False
    return tie.lower_ in _WHERE or (tie.lower_ == "of" and lemma(tie.head) in SPOT_NOUNS)


def _is_some_other(reading: Reading, head: int, country: str, *, courteous: bool) -> bool:
    """Tell whether a bare surname may well be another's: a common one, with no word of the known bearer's country.

    "Mr Wilson" is the known one, unless the text speaks of other lands only.
    """
    word = reading.doc[head].lower_
    unlikely = (word in COMMON and bool(reading.countries)) or (word in COMMON | CALENDAR and not courteous)
    return unlikely and country not in reading.countries


def _is_anothers_title(title: Hit, entry: Entry) -> bool:
    """Tell whether nobody of the name is known to have had such an office: "Senator Brown" is not the Chancellor."""
    offices = {sector for code in entry.codes for sector in sectors_of(code.code)}
    return title.is_role and bool(_OFFICES & set(title.sectors)) and not offices & set(title.sectors)
