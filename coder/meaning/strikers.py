"""Who strikes, when the verb of harm does not say it: the act that harms, the clause beside, whoever claims it."""

from dataclasses import replace
from typing import Final

from coder.acts import Act, ActsOf
from coder.frames import Frame
from coder.meaning.matches import Match
from coder.mentions import Mention
from coder.naming.actor_codes import ARMED_OPPOSITION
from coder.parties.parties import Parties
from coder.syntax.clauses import is_verbal
from coder.syntax.grammar_words import WHEN
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import heads, nominal_gerund

VIOLENCE: Final[tuple[str, ...]] = ("18", "19", "20")
RIOT: Final = "145"
MIGHT: Final = "15"  # the first root of soldiers and police: nobody is arrested in a visit by the pope
FORCE: Final = "17"  # the first root by which people come to harm
# Not what frees people or towns after somebody's attack.
HARM: Final[tuple[str, ...]] = ("171", "173", "174", "175", "18", "190", "193", "194", "195", "20")
FIGHTERS: Final = ARMED_OPPOSITION | {"MIL", "COP", "UAF", "CRM"}
UNSPECIFIED: Final = "190"
BOMBING: Final = "183"
DYING: Final = ("agent",)  # the target of verbs whose subject is the one who falls
# What lasts as long as what stands behind its "of".
SPANS: Final = frozenset(
    "course night nights day days week weeks hours month months escalation outbreak resumption aftermath".split()
)
CLAIMED: Final = "015"  # responsibility acknowledged


class Strikers:
    """Finds the doers of violence within one Doc."""

    def __init__(self, doc: Doc, parties: Parties, acts: ActsOf) -> None:
        """Take the Doc's parties; `acts` says what a token means as an action."""
        self.doc = doc
        self.parties = parties
        self.acts = acts

    def around(self, match: Match) -> tuple[int, ...]:
        """The doer of the act in which it happened: "killed in an attack by rebels", "in clashes with rebels"."""
        victims = _fallen(match)
        harmed = match.entry.code.startswith(HARM)
        for role in ("in", "during", "from", "through", "amid", *(("after",) if harmed else ())):
            for token in match.roles.get(role, ()):
                for act in self._told_of(token):
                    doers = act.sources or (self.parties.apart(act.targets, victims) if act.mutual else ())
                    if doers and act.code >= MIGHT:
                        return doers
        return ()

    def clash(self, match: Match, frame: Frame) -> Act | None:
        """The fight of two sides in which others fell: "ten died in clashes between rebels and the army"."""
        if frame.kind != "verb" or "agent" in match.roles or not match.entry.code.startswith(VIOLENCE):
            return None
        victims = match.roles.get("object", ())
        for role in ("in", "during", "amid", "from", "after"):
            for token in match.roles.get(role, ()):
                for act in self._told_of(token):
                    sides = self.parties.apart(act.sources, victims)
                    fought = (act.mutual and act.code >= MIGHT) or act.code == RIOT
                    if fought and set(act.sources) == set(act.targets) and self.parties.several(sides):
                        return act
        return None

    def fought_back(self, match: Match, frame: Frame, sources: tuple[int, ...]) -> bool:
        """Whether those who fell had fought, too: "two soldiers were killed in a clash with rebels"."""
        victims = _fallen(match)
        sectors = {s for i in victims for s in self.parties.mention(i).actor.sectors}
        if frame.kind != "verb" or _has_doer(match) or not sources or not sectors & FIGHTERS:
            return False
        nouns = (i for role in ("in", "during", "amid", "from", "after") for i in match.roles.get(role, ()))
        acts = (act for i in nouns for act in self._told_of(i))
        return any(act.mutual and act.code.startswith(VIOLENCE) and set(sources) <= set(act.targets) for act in acts)

    def _told_of(self, index: int) -> list[Act]:
        """What the nouns of a phrase mean as actions: "a wave of raids", "the course of a siege"."""
        nouns = heads(self.doc[index])
        if nouns[-1].lower_ in SPANS:
            nouns += [p for c in nouns[-1].children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
        return [act for noun in nouns if names_act(noun) for act in self.acts(noun.i, None)]

    def beside(self, match: Match, frame: Frame) -> tuple[int, ...]:
        """Who strikes in the clause that says when: "five were killed as police opened fire"."""
        if not match.entry.code.startswith(VIOLENCE):
            return ()
        victims = match.roles.get("object", ())
        for act in self._meanwhile(frame):
            doers = () if act.mutual or act.code < FORCE else self.parties.apart(act.sources, victims)
            if doers:
                return doers
        return ()

    def blast(self, match: Match, frame: Frame) -> str:
        """The code of the bombing that a clause of time tells of, for those who fell in it; else ""."""
        if match.entry.code != UNSPECIFIED or not frame.passive:
            return ""
        codes = (act.code for act in self._meanwhile(frame) if act.code.startswith(BOMBING))
        return BOMBING if any(codes) else ""

    def _meanwhile(self, frame: Frame) -> list[Act]:
        """What clauses of time tell: "were killed when …", "killed and six hurt after …"."""
        head = self.doc[frame.head]
        verbs = (head, *(c for c in head.children if c.dep_ == "conj" and is_verbal(c)))
        clauses = (c for v in verbs for c in v.children if c.dep_ == "advcl")
        timed = (c for c in clauses if any(g.dep_ in ("mark", "advmod") and g.lower_ in WHEN for g in c.children))
        return [act for c in timed for act in self.acts(c.i, None)]

    def joined(self, match: Match, frame: Frame) -> tuple[int, ...]:
        """Who strikes by the verb that follows: "24 were killed and 15 injured in raids by American jets"."""
        if not match.entry.code.startswith(VIOLENCE):
            return ()
        victims = match.roles.get("object", ())
        for verb in _joined_verbs(self.doc[frame.head]):
            acts = [*self.acts(verb.i, None), *(a for i in _scenes(verb) for a in self._told_of(i))]
            for act in acts:
                violent = act.code.startswith(VIOLENCE) and not act.mutual
                doers = self.parties.apart(act.sources, victims) if violent else ()
                if doers:
                    return doers
        return ()

    def of_blow(self, index: int, match: Match) -> tuple[int, ...]:
        """Who carries out or claims the blow that kills: "staged an attack that …", "claimed the bombing, which …"."""
        climb = self.doc[index]
        if not match.entry.code.startswith(VIOLENCE) or not names_act(climb):
            return ()
        while climb.dep_ in ("pobj", "prep", "dobj", "nsubjpass", "conj") and not is_verbal(climb):
            climb = climb.head
        for act in self.acts(climb.i, None) if is_verbal(climb) else ():
            done = act.composed and act.code.startswith(VIOLENCE) and index in act.takes
            if done or (act.code == CLAIMED and index in act.targets):
                return act.sources
        return ()

    def in_relative(self, found: tuple[int, ...], match: Match, frame: Frame) -> tuple[int, ...]:
        """In "an attack on a convoy that killed ten" the attack kills, though the clause hangs on the convoy."""
        noun, verb = self.doc[found[0]], self.doc[frame.head]
        if self._is_nobodys(self.parties.mention(found[0])) and (launched := self._launched(verb, match)):
            return launched
        relative = verb.dep_ == "relcl" and verb.head.i == noun.i and noun.dep_ == "pobj"
        if not relative or not match.entry.code.startswith(VIOLENCE):
            return found
        if not names_act(noun.head.head):
            place = self.parties.mention(noun.i).sort in ("city", "region")
            return self._struck_there(noun, match) if place else found
        blow = noun.head.head.i
        if not any(c.lower_ in ("that", "which") and c.dep_ == "nsubj" for c in verb.children):
            return found
        for act in self.acts(blow, None):
            if act.code.startswith(VIOLENCE) and noun.i in act.targets:
                return act.sources or self.of_blow(blow, match)
        return found

    def _struck_there(self, place: Token, match: Match) -> tuple[int, ...]:
        """Who carried out the blow of which a clause behind a place tells: "a raid in Idlib which killed ten"."""
        for token in place.ancestors:
            for act in self.acts(token.i, None) if names_act(token) else ():
                if act.code.startswith(VIOLENCE):
                    return act.sources or self.of_blow(token.i, match)
        return ()

    def _launched(self, verb: Token, match: Match) -> tuple[int, ...]:
        """Whose gunmen they are: "the Taliban launched an attack in which gunmen stormed a hotel"."""
        inside = any(
            c.dep_ == "prep" and c.lower_ == "in" and any(g.tag_ == "WDT" for g in c.children) for c in verb.children
        )
        if verb.dep_ != "relcl" or not inside or not match.entry.code.startswith(VIOLENCE) or not names_act(verb.head):
            return ()
        doers = next((a.sources for a in self.acts(verb.head.i, None) if a.code.startswith(VIOLENCE)), ())
        return doers or self.of_blow(verb.head.i, match)

    def blow(self, match: Match, frame: Frame) -> Act | None:
        """The use of force that itself does what a verb says: "an air strike on a depot destroyed two lorries"."""
        if frame.kind != "verb" or match.entry.code < FORCE:
            return None
        for token in (t for i in match.roles.get("agent", ()) for t in heads(self.doc[i])):
            for act in self.acts(token.i, None) if names_act(token) else ():
                if act.code.startswith(VIOLENCE):
                    return act if self._known(act.targets) else replace(act, targets=self._struck_before(frame))
        return None

    def spares(self, blow: Act, targets: tuple[int, ...]) -> bool:
        """Whether a verb names nobody besides those whom a blow strikes: things, or "six fighters"."""
        return self._known(blow.targets) and all(self._is_bare(self.parties.mention(i)) for i in targets)

    def _struck_before(self, frame: Frame) -> tuple[int, ...]:
        """Whom the verb before struck, of two that one blow does: "raids hit the camp and destroyed a lorry"."""
        verb = self.doc[frame.head]
        before = self.acts(verb.head.i, None) if verb.dep_ == "conj" and is_verbal(verb.head) else ()
        return next((a.targets for a in before if a.code.startswith(VIOLENCE)), ())

    def _known(self, targets: tuple[int, ...]) -> bool:
        return any(self.parties.known(i) for i in targets)

    def _is_bare(self, mention: Mention) -> bool:
        if not mention.actor.code:
            return True
        return self._is_nobodys(mention) and bool(ARMED_OPPOSITION & {*mention.actor.sectors})

    def _is_nobodys(self, mention: Mention) -> bool:
        """Whether a phrase does not say whose they are: "20 gunmen"."""
        words = self.doc.tokens[mention.start : mention.end]
        return not any(t.text[:1].isupper() and t.tag_ in ("NNP", "NNPS", "JJ") for t in words)


def names_act(token: Token) -> bool:
    """Whether a token may name an act: a noun, or a gerund that stands as one."""
    return token.pos_ == "NOUN" or nominal_gerund(token)


def _joined_verbs(verb: Token) -> list[Token]:
    """The participles that go on with a passive: "killed and 15 [injured]", also read as one of "more than 15"."""
    joined = [c for c in verb.children if c.dep_ == "conj"]
    counted = [g for c in joined if c.pos_ in ("NUM", "NOUN", "PRON") for g in c.children if g.dep_ == "acl"]
    return [v for v in (*joined, *counted) if v.tag_ in ("VBN", "VBD")]


def _scenes(verb: Token) -> list[int]:
    """The nouns in which a verb says that it happened: "were injured, in a raid by soldiers"."""
    phrases = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("in", "during", "amid"))
    return [p.i for c in phrases for p in c.children if p.dep_ == "pobj"]


def _fallen(match: Match) -> list[int]:
    """Who fell: those whom a verb strikes, or those who die by it."""
    return match.roles.get("agent" if match.entry.target[:1] == DYING else "object", [])


def _has_doer(match: Match) -> bool:
    return "agent" in match.roles and match.entry.target[:1] != DYING
