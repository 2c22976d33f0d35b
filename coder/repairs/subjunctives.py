"""Trees in which a plain verb that is asked for was read as a noun: "demanded that Chad [expel] French troops".

Behind "demanded that" no verb has an ending that would tell it from a noun. Where a clause of asking has no other
finite verb, the first word behind its doer that can be a plain verb is one.
"""

from typing import Final

from coder.repairs.trees import ATTRIBUTES, NAMES, NOUNS, Tree
from coder.syntax.grammar_words import FINITE
from coder.syntax.parsed import Doc, Token

_NOUNS_OF_ASKING: Final = frozenset(
    """appeal appeals call calls condition insistence plea pleas proposal proposals recommendation request requests
    suggestion suggestions""".split()
)
# Behind these the clause may do without "that": "demanded Chad expel two envoys".
_BARE: Final = frozenset("demand demands demanded demanding".split())
ASKING: Final = (
    _BARE
    | _NOUNS_OF_ASKING
    | frozenset(
        """ask asks asked asking insist insists insisted insisting propose proposes proposed proposing recommend
        recommends recommended recommending requested requesting require requires required requiring suggest suggests
        suggested suggesting urge urges urged urging order orders ordered ordering important vital essential crucial
        imperative necessary""".split()
    )
)
# Plain forms that the tagger is apt to take for nouns or adjectives, and what is asked for.
_PLAIN: Final = frozenset(
    """abandon abdicate abolish address admit allow apologise apologize arrest attack ban block boycott cancel cease
    change clarify close compensate condemn curb cut dismantle dismiss disarm disband drop ease end evacuate expel
    extradite free freeze fund grant halt hand hold honour honor host intervene investigate join lift lower mediate
    negotiate open pay prosecute protect punish pull raise ratify recognise recognize reconsider reform refrain release
    reinstate reopen repay repeal resign respect restore resume retract return review scrap secede share sign stop
    support surrender suspend transfer try vacate withdraw""".split()
)
# Those of them that need no object, so that they may end the sentence.
_ALONE: Final = frozenset(
    """abdicate apologise apologize disarm disband intervene mediate negotiate refrain resign secede surrender
    withdraw""".split()
)
_IN_PHRASE: Final = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "CD", "PRP"})
_DOERS: Final = NOUNS | {"PRP"}
_VERBS: Final = FINITE | {"MD"}
_NEVER_BEHIND: Final = _VERBS | {"POS"}  # a verb
_CLAUSE_END: Final = frozenset(
    ", . ; : because after when if while as before until till unless who which whose whom where that and or but".split()
)
_MOST_BETWEEN: Final = 4  # words between the asking and its "that": "demanded on Monday that"
_LONGEST: Final = 8  # words in the doer's phrase


def subjunctive(doc: Doc, asking: Token) -> None:
    """Give the clause behind a word of asking its verb back, if the parser lost it."""
    that = _that_behind(doc, asking)
    if that is None and asking.lower_ not in _BARE:
        return
    first = (that or asking).i + 1
    verb = _plain_verb(doc, first, bare=that is None)
    if verb is not None and not _is_read(verb):
        _Subjunctive(doc).mend(asking, that, first, verb)


def _that_behind(doc: Doc, asking: Token) -> Token | None:
    """Give the "that" which opens the clause, if one stands right behind or a few words of time away."""
    for token in doc.tokens[asking.i + 1 : asking.i + 2 + _MOST_BETWEEN]:
        if token.lower_ == "that":
            return token
        if token.tag_ not in ("IN", "NNP", "RB", "PRP") or token.text == ",":
            return None
    return None


def _plain_verb(doc: Doc, first: int, *, bare: bool) -> Token | None:
    """Give the first word behind a doer that can be a plain verb, in a clause that has no finite one."""
    for token in doc.tokens[first : first + _LONGEST]:
        before = doc[token.i - 1]
        behind_doer = token.i > first and (
            before.tag_ in _DOERS or before.lower_ == "not" or before.lower_.endswith("ly")
        )
        if behind_doer and token.text.islower() and (token.lower_ in _PLAIN or _is_lost(token)):
            clear = not bare or _is_clear(before, token)
            return token if clear and _goes_on(doc, token) and not _has_finite(doc, token) else None
        if token.tag_ not in _IN_PHRASE and token.lower_ != "of" and not _is_adverb(token):
            return None
    return None


def _is_clear(before: Token, verb: Token) -> bool:
    """Tell whether a clause without "that" can be nothing else: not "demanded a government [pay] rise"."""
    named = before.tag_ in NAMES or before.tag_ == "PRP"
    return named or verb.lower_ in _ALONE or any(c.dep_ == "nsubj" for c in verb.children)


def _is_adverb(token: Token) -> bool:
    """Tell whether a word may stand between a doer and the plain verb: "not", "immediately"."""
    return token.tag_ == "RB" and (token.lower_ == "not" or token.lower_.endswith("ly"))


def _is_lost(token: Token) -> bool:
    """Tell whether a word is tagged as a plain verb that the parser hung on a noun as an attribute."""
    return token.tag_ in ("VB", "VBP") and token.dep_ in ATTRIBUTES


def _goes_on(doc: Doc, verb: Token) -> bool:
    """Tell whether what stands behind a word can stand behind a verb: not "the attack [of]", "the attack [,]"."""
    behind = doc[verb.i + 1] if verb.i + 1 < len(doc) else verb
    if behind.is_punct:
        return verb.lower_ in _ALONE
    return behind.lower_ not in ("of", "'s", "’s") and behind.tag_ not in _NEVER_BEHIND


def _has_finite(doc: Doc, verb: Token) -> bool:
    """Tell whether a clause has a finite verb behind the word that was taken for its verb."""
    for token in doc.tokens[verb.i + 1 :]:
        if token.lower_ in _CLAUSE_END:
            return False
        if token.tag_ in _VERBS or (token.tag_ == "VB" and doc[token.i - 1].lower_ != "to"):
            return True
    return False


def _is_read(verb: Token) -> bool:
    """Tell whether the parser has read a word as the verb of a clause with a doer, and has given it its object."""
    own = {c.dep_ for c in verb.children if c.i < verb.i}
    return (
        verb.tag_ in ("VB", "VBP", "VBD") and verb.dep_ not in ATTRIBUTES and not own.isdisjoint({"nsubj", "nsubjpass"})
    )


class _Subjunctive(Tree):
    """A tree in which a clause of asking gets its verb back."""

    def mend(self, asking: Token, that: Token | None, first: int, verb: Token) -> None:
        """Hang the verb on what asks for it, and doer and object on the verb."""
        doc = self.doc
        phrase = [t for t in doc.tokens[first : verb.i] if t.tag_ != "RB"]
        of = next((t for t in phrase if t.lower_ == "of"), None)
        doer = doc[of.i - 1] if of is not None else phrase[-1]
        thing = verb.head if verb.dep_ in ATTRIBUTES and verb.head.i > verb.i else None
        opened = {t.i for t in phrase} | {verb.i} | ({thing.i} if thing is not None else set())
        if doer.tag_ not in _DOERS or not opened.isdisjoint({asking.i, *(a.i for a in asking.ancestors)}):
            return
        self.tags[verb.i] = "VB"
        self.hang(verb, asking, "acl" if asking.tag_ in NOUNS else "ccomp")
        if that is not None:
            self.tags[that.i] = "IN"
            self.hang(that, verb, "mark")
        self._mend_doer(first, verb, doer)
        if thing is not None:
            self.hang(thing, verb, "xcomp" if thing.tag_ == "VBG" else "dobj")
        self._mend_rest(that, verb, doer, thing)
        behind = doc[verb.i + 1] if verb.i + 1 < len(doc) else verb
        if behind.tag_ == "VBG" and behind.head.i == asking.i:
            self.hang(behind, verb, "xcomp")  # "that Chad stop [shelling] the port"
        self.written()

    def _mend_doer(self, first: int, verb: Token, doer: Token) -> None:
        """Hang the words of the doer's phrase on the doer, the doer on its verb."""
        for token in self.doc.tokens[first : verb.i]:
            inside = first <= token.head.i < verb.i and token.head.i != token.i
            if token.i == doer.i:
                self.hang(token, verb, "nsubj")
            elif token.tag_ == "RB":
                self.hang(token, verb, "neg" if token.lower_ == "not" else "advmod")
            elif not inside:
                self.hang(token, doer, token.dep_ if token.dep_ in ATTRIBUTES else "compound")

    def _mend_rest(self, that: Token | None, verb: Token, doer: Token, thing: Token | None) -> None:
        """Hang on the verb what stands behind it and hung on "that" or on the doer; the first noun is its object."""
        bare = thing is None and all(c.dep_ != "dobj" or c.i < verb.i for c in verb.children)
        for token in self.doc.tokens[verb.i + 1 :]:
            strayed = token.head.i in (doer.i, that.i if that is not None else doer.i)
            own = token.head.i == verb.i
            if thing is not None and token.i == thing.i:
                continue
            if bare and (strayed or own) and token.tag_ in NOUNS and token.dep_ not in ("conj", "dobj"):
                self.hang(token, verb, "dobj")
                bare = False
            elif strayed:
                self.hang(token, verb, token.dep_)
