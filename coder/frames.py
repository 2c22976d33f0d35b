"""Doc -> predicate-argument frames. Whatever grammar does to "who did what to whom" is undone here and nowhere else.

Roles are lists of head tokens of noun phrases. Passives are turned ("agent" and "object" are deep), relative clauses
and participles get their antecedent, infinitives their controller, coordinated verbs their shared subject.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from coder.clauses import (
    AIMED,
    ARGUMENTS,
    ASKED_FOR,
    BLAMING,
    CALLING,
    CONDITIONAL_MARKS,
    CONSENTING,
    DAYS,
    ENDEAVOURS,
    ERRANDS,
    HELP,
    HYPOTHETICAL_MODALS,
    JOINED_ACTS,
    LABELLING,
    MEETING_PREPOSITIONS,
    MEETINGS,
    MODALS,
    NAMING,
    NEAR,
    NOMINAL,
    NOUN_CLAUSES,
    OBJECT_BLAME,
    RELATIVE,
    REQUESTS,
    SUBJECTS,
    UTTERANCES,
    Clause,
    Form,
    Status,
    clause_form,
    conjuncts,
    has_be,
    has_no,
    has_pobj,
    indices,
    is_attribute,
    is_content,
    is_part,
    is_passive,
    is_stray_object,
    is_verbal,
    made_by,
    modifying,
    names_owner,
)
from coder.parsed import Doc, Token
from coder.subjects import Subjects, unrelative
from coder.words import infinitives, lemma, nominal_gerund

Knows = Callable[[str, str], bool]  # whether the lexicon has entries of a kind for a word


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


class FrameReader:
    """Reads the frames of one Doc, each once."""

    def __init__(self, doc: Doc, knows: Knows | None = None) -> None:
        """Take a parsed Doc, and who can tell which verbs and nouns the lexicon has."""
        self.doc = doc
        self._knows = knows
        self._frames: dict[int, Frame] = {}
        self._subjects = Subjects(doc)

    def at(self, index: int) -> Frame:
        """The frame of the token: a verb's, a noun's or an adjective's."""
        if index not in self._frames:
            token = self.doc[index]
            if is_verbal(token):
                self._frames[index] = self._verb(token)
            elif token.pos_ == "ADJ" or token.dep_ == "acomp":
                self._frames[index] = self._adjective(token)
            else:
                self._frames[index] = self._deed(self._noun(token))
        return self._frames[index]

    def subjects(self, verb: Token) -> list[Token]:
        """The surface subject of a verb."""
        return self._subjects.subjects(verb)

    def owner(self, noun: Token) -> list[Token]:
        """Whose a decision, plan or threat is."""
        return self._subjects.owner(noun)

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
                    self._subjects.share(clause, verb)
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
            called = any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children)  # "called for Iran to act"
            frame.clauses.append(
                Clause(Form.ING if child.tag_ == "VBG" else Form.TO, child.i, "for" if called else "adv")
            )

    def _preposition(self, frame: Frame, prep: Token) -> None:
        name = "agent" if prep.dep_ == "agent" else prep.normal
        nested = [c for c in prep.children if c.dep_ == "prep"]
        for child in prep.children:
            if child.dep_ == "pobj" or (child.dep_ == "pcomp" and nominal_gerund(child)):
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
        elif (
            (noun.lower_ in DAYS and noun.text.istitle())
            or (name == "on" and noun.lower_ in ERRANDS)
            or (name == "in" and noun.lower_ in JOINED_ACTS)  # "struck in support of the army": no place
        ):
            return
        elif name == "as" and self._labelled(frame, noun):
            name = "object"
        tokens = indices(unrelative(x) for x in conjuncts(noun))
        if name == "by" and (frame.passive or frame.kind == "noun"):
            frame.add("agent" if frame.kind == "verb" else "by", tokens)
        else:
            frame.add(name, tokens)

    def _labelled(self, frame: Frame, noun: Token) -> bool:
        """Whether it is what gets the label, which stands before it: "dismissed as absurd [the claims]"."""
        label = self.doc[noun.head.i + 1]
        free = frame.kind == "verb" and not frame.passive and "object" not in frame.roles
        return free and frame.lemma in LABELLING and label.pos_ in ("ADJ", "VERB") and label.i != noun.i

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
            bare = clause.form in (Form.TO, Form.ING) or frame.lemma in ("let", "help")
            if bare and clause.preposition == "":
                for child in self.doc[clause.verb].children:
                    if child.dep_ in ("nsubj", "nsubjpass") and child.i > verb.i:
                        frame.add("object", indices(conjuncts(child)))

    def _objects(self, verb: Token) -> list[Token]:
        found = [
            x
            for c in verb.children
            if (c.dep_ in ("dobj", "attr", "oprd") and (c.pos_ != "ADJ" or is_part(c))) or is_stray_object(c)
            for x in conjuncts(c)
        ]
        found = [unrelative(t) for t in found]
        if (
            lemma(verb) in NAMING and len(found) > 1
        ):  # "called the president a murderer": there is one whom it is said of
            found = [t for t in found if t.dep_ != "oprd"] or found
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

    # --- nouns and adjectives --------------------------------------------------------------------------------------

    def _noun(self, noun: Token) -> Frame:
        frame = Frame(noun.i, "noun", lemma(noun))
        for child in noun.children:
            if child.dep_ == "poss":
                frame.add("poss", indices(conjuncts(child)))
            elif child.dep_ in ("compound", "amod", "nmod", "nummod") and child.i < noun.i and not child.is_punct:
                frame.add("mod", modifying(child))
            elif child.dep_ == "prep":
                self._preposition(frame, child)
            elif is_verbal(child) and (child.dep_, clause_form(child)) in NOUN_CLAUSES and is_content(child):
                frame.clauses.append(Clause(clause_form(child), child.i))
        self._asked(frame, noun)
        self._beside_verb(frame, noun)
        self._hung_on_verb(frame, noun)
        if not {"by", "poss"} & frame.roles.keys():
            frame.add("by", made_by(noun))
        if "by" not in frame.roles:
            frame.add("by", self._stray_by(frame, ("of", "against", "on", "between", "in")))
        frame.status = Status(negated=has_no(noun))
        return frame

    def _deed(self, frame: Frame) -> Frame:
        """Read "Chad's expelling of an envoy" by its verb, where the lexicon has no such noun."""
        noun = self.doc[frame.head]
        doers = [*frame.roles.get("poss", ()), *frame.roles.get("by", ())]
        knows = self._knows
        if not (knows and doers and "of" in frame.roles and noun.lower_.endswith("ing")) or knows("noun", frame.lemma):
            return frame
        verb = next((form for form in infinitives(noun.lower_) if knows("verb", form)), "")
        if not verb:
            return frame
        noun.lexical = verb
        roles = {role: tokens for role, tokens in frame.roles.items() if role not in ("poss", "by", "of", "mod")}
        roles |= {"agent": doers, "object": frame.roles["of"]}
        return Frame(noun.i, "verb", verb, roles, frame.clauses, frame.status)

    def _asked(self, frame: Frame, noun: Token) -> None:
        """Give "rejected calls to end the war" the infinitive that the parser hung on the verb."""
        if (
            frame.clauses
            or frame.lemma not in REQUESTS | ENDEAVOURS
            or noun.dep_ != "dobj"
            or noun.i + 1 >= len(self.doc)
        ):
            return
        verb = self.doc[noun.i + 1].head
        if self.doc[noun.i + 1].lower_ == "to" and verb.tag_ == "VB" and verb.head.i in (noun.head.i, noun.i):
            frame.clauses.append(Clause(Form.TO, verb.i))

    def _hung_on_verb(self, frame: Frame, noun: Token) -> None:
        """Give "condemned [Iran's raid] on Iraq" the phrase right behind it, which the parser hung on the verb."""
        if noun.dep_ != "dobj" or noun.i + 1 >= len(self.doc) or noun.head.lemma_ in BLAMING:
            return
        prep = self.doc[noun.i + 1]
        owned = "poss" in frame.roles or any(names_owner(self.doc[i]) for i in frame.roles.get("mod", ()))
        if owned and prep.dep_ == "prep" and prep.head.i == noun.head.i and prep.lower_ in AIMED:
            self._preposition(frame, prep)

    def _beside_verb(self, frame: Frame, noun: Token) -> None:
        """Give a noun beside a verb the verb's doer: "said at talks with Iran", "came in support of the rebels"."""
        preposition = noun.head
        word = preposition.lower_
        if noun.dep_ == "pobj" and preposition.dep_ == "conj" and preposition.head.pos_ == "ADP":
            preposition = preposition.head  # "flown with, and in support of, rebels"
        if noun.dep_ != "pobj" or not is_verbal(preposition.head):
            return
        met = (
            word in MEETING_PREPOSITIONS
            and frame.lemma in MEETINGS
            and "with" in frame.roles
            and not {"poss", "by", "between"} & set(frame.roles)
        )
        if met or (frame.lemma in JOINED_ACTS and word == "in"):
            verb = preposition.head
            roles = self.at(verb.i).roles
            if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and "agent" not in roles:
                owners = indices(self.owner(verb.head)) if verb.dep_ == "acl" else roles.get("object", [])
                frame.add("agent", owners)  # "raids flown with, and in support of, rebels"
            frame.add("agent", roles.get("agent", []))
        elif frame.lemma in HELP and word == "with":
            self._helped(frame, self.at(preposition.head.i))
        elif frame.lemma in ASKED_FOR and word in ("at", "on", "upon"):
            frame.add("iobj", self.at(preposition.head.i).roles.get("agent", []))

    def _helped(self, frame: Frame, verb: Frame) -> None:
        """Read "took the town with the help of Chad": Chad helps those who took it."""
        if "of" in frame.roles and not {"by", "from", "poss"} & frame.roles.keys():
            frame.add("by", frame.roles.pop("of"))
        frame.add("iobj", verb.roles.get("agent") or verb.roles.get("object", []))

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
            or ((child.dep_ in ARGUMENTS or child.dep_ == "attr") and has_no(child))
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
