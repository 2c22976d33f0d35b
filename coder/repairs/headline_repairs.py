"""Trees of headlines that leave out that somebody "was" urged or accused: "Chad [urged] by Oslo to free monks"."""

from typing import Final

from coder.repairs.lost_verbs import looks_past
from coder.repairs.trees import NOUNS, Tree
from coder.syntax.parsed import Doc, Token

_PAST: Final = frozenset({"VBD", "VBN"})
# What the subject of an active verb has; whoever undergoes something has none of it.
_ACTIVE: Final = frozenset({"dobj", "iobj", "aux", "auxpass", "nsubjpass", "ccomp", "attr", "acomp", "dative", "expl"})
# Who is urged and who is accused must be told in a sentence that is active: without it the subject is who undergoes it.
_BIDDEN: Final = frozenset(
    """urged told ordered invited advised warned compelled forced pressed encouraged obliged allowed permitted
    sentenced""".split()
)
_BLAMED: Final = frozenset(
    """accused suspected blamed criticised criticized condemned denounced slammed blasted lambasted rebuked censured
    chided praised lauded hailed commended convicted acquitted cleared stripped deprived fined jailed arrested detained
    sanctioned suspended expelled barred banned punished penalised penalized indicted charged""".split()
)
_WHY: Final = frozenset("of over for from".split())
# What the parser takes plain verbs for.
_NO_VERBS: Final = frozenset({"IN", "JJ", "JJS", "NN", "NNS", "RB"})
_DETERMINED: Final = frozenset({"det", "poss"})


def headline(doc: Doc) -> None:
    """Mend the verb at the top of a tree: what it is, and whether its subject does or undergoes it."""
    for verb in doc.tokens:
        if verb.head is not verb:
            continue
        if verb.tag_ in _PAST:
            _undergone(doc, verb)
        elif verb.tag_ in _NO_VERBS and verb.text.islower() and not looks_past(verb.lower_):
            _acting(doc, verb)


def _acting(doc: Doc, verb: Token) -> None:
    """Mend "Peru police [arrest] editor": what has a subject and an object is a verb, whatever its tag."""
    before = [c for c in verb.children if c.i < verb.i]
    if len(before) != 1 or before[0].dep_ != "nsubj" or all(c.dep_ != "dobj" for c in verb.children):
        return
    tree = Tree(doc)
    tree.tags[verb.i] = "VBP"
    tree.written()


def _undergone(doc: Doc, verb: Token) -> None:
    """Mend "Chad [accused] of spying", where the parser took who is accused for who accuses."""
    doer = None
    for child in verb.children:
        if child.dep_ == "nsubj" and child.i < verb.i and doer is None:
            doer = child
        elif child.dep_ in _ACTIVE or child.dep_ == "nsubj":
            return
    if doer is None or not (_is_done_by(verb) or _lacks_object(doc, verb)):
        return
    if any(c.dep_ in _DETERMINED and c.tag_ != "POS" and c.text.islower() for c in doer.children):
        return
    tree = Tree(doc)
    tree.hang(doer, verb, "nsubjpass")
    tree.tags[verb.i] = "VBN"
    tree.written()


def _is_done_by(verb: Token) -> bool:
    """Tell whether it is said who did it: "beaten by police", not "fell by ten"."""
    return any(
        c.dep_ == "agent" and any(doer.dep_ == "pobj" and doer.tag_ in NOUNS for doer in c.children)
        for c in verb.children
    )


def _lacks_object(doc: Doc, verb: Token) -> bool:
    """Tell whether a verb stands without the object that it would have if its subject did it."""
    behind = doc[verb.i + 1].lower_ if verb.i + 1 < len(doc) else "."
    return (verb.lower_ in _BIDDEN and behind == "to") or (verb.lower_ in _BLAMED and behind in _WHY)
