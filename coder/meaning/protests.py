"""`Protests`: the demand that stands beside a protest and tells its kind."""

from typing import Final

from coder.acts import Act, ActsOf
from coder.entries.operators import OperatorTable
from coder.framing.frame_reader import FrameReader
from coder.parties.parties import Parties
from coder.syntax.clauses import is_verbal
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
        return act.but(code=code, targets=act.sources) if code else None

    def _demanding(self, act: Act, demand: Act) -> Act:
        own = act.targets if self.parties.real(act.targets) and not self.parties.all_places(act.targets) else ()
        theirs = demand.targets if demand.code[:2] == "14" else (*demand.targets, *demand.sources)
        targets = own or self.parties.apart(theirs, act.sources) or act.targets
        kind = demand.code[3:] if demand.code[:2] == "14" else DEMAND_KINDS.get(demand.code[2:])
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
