"""`OperatorSides`: who does it and to whom, where a predicate is joined with its content."""

from typing import Final

from coder.acts import Act
from coder.entries.operators import ADDRESSED, JUDGED
from coder.frames import Frame
from coder.framing.frame_reader import FrameReader
from coder.meaning.matches import Match
from coder.meaning.sides import Sides
from coder.parties.party_roles import VERB_TARGET
from coder.syntax.clauses import Clause, Form
from coder.syntax.words import lemma

AID: Final = "07"
TALKS: Final = "04"
ASYLUM: Final = "075"
INQUIRY: Final = "09"
DENIAL: Final = "DENY"
FORCE: Final = "18"  # the roots from it on
LANDS: Final = frozenset({"state", "city", "region"})
RELEASE: Final = "084"
HOLDING: Final = frozenset(
    "abduct arrest capture detain grab hold imprison intern jail kidnap seize snatch take".split()
)
HOLDING_CLAUSES: Final = frozenset({"acl", "relcl"})
# What is written to somebody in order to ask him.
PAPERS: Final = frozenset("letter petition note message cable telegram email memo memorandum appeal text".split())
ASKED_ROLES: Final[tuple[str, ...]] = ("object", "iobj", "to", "on", "upon", "from", "of", "with", "against")


class OperatorSides:
    """Finds sources and targets of operators within one Doc."""

    def __init__(self, frames: FrameReader, sides: Sides) -> None:
        """Take the Doc's frames, and who finds the sides of a predicate alone."""
        self.doc = frames.doc
        self.frames = frames
        self.sides = sides
        self.parties = sides.parties
        self.search = sides.search
        self.far = sides.far

    def of(
        self, operator: str, match: Match, frame: Frame, content: Act, clause: Clause | None
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Source and target of an operator with its content, by what the operator does to them."""
        sources = self.sides.sources(match, frame)
        if not sources and frame.kind == "noun" and clause is None and operator in ("INTEND", "THREATEN"):
            sources = content.sources  # "threats of sanctions by the EU"
        if operator == "UNDERGO":
            land = all(self.parties.mention(i).sort in LANDS for i in sources)
            struck = self.parties.apart(content.targets, sources) if land else ()  # "Kabul saw a raid on a barracks"
            if not land and content.code >= FORCE:  # "provoked raids on their allies"
                struck = tuple(i for i in content.targets if i not in sources and self.parties.known(i))
            return tuple(i for i in content.sources if i not in sources), struck or sources
        if operator == "REPORT" or (operator == "DO" and self.befalls(match, content, sources)):
            return content.sources, content.targets
        if operator in ("DO", "STOP", "ATTEMPT"):
            return self._done(match, frame, content, sources)
        if operator in ADDRESSED:
            asked = self._addressee(match, frame, content, sources, clause)
            if content.code[:2] == AID and not self.parties.real(asked):
                reached = self.far.arrived(frame, sources) if content.code == ASYLUM else ()
                asked = reached or self.far.helped(frame, sources) or asked  # "launched an appeal to help them"
            return sources, asked
        if operator in JUDGED:
            return sources, self._judged(match, content, sources)
        return sources, self._concerned(operator, match, frame, content, sources, clause)

    def _done(
        self, match: Match, frame: Frame, content: Act, sources: tuple[int, ...]
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """What is carried out, tried or stopped: the operator's doer, the content's target."""
        itself = match.entry.content == ("agent",)  # what takes place has its own doers or none
        if content.mutual and (content.sources or itself) and set(content.sources) == set(content.targets):
            return content.sources, content.targets  # "talks between A and B resumed in Rome"
        doer = sources if sources and not itself else content.sources
        if match.entry.target and (named := self._own_target(match, frame, doer, content)):
            return doer, named  # "called him to apologise": whom the entry itself names
        rest = tuple(i for i in content.targets if i not in doer)
        placed = self.parties.all_places(rest)
        if placed or not self.parties.real(rest):
            rest = self._struck(frame, content, doer) or rest
        if content.code[:2] == INQUIRY and not self._abroad(self.parties.apart(rest, doer), doer):
            visited = self.far.struck_by(frame.head, frame.head, doer, ("to",))
            rest = tuple(i for i in visited if i < content.head) or rest  # "sent experts to Peru to look into a fire"
        if content.mutual and self.parties.several(doer) and (not rest or self.parties.all_places(rest)):
            return doer, ()  # "A and B held talks in Rome": each with the other, not with Rome
        return doer, rest or self._own_target(match, frame, doer, content)

    def befalls(self, match: Match, content: Act, subject: tuple[int, ...]) -> bool:
        """Whether whoever goes on with it or wants it gets it from others: "kept suffering attacks by Sudan"."""
        if content.noun or content.mutual or not content.sources:
            return False
        if any(i in match.roles.get("speaker", ()) for i in content.sources):
            return False  # "Chad says that Peru has tried to sway the vote"
        return any(i in subject for i in content.targets) and not any(i in subject for i in content.sources)

    def _abroad(self, parties: tuple[int, ...], doer: tuple[int, ...]) -> bool:
        """Whether any of them is of another country than those who look into it."""
        own = {self.parties.mention(i).actor.country for i in doer}
        return any(self.parties.mention(i).actor.country not in own | {""} for i in parties)

    def _concerned(
        self, operator: str, match: Match, frame: Frame, content: Act, sources: tuple[int, ...], clause: Clause | None
    ) -> tuple[int, ...]:
        """Whom a promise, refusal or threat concerns: the content's target, else the operator's own."""
        if operator == "REJECT" and clause is None and self.parties.apart((content.head,), sources):
            return (content.head,)  # "rejected an Armenian proposal": who made it
        partners = self.parties.apart(match.roles.get("with", ()), sources)
        if operator == "INTEND" and partners:
            return partners  # "agreed with Cuba to return the refugees"
        if match.entry.target[:1] == ("agent",):  # "obtained a promise from Iran": who obtained it
            promised = self.parties.apart(match.roles.get("agent", ()), sources)
            if promised:
                return promised
        targets = tuple(i for i in content.targets if i not in sources)
        together = (
            match.entry.operator == "INTEND"
            and lemma(self.doc[frame.head]) == "agree"
            and self.parties.several(sources)
        )
        if together and (self._at_home(targets, sources) or not any(map(self.parties.has_country, targets))):
            return ()  # "the army and the rebels agreed to let people leave": with each other
        bound = self.far.bound((content.head, frame.head), sources) if operator in ("REJECT", "THREATEN") else ()
        others = self.parties.apart(
            targets, sources
        )  # "warned the envoy that it would expel him": not the one who warns
        if others:
            return (bound or self._warned(match, sources, others) or others) if operator == "THREATEN" else others
        found = self._own_target(match, frame, sources, content)
        return found if self.parties.real(found) else bound or found or targets

    def _warned(self, match: Match, sources: tuple[int, ...], others: tuple[int, ...]) -> tuple[int, ...]:
        """Whom a threat is told, if what it is about lies in his land: "warned Mali it would shut a road at Kidal"."""
        told = self.parties.apart(match.roles.get("object", ()), sources)
        lands = {self.parties.mention(i).actor.country for i in told}
        theirs = {self.parties.mention(i).actor.country for i in others}
        nearby = theirs <= lands and self.parties.all_places(others)
        return told if nearby else ()

    def _at_home(self, places: tuple[int, ...], sources: tuple[int, ...]) -> bool:
        """Whether places are in the lands of those who agree: "agreed to open a bridge at Aflao"."""
        own = {self.parties.mention(i).actor.country for i in sources}
        return self.parties.all_places(places) and {self.parties.mention(i).actor.country for i in places} <= own

    def _struck(self, frame: Frame, content: Act, doer: tuple[int, ...]) -> tuple[int, ...]:
        """Whom force is used against when the parser hung "against …" far from the blow."""
        if content.code < "14":
            return ()
        return self.far.struck_by(frame.head, content.head, doer, ("against",)) or self.far.struck_by(
            frame.head, content.head, doer, ("on", "at", "upon")
        )

    def _own_target(self, match: Match, frame: Frame, sources: tuple[int, ...], content: Act) -> tuple[int, ...]:
        """The operator's own target, the content aside: "threatened Iran with sanctions", "refused India's request"."""
        order = match.entry.target or tuple(r for r in self.order(match) if r not in ("from", "of", "about"))
        roles = {
            r: [t for t in tokens if t != content.head or self.parties.known(t)] for r, tokens in match.roles.items()
        }
        together = match.entry.operator == "INTEND" and self.parties.several(
            sources
        )  # "A and B agreed in Rome": not with Rome
        talks = content.mutual and content.code.startswith(TALKS)  # "began in Geneva": not with it
        found = self.search.find(roles, order, exclude=sources, head=frame.head, places=not (together or talks))
        if self.parties.real(found):
            return found
        others = self.parties.apart(content.sources, sources)
        return others or found

    def order(self, match: Match) -> tuple[str, ...]:
        """In which roles to look for whom it concerns: who is given or promised something goes before the thing."""
        return ("iobj", *VERB_TARGET) if "iobj" in match.roles else VERB_TARGET

    def _addressee(
        self, match: Match, frame: Frame, content: Act, sources: tuple[int, ...], clause: Clause | None
    ) -> tuple[int, ...]:
        """Who is asked, told, allowed: the object, the doer of the clause, else whom the content concerns."""
        infinitive = clause is not None and clause.form is Form.TO
        order = match.entry.target or (("for", *ASKED_ROLES) if infinitive else ASKED_ROLES)  # "a plea for Iran to …"
        roles = {r: [t for t in tokens if t != content.head] for r, tokens in match.roles.items()}
        found = self.search.find(roles, order, exclude=sources, places=False)
        if self.parties.real(found) and not (clause is None and found == content.targets):
            return found
        if addressees := self._written_to(frame, sources):
            return addressees
        if found and clause is not None:
            return found  # "call on more countries to …": they are asked, known or not
        if content.code[:3] == RELEASE and not content.sources and (holders := self._holders(content, sources)):
            return holders
        for side in (content.sources, content.targets):
            rest = self.parties.apart(side, sources)
            if rest:
                return rest
        return found or tuple(i for i in (*content.sources, *content.targets) if i not in sources)

    def _holders(self, content: Act, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Who holds those whose release is asked for: "the release of two men [held by Chad]", "[jailed in Chad]"."""
        for participle in (c for c in self.doc[content.head].subtree if c.dep_ in HOLDING_CLAUSES):
            if lemma(participle) in HOLDING:
                holding = self.frames.at(participle.i).roles
                for role in ("agent", "by", "in", "at"):
                    found = self.parties.apart(holding.get(role, ()), sources)
                    if any(map(self.parties.has_country, found)):
                        return found
        return ()

    def _written_to(self, frame: Frame, sources: tuple[int, ...]) -> tuple[int, ...]:
        """To whom the letter goes that asks: "its letter to Chad asks for help", "sent Chad a letter asking it"."""
        verb = self.doc[frame.head]
        letter = verb.head if verb.dep_ == "acl" else next((c for c in verb.children if c.dep_ == "nsubj"), verb)
        if lemma(letter) not in PAPERS:
            return ()
        told = list(self.frames.at(letter.i).roles.get("to", ()))
        if letter.dep_ == "dobj":
            roles = self.frames.at(letter.head.i).roles
            told += [i for role in ("iobj", "to") for i in roles.get(role, ())]
        return self.parties.apart(told, sources)

    def _judged(self, match: Match, content: Act, sources: tuple[int, ...]) -> tuple[int, ...]:
        """Who is blamed or praised: the object when it is an actor, else the doer of the deed, else its victim."""
        order = match.entry.target or VERB_TARGET
        named = content.noun and content.head in match.roles.get("object", ())[:1]
        doers = self.parties.apart(content.sources, sources) if named and not content.mutual else ()
        if named and (content.code >= "14" or doers):  # whoever did it is meant, never the victim
            return doers or (content.head,)
        # "denied charges from Chad that …": who made them hangs on the charges
        roles = match.places if match.entry.operator == DENIAL else match.roles
        found = self.search.find(roles, order, exclude=sources, places=False)
        if self.parties.real(found):
            return found
        strangers = tuple(i for i in content.sources if self.parties.named(i) and i not in sources)
        for side in (content.sources, strangers, content.targets):
            rest = side if side is strangers else self.parties.apart(side, sources)
            if rest and not (match.entry.operator == DENIAL and self._is_its_own(rest, sources)):
                return rest
        if self.parties.known(content.head) and content.head not in sources:
            return (content.head,)
        return found or self.search.find(match.roles, order, exclude=sources)

    def _is_its_own(self, doers: tuple[int, ...], speakers: tuple[int, ...]) -> bool:
        """Whether somebody denies what his own did: "the Kremlin denied that [Russia] had struck the port"."""
        own = {self.parties.mention(i).actor.country for i in speakers} - {""}
        return bool(own) and {self.parties.mention(i).actor.country for i in doers} <= own
