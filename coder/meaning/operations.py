"""`Operations`: what becomes of an act that is threatened, begun, denied: operators joined with their contents."""

from typing import Final

from coder.acts import SPOKEN, Act
from coder.entries.operators import ADDRESSED, FACTIVE, JOINT, JUDGED, SHARED, TABLED, OperatorTable
from coder.frames import Frame
from coder.framing.frame_reader import FrameReader
from coder.meaning.contents import Contents
from coder.meaning.matches import Match
from coder.meaning.operator_sides import ASKED_ROLES, OperatorSides
from coder.meaning.sides import Sides
from coder.naming.actor_codes import is_organisation
from coder.parties.parties import OUTPOSTS
from coder.phrases.completion import ORGANS
from coder.syntax.clauses import Clause, Form
from coder.syntax.grammar_words import SUBJECTS
from coder.syntax.words import lemma

HELP: Final = "07"
GIFTS: Final = frozenset("gift donation grant contribution shipment consignment delivery loan supply aid".split())
SPEAKING: Final = frozenset(("HRI", "MED", "HLH", "EDU"))
# Behind these somebody may be told to get what others give: "wants to get aid from Chad", "is due to get it".
COMING: Final = frozenset({"INTEND", "ATTEMPT", "STOP"})
WISHING: Final = frozenset("want wish hope expect aim plan intend like try seek attempt strive struggle".split())
AWAITED: Final = frozenset("be due set go going poised expected".split())
TAKING: Final = frozenset("accept take buy import purchase".split())
WARNING: Final = ("warn", "warning", "caution")
BEING: Final = ("have", "are", "will", "would")
GIVING_WORD: Final = frozenset({"promise", "pledge"})
FRIENDLY: Final = frozenset(
    "agree accept assure assurance offer consent undertake undertaking readiness ready willing willingness".split()
)
SET_ON: Final = frozenset("agree accept consent ready willing readiness willingness".split())
PUNISHING: Final = ("161", "162", "163", "172")
PARTING: Final = "164"
OUTLAWS: Final = frozenset({"REB", "INS", "SEP", "UAF", "RAD", "CRM"})
FACING: Final = frozenset(("face", "risk", "suffer", "lose", "meet", "die"))
VIOLENT: Final = "18"
HOSTILE: Final = "16"  # the roots from it on
CHARGE: Final = "112"
STATING: Final = frozenset({"insist", "suggest"})  # what is so, or what shall be
# What stands on its own where nobody is named who turns it down: "Chad's threat was shrugged off".
PUT_TO_ONE: Final[tuple[str, ...]] = (*SPOKEN, "13")


class Operations:
    """Reads the operators of one Doc."""

    def __init__(self, frames: FrameReader, sides: Sides, contents: Contents, table: OperatorTable) -> None:
        """Take the Doc's readers, and the table that joins operators with codes."""
        self.doc = frames.doc
        self.frames = frames
        self.parties = sides.parties
        self.sides = sides
        self.operator_sides = OperatorSides(frames, sides)
        self.contents = contents
        self.table = table

    def acts(self, match: Match, frame: Frame) -> tuple[Act, ...]:
        """What an operator means: joined with each of its contents, else its own code."""
        if frame.lemma in STATING and match.entry.operator in ("DEMAND", "APPEAL") and self._states(frame):
            return ()
        if frame.lemma == "warn" and "object" not in frame.roles and self._warns_of(frame):
            return ()
        if match.entry.operator in ADDRESSED and self._tells_its_own(match, frame):
            return ()
        contents = self.contents.of(match, frame)
        if contents:
            joined = tuple(
                a
                for content, clause in contents
                if not _falls_short(match, frame, content)
                for a in self._joined(match, frame, content, clause)
            )
            return (*joined, *(g for a in joined for c, _ in contents if (g := self._gift(a, c, frame))))
        default = match.entry.default
        if not default:
            return ()
        return self._bare(match, frame, default)

    def _tells_its_own(self, match: Match, frame: Frame) -> bool:
        """Whether a state only gives its own outposts orders: "told its embassies to take care"."""
        own = [self.parties.mention(i) for i in self.sides.sources(match, frame)]
        asked = (i for role in ("object", "iobj") for i in match.roles.get(role, ()))
        return bool(own) and any(lemma(self.doc[i]) in OUTPOSTS and self.parties.its_force(i, own) for i in asked)

    def _gift(self, thanks: Act, content: Act, frame: Frame) -> Act | None:
        """What somebody is thanked for: he has given it to those who thank him."""
        gift = frame.lemma == "thank" and thanks.code == "051" and content.code[:2] == HELP
        if not gift or lemma(self.doc[content.head]) not in GIFTS or not self.parties.real(thanks.targets):
            return None
        words = tuple(sorted({*content.words, content.head}))
        given, taken = thanks.targets, thanks.sources
        return Act(content.code, given, taken, frame.head, content.rule, content.steps, words, content.weight)

    def _warns_of(self, frame: Frame) -> bool:
        """Whether it is others' doings that one warns of: "warned of Russian officials sowing discord"."""
        own = (self.doc[c.verb].children for c in frame.clauses if c.preposition == "of")
        doing = (self.doc[i].children for i in frame.roles.get("of", ()))
        return any(c.dep_ in SUBJECTS for children in own for c in children) or any(
            c.dep_ == "acl" and c.tag_ == "VBG" for children in doing for c in children
        )

    def _states(self, frame: Frame) -> bool:
        """Whether a clause says what is so, not what shall be: "insists that it [is enforcing] the ban"."""
        for clause in frame.clauses:
            verb = self.doc[clause.verb]
            own = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
            if (
                clause.form is Form.THAT
                and not clause.preposition
                and any(
                    (t.tag_ in ("VBZ", "VBD") and t.lower_ != t.lemma_)
                    or (t.tag_ in ("VBP", "MD") and t.lower_ in BEING)
                    for t in own  # not "insists that he quit"
                )
            ):
                return self.frames.at(clause.verb).status.modal not in ("must", "should")
        return False

    def _joint_code(self, operator: str, match: Match, content: Act, clause: Clause | None) -> str:
        """The code of an operator with a content; "" where the two mean nothing."""
        code = self._code(operator, content.code, match.entry.default or "")
        friendly = self._is_friendly(match) and not self._is_poised(match, content)
        friendly = friendly and not self._is_set_on(match, content)
        if operator == "INTEND" and code[:2] == "13" and (friendly or self._gives_word(match, clause)):
            code = match.entry.default or ""  # an assurance or offer is no threat, whatever is offered
        if operator == "INTEND" and clause is not None and content.code[:2] in ("02", "10"):
            code = content.code  # "plans to ask the EU for food": it gives none
        return code

    def _joined(self, match: Match, frame: Frame, content: Act, clause: Clause | None) -> list[Act]:
        operator = self._as_duty(match.entry.operator, clause)
        if operator == "DEMAND" and clause is not None and (threat := self._or_else(clause)):
            operator, content = "THREATEN", threat
        code = self._joint_code(operator, match, content, clause)
        if not code:
            return []
        sources, targets = self.operator_sides.of(operator, match, frame, content, clause)
        code, sources, targets = self._received(operator, match, frame, content, (code, sources, targets))
        if not code:
            return []
        if operator == "FORCE" and clause is not None and self._by_things(sources):
            sources, targets, code = content.sources, content.targets, content.code  # "was forced to withdraw" did so
        if own := self._reproached(operator, match, frame, content):
            code, targets = content.code, own
            sources = content.sources or tuple(match.roles.get("speaker", ()))
        charged = _charges(operator, content, sources)
        if charged:
            code, targets = content.code, content.targets
        if operator == "STOP" and code == "082" and self._rules(sources):
            code = "1721"  # a state that stops a protest does not yield
        mutual = content.mutual and (operator == "DO" or (operator in SHARED and self.parties.several(sources)))
        if operator == "INTEND" and content.code[:2] in ("04", "05", "06") and all(self._is_topic(t) for t in targets):
            targets = targets if not self.parties.several(sources) else ()
        joint = operator == "INTEND" or (
            content.mutual and operator in JOINT and not self._of_others(operator, content)
        )
        placed = joint and content.mutual and bool(targets) and self.parties.all_places(targets)
        if (placed or not self.parties.real(targets)) and self.parties.several(sources) and joint:
            targets, mutual = sources, True  # "agreed in Rome to restore ties": with each other, not with Rome
        code, targets = self._turned(operator, code, sources, targets, content, frame)
        step = f"{operator} {self.doc[frame.head].text} + {content.code} -> {code}" if operator != "DO" else ""
        felt = operator in ("FEAR", "HOPE") and content.head in match.roles.get("agent", ())
        reads_on = not charged and (felt or operator in FACTIVE or operator == "REPORT")
        own = tuple(w for w in match.words if w != frame.head)  # "reaffirmed its commitment": one act, not two
        return [
            Act(
                code,
                sources,
                targets,
                content.head if operator == "REPORT" else frame.head,
                match.entry.id,
                (*content.steps, *((step,) if step else ())),
                tuple(sorted({*content.words, *match.words})),
                content.weight + 2.0,
                mutual or match.entry.mutual,
                content.no_target,
                content.modality,
                content.tense,
                content.speaker,
                negated=match.entry.negated,
                composed=True,
                duty=content.duty,
                foretold=content.foretold,
                takes=own
                if reads_on or (not sources and content.code[:2] in PUT_TO_ONE)
                else (*content.takes, content.head, *content.words),
            )
        ]

    def _received(
        self,
        operator: str,
        match: Match,
        frame: Frame,
        content: Act,
        told: tuple[str, tuple[int, ...], tuple[int, ...]],
    ) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
        """Code, sources and targets where somebody is to get, or no longer gets, what others give or do to him."""
        code, sources, _ = told
        if operator not in COMING or not self.operator_sides.befalls(match, content, sources):
            return told
        taking = operator == "STOP" and lemma(self.doc[content.head]) in TAKING
        if frame.passive or frame.lemma in AWAITED or (operator == "STOP" and not taking):
            return code, content.sources, content.targets  # "is due to get aid from Chad"
        if frame.lemma in WISHING:  # "wants to get aid from Chad"
            return ("" if content.code >= "10" else self._code("APPEAL", content.code, "")), sources, content.sources
        return told

    def _by_things(self, sources: tuple[int, ...]) -> bool:
        """Whether nobody is named who brings it about, or only things: "the crisis drove Chad to close its border"."""
        return not self.parties.real(sources) and all(self.doc[i].pos_ == "NOUN" for i in sources)

    def _turned(
        self,
        operator: str,
        code: str,
        sources: tuple[int, ...],
        targets: tuple[int, ...],
        content: Act,
        frame: Frame,
    ) -> tuple[str, tuple[int, ...]]:
        """What it is, and towards whom, where a third party is spoken of."""
        if operator == "APPEAL" and content.code.startswith(("051", "070")):
            code, targets = self._rallied(code, sources, targets, content)
        if operator == "THREATEN" and frame.lemma in WARNING:
            others = self._foreseen(content, sources)
            if others or self._harmless(content, sources):
                return "012", others  # "warned that Russia would attack" threatens nothing
        if code == "113" and (others := self.parties.apart(content.targets, (*sources, *targets))):
            return code, others  # "asked NATO to punish Russia": against whom others are rallied
        return code, targets

    def _foreseen(self, content: Act, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Those of another state of whose acts somebody warns: not his own soldiers, and no allies of his.

        Who rules nowhere threatens no one, whoever does what he warns of.
        """
        own = {self.parties.mention(i).actor.country for i in sources}
        if content.code < "11" or not self.parties.real(sources):
            return ()
        if "" in own and all(i > content.head for i in sources):
            return ()  # "Chad will close the border, its minister warned"
        doers = [i for a in self.sides.acts(content.head, None) for i in a.sources] if content.noun else content.sources
        others = self.parties.apart(doers, sources)
        rules = self._rules(sources)
        lands = (self.parties.mention(i).actor.country for i in others)
        apart = all((land or not rules) and land not in own - {""} and not is_organisation(land) for land in lands)
        return others if apart else ()

    def _harmless(self, content: Act, sources: tuple[int, ...]) -> bool:
        """Whether those who warn can only speak, and of what others do: "monitors warned that the law would …"."""
        mentions = [self.parties.mention(i) for i in sources]
        gentle = bool(mentions) and all(SPEAKING & {*m.actor.sectors} or m.actor.country == "NGO" for m in mentions)
        return gentle and content.code >= "13" and not {*content.sources} & {*sources}

    def _reproached(self, operator: str, match: Match, frame: Frame, content: Act) -> tuple[int, ...]:
        """Whom another reproaches with what they want or try: "Peru said Chad was trying to meddle"."""
        if operator not in ("INTEND", "ATTEMPT") or not content.code.startswith("11"):
            return ()
        own = self.sides.sources(match, frame)
        accused = bool({*own} & {*content.targets}) and not {*own} & {*content.sources}
        return own if accused else ()

    def _is_topic(self, index: int) -> bool:
        """Whether a phrase says what an act is about: "agreed to share intelligence on Libya"."""
        token = self.doc[index]
        return token.dep_ == "pobj" and token.head.lower_ in ("on", "about", "over", "regarding")

    def _of_others(self, operator: str, content: Act) -> bool:
        """Whether what several refuse lies before them and is not their own: "both objected to [the deal]"."""
        noun = self.doc[content.head]
        return operator == "REJECT" and any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in noun.children)

    def _rallied(
        self, code: str, sources: tuple[int, ...], asked: tuple[int, ...], content: Act
    ) -> tuple[str, tuple[int, ...]]:
        """Who asks one for the good of another rallies support: "urged the EU to back Georgia" is 053 for Georgia."""
        helped = self.parties.apart(content.targets, (*sources, *asked))
        own = {self.parties.mention(i).actor.country for i in sources}
        third = [i for i in helped if self.parties.mention(i).actor.country not in own | {""}]
        rallied = third and self.parties.real(asked) and self.parties.apart(content.sources, sources)
        return ("053", tuple(third)) if rallied else (code, asked)

    def _or_else(self, clause: Clause) -> Act | None:
        """What befalls those who do not do what is demanded: "told Chad to withdraw or face war"."""
        verb = self.doc[clause.verb]
        if verb.dep_ == "conj":
            verb = verb.head
        choice = any(c.dep_ == "cc" and c.lower_ == "or" for c in verb.children)
        others = [c for c in verb.children if c.dep_ == "conj"] if choice else []
        acts = (
            a for c in others if lemma(c) in FACING or self.frames.at(c.i).passive for a in self.sides.acts(c.i, None)
        )
        return next((a for a in acts if a.code >= HOSTILE), None)

    def _as_duty(self, operator: str, clause: Clause | None) -> str:
        """What is warned of with "must" is demanded: "warned that Turkey must release the sailors"."""
        modal = self.frames.at(clause.verb).status.modal if clause and operator == "THREATEN" else ""
        return {"must": "DEMAND", "had": "DEMAND", "should": "APPEAL"}.get(modal, operator)

    def _is_poised(self, match: Match, content: Act) -> bool:
        """Whether somebody is ready for blows, which threatens all the same: "jets are ready to strike Iran"."""
        poised = content.code >= VIOLENT and not content.noun
        return poised and any(lemma(self.doc[i]) == "ready" for i in match.words)

    def _is_set_on(self, match: Match, content: Act) -> bool:
        """Whether it is a blow against a land that somebody agrees to or is ready for: "agreed to impose sanctions".

        Who agrees to cut off outlaws gives way to others.
        """
        parting = content.code == PARTING and len(content.sources) == 1  # nor what two agree to put off
        blow = parting or content.code.startswith(PUNISHING) or (content.code >= VIOLENT and not content.noun)
        if not blow or not any(lemma(self.doc[i]) in SET_ON for i in match.words):
            return False
        struck = [self.parties.mention(i).actor for i in content.targets]
        return any(a.country and OUTLAWS.isdisjoint(a.sectors) for a in struck)

    def _is_friendly(self, match: Match) -> bool:
        return any(lemma(self.doc[i]) in FRIENDLY for i in match.words)

    def _gives_word(self, match: Match, clause: Clause | None) -> bool:
        """Whether somebody is promised an act, which is no threat to him: "promised Chad to stop arming them"."""
        told = (i for role in ("object", "iobj", "to") for i in match.roles.get(role, ()))
        spoken = clause is not None and any(lemma(self.doc[i]) in GIVING_WORD for i in match.words)
        return spoken and any(map(self.parties.known, told))

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
        order = match.entry.target or (ASKED_ROLES if asked else self.operator_sides.order(match))
        targets = self.sides.search.find(match.roles, order, exclude=sources, head=frame.head)
        verbs: list[int] = []
        told = match.entry.operator == "ADMIT" and any(c.form is Form.THAT for c in match.clauses)
        if not self.parties.real(targets) and not (asked and targets) and not told:
            targets = self.sides.far.clause_parties(match.clauses, sources, verbs) or targets
        if match.entry.operator in JUDGED:
            targets = self.sides.far.authors(match.roles.get("object", ()), sources) or targets
        if not self.parties.real(targets):
            targets = self.sides.far.act_parties(match.roles.get("object", ()), sources) or targets
        mutual = match.entry.mutual
        agreed = frame.lemma == "agree" and "with" not in match.roles  # with each other, whatever it is about
        if (
            self.parties.several(sources)
            and (agreed or not self.parties.real(targets))
            and match.entry.operator == "INTEND"
        ):
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
                negated=match.entry.negated,
            ),
        )


def _charges(operator: str, content: Act, sources: tuple[int, ...]) -> bool:
    """Whether what somebody complains of is a charge of his own: "complained that Sudan had broken the treaty"."""
    laid = operator in ("ACCUSE", "CONDEMN") and content.code.startswith(CHARGE)
    return laid and not {*sources}.isdisjoint(content.sources)


def _falls_short(match: Match, frame: Frame, content: Act) -> bool:
    """Whether force only fails: who "failed to take the town" has refused nothing."""
    failed = match.entry.operator == "REJECT" and frame.lemma == "fail"
    return failed and content.code >= "14" and content.code[:2] != "16"
