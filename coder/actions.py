"""Frames -> actions: the entry that fits, its operator joined with its content, and how real the text says it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from coder.operators import OperatorTable
from coder.completion import ORGANS
from coder.frames import Clause, Form, Frame, FrameReader, conjuncts, is_verbal
from coder.matching import Match, Matcher
from coder.parties import NOUN_SOURCE, NOUN_TARGET, VERB_SOURCE, VERB_TARGET, Parties
from coder.rules import NO_EVENT, Lexicon
from coder.types import Modality, Tense
from coder.words import head_forms, heads, lemma, nominal_gerund

FACTIVE = ("PRAISE", "CONDEMN", "INVESTIGATE", "DENY_NOT")  # what is welcomed or condemned has happened
STATE_ACTS = ("17", "09", "08", "115", "116", "16")  # passives without a doer: "was arrested in Rwanda" is Rwanda's act
CARRIERS = ("DO", "ATTEMPT", "INTEND", "REJECT", "STOP", "THREATEN")  # they and their infinitive have one doer
ADDRESSED = ("APPEAL", "DEMAND", "ALLOW", "PREVENT", "FORCE")
JUDGED = ("ACCUSE", "DENY", "ADMIT", "INVESTIGATE", "PRAISE", "CONDEMN", "HOPE", "FEAR")
NO_EVENT_UNDER = frozenset(
    """want wish hope believe think fear expect suspect doubt imagine suppose assume consider propose suggest urge ask insist require
    recommend demand prefer dream intend plan seem appear try fail refuse decline avoid prevent need""".split()
)
UNREAL_PREPOSITIONS = frozenset("without for from against of towards toward instead".split())
OPEN_MARKS = frozenset("until once unless if whether".split())
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
COOPERATIVE = ("03", "04", "05", "06", "07", "08", "09")


@dataclass(frozen=True, slots=True)
class Act:
    """One action with its parties as head tokens, before they become actors."""

    code: str
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    head: int
    rule: str
    steps: tuple[str, ...]
    words: tuple[int, ...]
    weight: float
    mutual: bool = False
    no_target: bool = False
    modality: Modality = Modality.ASSERTED
    tense: Tense = Tense.PAST
    speaker: int = -1
    noun: bool = False
    doer_named: bool = True
    composed: bool = False  # an operator joined with a content


@dataclass(slots=True)
class _State:
    acts: dict[tuple[int, int], tuple[Act, ...]] = field(default_factory=dict)
    busy: set[int] = field(default_factory=set)
    consumed: set[int] = field(default_factory=set)


class ActionReader:
    """Reads the actions of one Doc."""

    def __init__(self, doc: Doc, frames: FrameReader, parties: Parties, lexicon: Lexicon, table: OperatorTable) -> None:
        self.doc = doc
        self.frames = frames
        self.parties = parties
        self.lexicon = lexicon
        self.table = table
        self.matcher = Matcher(doc, frames, lexicon, parties, self._codes)
        self._state = _State()

    def read(self) -> list[Act]:
        """All actions of the text, in the order of their heads; hypothetical ones carry their modality."""
        found: list[Act] = []
        for verbs in (True, False):
            for token in self.doc:
                if is_verbal(token) == verbs and token.i not in self._state.consumed and self._may_act(token):
                    found.extend(self._independent(token))
        found.extend(self._duties())
        found = [a for a in found if not (a.head in self._state.consumed and a.words[0] in self._state.consumed)]
        return sorted(found, key=lambda a: a.head)

    def _duties(self) -> list[Act]:
        """ "X said that Y must …" whatever the lexicon makes of the rest: a demand; with "should" an appeal."""
        found = []
        for token in self.doc:
            if not is_verbal(token) or token.i in self._state.consumed or self.acts(token.i, None):
                continue
            frame, speaker = self.frames.at(token.i), self._speaker(token)
            modal = frame.status.modal
            doers = self.parties.apart(
                [*frame.roles.get("agent", ()), *(frame.roles.get("object", ()) if frame.passive else ())],
                [speaker] if speaker >= 0 else [],
            )
            if modal in ("must", "should") and speaker >= 0 and doers and self._embedding(token) is Modality.ASSERTED:
                code = "100" if modal == "must" else "020"
                found.append(
                    Act(
                        code,
                        (speaker,),
                        doers,
                        token.i,
                        f"modal:{modal}",
                        (f"{modal} {token.text} -> {code}",),
                        (token.i,),
                        1.0,
                        tense=Tense.PRESENT,
                    )
                )
        return found

    def _may_act(self, token: Token) -> bool:
        if is_verbal(token):
            return self.lexicon.knows("verb", lemma(token))
        if token.pos_ in ("NOUN", "PROPN") or nominal_gerund(token):
            return self._known("noun", token) and token.dep_ not in ("compound", "npadvmod")
        return (token.pos_ == "ADJ" and token.dep_ in ("acomp", "attr", "oprd", "conj")) and self.lexicon.knows(
            "adj", lemma(token)
        )

    def _nameless(self, act: Act) -> Act:
        """Violence whose doer the text does not name is an event all the same; its source is then nobody known."""
        if act.sources or act.noun or act.code[:2] not in ("18", "19", "20") or not self._real(act.targets):
            return act
        return replace(act, sources=(act.head,), weight=act.weight - 3.0)

    def _against_speaker(self, act: Act, frame: Frame, speaker: int) -> Act:
        """ "Vietnam said Chinese ships rammed its boats": what belongs to "it" there belongs to the one who complains."""
        if speaker < 0 or speaker in act.sources or act.code[:2] < "10":
            return act
        owned = [
            i
            for i in frame.roles.get("object", ())
            if any(c.dep_ == "poss" and c.lower_ in ("its", "their", "his", "her", "our") for c in self.doc[i].children)
        ]
        doers = {self.parties.mention(i).actor.country for i in act.sources}
        own = [i for i in owned if not self.parties.known(i) or self.parties.mention(i).actor.country in doers]
        if not own or self.parties.mention(speaker).actor.country in doers:
            return act
        return replace(act, targets=(*(t for t in act.targets if t not in own), speaker))

    def _known(self, kind: str, token: Token) -> bool:
        return any(self.lexicon.knows(kind, form) for form in head_forms(token))

    def _independent(self, token: Token) -> list[Act]:
        """The acts of a predicate that no operator took in, as real as its surroundings leave it."""
        frame = self.frames.at(token.i)
        modality = self._embedding(token)
        speaker = self._speaker(token)
        acts = [self._realise(a, frame, speaker) for a in self.acts(token.i, None) if a.head == token.i]
        acts = [self._nameless(self._against_speaker(a, frame, speaker)) for a in acts]
        if modality is not Modality.ASSERTED:
            acts = [a if a.modality is not Modality.ASSERTED else replace(a, modality=modality) for a in acts]
        elif speaker >= 0:
            acts = [
                replace(a, modality=Modality.REPORTED, speaker=speaker) if a.modality is Modality.ASSERTED else a
                for a in acts
            ]
        return acts

    # --- the acts of one predicate, as if it happened ----------------------------------------------------------------

    def _codes(self, index: int, host: Frame) -> tuple[str, ...]:
        return tuple(a.code for t in heads(self.doc[index]) for a in self.acts(t.i, host))

    def acts(self, index: int, host: Frame | None) -> tuple[Act, ...]:
        """What the predicate at a token means, its own tense and negation aside; `host` is the verb that carries a noun."""
        key = (index, host.head if host is not None else -1)
        if key not in self._state.acts:
            if index in self._state.busy:
                return ()
            self._state.busy.add(index)
            self._state.acts[key] = self._read_acts(index, host)
            self._state.busy.discard(index)
        return self._state.acts[key]

    def _read_acts(self, index: int, host: Frame | None) -> tuple[Act, ...]:
        frame = self.frames.at(index)
        if not self._known(frame.kind, self.doc[index]):
            return ()
        if host is not None and frame.kind == "noun":
            frame = self._carried(frame, host)
        if host is not None and frame.kind == "verb":
            frame = _reached(frame, host)
        speaker = self._speaker(self.doc[index]) if frame.kind != "noun" else -1
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
        """A noun frame with the arguments of the verb that carries it: "launched an attack on" has its doer at "launched"."""
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
        if not noun.clauses:
            merged.clauses.extend(
                c for c in host.clauses if c.verb != noun.head and c.preposition in ("", "adv") and c.form is Form.TO
            )
        return merged

    def _plain(self, match: Match, frame: Frame) -> tuple[Act, ...]:
        entry = match.entry
        sources = self._sources(match, frame)
        targets = self._targets(match, frame, sources)
        sources, targets, mutual = self._between(match, sources, targets)
        if entry.no_target:
            targets = ()
        elif not mutual and targets and set(targets) == set(sources):
            targets = ()
        if frame.kind == "verb":
            self._state.consumed.update(i for i in match.held if self.doc[i].pos_ == "NOUN" and i != frame.head)
        step = f"{' '.join(self.doc[i].text for i in sorted(match.words))} -> {entry.code}"
        act = Act(
            entry.code,
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
            doer_named=bool(sources),
        )
        return (self._with_demand(act),) if entry.code[:2] == "14" else (act,)

    def _with_demand(self, act: Act) -> Act:
        """A protest takes the kind of demand that stands beside it: marched demanding elections is 1411, not 141 and 1041."""
        for clause in self._beside(self.doc[act.head]):
            for demand in self.acts(clause.i, None):
                kind = DEMAND_KINDS.get(demand.code[2:])
                if demand.code[:2] not in ("02", "10"):
                    continue
                self._state.consumed.update((demand.head, *demand.words))
                targets = (
                    act.targets
                    if self._real(act.targets) and not all(self.parties.mention(t).kind == "place" for t in act.targets)
                    else ()
                )
                targets = targets or self.parties.apart((*demand.targets, *demand.sources), act.sources) or act.targets
                code = act.code[:3] + kind if kind and act.code[2] in "12345" else act.code
                return replace(act, code=code, targets=targets, steps=(*act.steps, f"demand {demand.code} -> {code}"))
        return act

    def _beside(self, token: Token) -> list[Token]:
        """The verbs of clauses that hang on a protest or on its doer: "marched, demanding …", "protesters demanding …"."""
        frame = self.frames.at(token.i)
        near = [token, *(self.doc[i] for role in ("agent", "object") for i in frame.roles.get(role, ()))]
        return [
            c
            for t in near
            for c in t.children
            if c.dep_ in ("advcl", "acl", "xcomp", "conj", "relcl") and is_verbal(c) and c.i != token.i
        ]

    def _sources(self, match: Match, frame: Frame) -> tuple[int, ...]:
        order = match.entry.source or (
            VERB_SOURCE if frame.kind != "noun" else ("agent", *NOUN_SOURCE) if "agent" in match.roles else NOUN_SOURCE
        )
        if not match.entry.source and frame.kind == "noun" and match.entry.target:
            order = tuple(r for r in order if r not in match.entry.target[:1])
        found = self.parties.find(match.places, order, places=False)
        found = tuple(i for i in found if self._may_do(i))
        if found:
            return found
        for role in order:
            for token in match.roles.get(role, ()):
                inner = [s for a in self.acts(token, None) for s in a.sources] if self._names_act(token) else []
                if inner:
                    return tuple(dict.fromkeys(inner))
        if frame.kind == "verb" and "agent" not in match.roles:
            doers = self._doers_around(match)
            if doers:
                return doers
        code = match.entry.code
        if frame.passive and "agent" not in match.roles and code.startswith(STATE_ACTS):
            places = ("in", "from") if code.startswith(("16", "174")) else ("in",)
            found = self.parties.find({r: t for r, t in match.roles.items() if r in places}, places)[:1]
            speaker = match.roles.get("speaker", [])
            if not found and speaker and ORGANS & {*self.parties.mention(speaker[0]).actor.sectors}:
                return (
                    speaker[0],
                )  # a prosecutor who says that somebody is being investigated speaks for those who do it
            return found
        return ()

    def _names_act(self, index: int) -> bool:
        return self.doc[index].pos_ == "NOUN" or nominal_gerund(self.doc[index])

    def _doers_around(self, match: Match) -> tuple[int, ...]:
        """The doer of the act in which it happened: "five were killed in an attack by rebels"."""
        for role in ("in", "during", "after", "from", "through", "amid"):
            for token in match.roles.get(role, ()):
                for act in self.acts(token, None) if self._names_act(token) else ():
                    if act.sources:
                        return act.sources
        return ()

    def _may_do(self, index: int) -> bool:
        """Whether a phrase can act: an actor, somebody named, a pronoun; a mere thing cannot."""
        mention = self.parties.mention(index)
        return bool(mention.actor.code) or mention.kind == "pronoun" or self.doc[index].pos_ in ("PROPN", "PRON")

    def _targets(self, match: Match, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        order = match.entry.target or (NOUN_TARGET if frame.kind == "noun" else VERB_TARGET)
        used = [r for r in match.entry.source if r in order] if frame.kind == "noun" else []
        roles = {r: t for r, t in match.places.items() if r not in used}
        if match.entry.mutual and self._several(sources):
            order = tuple(r for r in order if r in ("with", "object", "against", "between", "to"))
            found = self.parties.find(roles, order, exclude=sources, places=False)
            return found if self._real(found) else ()
        within = (
            frame.head if frame.kind == "verb" and match.entry.target and "object" not in match.entry.target[:1] else -1
        )
        found = self.parties.find(roles, order, exclude=sources, clause=within, head=frame.head)
        if frame.kind == "noun":
            return found
        if match.entry.code.startswith(("09", "016", "111")):
            doers = self._doers_of(match.roles.get("object", ()), sources)
            if doers:
                return doers
        if self._real(found):
            return found
        if match.entry.code >= "14":
            struck = self._struck_by(frame.head, frame.head, sources, ("against",))
            if struck:
                return struck
            for clause in frame.clauses:
                if clause.preposition == "adv" and clause.form is Form.TO:
                    purpose = self.parties.find(
                        self.frames.at(clause.verb).roles, ("object",), exclude=sources, places=False
                    )
                    if self._real(purpose):
                        return purpose
        inner = self._act_parties(match.roles.get("object", ()), sources)
        return inner or found

    def _real(self, found: tuple[int, ...]) -> bool:
        return any(self.parties.known(i) for i in found)

    def _doers_of(self, tokens: Sequence[int], exclude: tuple[int, ...]) -> tuple[int, ...]:
        """Who did what is investigated or denounced: "the shelling of a hospital by rebels" is about the rebels."""
        for token in tokens:
            for act in self.acts(token, None) if self._names_act(token) else ():
                doers = self.parties.apart(act.sources, exclude)
                if doers:
                    return doers
        return ()

    def _act_parties(self, tokens: list[int] | tuple[int, ...], exclude: tuple[int, ...]) -> tuple[int, ...]:
        """The doer (else the victim) of an act that stands as a thing: "condemned the attack by Hamas"."""
        for token in tokens:
            for act in self.acts(token, None):
                for side in (act.sources, act.targets):
                    rest = self.parties.apart(side, exclude)
                    if rest:
                        return rest
        return ()

    def _between(
        self, match: Match, sources: tuple[int, ...], targets: tuple[int, ...]
    ) -> tuple[tuple[int, ...], tuple[int, ...], bool]:
        """Both sides of a mutual act: "talks between A and B", "A and B met"."""
        pair = match.places.get("between", []) or match.places.get("among", [])
        if len(pair) >= 2 and (not sources or set(sources) <= set(pair)):
            return tuple(pair), tuple(pair), True
        if (
            match.entry.mutual
            and self._several(sources)
            and (
                not targets or not self._real(targets) or all(self.parties.mention(t).kind == "place" for t in targets)
            )
        ):
            return sources, sources, True
        return sources, targets, match.entry.mutual

    def _several(self, parties: tuple[int, ...]) -> bool:
        """Whether the phrases name two actors or more ("the leaders of Chad and Niger" are two)."""
        return sum(1 + len(self.parties.mention(i).others) for i in parties) >= 2

    # --- operators ---------------------------------------------------------------------------------------------------

    def _operate(self, match: Match, frame: Frame) -> tuple[Act, ...]:
        contents = self._contents(match, frame)
        if contents:
            return tuple(a for content, clause in contents for a in self._joined(match, frame, content, clause))
        default = match.entry.default
        if not default:
            return ()
        return self._bare(match, frame, default)

    def _contents(self, match: Match, frame: Frame) -> list[tuple[Act, Clause | None]]:
        for role in match.entry.content or ("comp", "object"):
            found: list[tuple[Act, Clause | None]] = []
            if role == "comp":
                for clause in match.clauses:
                    if clause.preposition != "adv":
                        found.extend((a, clause) for a in self._clause_acts(clause, match.entry.operator, frame))
            else:
                for clause in match.clauses:
                    if clause.preposition == role:
                        found.extend((a, clause) for a in self._clause_acts(clause, match.entry.operator, frame))
                for token in match.roles.get(role, ()):
                    if token not in match.words:
                        found.extend((a, None) for t in heads(self.doc[token]) for a in self.acts(t.i, frame))
            if found:
                return found
        return []

    def _clause_acts(self, clause: Clause, operator: str, host: Frame) -> list[Act]:
        """A clause as content: "not to attack" and "stop attacking" are the same; what is only reported keeps its own tense."""
        inner = self.frames.at(clause.verb)
        acts = list(self.acts(clause.verb, host if operator in CARRIERS else None))
        if operator == "REPORT":
            speaker = self._speaker(self.doc[clause.verb])
            return [a for a in (self._realise(x, inner, speaker) for x in acts) if a.modality is Modality.ASSERTED]
        if inner.status.negated:
            acts = [
                replace(a, code=code, steps=(*a.steps, f"not {a.code} -> {code}"))
                for a in acts
                if (code := self.table.join("STOP", a.code, ""))
            ]
        return acts

    def _joined(self, match: Match, frame: Frame, content: Act, clause: Clause | None) -> list[Act]:
        operator = match.entry.operator
        code = self._code(operator, content.code, match.entry.default or "")
        if not code:
            return []
        if operator not in (*FACTIVE, "REPORT"):
            self._state.consumed.update((content.head, *content.words))
        sources, targets = self._sides(operator, match, frame, content, clause)
        if (
            operator == "STOP"
            and code == "082"
            and any(
                ORGANS & {*self.parties.mention(i).actor.sectors} or self.parties.mention(i).sort == "state"
                for i in sources
            )
        ):
            code = "1721"  # a state that stops a protest does not yield
        step = f"{operator} {self.doc[frame.head].text} + {content.code} -> {code}" if operator != "DO" else ""
        mutual = content.mutual if operator in ("DO", "STOP", "INTEND", "REJECT", "ATTEMPT") else False
        if mutual and self._several(sources) and not self._real(targets):
            targets = sources
        if operator == "INTEND" and not self._real(targets) and self._several(sources):
            targets, mutual = sources, True
        return [
            replace(
                content,
                code=code,
                sources=sources,
                targets=targets,
                head=frame.head if operator not in ("REPORT",) else content.head,
                rule=match.entry.id,
                steps=(*content.steps, *((step,) if step else ())),
                mutual=mutual or match.entry.mutual,
                words=tuple(sorted({*content.words, *match.words})),
                weight=content.weight + 2.0,
                noun=False,
                doer_named=bool(sources),
                composed=True,
            )
        ]

    def _code(self, operator: str, content: str, default: str) -> str:
        if operator in ("DO", "UNDERGO", "REPORT"):
            return content
        if operator == "ATTEMPT":
            return "185" if content == "186" else content if content >= "14" else self.table.join("INTEND", content, "")
        if operator in (
            "APPEAL",
            "INTEND",
            "DEMAND",
            "REJECT",
            "THREATEN",
            "STOP",
            "ALLOW",
            "PREVENT",
            "ACCUSE",
            "INVESTIGATE",
        ):
            return self.table.join(operator, content, default)
        return default

    def _sides(
        self, operator: str, match: Match, frame: Frame, content: Act, clause: Clause | None
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        sources = self._sources(match, frame)
        if operator == "UNDERGO":
            victims = sources
            return tuple(i for i in content.sources if i not in victims), victims
        if operator in ("DO", "STOP", "ATTEMPT", "REPORT"):
            doer = sources if sources and not (match.entry.content == ("agent",)) else content.sources
            rest = tuple(i for i in content.targets if i not in doer)
            if operator == "REPORT":
                return content.sources, content.targets
            placed = all(self.parties.mention(i).kind == "place" for i in rest)
            rest = (self._struck(frame, content, doer) or rest) if placed or not self._real(rest) else rest
            return doer or content.sources, rest or self._own_target(match, frame, doer, content)
        if operator in ADDRESSED:
            return sources, self._addressee(match, frame, content, sources, clause)
        if operator in JUDGED:
            return sources, self._judged(match, frame, content, sources)
        targets = tuple(i for i in content.targets if i not in sources)
        if operator == "REJECT" and clause is None and self.parties.apart((content.head,), sources):
            return sources, (content.head,)  # "rejected an Armenian proposal": who made it
        if not self._real(targets):
            targets = self._own_target(match, frame, sources, content) or targets
        return sources, targets

    def _struck(self, frame: Frame, content: Act, doer: tuple[int, ...]) -> tuple[int, ...]:
        """Whom force is used against when the parser hung "against …" far from the blow: anywhere behind it in the clause."""
        if content.code < "14":
            return ()
        return self._struck_by(frame.head, content.head, doer, ("against",)) or self._struck_by(
            frame.head, content.head, doer, ("on", "at", "upon")
        )

    def _struck_by(self, clause: int, after: int, doer: tuple[int, ...], names: tuple[str, ...]) -> tuple[int, ...]:
        for token in self.doc[clause].subtree:
            if token.i > after and token.dep_ == "prep" and token.lower_ in names:
                found = self.parties.apart(
                    (x.i for p in token.children if p.dep_ == "pobj" for x in conjuncts(p)), doer
                )
                if found:
                    return found
        return ()

    def _own_target(self, match: Match, frame: Frame, sources: tuple[int, ...], content: Act) -> tuple[int, ...]:
        """The operator's own target, the content's words aside: "threatened Iran with sanctions", "refused India's request"."""
        order = match.entry.target or tuple(r for r in VERB_TARGET if r not in ("from", "of", "about"))
        roles = {
            r: [t for t in tokens if t != content.head or self.parties.known(t)] for r, tokens in match.roles.items()
        }
        found = self.parties.find(roles, order, exclude=sources, head=frame.head)
        if self._real(found):
            return found
        others = self.parties.apart(content.sources, sources)
        return others or found

    def _addressee(
        self, match: Match, frame: Frame, content: Act, sources: tuple[int, ...], clause: Clause | None
    ) -> tuple[int, ...]:
        """Who is asked, told, allowed: the object, the doer of the clause, else whom the content concerns."""
        order = match.entry.target or ("object", "iobj", "to", "on", "upon", "from", "of", "with", "against")
        roles = {r: [t for t in tokens if t != content.head] for r, tokens in match.roles.items()}
        found = self.parties.find(roles, order, exclude=sources, places=False)
        if self._real(found) and not (clause is None and found == content.targets):
            return found
        if found and clause is not None:
            return found  # "call on more countries to …": they are asked, known or not
        for side in (content.sources, content.targets):
            rest = self.parties.apart(side, sources)
            if rest:
                return rest
        return found or tuple(i for i in (*content.sources, *content.targets) if i not in sources)

    def _judged(self, match: Match, frame: Frame, content: Act, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Who is blamed or praised: the object when it is an actor, else the doer of what is judged, else its victim."""
        order = match.entry.target or VERB_TARGET
        violent = content.noun and content.code >= "14" and content.head in match.roles.get("object", ())
        if violent:  # whoever did it is meant, never the victim
            return self.parties.apart(content.sources, sources) or (content.head,)
        found = self.parties.find(match.roles, order, exclude=sources, places=False)
        if self._real(found):
            return found
        for side in (content.sources, content.targets):
            rest = self.parties.apart(side, sources)
            if rest:
                return rest
        if self.parties.known(content.head) and content.head not in sources:
            return (content.head,)
        return found or self.parties.find(match.roles, order, exclude=sources)

    def _bare(self, match: Match, frame: Frame, default: str) -> tuple[Act, ...]:
        """An operator whose content the lexicon does not know: the operator's own code."""
        sources = self._sources(match, frame)
        order = match.entry.target or VERB_TARGET
        targets = self.parties.find(match.roles, order, exclude=sources, head=frame.head)
        if not self._real(targets):
            targets = self._clause_parties(frame, sources) or targets
        if not self._real(targets):
            targets = self._act_parties(match.roles.get("object", ()), sources) or targets
        mutual = match.entry.mutual
        if self._several(sources) and not self._real(targets) and match.entry.operator == "INTEND":
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
                doer_named=bool(sources),
            ),
        )

    def _clause_parties(self, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """The actors of a clause whose verb the lexicon does not know: its doer first, then the others by role."""
        for clause in frame.clauses:
            if clause.preposition == "adv":
                continue
            inner = self.frames.at(clause.verb)
            self._state.consumed.add(clause.verb)
            found = self.parties.find(inner.roles, ("agent", *VERB_TARGET, "in"), exclude=sources)
            if self._real(found):
                return found
            nested = self._clause_parties(inner, sources)
            if nested:
                return nested
        return ()

    # --- how real it is ----------------------------------------------------------------------------------------------

    def _realise(self, act: Act, frame: Frame, speaker: int) -> Act:
        """Apply the clause's own tense, modal and negation."""
        status = frame.status
        tense = Tense.PAST if status.past else Tense.FUTURE if status.modal in ("will", "would") else Tense.PRESENT
        act = replace(act, tense=tense)
        if status.conditional or status.modal == "may" or (status.modal == "would" and speaker < 0):
            return replace(act, modality=Modality.CONDITIONAL)
        if status.modal in ("must", "should"):
            return self._duty(act, status.modal, status.negated, speaker)
        if status.negated:
            return self._refused(act, frame)
        if status.modal in ("will", "would"):
            return self._intended(act)
        return act

    def _intended(self, act: Act) -> Act:
        if act.code[:2] in ("01", "02", "03", "10", "11", "12", "13"):
            return act
        code = self.table.join("INTEND", act.code, "")
        return (
            replace(act, code=code, steps=(*act.steps, f"future {act.code} -> {code}"), weight=act.weight - 0.5)
            if code
            else replace(act, modality=Modality.CONDITIONAL)
        )

    def _refused(self, act: Act, frame: Frame) -> Act:
        """A negation: "will not withdraw" refuses; "did not attack" is no event."""
        willing = frame.status.modal in ("will", "would") or (
            not frame.status.past and frame.lemma in ("accept", "recognize", "recognise", "allow", "tolerate", "agree")
        )
        code = self.table.join("REJECT", act.code, "120") if willing and act.code[:2] in COOPERATIVE else ""
        if not code:
            return replace(act, modality=Modality.NEGATED)
        return replace(act, code=code, steps=(*act.steps, f"not {act.code} -> {code}"))

    def _duty(self, act: Act, modal: str, negated: bool, speaker: int) -> Act:
        """Someone says that another must or should do something: a demand, an appeal."""
        if speaker < 0 or speaker in act.sources or not act.sources:
            return replace(act, modality=Modality.CONDITIONAL)
        content = self.table.join("STOP", act.code, "") if negated else act.code
        operator = "DEMAND" if modal == "must" else "APPEAL"
        code = self.table.join(operator, content, "") if content else ("100" if modal == "must" else "020")
        if not code:
            return replace(act, modality=Modality.CONDITIONAL)
        return replace(
            act,
            code=code,
            sources=(speaker,),
            targets=act.sources,
            mutual=False,
            steps=(*act.steps, f"{modal} {act.code} -> {code}"),
        )

    def _speaker(self, token: Token) -> int:
        """Who says it: the subject of the verb of saying that the clause stands under; -1 when it is the text itself."""
        climb = token
        while climb.head.i != climb.i:
            above = climb.head
            if climb.dep_ in ("ccomp", "parataxis") and is_verbal(above) and self._reports(above):
                return self._speaks(above)
            climb = above
        for child in climb.children:
            if (
                child.dep_ in ("parataxis", "ccomp")
                and is_verbal(child)
                and self._reports(child)
                and child.i != token.i
                and not _within(self.doc, token.i, child.i)
            ):
                return self._speaks(child)
        return -1

    def _speaks(self, verb: Token) -> int:
        subjects = self.frames.at(verb.i).roles.get("agent", [])
        return subjects[0] if subjects else -1

    def _reports(self, verb: Token) -> bool:
        return any(
            e.operator == "REPORT" for words, e in self.lexicon.candidates("verb", lemma(verb)) if len(words) == 1
        )

    def _embedding(self, token: Token) -> Modality:
        """Whether the clauses around leave a predicate real: purposes, hopes, conditions and questions do not."""
        if self._question(token):
            return Modality.CONDITIONAL
        climb = token
        while climb.head.i != climb.i:
            if is_verbal(climb) and self._unreal(climb, own=climb.i == token.i):
                return Modality.CONDITIONAL
            climb = climb.head
        return (
            Modality.CONDITIONAL if is_verbal(climb) and climb.i != token.i and self._open(climb) else Modality.ASSERTED
        )

    def _unreal(self, verb: Token, own: bool) -> bool:
        governor = verb.head
        marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
        if (
            marks & OPEN_MARKS
            and not ("until" in marks or "once" in marks)
            or (marks & {"until", "once"} and verb.tag_ != "VBD")
        ):
            return True
        if not own and self._open(verb):
            return True
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
        if (
            infinitive
            and verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl", "csubj")
            and not self._semi(verb)
            and not self._carrier(governor)
        ):
            return True
        if verb.dep_ == "pcomp" and governor.lower_ in UNREAL_PREPOSITIONS and not self._happened(governor):
            return True
        return (
            verb.dep_ in ("ccomp", "xcomp")
            and is_verbal(governor)
            and lemma(governor) in NO_EVENT_UNDER
            and not self._reports(governor)
        )

    def _happened(self, preposition: Token) -> bool:
        """ "praised Oman for hosting", "convicted of killing": what somebody is praised or punished for was done."""
        return preposition.lower_ == "for" and is_verbal(preposition.head)

    def _carrier(self, governor: Token) -> bool:
        """Verbs that carry their infinitive into the real: "began to", "continued to", "managed to"."""
        return any(
            e.operator in ("DO", "ATTEMPT")
            for words, e in self.lexicon.candidates("verb", lemma(governor))
            if len(words) == 1
        )

    def _semi(self, verb: Token) -> bool:
        return self.frames.at(verb.i).status.modal in ("will", "must")

    def _open(self, verb: Token) -> bool:
        """A clause above that is itself negated, possible or conditional leaves what hangs on it open."""
        status = self.frames.at(verb.i).status
        return status.conditional or status.modal in ("may",) or (status.negated and not self._reports(verb))

    def _question(self, token: Token) -> bool:
        return self.doc[-1].text == "?" or (len(self.doc) > 1 and self.doc[-1].is_punct and self.doc[-2].text == "?")


def _reached(verb: Frame, host: Frame) -> Frame:
    """An infinitive with the phrases that the parser hung on the verb before it: "began to work on the issue with Iran"."""
    roles = {role: list(tokens) for role, tokens in verb.roles.items()}
    for role, tokens in host.roles.items():
        late = [t for t in tokens if t > verb.head]
        if late and role not in (*roles, "agent", "object", "iobj"):
            roles[role] = late
    return replace(verb, roles=roles)


def _within(doc: Doc, inner: int, outer: int) -> bool:
    token = doc[inner]
    return any(a.i == outer for a in token.ancestors)
