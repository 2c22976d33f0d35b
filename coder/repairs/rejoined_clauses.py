"""Clauses that were joined with the wrong verb: "said that talks had failed, and [accused] India"."""

from typing import Final

from coder.repairs.trees import Tree
from coder.syntax.clauses import WHOM, doer_meant
from coder.syntax.parsed import Doc, Token

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_FINITE_PAST: Final = frozenset({"VBD", "VBN", "VBZ"})
_HUNG: Final = frozenset({"advcl", "conj", "dep", "ccomp"})
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


def told_apart(doc: Doc, clause: Token) -> None:
    """Mend a sentence of two clauses, of which one seemed to be the content of the other."""
    if clause.dep_ == "ROOT":
        _inserted(doc, clause)
    elif clause.i < clause.head.i:
        _told_first(doc, clause)


def _told_first(doc: Doc, clause: Token) -> None:
    """Mend what seems the content of a verb behind it: "Peru [shut] its port: the storm was expected to hit it"."""
    verb = clause.head
    if any(t.text == ":" for t in doc.tokens[clause.i + 1 : verb.i]):
        tree = Tree(doc)
        tree.hang(clause, verb, "parataxis")
        tree.written()
        return
    _two_contents(doc, clause)


def _inserted(doc: Doc, verb: Token) -> None:
    """Mend "Peru, it [was announced] on Monday, has shut its port", where the aside seemed to be what is told."""
    it = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if verb.tag_ not in _FINITE_PAST or it is None or it.lower_ != "it" or it.i < 2 or doc[it.i - 1].text != ",":  # noqa: PLR2004 (a name and a comma)
        return
    doer = next((c for c in verb.children if c.right_edge.i == it.i - 2 and c.tag_.startswith("N")), None)
    told = next((c for c in verb.children if c.i > verb.i and c.tag_ in _FINITE_PAST and c.dep_ in _HUNG), None)
    if doer is None or told is None or any(c.dep_ in _SUBJECTS or c.dep_ == "mark" for c in told.children):
        return
    if doc[told.left_edge.i - 1].text != ",":
        return
    tree = Tree(doc)
    tree.put(told, verb)
    tree.hang(verb, told, "parataxis")
    tree.hang(doer, told, "nsubj")
    tree.written()


def _two_contents(doc: Doc, second: Token) -> None:
    """Mend "one was killed and ten [were hurt], police said", where police seemed to say two things."""
    verb = second.head
    first = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < second.i), None)
    joint = first is not None and any(c.dep_ == "cc" and first.i < c.i < second.i for c in first.children)
    if first is None or not joint or second.i > verb.i:
        return
    tree = Tree(doc)
    tree.hang(second, first, "conj")
    tree.written()
