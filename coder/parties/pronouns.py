"""Pronouns that the same sentence resolves: "Russia said it …", "“We …”, said the minister"."""

from typing import Final

from coder.framing.frame_reader import FrameReader
from coder.parties.pronoun_agreement import FIRST, PLURAL, POSSESSIVE, THIRD, agrees, clause_above, is_of_number
from coder.parties.pronoun_cases import (
    addressee,
    alleged,
    announcer,
    answering,
    befallen_thing,
    dealt_with,
    helped,
    other_party,
    other_person,
    punished,
    thanked,
    told_of,
)
from coder.syntax.clauses import is_verbal
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma

AHEAD: Final = 25  # tokens that a possessive may stand before the noun it means
REFLEXIVE: Final = frozenset("himself herself itself themselves".split())
TEXTS: Final = frozenset(
    "statement communique communiqué document letter message post text declaration release".split()
)
# What is held, led or run by somebody, and is never "he".
THINGS_HELD: Final = frozenset(
    """area army bank base bridge building campaign capital city club coalition company country court district factory
    faction firm force government group highway hotel house island junta land law market militia mine ministry movement
    newspaper office operation paper party plan port programme project province rebellion regime region republic road
    school ship station territory town treaty tribe troop union valley village war""".split()
)
# Who tells what befell others: "witnesses said they had been seized".
NARRATORS: Final = frozenset(
    """witness eyewitness bystander onlooker official police source spokesman spokeswoman doctor hospital newspaper
    report agency media diplomat""".split()
)
BEFALLEN: Final = frozenset(
    """abduct arrest capture charge detain execute free hang jail kidnap kill murder release rescue seize sentence
    shoot""".split()
)
SPEAKING: Final = frozenset(
    """say tell add announce state note warn declare insist claim report write tweet explain stress argue believe
    ask urge call comment conclude reiterate emphasize emphasise underline remark recall reply respond vow pledge
    promise admit deny acknowledge confirm assert maintain allege suggest hope express continue describe""".split()
)


class Antecedents:
    """Finds, within one Doc, the noun a pronoun stands for; -1 where it cannot be known."""

    def __init__(self, doc: Doc, frames: FrameReader) -> None:
        """Take a Doc and its frames."""
        self.doc = doc
        self.frames = frames
        self._found: list[int | None] = [None] * len(doc)

    def of(self, index: int) -> int:
        """The head token that the pronoun stands for; the token itself when it is no pronoun; -1 when open."""
        found = self._found[index]
        if found is None:
            found = self._found[index] = self._find(index)
        return found

    def _find(self, index: int) -> int:
        token = self.doc[index]
        word = token.lower_
        if token.pos_ not in ("PRON", "DET") or (word not in FIRST and word not in THIRD):
            return index
        found = self._speaker(token) if word in FIRST else self._nearest_subject(token)
        return found.i if found is not None else -1

    def _speaker(self, token: Token) -> Token | None:
        """Whose words these are: the subject of the verb of saying above the clause, or beside it."""
        climb = token
        while climb.head.i != climb.i:
            if climb.dep_ in ("ccomp", "parataxis", "dep") and is_verbal(climb.head) and lemma(climb.head) in SPEAKING:
                return self._noun(self.frames.subjects(climb.head), token)
            climb = climb.head
        for child in climb.children:  # "We …," she says: the parser may hang the saying below the said
            if (
                child.dep_ in ("parataxis", "ccomp")
                and is_verbal(child)
                and lemma(child) in SPEAKING
                and not _contains(child, token)
            ):
                return self._noun(self.frames.subjects(child), token)
        return None

    def _nearest_subject(self, token: Token) -> Token | None:
        """The subject of the clause around: of the same clause for a possessive, of a governing one else."""
        above = clause_above(token)
        if above is not None:
            meant = (
                announcer(above, token, self.frames)
                or addressee(above, token)
                or dealt_with(above, token)
                or helped(above, token)
                or answering(above, token)
                or punished(above, token)
                or alleged(above, token)
                or thanked(above, token)
                or told_of(above, token)
            )
            if meant is not None:
                return meant
        if above is not None and (befallen := befallen_thing(above, token)):
            return befallen
        if above is not None and token.dep_ in ("nsubj", "nsubjpass"):
            before = self._clause_before(above, token)
            if before is not None:
                return before
            above = clause_above(above)
        beside = self._beside(token)
        while above is not None:
            found = self._subject_of(above, token)
            if found is not None and found.i not in beside:
                return None if self._is_told(found, token) else found
            above = clause_above(above)
        if beside and token.lower_ in ("him", "her"):
            return other_person(token, beside)
        return other_party(token) if beside and token.lower_ in ("it", "them") else None

    def _is_told(self, teller: Token, token: Token) -> bool:
        """Whether somebody only tells what befell those meant: "witnesses said [they] had been seized"."""
        if token.lower_ not in PLURAL or lemma(teller) not in NARRATORS or lemma(teller.head) not in SPEAKING:
            return False
        told = [c for c in teller.head.children if c.dep_ == "ccomp" and lemma(c) in BEFALLEN]
        return any(c.dep_ == "nsubjpass" and c.lower_ == "they" for verb in told for c in verb.children)

    def _beside(self, token: Token) -> set[int]:
        """The subjects of an object's own verb: "police fired at them" is not about themselves."""
        verb = clause_above(token)
        if verb is None or token.dep_ not in ("dobj", "pobj", "iobj", "dative") or token.lower_ in REFLEXIVE:
            return set()
        return {s.i for s in self.frames.subjects(verb)}

    def _subject_of(self, verb: Token, token: Token) -> Token | None:
        """The subject of a clause for a pronoun below it, of a clause before it, behind it for "In his speech, …"."""
        subject = self._by_whom(verb, token) or self._noun(self.frames.subjects(verb), token)
        own = verb.dep_ == "relcl" and subject is not None and verb.head.i == subject.i  # "Iran, which said [it] would"
        stands = subject is not None and (own or not _contains(subject, token))
        if subject is not None and stands and subject.i < token.i:
            return subject
        before = self._clause_before(verb, token)
        if before is not None:
            return before
        ahead = subject is not None and stands and token.lower_ in POSSESSIVE and token.i < subject.i <= token.i + AHEAD
        return subject if ahead else None

    def _by_whom(self, verb: Token, token: Token) -> Token | None:
        """The person by whom a thing has been dealt with: "the road has been held by Dostum since [he] rebelled"."""
        if token.lower_ not in ("he", "she") or not any(c.dep_ == "nsubjpass" for c in verb.children):
            return None
        things = [c for c in verb.children if c.dep_ == "nsubjpass" and c.tag_ in ("NN", "NNS")]
        by = [p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
        named = len(by) == 1 and by[0].tag_ == "NNP" and not by[0].is_upper and by[0].i < token.i
        titled = bool(things) and any(c.tag_ == "NNP" for c in things[0].children)
        return by[0] if named and things and not titled and lemma(things[0]) in THINGS_HELD else None

    def _clause_before(self, verb: Token, token: Token) -> Token | None:
        """The subject of a clause that leads up to the pronoun's: "After rebels attacked, they …"."""
        for child in verb.children:
            if child.dep_ == "advcl" and child.i < token.i and not _contains(child, token):
                return self._noun([s for s in self.frames.subjects(child) if s.i < token.i and s.pos_ != "PRON"], token)
        return None

    def _noun(self, subjects: list[Token], pronoun: Token) -> Token | None:
        if pronoun.lower_ in FIRST and len(subjects) == 1 and _is_nobodys(subjects[0]):
            return None  # "“we urge both sides”, the statement said"
        for subject in subjects:
            if subject.pos_ != "PRON" and agrees(subject, pronoun, len(subjects)):
                return subject
        for subject in subjects:
            if subject.i != pronoun.i and subject.lower_ in THIRD and is_of_number(subject, pronoun):
                index = self.of(subject.i)
                return self.doc[index] if index >= 0 else None
        return None


def _contains(token: Token, other: Token) -> bool:
    return token.i == other.i or any(a.i == token.i for a in other.ancestors)


def _is_nobodys(subject: Token) -> bool:
    """Whether it is a text of which the sentence does not say who wrote it."""
    if lemma(subject) not in TEXTS:
        return False
    return not any(c.dep_ in ("poss", "compound", "amod", "nmod", "prep", "acl", "relcl") for c in subject.children)
