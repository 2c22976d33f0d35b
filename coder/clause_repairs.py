"""Trees in which a clause was taken apart: its doer stands behind "dressed as", or its first words behind "since"."""

from spacy.tokens import Doc, Token

from coder.trees import Tree

DRESSED = frozenset("attired clad costumed disguised dressed garbed masquerading posing".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "mark"})
_PAST = frozenset({"VBD", "VBN"})
_REPORTING = frozenset("said says reported reports".split())
# Words before a clause as well as before a noun: "since raids by rebels killed ten".
_BEFORE_CLAUSES = frozenset("since after before until till as".split())


def disguised(doc: Doc, dressed: Token) -> Doc:
    """Mend "gunmen dressed as police [killed] …", where those whom they were dressed as seemed to do it."""
    worn = doc[dressed.i + 2] if dressed.i + 2 < len(doc) and doc[dressed.i + 1].lower_ == "as" else dressed
    while worn.i + 1 < len(doc) and worn.dep_ in ("compound", "amod", "nmod", "det") and worn.head.i > worn.i:
        worn = worn.head
    doer = next((c for c in dressed.children if c.dep_ in ("nsubj", "nsubjpass")), dressed.head)
    if worn.dep_ == "nsubj" and worn.head.i == dressed.head.head.i and dressed.dep_ == "acl":
        tree = Tree(doc)
        tree.hang(worn, doc[dressed.i + 1], "pobj")
        return tree.written()
    verb = _done_in(dressed, worn)
    if verb is None or doer.i >= dressed.i or doer.tag_ not in ("NN", "NNS", "NNP", "NNPS"):
        return doc
    top = dressed if dressed.i in (dressed.head.i, doer.head.i) else doer
    tree = Tree(doc)
    tree.heads[verb.i], tree.deps[verb.i] = (verb.i, "ROOT") if top.head.i == top.i else (top.head.i, top.dep_)
    tree.tags[verb.i] = "VBD"
    for child in dressed.children:
        tree.hang(child, verb, child.dep_)
    tree.hang(doer, verb, "nsubj")
    tree.hang(dressed, doer, "acl")
    tree.hang(doc[dressed.i + 1], dressed, "prep")
    tree.hang(worn, doc[dressed.i + 1], "pobj")
    return tree.written()


def _done_in(dressed: Token, worn: Token) -> Token | None:
    """Give the verb right behind a disguise, of which the parser made those who are imitated the subject."""
    if worn.dep_ == "nsubj" and worn.head.tag_ in _PAST and worn.head.dep_ == "advcl" and worn.head.head.i == dressed.i:
        return worn.head
    if worn.dep_ == "pobj":
        return next((c for c in worn.children if c.dep_ == "acl" and c.tag_ in _PAST and c.i == worn.i + 1), None)
    return None


def headed(doc: Doc, verb: Token) -> Doc:
    """Mend "wary since raids by rebels [killed] ten": the raids, which the parser put behind a preposition, did it."""
    if any(c.dep_ in _SUBJECTS or c.dep_ in ("aux", "auxpass") for c in verb.children):
        return doc
    mark = next((t for t in reversed(list(doc[verb.head.i + 1 : verb.i])) if t.lower_ in _BEFORE_CLAUSES), None)
    if mark is None or mark.dep_ != "prep" or mark.right_edge.i != verb.i - 1:
        return doc
    doer = next((c for c in mark.children if c.dep_ == "pobj"), None)
    between = doc[verb.head.i + 1 : verb.i]
    if doer is None or doer.tag_ not in ("NNS", "NN") or any(t.dep_ == "cc" and t.head == verb.head for t in between):
        return doc
    tree = Tree(doc)
    tree.hang(verb, verb.head, "advcl")
    tree.hang(mark, verb, "mark")
    tree.hang(doer, verb, "nsubj")
    return tree.written()


def reported_last(doc: Doc, said: Token) -> Doc:
    """Mend "police arrested ten men, an official newspaper [reported]", where the newspaper seemed to be held too."""
    speaker = said.head
    verb = speaker.head
    before = doc[speaker.left_edge.i - 1] if speaker.left_edge.i else speaker
    if said.lower_ not in _REPORTING or said.i != speaker.i + 1 or before.text != "," or verb.i > before.i:
        return doc
    if not verb.tag_.startswith("VB") or speaker.dep_ not in ("dobj", "appos", "conj", "npadvmod", "dep"):
        return doc
    tree = Tree(doc)
    root = verb.head.i == verb.i
    tree.heads[said.i], tree.deps[said.i] = (said.i, "ROOT") if root else (verb.head.i, verb.dep_)
    tree.tags[said.i] = "VBD"
    tree.hang(speaker, said, "nsubj")
    tree.hang(verb, said, "ccomp")
    return tree.written()
