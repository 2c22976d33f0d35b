"""Trees in which the parser took the plain present verb of a headline for a noun: "Rebels [plant] mines near Goma".

A sentence without a finite verb, whose first phrase names several people, has its verb right behind them.
"""

from typing import Final

from coder.repairs.participle_repairs import CROWDS, FORCES
from coder.repairs.trees import ATTRIBUTES, NAMES, NOUNS, Tree
from coder.syntax.grammar_words import DAYS
from coder.syntax.parsed import Doc, Token

# Plain forms that are nouns as well, and what several people do in headlines.
PLAIN: Final = frozenset(
    """attack back ban bar blame blast block bomb boycott breach chant charge club condemn cut defy demand draft
    end exchange face file free gas halt hand host hunt ink jail kill launch loot mark mourn open order plan
    plant pledge plot probe question raid ransack rape release seize share shell shoot sign slam snarl stage
    storm sue swap target threaten torch trade urge visit vow warn welcome""".split()
)
# What they do without an object too.
ALONE: Final = frozenset(
    """clash fight fire lobby march protest rally riot rise squabble strike vote walk quarrel argue gather flee spar
    haggle wrangle feud bicker skirmish""".split()
)
# Groups that a plural verb follows, though their names have no plural's form.
GROUPS: Final = frozenset("taliban janjaweed mujahideen mujahedin fedayeen".split())
# What two do in headlines that join them by a comma.
TOGETHER: Final = frozenset(
    """resume restore open reopen break cut ease mend renew extend ratify reach seal strike close boost expand
    hold""".split()
)
PARTICLES: Final = frozenset("over off out up down back away".split())
HANDING: Final = frozenset({"hand"})  # a verb only with "over"
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_MODIFIERS: Final = frozenset({"DT", "JJ", "CD", "NN", "NNP", "NNPS", "NNS", "POS", "HYPH", "VBN"})
_IN_PHRASE: Final = _MODIFIERS | {"PRP$", "JJR", "JJS"}
_WHERE: Final = frozenset("in from of at near across".split())
# Plurals that only say which kind: "an arms ban", "the sales drive".
_KINDS: Final = frozenset(
    """arms weapons drugs sports sales sanctions visas goods customs news talks rights elections shares prices stocks
    bonds terms games services communications operations affairs human nuclear""".split()
)
_NAMES: Final = 4  # words in the first of two names that a comma joins
_SMALL_TAGS: Final = frozenset({"VBG", "VBN", "DT", "IN", "PRP", "PRP$", "RB", "CC", "UH", "WRB", "WP", "CD"})
_MISTAKEN: Final = frozenset({"NN", "VB", "JJ", "VBP", "VBD"})
_LATEST: Final = 12  # words before the verb in the longest first phrase


def paired(doc: Doc) -> bool:
    """Mend "Chad, Sudan [sign] accord", where a comma of a headline joins the two who do it; tell whether it was."""
    comma = next((t for t in doc.tokens[1:_NAMES] if t.text == ","), None)
    if comma is None or doc[0].lower_.endswith("ing") or not all(_is_capital(t) for t in doc.tokens[: comma.i]):
        return False
    end = comma.i + 1
    while end < len(doc) and _is_capital(doc[end]):
        end += 1
    verb = doc[end] if comma.i + 1 < end < len(doc) else comma
    told = verb.tag_ == "VBP" and verb.dep_ == "ROOT"
    if verb.tag_ not in _MISTAKEN or not (told or verb.lower_ in PLAIN | ALONE | TOGETHER):
        return False
    if not told and not _goes_on(doc, verb):
        return False
    if any(t.text == "," or t.tag_ in ("VBZ", "VBD", "MD") for t in doc.tokens[end + 1 :]):
        return False
    _PluralVerb(doc).restore(verb, doc[comma.i - 1])
    return True


def plural_present(doc: Doc) -> bool:
    """Give a sentence of several doers its verb back, if one of its words can be it; tell whether it was."""
    for verb in doc.tokens[1:_LATEST]:
        if verb.tag_ in ("IN", "TO") and verb.lower_ not in _WHERE:
            return False
        word = verb.lower_
        if (word in PLAIN or word in ALONE) and verb.text.islower() and verb.tag_ in ("NN", "VB", "JJ", "VBP"):
            doer = _doers(doc, verb)
            if doer is not None and _goes_on(doc, verb):
                _PluralVerb(doc).restore(verb, doer)
                return True
    return False


def _doers(doc: Doc, verb: Token) -> Token | None:
    """Give the head of the phrase before a verb, if it names several and opens the sentence."""
    last = doc[verb.i - 1]
    if _is_plural(last):
        return last if last.lower_ not in _KINDS and _opens(doc, last.i) else None
    i = last.i
    while i and doc[i].tag_ in NAMES:
        i -= 1
    if last.tag_ not in NAMES or i == last.i or not i:
        return None
    before = doc[i - 1]
    if doc[i].lower_ == "and" and before.tag_ in NAMES:
        return before if _opens(doc, before.i) else None
    return before if doc[i].lower_ in _WHERE and _is_plural(before) and _opens(doc, before.i) else None


def _is_capital(word: Token) -> bool:
    """Tell whether a word may be part of a name in a headline, whatever the parser took it for."""
    return word.text[:1].isupper() and word.tag_ not in _SMALL_TAGS and word.lower_ not in DAYS


def _is_plural(word: Token) -> bool:
    """Tell whether a word names several people, also where it opens the sentence with a capital."""
    whatever = word.lower_ == "police" or word.lower_ in GROUPS
    return whatever or word.tag_ in _PLURAL or (word.i == 0 and word.lower_ in FORCES | CROWDS)


def _opens(doc: Doc, end: int) -> bool:
    return all(t.tag_ in _MODIFIERS for t in doc.tokens[: end + 1])


def _goes_on(doc: Doc, verb: Token) -> bool:
    """Tell whether what stands behind a word can stand behind a verb: an object, or with some a phrase or the end."""
    behind = doc[verb.i + 1] if verb.i + 1 < len(doc) else verb
    if verb.lower_ in ALONE:
        return behind is verb or behind.tag_ in ("IN", "TO", "RB", ".")
    if behind.lower_ in PARTICLES and verb.i + 2 < len(doc):
        behind = doc[verb.i + 2]
    elif verb.lower_ in HANDING:
        return False
    return behind is not verb and behind.tag_ in _IN_PHRASE and behind.tag_ != "POS"


class _PluralVerb(Tree):
    """A tree that puts a verb behind its doers."""

    def restore(self, verb: Token, doer: Token) -> None:
        """Hang the first phrase on the verb as its subject, the next as its object, the rest below it."""
        self.tags[verb.i] = "VBP"
        self.hang(verb, verb, "ROOT")
        self._doers(verb, doer)
        thing = None if verb.lower_ in ALONE else self._thing(verb)
        for token in self.doc.tokens[verb.i + 1 :]:
            if self.heads[token.i] <= verb.i or self.heads[token.i] == token.i:
                self.hang(token, verb, token.dep_ if token.dep_ not in ("ROOT", "pobj") else "dep")
        if thing is not None:
            self.hang(thing, verb, "dobj")
        self.written()

    def _doers(self, verb: Token, doer: Token) -> None:
        """Join those who do it: what stands before them, whom "and" or a preposition ties to them."""
        for token in self.doc.tokens[: doer.i]:
            if self.heads[token.i] >= doer.i or self.heads[token.i] == token.i:
                self.hang(token, doer, token.dep_ if token.dep_ in ATTRIBUTES else "compound")
        self.hang(doer, verb, "nsubj")
        if doer.tag_ not in NOUNS:
            self.tags[doer.i] = "NNP"
        if doer.i + 1 == verb.i:
            return
        link, last = self.doc[doer.i + 1], self.doc[verb.i - 1]
        joined = link.lower_ in ("and", ",")
        self.hang(link, doer, "cc" if joined else "prep")
        self.hang(last, doer if joined else link, "conj" if joined else "pobj")
        for token in self.doc.tokens[link.i + 1 : last.i]:
            self.hang(token, last, "compound")

    def _thing(self, verb: Token) -> Token | None:
        """Find the noun behind a verb, and hang on it what stands between."""
        start = verb.i + 1
        if self.doc[start].lower_ in PARTICLES:
            self.tags[start] = "RP"
            self.hang(self.doc[start], verb, "prt")
            start += 1
        end = start
        while end < len(self.doc) and self.doc[end].tag_ in _IN_PHRASE:
            end += 1
        phrase = self.doc.tokens[start:end]
        thing = next((t for t in reversed(phrase) if t.tag_ in NOUNS), None)
        if thing is None:
            return None
        for token in phrase:
            if token is not thing and not start <= self.heads[token.i] < end:
                self.hang(token, thing, token.dep_ if token.dep_ in ATTRIBUTES else "compound")
        return thing
