"""Phrases of one role that name nobody more: titles of one person, parts of one place."""

from typing import Final

from coder.mentions import Mention
from coder.parties.parties import Parties
from coder.syntax.words import lemma

BARE: Final = frozenset(("DT", "PRP$", "CD", "POS", "WP$"))
PARTS: Final = frozenset("half part rest most much bulk quarter east west north south centre center outskirts".split())


def is_title(token: int, tokens: tuple[int, ...], parties: Parties) -> bool:
    """Whether a bare role is only what somebody behind it is too: "[senator] and party leader Ann Lee"."""
    mention, head = parties.mention(token), parties.doc[token]
    bare = not any(c.dep_ in ("poss", "det", "nummod") or c.tag_ in BARE for c in head.children)
    if not bare or head.tag_ != "NN" or mention.sort != "role" or mention.end > token + 1:
        return False
    named = (parties.mention(other) for other in tokens if other > token)
    return any(_says_more(mention, other, parties) for other in named)


def _says_more(title: Mention, name: Mention, parties: Parties) -> bool:
    """Whether a name stands behind a role, with nothing but further roles between them."""
    between = parties.doc.tokens[title.end : name.start]
    joined = all(t.lower_ == "and" or t.tag_ in ("JJ", "NN", "HYPH") for t in between)
    known = bool(name.actor.country) or not title.actor.country
    first = parties.doc[name.start].tag_ not in BARE
    adjacent = not between or any(t.lower_ == "and" for t in between)
    return joined and adjacent and known and first and _is_name(name, parties)


def _is_name(mention: Mention, parties: Parties) -> bool:
    return parties.doc[mention.end - 1].tag_ == "NNP" and mention.sort in ("person", "role")


def is_part(token: int, tokens: tuple[int, ...], parties: Parties) -> bool:
    """Whether a phrase is another part of a place that is named already: "the east and [half of Mosul]"."""
    mention = parties.mention(token)
    if mention.kind == "actor" or lemma(parties.doc[token]) not in PARTS:
        return False
    before = (parties.mention(other) for other in tokens if other < token)
    return any(m.actor.code == mention.actor.code and lemma(parties.doc[m.head]) in PARTS for m in before)
