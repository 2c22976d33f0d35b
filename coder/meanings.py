"""What a predicate means: the entry that fits, its operator joined with its content, its parties."""

from dataclasses import replace

from coder.acts import Act
from coder.clauses import Clause, Form, is_verbal
from coder.completion import ORGANS
from coder.frames import Frame, FrameReader
from coder.matching import Match, Matcher
from coder.operators import OperatorTable
from coder.parsed import Doc, Token
from coder.parties import VERB_TARGET, Parties
from coder.reality import Reality
from coder.rules import NO_EVENT, Lexicon
from coder.sides import ADDRESSED, ASKED_ROLES, Sides
from coder.types import Modality
from coder.words import head_forms, heads, lemma, nominal_gerund

FACTIVE = ("PRAISE", "CONDEMN", "INVESTIGATE")  # what is welcomed or condemned has happened; so has what alarms
SHARED = ("DO", "STOP", "ATTEMPT")  # both sides of a mutual content share the operator; to agree or refuse binds one
JOINT = (*SHARED, "REJECT")  # what several do of a mutual content they do with each other
TABLED = ("APPEAL", "INTEND", "DEMAND", "REJECT", "THREATEN", "STOP", "ALLOW", "PREVENT", "ACCUSE", "INVESTIGATE")
CARRIERS = ("DO", "ATTEMPT", "INTEND", "REJECT", "STOP", "THREATEN")  # they and their infinitive have one doer
READ_ON = ("051", "111", "19")  # what others did is praised, denounced or repelled: it happened all the same
SPOKEN_AGAINST = ("02", "10", "12", "13")  # what is asked for, refused or threatened is not done
SPOKEN = ("02", "03", "10")  # asked or promised all the same when nobody is named who refuses it
FRIENDLY = frozenset(
    "agree accept assure assurance offer consent undertake undertaking readiness ready willing".split()
)
DEEPEST = 16  # contents within contents: no sense is lost beyond, and no sentence can exhaust the stack
DEMAND_KINDS = {  # second level of the demand, without its root -> last digit of a protest code
    "41": "1",
    "42": "2",
    "43": "3",
    "44": "4",
    "51": "2",
    "52": "2",
    "53": "2",
    "54": "2",
    "55": "2",
    "56": "2",
}


class Meanings:
    """Reads the predicates of one Doc as acts, each once, as if they had happened."""

    __deletable__ = ("matcher", "sides")  # by `close`; the compiler wants to know

    def __init__(
        self, doc: Doc, frames: FrameReader, parties: Parties, reality: Reality, lexicon: Lexicon, table: OperatorTable
    ) -> None:
        """Take the Doc's readers and the data."""
        self.doc = doc
        self.frames = frames
        self.parties = parties
        self.reality = reality
        self.lexicon = lexicon
        self.table = table
        self.sides = Sides(doc, frames, parties, self.acts)
        self.matcher = Matcher(doc, frames, lexicon, parties, self._codes)
        self._acts: dict[tuple[int, int], tuple[Act, ...]] = {}
        self._busy: set[int] = set()

    def close(self) -> None:
        """Let go of those who ask back what a word means, so that no circle is left to the collector."""
        del self.sides, self.matcher

    def _codes(self, index: int, host: Frame) -> tuple[str, ...]:
        return tuple(a.code for t in heads(self.doc[index]) for a in self.acts(t.i, host))

    def acts(self, index: int, host: Frame | None) -> tuple[Act, ...]:
        """What the predicate at a token means, tense and negation aside; `host` is the verb that carries it."""
        key = (index, host.head if host is not None else -1)
        if key not in self._acts:
            if index in self._busy or len(self._busy) == DEEPEST:
                return ()
            self._busy.add(index)
            self._acts[key] = self._read_acts(index, host)
            self._busy.discard(index)
        return self._acts[key]

    def _read_acts(self, index: int, host: Frame | None) -> tuple[Act, ...]:
        frame = self.frames.at(index)
        if not self.known(frame.kind, self.doc[index]):
            return ()
        if host is not None and frame.kind == "noun":
            frame = self._carried(frame, host)
        if host is not None and frame.kind == "verb":
            frame = _reached(frame, host)
        speaker = self.reality.speaker(self.doc[index]) if frame.kind != "noun" else -1
        if speaker >= 0:
            frame = replace(frame, roles={**frame.roles, "speaker": [speaker]})
        best: tuple[float, tuple[Act, ...]] | None = None
        for match in self.matcher.matches(frame):
            if best is not None and match.score + 6.0 <= best[0]:
                break
            if match.entry.code == NO_EVENT:
                if best is None or match.score > best[0]:
                    best = (match.score, ())
                continue
            acts = self._operate(match, frame) if match.entry.operator else self._plain(match, frame)
            score = match.score + self._preference(match, acts)
            if acts and (best is None or score > best[0]):
                best = (score, acts)
        return best[1] if best else ()

    def _preference(self, match: Match, acts: tuple[Act, ...]) -> float:
        """An operator that found its content has shown more than its own conditions say; mere reporting comes last."""
        if match.entry.operator == "REPORT":
            return -10.0
        return 3.0 + 0.5 * min(acts[0].weight - 2.0, 4.0) if match.entry.operator and acts and acts[0].composed else 0.0

    def _carried(self, noun: Frame, host: Frame) -> Frame:
        """A noun frame with the arguments of the verb that carries it: "launched an attack on" has its doer there."""
        merged = Frame(
            noun.head,
            noun.kind,
            noun.lemma,
            {r: list(t) for r, t in noun.roles.items()},
            list(noun.clauses),
            noun.status,
            carried=True,
        )
        for role, tokens in host.roles.items():
            rest = [t for t in tokens if t != noun.head and not _within(self.doc, t, noun.head)]
            if role == "agent":
                merged.add("agent", rest)
            elif role == "object":
                continue
            elif role not in merged.roles or role == "iobj":
                merged.add(role, rest)
        doer = noun.head in host.roles.get("agent", ()) and self.parties.known(noun.head)
        if not noun.clauses and not doer:  # "the opposition continued to …" is not opposed to it
            merged.clauses.extend(
                c for c in host.clauses if c.verb != noun.head and c.preposition in ("", "adv") and c.form is Form.TO
            )
        return merged

    def _plain(self, match: Match, frame: Frame) -> tuple[Act, ...]:
        entry = match.entry
        sources = self.sides.sources(match, frame)
        targets = self.sides.targets(match, frame, sources)
        code, blow = entry.code, self.sides.strikers.blow(match, frame)
        if blow is not None and self.sides.strikers.spares(blow, targets):
            targets = blow.targets  # "a raid on the camp wrecked two lorries" strikes the camp's owners alone
            code = blow.code if code < "18" else code
            match.held.append(blow.head)
        sources, targets, mutual = self.sides.between(match, sources, targets)
        if entry.no_target or (not mutual and targets and set(targets) == set(sources)):
            targets = ()
        named = frame.kind == "verb" or code[:2] in SPOKEN  # "a promise of loans" lends nothing
        held = [i for i in match.held if named and self.doc[i].pos_ == "NOUN" and i != frame.head]
        read = [i for i in held if not code.startswith(READ_ON) or not self._by_others(i, sources)]
        if entry.source[:1] == ("object",):  # "the build-up worried Sweden": what alarms has happened
            read = [i for i in read if i not in match.roles.get("agent", ())]
        if not sources and code < "14":
            read = []  # "their demand was turned down": nobody is named who did it, so that the demand is all there is
        elif code[:2] in SPOKEN_AGAINST:
            read += [
                i for i in match.roles.get("object", ()) if self.doc[i].pos_ == "NOUN" or nominal_gerund(self.doc[i])
            ]
        step = f"{' '.join(self.doc[i].text for i in sorted(match.words))} -> {code}"
        act = Act(
            code,
            sources,
            targets,
            frame.head,
            entry.id,
            (step,),
            tuple(sorted(match.words)),
            match.score,
            mutual,
            entry.no_target,
            noun=frame.kind == "noun",
            negated=entry.negated,
            takes=(*read, *(w for w in match.words if w != frame.head)),
        )
        return (self._with_demand(act),) if code[:2] == "14" else (act,)

    def _with_demand(self, act: Act) -> Act:
        """A protest takes the demand that stands beside it: marched demanding elections is 1411, not 141 and 1041."""
        for clause in self._beside(self.doc[act.head]):
            for demand in self.acts(clause.i, None):
                wanted = self._wanted(clause, demand)
                if wanted is not None:
                    return self._demanding(act, wanted)
        return act

    def _wanted(self, clause: Token, act: Act) -> Act | None:
        """The demand of a clause beside a protest: said, or what the protest lasts until."""
        if act.code[:2] in ("02", "10"):
            return act
        if act.code[:2] == "14":  # "blocked roads to protest against imports": one protest, whose kind the clause tells
            return act if clause.dep_ in ("advcl", "xcomp", "acl") else None
        until = any(c.lower_ == "until" for c in clause.children) and act.code[:2] in ("03", "08")
        code = self.table.join("DEMAND", act.code, "") if until else ""
        return replace(act, code=code, targets=act.sources) if code else None

    def _demanding(self, act: Act, demand: Act) -> Act:
        own = act.targets if self.sides.real(act.targets) and not self._all_places(act.targets) else ()
        theirs = demand.targets if demand.code[:2] == "14" else (*demand.targets, *demand.sources)
        targets = own or self.parties.apart(theirs, act.sources) or act.targets
        kind = demand.code[3:] if demand.code[:2] == "14" else DEMAND_KINDS.get(demand.code[2:])
        code = act.code[:3] + kind if kind and act.code[2] in "12345" else act.code
        step = f"demand {demand.code} -> {code}"
        takes = (*act.takes, demand.head, *demand.words)
        return replace(act, code=code, targets=targets, steps=(*act.steps, step), takes=takes)

    def _all_places(self, parties: tuple[int, ...]) -> bool:
        return all(self.parties.mention(i).kind == "place" for i in parties)

    def _beside(self, token: Token) -> list[Token]:
        """The verbs of clauses that hang on a protest or on its doer: "marched, demanding", "protesters demanding"."""
        frame = self.frames.at(token.i)
        near = [token, *(self.doc[i] for role in ("agent", "object") for i in frame.roles.get(role, ()))]
        return [
            c
            for t in near
            for c in t.children
            if c.dep_ in ("advcl", "acl", "xcomp", "conj", "relcl") and is_verbal(c) and c.i != token.i
        ]

    def known(self, kind: str, token: Token) -> bool:
        """Whether the lexicon has an entry for the token, alone or as the end of a compound."""
        return any(self.lexicon.knows(kind, form) for form in head_forms(token))

    def _operate(self, match: Match, frame: Frame) -> tuple[Act, ...]:
        contents = self._contents(match, frame)
        if contents:
            return tuple(a for content, clause in contents for a in self._joined(match, frame, content, clause))
        default = match.entry.default
        if not default:
            return ()
        return self._bare(match, frame, default)

    def _contents(self, match: Match, frame: Frame) -> list[tuple[Act, Clause | None]]:
        carrier = frame
        if match.entry.operator == "UNDERGO":  # who undergoes it does not do it
            carrier = replace(frame, head=-frame.head - 2, roles=_suffered(frame.roles))
        elif match.entry.operator in FACTIVE:  # nor does who judges it
            carrier = replace(frame, head=-frame.head - 2, roles={r: t for r, t in frame.roles.items() if r != "agent"})
        for role in match.entry.content or ("comp", "object"):
            found: list[tuple[Act, Clause | None]] = []
            if role == "comp":
                for clause in match.clauses:
                    if not clause.adjunct or self._asked(clause, match):
                        found.extend((a, clause) for a in self._clause_acts(clause, match.entry.operator, frame))
            elif role == "purpose":
                for clause in self.matcher.aims(frame):
                    found.extend((a, clause) for a in self._clause_acts(clause, match.entry.operator, frame))
            else:
                found = self._role_contents(role, match, frame, carrier)
            if found:
                return found
        return []

    def _role_contents(self, role: str, match: Match, frame: Frame, carrier: Frame) -> list[tuple[Act, Clause | None]]:
        """What stands behind a preposition ("for", "of") or as a noun: "a call for talks", "accused of spying"."""
        clauses = [c for c in match.clauses if c.preposition == role]
        found: list[tuple[Act, Clause | None]] = []
        for clause in clauses:
            found.extend((a, clause) for a in self._clause_acts(clause, match.entry.operator, frame))
        for token in match.roles.get(role, ()):
            if token not in match.words:
                found.extend((a, None) for t in heads(self.doc[token]) for a in self.acts(t.i, carrier))
        return found

    def _asked(self, clause: Clause, match: Match) -> bool:
        """Whether an infinitive that the parser took for a purpose says what is asked: "called on Turkey to send …"."""
        operator = match.entry.operator
        if operator not in ("APPEAL", "DEMAND", "INTEND") or any(not c.adjunct for c in match.clauses):
            return False
        verb = self.doc[clause.verb]
        if clause.preposition != "adv" or not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
            return False
        carried = len(match.words) > 1 or self.doc[match.words[0]].pos_ == "NOUN"
        if operator == "INTEND":  # "gave an undertaking to release …"
            return carried
        asked = ("object", "with", "for") if carried else ("object", "with")
        return any(match.roles.get(r) for r in (*asked, *(("on", "upon", "to") if carried else ())))

    def _clause_acts(self, clause: Clause, operator: str, host: Frame) -> list[Act]:
        """A clause as content: "not to attack" is "stop attacking"; what is only reported keeps its own tense."""
        inner = self.frames.at(clause.verb)
        acts = list(self.acts(clause.verb, host if operator in CARRIERS else None))
        if operator == "REPORT":
            speaker = self.reality.speaker(self.doc[clause.verb])
            return [
                a for a in (self.reality.realise(x, inner, speaker) for x in acts) if a.modality is Modality.ASSERTED
            ]
        if inner.status.negated:
            acts = [
                replace(a, code=code, steps=(*a.steps, f"not {a.code} -> {code}"))
                for a in acts
                if (code := self.table.join("STOP", a.code, ""))
            ]
        return acts

    def _joined(self, match: Match, frame: Frame, content: Act, clause: Clause | None) -> list[Act]:
        operator = match.entry.operator
        operator = self._as_duty(operator, clause)
        code = self._code(operator, content.code, match.entry.default or "")
        if operator == "INTEND" and code[:2] == "13" and self._is_friendly(match):
            code = match.entry.default or ""  # an assurance or offer is no threat, whatever is offered
        if not code:
            return []
        sources, targets = self.sides.operator_sides(operator, match, frame, content, clause)
        if operator == "FORCE" and not sources and clause is not None:
            sources, targets, code = content.sources, content.targets, content.code  # "was forced to withdraw" did so
        if operator == "STOP" and code == "082" and self._rules(sources):
            code = "1721"  # a state that stops a protest does not yield
        mutual = content.mutual and (operator == "DO" or (operator in SHARED and self.sides.several(sources)))
        if operator == "INTEND" and content.code[:2] in ("04", "05", "06") and all(self._is_topic(t) for t in targets):
            targets = targets if not self.sides.several(sources) else ()
        joint = operator == "INTEND" or (content.mutual and operator in JOINT)
        placed = joint and content.mutual and bool(targets) and self._all_places(targets)
        if (placed or not self.sides.real(targets)) and self.sides.several(sources) and joint:
            targets, mutual = sources, True  # "agreed in Rome to restore ties": with each other, not with Rome
        if operator == "APPEAL" and content.code.startswith(("051", "070")):
            code, targets = self._rallied(code, sources, targets, content)
        if code == "113" and (others := self.parties.apart(content.targets, (*sources, *targets))):
            targets = others  # "asked NATO to punish Russia": against whom others are rallied
        step = f"{operator} {self.doc[frame.head].text} + {content.code} -> {code}" if operator != "DO" else ""
        felt = operator in ("FEAR", "HOPE") and content.head in match.roles.get("agent", ())
        reads_on = felt or operator in FACTIVE or operator == "REPORT"
        own = tuple(w for w in match.words if w != frame.head)  # "reaffirmed its commitment": one act, not two
        return [
            replace(
                content,
                code=code,
                sources=sources,
                targets=targets,
                head=content.head if operator == "REPORT" else frame.head,
                rule=match.entry.id,
                steps=(*content.steps, *((step,) if step else ())),
                mutual=mutual or match.entry.mutual,
                words=tuple(sorted({*content.words, *match.words})),
                weight=content.weight + 2.0,
                noun=False,
                negated=match.entry.negated,
                composed=True,
                takes=own
                if reads_on or (not sources and content.code[:2] in SPOKEN)
                else (*content.takes, content.head, *content.words),
            )
        ]

    def _by_others(self, index: int, sources: tuple[int, ...]) -> bool:
        """Whether a noun is an act of others: "repelled an assault by the rebels on the town"."""
        return any(self.parties.apart(a.sources, sources) for a in self.acts(index, None) if not a.composed)

    def _is_topic(self, index: int) -> bool:
        """Whether a phrase says what an act is about: "agreed to share intelligence on Libya"."""
        token = self.doc[index]
        return token.dep_ == "pobj" and token.head.lower_ in ("on", "about", "over", "regarding")

    def _rallied(
        self, code: str, sources: tuple[int, ...], asked: tuple[int, ...], content: Act
    ) -> tuple[str, tuple[int, ...]]:
        """Who asks one for the good of another rallies support: "urged the EU to back Georgia" is 053 for Georgia."""
        helped = self.parties.apart(content.targets, (*sources, *asked))
        own = {self.parties.mention(i).actor.country for i in sources}
        third = [i for i in helped if self.parties.mention(i).actor.country not in own | {""}]
        rallied = third and self.sides.real(asked) and self.parties.apart(content.sources, sources)
        return ("053", tuple(third)) if rallied else (code, asked)

    def _as_duty(self, operator: str, clause: Clause | None) -> str:
        """What is warned of with "must" is demanded: "warned that Turkey must release the sailors"."""
        modal = self.frames.at(clause.verb).status.modal if clause and operator == "THREATEN" else ""
        return {"must": "DEMAND", "should": "APPEAL"}.get(modal, operator)

    def _is_friendly(self, match: Match) -> bool:
        return any(lemma(self.doc[i]) in FRIENDLY for i in match.words)

    def _rules(self, parties: tuple[int, ...]) -> bool:
        """Whether a state or one of its organs is among them."""
        mentions = [self.parties.mention(i) for i in parties]
        return any(ORGANS & {*m.actor.sectors} or m.sort == "state" for m in mentions)

    def _code(self, operator: str, content: str, default: str) -> str:
        if operator in ("DO", "UNDERGO", "REPORT"):
            return content
        if operator == "ATTEMPT":
            if content == "186":
                return "185"
            kept = content >= "14" or content[:2] in ("02", "10")  # who tries to persuade asks
            return content if kept else self.table.join("INTEND", content, "")
        return self.table.join(operator, content, default) if operator in TABLED else default

    def _bare(self, match: Match, frame: Frame, default: str) -> tuple[Act, ...]:
        """An operator whose content the lexicon does not know: the operator's own code."""
        sources = self.sides.sources(match, frame)
        asked = match.entry.operator in ADDRESSED and any(not c.adjunct for c in frame.clauses)
        order = match.entry.target or (ASKED_ROLES if asked else VERB_TARGET)
        targets = self.parties.find(match.roles, order, exclude=sources, head=frame.head)
        verbs: list[int] = []
        if not self.sides.real(targets) and not (asked and targets):
            targets = self.sides.clause_parties(match.clauses, sources, verbs) or targets
        if not self.sides.real(targets):
            targets = self.sides.act_parties(match.roles.get("object", ()), sources) or targets
        mutual = match.entry.mutual
        if self.sides.several(sources) and not self.sides.real(targets) and match.entry.operator == "INTEND":
            targets, mutual = sources, True
        step = f"{match.entry.operator} {self.doc[frame.head].text} -> {default}"
        return (
            Act(
                default,
                sources,
                targets,
                frame.head,
                match.entry.id,
                (step,),
                tuple(sorted(match.words)),
                match.score - 1.0,
                mutual,
                match.entry.no_target,
                noun=frame.kind == "noun",
                takes=tuple(verbs),
            ),
        )


def _reached(verb: Frame, host: Frame) -> Frame:
    """An infinitive with the phrases that the parser hung on the verb before it: "began to work on it with Iran"."""
    roles = {role: list(tokens) for role, tokens in verb.roles.items()}
    for role, tokens in host.roles.items():
        late = [t for t in tokens if t > verb.head]
        if late and role not in roles and role not in ("agent", "object", "iobj"):
            roles[role] = late
    return replace(verb, roles=roles)


def _suffered(roles: dict[str, list[int]]) -> dict[str, list[int]]:
    """The roles that an act has for the verb of who undergoes it: he does not do it, it is done on or against him."""
    sufferer = roles.get("agent", [])
    others = {role: tokens for role, tokens in roles.items() if role != "agent"}
    return dict.fromkeys(("on", "against"), sufferer) | others


def _within(doc: Doc, inner: int, outer: int) -> bool:
    token = doc[inner]
    return any(a.i == outer for a in token.ancestors)
