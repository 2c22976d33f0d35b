"""`Subjects`: who does what a verb says, through control, coordination and relative clauses."""

from typing import Final

from coder.syntax.clauses import Form, clause_form, is_verbal
from coder.syntax.grammar_words import (
    BLAME_PREPOSITIONS,
    CATCHING,
    COUNTED,
    ENDEAVOURS,
    GRATEFUL,
    GRATITUDE,
    HARMING,
    ISSUING,
    LOOKING,
    MEETINGS,
    NOMINAL,
    OBJECT_BLAME,
    PENALTIES,
    RAILING,
    RELATIVE,
    SUBJECT_CONTROL,
    TELLING,
    TIMES,
    TO_WHOM,
    UTTERANCES,
    WITH_INFINITIVE,
)
from coder.syntax.nominals import conjuncts, is_stray_subject, names_owner
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma

ONE_DOES: Final = frozenset(("is", "was", "has", "does"))


class Subjects:
    """Finds the surface subjects of one Doc's verbs, each once."""

    def __init__(self, doc: Doc) -> None:
        """Take a parsed Doc."""
        self.doc = doc
        self._found: dict[int, list[Token]] = {}

    def subjects(self, verb: Token) -> list[Token]:
        """The surface subject of a verb, through control, coordination and relative clauses."""
        if verb.i not in self._found:
            self._found[verb.i] = []  # a cycle ends empty
            self._found[verb.i] = self._find_subjects(verb)
        return self._found[verb.i]

    def share(self, verb: Token, other: Token) -> None:
        """Give a verb the subject of another."""
        self._found[verb.i] = self.subjects(other)

    def _find_subjects(self, verb: Token) -> list[Token]:
        own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ != "there"]
        own = own or [c for c in verb.children if c.i < verb.i and is_stray_subject(c)]
        if own:
            found = [y for c in own for x in conjuncts(c) for y in self._antecedents(x)]
            return (own[0].tag_ in RELATIVE and self._issuers(found[0])) or found
        governor = verb.head
        if governor.i == verb.i:
            return []
        if verb.dep_ in ("acl", "relcl"):
            return self._adnominal_subject(verb, governor)
        if verb.dep_ == "pcomp":
            return self._gerund_subject(governor)
        return self._shared_subject(verb, governor)

    def _shared_subject(self, verb: Token, governor: Token) -> list[Token]:
        """The subject that a verb shares with the verb, adjective or noun it hangs on."""
        if is_verbal(governor) and verb.dep_ in ("xcomp", "ccomp"):
            return self._controller(verb, governor)
        if is_verbal(governor) and verb.dep_ == "acomp":
            return self.subjects(governor)  # "Georgia is opposed to …"
        if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "xcomp") and lemma(governor) in CATCHING:
            caught = [x for c in governor.children if c.dep_ == "nsubjpass" for x in conjuncts(c)]
            if caught and self.doc[verb.i - 1].text != ",":
                return caught  # "was caught by police trying to break in"
        if is_verbal(governor) and verb.dep_ in ("conj", "advcl"):
            return self._doer_before(verb, governor) or self.subjects(self._teller(verb, governor))
        if verb.dep_ in ("xcomp", "ccomp", "advcl") and governor.pos_ in ("ADJ", "NOUN", "ADV"):
            return self._governing_subject(governor)
        return []

    def _doer_before(self, verb: Token, governor: Token) -> list[Token]:
        """Whom a participle behind a doer describes: "is pursued by police, [backed] by marines"."""
        if verb.tag_ != "VBN" or verb.dep_ != "advcl" or verb.i < governor.i or self.doc[verb.i - 1].text != ",":
            return []
        by = [p for c in governor.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
        return conjuncts(by[0]) if by and by[0].right_edge.i in (verb.i - 1, verb.i - 2) else []

    def _teller(self, verb: Token, governor: Token) -> Token:
        """The verb whose subject speaks in "rejected the claim that X won, saying …": not that of the clause within."""
        if lemma(verb) in HARMING and verb.tag_ == "VBG" and lemma(governor) in LOOKING:
            return self._told(verb, governor)
        if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.i < governor.i:
            return governor
        if lemma(verb) in HARMING and governor.dep_ == "relcl" and governor.tag_ == "VBN":
            return self._stormer(governor)
        if lemma(verb) not in TELLING:
            return governor
        climb = governor
        while climb.dep_ in ("acl", "relcl", "ccomp", "advcl") and climb.head.i < climb.i:
            climb = climb.head
            while not is_verbal(climb) and climb.head.i < climb.i:
                climb = climb.head
        return climb if is_verbal(climb) and self.doc[verb.i - 1].text == "," else governor

    def _stormer(self, governor: Token) -> Token:
        """The verb above in "stormed a town that had been retaken, [killing] ten": no town that was taken kills."""
        above = governor.head.head
        passive = any(c.dep_ == "auxpass" for c in governor.children)
        return above if passive and governor.head.dep_ == "dobj" and is_verbal(above) else governor

    def _told(self, verb: Token, governor: Token) -> Token:
        """The verb told last in "probed an attack that hit a ship, killing ten": those who probe it killed nobody."""
        between = reversed(self.doc.tokens[governor.i + 1 : verb.i])
        return next((t for t in between if t.dep_ in ("relcl", "ccomp") and is_verbal(t)), governor)

    def _controller(self, verb: Token, governor: Token) -> list[Token]:
        objects = [
            x
            for c in governor.children
            if c.dep_ in ("dobj", "dative") and c.i < verb.i and c.pos_ in NOMINAL
            for x in conjuncts(c)
        ]
        undertaken = bool(objects) and lemma(objects[0]) in ENDEAVOURS
        if objects and not undertaken and lemma(governor) not in SUBJECT_CONTROL and verb.tag_ != "VBN":
            return objects
        return self.subjects(governor)

    def _governing_subject(self, token: Token) -> list[Token]:
        """Of whom a predicate is said: "Iran is ready to talk", "held Iran responsible for failing"."""
        if token.dep_ in ("acomp", "attr", "oprd") and is_verbal(token.head):
            held = [
                c for c in token.head.children if c.dep_ == "dobj" and c.i < token.i and c.pos_ in ("NOUN", "PROPN")
            ]
            return conjuncts(held[0]) if held else self.subjects(token.head)
        if token.pos_ in ("NOUN", "PROPN"):
            return self.owner(token)
        return []

    def _gerund_subject(self, preposition: Token) -> list[Token]:
        governor = preposition.head
        if preposition.lower_ in BLAME_PREPOSITIONS and (found := blamed(governor)):
            return found
        if is_verbal(governor):
            return self.subjects(governor)
        if governor.pos_ in ("NOUN", "PROPN"):
            return self.owner(governor)
        if governor.pos_ == "ADJ":
            return self._governing_subject(governor)
        return []

    def _adnominal_subject(self, verb: Token, noun: Token) -> list[Token]:
        if clause_form(verb) is Form.TO and (
            verb.dep_ == "acl" or noun.dep_ in ("attr", "pobj") or lemma(noun) in WITH_INFINITIVE
        ):
            first = noun.dep_ == "attr" and is_verbal(noun.head)  # "will be the first Western leader to meet him"
            return _for_whom(verb, noun) or (self.subjects(noun.head) if first else []) or self.owner(noun)
        named = any(
            c.dep_ == "compound" and c.pos_ == "PROPN" for c in noun.children
        )  # "a High Court order" says whose
        if verb.tag_ == "VBG" and not named and (speakers := self._issuers(noun) or self._writers(verb, noun)):
            return speakers  # "issued a report accusing …": who issued it accuses
        if verb.tag_ == "VBG" and (noun.lower_ in TIMES or self._is_tellers(verb, noun)):
            return self.owner(noun)  # "for a third day, killing …"
        if verb.tag_ == "VBG" and lemma(verb) == "use":  # "an attack on a spy using poison": whoever attacks
            return self.owner(noun) if noun.dep_ == "dobj" else self._own_owner(noun)
        if noun.pos_ in NOMINAL:
            return self._counted(noun) or [noun, *(c for c in conjuncts(noun)[1:] if c.i < verb.i)]
        return []

    def _writers(self, asking: Token, reader: Token) -> list[Token]:
        """Who asks in "sent a letter to the embassy [demanding] an end to it": those whose letter it is."""
        verb = reader.head.head
        if lemma(asking) not in TELLING or reader.dep_ != "pobj" or reader.head.lower_ != "to":
            return []
        letters = [verb] if verb.dep_ == "dobj" else [c for c in verb.children if c.dep_ == "dobj"]
        for letter in letters:
            writers = self._issuers(letter)
            if writers:
                return writers
        return []

    def _is_tellers(self, verb: Token, noun: Token) -> bool:
        """Whether a participle behind a comma is the teller's, no thing's: "suspended the talks, [accusing] Chad"."""
        return lemma(verb) in TELLING and self.doc[verb.i - 1].text == "," and noun.dep_ in ("dobj", "pobj")

    def _antecedents(self, token: Token) -> list[Token]:
        """The noun itself, or those whom "who", "which", "that" stands for."""
        noun = unrelative(token)
        if noun.i == token.i:
            return [noun]
        return self._counted(noun) or _all_before(noun, token) or [noun]

    def _counted(self, noun: Token) -> list[Token]:
        """Who is counted among those that do it: "[Iran] is among the countries that …", "one of ten that …"."""
        tie = noun.head
        if noun.dep_ != "pobj" or lemma(noun) not in COUNTED:
            return []
        if tie.lower_ == "of" and tie.head.lower_ == "one" and tie.head.dep_ == "attr":
            tie = tie.head
        among = tie.lower_ in ("among", "one") and tie.head.lemma_ == "be"
        return self.subjects(tie.head) if among else []

    def _issuers(self, noun: Token) -> list[Token]:
        """Whose words a resolution, report or order is: of those who own or adopt it, not of those who reject it."""
        if lemma(noun) not in UTTERANCES:
            return []
        verb = noun.head
        if noun.dep_ == "nsubjpass" and lemma(verb) in ISSUING:
            by = [p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
            return [x for p in by for x in conjuncts(p)]
        others = noun.dep_ == "dobj" and is_verbal(verb) and lemma(verb) not in ISSUING
        return [] if others and not any(c.dep_ == "poss" for c in noun.children) else self.owner(noun)

    def owner(self, noun: Token) -> list[Token]:
        """Whose decision, plan, threat: the possessor, else the subject of the verb that the noun serves."""
        owners = self._own_owner(noun)
        if owners:
            return owners
        climb = noun
        while climb.dep_ in ("conj", "pobj", "prep", "compound") and climb.head.i != climb.i:
            climb = climb.head
        if climb.dep_ in ("dobj", "attr", "oprd") and is_verbal(climb.head):
            return self.subjects(climb.head)
        if is_verbal(climb):
            return self.subjects(climb)
        return []

    def _own_owner(self, noun: Token) -> list[Token]:
        """Whom the noun's own phrase names as its owner."""
        owners = [x for c in noun.children if c.dep_ == "poss" for x in conjuncts(c)]
        if owners:
            return owners
        by = [
            x
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ in ("by", "of")
            for p in c.children
            if p.dep_ == "pobj"
            for x in conjuncts(p)
        ]
        if by:
            return by
        named = [c for c in noun.children if c.dep_ in ("amod", "compound") and c.i < noun.i and names_owner(c)]
        return named[-1:]


def blamed(governor: Token) -> list[Token]:
    """Whoever is blamed, thanked or punished for what a gerund tells: "sanctioned a bank for financing …"."""
    felt = (c for c in (governor, *governor.children) if lemma(c) in GRATEFUL)
    if thanked := [x for c in felt for x in _receivers(governor, c)]:
        return thanked  # "was grateful to Chile for hosting the talks"
    if is_verbal(governor):
        return _blamed_by(governor)
    if governor.dep_ == "dobj" and lemma(governor.head) in OBJECT_BLAME:
        return conjuncts(governor)
    return _penalised(governor.head.head if governor.dep_ == "pobj" else governor)


def _blamed_by(verb: Token) -> list[Token]:
    """Whom a verb blames, thanks or punishes, be it in two words: "gave thanks to Chile for hosting the talks"."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if not objects and lemma(verb) in RAILING:
        return _receivers(verb, verb)
    if not objects and any(lemma(n) in PENALTIES for n in _laid(verb)):  # "sanctions imposed on Iraq for arming them"
        ties = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("on", "against"))
        return [x for tie in ties for p in tie.children if p.dep_ == "pobj" for x in conjuncts(p)]
    if objects and lemma(verb) in OBJECT_BLAME:
        return [x for c in objects for x in conjuncts(c)]
    if thanked := [x for c in objects if lemma(c) in GRATITUDE for x in _receivers(verb, c)]:
        return thanked
    return next(filter(None, map(_penalised, objects)), [])


def _laid(verb: Token) -> list[Token]:
    """What a verb without an object is told to have been done to: "[sanctions] imposed on Iraq"."""
    return [verb.head] if verb.dep_ == "acl" else [c for c in verb.children if c.dep_ == "nsubjpass"]


def _receivers(verb: Token, thanks: Token) -> list[Token]:
    """Those to whom thanks or blame go: "expressed gratitude to Chile for hosting the talks"."""
    ties = [c for of in (verb, thanks) for c in of.children if c.dep_ in ("prep", "dative") and c.lower_ in TO_WHOM]
    return [x for tie in ties for p in tie.children if p.dep_ == "pobj" for x in conjuncts(p)]


def _penalised(noun: Token) -> list[Token]:
    """Whom a penalty falls on: "sanctions on two banks", also where the parser ties "on" to "slapped"."""
    if lemma(noun) not in PENALTIES:
        return []
    ties = [c for of in (noun, noun.head) for c in of.children if c.dep_ == "prep" and c.lower_ in ("on", "against")]
    return [x for tie in ties for c in tie.children if c.dep_ == "pobj" and c.i > noun.i for x in conjuncts(c)]


def _all_before(first: Token, relative: Token) -> list[Token]:
    """All for whom "which" stands behind several: "Iran and Iraq, [which] fought each other"; not before "is"."""
    finite = [relative.head, *(c for c in relative.head.children if c.dep_ in ("aux", "auxpass"))]
    joined = [t for t in conjuncts(first) if t.i < relative.i]
    if len(joined) <= 1 or relative.doc[relative.i - 1].text != "," or any(t.lower_ in ONE_DOES for t in finite):
        return []
    return joined if relative.head.tag_ != "VBZ" and joined[-1].right_edge.i <= relative.i - 2 else []


def unrelative(token: Token) -> Token:
    """Put the antecedent in the place of "who", "which", "that"."""
    if token.tag_ not in RELATIVE:
        return token
    climb = token
    while climb.dep_ not in ("relcl", "ROOT") and climb.head.i != climb.i:
        if climb.dep_ == "ccomp" and (singled := _singled_out(climb.head)) is not None:
            return singled
        climb = climb.head
    return climb.head if climb.dep_ == "relcl" and climb.head.pos_ in NOMINAL else token


def _singled_out(verb: Token) -> Token | None:
    """Give whom "it was [Israel] that attacked" singles out."""
    if verb.lemma_ != "be" or not any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.children):
        return None
    return next((c for c in verb.children if c.dep_ == "attr" and c.pos_ in NOMINAL), None)


def summed_up(noun: Token) -> Token | None:
    """Give the verb of the clause that a noun sums up: "[freed] them, a step that …", "in a move that …"."""
    start = noun.left_edge.i
    if start == 0 or noun.doc[start].lower_ not in ("a", "an") or noun.doc[start - 1].lower_ not in (",", "in"):
        return None
    return next((a for a in noun.ancestors if is_verbal(a) and a.i < start), None)


def _for_whom(verb: Token, noun: Token) -> list[Token]:
    """Who is to do what a noun asks for, if the infinitive follows him: "a plea for [Chile] to send food".

    Not "a call for talks to end the war", whose end is everybody's.
    """
    for preposition in noun.children:
        if preposition.lower_ == "for" and preposition.i < verb.i:
            for who in preposition.children:
                many = who.tag_ == "NNS" and lemma(who) not in MEETINGS
                if who.right_edge.i + 1 == verb.left_edge.i and (who.pos_ == "PROPN" or many):
                    return conjuncts(who)
    return []
