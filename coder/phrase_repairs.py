"""Trees in which the parser tied a clause or a name to the wrong noun beside it."""

from spacy.tokens import Doc, Token

from coder.trees import Tree

_NAMES = frozenset({"NNP", "NNPS"})
_SINGULAR_NOUNS = frozenset({"NN", "NNP"})
_SINGULAR = frozenset("is was has does 's".split())
_IN_NAME = frozenset({"NNP", "NNPS", "NN", "JJ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAIMING = frozenset(
    """believe believes believed think thinks thought say says said claim claims claimed allege alleges alleged argue
    argues argued assert asserts asserted insist insists insisted maintain maintains contend contends""".split()
)


def visiting(doc: Doc, word: Token) -> Doc:
    """Mend "briefed [visiting] U.S. Senator Smith": which senator it was, nobody set out to visit one."""
    verb, first = word.head, word.i + 1
    if word.dep_ not in ("xcomp", "ccomp", "advcl", "pcomp") or verb.i != word.i - 1 or doc[first].tag_ not in _IN_NAME:
        return doc
    last = first
    while last + 1 < len(doc) and doc[last + 1].tag_ in _IN_NAME:
        last += 1
    if doc[last].tag_ not in _NAMES or all(t.head.i != verb.i for t in doc[first : last + 1]):
        return doc  # "began visiting Peru"
    tree = Tree(doc)
    for token in doc[first:last]:
        if not first <= token.head.i <= last or token.head.i == last:
            tree.hang(token, doc[last], "compound")
    tree.hang(doc[last], verb, "dobj")
    tree.hang(word, doc[last], "amod")
    return tree.written()


def agreed(doc: Doc, clause: Token) -> Doc:
    """Mend "countries like Chad, which [is] fighting rebels": a singular verb tells of the singular noun beside it."""
    which = next((c for c in clause.children if c.tag_ == "WDT" and c.dep_ in _SUBJECTS), None)
    finite = [clause, *(c for c in clause.children if c.dep_ in ("aux", "auxpass"))]
    if which is None or clause.head.tag_ not in ("NNS", "NNPS") or not any(t.lower_ in _SINGULAR for t in finite):
        return doc
    near = doc[which.i - 1]
    near = doc[which.i - 2] if near.text == "," else near
    if near.tag_ not in _SINGULAR_NOUNS or clause.head.i not in (a.i for a in near.ancestors):
        return doc
    tree = Tree(doc)
    tree.hang(clause, near, "relcl")
    return tree.written()


def claimed(doc: Doc, doer: Token) -> Doc:
    """Mend "believes [rebels], waging a war, get money": nobody believes rebels, what they do is believed."""
    verb = doer.head
    if verb.lower_ not in _CLAIMING or doer.right_edge.i + 2 >= len(doc) or doc[doer.right_edge.i + 1].text != ",":
        return doc
    doing = doc[doer.right_edge.i + 2]
    if doing.tag_ != "VBG" or doing.dep_ != "advcl" or doing.head.i != verb.i:
        return doc
    done = [c for c in doing.children if c.dep_ == "conj" and c.tag_ in ("VB", "VBP", "VBZ", "VBD")]
    tree = Tree(doc)
    tree.hang(doing, doer, "acl")
    if done:
        tree.hang(done[0], verb, "ccomp")
        tree.hang(doer, done[0], "nsubj")
    return tree.written()


def apposed(doc: Doc, name: Token) -> Doc:
    """Mend "between A and the rival of B, the [C party]": a name behind the last of two says who that is."""
    first = name.head
    joined = [c for c in first.children if c.dep_ == "conj" and first.i < c.i < name.i]
    ands = [c.i for c in first.children if c.dep_ == "cc"]
    if len(joined) != 1 or len(ands) != 1 or ands[0] > joined[0].i or joined[0].right_edge.i + 1 >= len(doc):
        return doc
    if joined[0].tag_ not in ("NN", "NNS") or name.tag_ not in _NAMES or doc[name.left_edge.i - 1].text != ",":
        return doc
    tree = Tree(doc)
    tree.hang(name, joined[0], "appos")
    return tree.written()
