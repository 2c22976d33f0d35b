"""A verb left out the second time.

e.g. "Britain gave Nepal 5 million pounds, France 3 million", "accused Chad of theft and Niger of murder"
"""

from typing import Final

from coder.acts import Act
from coder.parties.parties import Parties
from coder.syntax.grammar_words import OBJECT_BLAME
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma

# Each object has its own complement.
TELLING: Final = OBJECT_BLAME | frozenset("urge ask order tell sentence remind".split())
LINKS: Final = frozenset({"of", "for", "to", "over", "with"})
JOINTS: Final = frozenset({",", ";", "and", "while"})
AMOUNT: Final = frozenset({"CD", "$"})
ENDS: Final = JOINTS | {".", "to", "for", "from", "at", "in", "on", "during"}


def completed_gaps(acts: list[Act], parties: Parties) -> list[Act]:
    """The acts of a text with those whose verb is left out."""
    return _told_of_others(_done_by_others(acts, parties), parties) if acts else acts


def _told_of_others(acts: list[Act], parties: Parties) -> list[Act]:
    """Give the second object its act: "thanked Uganda for its troops and [Ethiopia] for its doctors"."""
    found: list[Act] = []
    for act in acts:
        if lemma(parties.doc[act.head]) not in TELLING or len(act.targets) != 1 or act.targets[0] < act.head:
            continue
        link = _link_behind(act.targets[0], parties)
        if not link:
            continue
        behind = parties.doc.tokens[act.targets[0] + 1 :]
        for joint in [token.i for token in behind if token.lower_ in JOINTS]:
            other = _object_behind(joint, link, parties)
            if other >= 0 and parties.apart((other,), (*act.sources, *act.targets)):
                found.append(act.but(targets=(other,)))
                break
    if not found:
        return acts
    told = {(a.head, t) for a in acts for t in a.targets}
    return [*acts, *(a for a in found if (a.head, a.targets[0]) not in told)]


def _link_behind(index: int, parties: Parties) -> str:
    """The word that leads from an object to what is said of it."""
    end = parties.mention(index).end
    word = parties.doc[end].lower_ if end < len(parties.doc) else ""
    return word if word in LINKS else ""


def _object_behind(joint: int, link: str, parties: Parties) -> int:
    """Who stands right behind a joint, with the same link behind him."""
    for token in parties.doc.tokens[joint + 1 : joint + 6]:
        if token.pos_ not in ("PROPN", "NOUN"):
            continue
        mention = parties.mention(token.i)
        if mention.start == joint + 1 and mention.head == token.i:
            return token.i if _link_behind(token.i, parties) == link and mention.kind != "owned" else -1
    return -1


def _done_by_others(acts: list[Act], parties: Parties) -> list[Act]:
    """Give each doer of a left-out verb the act of the verb before; he is no target of it."""
    doers = [token for token in parties.doc.tokens if _is_left_alone(token, parties)]
    if not doers:
        return acts
    alone = {token.i for token in doers}
    acts = [_to_others(a, alone, parties) for a in acts]
    for token in doers:
        told = [a for a in acts if a.sources and a.head < token.i and _counts_before(parties.doc, a.head, token.i)]
        if told:
            acts.append(told[-1].but(sources=(token.i,), mutual=False))
    return acts


def _to_others(act: Act, alone: set[int], parties: Parties) -> Act:
    """The act without those who do it themselves; whom the last of them gives to, all give to: "Chad 3 to Mali"."""
    if alone.isdisjoint(act.targets):
        return act
    targets = tuple(i for i in act.targets if i not in alone)
    return act.but(targets=targets or _receiver(max(alone), parties))


def _receiver(doer: int, parties: Parties) -> tuple[int, ...]:
    """Who stands behind "to" or "for" behind the last doer's amount, or nobody."""
    doc = parties.doc
    link = next((t for t in doc.tokens[doer + 1 :] if t.tag_ not in AMOUNT), None)
    if link is None or link.lower_ not in ("to", "for"):
        return ()
    return tuple(c.i for c in link.children if c.dep_ == "pobj" and parties.known(c.i))


def _is_left_alone(token: Token, parties: Parties) -> bool:
    """Whether somebody stands before a bare number, between joints: ", [France] 3 million and", "[Chad] $5 million"."""
    doc = parties.doc
    if token.pos_ != "PROPN" or token.i + 1 >= len(doc) or doc[token.i + 1].tag_ not in AMOUNT:
        return False
    mention = parties.mention(token.i)
    if mention.head != token.i or mention.end != token.i + 1 or not mention.actor.country or mention.start == 0:
        return False
    behind = next((t for t in doc.tokens[token.i + 1 :] if t.tag_ not in AMOUNT), None)
    return doc[mention.start - 1].lower_ in JOINTS and (behind is None or behind.lower_ in ENDS)


def _counts_before(doc: Doc, verb: int, end: int) -> bool:
    """Whether the verb's own object is counted: "gave [5 million pounds]"."""
    things = [c for c in doc[verb].children if c.dep_ == "dobj" and c.i < end]
    return any(t.tag_ == "CD" for thing in things for t in doc.tokens[thing.left_edge.i : thing.i + 1])
