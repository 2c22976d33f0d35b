"""The parts of a noun phrase, read from the parse but not trusting it blindly."""

from typing import Final

from coder.naming.hits import Hit
from coder.naming.names import pieces
from coder.naming.noun_classes import AGAINST_MARKS, DEPENDENT_MARKS, KEEPING, OWN_MARKS, PLACE_NOUNS
from coder.syntax.parsed import Doc, Token

_NOUNS: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET"})
_BEARINGS: Final = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "close"}
)
_LOYAL: Final = frozenset(
    {"loyal", "allied", "aligned", "affiliated", "linked", "belonging", "close", "tied", "connected"}
)
_SERVING: Final = frozenset(("working", "serving", "reporting", "fighting", "flying"))
_EMPLOYED: Final = frozenset(("for", "with"))
_MANNERS: Final = frozenset(("way", "manner"))
_PROPOSING: Final = frozenset(
    """offer make propose present draft set impose issue pass announce submit lay put table demand adopt enact suggest
    pledge promise sign send deliver utter""".split()
)
# Nouns of what is put to others, and what those do who stand behind it: "the pact [Chad] has ratified".
_DRAFTS: Final = frozenset(
    """accord agreement amendment bill blueprint budget candidacy candidate charter claim compromise condition
    constitution convention deal decree document draft formula framework idea initiative law legislation measure motion
    nominee offer pact package plan policy programme program project proposal reform resolution roadmap scheme
    settlement solution strategy tax term text timetable treaty""".split()
)
_BACKING: Final = frozenset(
    """accept advance advocate approve back broker champion circulate devise draw embrace endorse favour favor float
    formulate introduce negotiate outline prefer promote push ratify recommend seek sponsor support tout unveil urge
    want""".split()
)
_RELATIVE: Final = frozenset(("WDT", "WP", "WP$"))
_CLAUSES: Final = frozenset(("relcl", "acl"))
_PHRASE_TAGS: Final = frozenset(
    {
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "JJR",
        "JJS",
        "CD",
        "POS",
        "PRP$",
        "DT",
        "PDT",
        "HYPH",
        "VBN",
        "VBG",
        "RB",
        "RBR",
        "RBS",
        "$",
        "AFX",
    }
)


def root_of(doc: Doc, start: int, end: int) -> Token:
    """Give the token of a span that hangs outside it; the last noun when the parse gives several."""
    if end - start == 1:
        return doc[start]
    roots = [token for token in doc.tokens[start:end] if not start <= token.head.i < end or token.head.i == token.i]
    nouns = [token for token in roots if token.pos_ in _NOUNS]
    return (nouns or roots or [doc[end - 1]])[-1]


def left_bound(doc: Doc, head: int) -> int:
    """Find where the phrase of a head begins: its left subtree, without a break; quotes within are none."""
    edge = doc[head].left_edge.i
    start = head
    while start > edge and doc[start - 1].tag_ not in {",", ":", ".", "-LRB-", "-RRB-"}:
        quote = doc[start - 1].tag_ in {"``", "''"}
        if quote and not _is_owned_quote(doc, start - 1, edge):
            break
        if not quote and doc[start - 1].tag_ not in _PHRASE_TAGS and not _inside_possessor(doc, start - 1, head):
            break
        if doc[start - 1].tag_ in {"VBN", "VBG"} and start > edge + 1 and _is_clause(doc, start - 1):
            break
        start -= 1
    while start < head and doc[start].tag_ in {"RB", "CC", "HYPH", "POS", "IN", ",", "``", "''"}:
        start += 1
    if start - 3 > edge and doc[start - 1].tag_ == "-RRB-" and doc[start - 3].tag_ == "-LRB-":
        return left_bound(doc, start - 4)  # "the Islamic Jihad (PIJ) organization"
    if start > 0 and doc[start].lower_ in {"least", "most"} and doc[start - 1].lower_ == "at":
        start -= 1  # "at least 20 civilians"
    return _over_commas(doc, start, edge, head)


def _is_owned_quote(doc: Doc, i: int, edge: int) -> bool:
    """Tell whether a quotation stands within a phrase behind its owner: "Turkey's 'absurd' claims"."""
    while i > edge and doc[i].tag_ != "``":
        i -= 1
    return i > edge and doc[i - 1].tag_ in {"POS", "JJ", "NNP", "NNPS"}


def _is_clause(doc: Doc, i: int) -> bool:
    """Tell whether a participle is the verb of a clause misread as an adjective: "the air force bombed IS targets"."""
    return doc[i - 1].tag_ in {"NN", "NNS", "NNP", "NNPS", "PRP"} and not doc[i - 1].text.endswith("-")


def _inside_possessor(doc: Doc, i: int, head: int) -> bool:
    """Tell whether a token that is no modifier itself stands between two of them: "and", "of" in a possessor."""
    token = doc[i]
    return (token.tag_ in {"CC", "IN"} and token.head.i != head and doc[head].left_edge.i <= token.head.i < head) or (
        token.tag_ == "CC" and token.head.dep_ in {"amod", "compound", "poss", "nmod"})  # fmt: skip


def _over_commas(doc: Doc, start: int, edge: int, head: int) -> int:
    """Step over the comma in "British, French and German troops" or "a large, armed group"."""
    while (
        start - 1 > edge
        and doc[start - 1].tag_ == ","
        and doc[start - 2].tag_ in {"JJ", "NNP"}
        and doc[start - 2].dep_ in {"amod", "conj", "nmod"}
    ):
        start -= 2
        while start > edge and doc[start - 1].tag_ in _PHRASE_TAGS:
            start -= 1
    return min(start, head)


def link_of(doc: Doc, hit: Hit) -> str:
    """Tell how a modifier is bound: "own" ("Syrian-born"), "loose" ("U.S.-backed", "anti-Syrian") or "" (plainly)."""
    before = _piece_before(doc, hit)
    if before in AGAINST_MARKS:
        return "loose"
    mark = _mark_after(doc, hit)
    if mark in OWN_MARKS or (mark in KEEPING and hit.is_land):
        return "own"
    if mark in DEPENDENT_MARKS or (mark.endswith("ed") and mark != "united"):
        return "loose"
    return ""


def _mark_after(doc: Doc, hit: Hit) -> str:
    """Give the word that a hyphen binds to the hit's end, in the same token or the next but one."""
    own = pieces(doc[hit.end - 1].text)
    wanted = pieces(hit.entry.name)
    if len(own) > 1 and own[-1].key != wanted[-1].key and own[-1].key != "s":
        return own[-1].key
    if hit.end + 1 < len(doc) and doc[hit.end].text == "-" and not doc[hit.end].whitespace_:
        return doc[hit.end + 1].lower_
    return ""


def _piece_before(doc: Doc, hit: Hit) -> str:
    own = pieces(doc[hit.start].text)
    if len(own) > 1 and own[0].key in AGAINST_MARKS:
        return own[0].key
    if hit.start > 1 and doc[hit.start - 1].text == "-":
        return doc[hit.start - 2].lower_
    return (
        doc[hit.start - 1].lower_.rstrip("-")
        if hit.start and doc[hit.start - 1].lower_.rstrip("-") in {"anti", "pro"}
        else ""
    )


def prepositional(doc: Doc, head: int, last: int) -> list[tuple[str, Token]]:
    """Give preposition and object of the phrases that follow a noun; `last` is the last token of its name."""
    direct: dict[int, Token] = {}
    for i in range(doc[head].left_edge.i, last + 1):
        token = doc[i]
        if head in (token.head.i, i):
            for p in token.children:
                if p.dep_ == "prep" and p.i > last:
                    direct[p.i] = p
    for bearing in doc[head].children:
        if bearing.i > last and bearing.lower_ in _BEARINGS:  # "cities west of Tripoli"
            direct |= {p.i: p for p in bearing.children if p.dep_ == "prep"}
    for p in doc[last].children:
        if p.dep_ == "prep":
            direct[p.i] = p
    if last + 1 < len(doc) and doc[last + 1].lower_ == "of" and not _of_deed(doc[last + 1], doc[head]):
        direct.setdefault(last + 1, doc[last + 1])
    return [(p.lower_, obj) for p in direct.values() for obj in p.children if obj.dep_ in {"pobj", "pcomp"}]


def _of_deed(of: Token, doer: Token) -> bool:
    """Tell whether "of" belongs to what somebody did: "the arrest by Chadian police [of] two monks"."""
    by = doer.head
    return doer.dep_ == "pobj" and by.lower_ == "by" and of.head.i == by.head.i < by.i


def loyal_to(doc: Doc, head: int) -> list[tuple[str, Token]]:
    """Give the party of "forces loyal to X", "fighters allied with X": always as "loyal to"."""
    found: list[tuple[str, Token]] = []
    for child in doc[head].children:
        if child.i > head and child.lower_ in _LOYAL:
            found += _party_to(child)
    if head + 1 < len(doc) and doc[head + 1].lower_ in _LOYAL and doc[head + 1].head.i != head:
        found += _party_to(doc[head + 1])  # where the parser made "linked" the main verb
    return found


def _party_to(loyal: Token) -> list[tuple[str, Token]]:
    return [
        ("loyal to", obj)
        for p in loyal.children
        if p.dep_ == "prep" and p.lower_ in {"to", "with"}
        for obj in p.children
        if obj.dep_ == "pobj"
    ]


def made_by(doc: Doc, head: int) -> list[tuple[str, Token]]:
    """Give the maker of "an offer made by X", "the offer X made", "the way X treats its people", always as "by"."""
    found = [obj for child in doc[head].children if child.i > head for obj in _agents_of(child)]
    found += [obj for child in doc[head].children if child.dep_ in _CLAUSES for obj in _proposers(child, doc[head])]
    return [("by", obj) for obj in found]


def tended_by(doc: Doc, head: int) -> list[tuple[str, Token]]:
    """Give who has or employs it: "a mine owned by X", "a reporter working for X", "held by X" of places alone."""
    held = KEEPING | {"held"} if doc[head].lemma_ in PLACE_NOUNS else KEEPING
    found: list[tuple[str, Token]] = []
    for child in doc[head].children:
        if child.i < head or child.dep_ != "acl":
            continue
        if child.lower_ in held:
            found += [("of", obj) for obj in _agents_of(child)]
        elif child.lower_ in _SERVING:
            ties = (p for p in child.children if p.dep_ == "prep" and p.lower_ in _EMPLOYED)
            found += [("for", obj) for p in ties for obj in p.children if obj.dep_ == "pobj"]
        elif child.lower_ == "employed":
            found += [("for", obj) for obj in _agents_of(child)]
    return found


def _agents_of(participle: Token) -> list[Token]:
    """Give those by whom something is done in a participle behind a noun."""
    if participle.dep_ != "acl" or participle.tag_ != "VBN":
        return []
    return [obj for p in participle.children if p.dep_ == "agent" for obj in p.children if obj.dep_ == "pobj"]


def _proposers(clause: Token, noun: Token) -> list[Token]:
    """Give who makes what a relative clause says of a thing: "the terms [Chad] has offered", "the way [Chad] rules"."""
    made = noun.lemma_ in _MANNERS or clause.lemma_ in _PROPOSING
    made = made or (noun.lemma_ in _DRAFTS and clause.lemma_ in _BACKING)
    given = any(c.dep_ == "dobj" and c.tag_ not in _RELATIVE for c in clause.children)
    if not made or (given and noun.lemma_ not in _MANNERS):
        return []
    return [c for c in clause.children if c.dep_ == "nsubj" and c.tag_ not in _RELATIVE]
