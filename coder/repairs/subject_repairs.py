"""Trees in which the parser gave a clause no subject of its own, or one that stands outside the sentence."""

from typing import Final

from coder.repairs.trees import NAMES, NOUNS, Tree
from coder.syntax.grammar_words import FINITE
from coder.syntax.parsed import Doc, Token

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "mark"})
_AIDING: Final = frozenset(
    "workers agencies groups officials convoys trucks organisations organizations flights supplies staff".split()
)
_FEWEST_BEFORE: Final = 3  # a role and a name of two words
# Who is to do something in headlines that name a land and an office: "Sudan [minister] to visit Chad".
_OFFICES: Final = frozenset(
    """president premier minister chancellor king queen prince pope envoy leader army government parliament court police
    opposition delegation team chief ambassador secretary mediator""".split()
)
_AGREED: Final = frozenset(
    "agreed signed brokered reached negotiated mediated concluded struck announced declared".split()
)
_ON_DEALS: Final = frozenset(  # what is done to a deal that was agreed, not said of it
    """accepted backed breached broke broken denounced ended flouted honoured honored ignored implemented observed
    rejected respected signed supported undermined violated welcomed torpedoed wrecked repudiated abandoned scrapped
    break breach flout ignore honour honor implement observe reject respect support undermine violate welcome""".split()
)

_CLAUSES: Final = {"csubj": "nsubj", "csubjpass": "nsubjpass"}
_TITLES: Final = frozenset(
    """presidents premiers ministers chancellors kings generals colonels ambassadors envoys secretaries senators
    governors leaders""".split()
)
_HELPED: Final = frozenset({"aux", "auxpass", "nsubjpass"})
_AUXILIARIES: Final = frozenset({"aux", "auxpass"})
_HAVING_BEEN: Final = frozenset("was were is are has have had".split())
# What a number of people is said to be, in part: "100 migrants, most of them children".
SHARES: Final = frozenset("most many some several half all".split())


def two_leaders(doc: Doc, second: Token) -> None:
    """Mend "envoy Ann Lee and rebel leader Jan [Roe] met": the first name was read as an attribute of the second."""
    if second.i < 2 * _FEWEST_BEFORE or doc[second.i - 1].tag_ != "NNP":
        return
    marks = [t for t in doc.tokens[max(second.left_edge.i, 2) : second.i] if t.lower_ == "and"]
    if not marks or marks[-1].i < _FEWEST_BEFORE or second.i - marks[-1].i < _FEWEST_BEFORE:
        return
    mark, first = marks[-1], doc[marks[-1].i - 1]
    full = first.tag_ == "NNP" and doc[first.i - 1].tag_ == "NNP" and doc[first.i - 2].tag_ == "NN"
    roles = [t for t in doc.tokens[mark.i + 1 : second.i] if t.tag_ == "NN"]
    if not full or not roles or first.dep_ not in ("nmod", "compound", "appos"):
        return
    tree = Tree(doc)
    for token in doc.tokens[second.left_edge.i : second.i]:
        if token.i < first.i and token.head.i > first.i:
            tree.hang(token, first, token.dep_)
        elif mark.i < token.i and token.head.i <= first.i:
            tree.hang(token, second, "compound")
    tree.hang(first, second.head, second.dep_)
    tree.hang(mark, first, "cc")
    tree.hang(second, first, "conj")
    tree.written()


def second_subject(doc: Doc, doer: Token) -> None:
    """Mend "A freed two, and [B] for its part released ten": who seemed joined with the first verb does the second."""
    after = [t for t in doer.head.children if t.i > doer.i and t.dep_ in ("advcl", "conj") and t.tag_ in FINITE]
    verb = next(iter(after), None)
    if verb is None or any(c.dep_ in ("nsubj", "nsubjpass", "mark", "advmod") for c in verb.children):
        return
    tree = Tree(doc)
    tree.hang(doer, verb, "nsubj")
    tree.hang(verb, doer.head, "conj")
    tree.written()


def fronted(doc: Doc, doer: Token) -> None:
    """Mend "On a visit to Chad, President [Deby] praised …": who does it was read as joined with the place before."""
    end = doer.right_edge.i + 1
    verb = doc[end] if end < len(doc) else doer
    comma = doc[doer.left_edge.i - 1]
    subject = any(c.dep_ in _SUBJECTS for c in verb.children)
    if verb.tag_ not in FINITE or subject or comma.text != "," or any(c.dep_ == "cc" for c in doer.head.children):
        return
    if verb.i not in (a.i for a in doer.ancestors) or any(t.tag_ in FINITE for t in doc.tokens[: doer.i]):
        return
    tree = Tree(doc)
    tree.hang(doer, verb, "nsubj")
    tree.written()


def dateline(doc: Doc, name: Token) -> None:
    """Mend "Libya Herald, 14 May: Four rockets hit …": what stands before a colon does not do it."""
    others = [c for c in name.head.children if c.dep_ == "nsubj" and c.i > name.i]
    if not others or all(t.text != ":" for t in doc.tokens[name.i + 1 : others[0].i]):
        return
    tree = Tree(doc)
    tree.hang(name, name.head, "dep")
    tree.written()


def reduced(doc: Doc, thing: Token) -> None:
    """Mend "had broken the [truce] agreed in May": what was agreed is the thing broken, not a clause of its own."""
    agreed = thing.head
    verb = agreed.head
    told = agreed.dep_ == "ccomp" and agreed.lower_ in _AGREED and verb.lower_ in _ON_DEALS and verb.i < thing.i
    if not told or agreed.i != thing.i + 1 or any(c.dep_ in ("mark", "dobj", "aux") for c in agreed.children):
        return
    tree = Tree(doc)
    tree.hang(thing, verb, "dobj")
    tree.hang(agreed, thing, "acl")
    tree.tags[agreed.i] = "VBN"
    tree.written()


def suffering(doc: Doc, joined: Token) -> None:
    """Mend "two were killed and [six] wounded": what befell the second needs no "were" of its own."""
    verb = joined.head
    if not any(c.dep_ == "auxpass" for c in verb.children) or any(
        c.dep_ == "punct" and c.i < joined.i for c in joined.children
    ):
        return
    tree = Tree(doc)
    if joined.tag_ == "VBN":
        own = [c for c in joined.children if c.i < joined.i and c.dep_ == "nsubj"]
        if not own or any(c.dep_ in _HELPED or c.dep_ == "dobj" for c in joined.children):
            return
        tree.hang(own[0], joined, "nsubjpass")
    else:
        done = next((c for c in joined.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i == joined.i + 1), None)
        if done is None or any(c.dep_ == "dobj" for c in done.children):
            return
        tree.hang(done, verb, "conj")
        tree.hang(joined, done, "nsubjpass")
    tree.written()


def counted(doc: Doc, some: Token) -> None:
    """Mend "100 migrants, [most] of them children, were saved": all were saved, whatever is said of most of them."""
    verb = some.head
    whole = next((c for c in verb.children if c.dep_ == "dep" and c.i < some.i and c.tag_ in NOUNS), None)
    of = next((c for c in some.children if c.lower_ == "of"), None)
    if whole is None or of is None or some.left_edge.i != whole.right_edge.i + 2:
        return
    if not any(c.dep_ == "pobj" and c.lower_ in ("them", "whom", "which") for c in of.children):
        return
    tree = Tree(doc)
    tree.hang(whole, verb, some.dep_)
    tree.hang(some, whole, "appos")
    tree.written()


def named_beside(doc: Doc, name: Token) -> None:
    """Mend "the United States and its ally [Japan] held drills": the name says who the ally is."""
    role = doc[name.left_edge.i - 1]
    owned = any(c.dep_ == "poss" for c in role.children)
    if name.tag_ != "NNP" or role.tag_ != "NN" or role.dep_ != "conj" or role.head.head.i != name.head.i or not owned:
        return
    tree = Tree(doc)
    tree.hang(name, role, "appos")
    tree.written()


def announced(doc: Doc, verb: Token) -> None:
    """Mend "Turkey to [send] troops to Somalia", a headline whose verb was read as telling which Turkey."""
    doer = verb.head
    direct = doc[verb.i - 1].lower_ == "to" and doer.i < verb.i and doer.right_edge.i >= verb.i
    named = doer.tag_ in ("NNP", "NNPS") or (doer.tag_ == "NNS" and doer.left_edge.tag_ in ("NNP", "JJ"))
    named = named or (verb.dep_ == "advcl" and doer.text.istitle())
    named = named or (doer.tag_ == "NN" and doer.lower_ in _OFFICES and doer.left_edge.tag_ in ("NNP", "JJ"))
    if doer.head.i != doer.i or not direct or not named or any(t.tag_ in FINITE for t in doc.tokens):
        return
    tree = Tree(doc)
    tree.hang(verb, verb, "ROOT")
    tree.hang(doer, verb, "nsubj")
    for child in doer.children:
        if child.i > verb.i:
            tree.hang(child, verb, child.dep_)
    tree.written()


def reported(doc: Doc, thing: Token) -> None:
    """Mend "Rebels killed soldier [Juan Perez], the army said": to whom it was done was read as who says it."""
    speaker = next((c for c in thing.children if c.dep_ == "appos" and doc[c.left_edge.i - 1].text == ","), None)
    if speaker is None:
        return
    clause = next((c for c in thing.head.children if c.dep_ == "ccomp" and c.i < thing.left_edge.i), None)
    if clause is None or not clause.tag_.startswith("VB"):
        return
    between = doc.tokens[clause.i + 1 : thing.left_edge.i]
    if any(not t.text.isalpha() for t in between) or any(c.dep_ in ("dobj", "nsubjpass") for c in clause.children):
        return
    tree = Tree(doc)
    tree.hang(thing, clause, "dobj")
    tree.hang(speaker, thing.head, "nsubj")
    tree.written()


def aiding(doc: Doc, aid: Token) -> None:
    """Mend "[Aid] workers fled" and "[Aid] to Peru was cut", where somebody seemed to aid them."""
    workers = doc[aid.i + 1] if aid.i + 1 < len(doc) else aid
    if aid.tag_ not in ("VB", "VBP") or workers.i == aid.i:
        return
    tree = Tree(doc)
    if workers.lower_ in ("to", "for") and aid.dep_ in _CLAUSES and workers.head is aid:
        tree.hang(aid, aid.head, _CLAUSES[aid.dep_])
    elif workers.lower_ not in _AIDING:
        return
    else:
        if workers.head is aid:
            tree.put(workers, aid)
            if aid.dep_ == "csubj":
                tree.hang(workers, aid.head, "nsubj")
            for child in aid.children:
                if child is not workers:
                    tree.hang(child, workers, child.dep_)
        tree.hang(aid, workers, "compound")
    tree.tags[aid.i] = "NN"
    tree.written()


def titled(doc: Doc, name: Token) -> None:
    """Mend "prime ministers Ann [Lee] and Jan Roe met": the names do it, the title before them tells what they are."""
    first = name.left_edge if name.left_edge.i else name
    title = doc[first.i - 1]
    if title.tag_ != "NNS" or title.lower_ not in _TITLES or title.i > name.i or title.right_edge.i > name.right_edge.i:
        return
    verb = title.head
    beside = name.head is verb and name.dep_ == title.dep_
    if not (beside or (name.head is title and name.dep_ == "appos")) or title.dep_ not in ("nsubj", "nsubjpass"):
        return
    second = next((t for t in doc.tokens[name.i + 1 : verb.i] if t.dep_ == "conj" and t.tag_ in NAMES), None)
    if second is None:
        return
    tree = Tree(doc)
    tree.hang(name, verb, title.dep_)
    tree.hang(title, name, "compound")
    tree.hang(second, name, "conj")
    tree.written()


def held_up(doc: Doc, verb: Token) -> None:
    """Mend "nurses [held] captive were freed": what follows without "and" is what happened, "held" tells of whom."""
    told = verb.head
    subject = next((c for c in told.children if c.dep_ == "nsubj" and c.i < told.i), None)
    helper = next((c for c in verb.children if c.dep_ in _AUXILIARIES and c.lower_ in _HAVING_BEEN), None)
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
