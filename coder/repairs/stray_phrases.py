"""Phrases that the parser hung on the words between them and their own: behind an aside, a time, a doer."""

from typing import Final

from coder.repairs.trees import NAMES, NOUNS, Tree
from coder.syntax.grammar_words import DAYS
from coder.syntax.parsed import Doc, Token

STRAYING: Final = frozenset(("against", "between", "on", "at", "with"))
# What an act is of, on or for, also behind its doer: "a call by Chad [on] Togo"; not "by troops from Togo".
BEHIND_DOER: Final = frozenset(("of", "on", "for", "against", "to", "into", "over", "about", "with"))
# Doers that are not of anything: "the arrest by Kenyan police [of] two priests"; not "by members of a gang".
_DOERS: Final = frozenset(
    """police troops soldiers forces army navy rebels guerrillas militants gunmen militiamen insurgents kidnappers
    government authorities court parliament senate lawmakers prosecutors customs agents commandos paramilitaries
    officers fighters bandits pirates marines jets warplanes aircraft""".split()
)
# Bodies whose name goes on behind such a word: "the Organization [for] Security", "Doctors [of] the World".
_BODIES: Final = frozenset(
    """agency alliance association authority bank board bureau campaign centre center coalition commission commissioner
    committee conference congress convention council department doctors federation forum foundation front fund group
    institute league ministry minister mission movement network office organisation organization party programme
    program project reporters secretary service society tribunal union university witness""".split()
)
_TIMES: Final = frozenset("day days week weeks hour hours night month months year years time".split())
# What is done with things at somebody: "hurled bottles [at] police".
_HURLING: Final = frozenset(
    """hurl hurls hurled hurling throw throws threw thrown throwing lob lobs lobbed lobbing fling flings flung flinging
    toss tosses tossed tossing chuck chucked fire fires fired firing shoot shoots shot shooting launch launched
    launching aim aims aimed aiming point points pointed pointing""".split()
)
_ACTIVE: Final = frozenset({"VBD", "VBN", "VBP", "VBZ"})


def hurled(doc: Doc, prep: Token) -> None:
    """Mend "hurled bottles [at] police", where the bottles seemed to be at the police."""
    thing = prep.head
    if prep.lower_ != "at" or thing.dep_ != "dobj" or thing.head.lower_ not in _HURLING or thing.head.i > thing.i:
        return
    tree = Tree(doc)
    tree.hang(prep, thing.head, "prep")
    tree.written()


def behind_aside(doc: Doc, prep: Token) -> None:
    """Mend "carried out strikes, made up of sorties, [against] the town": an aside ends with its comma."""
    aside = prep.head
    while aside.tag_ not in ("VBN", "VBG") and aside.head.i != aside.i:
        aside = aside.head
    start = aside.left_edge.i
    if aside.tag_ not in ("VBN", "VBG") or start <= 1 or aside.i > prep.i or doc[start - 1].text != ",":
        return
    if any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "cc", "mark") for c in aside.children):
        return
    before = doc[start - 2]
    if before.tag_ not in ("NN", "NNS") or aside.head.i not in (before.i, before.head.i):
        return
    tree = Tree(doc)
    tree.hang(prep, before, "prep")
    tree.written()


def behind_time(doc: Doc, prep: Token) -> None:
    """Mend "broke out for a third day [between] rebels and the army": a day is between nobody."""
    time = prep.head
    if time.dep_ == "pobj":
        above = time.head.head
    elif time.dep_ == "npadvmod":
        above = time.head
    else:
        return
    if time.lower_ not in _TIMES or not (above.tag_.startswith("VB") or above.tag_ in NOUNS):
        return
    tree = Tree(doc)
    tree.hang(prep, above, "prep")
    tree.written()


def behind_deed(doc: Doc, by: Token) -> None:
    """Mend "condemned the jailing of two priests [by] a Chadian court": what has a doer is not done by another."""
    verb = by.head
    helpers = {c.dep_ for c in verb.children}
    if not verb.tag_.startswith("VB") or verb.i > by.i or "nsubj" not in helpers or "auxpass" in helpers:
        return
    doer = next((c for c in by.children if c.dep_ == "pobj"), None)
    named = (t for t in doc.tokens[by.i + 1 : doer.i + 1] if t.text[:1].isupper()) if doer is not None else ()
    if doer is None or all(t.lower_ in DAYS for t in named):
        return
    climb = doc[by.i - 1]
    while climb.i > verb.i and not _names_deed(climb):
        climb = climb.head
    deed = climb if climb.dep_ == "pobj" else climb.head
    if verb.i < deed.i < by.i:
        tree = Tree(doc)
        tree.hang(by, deed, "prep")
        tree.written()


def _names_deed(token: Token) -> bool:
    """Tell whether a word is the "of" behind a deed, or the deed that an inquiry is about: "looked into fraud by"."""
    if token.dep_ == "pobj":
        return token.head.lower_ == "into" and token.tag_ in NOUNS
    return token.dep_ == "prep" and token.lower_ == "of" and token.head.tag_ in NOUNS


def behind_doer(doc: Doc, prep: Token) -> None:
    """Mend "a call by Chad [on] Togo to withdraw": a noun tells behind its doer what it is of, on or for."""
    doer = prep.head
    by = doer.head
    deed = by.head
    behind = doer.dep_ == "pobj" and by.lower_ == "by" and by.dep_ == "prep" and deed.i < by.i < doer.i < prep.i
    if not behind or deed.tag_ not in ("NN", "NNS") or doc[prep.i - 1].text == ",":
        return
    thing = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if thing is None or any(c.lower_ == prep.lower_ and c.dep_ == "prep" for c in deed.children):
        return
    if not (doer.tag_ in NAMES or doer.lower_ in _DOERS) or (prep.lower_ == "of" and _owns(thing, doer)):
        return
    if any(t.lower_ in _BODIES for t in doc.tokens[by.i + 1 : prep.i]) and thing.tag_ in NAMES:
        return
    tree = Tree(doc)
    tree.hang(prep, deed, "prep")
    tree.written()


def _owns(thing: Token, doer: Token) -> bool:
    """Whether somebody may be of what stands behind him: "by police of Lima", "by rebels of the Front"."""
    parts = {c.dep_: c for c in thing.children}
    if thing.tag_ in NAMES:
        return True
    if "det" in parts:
        return parts["det"].lower_ == "the" and doer.tag_ not in NAMES
    return not ("poss" in parts or "nummod" in parts or doer.tag_ in NAMES or thing.tag_ == "NNS")


def parted_doer(doc: Doc, by: Token) -> None:
    """Mend "the rejection by [Chad of Togo's] plea": the plea rejects nothing, Chad does."""
    deed, thing = by.head, next((c for c in by.children if c.dep_ == "pobj"), None)
    if thing is None or deed.tag_ not in ("NN", "NNS") or by.dep_ != "prep" or deed.i > by.i:
        return
    doer = next((c for c in thing.children if c.i == by.i + 1 and c.tag_ == "NNP"), None)
    prep = next((c for c in doer.children if c.dep_ == "prep"), None) if doer is not None else None
    if doer is None or prep is None or prep.i != doer.i + 1 or prep.lower_ != "of" or thing.i < prep.i:
        return
    owner = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if owner is None or all(c.dep_ != "case" for c in owner.children):
        return
    tree = Tree(doc)
    tree.hang(doer, by, "pobj")
    tree.hang(prep, deed, "prep")
    tree.hang(thing, prep, "pobj")
    tree.hang(owner, thing, "poss")
    for child in thing.children:
        if by.i < child.i < thing.i and child.i != doer.i:
            tree.hang(child, thing, child.dep_)
    tree.written()


def interrupted(doc: Doc, noun: Token) -> None:
    """Mend "has blamed, at one time or another, [smugglers]": a verb takes its object behind an aside as well."""
    verb, start = noun.head, noun.left_edge.i
    start += doc[start].text == ","  # the parser hangs the aside's comma on the noun
    if verb.tag_ not in _ACTIVE or verb.i + 1 >= start or doc[verb.i + 1].text != "," or doc[start - 1].text != ",":
        return
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "auxpass", "attr", "acomp") for c in verb.children):
        return
    tree = Tree(doc)
    tree.hang(noun, verb, "dobj")
    tree.written()
