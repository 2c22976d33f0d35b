"""Trees in which the parser hung a whole clause on the wrong verb."""

from spacy.tokens import Doc, Token

from coder.trees import Tree

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BELOW = frozenset({"ccomp", "xcomp", "advcl", "acl", "conj"})
# What somebody who speaks goes on to do in words: "said that …, and accused …".
_SPEAKING = frozenset(
    """accused blamed condemned criticised criticized denounced demanded threatened vowed pledged promised urged
    appealed called thanked praised welcomed apologised apologized dismissed rejected denied warned asked expressed
    offered invited announced declared""".split()
)
_TELLING = frozenset(
    """said told added announced argued claimed denied insisted stated stressed declared wrote warned noted admitted
    acknowledged confirmed reported maintained reiterated explained""".split()
)
# How a clause of "what" gives a thing its name: "what it called …", "what it described as …".
_NAMING = frozenset(
    """call calls called term terms termed dub dubs dubbed label labels labelled labeled brand brands branded deem deems
    deemed consider considers considered name named describe describes described characterise characterises
    characterised characterize characterizes characterized denounce denounces denounced refer refers referred portray
    portrays portrayed condemn condemns condemned depict depicts depicted""".split()
)
_BEING = frozenset("be is are was were".split())
_SEEMING = frozenset("seem seems seemed appear appears appeared believed thought".split())


def rejoined(doc: Doc, verb: Token) -> Doc:
    """Mend "marched to demand that they go, and four [were shot]": what happened is joined with what was done."""
    own = any(c.dep_ in _SUBJECTS for c in verb.children)
    above = _told(verb) if own else _speaker(verb)
    if above is None:
        return doc
    tree = Tree(doc)
    tree.hang(verb, above, "conj")
    for child in verb.head.children:  # "," and "and" go with it
        if child.dep_ in ("cc", "punct") and verb.head.i < child.i < verb.i:
            tree.hang(child, above, child.dep_)
    return tree.written()


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
        content = content.head
    above = content.head
    if verb.tag_ not in ("VBD", "VBN") or verb.lower_ not in _SPEAKING or content.dep_ != "ccomp":
        return None
    said = above.tag_ == "VBD" and above.lower_ in _TELLING and above.i < content.i
    perfect = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return above if said and not perfect else None


def _is_past(verb: Token) -> bool:
    aux = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return any(c.tag_ == "VBD" for c in aux) or (verb.tag_ == "VBD" and not aux)


def _is_finite(verb: Token) -> bool:
    helped = any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in verb.children)
    return verb.tag_ in ("VBD", "VBZ") or helped or not verb.tag_.startswith("VB")


def renamed(doc: Doc, what: Token) -> Doc:
    """Mend "struck [what it called] a Hamas base": what is struck is the base, whatever it is called."""
    top = what.head
    if top.dep_ == "ccomp" and top.head.i > what.i:
        top = top.head  # "what witnesses said was a base"
    thing = _thing(what)
    relation = {"ccomp": "dobj", "dobj": "dobj", "pcomp": "pobj"}.get(top.dep_)
    if thing is None or relation is None or top.head.i > what.i or not top.head.tag_.startswith(("VB", "IN", "TO")):
        return doc
    tree = Tree(doc)
    tree.hang(thing, top.head, relation)
    tree.hang(top, thing, "dep")
    for child in top.children:
        if child.dep_ == "prep" and child.i > thing.i:
            tree.hang(child, thing, "prep")  # "aggression in Ukraine" is there, not the calling
    return tree.written()


def _thing(what: Token) -> Token | None:
    """Give the noun that a clause of "what" stands for."""
    verb = what.head
    if verb.lower_ in _NAMING:
        named = [c for c in verb.children if c.dep_ in ("oprd", "dobj", "attr") and c.i > verb.i]
        behind = [g for c in verb.children if c.lower_ in ("as", "to") for p in (c, *c.children) for g in p.children]
        named += [g for g in behind if g.dep_ == "pobj"]
    else:
        said = verb.lower_ in _BEING and verb.head.i > what.i  # not "lost what was a safe haven"
        be = [verb] if said else list(verb.children) if verb.lower_ in _SEEMING else []
        named = [c for v in be if v.lower_ in _BEING for c in v.children if c.dep_ == "attr"]
    return next((n for n in named if n.tag_.startswith("NN")), None)
