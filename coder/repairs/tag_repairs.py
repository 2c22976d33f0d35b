"""Trees in which a word got a wrong tag, and the parser followed it: a verb read as a noun, "near" as a name."""

from typing import Final

from coder.repairs.lost_verbs import STRONG
from coder.repairs.trees import ATTRIBUTES, NOUNS, Tree
from coder.syntax.grammar_words import FINITE
from coder.syntax.parsed import Doc, Token

# Past forms that are never nouns, whatever stands before them.
NEVER_NOUNS: Final = (STRONG | {"decreed"}) - {"shot", "rose", "drove"}
# Participles that say nothing of whoever stands before them: "the duties Mr. Reagan imposed".
IMPOSED: Final = frozenset(
    "announced imposed introduced launched levied negotiated ordered proposed shipped signed sold".split()
)
# Infinitives that the tagger takes for nouns or adjectives before a plural: "told him to free hostages".
INFINITIVES: Final = frozenset("jail free halt arrest release ban disarm curb stop return contest limit end".split())
# What is said by those who want them done.
_ORDERING: Final = frozenset(
    "told tell tells telling ordered orders order ordering urged urges urging asked asks asking".split()
)
ARMS: Final = frozenset("rockets missiles shells mortars bombs drones tanks jets warplanes gunboats".split())
_STRUCK: Final = frozenset("victims survivors refugees evacuees families villagers areas regions zones".split())
COINS: Final = frozenset({"pence"})
_CLAUSES: Final = frozenset({"relcl", "advcl", "ccomp"})
_ARGUMENTS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT"})


def near(doc: Doc, word: Token) -> None:
    """Mend "[Near] Kirkuk, two strikes hit …": the preposition was read as part of a name, the name as a subject."""
    name = word.head
    if word.dep_ != "compound" or name.i + 1 >= len(doc) or doc[name.i + 1].text != "," or name.head.i == name.i:
        return
    tree = Tree(doc)
    tree.tags[word.i] = "IN"
    tree.hang(word, name.head, "prep")
    tree.hang(name, word, "pobj")
    tree.written()


def surname(doc: Doc, name: Token) -> None:
    """Mend "[Pence] met the king": a name in capitals that was read as small coins."""
    if name.tag_ != "NNS" or not name.text.istitle():
        return
    tree = Tree(doc)
    tree.tags[name.i] = "NNP"
    tree.written()


def relative_that(doc: Doc, that: Token) -> None:
    """Mend "the inquiry [that] Chad opened": what stands for the inquiry was tagged as a conjunction.

    Where it is what is done with the noun before, the clause says which one is meant: "the plan that Chad put forward".
    """
    clause = that.head
    if clause.dep_ not in ("relcl", "acl") or that.dep_ not in _ARGUMENTS or that.i > clause.i:
        return
    if clause.dep_ == "relcl" and that.tag_ != "IN":
        return
    tree = Tree(doc)
    tree.tags[that.i] = "WDT"
    tree.hang(clause, clause.head, "relcl")
    tree.written()


def plural(doc: Doc, thing: Token) -> None:
    """Mend "[Rockets] were fired at …": what opens the sentence was read as a name."""
    tree = Tree(doc)
    tree.tags[thing.i] = "NNS"
    tree.written()


def aged(doc: Doc, old: Token) -> None:
    """Mend "arrested a [26-year-old]": an adjective that stands where only a noun can is one."""
    year = doc[max(old.i - 2, 0)].lower_ == "year"
    if not year or old.tag_ != "JJ" or old.dep_ not in _ARGUMENTS:
        return
    tree = Tree(doc)
    tree.tags[old.i] = "NN"
    tree.written()


def soon(doc: Doc, about: Token) -> None:
    """Mend "is [about] to leave": what has an infinitive below it is an adjective, no preposition."""
    if about.dep_ != "acomp" or about.tag_ != "IN" or all(c.dep_ != "xcomp" for c in about.children):
        return
    tree = Tree(doc)
    tree.tags[about.i] = "JJ"
    tree.written()


def opposed(doc: Doc, against: Token) -> None:
    """Mend "is [opposed] to the plan", where somebody seemed to oppose the one who is against it."""
    being = next((c for c in against.children if c.dep_ == "auxpass"), None)
    if being is None or against.tag_ != "VBN" or doc[min(against.i + 1, len(doc) - 1)].lower_ != "to":
        return
    tree = Tree(doc)
    tree.put(being, against)
    tree.tags[against.i] = "JJ"
    for child in against.children:
        if child is not being and (child.i < being.i or child.dep_ in ("punct", "advcl", "ccomp", "conj", "cc")):
            tree.hang(child, being, "nsubj" if child.dep_ == "nsubjpass" else child.dep_)
    tree.hang(against, being, "acomp")
    tree.written()


def past(doc: Doc, verb: Token) -> None:
    """Mend "the army [retook] Timbuktu", where the verb was read as a noun of the name behind it."""
    doer = doc[verb.i - 1]
    thing = verb.head if verb.dep_ in ATTRIBUTES and verb.head.i > verb.i else None
    if doer.head.i not in (verb.i, verb.head.i) or doer.dep_ not in ATTRIBUTES:
        return
    tree = Tree(doc)
    tree.make_verb(verb, thing or verb)
    for child in [*verb.children, *(thing.children if thing else ())]:
        if child.i < doer.i and child.dep_ in ATTRIBUTES:
            tree.hang(child, doer, child.dep_)
        elif thing and child.i < doer.i:
            tree.hang(child, verb, child.dep_)
    tree.hang(doer, verb, "nsubj")
    if thing:
        tree.hang(thing, verb, "dobj")
    tree.written()


def doing(doc: Doc, verb: Token) -> None:
    """Mend "rebels who in May [overran] Timbuktu", where the verb of a clause was tagged as a noun."""
    if verb.dep_ in _CLAUSES and any(c.dep_ == "nsubj" for c in verb.children):
        tree = Tree(doc)
        tree.tags[verb.i] = "VBD"
        tree.written()


def contact(doc: Doc, verb: Token) -> None:
    """Mend "the duties Mr. Reagan [imposed] on wine are high": two nouns, and what the second did to the first."""
    doer = verb.head
    thing = doc[doer.left_edge.i - 1] if doer.left_edge.i else doer
    beside = thing.i in (doer.head.i, doer.i) or thing.head.i == doer.head.i
    if doer.tag_ not in {"NNP", "NNPS"} or verb.i != doer.i + 1 or thing.tag_ not in {"NN", "NNS"} or not beside:
        return
    Tree(doc).made_relative(verb, doer, thing)


def infinitive(doc: Doc, verb: Token) -> None:
    """Mend "told him to [jail] extremists": a verb behind "to" was read as saying what kind of extremists."""
    thing, to = verb.head, doc[verb.i - 1]
    above = next((a for a in to.ancestors if a.tag_.startswith("VB")), None)
    behind = thing.head.i == to.i or to.head.i == verb.i
    if to.lower_ != "to" or not behind or thing.tag_ != "NNS" or above is None:
        return
    if above.lower_ not in _ORDERING:
        return  # "committed to free elections"
    tree = Tree(doc)
    tree.tags[verb.i], tree.tags[to.i] = "VB", "TO"
    tree.hang(verb, above, "xcomp")
    tree.hang(to, verb, "aux")
    tree.hang(thing, verb, "dobj")
    tree.written()


def behind_to(doc: Doc, verb: Token) -> None:
    """Mend "offered to [host] talks", where the verb of an infinitive was read as a noun."""
    to = doc[verb.i - 1]
    if to.dep_ == "aux" and to.head.i == verb.i:
        tree = Tree(doc)
        tree.tags[verb.i], tree.tags[to.i] = "VB", "TO"
        tree.written()


def noun_adjective(doc: Doc, noun: Token) -> None:
    """Mend "a regime [offensive] on the town": an adjective with a noun for its subject is the noun that it ends."""
    kind = doc[noun.i - 1]
    if kind.head.i != noun.i or kind.dep_ != "nsubj" or kind.tag_ not in NOUNS:
        return
    tree = Tree(doc)
    tree.tags[noun.i] = "NN"
    tree.hang(kind, noun, "compound")
    for child in kind.children:
        if child.i < kind.i and child.dep_ in ATTRIBUTES:
            tree.hang(child, noun, child.dep_)
    tree.written()


def handed_over(doc: Doc, over: Token) -> None:
    """Mend "handed [over] 12 men": nobody hands more than 12, he hands them over."""
    verb = doc[over.i - 1]
    if over.dep_ != "quantmod" or not verb.lower_.startswith("hand") or not verb.tag_.startswith("VB"):
        return
    tree = Tree(doc)
    tree.tags[over.i] = "RP"
    tree.hang(over, verb, "prt")
    tree.written()


def thanking(doc: Doc, verb: Token) -> None:
    """Mend "Kenya [thanks] Sudan", where the verb of a headline was read as a plural."""
    before = [c for c in verb.children if c.i == verb.i - 1 and c.tag_ in ("NNP", "NNPS", "NNS", "NN")]
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ in ("npadvmod", "dobj", "appos", "dep")]
    told = any(t.tag_ in FINITE and t.dep_ != "relcl" for t in doc.tokens)
    if verb.head.i != verb.i or not before or not behind or told:
        return
    tree = Tree(doc)
    tree.tags[verb.i] = "VBZ"
    tree.name(before[0], verb)
    tree.hang(before[0], verb, "nsubj")
    tree.hang(behind[0], verb, "dobj")
    tree.written()


def first_name(doc: Doc, first: Token) -> None:
    """Mend "accused President [Barack] Obama": a first name that was read as a preposition belongs to the last one."""
    last = next((c for c in first.children if c.dep_ == "pobj" and c.tag_ in NOUNS), None)
    title = doc[first.i - 1] if first.i else first
    beside = first.head.i in (title.head.i, title.i)
    if last is None or title.tag_ not in NOUNS or not beside or title.i == title.head.i:
        return
    tree = Tree(doc)
    tree.hang(last, title.head, title.dep_)
    tree.hang(title, last, "compound")
    tree.hang(first, last, "compound")
    for child in (*title.children, *first.children):
        if child.i not in (first.i, last.i):
            tree.hang(child, last, child.dep_)
    tree.written()


def together(doc: Doc, face: Token) -> None:
    """Mend "met the envoy [face] to face", where they seemed to face something."""
    governor, met = face.head, next((c for c in face.children if c.dep_ == "nsubj" and c.i < face.i), None)
    idiom = [t.lower_ for t in doc.tokens[face.i + 1 : face.i + 3]] == ["to", "face"]
    if not idiom or face.dep_ != "ccomp" or met is None or governor.i > met.i:
        return
    tree = Tree(doc)
    tree.hang(met, governor, "dobj")
    tree.hang(face, governor, "advmod")
    tree.tags[face.i] = "RB"
    tree.written()


def stricken(doc: Doc, cause: Token) -> None:
    """Mend "gave boots to [quake] victims", which read as if somebody quaked: what struck them stands before them."""
    preposition = doc[cause.i - 1] if cause.i else cause
    struck = next((c for c in cause.children if c.dep_ == "dobj" and c.i == cause.i + 1), None)
    if cause.tag_ != "VB" or preposition.lower_ != "to" or struck is None or cause.head.i >= cause.i:
        return
    if struck.lower_ not in _STRUCK:
        return
    tree = Tree(doc)
    tree.tags[cause.i], tree.tags[preposition.i] = "NN", "IN"
    tree.hang(preposition, cause.head, "prep")
    tree.hang(struck, preposition, "pobj")
    for child in cause.children:
        if child.i > struck.i:
            tree.hang(child, cause.head if child.dep_ == "punct" else struck, child.dep_)
    tree.hang(cause, struck, "compound")
    tree.written()
