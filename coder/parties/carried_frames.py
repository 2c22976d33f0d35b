"""Frames as a predicate above them changes them: the noun that a verb carries, its infinitive, what is undergone."""

from coder.frames import Frame, marked
from coder.parties.parties import Parties
from coder.syntax.clauses import Form
from coder.syntax.parsed import within


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
        elif role == "object":
            continue
        elif role not in merged.roles or role == "iobj":
            merged.add(role, rest)
    doer = noun.head in host.roles.get("agent", ()) and parties.known(noun.head)
    if not noun.clauses and not doer:  # "the opposition continued to …" is not opposed to it
        merged.clauses.extend(
            c for c in host.clauses if c.verb != noun.head and c.preposition in ("", "adv") and c.form is Form.TO
        )
    return merged


def reached(verb: Frame, host: Frame) -> Frame:
    """An infinitive with the phrases that the parser hung on the verb before it: "began to work on it with Iran"."""
    roles = {role: list(tokens) for role, tokens in verb.roles.items()}
    for role, tokens in host.roles.items():
        late = [t for t in tokens if t > verb.head]
        if late and role not in roles and role not in ("agent", "object", "iobj"):
            roles[role] = late
    return verb.seen(verb.head, roles)


def suffered(roles: dict[str, list[int]]) -> dict[str, list[int]]:
    """The roles that an act has for the verb of who undergoes it: he does not do it, it is done on or against him."""
    sufferer = roles.get("agent", [])
    others = {role: tokens for role, tokens in roles.items() if role != "agent"}
    return dict.fromkeys(("on", "against"), sufferer) | others
