"""Trees in which a participle behind the subject took the verb's place, or the verb was read as a participle."""

from typing import Final

from coder.repairs.trees import NOUNS, Tree
from coder.syntax.parsed import Doc, Token

_HELPERS: Final = frozenset({"aux", "auxpass"})
_FINITE: Final = frozenset("was were is are has have had".split())
# Past verbs that are no participle behind a noun when one of these words follows: nobody is "called on Peru".
_CALLING: Final = {
    "called": frozenset({"on", "upon"}),
    "appealed": frozenset({"to", "for"}),
    "agreed": frozenset({"to", "with"}),
    "voted": frozenset({"to", "for", "against"}),
    "threatened": frozenset({"to"}),
    "rallied": frozenset({"in", "outside", "against"}),
    "protested": frozenset({"in", "outside", "against"}),
    "marched": frozenset({"in", "on", "through", "to"}),
}


def lost_subjects(doc: Doc) -> None:
    """Give each sentence whose verb was misplaced its verb and subject back."""
    for token in doc.tokens:
        if token.dep_ == "acl" and token.lower_ in _CALLING:
            called_upon(doc, token)
        elif token.dep_ == "conj" and token.tag_ == "VBN":
            held_up(doc, token)


def held_up(doc: Doc, verb: Token) -> None:
    """Mend "nurses [held] captive were freed": what follows without "and" is what happened, "held" tells of whom."""
    told = verb.head
    subject = next((c for c in told.children if c.dep_ == "nsubj" and c.i < told.i), None)
    helper = next((c for c in verb.children if c.dep_ in _HELPERS and c.lower_ in _FINITE), None)
    if subject is None or helper is None or told.tag_ != "VBD" or any(c.dep_ == "nsubj" for c in verb.children):
        return
    between = doc.tokens[told.i + 1 : helper.i]
    if subject.right_edge.i != told.i - 1 or any(t.dep_ == "cc" or t.text in ",;:" for t in between):
        return
    tree = Tree(doc)
    tree.put(verb, told)
    tree.hang(told, subject, "acl")
    tree.tags[told.i] = "VBN"
    tree.hang(subject, verb, "nsubjpass" if helper.dep_ == "auxpass" else "nsubj")
    for child in told.children:
        if child.i > helper.i and child.i != verb.i:
            tree.hang(child, verb, child.dep_)
        elif child.dep_ == "dobj":
            tree.hang(child, told, "oprd")  # "held [captive]"
    tree.written()


def called_upon(doc: Doc, verb: Token) -> None:
    """Mend "a group of monks [called] on Peru to act", a sentence whose one verb was read as telling of the monks."""
    if verb.i + 1 >= len(doc) or doc[verb.i + 1].lower_ not in _CALLING.get(verb.lower_, ()):
        return
    top = verb.head
    while top.head.i != top.i and top.tag_ in NOUNS | {"IN"}:
        top = top.head
    if top.head.i != top.i or top.tag_ not in NOUNS or top.i > verb.i:
        return
    tree = Tree(doc)
    tree.make_verb(verb, top)
    tree.hang(top, verb, "nsubj")
    for child in top.children:
        if child.i > verb.i:
            tree.hang(child, verb, child.dep_)
    tree.written()
