"""`Protests`: the demand that stands beside a protest and tells its kind."""

from typing import Final

from coder.acts import Act, ActsOf
from coder.entries.operators import OperatorTable
from coder.framing.frame_reader import FrameReader
from coder.parties.parties import Parties
from coder.syntax.clauses import Form, clause_form, is_verbal
from coder.syntax.grammar_words import SUBJECTS
from coder.syntax.parsed import Token
from coder.syntax.words import lemma

DEMAND_KINDS: Final = {  # second level of the demand, without its root -> last digit of a protest code
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

# What a protest is for, where its clause is no demand that the lexicon knows: words -> last digit.
UNSEATING: Final = frozenset("oust topple overthrow unseat depose remove dislodge".split())
EJECTING: Final = frozenset("force drive push throw bring".split())  # "force the president out", "bring down …"
LEAVING: Final = frozenset("go leave quit resign".split())
STEPPING_DOWN: Final = LEAVING | {"step", "stand", "hold", "call"}  # "step down", "hold elections"
PRESSING: Final = frozenset("press pressure push".split())  # "to press the government for higher prices"
MAKING: Final = frozenset("make force get compel".split())
WANTING: Final = frozenset("demand seek claim assert defend win secure obtain gain".split())
RIGHTS: Final = frozenset("right freedom equality citizenship suffrage".split())
ORDERS: Final = frozenset("independence autonomy statehood secession self-rule constitution state homeland".split())
OWN: Final = frozenset("separate independent own".split())

MORE: Final = frozenset("lower higher better more cheaper fairer fewer less shorter stricter tougher".split())
KINDLESS: Final = ("1", "2", "3", "4", "5")  # 141 to 145
KEEPING: Final = frozenset("continue go keep start begin".split())  # "kept marching until he resigned"


class Protests:
    """Reads the protests of one Doc."""

    def __init__(self, frames: FrameReader, parties: Parties, table: OperatorTable, acts: ActsOf) -> None:
        """Take the Doc's readers and the table; `acts` says what a token means as an action."""
        self.doc = frames.doc
        self.frames = frames
        self.parties = parties
        self.table = table
        self.acts = acts

    def with_demand(self, act: Act) -> Act:
        """A protest takes the demand that stands beside it: marched demanding elections is 1411, not 141 and 1041."""
        for clause in self._beside(self.doc[act.head]):
            for demand in self.acts(clause.i, None):
                wanted = self._wanted(clause, demand)
                if wanted is not None:
                    return self._demanding(act, wanted, clause)
            kind = self._kind(clause) if clause_form(clause) is Form.TO else ""
            if kind and act.code[2:] in KINDLESS:
                step, takes = f"to {clause.lower_} -> {act.code + kind}", (*act.takes, clause.i)
                return act.but(code=act.code + kind, steps=(*act.steps, step), takes=takes)
        return self._for_noun(act) if act.code[2:] in KINDLESS else act

    def _for_noun(self, act: Act) -> Act:
        """A protest takes what it is for: "a rally for the resignation of the president", "a strike for autonomy"."""
        for index in self.frames.at(act.head).roles.get("for", ()):
            wanted = self.doc[index]
            for content in self.acts(index, None):
                code = self.table.join("DEMAND", content.code, "")
                if code[2:] in DEMAND_KINDS:
                    return self._demanding(act, content.but(code=code), wanted)
            kind = _kind_of_thing(wanted)
            if kind:
                step, takes = f"for {wanted.lower_} -> {act.code + kind}", (*act.takes, index)
                return act.but(code=act.code + kind, steps=(*act.steps, step), takes=takes)
        return act

    def _wanted(self, clause: Token, act: Act) -> Act | None:
        """The demand of a clause beside a protest: said, or what the protest lasts until."""
        if act.code[:2] in ("02", "10"):
            return act
        if act.code[:2] == "14":  # "blocked roads to protest against imports": one protest, whose kind the clause tells
            return act if clause.dep_ in ("advcl", "xcomp", "acl") else None
        until = any(c.lower_ == "until" for c in clause.children) and act.code[:2] in ("03", "08")
        code = self.table.join("DEMAND", act.code, "") if until else ""
        return act.but(code=code, targets=act.sources) if code else None

    def _kind(self, clause: Token) -> str:
        """The last digit that a clause gives to a protest: "to oust [Garcia]", "to assert [rights]"; "" if none."""
        verb = lemma(clause)
        things = [c for c in clause.children if c.dep_ == "dobj"]
        ruling = any(map(self._rules, things))
        away = any(c.lower_ in ("out", "down") for c in clause.children if c.dep_ in ("prt", "advmod"))
        kind = ""
        if verb in UNSEATING or (verb in EJECTING and away):
            kind = "1" if ruling else ""
        elif verb in MAKING:
            kind = self._made(clause)
        elif verb in PRESSING:
            kind = "2" if ruling and any(c.lower_ == "for" for c in clause.children) else ""
        elif verb in WANTING:
            kind = self._wished(clause, things)
        return kind

    def _wished(self, clause: Token, things: list[Token]) -> str:
        """The last digit of what is asked for: "to demand that the president go", "to claim [rights]"."""
        wished = [c for c in clause.children if c.dep_ == "ccomp"]
        subjects = [s for c in wished for s in c.children if s.dep_ in SUBJECTS]
        if any(lemma(c) in LEAVING for c in wished) and any(map(self._rules, subjects)):
            return "1"
        if any(lemma(t) in RIGHTS for t in things):
            return "3"
        return "4" if any(map(_is_order, (*things, *subjects))) else ""

    def _made(self, clause: Token) -> str:
        """The last digit of "to make the government cut taxes": a policy, or a leader who is to go."""
        done = [c for c in clause.children if c.dep_ in ("ccomp", "xcomp")]
        moved = (*clause.children, *(g for c in done for g in c.children))
        if not done or not any(self._rules(c) for c in moved if (c.dep_ == "dobj" or c.dep_ in SUBJECTS)):
            return ""
        return "1" if any(lemma(c) in STEPPING_DOWN for c in done) else "2"

    def _rules(self, token: Token) -> bool:
        return "GOV" in self.parties.mention(token.i).actor.sectors

    def _demanding(self, act: Act, demand: Act, clause: Token) -> Act:
        own = act.targets if self.parties.real(act.targets) and not self.parties.all_places(act.targets) else ()
        theirs = demand.targets if demand.code[:2] == "14" else (*demand.targets, *demand.sources)
        targets = own or self.parties.apart(theirs, act.sources) or act.targets
        kind = demand.code[3:] if demand.code[:2] == "14" else DEMAND_KINDS.get(demand.code[2:])
        kind = kind or self._kind(clause)
        code = act.code[:3] + kind if kind and act.code[2] in "12345" else act.code
        step = f"demand {demand.code} -> {code}"
        takes = (*act.takes, demand.head, *demand.words)
        return act.but(code=code, targets=targets, steps=(*act.steps, step), takes=takes)

    def _beside(self, token: Token) -> list[Token]:
        """The verbs of clauses that hang on a protest or on its doer: "marched, demanding", "protesters demanding"."""
        frame = self.frames.at(token.i)
        kept_up = [token.head] if token.dep_ == "xcomp" and lemma(token.head) in KEEPING else []
        near = [token, *kept_up, *(self.doc[i] for role in ("agent", "object") for i in frame.roles.get(role, ()))]
        return [
            c
            for t in near
            for c in t.children
            if c.dep_ in ("advcl", "acl", "xcomp", "conj", "relcl") and is_verbal(c) and c.i != token.i
        ]


def _kind_of_thing(token: Token) -> str:
    """The last digit of a thing that is wanted: another policy ("lower taxes"), rights, another order of the state."""
    if lemma(token) in RIGHTS:
        return "3"
    if _is_order(token):
        return "4"
    return "2" if any(c.dep_ == "amod" and c.lower_ in MORE for c in token.children) else ""


def _is_order(token: Token) -> bool:
    """Whether a noun names another order of the state: "autonomy", "a separate state"."""
    if lemma(token) == "state":
        return any(c.lower_ in OWN for c in token.children)
    return lemma(token) in ORDERS
