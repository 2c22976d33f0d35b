"""Trees in which the parser attached a clause or a name to the wrong word: a noun or a verb beside its own."""

from typing import Final

from coder.repairs.trees import NAMES, NOUNS, Tree
from coder.syntax.grammar_words import DAYS
from coder.syntax.parsed import Doc, Token

_SINGULAR_NOUNS: Final = frozenset({"NN", "NNP"})
_SINGULAR: Final = frozenset("is was has does 's".split())
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_JOINED: Final = _SUBJECTS | {"dobj", "conj"}
_WHERE: Final = frozenset("in at near across from of outside inside throughout".split())
_CLAIMING: Final = frozenset(
    """believe believes believed think thinks thought say says said claim claims claimed allege alleges alleged argue
    argues argued assert asserts asserted insist insists insisted maintain maintains contend contends""".split()
)
_BIDDING: Final = frozenset(
    """ask asked asks advise advised authorise authorised authorize authorized beg begged command commanded direct
    directed directs instruct instructed instructs invite invited order ordered orders tell tells told urge urged urges
    warned""".split()
)
_SHARING: Final = frozenset(
    """share shared shares sharing exchange exchanged exchanges exchanging coordinate coordinated coordinates
    coordinating swap swapped swaps swapping barter bartered barters bartering trade traded trades trading""".split()
)
_PARTING: Final = frozenset({"of", "on", "about", "for"})
# What is itself with somebody: "shared details of its talks with Peru".
_TIES: Final = frozenset(
    """accord agreement border clashes contact contacts cooperation deal dealings dialogue dispute fight fighting
    friendship link links meeting meetings negotiations pact peace relations relationship row struggle talks tie ties
    trade treaty war""".split()
)
# Beginnings of verbs behind which "over" tells what a quarrel is about.
DISPUTING: Final = ("strik", "struck", "protest", "march", "rall", "demonstrat", "clash", "fight", "fought", "quarrel")


UNCHOSEN: Final = ("choice", "option", "alternative")


def over(doc: Doc, particle: Token) -> None:
    """Mend "unions will strike [over] reform": nothing is struck over, it is what the strike is about."""
    matter = next((c for c in particle.head.children if c.dep_ == "dobj" and c.i > particle.i), None)
    if matter is None:
        return
    tree = Tree(doc)
    tree.tags[particle.i] = "IN"
    tree.hang(particle, particle.head, "prep")
    tree.hang(matter, particle, "pobj")
    tree.written()


def relative(doc: Doc, clause: Token) -> None:
    """Mend "countries like Chad, which [is] fighting rebels": a singular verb tells of the singular noun beside it."""
    which = next((c for c in clause.children if c.tag_ == "WDT" and c.dep_ in _SUBJECTS), None)
    finite = [clause, *(c for c in clause.children if c.dep_ in ("aux", "auxpass"))]
    if which is None or clause.head.tag_ not in ("NNS", "NNPS") or not any(t.lower_ in _SINGULAR for t in finite):
        return
    near = doc[which.i - 1]
    near = doc[which.i - 2] if near.text == "," else near
    if near.tag_ not in _SINGULAR_NOUNS or clause.head.i not in (a.i for a in near.ancestors):
        return
    tree = Tree(doc)
    tree.hang(clause, near, "relcl")
    tree.written()


def people_in(doc: Doc, clause: Token) -> None:
    """Mend "soldiers in Niger, who [toppled] him": people are who, lands are not."""
    place, who = clause.head, next((c for c in clause.children if c.tag_ == "WP" and c.dep_ in _SUBJECTS), None)
    if who is None or place.dep_ != "pobj" or place.head.lower_ not in _WHERE or place.tag_ not in NAMES:
        return
    people, phrase = None, place
    while phrase.dep_ == "pobj" and phrase.head.lower_ in _WHERE:
        phrase = phrase.head.head
        people = phrase if phrase.tag_ in ("NNS", "NNPS") and phrase.i < place.i else people
    if people is None:
        return
    tree = Tree(doc)
    tree.hang(clause, people, "relcl")
    tree.written()


def claimed(doc: Doc, doer: Token) -> None:
    """Mend "believes [rebels], waging a war, get money": nobody believes rebels, what they do is believed."""
    verb = doer.head
    if verb.lower_ not in _CLAIMING or doer.right_edge.i + 2 >= len(doc) or doc[doer.right_edge.i + 1].text != ",":
        return
    doing = doc[doer.right_edge.i + 2]
    if doing.tag_ != "VBG" or doing.dep_ != "advcl" or doing.head.i != verb.i:
        return
    done = [c for c in doing.children if c.dep_ == "conj" and c.tag_ in ("VB", "VBP", "VBZ", "VBD")]
    tree = Tree(doc)
    tree.hang(doing, doer, "acl")
    if done:
        tree.hang(done[0], verb, "ccomp")
        tree.hang(doer, done[0], "nsubj")
    tree.written()


def lasting(doc: Doc, time: Token) -> None:
    """Mend "they met a short [while] before the vote": nobody meets a while."""
    tree = Tree(doc)
    tree.hang(time, time.head, "npadvmod")
    tree.written()


def besides(doc: Doc, well: Token) -> None:
    """Mend "Chad as [well] as Peru accused Togo": who is joined so has no verb of his own."""
    if not 1 < well.i < len(doc) - 2 or doc[well.i - 1].lower_ != "as" or doc[well.i + 1].lower_ != "as":
        return
    first, second = doc[well.i - 2], doc[well.i + 2]
    while second.head.i > second.i and second.head.tag_ in NOUNS:
        second = second.head
    if first.tag_ not in NOUNS or second.tag_ not in NOUNS or second.dep_ not in ("nsubj", "nsubjpass"):
        return
    verb, tree = second.head, Tree(doc)
    if first.dep_ == "ROOT" and verb.head.i == first.i:
        tree.hang(verb, verb, "ROOT")
        tree.hang(first, verb, second.dep_)
    elif all(c.dep_ != second.dep_ or c.i > first.i for c in verb.children):
        return
    tree.hang(second, first, "conj")
    tree.written()


def gapped(doc: Doc, name: Token) -> None:
    """Mend "the sanctions [Chad] imposed on Peru": a name between a noun and a past verb is the verb's doer."""
    noun, verb = name.head, doc[name.i + 1] if name.i + 1 < len(doc) else name
    if name.tag_ != "NNP" or noun.tag_ not in ("NN", "NNS") or noun.i + 1 != name.i:
        return
    if verb.dep_ != "acl" or verb.head.i != noun.i or verb.tag_ not in ("VBD", "VBN"):
        return
    if any(c.dep_ in ("agent", "dobj") for c in verb.children) or all(c.dep_ != "det" for c in noun.children):
        return
    Tree(doc).made_relative(verb, name, noun)


def apposed(doc: Doc, name: Token) -> None:
    """Mend "between A and the rival of B, the [C party]": a name behind the last of two says who that is."""
    first = name.head
    joined = [c for c in first.children if c.dep_ == "conj" and first.i < c.i < name.i]
    ands = [c.i for c in first.children if c.dep_ == "cc"]
    if len(joined) != 1 or len(ands) != 1 or ands[0] > joined[0].i or joined[0].right_edge.i + 1 >= len(doc):
        return
    if joined[0].tag_ not in ("NN", "NNS") or name.tag_ not in NAMES or doc[name.left_edge.i - 1].text != ",":
        return
    tree = Tree(doc)
    tree.hang(name, joined[0], "appos")
    tree.written()


def echoed(doc: Doc, again: Token) -> None:
    """Mend "blame for attacks on A and [on] B": a preposition that is said again is joined with itself."""
    before = [t for t in doc.tokens[again.head.i + 1 : again.i] if t.dep_ == "prep" and t.lower_ == again.lower_]
    if not before or again.head.tag_ != "IN" or again.head.lower_ == again.lower_:
        return
    tree = Tree(doc)
    tree.hang(again, before[-1], "conj")
    tree.written()


def joined_object(doc: Doc, noun: Token) -> None:
    """Mend "outlawed the A party (A) and [the B party]": a noun joined with a verb is joined with its object."""
    verb = noun.head
    things = [c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < noun.i]
    ands = [c for c in verb.children if c.dep_ == "cc" and things and things[-1].i < c.i < noun.i]
    if not ands or things[-1].right_edge.i != ands[-1].i - 1 or ands[-1].i != noun.left_edge.i - 1:
        return
    tree = Tree(doc)
    tree.hang(noun, things[-1], "conj")
    tree.hang(ands[-1], things[-1], "cc")
    for clause in noun.children:  # ", forcing them out": those who outlawed them do
        if clause.dep_ == "acl" and clause.tag_ == "VBG" and doc[clause.left_edge.i - 1].text == ",":
            tree.hang(clause, verb, "advcl")
    tree.written()


def coordinated(doc: Doc, verb: Token) -> None:
    """Mend "we will press on until it frees them and [ends] the war": what ends is joined with what frees."""
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return
    between = doc.tokens[verb.head.i + 1 : verb.i]
    likely = [t for t in between if t.tag_ == "VBZ" and t.dep_ in ("advcl", "relcl", "ccomp")]
    if not likely:
        return
    tree = Tree(doc)
    tree.hang(verb, likely[-1], "conj")
    tree.written()


def unchosen(doc: Doc, verb: Token) -> None:
    """Mend "had no choice but to [go]", where going seemed to be joined with having."""
    choice, but, to = doc.tokens[verb.i - 3 : verb.i] if verb.i >= len(UNCHOSEN) else (verb, verb, verb)
    if to.lower_ != "to" or but.lower_ != "but" or choice.lower_ not in UNCHOSEN or choice.dep_ not in ("dobj", "pobj"):
        return
    tree = Tree(doc)
    tree.hang(but, choice, "prep")
    tree.hang(verb, but, "pcomp")
    tree.written()


def limited(doc: Doc, until: Token) -> None:
    """Mend "gave him [until] March to raise pay": the day belongs to the giving, not to the raising."""
    verb = until.head
    if verb.tag_ != "VB" or verb.i == verb.head.i or not any(c.dep_ == "pobj" for c in until.children):
        return
    tree = Tree(doc)
    tree.hang(until, verb.head, "prep")
    tree.written()


def bidden(doc: Doc, act: Token) -> None:
    """Mend "told the ministry on Friday [to trace] them": the day parts nobody from what he is told to do."""
    verb, start = act.head, act.left_edge
    if (
        verb.lower_ not in _BIDDING
        or start.lower_ != "to"
        or start.head is not act
        or doc[start.i - 1].lower_ not in DAYS
    ):
        return
    if not any(c.dep_ == "dobj" and c.i < start.i for c in verb.children):
        return
    tree = Tree(doc)
    tree.hang(act, verb, "xcomp")
    tree.written()


def joined_by(doc: Doc, together: Token) -> None:
    """Mend "Chad [together] with Peru dug a canal": who stands so is a second doer, or thing."""
    beside = doc[together.i + 1] if together.i + 1 < len(doc) else together
    second = next((c for c in beside.children if c.dep_ == "pobj"), None)
    if beside.lower_ != "with" or second is None or second.tag_ not in NOUNS:
        return
    first = beside.head if together.head is beside else together.head
    if first.tag_.startswith("VB") and together.i < first.i:
        first = next((c for c in first.children if c.dep_ in _SUBJECTS and c.i < together.i), first)
    if first.tag_ not in NOUNS or first.dep_ not in _JOINED or first.i > together.i:
        return
    tree = Tree(doc)
    tree.hang(second, first, "conj")
    tree.hang(beside, second, "dep")
    tree.written()


def shared_with(doc: Doc, beside: Token) -> None:
    """Mend "shared pictures of two smugglers [with] Peru": what is shared is shared with somebody."""
    near = beside.head
    top = near
    while top.dep_ == "pobj" and top.head.lower_ in _PARTING and top.head.dep_ == "prep":
        top = top.head.head
    if top.tag_.startswith("VB"):  # "swapped sand for water with Peru"
        top = next((c for c in top.children if c.dep_ == "dobj"), near)
    verb = top.head
    if near.lower_ in ("views", "opinions", "ideas") and near.head.head.lower_ in ("exchange", "exchanges"):
        tree = Tree(doc)  # "held an exchange of views [with] Peru"
        tree.hang(beside, near.head.head, "prep")
        tree.written()
        return
    if top is near or top.dep_ != "dobj" or verb.lower_ not in _SHARING or near.lower_ in _TIES:
        return
    if any(c.lower_ == "with" for c in verb.children):
        return
    tree = Tree(doc)
    tree.hang(beside, verb, "prep")
    tree.written()


def two_bodies(doc: Doc, first: Token) -> None:
    """Mend "Mali's [government] and Azawad rebels": two that talk, not one people of a government and a land."""
    last = first.head
    name = next((c for c in first.children if c.dep_ == "conj" and c.i == last.i - 1), None)
    owners = [c for t in (first, last) for c in t.children if c.dep_ == "poss" and c.i < first.i]
    if name is None or not owners or last.tag_ != "NNS" or not (name.tag_ == "NNP" or name.is_upper):
        return
    tree = Tree(doc)
    tree.put(first, last)
    tree.hang(last, first, "conj")
    tree.hang(name, last, "compound")
    tree.hang(owners[0], first, "poss")
    tree.written()
