"""Doc -> predicate-argument frames. Whatever grammar does to "who did what to whom" is undone here and nowhere else.

Roles are lists of head tokens of noun phrases. Passives are turned ("agent" and "object" are deep), relative clauses
and participles get their antecedent, infinitives their controller, coordinated verbs their shared subject.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from coder.parsed import Doc, Token
from coder.words import MEASURES, lemma, nominal_gerund

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
RELATIVE = ("WDT", "WP", "WP$")
# Verbs whose infinitive belongs to the subject although they have an object ("promised Iran to leave").
SUBJECT_CONTROL = frozenset("promise threaten vow pledge use need take undertake swear".split())
# Verbs whose "of/for + -ing" belongs to the object: "accused X of stealing".
OBJECT_BLAME = frozenset(
    """accuse suspect blame praise thank condemn criticize criticise commend convict charge warn prevent stop stopped
    prohibit ban discourage dissuade arrest detain jail fine punish sentence indict acquit denounce slam fault hail
    applaud congratulate honor honour reward prosecute try sue find rebuke chide scold lambaste""".split()
)
# "bombed the town in support of the rebels": what the doer of the verb does besides.
JOINED_ACTS = frozenset(
    "support solidarity coordination cooperation collaboration conjunction consultation partnership concert".split()
)
# What is said or written: its participle tells what its maker does ("a letter demanding …").
UTTERANCES = frozenset(
    """address affidavit announcement appeal article bill brief broadcast comment communique communiqué complaint
    declaration decree decision document edict editorial email fatwa indictment injunction lawsuit leaflet letter
    manifesto measure memo memorandum message motion note notice order petition placard plea post proclamation
    proposal protest rally ratification remark report resolution response ruling sermon speech statement subpoena
    suit summons text transmission tweet ultimatum verdict video vote warrant warning writ""".split()
)
# Participles behind an act that name its doer, with the preposition before the doer.
MAKERS = dict.fromkeys(
    """claim stage launch mount conduct perpetrate commit carry lead order orchestrate mastermind plot organize
    organise undertake wage execute convene host chair broker mediate sponsor hold call initiate""".split(),
    "by",
) | {"blame": "on", "attribute": "to", "pin": "on", "ascribe": "to"}
# Participles that only say which of two a name is: "against visiting Prince X".
ATTRIBUTES = frozenset("visit rule oppose war neighbor neighbour sit govern outgo incom incoming outgoing".split())
ERRANDS = frozenset("mission visit trip tour eve".split())  # "sent troops on a mission": what for, not against whom
CALLING = frozenset("call phone telephone ring write email cable visit".split())
# Nouns whose infinitive says what is asked for or offered, wherever the parser hangs it.
REQUESTS = frozenset(
    """appeal bid call demand invitation offer order plan plea pledge pressure promise proposal request
    suggestion""".split()
)
# Verbs that say little without their infinitive, which an aside in commas may part from them.
CONSENTING = frozenset("agree refuse decline promise pledge vow threaten decide offer consent undertake".split())
MEETING_PREPOSITIONS = ("at", "in", "during", "after", "following")
ASKED_FOR = frozenset(
    "request invitation behest insistence urging".split()
)  # "came at the request of": the comer was asked
DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
CONDITIONAL_MARKS = frozenset("if unless whether lest".split())
HYPOTHETICAL_MODALS = frozenset("may might could can ca".split())
TIMES = DAYS | frozenset("second minute hour day week month year morning night evening weekend time".split())
# "…, saying it would": such a participle behind a comma belongs to the speaker of the whole sentence.
TELLING = frozenset(
    """accuse add allege argue assert blame call cite claim complain condemn criticise criticize demand denounce
    describe dismiss emphasise emphasize insist label note quote recall say stress suggest tell urge vow warn""".split()
)
MODALS = {
    "will": "will",
    "'ll": "will",
    "wo": "will",
    "shall": "will",
    "would": "would",
    "'d": "would",
    "must": "must",
    "should": "should",
    "ought": "should",
}


NEAR = 3  # tokens between verbs that share one object: "attacked and occupied the town"


ADJUNCTS = frozenset("adv after before while without by since despite besides amid following when upon through".split())


class Form(StrEnum):
    """The form of a clause that stands as an argument."""

    TO = "to"
    ING = "ing"
    THAT = "that"
    WHETHER = "whether"


# A noun's own clauses: "the claim that …", "a plan to …".
NOUN_CLAUSES = (
    *(("ccomp", form) for form in (Form.THAT, Form.TO, Form.WHETHER)),
    *((hung, form) for hung in ("acl", "relcl", "advcl") for form in (Form.TO, Form.THAT)),
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause argument: its form, its verb, and the preposition before it ("of" in "accused of stealing")."""

    form: Form
    verb: int
    preposition: str = ""

    @property
    def adjunct(self) -> bool:
        """Whether it only says how, when or why: "after meeting Putin", "despite having objected"."""
        return self.preposition in ADJUNCTS


@dataclass(slots=True)
class Status:
    """How far the clause says that it happened."""

    negated: bool = False
    modal: str = ""  # will, would, should, must, may, "" (none)
    conditional: bool = False
    past: bool = False


@dataclass(slots=True)
class Frame:
    """A predicate with its arguments, e.g. ``Frame(4, "verb", "attack", {"agent": [1], "object": [6]})``."""

    head: int
    kind: str
    lemma: str
    roles: dict[str, list[int]] = field(default_factory=dict)
    clauses: list[Clause] = field(default_factory=list)
    status: Status = field(default_factory=Status)
    passive: bool = False
    carried: bool = False  # a noun seen as the content of a verb, which gives or leaves open its doer and target

    def add(self, role: str, tokens: list[int]) -> None:
        """Add tokens to a role, without repeats."""
        if tokens:
            have = self.roles.setdefault(role, [])
            have.extend(t for t in tokens if t not in have)


def conjuncts(token: Token) -> Iterator[Token]:
    """A nominal and those coordinated with it, in text order."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i and (child.pos_ in NOMINAL or child.tag_ in ("JJ", "DT")):
            yield from conjuncts(child)
        elif child.dep_ == "prep" and child.lower_ == "of" and token.pos_ == "NOUN" and _may_share(token):
            yield from _beyond(child)


def _may_share(noun: Token) -> bool:
    """Whether those behind its "of" may be joined with it: those of a doer ("the government of"), of "a number of"."""
    return noun.dep_ in SUBJECTS or lemma(noun) in MEASURES


def _beyond(of: Token) -> Iterator[Token]:
    """Those that the parser joined with a name behind "of": "the government of [Mali] and [Tuareg rebels]"."""
    for name in of.children:
        if name.dep_ == "pobj" and name.pos_ == "PROPN":
            yield from (c for c in name.children if c.dep_ == "conj" and c.tag_ == "NNS" and c.i > name.i)


class FrameReader:
    """Reads the frames of one Doc, each once."""

    def __init__(self, doc: Doc) -> None:
        """Take a parsed Doc."""
        self.doc = doc
        self._frames: dict[int, Frame] = {}
        self._subjects: dict[int, list[Token]] = {}

    def at(self, index: int) -> Frame:
        """The frame of the token: a verb's, a noun's or an adjective's."""
        if index not in self._frames:
            token = self.doc[index]
            if is_verbal(token):
                self._frames[index] = self._verb(token)
            elif token.pos_ == "ADJ" or token.dep_ == "acomp":
                self._frames[index] = self._adjective(token)
            else:
                self._frames[index] = self._noun(token)
        return self._frames[index]

    # --- verbs -----------------------------------------------------------------------------------------------------

    def _verb(self, verb: Token) -> Frame:
        frame = Frame(verb.i, "verb", lemma(verb), status=self._status(verb), passive=is_passive(verb))
        surface = self.subjects(verb)
        objects = self._objects(verb)
        if frame.passive:
            frame.add("iobj" if objects else "object", indices(surface))
        else:
            frame.add("agent", indices(surface))
        frame.add("object", indices(objects))
        for child in verb.children:
            self._verb_child(frame, child)
        self._causee(frame, verb)
        self._blame(frame, objects)
        self._parted(frame, verb)
        self._ruled_out(frame, verb)
        self._addressed(frame, verb)
        if frame.passive and "agent" not in frame.roles:
            frame.add("agent", self._stray_by(frame, ("with", "of", "in", "on", "for", "to", "as", "at")))
        return frame

    def _parted(self, frame: Frame, verb: Token) -> None:
        """Give "agreed, after talks with Iran, to reopen …" the infinitive that the parser hung on the aside."""
        if (
            frame.lemma not in CONSENTING
            or any(not c.adjunct for c in frame.clauses)
            or {"object", "to"} & set(frame.roles)
        ):
            return
        own = next((c for c in frame.clauses if c.preposition == "adv" and c.form is Form.TO and c.verb > verb.i), None)
        if own is not None:  # "threatened in March to cut ties"
            frame.clauses = [Clause(Form.TO, c.verb) if c is own else c for c in frame.clauses]
            return
        for clause in verb.subtree:
            if clause.tag_ == "VB" and clause.dep_ in ("acl", "advcl") and clause.i > verb.i + 1:
                first = min(c.i for c in clause.children) if clause.children else clause.i
                if self.doc[first - 1].text == "," and any(c.lower_ == "to" for c in clause.children):
                    frame.clauses = [c for c in frame.clauses if c.verb != clause.i]
                    frame.clauses.append(Clause(Form.TO, clause.i))
                    self._subjects[clause.i] = self.subjects(verb)
                    return

    def _ruled_out(self, frame: Frame, verb: Token) -> None:
        """Give "ruled out sending arms" the gerund that the parser took for an aside."""
        if frame.lemma == "rule" and "object" not in frame.roles and any(c.lower_ == "out" for c in verb.children):
            frame.clauses = [
                Clause(c.form, c.verb) if c.form is Form.ING and c.preposition == "adv" else c for c in frame.clauses
            ]

    def _addressed(self, frame: Frame, verb: Token) -> None:
        """Give "called Iran to apologise" and "sent Iran a letter threatening to …" whom it is called or written to."""
        governor = verb.head
        if {"object", "iobj", "to", "with", "on"} & frame.roles.keys():
            return
        if verb.dep_ == "advcl" and lemma(governor) in CALLING and clause_form(verb) is Form.TO:
            frame.add("iobj", self.at(governor.i).roles.get("object", []))
        elif verb.dep_ == "acl" and verb.tag_ == "VBG" and governor.dep_ == "dobj" and lemma(governor) in UTTERANCES:
            sent = self.at(governor.head.i).roles if is_verbal(governor.head) else {}
            frame.add("iobj", sent.get("iobj") or sent.get("to") or [])

    def _blame(self, frame: Frame, objects: list[Token]) -> None:
        """Give "accused [a diplomat of spying]" the phrase that the parser hung on the object."""
        if frame.lemma not in OBJECT_BLAME:
            return
        for prep in (
            c for o in objects for c in o.children if c.dep_ == "prep" and c.lower_ in ("of", "with", "for", "over")
        ):
            if prep.normal not in frame.roles and not any(c.preposition == prep.normal for c in frame.clauses):
                self._preposition(frame, prep)

    def _verb_child(self, frame: Frame, child: Token) -> None:
        if child.dep_ == "dative" and child.pos_ != "ADP":
            frame.add("iobj", indices(conjuncts(child)))
        elif child.dep_ in ("prep", "agent", "dative") or (child.dep_ == "prt" and has_pobj(child)):
            self._preposition(frame, child)
        elif child.dep_ in ("xcomp", "ccomp", "oprd") and child.pos_ in ("ADJ", "ADP", "ADV"):
            frame.add(
                "object", indices(x for c in child.children if c.dep_ in ("nsubj", "nsubjpass") for x in conjuncts(c))
            )
        elif child.dep_ in ("xcomp", "ccomp"):
            self._clause(frame, child)
        elif child.dep_ == "advmod" and any(c.dep_ in ("pobj", "prep") for c in child.children):
            for prep in child.children:
                if prep.dep_ == "prep":
                    self._preposition(frame, prep)
        elif child.dep_ == "advcl" and child.tag_ in ("VBG", "VB", "VBN", "VBD"):
            frame.clauses.append(Clause(Form.ING if child.tag_ == "VBG" else Form.TO, child.i, "adv"))

    def _preposition(self, frame: Frame, prep: Token) -> None:
        name = "agent" if prep.dep_ == "agent" else prep.normal
        nested = [c for c in prep.children if c.dep_ == "prep"]
        for child in prep.children:
            if child.dep_ == "pobj":
                self._object_of(frame, name, child)
            elif child.dep_ == "pcomp" and is_attribute(child):
                frame.add(name, indices(x for c in child.children if c.dep_ == "dobj" for x in conjuncts(c)))
            elif child.dep_ == "pcomp" and is_verbal(child):
                frame.clauses.append(Clause(Form.ING, child.i, name))
            elif child.dep_ == "conj" and child.pos_ == "ADP":
                self._preposition(frame, child)
        for inner in nested:
            if name != "according":  # who is quoted is no party
                self._preposition(frame, inner)
            for pobj in inner.children:
                if pobj.dep_ == "pobj":
                    frame.add(f"{name}_{inner.normal}", indices(conjuncts(pobj)))

    def _object_of(self, frame: Frame, name: str, noun: Token) -> None:
        """Add what stands behind a preposition to its role; a day says when, not whom."""
        if noun.lower_ == "front" and name == "in":
            frame.add("outside", indices(x for of in noun.children for p in of.children for x in conjuncts(p)))
        elif (noun.lower_ in DAYS and noun.text.istitle()) or (name == "on" and noun.lower_ in ERRANDS):
            return
        tokens = indices(self._unrelative(x) for x in conjuncts(noun))
        if name == "by" and (frame.passive or frame.kind == "noun"):
            frame.add("agent" if frame.kind == "verb" else "by", tokens)
        else:
            frame.add(name, tokens)

    def _clause(self, frame: Frame, verb: Token) -> None:
        frame.clauses.append(Clause(clause_form(verb), verb.i))
        for child in verb.children:
            if child.dep_ == "conj" and is_verbal(child) and not any(c.dep_ in SUBJECTS for c in child.children):
                frame.clauses.append(Clause(clause_form(verb), child.i))

    def _causee(self, frame: Frame, verb: Token) -> None:
        """Give "urged Iran to stop" its object when the parser made Iran the subject of "stop"."""
        if frame.roles.get("object"):
            return
        for clause in frame.clauses:
            bare = clause.form in (Form.TO, Form.ING) or frame.lemma == "let"
            if bare and clause.preposition == "":
                for child in self.doc[clause.verb].children:
                    if child.dep_ in ("nsubj", "nsubjpass") and child.i > verb.i:
                        frame.add("object", indices(conjuncts(child)))

    def _objects(self, verb: Token) -> list[Token]:
        found = [
            x
            for c in verb.children
            if c.dep_ in ("dobj", "attr", "oprd") and (c.pos_ != "ADJ" or _is_part(c))
            for x in conjuncts(c)
        ]
        found = [self._unrelative(t) for t in found]
        if not found and verb.dep_ == "relcl" and not is_passive(verb) and self._gapped(verb):
            found = list(conjuncts(verb.head)) if verb.head.pos_ in NOMINAL else []
        if not found and verb.dep_ == "conj" and is_verbal(verb.head) and not is_passive(verb):
            return found
        if not found and not is_passive(verb):
            found = self._shared_object(verb)
        return found

    def _gapped(self, verb: Token) -> bool:
        """Whether a relative clause has a subject, so that the antecedent is its object: "the deal Iran signed"."""
        own = [c for c in verb.children if c.dep_ in SUBJECTS]
        stranded = any(c.dep_ == "prep" and not has_pobj(c) for c in verb.children)
        relative_prep = any(g.tag_ in RELATIVE for c in verb.children if c.dep_ == "prep" for g in c.children)
        when = any(c.tag_ == "WRB" for c in verb.children)
        return bool(own) and all(c.tag_ not in RELATIVE for c in own) and not (stranded or relative_prep or when)

    def _shared_object(self, verb: Token) -> list[Token]:
        """The object that "attacked and occupied the town" states once, at the last verb."""
        for child in verb.children:
            if (
                child.dep_ == "conj"
                and is_verbal(child)
                and child.i - verb.i <= NEAR
                and not any(c.dep_ in SUBJECTS for c in child.children)
            ):
                return [x for c in child.children if c.dep_ == "dobj" for x in conjuncts(c)]
        return []

    # --- subjects --------------------------------------------------------------------------------------------------

    def subjects(self, verb: Token) -> list[Token]:
        """The surface subject of a verb, through control, coordination and relative clauses."""
        if verb.i not in self._subjects:
            self._subjects[verb.i] = []  # a cycle ends empty
            self._subjects[verb.i] = self._find_subjects(verb)
        return self._subjects[verb.i]

    def _find_subjects(self, verb: Token) -> list[Token]:
        own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ != "there"]
        own = own or [c for c in verb.children if c.i < verb.i and is_stray_subject(c)]
        if own:
            return [self._unrelative(x) for c in own for x in conjuncts(c)]
        governor = verb.head
        if governor.i == verb.i:
            return []
        if verb.dep_ in ("acl", "relcl"):
            return self._adnominal_subject(verb, governor)
        if verb.dep_ == "pcomp":
            return self._gerund_subject(governor.head)
        return self._shared_subject(verb, governor)

    def _shared_subject(self, verb: Token, governor: Token) -> list[Token]:
        """The subject that a verb shares with the verb, adjective or noun it hangs on."""
        if is_verbal(governor) and verb.dep_ in ("xcomp", "ccomp"):
            return self._controller(verb, governor)
        if is_verbal(governor) and verb.dep_ in ("conj", "advcl"):
            return self.subjects(self._teller(verb, governor))
        if verb.dep_ in ("xcomp", "ccomp", "advcl") and governor.pos_ in ("ADJ", "NOUN", "ADV"):
            return self._governing_subject(governor)
        return []

    def _teller(self, verb: Token, governor: Token) -> Token:
        """The verb whose subject speaks in "rejected the claim that X won, saying …": not that of the clause within."""
        if verb.dep_ != "advcl" or verb.tag_ != "VBG" or lemma(verb) not in TELLING or verb.i < governor.i:
            return governor
        climb = governor
        while climb.dep_ in ("acl", "relcl", "ccomp", "advcl") and climb.head.i < climb.i:
            climb = climb.head
            while not is_verbal(climb) and climb.head.i < climb.i:
                climb = climb.head
        return climb if is_verbal(climb) and self.doc[verb.i - 1].text == "," else governor

    def _controller(self, verb: Token, governor: Token) -> list[Token]:
        objects = [
            x
            for c in governor.children
            if c.dep_ in ("dobj", "dative") and c.i < verb.i and c.pos_ in NOMINAL
            for x in conjuncts(c)
        ]
        if objects and lemma(governor) not in SUBJECT_CONTROL and verb.tag_ != "VBN":
            return objects
        return self.subjects(governor)

    def _governing_subject(self, token: Token) -> list[Token]:
        """The subject of the clause a predicate adjective or noun stands in: "Iran is ready to talk"."""
        if token.dep_ in ("acomp", "attr", "oprd") and is_verbal(token.head):
            return self.subjects(token.head)
        if token.pos_ in ("NOUN", "PROPN"):
            return self.owner(token)
        return []

    def _gerund_subject(self, governor: Token) -> list[Token]:
        if is_verbal(governor):
            objects = [x for c in governor.children if c.dep_ == "dobj" for x in conjuncts(c)]
            if objects and lemma(governor) in OBJECT_BLAME:
                return objects
            return self.subjects(governor)
        if governor.dep_ == "dobj" and lemma(governor.head) in OBJECT_BLAME:
            return list(conjuncts(governor))
        if governor.pos_ in ("NOUN", "PROPN"):
            return self.owner(governor)
        if governor.pos_ == "ADJ":
            return self._governing_subject(governor)
        return []

    def _adnominal_subject(self, verb: Token, noun: Token) -> list[Token]:
        if clause_form(verb) is Form.TO and (
            verb.dep_ == "acl" or noun.dep_ in ("attr", "pobj") or lemma(noun) in REQUESTS
        ):
            return self.owner(noun)
        named = any(
            c.dep_ == "compound" and c.pos_ == "PROPN" for c in noun.children
        )  # "a High Court order" says whose
        if verb.tag_ == "VBG" and not named and lemma(noun) in UTTERANCES and (speakers := self.owner(noun)):
            return speakers  # "issued a report accusing …": who issued it accuses
        if verb.tag_ == "VBG" and (noun.lower_ in TIMES or lemma(verb) == "use"):
            return self.owner(noun)  # "for a third day, killing …", "an attack on a spy using poison"
        if noun.pos_ in NOMINAL:
            return [noun, *(c for c in list(conjuncts(noun))[1:] if c.i < verb.i)]
        return []

    def owner(self, noun: Token) -> list[Token]:
        """Whose decision, plan, threat: the possessor, else the subject of the verb that the noun serves."""
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
        named = [c for c in noun.children if c.dep_ in ("amod", "compound") and c.i < noun.i and _names(c)]
        if named:
            return named[-1:]
        climb = noun
        while climb.dep_ in ("conj", "pobj", "prep", "compound") and climb.head.i != climb.i:
            climb = climb.head
        if climb.dep_ in ("dobj", "attr", "oprd") and is_verbal(climb.head):
            return self.subjects(climb.head)
        if is_verbal(climb):
            return self.subjects(climb)
        return []

    def _unrelative(self, token: Token) -> Token:
        """Put the antecedent in the place of "who", "which", "that"."""
        if token.tag_ not in RELATIVE:
            return token
        climb = token
        while climb.dep_ not in ("relcl", "ROOT") and climb.head.i != climb.i:
            climb = climb.head
        return climb.head if climb.dep_ == "relcl" and climb.head.pos_ in NOMINAL else token

    # --- nouns and adjectives --------------------------------------------------------------------------------------

    def _noun(self, noun: Token) -> Frame:
        frame = Frame(noun.i, "noun", lemma(noun))
        for child in noun.children:
            if child.dep_ == "poss":
                frame.add("poss", indices(conjuncts(child)))
            elif child.dep_ in ("compound", "amod", "nmod", "nummod") and child.i < noun.i and not child.is_punct:
                frame.add("mod", [child.i])
            elif child.dep_ == "prep":
                self._preposition(frame, child)
            elif is_verbal(child) and (child.dep_, clause_form(child)) in NOUN_CLAUSES and is_content(child):
                frame.clauses.append(Clause(clause_form(child), child.i))
        self._asked(frame, noun)
        self._beside_verb(frame, noun)
        if not {"by", "poss"} & frame.roles.keys():
            frame.add("by", made_by(noun))
        if "by" not in frame.roles:
            frame.add("by", self._stray_by(frame, ("of", "against", "on", "between", "in")))
        frame.status = Status(negated=has_no(noun))
        return frame

    def _asked(self, frame: Frame, noun: Token) -> None:
        """Give "rejected calls to end the war" the infinitive that the parser hung on the verb."""
        if frame.clauses or frame.lemma not in REQUESTS or noun.dep_ != "dobj" or noun.i + 1 >= len(self.doc):
            return
        verb = self.doc[noun.i + 1].head
        if self.doc[noun.i + 1].lower_ == "to" and verb.tag_ == "VB" and verb.head.i in (noun.head.i, noun.i):
            frame.clauses.append(Clause(Form.TO, verb.i))

    def _beside_verb(self, frame: Frame, noun: Token) -> None:
        """Give a noun beside a verb the verb's doer: "said at talks with Iran", "came in support of the rebels"."""
        preposition = noun.head
        if noun.dep_ != "pobj" or not is_verbal(preposition.head):
            return
        word = preposition.lower_
        met = (
            word in MEETING_PREPOSITIONS and "with" in frame.roles and not {"poss", "by", "between"} & set(frame.roles)
        )
        if met or (frame.lemma in JOINED_ACTS and word == "in"):
            frame.add("agent", self.at(preposition.head.i).roles.get("agent", []))
        elif frame.lemma in ASKED_FOR and word in ("at", "on", "upon"):
            frame.add("iobj", self.at(preposition.head.i).roles.get("agent", []))

    def _stray_by(self, frame: Frame, roles: tuple[str, ...]) -> list[int]:
        """A doer that the parser hung on the noun before it: "the demolition of [homes by Israel]"."""
        for role in roles:
            for index in frame.roles.get(role, ()):
                for prep in self.doc[index].children:
                    if prep.dep_ in ("prep", "agent") and prep.lower_ == "by":
                        return indices(x for p in prep.children if p.dep_ == "pobj" for x in conjuncts(p))
        return []

    def _adjective(self, adjective: Token) -> Frame:
        frame = Frame(adjective.i, "adj", lemma(adjective))
        verb = adjective.head if adjective.dep_ in ("acomp", "oprd", "attr") and is_verbal(adjective.head) else None
        if adjective.dep_ == "conj" and adjective.head.dep_ == "acomp" and is_verbal(adjective.head.head):
            verb = adjective.head.head
        if verb is not None:
            frame.add("agent", indices(self.subjects(verb)))
            frame.status = self._status(verb)
            for child in verb.children:
                if child.dep_ == "prep":
                    self._preposition(frame, child)
        for child in adjective.children:
            if child.dep_ == "prep":
                self._preposition(frame, child)
            elif child.dep_ in ("xcomp", "ccomp", "advcl") and is_verbal(child):
                self._clause(frame, child)
        return frame

    # --- status ----------------------------------------------------------------------------------------------------

    def _status(self, verb: Token) -> Status:
        own_auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
        past = verb.tag_ in ("VBD", "VBN") or any(c.tag_ == "VBD" for c in own_auxiliaries)
        status = Status(past=past)
        for child in verb.children:
            self._status_child(status, child, verb)
        if (
            verb.dep_ == "conj"
            and is_verbal(verb.head)
            and not own_auxiliaries
            and not any(c.dep_ in SUBJECTS for c in verb.children)
        ):
            shared = self._status(verb.head)
            status.modal = status.modal or (shared.modal if verb.tag_ in ("VB", "VBP", "VBN") else "")
            status.conditional = status.conditional or shared.conditional
            status.negated = status.negated or (
                shared.negated and any(c.lower_ in ("or", "nor") for c in verb.head.children if c.dep_ == "cc")
            )
        if (
            any(c.lower_ == "to" for c in own_auxiliaries)
            and verb.dep_ in ("ROOT", "conj")
            and not status.modal
            and not has_be(verb.head)
        ):
            status.modal = "will"  # headline future: "Putin to visit Ankara"
        self._semi_modal(status, verb)
        return status

    def _status_child(self, status: Status, child: Token, verb: Token) -> None:
        word = child.lower_
        if (
            child.dep_ == "neg"
            or (child.dep_ in ("advmod", "preconj", "cc") and word in ("never", "hardly", "scarcely", "neither"))
            or (child.dep_ in (*SUBJECTS, "dobj", "attr") and has_no(child))
            or (child.dep_ in SUBJECTS and word in ("nobody", "none", "neither", "nothing"))
        ):
            status.negated = True
        elif (
            child.dep_ == "aux"
            and word == "should"
            and any(c.dep_ in SUBJECTS and c.i > child.i for c in verb.children)
        ):
            status.conditional = True  # "should Iran attack, …"
        elif child.dep_ == "aux" and word in HYPOTHETICAL_MODALS:
            status.modal = "may"
        elif child.dep_ == "aux" and word in MODALS:
            status.modal = "will" if word == "'d" and verb.tag_ == "VBN" else MODALS[word]
            if word == "'d" and verb.tag_ == "VBN":
                status.modal = ""
        elif child.dep_ == "mark" and word in CONDITIONAL_MARKS:
            status.conditional = True
        elif child.dep_ == "aux" and word == "have" and verb.tag_ == "VB":
            pass

    def _semi_modal(self, status: Status, verb: Token) -> None:
        """Read modals that are written as verbs: "has to", "needs to", "is to", "is going to", "is set to"."""
        governor = verb.head
        if verb.dep_ != "xcomp" or status.modal or not is_verbal(governor):
            return
        if lemma(governor) in ("have", "need") and not any(c.dep_ == "dobj" for c in governor.children):
            status.modal = "must"
        elif governor.lower_ == "ought":
            status.modal = "should"
        elif (lemma(governor) == "go" and governor.tag_ == "VBG") or governor.lemma_ == "be":
            status.modal = "will"


def indices(tokens: Iterator[Token] | list[Token]) -> list[int]:
    """Token positions, in order, without repeats."""
    return list(dict.fromkeys(t.i for t in tokens))


def is_verbal(token: Token) -> bool:
    """Whether a token heads a clause: a verb, or an auxiliary that stands alone."""
    found = token.verbal
    if found is None:
        found = token.verbal = _is_verbal(token)
    return found


def _is_verbal(token: Token) -> bool:
    if token.pos_ == "NOUN" and token.dep_ == "ccomp":  # "demanded that the president resign", read as a noun
        return any(c.dep_ in ("nsubj", "mark") for c in token.children)
    verb = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "aux", "auxpass")
    return verb and not nominal_gerund(token)


def is_stray_subject(token: Token) -> bool:
    """Whether a name that the parser took for an adverb is the subject: "Nauru sued Australia", "USAID announced"."""
    if token.dep_ == "npadvmod":
        return token.pos_ == "PROPN" and token.lower_ not in DAYS
    return token.dep_ == "advmod" and token.is_upper and len(token) > 1


def _names(modifier: Token) -> bool:
    """Whether a modifier says whose something is: "the Russian announcement", "a State Department plan"."""
    return modifier.text[:1].isupper() and modifier.pos_ in ("PROPN", "ADJ") and modifier.lower_ not in DAYS


def is_content(verb: Token) -> bool:
    """Whether a clause on a noun says what it is ("the demand that …", "calls for Iran to …"), not which one it is."""
    if verb.dep_ == "ccomp" or (
        verb.dep_ == "acl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    ):
        return True
    marked = any(c.dep_ == "mark" and c.lower_ in ("that", "for") for c in verb.children)
    return marked and any(c.dep_ in SUBJECTS for c in verb.children)


def _is_part(adjective: Token) -> bool:
    """Whether an adjective stands for a part of something: "freed the last of their captives"."""
    return adjective.dep_ == "dobj" and any(c.dep_ == "prep" and c.lower_ == "of" for c in adjective.children)


def made_by(noun: Token) -> list[int]:
    """Who did it by the participle behind a noun: "an attack claimed by the Taliban", "a raid blamed on rebels"."""
    for verb in noun.children:
        wanted = MAKERS.get(lemma(verb)) if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") else None
        for prep in verb.children if wanted else ():
            if prep.lower_ == wanted:
                return indices(x for p in prep.children if p.dep_ == "pobj" for x in conjuncts(p))
    return []


def is_attribute(token: Token) -> bool:
    """Whether a participle that the parser took for a verb only marks the name behind it: "visiting Prince X"."""
    bare = all(c.dep_ == "dobj" and c.i > token.i for c in token.children)
    return token.tag_ == "VBG" and lemma(token) in ATTRIBUTES and bare and bool(token.children)


def has_no(noun: Token) -> bool:
    """Whether a noun phrase is negative: "no charges"."""
    return any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in noun.children)


def has_be(token: Token) -> bool:
    """Whether the word is a form of "be"."""
    return token.lemma_ == "be"


def has_pobj(token: Token) -> bool:
    """Whether a preposition has its object."""
    return any(c.dep_ in ("pobj", "pcomp") for c in token.children)


def is_passive(verb: Token) -> bool:
    """Whether the surface subject is the deep object."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    if verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in (*SUBJECTS, "dobj") for c in verb.children):
        return False
    if any(c.dep_ == "aux" and c.lemma_ in ("have", "'ve", "ve") for c in verb.children):
        return False
    if verb.dep_ in ("acl", "oprd", "amod"):
        return not heads_sentence(verb)
    if verb.dep_ in ("advcl", "relcl", "ROOT"):
        return verb.tag_ == "VBN" or any(c.dep_ == "agent" for c in verb.children)
    return verb.dep_ == "conj" and is_verbal(verb.head) and verb.tag_ == "VBN" and is_passive(verb.head)


def heads_sentence(verb: Token) -> bool:
    """Whether a past tense was read as a participle of its own subject: "A report [called for sanctions]"."""
    noun = verb.head
    alone = (
        noun.dep_ == "ROOT"
        and noun.pos_ in NOMINAL
        and not any(c.dep_ in ("cop", "nsubj", "relcl") for c in noun.children)
    )
    return (
        verb.dep_ == "acl"
        and alone
        and verb.tag_ in ("VBN", "VBD")
        and not any(c.dep_ == "agent" for c in verb.children)
    )


def clause_form(verb: Token) -> Form:
    """What kind of clause a verb heads as an argument."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "mark")}
    if "to" in words:
        return Form.TO
    if words & {"whether", "if"}:
        return Form.WHETHER
    if verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children):
        return Form.ING
    if verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children) and "that" not in words:
        return Form.TO  # also "let Iran send", where the parser gives the infinitive a subject
    return Form.THAT
