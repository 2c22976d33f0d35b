"""Trees in which the parser took the present verb of a plain sentence for a noun: "The court [nullifies] the vote".

Summaries and headlines tell in the present tense, whose forms are those of plurals. A sentence without a finite verb,
in which a plural stands between a noun and the beginning of another phrase, has its verb there.
"""

from typing import Final

from coder.repairs.lost_verbs import looks_past
from coder.repairs.plural_verbs import paired, plural_present
from coder.repairs.trees import ATTRIBUTES, NOUNS, Tree
from coder.syntax.grammar_words import FINITE
from coder.syntax.parsed import Doc, Token

HEADING: Final = FINITE | {"MD"}
NOMINAL: Final = ATTRIBUTES | {"pobj"}  # where no finite verb stands, whatever its tag
ASIDE: Final = frozenset({"relcl", "acl", "advcl", "pcomp", "parataxis"})
OPENING: Final = frozenset({"DT", "PRP$", "PRP"})  # what begins a phrase, and never goes on with one
# What begins a phrase behind these, though plurals may stand before it too: "sentences two men", "names Carla Diaz".
VERBS: Final = frozenset(
    """airs arrests attacks backs bans bars blames blasts blocks bombs breaks brokers captures charges claims
    condemns crushes cuts defeats denies detains ends exiles expels eyes fines fires forces frees freezes
    greets hails halts hits hosts invades jails kills lifts mulls names orders ousts pardons plans pledges
    probes raids recalls rejects releases reopens repels resumes sanctions seizes sends sentences severs
    shells shoots shuns signs slams slashes snubs storms strikes sues summons suspends targets tells thanks
    trims urges visits vows warns welcomes withdraws woos wounds""".split()
)
TIMES: Final = frozenset("when as after while".split())
CONDITIONS: Final = frozenset("unless until if".split())
_NUMBERED: Final = frozenset({"CD", "NNP", "NNPS", "JJ"})
_MISREAD: Final = frozenset({"NN", "NNS"})
_SUBJECTS: Final = frozenset({"nsubj", "nmod", "compound", "npadvmod", "nsubjpass"})
_THINGS: Final = frozenset({"appos", "npadvmod", "dep", "dobj", "nsubj", "attr", "oprd"})
_PRESENT: Final = frozenset({"VBZ", "VBP"})
_OWN: Final = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
# Plurals that are verbs before a phrase, behind one doer: "the guard fires on a crowd".
FOLLOWED: Final = frozenset("fires crosses marches rallies".split())
# Plurals that are verbs before an infinitive, behind one doer: "the parliament votes to abolish it".
PURPOSING: Final = frozenset("votes vows plans pledges moves offers claims".split())
# Plurals that are verbs before "that", behind one doer: "Chad suspects that Peru lied".
CLAIMING: Final = frozenset("suspects claims fears hopes demands urges insists charges".split())
TELLING: Final = frozenset({"ccomp", "acl", "relcl"})
_ONE: Final = frozenset({"NN", "NNP"})
_SHORTEST: Final = 4


def present(doc: Doc) -> None:
    """Give a sentence without a verb its present verb back, if one of its words can be it; so too a clause of time."""
    for token in doc.tokens:
        if token.tag_ in _MISREAD and _is_compounded(token) and _stands_as_verb(token):
            _PresentVerb(doc).split(token)
    root = next((token for token in doc.tokens if token.head is token), None)
    if root is not None and root.tag_ in _PRESENT:
        _PresentVerb(doc).part(root)
    if paired(doc) or root is None or root.tag_ not in NOUNS or len(doc) < _SHORTEST or _has_verb(doc):
        return
    if root.tag_ in _MISREAD and root.i and not looks_past(root.lower_) and _is_verb_of(root):
        tree = Tree(doc)
        tree.tags[root.i] = "VBZ" if root.lower_.endswith("s") else "VBP"
        for child in root.children:
            if child.i > root.i and child.dep_ == "npadvmod":
                tree.hang(child, root, "dobj")
        tree.written()
        return
    if plural_present(doc):
        return
    verb = next((t for t in doc if _may_be_verb(t)), None)
    if verb is not None:
        _PresentVerb(doc).restore(verb, root)


def _is_compounded(token: Token) -> bool:
    """Tell whether a word has a noun right before it that seems to say which kind it is: "police [fire]"."""
    before = token.doc[token.i - 1] if token.i else token
    return before.head.i == token.i and before.dep_ in ATTRIBUTES and before.tag_ in NOUNS and token.text.islower()


def _stands_as_verb(token: Token) -> bool:
    """Tell whether a word stands where only a verb can, or has an object: "the group [fires] rockets"."""
    governs = token.dep_ == "ROOT" and any(c.i > token.i and _is_governed(c) for c in token.children)
    before = token.doc[token.i - 1]
    many = before.tag_ in ("NNS", "NNPS") or (before.tag_ == "NNP" and before.lower_.endswith("s"))  # "the Houthis"
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    many = many and (behind.tag_ in OPENING or (behind.lower_ == "that" and behind.dep_ == "mark"))
    return governs or (many and token.dep_ == "ROOT") or _opens_clause(token) or _has_second(token)


def _is_governed(token: Token) -> bool:
    """Tell whether a word is what a verb governs: an object, or a clause: "Chad [suspects] that it lied"."""
    return token.dep_ == "dobj" or _is_told(token)


def _is_told(clause: Token) -> bool:
    """Tell whether a clause is what is said, even where its "that" seemed to stand for the ones "suspected"."""
    that = next((c for c in clause.children if c.lower_ == "that"), None)
    if that is None or clause.dep_ not in TELLING:
        return False
    return that.dep_ == "mark" or (that.i == clause.head.i + 1 and clause.head.lower_ in CLAIMING)


def _opens_clause(token: Token) -> bool:
    """Tell whether a word stands where a clause has its verb: "when the police [fire] on us", "unless it [acts]"."""
    marks = {c.lower_ for c in token.children if c.dep_ in ("advmod", "mark")}
    behind = any(c.i > token.i and c.dep_ in ("prep", "dobj") for c in token.children)
    return token.dep_ == "advcl" and not (marks.isdisjoint(CONDITIONS) and (marks.isdisjoint(TIMES) or not behind))


def _has_second(token: Token) -> bool:
    """Tell whether a verb without a doer of its own is joined with a word: "a bear [attacks] and kills"."""
    second = (c for c in token.children if c.dep_ == "conj" and c.tag_ == "VBZ" and c.i > token.i)
    return token.dep_ == "ROOT" and any(all(g.dep_ not in _SUBJECTS for g in c.children) for c in second)


def _has_verb(doc: Doc) -> bool:
    """Tell whether a sentence has a finite verb of its own, besides its relative and other clauses aside."""
    return any(t.tag_ in HEADING and t.dep_ not in NOMINAL and not _is_aside(t) for t in doc.tokens)


def _is_aside(token: Token) -> bool:
    while token.head.i != token.i:
        if token.dep_ in ASIDE:
            return True
        token = token.head
    return False


def _is_verb_of(root: Token) -> bool:
    """Tell whether a noun at the top has a subject, which only verbs have: "Citizens [head] to the polls"."""
    doers = [c for c in root.children if c.dep_ == "nsubj" and c.i < root.i and c.tag_ in NOUNS]
    own = any(c.i > doers[-1].i and c.i < root.i and c.dep_ in ATTRIBUTES for c in root.children) if doers else True
    behind = any(c.i > root.i and c.dep_ in ("dobj", "prep", "npadvmod", "advcl", "xcomp") for c in root.children)
    return not own and behind and root.text.islower()


def _may_be_verb(token: Token) -> bool:
    """Tell whether a word in the third person can be the verb: a noun before it, another phrase begins behind it."""
    if token.i == 0 or token.i + 1 >= len(token.doc) or not token.text.islower() or not token.lower_.endswith("s"):
        return False
    before, behind = token.doc[token.i - 1], token.doc[token.i + 1]
    if before.tag_ not in NOUNS and not (before.text == "," and token.lower_ in VERBS):
        return False
    if token.tag_ == "VBZ":
        return token.dep_ in NOMINAL
    if token.tag_ != "NNS":
        return False
    begins = behind.tag_ in _NUMBERED or (behind.tag_ in NOUNS and _is_named_before(token))
    return _is_followed(token) or behind.tag_ in OPENING or (token.lower_ in VERBS and begins)


def _is_named_before(token: Token) -> bool:
    """Tell whether only a name stands before a word: "Lusaka [orders] doctors back to work"."""
    before = token.doc.tokens[: token.i]
    return all(t.tag_ in ("NNP", "NNPS", "JJ") and t.text[:1].isupper() for t in before)


def _is_followed(token: Token) -> bool:
    """Tell whether one doer stands before it and behind it what only follows a verb: "the guard fires on a crowd"."""
    before, behind = token.doc[token.i - 1], token.doc[token.i + 1]
    if before.head is not token or before.tag_ not in _ONE:
        return False
    if token.lower_ in PURPOSING:
        return behind.tag_ == "TO"
    determined = any(c.tag_ in ("DT", "POS") or c.dep_ == "poss" for c in token.children)
    return token.lower_ in FOLLOWED and behind.tag_ == "IN" and determined


class _PresentVerb(Tree):
    """A tree that puts a verb between its doer and its object."""

    def restore(self, verb: Token, root: Token) -> None:
        """Hang what stands before the verb on it as its subject, and what begins behind it as its object."""
        own = [c for c in verb.children if c.i < verb.i and c.dep_ in _SUBJECTS and c.tag_ in NOUNS]
        last = own[-1] if own else None
        behind = verb.head.i < verb.i  # the verb was read as a part of what stands before it
        before = self.doc[verb.i - 1]
        if last is None and not behind and before.head is verb.head and before.tag_ in NOUNS:
            last = before  # both were read as saying which thing: "Chad [halts] aid"
        doer = root if behind or last is None else last
        if doer.i > verb.i:
            return
        if last is not None:
            self.name(last, verb)
            if behind:
                self.hang(last, verb.head, verb.dep_)
        self.tags[verb.i] = "VBZ"
        self.hang(verb, verb, "ROOT")
        self.hang(doer, verb, "nsubj")
        thing = root if root.i > verb.i else verb.head
        if thing.i > verb.i:
            self.hang(thing, verb, "dobj")
        self._gather(verb)
        self.written()

    def part(self, verb: Token) -> None:
        """Give a verb without a subject the noun right before it, which seemed to say what kind of verb it is."""
        doer = self.doc[verb.i - 1] if verb.i else verb
        compound = doer.head is verb and doer.dep_ in ATTRIBUTES and doer.tag_ in NOUNS
        if doer is verb or not compound or verb.lower_ == "riot" or any(c.dep_ in _OWN for c in verb.children):
            return  # nor "Chadian riot police"
        self.name(doer, verb)
        self.hang(doer, verb, "nsubj")
        self._tell(verb)
        self.written()

    def split(self, verb: Token) -> None:
        """Part a verb from the noun before it, which is its subject."""
        doer = self.doc[verb.i - 1]
        self.tags[verb.i] = "VBZ" if verb.lower_.endswith("s") else "VBP"
        self.name(doer, verb)
        self.hang(doer, verb, "nsubj")
        self._tell(verb)
        thing = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("appos", "npadvmod")), None)
        if thing is not None and thing.left_edge.i == verb.i + 1:
            self.hang(thing, verb, "dobj")
        self.written()

    def _tell(self, verb: Token) -> None:
        """Make a clause what a verb says that seemed to belong to a noun: "Chad [demands] that Peru free them"."""
        for clause in verb.children:
            if _is_told(clause):
                self.hang(clause, verb, "ccomp")
                self.hang(next(c for c in clause.children if c.lower_ == "that"), clause, "mark")

    def _gather(self, verb: Token) -> None:
        """Hang on the verb what stands behind it and hung on something before it; the first noun is its object."""
        done = any(self.heads[t.i] == verb.i and self.deps[t.i] == "dobj" for t in self.doc.tokens)
        for token in self.doc.tokens[verb.i + 1 :]:
            if self.heads[token.i] > verb.i:
                continue
            noun = token.tag_ in NOUNS and token.dep_ in _THINGS
            if noun and not done:
                self.hang(token, verb, "dobj")
                done = True
            elif self.heads[token.i] != verb.i or (token.dep_ == "acl" and verb.lower_ in PURPOSING):
                self.hang(token, verb, _below_verb(token))


def _below_verb(token: Token) -> str:
    """Give the relation to a verb of what hung on a noun."""
    if token.dep_ != "acl":
        return token.dep_
    if token.tag_ == "VB" and token.head.lower_ in PURPOSING:
        return "xcomp"
    return "ccomp" if _is_told(token) else "advcl"
