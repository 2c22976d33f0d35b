"""The verbs and nouns that a corpus puts between two actors and no entry of the lexicon reads, as entries."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from coder.entries.operators import OperatorTable
from coder.entries.rules import Lexicon
from coder.frames import Frame
from coder.meaning.meanings import Meanings
from coder.parties.parties import Parties
from coder.parties.party_roles import NOUN_TARGET, VERB_TARGET
from coder.parties.speakers import Speakers
from coder.story.passages import Passage
from coder.syntax.clauses import is_verbal
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma

PLACEHOLDER: Final = "XXX"  # where the reader has to say the code
ROOM: Final = 200  # characters of a sentence that are worth showing
DOERS_OF_NOUNS: Final = ("by", "poss", "mod")
_COPULAS: Final = frozenset(("be", "have", "do", "become", "remain", "seem", "appear"))


@dataclass(frozen=True, slots=True)
class UnknownAct:
    """Words that say what one actor did to another, and that nothing in the lexicon reads."""

    kind: str  # verb or noun
    words: str  # the lemma, with its particle: "round up"
    role: str  # where the other actor stands: object, or a preposition
    count: int
    example: str  # the sentence in which it was first met
    parties: tuple[str, str]  # codes of the two actors there

    @property
    def entry(self) -> str:
        """A lexicon entry; XXX stands for the code, which the reader has to say."""
        said = " ".join(self.example.split())
        if len(said) > ROOM:
            said = said[:ROOM] + "…"
        source, target = self.parties
        return (
            f"{self.kind} {self.words}  # met {self.count} {'time' if self.count == 1 else 'times'}\n"
            f"  code {PLACEHOLDER}\n"
            f"  {self.role}: actor\n"
            f"  > {said} = {source} {PLACEHOLDER} {target}"
        )


@dataclass(frozen=True, slots=True)
class _Met:
    key: tuple[str, str, str]
    parties: tuple[str, str]


def unknown_acts(passages: Iterable[Passage], lexicon: Lexicon, table: OperatorTable, least: int) -> list[UnknownAct]:
    """Count what no entry reads in many sentences, the most frequent first, then by words.

    Args:
        passages: the sentences; they can be made on the fly, each is closed here.
        lexicon: in which to look.
        table: that of the operators.
        least: the least number of times that words must be met, from 1.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    first: dict[tuple[str, str, str], tuple[str, tuple[str, str]]] = {}
    for passage in passages:
        for met in _unread(passage, lexicon, table):
            counts[met.key] += 1
            first.setdefault(met.key, (passage.span.text, met.parties))
        passage.close()
    kept = sorted((key for key, count in counts.items() if count >= least), key=lambda key: (-counts[key], key))
    return [UnknownAct(*key, counts[key], *first[key]) for key in kept]


def _unread(passage: Passage, lexicon: Lexicon, table: OperatorTable) -> Iterator[_Met]:
    """Give the predicates of a sentence between two known actors which no entry fits."""
    parties = Parties(passage.doc, passage.resolver, passage.antecedents)
    meanings = Meanings(passage.frames, parties, Speakers(passage.frames, lexicon), lexicon, table)
    for token in passage.doc.tokens:
        frame = _predicate(token, passage, parties)
        found = _between(frame, parties) if frame is not None else None
        if frame is not None and found is not None and not meanings.matcher.matches(frame):
            role, source, target = found
            codes = (parties.mention(source).actor.code, parties.mention(target).actor.code)
            yield _Met((frame.kind, _words(passage.doc, frame), role), codes)
    meanings.close()


def _predicate(token: Token, passage: Passage, parties: Parties) -> Frame | None:
    if is_verbal(token):
        return None if lemma(token) in _COPULAS else passage.frames.at(token.i)
    if token.pos_ != "NOUN" or parties.known(token.i) or token.dep_ == "compound":
        return None
    frame = passage.frames.at(token.i)
    return frame if frame.kind == "noun" else None


def _between(frame: Frame, parties: Parties) -> tuple[str, int, int] | None:
    """Find who does it, and whom it meets in which role."""
    verb = frame.kind == "verb"
    doers = [i for role in (("agent",) if verb else DOERS_OF_NOUNS) for i in frame.roles.get(role, ())]
    sources = [i for i in doers if _acts(i, parties)]
    if not sources:
        return None
    for role in VERB_TARGET if verb else NOUN_TARGET:
        for index in parties.apart(frame.roles.get(role, ()), sources[:1]):
            if _acts(index, parties) and parties.mention(index).actor.code != parties.mention(sources[0]).actor.code:
                return role, sources[0], index
    return None


def _acts(index: int, parties: Parties) -> bool:
    return parties.known(index) and parties.mention(index).kind in ("actor", "pronoun")


def _words(doc: Doc, frame: Frame) -> str:
    particles = [child.lower_ for child in doc[frame.head].children if child.dep_ == "prt"]
    return " ".join((frame.lemma, *particles))
