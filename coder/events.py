"""Actors + actions -> events: pairing, both directions of mutual acts, no duplicates, order, confidence."""

from dataclasses import replace
from functools import partial
from typing import Final

from coder.acts import Act
from coder.confidence import confidence
from coder.mentions import Mention
from coder.naming.noun_classes import NEUTRAL_HEADS, SPOT_NOUNS, STRANGERS
from coder.ontology import Ontology
from coder.parties.parties import Parties
from coder.parties.same_parties import is_part, is_title
from coder.parties.whole_phrases import whole
from coder.phrases.completion import completed
from coder.phrases.settings import Setting, clause_setting, setting_of
from coder.repeats import key, without_repeats
from coder.same_lands import of_same_lands
from coder.syntax.grammar_words import SUBJECTS
from coder.syntax.parsed import Token
from coder.syntax.words import lemma
from coder.types import NO_WORDS, Actor, Event, Explanation, Modality, Options, Resolution, TextSpan

VISITS: Final = frozenset({"042", "036", "043", "044", "010"})  # nobody is his own guest, nor tells himself
CONSULTING: Final = "04"
MEETING: Final = frozenset({"036", "040", "046", "026", "106"})
OUTLOOKS: Final = frozenset({"012", "013"})  # hopes and fears for oneself are no event
LAST_COOPERATION: Final = "08"  # the roots up to it are words, promises, gifts and concessions
FREED: Final = ("0353", "0841")  # who is let go is somebody, whatever he is called
# Acts on what is one's own: shops that strike, guards at one's airports.
AT_HOME: Final[tuple[str, ...]] = ("14", "15", "17")
# What nobody threatens his own land with; curfews, arrests and protests are another matter, and so is leaving it.
ABROAD: Final = ("130", "131", "134", "135", "136", "138", "139")
PARTING: Final = "1313"
COERCED: Final = "17"
FORCE: Final = "14"  # the codes up to it are words, gifts and refusals
PLACES: Final = ("state", "city", "region")
WITNESSED: Final = frozenset({"we", "they", "i"})  # whose acts count though the text does not say who they are
ON_THINGS: Final = frozenset("06 07 14 15 17 18 19 20".split())  # whose rules name things, not acts
SOMEBODY: Final = NEUTRAL_HEADS | STRANGERS
# What a mere noun tells though it names nobody to whom it is done: strikes, curfews, what a state changes at home.
AT_LARGE: Final = tuple("14 152 082 0812 0813 0814 0832 0834 1722 1723 1724".split())
# What one can do alone.
ALONE: Final = tuple("""08 14 15 034 035 123 124 132 133 134 137 138 015 016 017 013 012 014 172 128 011""".split())
CLOSE: Final = 8  # words of a rule that lie nearer are shown as one span
BETWEEN: Final = frozenset(
    "border frontier boundary crossing relation relationship tie dispute feud rivalry alliance".split()
)
# Who is nobody in politics as long as no land is told.
PRIVATE: Final = frozenset(("CVL", "EDU", "HLH", "BUS", "MED", "ELI"))
# What teachers on strike or mourners do all the same: to give in, to hold out, to condole.
PRIVATELY_DONE: Final = ("08", "12", "018")
Party = tuple[Mention, Actor]  # a phrase, and one of the actors that it names


class EventMaker:
    """Makes the events of one Doc from its acts."""

    def __init__(self, parties: Parties, ontology: Ontology) -> None:
        """Take the Doc's parties, and the ontology that knows the codes."""
        self.parties = parties
        self.doc = parties.doc
        self.ontology = ontology
        self._setting: Setting | None = None
        self._clauses: dict[int, Setting] = {}  # by an act's head
        self._told: set[int] = set()  # words that tell of acts
        self._told_of: list[Mention] | None = None

    def setting(self) -> Setting:
        """Where the sentence plays; only looked for when an actor lacks a country."""
        if self._setting is None:
            self._setting = setting_of(self.doc, self._mentions())
        return self._setting

    def _mentions(self) -> list[Mention]:
        """Who is named in the sentence, and who does something in it whom the story has named: "It jailed nurses"."""
        if self._told_of is None:
            self._told_of = self.parties.resolver.mentions()
            if self.parties.context is not None:
                doers = [t.i for t in self.doc.tokens if t.tag_ == "PRP" and t.dep_ in SUBJECTS]
                self._told_of = [*self._told_of, *map(self.parties.mention, doers)]
        return self._told_of

    def _completed(self, actor: Actor, other: Actor | None, act: Act, *, doer: bool = False) -> Actor:
        """The actor with the country that the act's clause tells, else the sentence."""
        found = completed(actor, other, act.code, partial(self._where, act.head), doer=doer)
        clause = self._clauses.get(act.head)  # known where it was asked for
        if found is not actor or clause is None or clause is self._setting:
            return found
        told = completed(actor, other, act.code, self.setting, doer=doer)
        return found if clause.country and self._is_tellers(told, act) else told

    def _is_tellers(self, actor: Actor, act: Act) -> bool:
        """Whether an actor got the land of whoever only tells it: "Kuwait freed ten rebels," a Polish envoy said.

        Who tells of force may well tell what befell his own.
        """
        return (
            act.code < FORCE
            and act.speaker >= 0
            and self.parties.mention(act.speaker).actor.country == actor.country != ""
        )

    def _where(self, head: int) -> Setting:
        """Where the clause of an act plays, where it tells so."""
        if head not in self._clauses:
            self._clauses[head] = clause_setting(self.doc, self._mentions(), head, self.setting())
        return self._clauses[head]

    def make(self, acts: list[Act], options: Options) -> list[Event]:
        """One event per act and pair of actors, in text order; the most specific of those that repeat each other."""
        events: list[Event] = []
        self._told = {i for act in acts for i in (act.head, *(() if act.code[:2] in ON_THINGS else act.words))}
        for act in acts:
            if act.modality in (Modality.CONDITIONAL, Modality.NEGATED) and not options.include_hypothetical:
                continue
            events.extend(self._pairs(act))
        events = without_repeats(of_same_lands(events))
        return [
            e
            for e in events
            if e.confidence >= options.minimum_confidence and (e.target is not None or options.include_without_target)
        ]

    def _pairs(self, act: Act) -> list[Event]:
        sources = self._nobody(act) or self._parties(act.sources, doers=True)
        targets = self._parties(tuple(i for i in act.targets if not self._is_theme(act, i)))
        pairs: list[tuple[Party, Party | None]] = []
        if len(sources) > 1 and targets and all(self._between(t, sources) for t in targets):
            targets = sources
        abroad = bool(targets) and act.code.startswith(ABROAD) and act.code != PARTING
        for source in sources:
            if abroad and all(_is_own_land(t, source) for t in targets):
                continue
            others = [t for t in targets if not _same(source, t) and not self._possessed(act, t, source)]
            others = [t for t in others if not self._is_venue(act, t, source)]
            own = all(self._is_own(act, t, source) or t not in others for t in targets)
            if act.mutual:
                pairs.extend((t, source) for t in others if t[1].code and not self._is_scene(t[0]))
            if own and _alone(act):
                others = []
            pairs.extend((source, t) for t in others)
            talks = act.code.startswith(CONSULTING)  # which nobody holds alone
            if not others and own and (_alone(act) or (act.targets and not targets and not talks)):
                pairs.append((source, None))
        pairs = [(s, t) for s, t in pairs if self._given(s) and (t is None or self._given(t))]
        unique = list({(key(s[1]), key(t[1] if t else None)): (s, t) for s, t in pairs}.values())
        events: list[Event] = []
        for source, target in unique:
            witnessed = self._witnessed(act, source, target)
            if not witnessed and not self._worth(act, source[1], target[1] if target else None):
                continue
            event = self._event(act, source, target)
            if witnessed or self.parties.given is not None or not _is_private(event):
                events.append(event)
        return events

    def _is_own(self, act: Act, target: Party, source: Party) -> bool:
        """Whether it is the source's own: "its state of emergency", "Hamas positions" of Hamas."""
        mention, actor = target
        somebody = act.code.startswith(COERCED) and mention.sort == "role"  # "sacked his minister"
        theirs = self.doc[mention.start].tag_ == "PRP$" and not somebody
        return actor.code == source[1].code and (mention.kind == "owned" or theirs)

    def _between(self, target: Party, sources: list[Party]) -> bool:
        """Whether it lies between those who act together, and so on each other: "A and B reopened their border"."""
        mention, actor = target
        head = self.doc[mention.head]
        theirs = lemma(head) in BETWEEN and any(c.lower_ == "their" for c in head.children)
        return theirs and any(actor.code == source[1].code for source in sources)

    def _parties(self, tokens: tuple[int, ...], *, doers: bool = False) -> list[Party]:
        found: dict[tuple[int, str], Party] = {}
        for token in tokens:
            if len(tokens) > 1 and (is_title(token, tokens, self.parties) or is_part(token, tokens, self.parties)):
                continue
            mention = self.parties.mention(token)
            for actor in (self._wide(mention), *mention.others):
                told = any(p[1].code == actor.code for p in found.values())
                if told and (self._is_explanation(mention) or (doers and mention.kind == "place")):
                    continue  # "ETA (Basque Homeland and Freedom)", "in the West Bank and Gaza"
                if told and any(m.start <= mention.start < m.end and a.code == actor.code for m, a in found.values()):
                    continue  # "the number of [refugees]"
                if not (self._is_rest(mention) and any(p[1].country == actor.country for p in found.values())):
                    found.setdefault(key(actor), (mention, actor))
        return list(found.values())

    def _is_explanation(self, mention: Mention) -> bool:
        """Whether a phrase stands in brackets."""
        return mention.start > 0 and self.doc[mention.start - 1].text == "("

    def _is_rest(self, mention: Mention) -> bool:
        """Whether a phrase only rounds off a list: "Aleppo and other towns in Syria"."""
        return mention.head > mention.start and self.doc[mention.start].lower_ == "other"

    def _possessed(self, act: Act, thing: Party, owner: Party) -> bool:
        """Whether a phrase is the owner's own thing or force, no other actor: "withdrew its troops"."""
        mention, actor = thing
        if self.doc[mention.start].tag_ != "PRP$" or act.code.startswith(AT_HOME):
            return False
        whose = self.parties.antecedents.of(mention.start)
        if not owner[0].start <= whose < owner[0].end:
            return False
        lifeless = mention.kind in ("owned", "place") and actor.code in (owner[1].code, owner[1].country)
        return lifeless or (actor.sectors == ("MIL",) and actor.country in ("", owner[1].country))

    def _is_venue(self, act: Act, place: Party, source: Party) -> bool:
        """Whether a phrase says where at home somebody meets others: "planned talks in a village near Haifa"."""
        mention, actor = place
        head = self.doc[mention.head]
        inside = head.dep_ == "pobj" and head.head.lower_ in ("in", "at", "near") and lemma(head) in SPOT_NOUNS
        return inside and act.code in MEETING and actor.country == source[1].country

    def _is_scene(self, mention: Mention) -> bool:
        """Whether a party is only where it happens, and so cannot do it back: "agreed to a truce in Ukraine"."""
        head = self.doc[mention.head]
        return mention.kind == "place" or (mention.sort in PLACES and head.dep_ == "pobj" and head.head.lower_ == "in")

    def _is_theme(self, act: Act, token: int) -> bool:
        """Whether a phrase is what is said, asked for, given or lifted, not to whom: "gave $5 million"."""
        judged = act.code == "051" and act.targets == (token,)  # "welcomed the appointment"
        if act.code[:2] > LAST_COOPERATION or act.code in FREED or judged or self.parties.given is not None:
            return False
        mention, head = self.parties.mention(token), self.doc[token]
        if mention.actor.code or mention.kind != "other" or lemma(head) in SOMEBODY:
            return False
        if head.dep_ == "pobj" and head.head.lower_ in ("to", "from"):
            return False  # "returned it to its owner", "withdrew from the zone"
        return head.like_num if head.tag_ == "CD" else head.tag_ in ("NN", "NNS", "$") and not _both(head)

    def _wide(self, mention: Mention) -> Actor:
        """A thing that is nobody's keeps its whole phrase: "the farmland around the suburb" says more than its head."""
        actor = mention.actor
        if mention.kind != "other" or actor.code or self.doc[mention.head].pos_ not in ("NOUN", "NUM"):
            if self.parties.given is not None:
                return actor  # the caller's own spans stay
            start, end = whole(self.doc, self.parties, mention, self._told)
            return (
                actor if (start, end) == (mention.start, mention.end) else replace(actor, span=self._span(start, end))
            )
        end = mention.end
        for child in self.doc[mention.head].children:
            if child.dep_ in ("prep", "acl") and child.i >= mention.end - 1:
                end = max(end, min(child.right_edge.i + 1, mention.head + 10))
        span = self._span(mention.start, end)
        return replace(actor, name=span.text, span=span)

    def _given(self, party: Party) -> bool:
        """Where the caller has named the actors, only they are actors."""
        return self.parties.given is None or any(i in self.parties.given for i in range(party[0].start, party[0].end))

    def _worth(self, act: Act, source: Actor, target: Actor | None) -> bool:
        """An event needs somebody known, and not firms alone; a mere noun ("the attack by X on Y") needs both sides."""
        if act.noun and not (source.code and target is not None and target.code):
            return not (target and target.code) and bool(source.country) and act.code.startswith(AT_LARGE)
        if self.parties.given is not None:
            return True
        if target is not None and _is_at_home(act, source, target):
            return False
        known = [a for a in (source, target) if a is not None and a.code]
        return bool(known) and not all(set(a.sectors) == {"BUS"} or a.country == "MNC" for a in known)

    def _witnessed(self, act: Act, source: Party, target: Party | None) -> bool:
        """Whether "we" or "they" do it to somebody who needs no name: "they took my sons", "we urge both sides"."""
        if target is None or act.noun or self.parties.given is not None or source[0].kind != "pronoun":
            return False
        speaking = self.doc[source[0].head].lower_ in WITNESSED
        return speaking and lemma(self.doc[target[0].head]) in SOMEBODY

    def _event(self, act: Act, source: Party, target: Party | None) -> Event:
        kind = self.ontology[act.code]
        done_by, done_to = source[1], target[1] if target is not None else None
        words = tuple(self._span(i, i + 1) for i in act.words)
        modality = act.modality
        speaker = (
            self.parties.mention(act.speaker).actor if modality is Modality.REPORTED and act.speaker >= 0 else None
        )
        return Event(
            source=self._completed(done_by, done_to, act, doer=True),
            target=self._completed(done_to, done_by, act) if done_to is not None else None,
            type=kind,
            action=self._span(act.words[0], act.words[-1] + 1)
            if act.words[-1] - act.words[0] < CLOSE
            else self._span(act.head, act.head + 1),
            confidence=confidence(act, source[0], target[0] if target is not None else None),
            date=None,
            tense=act.tense,
            modality=modality,
            reported_by=speaker,
            sentence=self._span(0, len(self.doc)),
            location=None,
            explanation=Explanation(act.rule, words, act.steps),
        )

    def _nobody(self, act: Act) -> list[Party]:
        """A verb that stands in for the doer it does not name is nobody, and no words name nobody."""
        if act.sources != (act.head,) or self.doc[act.head].pos_ != "VERB" or self.parties.given is not None:
            return []  # where the caller has named the actors, nobody else acts, even if he named the verb
        actor = Actor("", "", "", (), NO_WORDS, Resolution.UNRESOLVED)
        return [(Mention(act.head, act.head + 1, act.head, actor, "other", "thing"), actor)]

    def _span(self, start: int, end: int) -> TextSpan:
        return self.doc.span(start, end)


def _alone(act: Act) -> bool:
    """Acts that one actor can do alone: protests, mobilisations, resignations; others are done to somebody."""
    return act.no_target or act.code.startswith(ALONE)


def _is_private(event: Event) -> bool:
    """Whether those who only speak, ask or give are private people of no land that is told: "a doctor advised her"."""
    if event.type.code >= FORCE or event.type.code.startswith(PRIVATELY_DONE):
        return False
    parties = [a for a in (event.source, event.target) if a is not None]
    return all(not a.country and PRIVATE.issuperset(a.sectors) for a in parties)


def _is_at_home(act: Act, source: Actor, target: Actor) -> bool:
    """Whether a state is only with itself: meets its own government, visits its own town, says what it needs."""
    if act.mutual or act.code[:3] in OUTLOOKS:
        return _is_one_state(source, target)
    if act.code == "138" and act.foretold.startswith("15"):
        return target.code == source.country  # "the tanks will arrive in the region": its own
    visiting = act.code in VISITS or ("GOV" in source.sectors and act.duty)
    return visiting and bool(source.country) and target.code == source.country


def _is_one_state(one: Actor, other: Actor) -> bool:
    """Whether two are a state and its own government, who do not meet each other nor hope for each other."""
    state, government = sorted((one.code, other.code), key=len)
    return bool(state) and government == state + "GOV"


def _both(head: Token) -> bool:
    """Whether a noun says "both of them": "the two rivals"."""
    return any(c.lower_ in ("two", "both") for c in head.children)


def _is_own_land(target: Party, source: Party) -> bool:
    """Whether rulers only foretell what will befall their own land: "the premier said Chad would face sanctions"."""
    land, ruler = target[1], source[1]
    rules = ruler.code == land.code or "GOV" in ruler.sectors
    return bool(land.code) and rules and land.code == land.country == ruler.country


def _same(one: Party, other: Party) -> bool:
    """Whether two parties are one: their words overlap, and neither is the other's partner in a shared noun."""
    overlap = one[0].start < other[0].end and other[0].start < one[0].end
    return overlap and (key(one[1]) == key(other[1]) or not (one[0].others and other[0].others))


def resolved(actor: Actor | None) -> bool:
    """Whether an actor is known."""
    return actor is not None and actor.resolution is not Resolution.UNRESOLVED
