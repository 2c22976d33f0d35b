"""Who does it and to whom: the parties of an entry's roles, of an operator and its content."""

from collections.abc import Sequence

from coder.acts import Act
from coder.clauses import Clause, Form, clause_form, conjuncts, is_verbal
from coder.completion import ORGANS
from coder.frames import Frame, FrameReader
from coder.matching import Match
from coder.parsed import Doc, Token
from coder.parties import NOUN_SOURCE, NOUN_TARGET, VERB_SOURCE, VERB_TARGET, Parties
from coder.strikers import ActsOf, Strikers, names_act
from coder.words import lemma

STATE_ACTS = ("17", "09", "08", "115", "116", "16")  # passives without a doer: "was arrested in Rwanda" is Rwanda's act
GIVEN = ("064", "07", "084", "162")  # what is given is for somebody, however deep he stands
AID = "07"
INQUIRY = "09"
DETERRING = frozenset("deter counter face confront guard warn pressure intimidate contain repel challenge".split())
ADDRESSED = ("APPEAL", "DEMAND", "ALLOW", "PREVENT", "FORCE")
JUDGED = ("ACCUSE", "DENY", "ADMIT", "INVESTIGATE", "PRAISE", "CONDEMN", "HOPE", "FEAR")
ASKED_ROLES = ("object", "iobj", "to", "on", "upon", "from", "of", "with", "against")


class Sides:
    """Finds sources and targets within one Doc."""

    def __init__(self, doc: Doc, frames: FrameReader, parties: Parties, acts: ActsOf) -> None:
        """Take the Doc's readers; `acts` says what a token means as an action."""
        self.doc = doc
        self.frames = frames
        self.parties = parties
        self.acts = acts
        self.strikers = Strikers(doc, parties, acts)

    def sources(self, match: Match, frame: Frame) -> tuple[int, ...]:
        """The doers: from the entry's roles, else from the act that does it, else from where it was done."""
        order = self._doer_roles(match, frame)
        found = self.parties.doers(match.places, order, places="in" in match.entry.source)
        found = tuple(i for i in found if self._may_do(i))
        if found:
            return self.strikers.in_relative(found, match, frame)
        for role in order:
            for token in match.roles.get(role, ()):
                inner = [s for a in self.acts(token, None) for s in a.sources] if names_act(self.doc[token]) else []
                inner = inner or [*self.strikers.of_blow(token, match)]
                if inner:
                    return tuple(dict.fromkeys(inner))
        if frame.kind == "verb" and "agent" not in match.roles:
            doers = self.strikers.around(match) or self.strikers.beside(match, frame)
            if doers:
                return doers
        code = match.entry.code
        if frame.passive and "agent" not in match.roles and code.startswith(STATE_ACTS):
            seen = match.places if code.startswith(("08", "17")) else match.roles
            places = ("in", "at", "from") if code.startswith(("16", "174")) else ("in", "at")
            found = self.parties.find({r: t for r, t in seen.items() if r in places}, places)[:1]
            speaker = match.roles.get("speaker", [])
            if not found and speaker and ORGANS & {*self.parties.mention(speaker[0]).actor.sectors}:
                return (
                    speaker[0],
                )  # a prosecutor who says that somebody is being investigated speaks for those who do it
            return found
        return ()

    def _doer_roles(self, match: Match, frame: Frame) -> tuple[str, ...]:
        """Where an entry has its doers, first found wins."""
        if frame.kind != "noun":
            return match.entry.source or VERB_SOURCE
        order = match.entry.source or (("agent", *NOUN_SOURCE) if "agent" in match.roles else NOUN_SOURCE)
        if not match.entry.source and match.entry.target:
            order = tuple(r for r in order if r not in match.entry.target[:1])
        return (*order, "poss") if "poss" not in order and self._owner_does_it(match) else order

    def _owner_does_it(self, match: Match) -> bool:
        """Whether a noun's owner, whom it may befall ("the editor's arrest"), does it: "Iran's arrest of an editor"."""
        order = match.entry.target
        befallen = order[: order.index("poss")] if "poss" in order else ()
        return any(match.roles.get(role) for role in befallen)

    def _may_do(self, index: int) -> bool:
        """Whether a phrase can act: an actor, somebody named, a pronoun; a mere thing cannot."""
        mention = self.parties.mention(index)
        return (
            bool(mention.actor.code)
            or mention.kind == "pronoun"
            or self.doc[index].pos_ in ("PROPN", "PRON")
            or self.doc[index].is_upper
        )

    def targets(self, match: Match, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Those it is done to: from the entry's roles, else by what the action itself says of them."""
        order = match.entry.target or (NOUN_TARGET if frame.kind == "noun" else VERB_TARGET)
        if frame.kind == "verb" and "iobj" in match.roles and order[0] != "iobj":
            order = ("iobj", *order)  # who is given something is always meant
        used = [r for r in match.entry.source if r in order] if frame.kind == "noun" else []
        if match.entry.mutual and "in" not in match.entry.target:
            used = [*used, "in", "at"]  # where two meet is not whom they meet
        roles = {r: t for r, t in match.places.items() if r not in used}
        if match.entry.mutual and self.several(sources):
            order = tuple(r for r in order if r in ("with", "object", "against", "between", "to"))
            others = {r: [i for i in tokens if i not in sources] for r, tokens in roles.items()}
            found = self.parties.find(others, order, exclude=sources, places=False)
            return found if self.real(found) else ()
        if afar := self._meant_afar(match, frame, sources):
            return afar
        found = self.parties.find(roles, order, exclude=sources, head=frame.head)
        if frame.kind == "noun":
            return found
        given = match.entry.code.startswith(GIVEN)
        if given and not any(self._has_country(i) for i in found):
            to = () if self.real(found) else self._struck_by(frame.head, frame.head, sources, ("to",))
            found = to or self._helped(match, frame, sources) or found
        judged = match.entry.code.startswith(("09", "016", "110", "111"))
        deeds = match.roles.get(next(iter(match.entry.target), "object"), ())
        doers = self._doers_of(deeds, sources) if judged else ()
        if doers or self.real(found) or any(self.parties.named(i) for i in found):
            return doers or found
        struck: tuple[int, ...] = ()
        if match.entry.code >= "14":
            struck = self._purpose(frame, sources) or self._struck_by(frame.head, frame.head, sources, ("against",))
        inner = struck or self.act_parties(match.roles.get("object", ()), sources)
        if inner or not (given or (match.entry.target and "object" not in match.entry.target[:1])):
            return inner or found
        near = self.parties.find(roles, order, exclude=sources, clause=frame.head, head=frame.head)
        return near if self.real(near) or not given else found

    def _meant_afar(self, match: Match, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Whom a clause below names, and not those beside the verb: "called on workers to rally against Chad"."""
        if match.entry.code[:2] == "15":
            return self._deterred(frame, sources)
        if match.entry.target == ("against",) and "against" not in match.places:
            return self._struck_by(frame.head, frame.head, sources, ("against",))
        return ()

    def _has_country(self, index: int) -> bool:
        return bool(self.parties.mention(index).actor.country)

    def _helped(self, match: Match, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Whom a gift is to serve: "sent doctors to help victims in Nepal", "gave money to rebuild schools in Mali"."""
        given = (c for i in match.roles.get("object", ()) for c in self.frames.at(i).clauses)
        for clause in (*(c for c in frame.clauses if c.preposition in ("adv", "")), *given):
            if clause_form(self.doc[clause.verb]) is Form.TO:
                roles = self.frames.at(clause.verb).roles
                found = self.parties.find(roles, ("object", "for", "of"), exclude=sources)
                if self.real(found):
                    return found
        return ()

    def _deterred(self, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Whom a show of force is meant for, wherever it goes: "sent bombers to Guam to deter North Korea"."""
        for clause in frame.clauses:
            if clause.preposition == "adv" and lemma(self.doc[clause.verb]) in DETERRING:
                found = self.parties.find(self.frames.at(clause.verb).roles, ("object", "against"), exclude=sources)
                if self.real(found):
                    return found
        return ()

    def _purpose(self, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Whom force is to move: "fired tear gas to disperse the marchers"."""
        for clause in frame.clauses:
            if clause.preposition == "adv" and clause.form is Form.TO and clause_form(self.doc[clause.verb]) is Form.TO:
                roles = self.frames.at(clause.verb).roles
                found = self.parties.find(roles, ("object",), exclude=sources, places=False)
                if self.real(found):
                    return found
        return ()

    def _doers_of(self, tokens: Sequence[int], exclude: tuple[int, ...]) -> tuple[int, ...]:
        """Who did what is investigated or denounced: "the bombing of a bridge by rebels" is about them."""
        for token in tokens:
            for act in self.acts(token, None) if names_act(self.doc[token]) else ():
                doers = self.parties.apart(act.sources, exclude)
                if doers:
                    return doers
        return ()

    def act_parties(self, tokens: list[int] | tuple[int, ...], exclude: tuple[int, ...]) -> tuple[int, ...]:
        """The doer (else the victim) of an act that stands as a thing: "condemned the attack by Hamas"."""
        for token in tokens:
            for act in self.acts(token, None):
                for side in (act.sources, act.targets):
                    rest = self.parties.apart(side, exclude)
                    if rest:
                        return rest
        return ()

    def between(
        self, match: Match, sources: tuple[int, ...], targets: tuple[int, ...]
    ) -> tuple[tuple[int, ...], tuple[int, ...], bool]:
        """Both sides of a mutual act: "talks between A and B", "A and B met"."""
        pair = match.places.get("between", []) or match.places.get("among", [])
        if len(pair) > 1 and (not sources or set(sources) <= set(pair)):
            return tuple(pair), tuple(pair), True
        if self.several(sources) and self._each_other(match):
            return sources, sources, True
        if (
            match.entry.mutual
            and self.several(sources)
            and (not targets or not self.real(targets) or all(self.parties.mention(t).kind == "place" for t in targets))
        ):
            return sources, sources, True
        return sources, targets, match.entry.mutual

    def _each_other(self, match: Match) -> bool:
        """Whether the doers did it to each other."""
        places = (i for role in ("object", "with", "against", "at", "on", "to") for i in match.roles.get(role, ()))
        return any(
            self.doc[i].lower_ in ("other", "another") and self.doc[max(i - 1, 0)].lower_ in ("each", "one")
            for i in places
        )

    def several(self, parties: tuple[int, ...]) -> bool:
        """Whether the phrases name two actors or more ("the leaders of Chad and Niger" are two)."""
        return sum(1 + len(self.parties.mention(i).others) for i in parties) > 1

    def real(self, found: tuple[int, ...]) -> bool:
        """Whether any of them is a known actor."""
        return any(self.parties.known(i) for i in found)

    def operator_sides(
        self, operator: str, match: Match, frame: Frame, content: Act, clause: Clause | None
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Source and target of an operator with its content, by what the operator does to them."""
        sources = self.sources(match, frame)
        if not sources and frame.kind == "noun" and clause is None and operator in ("INTEND", "THREATEN"):
            sources = content.sources  # "threats of sanctions by the EU"
        if operator == "UNDERGO":
            return tuple(i for i in content.sources if i not in sources), sources
        if operator == "REPORT":
            return content.sources, content.targets
        if operator in ("DO", "STOP", "ATTEMPT"):
            return self._done(match, frame, content, sources)
        if operator in ADDRESSED:
            asked = self._addressee(match, content, sources, clause)
            if content.code[:2] == AID and not self.real(asked):
                asked = self._helped(match, frame, sources) or asked  # "launched an appeal to help refugees"
            return sources, asked
        if operator in JUDGED:
            return sources, self._judged(match, content, sources)
        return sources, self._concerned(operator, match, frame, content, sources, clause)

    def _done(
        self, match: Match, frame: Frame, content: Act, sources: tuple[int, ...]
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """What is carried out, tried or stopped: the operator's doer, the content's target."""
        if content.mutual and set(content.sources) == set(content.targets):
            return content.sources, content.targets  # "talks between A and B resumed in Rome"
        doer = sources if sources and match.entry.content != ("agent",) else content.sources
        if match.entry.target and (named := self.own_target(match, frame, doer, content)):
            return doer, named  # "called him to apologise": whom the entry itself names
        rest = tuple(i for i in content.targets if i not in doer)
        placed = all(self.parties.mention(i).kind == "place" for i in rest)
        if placed or not self.real(rest):
            rest = self._struck(frame, content, doer) or rest
        if content.code[:2] == INQUIRY and not any(map(self._has_country, self.parties.apart(rest, doer))):
            visited = self._struck_by(frame.head, frame.head, doer, ("to",))
            rest = tuple(i for i in visited if i < content.head) or rest  # "sent experts to Peru to look into a fire"
        if content.mutual and not rest and self.several(doer):
            return doer, ()  # "A and B held talks in Rome": each with the other, not with Rome
        return doer, rest or self.own_target(match, frame, doer, content)

    def _concerned(
        self, operator: str, match: Match, frame: Frame, content: Act, sources: tuple[int, ...], clause: Clause | None
    ) -> tuple[int, ...]:
        """Whom a promise, refusal or threat concerns: the content's target, else the operator's own."""
        if operator == "REJECT" and clause is None and self.parties.apart((content.head,), sources):
            return (content.head,)  # "rejected an Armenian proposal": who made it
        partners = self.parties.apart(match.roles.get("with", ()), sources)
        if operator == "INTEND" and partners:
            return partners  # "agreed with Cuba to return the refugees"
        targets = tuple(i for i in content.targets if i not in sources)
        together = match.entry.operator == "INTEND" and lemma(self.doc[frame.head]) == "agree" and self.several(sources)
        if together and not any(map(self._has_country, targets)):
            return ()  # "the army and the rebels agreed to let people leave": with each other
        bound = self._bound(frame, content, sources) if operator in ("REJECT", "THREATEN") else ()
        others = self.parties.apart(
            targets, sources
        )  # "warned the envoy that it would expel him": not the one who warns
        if others:
            return (bound or others) if operator == "THREATEN" else others
        found = self.own_target(match, frame, sources, content)
        return found if self.real(found) else bound or found or targets

    def _bound(self, frame: Frame, content: Act, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Who has it in hand to avert or end it: "threatened to cut supplies unless Chad pays"."""
        for head in (content.head, frame.head):
            for clause in self.doc[head].children:
                if clause.dep_ == "advcl" and any(c.lower_ in ("unless", "until") for c in clause.children):
                    found = self.parties.apart(self.frames.at(clause.i).roles.get("agent", ()), sources)
                    if found:
                        return found
        return ()

    def _struck(self, frame: Frame, content: Act, doer: tuple[int, ...]) -> tuple[int, ...]:
        """Whom force is used against when the parser hung "against …" far from the blow."""
        if content.code < "14":
            return ()
        return self._struck_by(frame.head, content.head, doer, ("against",)) or self._struck_by(
            frame.head, content.head, doer, ("on", "at", "upon")
        )

    def _struck_by(self, clause: int, after: int, doer: tuple[int, ...], names: tuple[str, ...]) -> tuple[int, ...]:
        for token in self.doc[clause].subtree:
            if (
                token.i > after
                and token.dep_ == "prep"
                and token.lower_ in names
                and not self._of_another(token, clause)
            ):
                found = self.parties.apart(
                    (x.i for p in token.children if p.dep_ == "pobj" for x in conjuncts(p)), doer
                )
                if found:
                    return found
        return ()

    def _of_another(self, preposition: Token, clause: int) -> bool:
        """Whether a phrase belongs to an act of others: "a strike to hit fighters [firing on the army]"."""
        verb = preposition.head
        own = verb.i == clause or verb.dep_ not in ("acl", "relcl") or not is_verbal(verb)
        return not own and bool(self.acts(verb.i, None))

    def own_target(self, match: Match, frame: Frame, sources: tuple[int, ...], content: Act) -> tuple[int, ...]:
        """The operator's own target, the content aside: "threatened Iran with sanctions", "refused India's request"."""
        order = match.entry.target or tuple(r for r in VERB_TARGET if r not in ("from", "of", "about"))
        roles = {
            r: [t for t in tokens if t != content.head or self.parties.known(t)] for r, tokens in match.roles.items()
        }
        together = match.entry.operator == "INTEND" and self.several(sources)  # "A and B agreed in Rome": not with Rome
        found = self.parties.find(roles, order, exclude=sources, head=frame.head, places=not together)
        if self.real(found):
            return found
        others = self.parties.apart(content.sources, sources)
        return others or found

    def _addressee(
        self, match: Match, content: Act, sources: tuple[int, ...], clause: Clause | None
    ) -> tuple[int, ...]:
        """Who is asked, told, allowed: the object, the doer of the clause, else whom the content concerns."""
        infinitive = clause is not None and clause.form is Form.TO
        order = match.entry.target or (("for", *ASKED_ROLES) if infinitive else ASKED_ROLES)  # "a plea for Iran to …"
        roles = {r: [t for t in tokens if t != content.head] for r, tokens in match.roles.items()}
        found = self.parties.find(roles, order, exclude=sources, places=False)
        if self.real(found) and not (clause is None and found == content.targets):
            return found
        if found and clause is not None:
            return found  # "call on more countries to …": they are asked, known or not
        for side in (content.sources, content.targets):
            rest = self.parties.apart(side, sources)
            if rest:
                return rest
        return found or tuple(i for i in (*content.sources, *content.targets) if i not in sources)

    def _judged(self, match: Match, content: Act, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Who is blamed or praised: the object when it is an actor, else the doer of the deed, else its victim."""
        order = match.entry.target or VERB_TARGET
        violent = content.noun and content.code >= "14" and content.head in match.roles.get("object", ())
        if violent:  # whoever did it is meant, never the victim
            return self.parties.apart(content.sources, sources) or (content.head,)
        found = self.parties.find(match.roles, order, exclude=sources, places=False)
        if self.real(found):
            return found
        for side in (content.sources, content.targets):
            rest = self.parties.apart(side, sources)
            if rest:
                return rest
        if self.parties.known(content.head) and content.head not in sources:
            return (content.head,)
        return found or self.parties.find(match.roles, order, exclude=sources)

    def clause_parties(self, clauses: Sequence[Clause], sources: tuple[int, ...], verbs: list[int]) -> tuple[int, ...]:
        """The actors of a clause whose verb the lexicon does not know: its doer first, then the others by role."""
        for clause in clauses:
            if clause.adjunct:
                continue
            inner = self.frames.at(clause.verb)
            verbs.append(clause.verb)  # read here, so no event of its own
            found = self.parties.find(inner.roles, ("agent", *VERB_TARGET, "in"), exclude=sources)
            if self.real(found):
                return found
            nested = self.clause_parties(inner.clauses, sources, verbs)
            if nested:
                return nested
        return ()
