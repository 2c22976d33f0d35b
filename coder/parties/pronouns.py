"""Pronouns that the same sentence resolves: "Russia said it …", "“We …”, said the minister"."""

from typing import Final

from coder.framing.frame_reader import FrameReader
from coder.syntax.clauses import is_verbal
from coder.syntax.grammar_words import SUBJECTS
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma

FIRST: Final = frozenset("i we me us my our ours mine ourselves myself".split())
THIRD: Final = frozenset("he she it they him her them his its their himself herself itself themselves".split())
PLURAL: Final = frozenset("they them their themselves".split())
NEUTER: Final = frozenset("it its itself".split())
AHEAD: Final = 25  # tokens that a possessive may stand before the noun it means
POSSESSIVE: Final = frozenset("his her its their".split())
PERSONAL: Final = frozenset("he she him his her".split())
IMPERSONAL: Final = frozenset(
    """government ministry army police parliament court agency newspaper report state country council union
    party company department office embassy committee commission radio television military navy junta regime cabinet
    """.split()
)
REFLEXIVE: Final = frozenset("himself herself itself themselves".split())
ANNOUNCEMENTS: Final = frozenset(
    "announcement statement report declaration claim promise pledge decision assurance vow".split()
)
REASONS: Final = frozenset({"over", "for", "about"})
ANSWERABLE: Final = frozenset({"with", "on", "against", "to", "of", "upon"})
HELPING: Final = frozenset("aid arm assist back equip fund help join mentor support supply train".split())
# What befalls things, not those who hold them: "retook the base after it was seized".
BEFALLING: Final = frozenset(
    """board build burn capture confiscate damage destroy find hijack impound loot plunder raid recapture retake seize
    sink steal storm take""".split()
)
THINGS_OF: Final = {"it": "NN", "they": "NNS", "them": "NNS"}  # the tag of the things that a pronoun may mean
# What is done to somebody for what he did, after or because he did it.
PUNISHING: Final = frozenset(
    """arrest banish behead charge convict deport detain evict execute expel fine hang imprison indict jail kill nab
    punish sack seize sentence shoot suspend torture try""".split()
)
RULERS: Final = frozenset(
    """ambassador chairman chancellor chief colleague commander counterpart emir envoy general governor judge king
    leader mayor minister monarch pope premier president prince queen secretary senator sheikh speaker sultan""".split()
)
CAUSES: Final = frozenset("after because when as since once".split())
# What those do who seize somebody, before or while they do it.
INQUIRING: Final = frozenset(
    """be begin catch check discover find gain get have intercept investigate learn obtain raid receive recover search
    see spot start stop storm surround take trace track uncover win""".split()
)
# What is held, led or run by somebody, and is never "he".
THINGS_HELD: Final = frozenset(
    """area army bank base bridge building campaign capital city club coalition company country court district factory
    faction firm force government group highway hotel house island junta land law market militia mine ministry movement
    newspaper office operation paper party plan port programme project province rebellion regime region republic road
    school ship station territory town treaty tribe troop union valley village war""".split()
)
# Who tells what befell others: "witnesses said they had been seized".
NARRATORS: Final = frozenset(
    """witness eyewitness bystander onlooker official police source spokesman spokeswoman doctor hospital newspaper
    report agency media diplomat""".split()
)
BEFALLEN: Final = frozenset(
    """abduct arrest capture charge detain execute free hang jail kidnap kill murder release rescue seize sentence
    shoot""".split()
)
SPEAKING: Final = frozenset(
    """say tell add announce state note warn declare insist claim report write tweet explain stress argue believe
    ask urge call comment conclude reiterate emphasize emphasise underline remark recall reply respond vow pledge
    promise admit deny acknowledge confirm assert maintain allege suggest hope express continue describe""".split()
)


class Antecedents:
    """Finds, within one Doc, the noun a pronoun stands for; -1 where it cannot be known."""

    def __init__(self, doc: Doc, frames: FrameReader) -> None:
        """Take a Doc and its frames."""
        self.doc = doc
        self.frames = frames
        self._found: dict[int, int] = {}

    def of(self, index: int) -> int:
        """The head token that the pronoun stands for; the token itself when it is no pronoun; -1 when open."""
        if index not in self._found:
            self._found[index] = self._find(index)
        return self._found[index]

    def _find(self, index: int) -> int:
        token = self.doc[index]
        word = token.lower_
        if token.pos_ not in ("PRON", "DET") or (word not in FIRST and word not in THIRD):
            return index
        found = self._speaker(token) if word in FIRST else self._nearest_subject(token)
        return found.i if found is not None else -1

    def _speaker(self, token: Token) -> Token | None:
        """Whose words these are: the subject of the verb of saying above the clause, or beside it."""
        climb = token
        while climb.head.i != climb.i:
            if climb.dep_ in ("ccomp", "parataxis", "dep") and is_verbal(climb.head) and lemma(climb.head) in SPEAKING:
                return self._noun(self.frames.subjects(climb.head), token)
            climb = climb.head
        for child in climb.children:  # "We …," she says: the parser may hang the saying below the said
            if (
                child.dep_ in ("parataxis", "ccomp")
                and is_verbal(child)
                and lemma(child) in SPEAKING
                and not _contains(child, token)
            ):
                return self._noun(self.frames.subjects(child), token)
        return None

    def _nearest_subject(self, token: Token) -> Token | None:
        """The subject of the clause around: of the same clause for a possessive, of a governing one else."""
        above = self._clause_above(token)
        if above is not None:
            meant = (
                self._announcer(above, token)
                or self._addressee(above, token)
                or self._dealt_with(above, token)
                or self._helped(above, token)
                or self._answering(above, token)
                or self._punished(above, token)
            )
            if meant is not None:
                return meant
        if above is not None and (thing := self._thing(above, token)):
            return thing
        if above is not None and token.dep_ in ("nsubj", "nsubjpass"):
            before = self._clause_before(above, token)
            if before is not None:
                return before
            above = self._clause_above(above)
        beside = self._beside(token)
        while above is not None:
            found = self._subject_of(above, token)
            if found is not None and found.i not in beside:
                return None if self._is_told(found, token) else found
            above = self._clause_above(above)
        if beside and token.lower_ in ("him", "her"):
            return self._other_person(token, beside)
        return self._other_party(token) if beside and token.lower_ in ("it", "them") else None

    def _other_party(self, token: Token) -> Token | None:
        """Whom the main clause deals with: "cut ties with Chad, accusing [it] of arming rebels"."""
        verb = self._clause_above(token)
        if verb is None or verb.tag_ != "VBG" or verb.dep_ != "advcl" or token.dep_ not in ("dobj", "pobj"):
            return None
        own = [c for c in verb.head.children if c.i < verb.i]
        things = [c for c in own if c.dep_ == "dobj"]
        links = [c for c in (*own, *(g for t in things for g in t.children)) if c.dep_ == "prep"]
        met = [c for p in links if p.lower_ in ANSWERABLE | {"from"} for c in p.children if c.dep_ == "pobj"]
        named = [c for c in (*things, *met) if c.pos_ == "PROPN" and self._agrees(c, token, 1)]
        return named[0] if len(named) == 1 else None

    def _thing(self, verb: Token, token: Token) -> Token | None:
        """What the clause above has dealt with, where it befell that: "retook the base after it was seized"."""
        above = verb.head
        if (
            token.dep_ not in ("nsubjpass", "dobj")
            or token.lower_ not in THINGS_OF
            or verb.dep_ != "advcl"
            or lemma(verb) not in BEFALLING
        ):
            return None
        tags = THINGS_OF[token.lower_]
        things = [c for c in above.children if c.dep_ == "dobj" and c.i < token.i]
        if len(things) != 1:
            return None
        work = any(c.lower_ in ("a", "an") for c in things[0].children)  # "a Bible", a noun with a capital
        return things[0] if things[0].tag_ == tags or (work and token.lower_ == "it") else None

    def _announcer(self, verb: Token, token: Token) -> Token | None:
        """Who announced what the clause tells: "a Cuban announcement that it had freed …" is about Cuba."""
        noun = verb.head
        told = verb.dep_ == "acl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
        if not told or token.dep_ not in ("nsubj", "nsubjpass") or lemma(noun) not in ANNOUNCEMENTS:
            return None
        owners = [o for o in self.frames.owner(noun) if o.i < token.i and o.pos_ != "PRON"]
        return owners[0] if len(owners) == 1 else None

    def _addressee(self, verb: Token, token: Token) -> Token | None:
        """Who is told what he must do: "told Turkey that it must …"."""
        duty = any(c.dep_ == "aux" and c.lower_ in ("must", "should", "shall") for c in verb.children)
        above = verb.head
        if not duty or verb.dep_ != "ccomp" or token.dep_ not in ("nsubj", "nsubjpass"):
            return None
        told = [c for c in above.children if c.dep_ in ("dobj", "dative")] if is_verbal(above) else []
        if lemma(above) == "make":  # "made clear to Turkey that it must …"
            told = [p for c in above.children if c.lower_ == "to" for p in c.children]
        told = [c for c in told if c.i < token.i and c.pos_ != "PRON"]
        return told[0] if len(told) == 1 else None

    def _dealt_with(self, verb: Token, token: Token) -> Token | None:
        """What the clause before was done to: "kidnapped two reporters and released [them]", "urged [it] to sign"."""
        if token.dep_ not in ("dobj", "pobj") or token.lower_ not in ("them", "it"):
            return None
        joined = verb.dep_ == "conj" and is_verbal(verb.head) and token.i > verb.head.i
        before = verb.head if joined else next((c for c in verb.children if _leads_up(c)), None)
        if before is None or (token.lower_ == "them" and not (joined and token.dep_ == "dobj")):
            return None
        if joined and any(c.dep_ in SUBJECTS for c in verb.children):
            return None  # another does the second
        met = [c for c in before.children if c.dep_ in ("dobj", "nsubjpass") and c.i < token.i]
        if token.lower_ == "it":
            meant = [c for c in met if c.tag_ == "NNP" and not _is_full_name(c)]
        else:
            meant = [c for c in met if c.tag_ in ("NNS", "NNPS") or any(g.dep_ == "conj" for g in c.children)]
        return meant[0] if len(meant) == 1 else None

    def _helped(self, verb: Token, token: Token) -> Token | None:
        """Whose fight others join: "backed the rebels in their war on the junta" is about the rebels' war."""
        if lemma(verb) not in HELPING or token.lower_ not in POSSESSIVE or token.head.dep_ != "pobj":
            return None
        preposition = token.head.head
        helped = [c for c in verb.children if c.dep_ == "dobj" and c.i < token.i and c.pos_ != "PRON"]
        hung = preposition.head is verb or preposition.head in helped
        near = hung and preposition.lower_ in ("in", "with", "during")
        return helped[0] if near and len(helped) == 1 else None

    def _answering(self, verb: Token, token: Token) -> Token | None:
        """Whose deed a reason is: "cut ties with Iran over its raid", "criticised Peru for its silence"."""
        reason = token.head.head
        if token.lower_ not in POSSESSIVE or token.head.dep_ != "pobj" or reason.lower_ not in REASONS:
            return None
        between = self.doc.tokens[verb.i + 1 : reason.i]
        named = [t for t in between if t.tag_ in ("NNP", "NNPS") or (t.tag_ == "NN" and lemma(t) in IMPERSONAL)]
        met = [t for t in named if t.dep_ == "dobj" or (t.dep_ == "pobj" and t.head.lower_ in ANSWERABLE)]
        return met[-1] if met else None

    def _punished(self, verb: Token, token: Token) -> Token | None:
        """Who had done something when he was seized for it: "police arrested a man after [he] attacked a guard"."""
        above = verb.head
        lead = next((c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")), "")
        if verb.dep_ != "advcl" or token.dep_ not in ("nsubj", "nsubjpass") or lead not in CAUSES or verb.i < above.i:
            return None
        if lemma(above) not in PUNISHING or lemma(verb) in INQUIRING:
            return None
        seized = [c for c in above.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ != "PRON"]
        many = any(c.tag_ in ("NNS", "NNPS") or any(g.dep_ == "conj" for g in c.children) for c in seized)
        fits = many if token.lower_ == "they" else not many and token.lower_ in ("he", "she")
        return seized[0] if len(seized) == 1 and fits else None

    def _other_person(self, token: Token, beside: set[int]) -> Token | None:
        """The one person named before who is not the doer: "Trump called Erdogan and urged him to …"."""
        people = [t for t in self.doc.tokens[: token.i] if t.tag_ == "NNP" and t.i not in beside and _is_full_name(t)]
        return people[0] if len(people) == 1 else self._written_to(token)

    def _written_to(self, token: Token) -> Token | None:
        """The one person whom the main clause deals with: "wrote to the king, urging [him] to …"."""
        verb = self._clause_above(token)
        while verb is not None and verb.dep_ in ("xcomp", "ccomp"):
            verb = self._clause_above(verb)
        if verb is None or verb.head.i > verb.i or any(c.dep_ in SUBJECTS for c in verb.children):
            return None
        joined = verb.dep_ == "conj" and is_verbal(verb.head)
        if not joined and (verb.dep_ != "advcl" or verb.tag_ not in ("VB", "VBG")):
            return None
        met = [p for c in verb.head.children if c.lower_ in ("to", "with") for p in c.children if p.dep_ == "pobj"]
        met += [c for c in verb.head.children if c.dep_ == "dobj"]
        people = [t for t in met if t.tag_ in ("NN", "NNP") and lemma(t) in RULERS and t.i < token.i]
        return people[0] if len(people) == 1 else None

    def _is_told(self, teller: Token, token: Token) -> bool:
        """Whether somebody only tells what befell those meant: "witnesses said [they] had been seized"."""
        if token.lower_ not in PLURAL or lemma(teller) not in NARRATORS or lemma(teller.head) not in SPEAKING:
            return False
        told = [c for c in teller.head.children if c.dep_ == "ccomp" and lemma(c) in BEFALLEN]
        return any(c.dep_ == "nsubjpass" and c.lower_ == "they" for verb in told for c in verb.children)

    def _beside(self, token: Token) -> set[int]:
        """The subjects of an object's own verb: "police fired at them" is not about themselves."""
        verb = self._clause_above(token)
        if verb is None or token.dep_ not in ("dobj", "pobj", "iobj", "dative") or token.lower_ in REFLEXIVE:
            return set()
        return {s.i for s in self.frames.subjects(verb)}

    def _subject_of(self, verb: Token, token: Token) -> Token | None:
        """The subject of a clause for a pronoun below it, of a clause before it, behind it for "In his speech, …"."""
        subject = self._by_whom(verb, token) or self._noun(self.frames.subjects(verb), token)
        own = verb.dep_ == "relcl" and subject is not None and verb.head.i == subject.i  # "Iran, which said [it] would"
        stands = subject is not None and (own or not _contains(subject, token))
        if subject is not None and stands and subject.i < token.i:
            return subject
        before = self._clause_before(verb, token)
        if before is not None:
            return before
        ahead = subject is not None and stands and token.lower_ in POSSESSIVE and token.i < subject.i <= token.i + AHEAD
        return subject if ahead else None

    def _by_whom(self, verb: Token, token: Token) -> Token | None:
        """The person by whom a thing has been dealt with: "the road has been held by Dostum since [he] rebelled"."""
        if token.lower_ not in ("he", "she") or not any(c.dep_ == "nsubjpass" for c in verb.children):
            return None
        things = [c for c in verb.children if c.dep_ == "nsubjpass" and c.tag_ in ("NN", "NNS")]
        by = [p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
        named = len(by) == 1 and by[0].tag_ == "NNP" and not by[0].is_upper and by[0].i < token.i
        titled = bool(things) and any(c.tag_ == "NNP" for c in things[0].children)
        return by[0] if named and things and not titled and lemma(things[0]) in THINGS_HELD else None

    def _clause_before(self, verb: Token, token: Token) -> Token | None:
        """The subject of a clause that leads up to the pronoun's: "After rebels attacked, they …"."""
        for child in verb.children:
            if child.dep_ == "advcl" and child.i < token.i and not _contains(child, token):
                return self._noun([s for s in self.frames.subjects(child) if s.i < token.i and s.pos_ != "PRON"], token)
        return None

    def _clause_above(self, token: Token) -> Token | None:
        while token.head.i != token.i:
            token = token.head
            if is_verbal(token):
                return token
        return None

    def _noun(self, subjects: list[Token], pronoun: Token) -> Token | None:
        for subject in subjects:
            if subject.pos_ != "PRON" and self._agrees(subject, pronoun, len(subjects)):
                return subject
        for subject in subjects:
            if subject.i != pronoun.i and subject.lower_ in THIRD and _is_of_number(subject, pronoun):
                index = self.of(subject.i)
                return self.doc[index] if index >= 0 else None
        return None

    def _agrees(self, subject: Token, pronoun: Token, count: int) -> bool:
        """Number, and "it" for no person with a title: a wrong antecedent is worse than none."""
        word = pronoun.lower_
        if word in PLURAL:
            return True
        if word in NEUTER and subject.tag_ == "NNS" and not subject.is_upper:  # nor is ECOWAS many
            return False  # "after soldiers stormed its embassy": not the soldiers'
        if word in PERSONAL and (lemma(subject) in IMPERSONAL or (subject.text.isupper() and subject.tag_ == "NNP")):
            return False  # a government or the BBC is no "he"
        if count > 1 or (subject.tag_ in ("NNS", "NNPS") and word in ("he", "she", "him", "her", "his")):
            return word in FIRST
        return True


def _leads_up(clause: Token) -> bool:
    """Whether a gerund before its verb leads up to it: "while praising Turkey, he urged it …"."""
    return clause.dep_ == "advcl" and clause.tag_ == "VBG" and clause.i < clause.head.i


def _is_of_number(subject: Token, pronoun: Token) -> bool:
    """Whether a pronoun can mean whom another means: "they" are no "he"."""
    return not (subject.lower_ in PLURAL and pronoun.lower_ in PERSONAL)


def _is_full_name(token: Token) -> bool:
    """Whether a token closes a name of several words that is written as a person's: no article, no possession."""
    if token.dep_ in ("compound", "nmod", "amod", "poss"):
        return False
    before = [c for c in token.children if c.i < token.i]
    return any(c.tag_ == "NNP" for c in before) and not any(c.dep_ in ("det", "poss") for c in before)


def _contains(token: Token, other: Token) -> bool:
    return token.i == other.i or any(a.i == token.i for a in other.ancestors)
