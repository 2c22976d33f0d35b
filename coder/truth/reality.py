"""`Reality`: whether the clauses around a predicate leave it real: purposes, hopes, conditions, questions do not."""

from coder.entries.rules import Lexicon
from coder.framing.clause_status import is_wanted
from coder.framing.frame_reader import FrameReader
from coder.parties.speakers import Speakers
from coder.syntax.clauses import is_verbal, rather_than
from coder.syntax.grammar_words import MEETINGS, OPEN_MARKS, SUBJECTS
from coder.syntax.nominals import has_no
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma
from coder.truth.facts import is_beside, is_going_on, is_reasoned, is_supposed, stands_alone, tells_why
from coder.truth.games import is_game
from coder.truth.givens import is_given
from coder.truth.governors import (
    is_called_in,
    is_claimed,
    is_first,
    is_occasion,
    is_quick,
    is_seized,
    is_told,
    is_tribute,
    is_waged,
    sends,
)
from coder.truth.mishaps import in_a_crash
from coder.truth.named_acts import is_near, is_thought_of
from coder.truth.reality_words import (
    AGREEING,
    AIMS,
    ALLEGATIONS,
    ANYBODY,
    COMING_ABOUT,
    CONCEIVED,
    DENYING,
    DEPENDING,
    DOUBTING,
    INVENTIONS,
    KNOWING,
    LEANINGS,
    MEANT,
    NEAR_START,
    NO_EVENT_UNDER,
    NOT_YET_DONE,
    OBJECTS,
    PASSING,
    PLEAS,
    REALISING,
    REFUSING,
    SHOWING,
    TASKS,
    THINKING,
    TIME_MARKS,
    TRYING,
    UNREAL_PREPOSITIONS,
    VOICING,
)
from coder.types import Modality


class Reality:
    """Judges the surroundings of one Doc's predicates."""

    def __init__(self, doc: Doc, frames: FrameReader, lexicon: Lexicon, speakers: Speakers) -> None:
        """Take the Doc's readers, and the lexicon's verbs that carry their infinitives into the real."""
        self.doc = doc
        self.frames = frames
        self.lexicon = lexicon
        self.speakers = speakers
        than = rather_than(doc)
        self._refused = (than, than + 1) if than else ()  # where a clause begins that says what is not done
        self._told = not (_is_question(doc) or _is_fiction(doc) or is_game(doc))

    def embedding(self, token: Token, code: str = "") -> Modality:
        """Whether the clauses around leave an act real: purposes, hopes, conditions and questions do not."""
        if not self._told or _is_meant(token):
            return Modality.CONDITIONAL
        if not is_verbal(token) and self._only_named(token):
            return Modality.CONDITIONAL
        if is_given(token, code):
            return Modality.ASSERTED
        # verbs whose negation is read elsewhere, or leaves it as it is
        own = {token.i, self._presuming(token), self._denying_copula(token)}
        framed = _framed(token)
        climb = token
        while climb.head.i != climb.i:
            known = tells_why(climb)
            if not known and is_verbal(climb) and climb.i != framed and self._unreal(climb, own=climb.i in own):
                return Modality.CONDITIONAL
            if known or stands_alone(climb) or _had_met(climb) or (climb.i == token.i and is_going_on(climb, code)):
                return Modality.ASSERTED
            if is_beside(climb):
                own.add(climb.head.i)
            climb = climb.head
        above = is_verbal(climb) and climb.i not in own
        return Modality.CONDITIONAL if above and self._open(climb) else Modality.ASSERTED

    def _denying_copula(self, word: Token) -> int:
        """The "is" of an adjective, which has its negation already: "is not ready for talks" is a refusal; or -1."""
        if word.dep_ != "acomp" or is_verbal(word):
            return -1
        status = self.frames.at(word.head.i).status
        return word.head.i if status.negated and not status.conditional and status.modal != "may" else -1

    def _presuming(self, noun: Token) -> int:
        """The verb whose negation leaves an act done that it speaks of: "Iran's raid did not stop the talks"; or -1."""
        verb = noun.head
        if is_verbal(noun) or not is_verbal(verb) or self.frames.at(verb.i).status.conditional:
            return -1
        if not any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ == "the") for c in noun.children):
            return -1
        if noun.dep_ in SUBJECTS:
            return -1 if lemma(verb) in COMING_ABOUT or self.frames.at(verb.i).status.modal else verb.i
        judged = any(self.lexicon.operates(operator, lemma(verb)) for operator in ("PRAISE", "CONDEMN"))
        return verb.i if noun.dep_ == "dobj" and judged else -1

    def _only_named(self, noun: Token) -> bool:
        """Whether an act that a noun names is feared, lacking or thought of: "fears of a war", "without a protest"."""
        above = noun.head
        if any(c.lower_ == "any" or (c.dep_ == "amod" and c.lower_ in CONCEIVED) for c in noun.children):
            return True
        if noun.dep_ == "nsubj" and any(c.dep_ == "acomp" and c.lower_ in NOT_YET_DONE for c in above.children):
            return True
        if is_verbal(above) and noun.i in self.frames.at(above.i).roles.get("as", ()):
            return True  # "called the law an attack on the press"
        if noun.dep_ == "pobj" and above.lower_ in ("on", "upon") and lemma(above.head) in DEPENDING:
            return True
        if is_thought_of(noun) or (noun.dep_ == "pobj" and above.lower_ == "without"):
            return True
        return noun.dep_ in SUBJECTS and is_verbal(above) and self.frames.at(above.i).status.modal == "would"

    def _unreal(self, verb: Token, own: bool) -> bool:
        governor = verb.head
        return (
            self._in_open_time(verb)
            or is_supposed(verb)
            or (verb.dep_ in ("acl", "relcl") and _is_whoever(governor))
            or (not own and self._open(verb))
            or (not is_verbal(governor) and _contained(verb) and _is_alleged(governor))
            or self._is_only_wanted(verb, governor)
            or self._is_purpose(verb, governor)
            or (verb.dep_ == "pcomp" and self._only_aimed_at(governor))
            or self._under_attitude(verb, governor)
            or self._is_refused(verb)
            or in_a_crash(verb)
        )

    def _is_only_wanted(self, verb: Token, governor: Token) -> bool:
        """Whether a clause is in the subjunctive: "what we want is that Chad [send] aid", "a call that they [send] it".

        The plain form of several doers can be a present too, so that the word above must tell.
        """
        if verb.tag_ not in ("VB", "VBP") or self.frames.at(verb.i).status.modal:
            return False
        if governor.pos_ == "NOUN" and lemma(governor) in PLEAS:
            return any(c.lower_ == "that" and c.dep_ not in SUBJECTS for c in verb.children)
        return verb.tag_ == "VB" and is_wanted(verb)

    def _is_refused(self, verb: Token) -> bool:
        """Whether a clause stands behind "rather than", also where it opens the sentence."""
        if not self._refused:
            return False
        opening = self._refused[0] == 1  # where the main clause begins at "rather" too
        return any(c.i in (0, 1) for c in verb.children) if opening else verb.left_edge.i in self._refused

    def _is_purpose(self, verb: Token, governor: Token) -> bool:
        """Infinitives tell what is wanted, unless the word above says that it is done."""
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
        hanging = verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl", "csubj", "pcomp")
        governed = verb.dep_ in ("xcomp", "ccomp") or (verb.dep_ == "advcl" and is_told(verb, governor))
        done = self._carrier(governor) or is_told(verb, governor) if governed else self._sends(governor, verb)
        done = done or is_claimed(verb, governor) or is_seized(governor) or is_quick(governor, verb)
        done = done or is_waged(governor, verb) or is_called_in(governor, verb)
        first = any(is_first(t) for t in (governor, *(c for c in governor.children if c.dep_ == "attr")))
        voiced = (lemma(verb) in VOICING or is_tribute(verb)) and is_occasion(governor, governed=governed)
        done = done and all(c.dep_ != "mark" for c in verb.children)  # not "stepped up calls for Chad to withdraw"
        due = self._semi(verb) or self.frames.at(verb.i).status.modal == "should"  # "it is time for Iran to sign"
        return infinitive and hanging and not due and not (done or first or voiced)

    def _sends(self, governor: Token, verb: Token) -> bool:
        """Whether somebody is sent and does it: not "will send divers to help", "sent police to fight the gangs"."""
        still_to_come = self.frames.at(governor.i).status.modal in ("will", "would")
        return sends(governor) and not still_to_come and lemma(verb) not in TASKS

    def _only_aimed_at(self, preposition: Token) -> bool:
        """Gerunds behind "without", "against", "aimed at", "knew nothing about" are not done."""
        if lemma(preposition.head) in AIMS or _is_unknown(preposition):
            return True
        if preposition.lower_ == "in" and lemma(preposition.head) in LEANINGS:
            return True
        if preposition.lower_ in ("on", "about", "over") and lemma(preposition.head) in AGREEING:
            return True
        if is_near(preposition):
            return True
        return preposition.lower_ in UNREAL_PREPOSITIONS and not self._happened(preposition)

    def _under_attitude(self, verb: Token, governor: Token) -> bool:
        """What is wished, feared or asked for is not done by that."""
        if governor.dep_ in ("prt", "prep") and governor.lower_ in ("out", "off"):
            governor = governor.head  # "ruled out sending"
        if verb.tag_ == "VBG" and verb.dep_ in OBJECTS and lemma(governor) in REFUSING and is_verbal(governor):
            return self.doc[verb.i - 1].text != ","  # "vetoed it, accusing Britain": a comma parts two acts
        wished = verb.dep_ in ("ccomp", "xcomp") and is_verbal(governor) and lemma(governor) in NO_EVENT_UNDER
        foretold = self._semi(verb) and lemma(governor) not in DOUBTING
        return wished and not self.speakers.reports(governor) and not foretold

    def _happened(self, preposition: Token) -> bool:
        """Whether it was done: what somebody is praised or punished for was ("praised Oman for hosting").

        What he is blamed for or under suspicion of need not have been.
        """
        verb = preposition.head
        if preposition.lower_ != "for" or not is_verbal(verb):
            return preposition.lower_ == "for" and is_reasoned(preposition)
        return not any(self.lexicon.operates(operator, lemma(verb)) for operator in ("ACCUSE", "INVESTIGATE"))

    def _carrier(self, governor: Token) -> bool:
        """Verbs that carry their infinitive into the real: "began to", "continued to", "managed to"."""
        verb = lemma(governor) if is_verbal(governor) else ""
        return verb in REALISING or self.lexicon.operates("ATTEMPT", verb)

    def _semi(self, verb: Token) -> bool:
        return self.frames.at(verb.i).status.modal in ("will", "must", "had")

    def _in_open_time(self, verb: Token) -> bool:
        """Whether a clause begins with a word that leaves it open: "if", "unless", "until" before what has not been."""
        marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")} & TIME_MARKS
        if marks.isdisjoint(OPEN_MARKS) or (marks & OPEN_MARKS <= PASSING and verb.tag_ == "VBD"):
            return bool(marks) and self._awaited(verb)
        return True

    def _awaited(self, verb: Token) -> bool:
        """Whether a past form only follows a future told in the past: "would load no ship until he resigned"."""
        above = verb.head
        if verb.dep_ != "advcl" or not is_verbal(above):
            return False
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in above.children)
        return infinitive or self.frames.at(above.i).status.modal == "would"

    def _open(self, verb: Token) -> bool:
        """A clause above that is itself negated, possible or conditional leaves what hangs on it open."""
        status = self.frames.at(verb.i).status
        told = self.speakers.reports(verb) and lemma(verb) not in THINKING  # "I do not think that Iran attacked"
        return status.conditional or status.modal == "may" or (status.negated and not told)


def _is_question(doc: Doc) -> bool:
    """Whether a sentence ends in a question mark, be it within quotes."""
    return doc[-1].text == "?" or (len(doc) > 1 and doc[-2].text == "?" and doc[-1].is_punct)


def _is_meant(gerund: Token) -> bool:
    """Whether a gerund only says what somebody wants: "the aim is ending the war", "the focus is on ending it"."""
    if gerund.tag_ != "VBG" or gerund.dep_ in ("acl", "advcl"):
        return False
    above = gerund.head if gerund.dep_ == "attr" else gerund
    if gerund.dep_ == "pcomp":
        above = gerund.head.head
        if gerund.head.lower_ != "on" or lemma(above) != "be":
            return False
    return any(c.dep_ == "nsubj" and c.i < gerund.i and lemma(c) in MEANT for c in above.children)


def _is_unknown(preposition: Token) -> bool:
    """Whether somebody says that he knows nothing of it: "knew nothing about", "was unaware of", "had no word of"."""
    above = preposition.head
    if preposition.lower_ not in ("about", "of"):
        return False
    no = any(c.lower_ in ("no", "not", "n't", "nothing") for c in (*above.children, *above.head.children))
    return lemma(above) in ("nothing", "unaware", "ignorant") or (lemma(above) in KNOWING and no)


def _had_met(noun: Token) -> bool:
    """Whether a meeting came before what was agreed in it: "agreed to reopen embassies after talks in Cairo"."""
    preposition = noun.head
    verb = preposition.head
    agreed = verb.dep_ == "xcomp" and verb.head.tag_ == "VBD"
    return agreed and noun.dep_ == "pobj" and preposition.lower_ in ("after", "following") and lemma(noun) in MEETINGS


def _is_whoever(noun: Token) -> bool:
    """Whether a noun is nobody certain: "any troops sent to Chad would be shot at", "anyone who attacks"."""
    return noun.lower_ in ANYBODY or any(c.lower_ == "any" and c.dep_ == "det" for c in noun.children)


def _is_fiction(doc: Doc) -> bool:
    """Whether a sentence retells an invention: "In the novel, Spain [sends] …", "The play shows how …"."""
    named = any(t.lemma_ in INVENTIONS for t in doc.tokens[:NEAR_START])
    top = next((t for t in doc.tokens if t.head.i == t.i), None) if named else None
    verbs = [top, *(c for c in top.children if c.dep_ == "auxpass")] if top is not None else []
    if top is None or not any(t.tag_ in ("VBZ", "VBP") for t in verbs):
        return False
    near = (c for c in top.children if c.dep_ == "prep" and c.i < NEAR_START and c.lower_ == "in")
    framing = (p for c in near for p in c.children)
    shown = (c for c in top.children if c.dep_ == "nsubj" and lemma(top) in SHOWING)
    return any(t.lemma_ in INVENTIONS for t in (*framing, *shown))


def _framed(noun: Token) -> int:
    """The infinitive that was tried at a meeting or on a visit: "tried to win them [during his visit]"; or -1."""
    verb = noun.head.head
    during = noun.dep_ == "pobj" and noun.head.lower_ in ("during", "after", "following")
    tried = during and verb.dep_ == "xcomp" and verb.head.tag_ == "VBD" and lemma(verb.head) in TRYING
    return verb.i if tried else -1


def _is_alleged(noun: Token) -> bool:
    """Whether a noun's clause is only alleged, also where the parser hung it on the one who alleges it."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and is_verbal(noun.head.head):
        return False  # "noted with concern that Mali had expelled them"
    if noun.lower_ == "doubt" and has_no(noun):
        return False  # "there is no doubt that Mali expelled them"
    if lemma(noun) in ALLEGATIONS or (lemma(noun) == "report" and lemma(noun.head) in DENYING):
        return True
    above = noun.head.head
    near = (above, *(c for c in above.children if c.dep_ == "dobj"))  # "denied charges by bishops that it …"
    named = (t for t in near if t.pos_ in ("NOUN", "PROPN"))  # not "is concerned at reports that …"
    return noun.dep_ == "pobj" and any(lemma(t) in ALLEGATIONS for t in named)


def _contained(verb: Token) -> bool:
    """Whether a clause says what its noun is about ("the claim that Iran attacked"), rather than which one is meant."""
    full = sum(c.dep_ == "dobj" for c in verb.children) > 1  # "the claim [that] soldiers looted shops": no pronoun
    return verb.dep_ in ("acl", "relcl", "ccomp") and any(
        c.lower_ == "that" and (c.dep_ == "mark" or (full and c.dep_ == "dobj")) for c in verb.children
    )
