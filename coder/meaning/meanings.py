"""`Meanings`: what a predicate means: the entry that fits, with its parties or its content."""

from dataclasses import replace
from typing import Final

from coder.acts import SPOKEN, Act
from coder.entries.lexicon_entries import NO_EVENT, Entry
from coder.entries.operators import OperatorTable
from coder.entries.rules import Lexicon
from coder.frames import Frame
from coder.framing.frame_reader import FrameReader, kind_of
from coder.framing.noun_frames import deed
from coder.meaning.announced import announced, announces
from coder.meaning.condition_tests import aims
from coder.meaning.contents import Contents
from coder.meaning.matches import Match
from coder.meaning.matching import Matcher, score_of
from coder.meaning.operations import Operations
from coder.meaning.protests import Protests
from coder.meaning.sides import Sides
from coder.parties.carried_frames import carried, delivered, reached
from coder.parties.parties import Parties
from coder.parties.speakers import Speakers
from coder.syntax.clauses import is_verbal
from coder.syntax.deverbal import verbs_of
from coder.syntax.parsed import Token
from coder.syntax.words import head_forms, heads, lemma, nominal_gerund

# What others did is praised, denounced or repelled: it happened all the same.
READ_ON: Final[tuple[str, ...]] = ("051", "111", "19")
ACCUSED: Final = "112"  # what somebody is only charged with has not been found true
LAYING: Final = ("of", "with", "for")  # "accused of", "charged with", "blamed for"
SPOKEN_AGAINST: Final = ("02", "10", "12", "13")  # what is asked for, refused or threatened is not done
THINGS: Final = ("ing", "isation", "ization")  # how nouns end that tell an act only with what it is done to
NEVER: Final = -1000.0  # a score below all
REPORTED: Final = -10.0  # this and the next two: what is added to the score of an entry
COMPOSED: Final = 3.0
MOST_TOLD: Final = 4.0
# How specific what an entry says is, then how specific it is by itself, then (with minus) its place among the files.
Rank = tuple[float, float, int]
UNTOLD: Final[Rank] = (NEVER, 0.0, 0)  # no entry fits
DEEPEST: Final = 16  # contents within contents: no sense is lost beyond, and no sentence can exhaust the stack


class Meanings:
    """Reads the predicates of one Doc as acts, each once, as if they had happened."""

    __deletable__ = ("matcher", "operations", "protests", "sides")  # by `close`; the compiler wants to know

    def __init__(
        self, frames: FrameReader, parties: Parties, speakers: Speakers, lexicon: Lexicon, table: OperatorTable
    ) -> None:
        """Take the Doc's readers and the data."""
        self.doc = frames.doc
        self.frames = frames
        self.parties = parties
        self.speakers = speakers
        self.lexicon = lexicon
        self.sides = Sides(frames, parties, self.acts)
        self.matcher = Matcher(frames, lexicon, parties, self._codes)
        contents = Contents(frames, speakers, table, self.acts)
        self.operations = Operations(frames, self.sides, contents, table)
        self.protests = Protests(frames, parties, table, self.acts)
        self._acts: dict[int, tuple[Act, ...]] = {}
        self._busy: set[int] = set()

    def close(self) -> None:
        """Let go of those who ask back what a word means, so that no circle is left to the collector."""
        del self.matcher, self.operations, self.protests, self.sides

    def _codes(self, index: int, host: Frame) -> tuple[str, ...]:
        return tuple(a.code for t in heads(self.doc[index]) for a in self.acts(t.i, host))

    def acts(self, index: int, host: Frame | None) -> tuple[Act, ...]:
        """What the predicate at a token means, tense and negation aside; `host` is the verb that carries it."""
        key = index + len(self.doc) * (host.head + 1 if host is not None else 0)  # one number for the two
        found = self._acts.get(key)
        if found is None:
            if index in self._busy or len(self._busy) == DEEPEST:
                return ()
            self._busy.add(index)
            found = self._acts[key] = self._read_acts(index, host)
            self._busy.discard(index)
        return found

    def _frame(self, index: int, host: Frame | None) -> Frame | None:
        """The frame of a predicate as its host leaves it; None where the lexicon does not know its word."""
        token = self.doc[index]
        if not self.known(kind_of(token), token):
            return None
        frame = self.frames.at(index)
        if host is not None and frame.kind == "noun":
            frame = carried(frame, host, self.parties)
        if frame.kind == "verb":
            frame = delivered(frame if host is None else reached(frame, host), self.parties)
        speaker = self.speakers.charges(token) if frame.kind != "noun" else -1
        told = [speaker] if speaker >= 0 else host.roles.get("speaker") if host is not None else None
        if told and frame.kind != "noun":
            heard = {"told": others} if speaker >= 0 and (others := self.speakers.addressed(token)) else {}
            frame = frame.seen(frame.head, {**frame.roles, "speaker": told, **heard})
        return frame

    def _read_acts(self, index: int, host: Frame | None) -> tuple[Act, ...]:
        frame = self._frame(index, host)
        if frame is None:
            return ()
        best, acts = self._best(frame)
        if best == UNTOLD and frame.kind == "noun" and (told := self._by_verb(frame)) is not None:
            _, acts = self._best(told)
        if best == UNTOLD and frame.kind == "verb" and (told := announced(frame, self.parties)) is not None:
            _, acts = self._best(told)
            acts = tuple(a for a in acts if announces(a, told.roles["agent"][0], self.parties))
        return acts

    def _by_verb(self, noun: Frame) -> Frame | None:
        """A noun's frame as its verb would have it, where the lexicon knows that; None without a doer or without it."""
        verb = self._verb_of(noun.lemma)
        if not verb or ("of" not in noun.roles and noun.lemma.endswith(THINGS)):
            return None  # "pilot training", "a border crossing", "a rights organisation" are things as well
        doers = [i for role in ("agent", "poss", "by") for i in noun.roles.get(role, ())]
        doers = doers or [i for i in noun.roles.get("mod", ()) if self.parties.known(i)]
        return deed(noun, self.doc, verb, doers) if doers else None

    def _verb_of(self, noun: str) -> str:
        for verb in verbs_of(noun):
            if self.lexicon.knows("verb", verb):
                return verb
        return ""

    def _best(self, frame: Frame) -> tuple[Rank, tuple[Act, ...]]:
        """What the entry says that fits a frame best, and how well it fits."""
        acts: tuple[Act, ...] = ()
        best: Rank = UNTOLD
        for candidate in self.matcher.likely(frame):
            entry, own = candidate.entry, score_of(candidate, frame)
            if not _beats((own + _most_added(entry), own, -entry.order), best):
                continue  # whatever it says, what has been found says more
            match = self.matcher.tried(frame, candidate)
            if match is not None:
                found = self._told(match, frame)
                rank = (match.score + _added(match, found), match.score, -entry.order)
                if _beats(rank, best) and (found or entry.code == NO_EVENT):
                    best, acts = rank, found
        return best, acts

    def _told(self, match: Match, frame: Frame) -> tuple[Act, ...]:
        if match.entry.code == NO_EVENT:
            return ()
        return self.operations.acts(match, frame) if match.entry.operator else self._plain(match, frame)

    def _plain(self, match: Match, frame: Frame) -> tuple[Act, ...]:
        if clash := self.sides.strikers.clash(match, frame):
            return self._in_clash(clash, match, frame)
        entry = match.entry
        sources = self.sides.sources(match, frame)
        targets = self.sides.targets(match, frame, sources)
        code, asked, blow = entry.code, match.held, self.sides.strikers.blow(match, frame)
        if blow is not None and self.sides.strikers.spares(blow, targets):
            targets = blow.targets  # "a raid on the camp wrecked two lorries" strikes the camp's owners alone
            code = blow.code if code < "18" else code
            asked = [*asked, blow.head]
        code = code if sources else self.sides.strikers.blast(match, frame) or code
        sources, targets, mutual = self.sides.between(match, sources, targets)
        mutual = mutual or self.sides.strikers.fought_back(match, frame, sources)
        if entry.no_target or (targets and not mutual and _are_same(targets, sources)):
            targets = ()
        named = frame.kind == "verb" or code[:2] in SPOKEN  # "a promise of loans" lends nothing
        held = [i for i in asked if named and self.doc[i].pos_ == "NOUN" and i != frame.head]
        read = [i for i in held if not code.startswith(READ_ON) or not self._by_others(i, sources)]
        if entry.source[:1] == ("object",):  # "the build-up worried Sweden": what alarms has happened
            read = [i for i in read if i not in match.roles.get("agent", ())]
        if not sources and code < "14":
            read = []  # "their demand was turned down": nobody is named who did it, so that the demand is all there is
        elif code[:2] in SPOKEN_AGAINST:
            read += [
                i for i in match.roles.get("object", ()) if self.doc[i].pos_ == "NOUN" or nominal_gerund(self.doc[i])
            ]
        if code.startswith(ACCUSED):
            read += [i for c in match.clauses if c.preposition in LAYING for i in self._with_joined(c.verb)]
        if told := entry.aims:
            read += [c.verb for c in aims(frame, self.frames) if lemma(self.doc[c.verb]) in told]
        words = tuple(sorted(match.words))
        step = f"{' '.join([self.doc[i].text for i in words])} -> {code}"
        act = Act(
            code,
            sources,
            targets,
            frame.head,
            entry.id,
            (step,),
            words,
            match.score,
            mutual,
            entry.no_target,
            noun=frame.kind == "noun" or (frame.kind == "verb" and not is_verbal(self.doc[frame.head])),
            negated=entry.negated,
            takes=tuple(read + [w for w in match.words if w != frame.head]),
        )
        return (self.protests.with_demand(act),) if code[:2] == "14" else (act,)

    def _in_clash(self, clash: Act, match: Match, frame: Frame) -> tuple[Act, ...]:
        """The clash in which others fell; of a third country, they fell by nobody's hand."""
        words = (frame.head, clash.head)
        fought = replace(clash, head=frame.head, words=words, noun=False, weight=match.score, takes=(clash.head,))
        actors = [a for i in clash.sources for m in (self.parties.mention(i),) for a in (m.actor, *m.others)]
        lands = {"", *(a.country for a in actors)}
        fallen = tuple(i for i in match.roles.get("object", ()) if self.parties.mention(i).actor.country not in lands)
        if not fallen or len(lands) == 1:
            return (fought,)
        code = match.entry.code
        fell = Act(code, (), fallen, frame.head, match.entry.id, fought.steps, (frame.head,), match.score)
        return (fought, fell)

    def _with_joined(self, verb: int) -> list[int]:
        """A verb with those that are joined to it: "charged with [plotting] and [arming] rebels"."""
        return [verb, *(i for c in self.doc[verb].children if c.dep_ == "conj" for i in self._with_joined(c.i))]

    def _by_others(self, index: int, sources: tuple[int, ...]) -> bool:
        """Whether a noun is an act of others: "repelled an assault by the rebels on the town"."""
        return any(self.parties.apart(a.sources, sources) for a in self.acts(index, None) if not a.composed)

    def known(self, kind: str, token: Token) -> bool:
        """Whether the lexicon has an entry for the token, alone or as the end of a compound."""
        for form in head_forms(token):
            if self.lexicon.knows(kind, form):
                return True
        return kind == "noun" and bool(self._verb_of(lemma(token)))


def _are_same(some: tuple[int, ...], others: tuple[int, ...]) -> bool:
    """Whether two sides are the same phrases; mostly the first shows that they are not."""
    return all(i in others for i in some) and all(i in some for i in others)


def _beats(one: Rank, other: Rank) -> bool:
    """Whether one rank is above another; written out, the compiler need not make objects of them."""
    if one[0] != other[0]:
        return one[0] > other[0]
    return one[1] > other[1] if one[1] != other[1] else one[2] > other[2]


def _added(match: Match, acts: tuple[Act, ...]) -> float:
    """An operator that found its content has shown more than its own conditions say; mere reporting comes last."""
    if match.entry.operator == "REPORT":
        return REPORTED
    composed = match.entry.operator and acts and acts[0].composed
    return COMPOSED + 0.5 * min(acts[0].weight - 2.0, MOST_TOLD) if composed else 0.0


def _most_added(entry: Entry) -> float:
    """The most that `_added` can give, whatever the acts."""
    if not entry.operator:
        return 0.0
    return REPORTED if entry.operator == "REPORT" else COMPOSED + 0.5 * MOST_TOLD
