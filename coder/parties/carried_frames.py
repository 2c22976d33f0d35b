"""Frames as a predicate above them changes them: the noun that a verb carries, its infinitive, what is undergone."""

from typing import Final

from coder.frames import Frame, marked
from coder.parties.parties import Parties
from coder.syntax.clauses import Clause, Form
from coder.syntax.parsed import within
from coder.syntax.words import lemma

# What is delivered is the giver's until it arrives.
GIVING: Final = frozenset(
    "give hand send deliver supply provide donate ship fly airlift truck ferry distribute unload drop airdrop".split()
)
WRITTEN: Final = frozenset("letter message note report list invitation proposal request".split())
RECEIVERS: Final = ("to", "iobj", "for", "in", "into", "over", "among")


def carried(noun: Frame, host: Frame, parties: Parties) -> Frame:
    """A noun frame with the arguments of the verb that carries it: "launched an attack on" has its doer there."""
    merged = Frame(
        noun.head,
        noun.kind,
        noun.lemma,
        {r: list(t) for r, t in noun.roles.items()},
        list(noun.clauses),
        noun.status,
        carried=True,
    )
    carrier = host.head if host.head >= 0 else marked(host.head)
    apart = not within(parties.doc[carrier], noun.head)  # not "the talks that Iran held with …"
    for role, tokens in host.roles.items():
        rest = [t for t in tokens if t != noun.head and not (apart and within(parties.doc[t], noun.head))]
        if role == "agent":
            merged.add("agent", rest)
        elif role == "object" or (role == "on" and "against" in noun.roles):
            continue  # "provoked raids against the rebels": struck are those whom the noun names
        elif role not in merged.roles or role == "iobj":
            merged.add(role, rest)
    doer = noun.head in host.roles.get("agent", ()) and parties.known(noun.head)
    if not noun.clauses and not doer:  # "the opposition continued to …" is not opposed to it
        merged.clauses.extend(c for c in host.clauses if c.verb != noun.head and _is_of_noun(c))
    return merged


def _is_of_noun(clause: Clause) -> bool:
    """Whether a clause on a verb may tell what the noun is about: "made plans to go", "an inquiry into how …"."""
    return (clause.preposition in ("", "adv") and clause.form is Form.TO) or clause.preposition == "into"


def reached(verb: Frame, host: Frame) -> Frame:
    """An infinitive with the phrases that the parser hung on the verb before it: "began to work on it with Iran"."""
    roles = {role: list(tokens) for role, tokens in verb.roles.items()}
    for role, tokens in host.roles.items():
        late = [t for t in tokens if t > verb.head]
        if late and role not in roles and role not in ("agent", "object", "iobj"):
            roles[role] = late
    return verb.seen(verb.head, roles)


def suffered(roles: dict[str, list[int]], role: str) -> dict[str, list[int]]:
    """The roles that an act has for the verb of who undergoes it: done on or against him, who stands in one of them."""
    others = {other: tokens for other, tokens in roles.items() if other != role}
    befallen = () if "against" in others else ("on", "against")
    return dict.fromkeys(befallen, roles.get(role, [])) | others


def delivered(verb: Frame, parties: Parties) -> Frame:
    """A passive of giving with whose goods they are as who gives them: "ten Polish tanks were handed over to Chad"."""
    if not verb.passive or verb.lemma not in GIVING or verb.roles.get("agent"):
        return verb
    before = (i for i in verb.roles.get("object", ()) if i < verb.head)  # not "was given a sentence"
    goods = [i for i in before if _is_goods(i, parties)]
    if not goods or not any(parties.apart(verb.roles.get(role, ()), goods) for role in RECEIVERS):
        return verb
    return verb.seen(verb.head, {**verb.roles, "agent": goods})


def _is_goods(token: int, parties: Parties) -> bool:
    mention = parties.mention(token)
    if lemma(parties.doc[token]) in WRITTEN:
        return False
    return (mention.kind == "owned" or mention.sort == "thing") and bool(mention.actor.country)
