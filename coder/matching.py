"""Which lexicon entry fits a frame: heads, further words, conditions; the most specific wins."""

from collections.abc import Callable
from dataclasses import dataclass, field

from coder.clauses import DAYS, Clause, Form, conjuncts, is_verbal
from coder.conditions import Condition, Test
from coder.frames import Frame, FrameReader
from coder.parsed import Doc, Token
from coder.parties import COUNTRY, Parties
from coder.presence import Presence
from coder.rules import Entry, Lexicon
from coder.words import head_forms, heads, lemma, phrase_words

DATE_WORDS = DAYS | frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec year month week day morning evening night eve weekend".split()
)
ASIDE = ("advcl", "relcl", "punct")
PASSED = ("prep", "dobj", "acomp", "attr", "advmod", "prt", "xcomp", "oprd", "pobj", "nsubjpass", "dative", "agent")
OPENED: dict[str, frozenset[str]] = {  # roles whose phrases are looked into, and for which prepositions: none, for all
    **dict.fromkeys(("object", "agent"), frozenset[str]()),
    **dict.fromkeys(("on", "in", "about", "over"), frozenset({"with", "against", "between"})),
    "by": frozenset({"of", "on", "against", "into", "to"}),  # "the invasion by [Serbia of Kosovo]"
}
OPENED_OF_NOUNS = {  # "a cut in [aid to Rwanda]", "the handover of [two suspects to Peru]"
    **OPENED,
    "of": frozenset({"to", "from", "against", "on", "for"}),
    "in": frozenset({"with", "against", "between", "to", "by"}),
}
PARTICLES = frozenset({"away", "back", "down", "off", "out", "over", "up"})
ActCodes = Callable[[int, Frame], tuple[str, ...]]


@dataclass(slots=True)
class Match:
    """An entry that fits, with the roles as the entry sees them and the tokens that its words took."""

    entry: Entry
    roles: dict[str, list[int]]
    places: dict[str, list[int]] = field(default_factory=dict)  # roles, and what hangs on the nouns in them
    words: list[int] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    held: list[int] = field(default_factory=list)  # tokens that a condition asked about
    score: float = 0.0


class Matcher:
    """Tries the entries of a frame's head word, best first."""

    def __init__(self, doc: Doc, frames: FrameReader, lexicon: Lexicon, parties: Parties, act_codes: ActCodes) -> None:
        """Take the Doc's readers; `act_codes` gives the codes of a token that is itself an action."""
        self.doc = doc
        self.frames = frames
        self.lexicon = lexicon
        self.parties = parties
        self.act_codes = act_codes
        self.presence = Presence(doc, lexicon)
        self._places: dict[int, tuple[dict[str, list[int]], dict[str, list[int]]]] = {}
        self._phrases: dict[int, set[str]] = {}

    def matches(self, frame: Frame) -> list[Match]:
        """All entries that fit, most specific first; the order of the files decides between equals."""
        found = []
        for form in head_forms(self.doc[frame.head]):
            for candidate in self.presence.possible(self.lexicon.candidates(frame.kind, form)):
                match = self._try(frame, candidate.words, candidate.entry)
                if match is not None:
                    match.score += 1.0 if form != frame.lemma else 0.0
                    found.append(match)
        return sorted(found, key=lambda m: (-m.score, m.entry.order))

    def _try(self, frame: Frame, words: tuple[str, ...], entry: Entry) -> Match | None:
        if entry.negated and not frame.status.negated:
            return None
        match = Match(entry, frame.roles, words=[frame.head], clauses=frame.clauses, score=2.0 * entry.negated)
        if len(words) > 1:
            taken = self._take(frame, words[1:])
            if taken is None:
                return None
            match.words.extend(taken)
            match.roles = self._lift(frame, taken)
            match.clauses = [
                *frame.clauses,
                *(c for i in taken if self.doc[i].pos_ in ("ADJ", "NOUN") for c in self.frames.at(i).clauses),
            ]
        for condition in entry.conditions:
            if self._holds(condition, frame, match):
                match.held.extend([t for role in condition.roles for t in match.roles.get(role, ())])
                match.score += 2.0 if condition.roles != ("words",) else 1.5
            elif not (frame.carried and _asks_for_parties(condition)):
                return None
        match.places = self._opened(match.roles, frame.kind)
        match.score += 2.5 * (len(words) - 1)
        return match

    # --- phrases of several words ----------------------------------------------------------------------------------

    def _take(self, frame: Frame, words: tuple[str, ...]) -> list[int] | None:
        """The tokens of the further words, each below the head or below one already taken."""
        pool = [self.doc[frame.head], *(self.doc[i] for i in frame.roles.get("object", ()) if frame.kind == "verb")]
        taken: list[int] = []
        for word in words:
            token = self._below(pool, word, taken)
            if token is None:
                return None
            taken.append(token.i)
            pool.append(token)
        return taken

    def _below(self, pool: list[Token], word: str, taken: list[int]) -> Token | None:
        """The token of a further word: a child of one taken before; else one level deeper, or a passive's subject."""
        for parent in pool:
            for child in parent.children:
                if child.dep_ != "nsubj" and self._fits(child, word, taken) and not _of_time(child):
                    return child
            if parent.dep_ in ("acomp", "prep") and self._fits(parent.head, word, taken):
                return parent.head
        for parent in pool[1:]:
            if self._fits(parent, word, taken):
                return parent
        passed = (*PASSED, "advcl") if word == "for" else PASSED  # "called on Friday for Spain to act"
        deeper = (g for p in pool for c in p.children if c.dep_ in passed for g in (c, *c.children))
        return next((t for t in deeper if self._fits(t, word, taken) and not _on_a_day(t)), None)

    def _fits(self, token: Token, word: str, taken: list[int]) -> bool:
        return token.i not in taken and token.dep_ not in ASIDE and self._is(token, word)

    def _is(self, token: Token, word: str) -> bool:
        return word in (lemma(token), token.normal)

    def _lift(self, frame: Frame, taken: list[int]) -> dict[str, list[int]]:
        """Roles without the words taken; what hangs on a noun that was taken becomes a role of the whole phrase."""
        roles = {role: [t for t in tokens if t not in taken] for role, tokens in frame.roles.items()}
        for index in taken:
            token = self.doc[index]
            if token.dep_ == "prep" and token.lower_ in PARTICLES and frame.kind == "verb" and "object" not in roles:
                roles["object"] = roles.pop(token.lower_, [])  # "hands over vehicles", read as "over which vehicles"
            if token.pos_ not in ("NOUN", "PROPN", "ADJ", "ADV", "VERB"):
                continue
            for child in token.children:
                if child.dep_ == "prep":
                    for pobj in child.children:
                        if pobj.dep_ == "pobj":
                            have = roles.setdefault(child.normal, [])
                            have.extend(x.i for x in conjuncts(pobj) if x.i not in have and x.i not in taken)
                elif child.dep_ in ("poss", "dobj") and child.i not in taken:
                    roles.setdefault("poss" if child.dep_ == "poss" else "object", []).extend(
                        x.i for x in conjuncts(child)
                    )
        return {role: tokens for role, tokens in roles.items() if tokens}

    def _opened(self, roles: dict[str, list[int]], kind: str) -> dict[str, list[int]]:
        """What `_open` gives, kept, because most entries of a frame see the same roles."""
        held = self._places.get(id(roles))
        if held is None or held[0] is not roles:
            held = self._places[id(roles)] = (roles, self._open(roles, OPENED_OF_NOUNS if kind == "noun" else OPENED))
        return held[1]

    def _open(self, roles: dict[str, list[int]], table: dict[str, frozenset[str]]) -> dict[str, list[int]]:
        """The roles, and behind them the phrases inside an object or doer that is no actor: "cut ties with France"."""
        opened = {role: list(tokens) for role, tokens in roles.items()}
        for role, wanted in table.items():
            for token in roles.get(role, ()):
                if role in ("agent", "of") and self.parties.known(token):
                    continue
                for prep in (c for noun in heads(self.doc[token]) for c in noun.children if c.dep_ == "prep"):
                    if wanted and prep.lower_ not in wanted:
                        continue
                    if role == "by" and prep.lower_ == "of" and self.parties.mention(token).sort != "state":
                        continue
                    pobjs = [x.i for p in prep.children if p.dep_ == "pobj" for x in conjuncts(p)]
                    have = opened.setdefault(prep.normal, [])
                    have.extend(i for i in pobjs if i not in have)
        return opened

    # --- conditions ------------------------------------------------------------------------------------------------

    def _holds(self, condition: Condition, frame: Frame, match: Match) -> bool:
        role = condition.roles[0] if len(condition.roles) == 1 else ""
        if role == "words":
            return self._phrase_holds(condition, frame)
        if role == "comp":
            return any(self._clause_test(test, frame, match.clauses) for test in condition.tests)
        if role == "purpose":
            return any(self._clause_test(test, frame, self.aims(frame)) for test in condition.tests)
        tokens: list[int] = []
        for role in condition.roles:
            tokens += match.roles.get(role) or self._opened(match.roles, frame.kind).get(role) or ()
        if condition.words:
            for i in tokens:
                if not condition.words.isdisjoint(phrase_words(self.doc[i])):
                    return True
        for test in condition.rest:  # noqa: SIM110 (a generator would cost more than most tests)
            if self._role_test(test, tokens, frame) != test.negated:
                return True
        return False

    def aims(self, frame: Frame) -> list[Clause]:
        """Infinitives that say what for, on the verb or on its object: "set up a panel to investigate …"."""
        own = [Clause(c.form, c.verb) for c in frame.clauses if c.preposition == "adv" and c.form is Form.TO]
        nouns = [i for i in frame.roles.get("object", ()) if self.doc[i].pos_ == "NOUN"]
        return own + [c for i in nouns for c in self.frames.at(i).clauses if c.form is Form.TO and not c.preposition]

    def _phrase_holds(self, condition: Condition, frame: Frame) -> bool:
        words = self._phrases.get(frame.head)
        if words is None:
            words = self._phrases[frame.head] = self._words(frame)
        return not condition.words.isdisjoint(words) or any(self._word_test(test, words) for test in condition.rest)

    def _word_test(self, test: Test, words: set[str]) -> bool:
        hit = test.value in words if test.kind == "lemma" else not self.lexicon.of_class(test.value).isdisjoint(words)
        return hit != test.negated

    def _words(self, frame: Frame) -> set[str]:
        """The words of the phrase: the head's subtree without clauses of their own and without coordinated verbs."""
        found: set[str] = set()
        stack = [self.doc[frame.head]]
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
            hit = any(c.form == Form(test.kind) for c in clauses) if test.kind in tuple(Form) else False
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
        for i in tokens:  # noqa: SIM110 (as above)
            if self._token_test(kind, test.value, i, frame):
                return True
        return False

    def _token_test(self, kind: str, value: str, index: int, frame: Frame) -> bool:
        if kind == "lemma":
            return value in phrase_words(self.doc[index])
        if kind == "class":
            return not self.lexicon.of_class(value).isdisjoint(phrase_words(self.doc[index]))
        if kind == "act":
            return any(code.startswith(value) for code in self.act_codes(index, frame))
        if kind == "name":
            return self.doc[index].pos_ == "PROPN"
        if kind == "third":
            return self._third(index, frame)
        return self._actor_test(kind, value, index)

    def _actor_test(self, kind: str, value: str, index: int) -> bool:
        mention = self.parties.mention(index)
        actor = mention.actor
        if kind == "sector":
            return value in actor.sectors or actor.country == value or actor.code[:3] == value
        if kind == "actor":
            return bool(actor.code) or mention.kind == "pronoun"
        if kind == "state":
            return mention.sort == "state" or (
                actor.code == actor.country and len(actor.code) == COUNTRY and mention.kind == "actor"
            )
        if kind == "person":
            return (
                mention.sort in ("person", "role", "identity") or mention.kind == "pronoun" or self._person_name(index)
            )
        if kind == "place":
            return mention.kind == "place" or mention.sort in ("city", "region", "state")
        return not actor.code  # thing

    def _third(self, index: int, frame: Frame) -> bool:
        """Whether a place lies in the country of none of the parties: "met in Geneva"."""
        others = (i for role in ("agent", "object", "with", "between", "by", "poss") for i in frame.roles.get(role, ()))
        parties = {a.country for i in others for a in (self.parties.mention(i).actor, *self.parties.mention(i).others)}
        country = self.parties.mention(index).actor.country
        return bool(country) and country not in parties

    def _person_name(self, index: int) -> bool:
        token = next(iter(heads(self.doc[index])))
        return token.pos_ == "PROPN" and token.ent_type_ in ("", "PERSON", "NORP") and token.text[:1].isupper()


def _on_a_day(token: Token) -> bool:
    """Whether a preposition has a day or month behind it: no particle of the verb ("took a beating on Monday")."""
    return token.dep_ == "prep" and any(c.dep_ == "pobj" and c.lower_.rstrip(".") in DATE_WORDS for c in token.children)


def _of_time(token: Token) -> bool:
    """Whether a preposition only says when ("On Nov. 2, he called …"), or stands before the verb it would belong to."""
    if token.dep_ != "prep":
        return False
    dated = any(
        c.lower_.rstrip(".") in DATE_WORDS or c.like_num
        for p in token.children
        for c in (p, *p.children)
        if p.dep_ == "pobj"
    )
    return dated or token.i < token.head.i


def _asks_for_parties(condition: Condition) -> bool:
    """Whether a condition only asks that a doer or target is named, which a noun under an operator need not do."""
    return not {"object", "words", "comp"} & set(condition.roles) and all(
        t.kind in ("actor", "state", "any", "person", "sector", "name") and not t.negated for t in condition.tests
    )
