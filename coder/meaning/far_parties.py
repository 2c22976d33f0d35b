"""`FarParties`: those whom a clause or an act below a predicate names, not the predicate's own phrases."""

from collections.abc import Iterable, Sequence
from typing import Final

from coder.acts import ActsOf
from coder.frames import Frame
from coder.framing.frame_reader import FrameReader
from coder.framing.inner_phrases import inside
from coder.meaning.condition_tests import aims
from coder.meaning.matches import Match
from coder.meaning.strikers import names_act
from coder.parties.party_roles import VERB_TARGET
from coder.parties.party_search import PartySearch
from coder.syntax.clauses import Clause, Form, clause_form, is_verbal
from coder.syntax.grammar_words import SUBJECTS
from coder.syntax.nominals import conjuncts
from coder.syntax.parsed import Token
from coder.syntax.words import lemma

BY: Final = frozenset(("by",))
WHEN: Final = frozenset("after before since when once".split())
ANSWERED: Final = "11"  # roots from here on answer what others do, but for refusals
REFUSED: Final = "12"
NO_CONCESSION: Final = "124"  # who keeps something up waits for others to move
DETERRING: Final = frozenset(
    """deter counter face confront guard warn pressure intimidate contain repel challenge shadow intercept track chase
    repulse fend hunt quell crush subdue fight battle flush root threaten match stave dissuade discourage scare cow oust
    tackle combat""".split()
)
SENDING: Final = frozenset("send deliver give show".split())
MESSAGES: Final = frozenset("message signal warning rebuke challenge response answer reply reminder deterrent".split())

# "in protest": no place.
REASONS: Final = frozenset("protest retaliation reprisal response reaction reply revenge".split())
EXPELLING: Final = ("161", "166")
FROM: Final = ("from", "out_of")
NOWHERE: Final = frozenset(("", "IGO", "INT", "UIS"))
_GIVING: Final = ("iobj", "to", "object", "for")
_GETTING: Final = ("from",)
_BUILDING: Final = ("with", "for", "in")
# What a deal is for -> where the other party to it stands.
DEALS: Final = {
    **dict.fromkeys("supply provide furnish equip deliver sell export lend ship transfer arm train".split(), _GIVING),
    **dict.fromkeys("buy purchase import acquire obtain receive borrow lease get order procure".split(), _GETTING),
    **dict.fromkeys("build construct develop cooperate collaborate exchange share create establish".split(), _BUILDING),
}


class FarParties:
    """Finds them within one Doc."""

    def __init__(self, frames: FrameReader, search: PartySearch, acts: ActsOf, refused: int = 0) -> None:
        """Take the Doc's readers; `acts` says what a token means; behind `refused` stands what is not done."""
        self.doc = frames.doc
        self.frames = frames
        self.parties = search.parties
        self.search = search
        self.acts = acts
        self.refused = refused

    def helped(self, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Whom a gift is to serve: "sent doctors to help victims in Nepal", "gave money to rebuild schools in Mali"."""
        for clause in (*(c for c in frame.clauses if c.preposition in ("adv", "")), *aims(frame, self.frames)):
            if clause_form(self.doc[clause.verb]) is Form.TO:
                roles = self.frames.at(clause.verb).roles
                found = self.search.find(roles, ("object", "for", "of"), exclude=sources)
                if self.parties.real(found):
                    return found
        return ()

    def dealt_with(self, match: Match, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """With whom a deal is made, by what it is for: "signed a contract to buy gas from Algeria"."""
        agreed = [c for i in match.roles.get("object", ()) for c in self.doc[i].children if c.dep_ in ("acl", "relcl")]
        for verb in (*agreed, *(self.doc[c.verb] for c in frame.clauses if c.preposition in ("adv", ""))):
            order = DEALS.get(lemma(verb))
            if order is None or clause_form(verb) is not Form.TO:
                continue
            found = self.search.find(self.frames.at(verb.i).roles, order, exclude=sources)
            if found and all(self.parties.has_country(i) or self.parties.named(i) for i in found):
                return found
        return ()

    def deterred(self, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Whom a show of force is meant for, wherever it goes: "sent bombers to Guam to deter North Korea"."""
        for clause in frame.clauses:
            roles = self.frames.at(clause.verb).roles if clause.preposition == "adv" else {}
            wanted = self._shown(clause, roles) if roles else ()
            if wanted:
                found = self.search.find(roles, wanted, exclude=sources)
                if self.parties.real(found):
                    return found
        return ()

    def _shown(self, clause: Clause, roles: dict[str, list[int]]) -> tuple[str, ...]:
        """Where the one stands whom a show is to move: "to deter Chad", "to send a message to Chad"."""
        verb = lemma(self.doc[clause.verb])
        if verb in DETERRING:
            return ("object", "against")
        message = verb in SENDING and any(lemma(self.doc[i]) in MESSAGES for i in roles.get("object", ()))
        return ("to", "iobj") if message else ()

    def arrived(self, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Where the verb before has brought somebody: "crossed into Finland and sought asylum there"."""
        verb = self.doc[frame.head]
        above = verb.head
        if verb.dep_ not in ("conj", "advcl", "xcomp", "acl") or not is_verbal(above):
            return ()
        roles = self.frames.at(above.i).roles
        places = [i for role in ("into", "in", "to", "at") for i in roles.get(role, ())]
        return self.parties.apart(places, sources)[:1]

    def purpose(self, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Whom force is to move: "fired tear gas to disperse the marchers"."""
        for clause in frame.clauses:
            if clause.preposition == "adv" and clause.form is Form.TO and clause_form(self.doc[clause.verb]) is Form.TO:
                roles = self.frames.at(clause.verb).roles
                found = self.search.find(roles, ("object",), exclude=sources, places=False)
                if self.parties.real(found):
                    return found
        return ()

    def doers_of(self, tokens: Sequence[int], exclude: tuple[int, ...]) -> tuple[int, ...]:
        """Who did what is investigated or denounced: "the bombing of a bridge by rebels" is about them."""
        for token in tokens:
            for act in self.acts(token, None) if names_act(self.doc[token]) else ():
                doers = self.parties.apart(act.sources, exclude)
                if doers:
                    return doers
        return ()

    def authors(self, tokens: Iterable[int], exclude: tuple[int, ...]) -> tuple[int, ...]:
        """Who does what a noun tells with those whom it befalls: "the treatment of prisoners by guards"."""
        for token in tokens:
            befallen = [p for c in self.doc[token].children if c.lower_ == "of" for p in c.children if p.i > token]
            doers = (i for noun in befallen for t in (self.doc[token], noun) for i in inside(t, BY))
            if by := self.parties.apart((i for i in doers if self.parties.known(i)), exclude):
                return by
        return ()

    def act_parties(self, tokens: list[int] | tuple[int, ...], exclude: tuple[int, ...]) -> tuple[int, ...]:
        """The doer (else the victim) of an act that stands as a thing: "condemned the attack by Hamas".

        Where it is an act of nobody else, its clause tells: "ignored calls to end its attacks on Chad".
        """
        acts = [a for token in tokens for a in self.acts(token, None)]
        sides = [side for act in acts for side in (act.sources, act.targets)]
        asked = (c.verb for token in tokens for c in self.frames.at(token).clauses if c.form is Form.TO)
        for side in (*sides, *(a.targets for verb in asked for a in self.acts(verb, None))):
            if rest := self.parties.apart(side, exclude):
                return rest
        return ()

    def whence(self, found: tuple[int, ...], match: Match, sources: tuple[int, ...]) -> tuple[int, ...]:
        """From where people are taken who are nobody's by their own words: "withdrew soldiers from a base in Chad".

        Also whose those are whom another sends home: "expelled diplomats from Poland".
        """
        entry = match.entry
        roles: dict[str, list[int]] = {r: match.places[r] for r in FROM if r in match.places}
        if not roles or not found:
            return ()
        if not set(found) <= {*match.roles.get("object", ())} or any(map(self._from_somewhere, found)):
            return ()
        if entry.target[:1] != ("from",) and not (entry.code.startswith(EXPELLING) and match.roles.get("agent")):
            return ()
        lands = self.search.find(roles, FROM, exclude=sources)
        own = {self.parties.mention(i).actor.country for i in sources}
        return tuple(i for i in lands if self._from_somewhere(i) and self.parties.mention(i).actor.country not in own)

    def _from_somewhere(self, index: int) -> bool:
        """Whether a phrase is of a land or body that it names: "peacekeepers" are of none."""
        return self.parties.mention(index).actor.country not in NOWHERE

    def answered(self, found: tuple[int, ...], match: Match, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Whose deed somebody protests against: "stopped work in response to Ford's decision"."""
        reasons = [i for i in match.roles.get("in", ()) if lemma(self.doc[i]) in REASONS]
        if not reasons or (self.parties.real(found) and not self.parties.all_places(found)):
            return ()
        return self.search.find({"to": reasons}, ("to",), exclude=sources, places=False)

    def bound(self, heads: Sequence[int], sources: tuple[int, ...]) -> tuple[int, ...]:
        """Who has it in hand to avert or end it: "threatened to cut supplies unless Chad pays".

        Also where somebody waits to see it: "will not lift the ban until it is satisfied that Chad pays".
        """
        for head in heads:
            for clause in self.doc[head].children:
                if clause.dep_ == "advcl" and _is_condition(clause):
                    seen = (c.i for c in clause.children if c.dep_ in ("ccomp", "xcomp"))
                    below = (g.i for c in clause.children if c.dep_ == "acomp" for g in c.children if g.dep_ == "ccomp")
                    doers = (self.frames.at(i).roles.get("agent", ()) for i in (clause.i, *seen, *below))
                    found = next((f for d in doers if (f := self.parties.apart(d, sources))), ())
                    if found:
                        return found
        return ()

    def provoked(self, found: Sequence[int], head: int, code: str, sources: tuple[int, ...]) -> bool:
        """Whether those found only did something before, in another land: "lifted the curfew after [Chad] freed him".

        Who protests, threatens or strikes may well answer that.
        """
        clauses = (c for c in self.doc[head].children if c.dep_ == "advcl" and c.i > head)
        timed = [c for c in clauses if any(g.lower_ in WHEN for g in c.children)]
        if not timed or not found or (code >= ANSWERED and not code.startswith(REFUSED)):
            return False
        inside = [c for c in timed if all(c.left_edge.i <= i <= c.right_edge.i for i in found)]
        doers = {self.parties.mention(g.i).actor.country for c in inside for g in c.children if g.dep_ in SUBJECTS}
        own = {self.parties.mention(i).actor.country for i in sources}
        return bool(doers) and "" not in own | doers and own.isdisjoint(doers)

    def awaited(self, frame: Frame, sources: tuple[int, ...], code: str) -> tuple[int, ...]:
        """Who must move first: "will not lift the ban until Chad frees the men", "will strike on until it pays"."""
        kept_up = frame.status.negated or code.startswith(NO_CONCESSION)
        return self.bound((frame.head,), sources) if kept_up else ()

    def struck_by(self, clause: int, after: int, doer: tuple[int, ...], names: tuple[str, ...]) -> tuple[int, ...]:
        """Who stands behind one of these prepositions anywhere in a clause, behind a token."""
        for token in self.doc[clause].subtree:
            if (
                token.i > after
                and token.dep_ == "prep"
                and token.lower_ in names
                and not after < self.refused < token.i
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

    def in_clauses(self, role: str, match: Match, frame: Frame, sources: tuple[int, ...]) -> list[int]:
        """Whom the clauses of an entry name: "put soldiers on alert to deter [Chad]"; not whoever is told to act."""
        for clause in match.clauses if role == "comp" else aims(frame, self.frames):
            found = self.search.find(self.frames.at(clause.verb).roles, VERB_TARGET, exclude=sources, places=False)
            if self.parties.real(found):
                return list(found)
        return []

    def clause_parties(self, clauses: Sequence[Clause], sources: tuple[int, ...], verbs: list[int]) -> tuple[int, ...]:
        """The actors of a clause whose verb the lexicon does not know: its doer first, then the others by role."""
        for clause in clauses:
            if clause.adjunct:
                continue
            inner = self.frames.at(clause.verb)
            verbs.append(clause.verb)  # read here, so no event of its own
            found = self.search.find(inner.roles, ("agent", *VERB_TARGET, "in"), exclude=sources)
            if self.parties.real(found):
                return found
            nested = self.clause_parties(inner.clauses, sources, verbs)
            if nested:
                return nested
        return ()


def _is_condition(clause: Token) -> bool:
    """Whether a clause says what must come first: "unless …", "until …", "if Cuba does not …"."""
    marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod", "neg")}
    return bool(marks & {"unless", "until"}) or ("if" in marks and any(c.dep_ == "neg" for c in clause.children))
