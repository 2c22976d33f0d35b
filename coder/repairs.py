"""Trees in which the parser took the verb of a plain sentence for an adjective: "Sweden [froze aid] to Mali".

Mended before anything is read, so that frames need not know of it. A clause whose top is a noun has lost its verb; a
past form that stands between two nouns, and that the parser hung on the second as an adjective, is that verb.
"""

import re

from spacy.tokens import Doc, Token

from coder.clause_repairs import DRESSED, disguised, headed, reported_last
from coder.joined_clauses import rejoined, renamed
from coder.phrase_repairs import agreed, apposed, claimed, visiting
from coder.subject_repairs import (
    announced,
    attributive,
    dateline,
    fronted,
    reduced,
    reported,
    second_subject,
    thanking,
    two_leaders,
)
from coder.trees import Tree

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_LIKE_PAST = frozenset({"VBD", "VBN", "JJ", "NN"})
_STRONG = frozenset(  # past forms that are never adjectives
    """froze struck shot took gave drew withdrew withheld sent met won lost held sold bought caught fought sought taught
    brought broke chose drove flew rode rose shook spoke stole swore threw tore wore wrote overran overthrew overtook
    retook began became""".split()
)
_NOT_SINGULAR = frozenset({"VB", "VBP"})
_NEVER_NOUNS = _STRONG - {"shot", "rose", "drove"}
# Plain forms that are never nouns, whatever the tagger takes them for behind "that".
_PLAIN = frozenset(
    """resign withdraw apologise apologize disarm extradite intervene secede abdicate repay disband refrain surrender
    reinstate dismiss recognise recognize""".split()
)
# Participles that say nothing of whoever stands before them: "the duties Mr. Reagan imposed".
_IMPOSED = frozenset(
    "announced imposed introduced launched levied negotiated ordered proposed shipped signed sold".split()
)
# Verbs that are ordered, which the tagger takes for nouns before a plural.
_ORDERING = frozenset(
    "told tell tells telling ordered orders order ordering urged urges urging asked asks asking".split()
)
_ORDERED = frozenset("jail free halt arrest release ban disarm curb stop return contest limit end".split())
# Beginnings of verbs behind which "over" tells what a quarrel is about.
_DISPUTING = ("strik", "struck", "protest", "march", "rall", "demonstrat", "clash", "fight", "fought", "quarrel")
# Gerunds that say what is done to the plural behind them, hardly ever which one is meant.
_GERUNDS = frozenset(
    """arming arresting assisting attacking beating bombing bribing capturing clearing detaining encircling equipping
    evacuating extorting freeing harassing imprisoning jailing kidnapping killing liberating murdering persecuting
    protecting recapturing retaking seizing shelling silencing smuggling supporting targeting threatening torturing
    trafficking training""".split()
)
_REGULAR = re.compile(r"[a-z-]+[a-z]ed")
_OPENING = 3  # words in the shortest sentence that opens with a place: "Near Kirkuk, …"
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT"})
_DEPS = frozenset({"amod", "ROOT"})
_ATTRIBUTES = frozenset({"amod", "compound", "nmod", "det", "poss", "nummod", "npadvmod"})
_ARMS = frozenset("rockets missiles shells mortars bombs drones tanks jets warplanes gunboats".split())
_JOINED = frozenset({"conj", "appos"})
_FREE = frozenset({"nsubj", "nsubjpass", "dobj"})
_HANGING = frozenset({"prep", "punct", "npadvmod", "advmod", "advcl", "cc", "conj", "relcl"})


def mended(doc: Doc) -> Doc:
    """Give a tagged and parsed Doc its verb back, where it has lost it; unchanged otherwise."""
    if len(doc) > _OPENING and doc[0].lower_ == "near" and doc[0].tag_ == "NNP":
        doc = _near(doc)
    doc = _retagged(doc)
    doc = _put_together(_with_subjects(doc))
    doc = _with_clauses(_tied(doc))
    for token in doc:
        if token.dep_ in _DEPS and token.tag_ in _LIKE_PAST and token.i and _is_past(token):
            tree = _Tree(doc)
            if tree.dead(token) or tree.verb_of_noun(token) or tree.verb_between(token):
                return tree.written()
    return doc


def _retagged(doc: Doc) -> Doc:
    """Mend what a single word's tag or place is wrong about."""
    for token in doc:
        if token.i == 0 and token.lower_ in _ARMS and token.tag_ == "NNPS":
            doc = _plural(doc, token)
        elif token.lower_ == "old":
            doc = _aged(doc, token)
        elif token.lower_ in _GERUNDS and token.dep_ in _ATTRIBUTES and _governs(token):
            doc = _gerund(doc, token)
        elif token.tag_ == "VBZ" and token.dep_ == "conj" and token.head.tag_ in _NOT_SINGULAR:
            doc = _agreeing(doc, token)
        elif token.lower_ in _NEVER_NOUNS and token.tag_ in NOUNS and token.i and doc[token.i - 1].tag_ in NOUNS:
            doc = _past_noun(doc, token)
        elif token.lower_ in _IMPOSED and token.dep_ == "acl" and token.tag_ == "VBN":
            doc = _contact(doc, token)
        elif token.lower_ in _ORDERED and token.tag_ in ("NN", "JJ") and token.dep_ in ("compound", "amod"):
            doc = _ordered(doc, token)
        elif token.lower_ in _PLAIN and token.tag_ in NOUNS:
            doc = _plain(doc, token)
    return doc


def _with_subjects(doc: Doc) -> Doc:
    """Mend what stands in a subject's place, or stands in another's."""
    for token in doc:
        if token.dep_ == "conj" and token.tag_ in NOUNS and token.head.tag_.startswith("VB"):
            doc = second_subject(doc, token)
        elif token.dep_ in _JOINED and token.tag_ in NOUNS and token.head.dep_ == "pobj":
            doc = fronted(doc, token)
        elif token.dep_ == "nsubj" and token.head.i > token.i:
            doc = reported(reduced(two_leaders(dateline(doc, token), token), token), token)
        elif token.tag_ == "VBG" and token.dep_ in ("xcomp", "pcomp"):
            doc = attributive(doc, token)
        elif token.tag_ == "VB" and token.dep_ in ("relcl", "acl", "advcl"):
            doc = announced(doc, token)
        elif token.lower_ == "thanks" and token.tag_ == "NNS":
            doc = thanking(doc, token)
    return doc


def _put_together(doc: Doc) -> Doc:
    """Mend clauses that were taken apart."""
    for token in doc:
        if token.lower_ in DRESSED and token.tag_ in ("VBN", "VBD", "VBG"):
            doc = disguised(doc, token)
        elif token.dep_ == "conj" and token.tag_ == "VBD":
            doc = headed(doc, token)
        elif token.dep_ == "acl" and token.tag_ in ("VBN", "VBD") and token.head.i == token.i - 1:
            doc = reported_last(doc, token)
    return doc


def _tied(doc: Doc) -> Doc:
    """Mend what is tied to the wrong word."""
    for token in doc:
        if token.lower_ == "visiting" and 0 < token.i < len(doc) - 1:
            doc = visiting(doc, token)
        elif token.dep_ == "prt" and token.lower_ == "over" and token.head.lower_.startswith(_DISPUTING):
            doc = _over(doc, token)
        elif token.dep_ == "relcl":
            doc = agreed(doc, token)
        elif token.dep_ == "dobj" and token.tag_ in NOUNS:
            doc = claimed(doc, token)
        elif token.dep_ in _JOINED and token.tag_ in NOUNS:
            doc = apposed(doc, token)
    return doc


def _with_clauses(doc: Doc) -> Doc:
    """Mend clauses that hang on the wrong verb."""
    for token in doc:
        if token.dep_ == "conj" and token.tag_.startswith("VB") and token.head.tag_.startswith("VB"):
            doc = rejoined(doc, token)
        elif token.lower_ == "what" and token.dep_ in _FREE and token.head.i > token.i:
            doc = renamed(doc, token)
    return doc


def _over(doc: Doc, over: Token) -> Doc:
    """Mend "unions will strike [over] reform": nothing is struck over, it is what the strike is about."""
    matter = next((c for c in over.head.children if c.dep_ == "dobj" and c.i > over.i), None)
    if matter is None:
        return doc
    tree = _Tree(doc)
    tree.tags[over.i] = "IN"
    tree.hang(over, over.head, "prep")
    tree.hang(matter, over, "pobj")
    return tree.written()


def _ordered(doc: Doc, verb: Token) -> Doc:
    """Mend "told him to [jail] extremists": a verb behind "to" was read as saying what kind of extremists."""
    thing, to = verb.head, doc[verb.i - 1]
    above = next((a for a in to.ancestors if a.tag_.startswith("VB")), None)
    if to.lower_ != "to" or thing.head.i != to.i or thing.tag_ != "NNS" or above is None:
        return doc
    if above.lower_ not in _ORDERING:
        return doc  # "committed to free elections"
    tree = _Tree(doc)
    tree.tags[verb.i], tree.tags[to.i] = "VB", "TO"
    tree.hang(verb, above, "xcomp")
    tree.hang(to, verb, "aux")
    tree.hang(thing, verb, "dobj")
    return tree.written()


def _near(doc: Doc) -> Doc:
    """Mend "[Near] Kirkuk, two strikes hit …": the preposition was read as part of a name, the name as a subject."""
    name = doc[0].head
    if doc[0].dep_ != "compound" or name.i + 1 >= len(doc) or doc[name.i + 1].text != "," or name.head.i == name.i:
        return doc
    tree = _Tree(doc)
    tree.tags[0] = "IN"
    tree.hang(doc[0], name.head, "prep")
    tree.hang(name, doc[0], "pobj")
    return tree.written()


def _plural(doc: Doc, thing: Token) -> Doc:
    """Mend "[Rockets] were fired at …": what opens the sentence was read as a name."""
    tree = _Tree(doc)
    tree.tags[thing.i] = "NNS"
    return tree.written()


def _aged(doc: Doc, old: Token) -> Doc:
    """Mend "arrested a [26-year-old]": an adjective that stands where only a noun can is one."""
    year = doc[max(old.i - 2, 0)].lower_ == "year"
    if not year or old.tag_ != "JJ" or old.dep_ not in _ARGUMENTS:
        return doc
    tree = _Tree(doc)
    tree.tags[old.i] = "NN"
    return tree.written()


def _governs(gerund: Token) -> bool:
    """Tell whether a participle right behind a preposition has taken the noun that it only seems to describe."""
    thing = gerund.head
    return thing.dep_ == "pobj" and thing.head.i == gerund.i - 1 and gerund.left_edge.i == gerund.i


def _gerund(doc: Doc, gerund: Token) -> Doc:
    """Mend "progress in [liberating] villages": the villages are freed, they are not those that free."""
    tree, thing = _Tree(doc), gerund.head
    tree.tags[gerund.i] = "VBG"
    tree.hang(gerund, thing.head, "pcomp")
    tree.hang(thing, gerund, "dobj")
    return tree.written()


def _past_noun(doc: Doc, verb: Token) -> Doc:
    """Mend "the army [retook] Timbuktu", where the verb was read as a noun of the name behind it."""
    doer = doc[verb.i - 1]
    thing = verb.head if verb.dep_ in _ATTRIBUTES and verb.head.i > verb.i else None
    if doer.head.i not in (verb.i, verb.head.i) or doer.dep_ not in _ATTRIBUTES:
        return doc
    tree = _Tree(doc)
    tree.make_verb(verb, thing or verb)
    for child in [*verb.children, *(thing.children if thing else ())]:
        if child.i < doer.i and child.dep_ in _ATTRIBUTES:
            tree.hang(child, doer, child.dep_)
        elif thing and child.i < doer.i:
            tree.hang(child, verb, child.dep_)
    tree.hang(doer, verb, "nsubj")
    if thing:
        tree.hang(thing, verb, "dobj")
    return tree.written()


def _plain(doc: Doc, verb: Token) -> Doc:
    """Mend "demanded that the governor [resign]", where the governor seemed to say what kind of thing a resign is."""
    if not any(c.dep_ == "mark" for c in verb.children):
        return doc
    tree = _Tree(doc)
    tree.tags[verb.i] = "VB"
    doer = doc[verb.i - 1]
    if doer.head.i == verb.i and doer.dep_ in _ATTRIBUTES:
        for child in verb.children:
            if child.i < doer.i and child.dep_ in _ATTRIBUTES:
                tree.hang(child, doer, child.dep_)
        tree.hang(doer, verb, "nsubj")
    return tree.written()


def _contact(doc: Doc, verb: Token) -> Doc:
    """Mend "the duties Mr. Reagan [imposed] on wine are high": two nouns, and what the second did to the first."""
    doer = verb.head
    thing = doc[doer.left_edge.i - 1] if doer.left_edge.i else doer
    beside = thing.i in (doer.head.i, doer.i) or thing.head.i == doer.head.i
    if doer.tag_ not in {"NNP", "NNPS"} or verb.i != doer.i + 1 or thing.tag_ not in {"NN", "NNS"} or not beside:
        return doc
    tree = _Tree(doc)
    tree.tags[verb.i] = "VBD"
    tree.hang(verb, thing, "relcl")
    tree.hang(doer, verb, "nsubj")
    return tree.written()


def _agreeing(doc: Doc, verb: Token) -> Doc:
    """Mend "we will press on until it frees them and [ends] the war": what ends is joined with what frees."""
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return doc
    between = doc[verb.head.i + 1 : verb.i]
    likely = [t for t in between if t.tag_ == "VBZ" and t.dep_ in ("advcl", "relcl", "ccomp")]
    if not likely:
        return doc
    tree = _Tree(doc)
    tree.hang(verb, likely[-1], "conj")
    return tree.written()


def _is_past(token: Token) -> bool:
    word = token.lower_
    return word in _STRONG or word == "dead" or bool(_REGULAR.fullmatch(word))


class _Tree(Tree):
    """A tree that finds the verb which its parser lost."""

    def dead(self, dead: Token) -> bool:
        """Mend "a sniper [shot] dead the minister", where the shot was read as a noun."""
        shot = self.doc[dead.i - 1]
        struck = [c for c in dead.children if c.dep_ == "dobj"]
        if dead.lower_ != "dead" or shot.lower_ != "shot" or not struck:
            return False
        doer = next((c for c in shot.children if c.dep_ in _ATTRIBUTES and c.i == shot.i - 1), None)
        if doer is None:
            return False
        self.make_verb(shot, dead)
        self.hang(doer, shot, "nsubj")
        self._join_left(shot, doer)
        self.hang(dead, shot, "oprd")
        for child in dead.children:
            if child.i > dead.i:
                self.hang(child, shot, child.dep_)
        return True

    def verb_of_noun(self, verb: Token) -> bool:
        """Tell that what has a subject and an object is a verb, whatever its tag: "Islamic State overran Mosul"."""
        relations = {c.dep_ for c in verb.children}
        if verb.dep_ != "ROOT" or verb.tag_ == "VBD" or not {"nsubj", "dobj"} <= relations:
            return False
        self.tags[verb.i] = "VBD"
        return True

    def verb_between(self, verb: Token) -> bool:
        """Mend "Mauritania [outlawed] slavery": the verb between two nouns of a clause that has no other."""
        thing = verb.head
        before = self.doc[verb.i - 1]
        if before.text == "-" and verb.i > 2 and self.doc[verb.i - 2].head.i == verb.i:  # noqa: PLR2004
            before = self.doc[verb.i - 3]  # "soldiers gang-raped women"
        top = _top(thing)
        named = before.tag_ in NOUNS or (before.i == 0 and before.is_title and before.tag_ == "JJ")
        if verb.dep_ != "amod" or thing.i < verb.i or top is None or _has_verb(top, verb):
            return False
        if not named and not (before.text == "," and _told_of(top, before)):
            return False
        doer = top if top.i < verb.i else _doer(verb, thing, before)
        if doer is None:
            return False
        self.make_verb(verb, top)
        for child in [c for t in {top.i: top, thing.i: thing}.values() for c in t.children]:
            self._share_out(child, verb, doer, thing)
        self.hang(doer, verb, "nsubj")
        self.hang(thing, verb, "dobj")
        if doer.tag_ not in NOUNS:
            self.tags[doer.i] = "NNP"
        self._name_left(before, doer)
        return True

    def _share_out(self, child: Token, verb: Token, doer: Token, thing: Token) -> None:
        """Hang what hung on the nouns where it belongs: before the verb on the doer, behind the object on the verb."""
        if child.i in (verb.i, doer.i, thing.i):
            return
        if child.i < verb.i and child.head.i == thing.i and child.dep_ in _ATTRIBUTES:
            self.hang(child, doer, child.dep_)
        elif child.i > thing.i and (child.dep_ == "punct" or child.head.i == doer.i) and child.dep_ in _HANGING:
            self.hang(child, verb, child.dep_)

    def make_verb(self, verb: Token, top: Token) -> None:
        """Put a verb in the place of the noun at the top of its clause."""
        root = top.head.i == top.i
        self.tags[verb.i] = "VBD"
        self.heads[verb.i], self.deps[verb.i] = (verb.i, "ROOT") if root else (top.head.i, top.dep_)

    def _join_left(self, old: Token, doer: Token) -> None:
        """Hang on the doer what stood before it on the noun that was none."""
        for child in old.children:
            if child.i < doer.i:
                self.hang(child, doer, child.dep_)

    def _name_left(self, before: Token, doer: Token) -> None:
        """Hang the name before the verb where it belongs: "hackers from [Pakistan]"."""
        if before.i == doer.i or before.head.i < before.i:
            return
        if any(c.dep_ == "cc" and c.i < before.i for c in doer.children):
            self.hang(before, doer, "conj")  # "rebels and the [SDF] traded fire"
            return
        preposition = next((t for t in reversed(list(self.doc[: before.i])) if t.dep_ == "prep"), None)
        if preposition is not None and doer.i <= preposition.i:
            self.hang(before, preposition, "pobj")


def _top(token: Token) -> Token | None:
    """Give the noun at the top of a token's clause; None where a verb stands there."""
    while token.dep_ not in ("ROOT", "ccomp", "parataxis") and token.head.i != token.i:
        token = token.head
        if token.tag_.startswith("VB") and token.dep_ != "amod":
            return None
    return token if token.tag_ in NOUNS else None


def _told_of(top: Token, comma: Token) -> bool:
    """Tell whether a comma closes a relative clause on a noun: "Fujimori, who shut Congress, [imposed] censorship"."""
    return any(c.dep_ == "relcl" and c.right_edge.i == comma.i - 1 for c in top.children)


def _has_verb(top: Token, apart: Token) -> bool:
    """Tell whether a clause has a finite verb of its own besides, not counting what a relative clause before it has."""
    aside = {t.i for c in top.children if c.dep_ == "relcl" and c.right_edge.i < apart.i for t in c.subtree}
    aside.update(c.i for c in top.children if c.dep_ == "conj" and c.i > apart.i)
    finite = (t for t in top.subtree if t.i != apart.i and t.i not in aside)
    return any(t.tag_ in {"VBZ", "VBP", "MD", "VBD"} for t in finite)


def _doer(verb: Token, thing: Token, before: Token) -> Token | None:
    """Give the noun before the verb: a subject of either, else the name right before the verb."""
    left = [c for t in (verb, thing) for c in t.children if c.i <= before.i]
    subject = next((c for c in left if c.dep_ == "nsubj"), None)
    return subject or next((c for c in left if c.i == before.i), None)
