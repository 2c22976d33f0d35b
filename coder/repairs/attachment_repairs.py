"""Trees in which the parser attached a clause or a name to the wrong word: a noun or a verb beside its own."""

from typing import Final

from coder.repairs.trees import NAMES, NOUNS, Tree
from coder.syntax.clauses import WHOM, doer_meant
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
_HELPERS: Final = frozenset({"has", "have", "had"})
_BELOW: Final = frozenset({"ccomp", "xcomp", "advcl", "acl", "conj"})
# What somebody who speaks goes on to do in words: "said that …, and accused …".
_SPEAKING: Final = frozenset(
    """accused blamed condemned criticised criticized denounced demanded threatened vowed pledged promised urged
    appealed called thanked praised welcomed apologised apologized dismissed rejected denied warned asked expressed
    offered invited announced declared""".split()
)
_TELLING: Final = frozenset(
    """said told added announced argued claimed denied insisted stated stressed declared wrote warned noted admitted
    acknowledged confirmed reported maintained reiterated explained""".split()
)
_FINDING: Final = _TELLING | frozenset("ruled found held decided decreed concluded determined".split())
# What courts and police do to him of whom they have just told something: nobody is the object of what he does himself.
_JUDGING: Final = frozenset(
    """sentenced fined jailed imprisoned convicted acquitted condemned deported expelled arrested detained released
    freed remanded banned suspended sacked dismissed executed hanged flogged extradited pardoned charged asked urged
    ordered warned told criticised criticized condemned denounced praised thanked sued accused blamed punished rebuked
    sanctioned threatened attacked bombed shelled summoned pressed begged implored recognised recognized""".split()
)
_JUDGES: Final = frozenset(
    """court tribunal judge judges jury panel magistrate magistrates police prosecutor prosecutors government ministry
    authorities parliament commission committee council army regime junta officials""".split()
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


def rejoined(doc: Doc, verb: Token) -> None:
    """Mend "marched to demand that they go, and four [were shot]": what happened is joined with what was done."""
    own = any(c.dep_ in _SUBJECTS for c in verb.children)
    above = _told(verb) if own else _judge(verb) or _speaker(verb)
    if above is None:
        return
    tree = Tree(doc)
    tree.hang(verb, above, "conj")
    for child in verb.head.children:  # "," and "and" go with it
        if child.dep_ in ("cc", "punct") and verb.head.i < child.i < verb.i:
            tree.hang(child, above, child.dep_)
    tree.written()


def _told(verb: Token) -> Token | None:
    """Give the past verb above the infinitives and wishes on which a clause with its own doer seems to hang."""
    if not _is_past(verb) or _is_finite(verb.head):
        return None
    above = verb.head
    while not _is_past(above):
        if above.dep_ not in _BELOW or not above.head.tag_.startswith("VB"):
            return None
        above = above.head
    return above


def _speaker(verb: Token) -> Token | None:
    """Give the verb of saying of "said that talks had failed, and [accused] India": who says it accuses as well."""
    content = verb.head
    while content.dep_ == "conj" and content.head.tag_.startswith("VB"):
        if _is_telling(content.head) and any(c.lower_ == "it" for c in content.children if c.dep_ == "nsubj"):
            return content.head if verb.lower_ in _SPEAKING and _is_past(verb) else None  # "but it was clear"
        content = content.head
    above = content.head
    if content.dep_ == "ccomp" and verb.tag_ == "VBN" and _is_like(above, content, verb):
        return above
    if verb.tag_ not in ("VBD", "VBN") or verb.lower_ not in _SPEAKING:
        return None
    if content.dep_ == "relcl":
        return _finder(content, verb)
    if content.dep_ != "ccomp":
        return None
    perfect = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return above if _is_telling(above) and above.i < content.i and not perfect else None


def _is_telling(verb: Token) -> bool:
    return verb.tag_ == "VBD" and verb.lower_ in _TELLING


def _judge(verb: Token) -> Token | None:
    """Give the verb of a body that judges whom it tells something of: "[ruled] that he had lied and jailed him"."""
    content, above = verb.head, verb.head.head
    if verb.lower_ not in _JUDGING or content.dep_ != "ccomp" or above.i > verb.i or above.tag_ != "VBD":
        return None
    whom = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in WHOM), None)
    if whom is None or above.lower_ not in _FINDING:
        return None
    body = whom.lower_ != "it" and any(c.dep_ == "nsubj" and c.lower_ in _JUDGES for c in above.children)
    return above if body or doer_meant(content, whom) is not None else None


def _is_like(above: Token, content: Token, verb: Token) -> bool:
    """Tell whether a verb has the helper of the one who speaks: "[has] said it will stay, and [has] refused to go"."""
    said, told, done = (
        {c.lower_ for c in v.children if c.dep_ in ("aux", "auxpass")} & _HELPERS for v in (above, content, verb)
    )
    return above.lower_ in _TELLING and above.i < content.i and bool(said) and said == done and not told


def _finder(content: Token, verb: Token) -> Token | None:
    """Give the verb above "found cases in which troops fired, and [urged] Chad …": who finds them urges as well."""
    own = any(c.dep_ in _SUBJECTS and not c.tag_.startswith("W") for c in content.children)
    parted = verb.i > 1 and verb.doc[verb.i - 2].text == "," and verb.doc[verb.i - 1].lower_ == "and"
    above = content.head.head
    if not own or not parted or content.head.dep_ != "dobj" or above.tag_ not in ("VBD", "VBN"):
        return None
    return above


def _is_past(verb: Token) -> bool:
    aux = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return any(c.tag_ == "VBD" for c in aux) or (verb.tag_ == "VBD" and not aux)


def _is_finite(verb: Token) -> bool:
    helped = any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in verb.children)
    return verb.tag_ in ("VBD", "VBZ") or helped or not verb.tag_.startswith("VB")


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
