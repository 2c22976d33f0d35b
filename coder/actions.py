"""Frames -> actions: all that a text says was done, planned, demanded, with how real it is."""

import re
from typing import Final

from coder.acts import Act
from coder.entries.operators import OperatorTable
from coder.entries.rules import Lexicon
from coder.frames import Frame
from coder.framing.clause_status import DUE_NOUNS, is_called_for
from coder.framing.frame_reader import FrameReader
from coder.meaning.announced import announces
from coder.meaning.answers import answered, bargained
from coder.meaning.blows import settled
from coder.meaning.counterparts import counterpart
from coder.meaning.gapping import completed_gaps
from coder.meaning.grievances import Grievances
from coder.meaning.meanings import Meanings
from coder.meaning.opponents import opposed
from coder.meaning.rallying import appeals
from coder.meaning.rebuttals import rebutted
from coder.parties.parties import Parties
from coder.parties.speakers import Speakers
from coder.syntax.clauses import is_verbal
from coder.syntax.grammar_words import DAYS
from coder.syntax.nominals import stands_aside
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import heads, lemma, nominal_gerund
from coder.truth.mishaps import by_mishap
from coder.truth.realising import Realiser
from coder.truth.reality import Reality
from coder.truth.tolls import is_toll
from coder.truth.turned_down import turned_down
from coder.types import Modality, Tense

BINDING: Final = ("03", "12", "13")  # promises, refusals and threats are made to somebody
HELD: Final = "192"
FORCE: Final = "18"
HOURS: Final = ("close", "shut")  # an office is closed on a holiday
HEARERS: Final = frozenset(("MED", "LEG"))
DENIAL: Final = "016"
OF_ONES_OWN: Final = ("151", "152", "153", "154", "155", "16")  # troops are mustered, envoys recalled
DUTIES: Final = {"must": "100", "had": "100", "should": "020", "duty": "020"}  # what others say that one has to do
OBLIGATIONS: Final = frozenset("duty responsibility obligation".split())
DUE_TO: Final = frozenset("right choice say chance access opportunity freedom voice vote veto time".split())
HOLDING: Final = frozenset("control hold run rule administer".split())
PROTEST: Final = "protest"
OWNERS: Final = ("its", "their", "his", "her", "our")
_OPEN: Final = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})  # classes of words that may name acts
YEAR: Final = 4  # letters of a year
_YEAR: Final = re.compile(r"1\d{3}|20\d{2}")


class ActionReader:
    """Reads the actions of one Doc."""

    def __init__(self, doc: Doc, frames: FrameReader, parties: Parties, lexicon: Lexicon, table: OperatorTable) -> None:
        """Take the Doc's readers and the data."""
        self.doc = doc
        self.frames = frames
        self.parties = parties
        self.lexicon = lexicon
        self.speakers = Speakers(frames, lexicon)
        self.realiser = Realiser(doc, table)
        self.reality = Reality(doc, frames, lexicon, self.speakers)
        self.meanings = Meanings(frames, parties, self.speakers, lexicon, table)
        self._taken: set[int] = set()

    def read(self) -> list[Act]:
        """All actions of the text, in the order of their heads; hypothetical ones carry their modality."""
        found: list[Act] = []
        verbs, others = list[Token](), list[Token]()
        for token in self.doc.tokens:
            if is_verbal(token):
                verbs.append(token)
            elif token.pos_ in _OPEN:
                others.append(token)
        for token in verbs + others:
            if token.i not in self._taken and self._may_act(token):
                found.extend(self._independent(token))
        found.extend(duty for token in verbs if (duty := self._duty(token)))
        found = [a for a in found if a.head not in self._taken]
        found = settled(found, self.parties)
        found = [rebutted(answered(a, found, self.parties), found, self.parties) for a in found]
        found = [bargained(opposed(a, found, self.parties), self.parties) for a in found]
        found = [counterpart(a, self.parties) for a in found]
        grievances = Grievances(self.parties, self.frames)
        found = [grievances.aimed(a, found) for a in found]
        found += [asked for a in found for asked in turned_down(a, self.parties, self.meanings.acts)]
        found += [asked for a in found for asked in appeals(a, self.frames, self.lexicon, self.parties)]
        return sorted(completed_gaps(found, self.parties), key=lambda a: a.head)

    def _duty(self, token: Token) -> Act | None:
        """Read a demand in "X said that Y must …", an appeal in "should", whatever the lexicon makes of the rest."""
        speaker = self.speakers.speaker(token)
        if speaker < 0 or token.i in self._taken:
            return None  # before any frame is read: few clauses are said by anybody
        frame = self.frames.at(token.i)
        modal = "duty" if self._owes(token, frame) else frame.status.modal
        code = DUTIES.get(modal)
        if code is None or self.meanings.acts(token.i, None):
            return None
        objects = frame.roles.get("object", ())
        # "reforms must be carried out" asks nothing of the reforms
        passive = [i for i in objects if self.parties.mention(i).kind != "owned"] if frame.passive else []
        doers = self.parties.apart([*self._charged(token, frame), *passive], [speaker])
        if not doers or self.reality.embedding(token) is not Modality.ASSERTED:
            return None
        if token.lemma_ == "have" and any(lemma(self.doc[i]) in DUE_TO for i in frame.roles.get("object", ())):
            return None  # what somebody is to be given, not asked for
        if frame.status.modal == "should" and is_called_for(token) and lemma(token.head) not in DUE_NOUNS:
            return None  # "it is important for Christians to remember" asks nobody for an act
        steps = (f"{modal} {token.text} -> {code}",)
        return Act(
            code, (speaker,), doers, token.i, f"modal:{modal}", steps, (token.i,), 1.0, tense=Tense.PRESENT, duty=True
        )

    def _charged(self, token: Token, frame: Frame) -> list[int]:
        """Who is to do what is due; of those who are told so, only a pronoun: "told the rebels that [they] must …"."""
        agents = frame.roles.get("agent", [])
        told = self.speakers.addressed(token) if agents and all(self.doc[i].tag_ == "PRP" for i in agents) else []
        told = [i for i in told if "MED" not in self.parties.mention(i).actor.sectors]
        return told or agents

    def _owes(self, token: Token, frame: Frame) -> bool:
        """Whether others are told what is theirs to do: "told the king that he had a duty to free them"."""
        if token.lemma_ != "have" or frame.status.negated or frame.status.modal:
            return False
        owed = (self.doc[i] for i in frame.roles.get("object", ()) if lemma(self.doc[i]) in OBLIGATIONS)
        return any(c.dep_ in ("acl", "relcl") and c.tag_ == "VB" for duty in owed for c in duty.children)

    def _named_by_year(self, token: Token) -> bool:
        if is_verbal(token):
            return False
        before = [c for c in token.children if c.i < token.i]
        owned = any(c.dep_ == "poss" for c in before)  # "Russia's 2014 annexation of Crimea" says who did it
        return not owned and any(len(c.text) == YEAR and _YEAR.fullmatch(c.text) for c in before)

    def _may_act(self, token: Token) -> bool:
        if is_verbal(token):
            return self.lexicon.knows("verb", lemma(token))
        if token.pos_ in ("NOUN", "PROPN") or nominal_gerund(token):
            month = token.pos_ == "PROPN" and token.lower_ in DAYS
            if token.lower_ == PROTEST and token.dep_ == "pobj" and token.head.lower_ == "in":
                return any(c.dep_ in ("det", "poss") for c in token.children)  # "in protest of" is why it was done
            if month or token.dep_ in ("compound", "npadvmod") or not self.meanings.known("noun", token):
                return False
            return token.pos_ != "PROPN" or not self._is_in_name(token)  # last, for it reads the whole name
        predicative = token.pos_ == "ADJ" and (token.dep_ in ("acomp", "attr", "oprd", "conj") or stands_aside(token))
        return predicative and self.lexicon.knows("adj", lemma(token))

    def _is_in_name(self, token: Token) -> bool:
        """Whether a noun is the last word of a body's name: "the Christian Democratic Appeal"."""
        mention = self.parties.mention(token.i)
        return mention.sort in ("group", "organisation") and mention.end == token.i + 1 and bool(mention.actor.code)

    def _nameless(self, act: Act) -> Act:
        """Violence whose doer the text does not name is an event all the same; its source is then nobody known."""
        violent = act.code[:2] in ("18", "19", "20") and not act.noun
        if act.sources or not violent or not self.parties.real(act.targets) or by_mishap(self.doc[act.head]):
            return act
        if is_toll(self.doc[act.head], act.targets):
            return act
        frame = self.frames.at(act.head)
        placed = self.parties.all_places(act.targets)
        if placed and not frame.passive and act.code != "1834":
            return act  # "the rocket blasted off from Kazakhstan" harms nobody there
        named = [i for i in frame.roles.get("agent", ()) if self.doc[i].pos_ == "NOUN" and not self.parties.known(i)]
        return act.but(sources=tuple(named[:1]) or (act.head,), weight=act.weight - 3.0)

    def _against_speaker(self, act: Act, frame: Frame, speaker: int) -> Act:
        """In "Vietnam said Chinese ships rammed its boats" the boats belong to the one who complains."""
        if speaker < 0 or speaker in act.sources or act.code < "10" or act.code.startswith(OF_ONES_OWN):
            return act
        if not self.parties.has_country(speaker) or "MED" in self.parties.mention(speaker).actor.sectors:
            return act  # "diplomats said": the boats are the sailors'
        owned = [
            i
            for i in frame.roles.get("object", ())
            if any(
                c.dep_ == "poss" and c.lower_ in OWNERS and self._speaks_of_itself(c, speaker)
                for one in heads(self.doc[i])
                for c in one.children
            )
        ]
        doers = {self.parties.mention(i).actor.country for i in act.sources}
        own = [i for i in owned if not self.parties.known(i) or self.parties.mention(i).actor.country in doers]
        if not own or self.parties.mention(speaker).actor.country in doers:
            return act
        things = {one.i for i in own for one in heads(self.doc[i])}
        if act.targets and things.isdisjoint(act.targets):
            return act  # "rebels tightened their hold on the town": what is theirs is not what it is done to
        return act.but(targets=(*(t for t in act.targets if t not in things), speaker))

    def _complainer(self, verb: Token) -> int:
        """Who protests, complains or charges that it was done, where saying so is an act of its own."""
        above = verb.head
        if verb.dep_ != "ccomp" or not is_verbal(above) or above.i > verb.i:
            return -1
        return next(iter(self.frames.at(above.i).roles.get("agent", ())), -1)

    def _speaks_of_itself(self, owner: Token, speaker: int) -> bool:
        """Whether a possessive may mean the speaker: not "his" where a radio tells of a man."""
        whose, mention = self.parties.antecedents.of(owner.i), self.parties.mention(speaker)
        return whose < 0 or owner.lower_ not in ("his", "her") or mention.start <= whose < mention.end

    def _told(self, act: Act, token: Token, speaker: int) -> Act:
        """In "Russia told Turkey that it would suspend deliveries" the threat, promise or refusal is for Turkey."""
        if act.code[:2] not in BINDING or speaker < 0:
            return act
        if self.parties.real(act.targets) and not self._is_himself(act):
            return act
        lands = {self.parties.mention(i).actor.country for i in act.sources}
        told = self.parties.apart(self.speakers.addressed(token), act.sources)
        told = tuple(i for i in told if "MED" not in self.parties.mention(i).actor.sectors)  # it is not for reporters
        ours = self.parties.mention(speaker).actor.country in lands - {""}
        return act.but(targets=told) if told and ours else act

    def _is_himself(self, act: Act) -> bool:
        """Whether a pronoun seems to be of the doer's own land: "told the envoy that Cuba would sell him wheat"."""
        lands = {self.parties.mention(i).actor.country for i in act.sources} - {""}
        return all(self.doc[i].tag_ == "PRP" and self.parties.mention(i).actor.country in lands for i in act.targets)

    def _denied(self, act: Act, token: Token, speaker: int) -> Act:
        """In "Iran said it had not fired on the ship" an attack is denied by those who are said to be behind it."""
        if act.code < FORCE or act.noun or self.frames.at(token.i).status.modal or not self.parties.real(act.targets):
            return act
        whose, own = self.parties.mention(speaker).actor, [self.parties.mention(i).actor for i in act.sources]
        ours = whose.country if self.parties.has_country(speaker) else ""  # a ministry speaks for its army
        if not any(a.code == whose.code != "" or a.country == ours != "" for a in own):
            return act
        if any(c.lower_ == "yet" for c in token.children):
            return act
        return act.but(code=DENIAL, sources=(speaker,), mutual=False, modality=Modality.ASSERTED)

    def _ordained(self, act: Act, frame: Frame, speaker: int) -> Act:
        """In "Chad said the prisoners would be freed" those who rule say what they will have done by nobody named."""
        if act.sources or speaker < 0 or act.code < "04":
            return act
        verb = self.doc[frame.head]
        to_come = frame.status.modal in ("will", "would") and not frame.status.conditional
        subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        if not to_come or subject is None or lemma(verb) in HOURS:
            return act
        if act.mutual and subject.i not in act.words:  # "would be opened after talks with Chad"
            return act
        if subject.tag_ == "PRP":  # "told the rebels they would be shot"
            told = tuple(i for i in self.speakers.addressed(verb) if not self._only_hears(i))
            if not told or act.targets != (subject.i,):
                return act
            act = act.but(targets=told)
        return act.but(sources=(speaker,)) if announces(act, speaker, self.parties) else act

    def _only_hears(self, index: int) -> bool:
        """Whether somebody is told of others: reporters and lawmakers are not those of whom "they" is said."""
        return not HEARERS.isdisjoint(self.parties.mention(index).actor.sectors)

    def _independent(self, token: Token) -> list[Act]:
        """The acts of a predicate that no operator took in, as real as its surroundings leave it."""
        raw = self.meanings.acts(token.i, None)
        if not raw or (raw[0].code == HELD and _stands(token)):
            return []
        frame = self.frames.at(token.i)
        modality = self.reality.embedding(token, raw[0].code)
        speaker = self.speakers.speaker(token)
        self._taken.update(i for a in raw for i in a.takes)
        acts = [self._ordained(a, frame, speaker) for a in raw if a.head == token.i]
        acts = [self.realiser.realise(a, frame, speaker) for a in acts]
        acts = [
            self._told(a, token, speaker)
            if speaker < 0 or a.modality is not Modality.NEGATED
            else self._denied(a, token, speaker)
            for a in acts
        ]
        complainer = speaker if speaker >= 0 else self._complainer(token)
        acts = [self._nameless(self._against_speaker(a, frame, complainer)) for a in acts]
        acts = [self.realiser.coming(a) for a in acts]
        if self._named_by_year(token):
            modality = Modality.CONDITIONAL  # "the 1991 war" is history that is only named
        if modality is not Modality.ASSERTED:
            acts = [a if a.modality is not Modality.ASSERTED else a.but(modality=modality) for a in acts]
        elif speaker >= 0:
            acts = [
                a.but(modality=Modality.REPORTED, speaker=speaker)
                if a.modality is Modality.ASSERTED and speaker not in a.sources  # who demands does not report it
                else a
                for a in acts
            ]
        return acts


def _stands(verb: Token) -> bool:
    """Whether a verb only says how things stand: "the town, controlled by rebels", "is held by the army"."""
    if lemma(verb) not in HOLDING:
        return False
    aside = verb.dep_ in ("acl", "relcl")
    return aside or any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in verb.children)
