"""`ConditionTests`: whether a condition of an entry holds in a frame."""

from collections.abc import Callable
from typing import Final

from coder.entries.conditions import OF_ACTORS, Condition, Test
from coder.entries.rules import Lexicon
from coder.frames import Frame
from coder.framing.frame_reader import FrameReader
from coder.meaning.presence import TOLD, Presence
from coder.parties.opened_roles import OpenedRoles
from coder.parties.parties import COUNTRY, Parties
from coder.syntax.clauses import Clause, Form, clause_form, is_verbal
from coder.syntax.grammar_words import FINITE
from coder.syntax.nominals import is_each_other
from coder.syntax.parsed import Token
from coder.syntax.words import heads, lemma, phrase_words

INDICATIVE: Final = frozenset(("VBZ", "VBD"))
GOVERNMENT: Final = ("GOV",)
RULERS: Final = frozenset({"government", "authorities", "regime", "administration", "junta"})
TOWNS: Final = ("city", "region", "state")
# What is done with somebody or something, behind which an infinitive says what for.
HANDING: Final = frozenset(
    """send dispatch despatch deploy fly rush ship airlift lend provide supply second assign give donate allocate
    release commit contribute""".split()
)
ActCodes = Callable[[int, Frame], tuple[str, ...]]


class ConditionTests:
    """Tries the conditions of entries in one Doc."""

    def __init__(
        self,
        frames: FrameReader,
        lexicon: Lexicon,
        parties: Parties,
        presence: Presence,
        opened: OpenedRoles,
        act_codes: ActCodes,
    ) -> None:
        """Take the Doc's readers; `act_codes` gives the codes of a token that is itself an action."""
        self.presence = presence
        self.doc = frames.doc
        self.frames = frames
        self.lexicon = lexicon
        self.parties = parties
        self.opened = opened
        self.act_codes = act_codes
        self._phrases: dict[int, set[str]] = {}
        self._qualities: list[tuple[str, ...] | None] = [None] * len(self.doc)

    def hold(self, condition: Condition, frame: Frame, roles: dict[str, list[int]], clauses: list[Clause]) -> bool:
        """Whether any test of a condition holds, with roles and clauses as the words of an entry leave them."""
        role = condition.role
        if role == "words":
            return self._phrase_holds(condition, frame)
        if role == "comp":
            return any(self._clause_test(test, frame, clauses) for test in condition.tests)
        if role == "purpose":
            return any(self._clause_test(test, frame, aims(frame, self.frames)) for test in condition.tests)
        return self._role_holds(condition, frame, self._tokens(condition, frame, roles))

    def _role_holds(self, condition: Condition, frame: Frame, tokens: list[int]) -> bool:
        if condition.words and self._worded(tokens, condition.words):
            return True
        if condition.whom and self._meant(tokens, condition.whom):
            return True
        for test in condition.rest:  # noqa: SIM110 (a generator would cost more than most tests)
            if self._role_test(test, tokens, frame) != test.negated:
                return True
        return False

    def _worded(self, tokens: list[int], wanted: frozenset[str]) -> bool:
        """Whether a phrase has one of these words."""
        for i in tokens:
            for word in phrase_words(self.doc[i]):  # few; to call a method of a set costs more than to look them up
                if word in wanted:
                    return True
        return False

    def _meant(self, tokens: list[int], wanted: frozenset[str]) -> bool:
        """Whether a phrase is, as an actor, one of these."""
        for i in tokens:
            for quality in self.qualities(i):
                if quality in wanted:
                    return True
        return False

    def _tokens(self, condition: Condition, frame: Frame, roles: dict[str, list[int]]) -> list[int]:
        """The phrases in the roles of a condition, those behind other phrases where a role is empty."""
        if condition.role:
            return roles.get(condition.role) or self.opened.of(roles, frame.kind).get(condition.role) or []
        opened: dict[str, list[int]] | None = None
        tokens: list[int] = []
        for role in condition.roles:
            held = roles.get(role)
            if not held:
                opened = opened if opened is not None else self.opened.of(roles, frame.kind)
                held = opened.get(role)
            if held:
                tokens.extend(held)
        return tokens

    def _phrase_holds(self, condition: Condition, frame: Frame) -> bool:
        for test in condition.rest:
            if test.negated and not self.presence.holds(test.sign):
                return True  # as nearly always: the whole sentence has no such word
        words = self._phrases.get(frame.head)
        if words is None:
            words = self._phrases[frame.head] = self._words(frame)
        return not condition.words.isdisjoint(words) or any(self._word_test(test, words) for test in condition.rest)

    def _word_test(self, test: Test, words: set[str]) -> bool:
        hit = test.value in words if test.kind == "lemma" else not self.lexicon.of_class(test.value).isdisjoint(words)
        return hit != test.negated

    def _words(self, frame: Frame) -> set[str]:
        """The words of the phrase: the head's subtree without clauses of their own and without coordinated verbs.

        Who does it and what it is done to belong to the phrase wherever they stand: "a bomb is said to have been laid".
        """
        head = self.doc[frame.head]
        found: set[str] = {TOLD} if _is_told(head) else set()
        stack = [head, *_apart(frame, head)]
        while stack:
            token = stack.pop()
            if token.pos_ == "PROPN" and token.lower_ in ("march", "may"):
                continue
            found.add(lemma(token))
            found.add(token.normal)
            if token.pos_ in ("NOUN", "PROPN"):
                found.update(phrase_words(token))
            stack.extend(
                c
                for c in token.children
                if c.dep_ not in ("ccomp", "advcl", "relcl", "parataxis") and not (c.dep_ == "conj" and is_verbal(c))
            )
        return found

    def _clause_test(self, test: Test, frame: Frame, among: list[Clause]) -> bool:
        clauses = [c for c in among if not c.adjunct]
        if test.kind == "any":
            hit = bool(clauses)
        elif test.kind == "none":
            hit = not clauses
        elif test.kind == "act":
            hit = any(code.startswith(test.value) for c in clauses for code in self.act_codes(c.verb, frame))
        elif test.kind == "lemma":
            hit = any(lemma(self.doc[c.verb]) == test.value for c in clauses)
        elif test.kind == "class":
            hit = any(lemma(self.doc[c.verb]) in self.lexicon.of_class(test.value) for c in clauses)
        else:
            hit = any(c.form == test.kind for c in clauses)
        return hit != test.negated

    def _role_test(self, test: Test, tokens: list[int], frame: Frame) -> bool:
        """Whether a role's tokens pass a test, its negation aside."""
        kind = test.kind
        if kind == "any":
            return bool(tokens)
        if kind == "none":
            return not tokens
        if kind == "several":
            return sum(1 + len(self.parties.mention(i).others) for i in tokens) > 1
        if kind in OF_ACTORS:
            for i in tokens:  # noqa: SIM110 (as above)
                if test.sign in self.qualities(i):
                    return True
            return False
        return any(self._token_test(kind, test.value, i, frame) for i in tokens)

    def _token_test(self, kind: str, value: str, index: int, frame: Frame) -> bool:
        if kind == "lemma":
            return value in phrase_words(self.doc[index])
        if kind == "class":
            words = self.lexicon.of_class(value)
            return any(word in words for word in phrase_words(self.doc[index]))
        if kind == "act":
            return any(code.startswith(value) for code in self.act_codes(index, frame))
        if kind == "name":
            return self.doc[index].pos_ == "PROPN"
        return self._third(index, frame)

    def qualities(self, index: int) -> tuple[str, ...]:
        """What a phrase is as an actor, as far as conditions ask: its sectors and country, "actor", "state" …."""
        found = self._qualities[index]
        if found is None:
            found = self._qualities[index] = tuple(self._read_qualities(index))
        return found

    def _read_qualities(self, index: int) -> list[str]:
        if is_each_other(self.doc[index]) and (doers := self._doers_above(self.doc[index])):
            return [q for i in doers for q in self.qualities(i)]
        mention = self.parties.mention(index)
        actor, kind, sort = mention.actor, mention.kind, mention.sort
        found = [*actor.sectors, actor.country, actor.code[:COUNTRY], "actor" if actor.code else "thing"]
        if kind == "pronoun":
            found += ("actor", "person")
        elif sort in ("person", "role", "identity") or self._person_name(index):
            found.append("person")
        itself = kind in ("actor", "pronoun") and actor.code == actor.country and len(actor.code) == COUNTRY
        if sort == "state" or itself:
            found.append("state")
        elif actor.sectors == GOVERNMENT and self.doc[index].lower_ in RULERS:
            found.append("state")  # what a land does its government does
        if kind == "place" or sort in TOWNS:
            found.append("place")
        return found

    def _doers_above(self, token: Token) -> list[int]:
        """Who does what a phrase is the object of: "the [army] and the rebels shelled each other"."""
        verb = next((a for a in token.ancestors if is_verbal(a)), None)
        return [] if verb is None else self.frames.at(verb.i).roles.get("agent", [])

    def _third(self, index: int, frame: Frame) -> bool:
        """Whether a place lies in the country of none of the parties: "met in Geneva"."""
        others = (i for role in ("agent", "object", "with", "between", "by", "poss") for i in frame.roles.get(role, ()))
        parties = {a.country for i in others for a in (self.parties.mention(i).actor, *self.parties.mention(i).others)}
        country = self.parties.mention(index).actor.country
        return bool(country) and country not in parties

    def _person_name(self, index: int) -> bool:
        token = heads(self.doc[index])[0]
        return token.pos_ == "PROPN" and token.ent_type_ in ("", "PERSON", "NORP") and token.text[:1].isupper()


def _apart(frame: Frame, head: Token) -> list[Token]:
    """The subject and object of a verb that stand outside its own phrase: before "and", "who", "is said to"."""
    if frame.kind != "verb":
        return []
    sides = [i for role in ("agent", "object") for i in frame.roles.get(role, ())]
    return [head.doc[i] for i in sides if not head.left_edge.i <= i <= head.right_edge.i]


def _is_told(verb: Token) -> bool:
    """Whether a verb's own form says that it is done: "raises", "is raising", "has raised", "…, raising"."""
    if verb.tag_ in ("VBN", "VBG") and any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.children):
        return True
    return verb.tag_ in INDICATIVE or (verb.tag_ == "VBG" and verb.dep_ == "advcl")


def aims(frame: Frame, frames: FrameReader) -> list[Clause]:
    """Infinitives that say what for, on the verb or on its object: "set up a panel to investigate …"."""
    for_it = ("adv", "") if frame.lemma in HANDING else ("adv",)  # the parser may take it for what is sent
    own = [Clause(c.form, c.verb) for c in frame.clauses if c.preposition in for_it and c.form is Form.TO]
    nouns = [i for i in frame.roles.get("object", ()) if frames.doc[i].pos_ == "NOUN"]
    of_nouns = [c for i in nouns for c in frames.at(i).clauses if c.form is Form.TO and not c.preposition]
    which = [c for i in nouns for c in frames.doc[i].children if c.dep_ == "relcl" and c.tag_ == "VB"]
    return own + of_nouns + [Clause(Form.TO, c.i) for c in which if clause_form(c) is Form.TO]
