"""Counterparts: whom an act concerns when neither its entry nor anything that stands nearer has told it."""

from typing import Final

from coder.acts import Act
from coder.meaning.answers import TOLD
from coder.meaning.opponents import ARMED
from coder.parties.parties import Parties
from coder.syntax.grammar_words import SUBJECTS
from coder.syntax.nominals import conjuncts
from coder.syntax.parsed import Token
from coder.syntax.words import lemma
from coder.truth.turned_down import ASKED as PLEAS

BINDING: Final = ("03", "12", "13")  # promises, refusals and threats hang on what somebody else does
# What is done somewhere, by one alone or to whoever is there.
PLACED: Final[tuple[str, ...]] = ("08", "14", "15", "172", "18", "19", "20")
FORCE: Final = "18"
UNTOLD: Final = "190"  # which "attacked well" may be too
REFUSAL: Final = "12"  # "refused to free the crew unless Chad pays" is aimed at Chad
REBUFFING: Final = frozenset("brush defy dismiss disregard ignore rebuff reject resist shrug spurn turn wave".split())
ASKING: Final = frozenset("ask demand insist request seek urge want".split())
CONDITIONS: Final = frozenset("if unless until before once till".split())
STRIKES: Final = "143"
LASTING: Final = frozenset("unless until till".split())  # "on strike until the ministry pays"
WHERE: Final = frozenset("in at across throughout inside outside near along".split())
LANDS: Final = ("state", "city", "region")


def counterpart(act: Act, parties: Parties) -> Act:
    """The act with whom it concerns, where it has a doer and no target.

    e.g. "threatened consequences if Chad went ahead", "set fire to mattresses in a jail in Chad"
    """
    if not act.sources or act.modality not in TOLD:
        return act
    asked = act.code.startswith(REFUSAL) and not any(map(parties.has_country, act.targets))
    if asked and (found := _asker(act, parties)):
        why = "who asked for it"
    elif act.no_target or _is_told(act, parties):
        return act
    elif act.code.startswith(BINDING):
        found, why = _conditioned(act, parties, CONDITIONS), "who has it in hand"
        if parties.real(act.targets) and not any(map(parties.has_country, found)):
            return act
    elif act.code.startswith(STRIKES) and (awaited := _conditioned(act, parties, LASTING)):
        found, why = awaited, "for whom it waits"
    elif not act.targets and act.code.startswith(PLACED) and (act.code < FORCE or _by_arms(act, parties)):
        found, why = _place(act, parties), "where it is done"
    else:
        return act
    if not found:
        return act
    whom = " ".join(parties.doc[i].text for i in found)
    return act.but(targets=found, steps=(*act.steps, f"{why}: {whom}"))


def _is_told(act: Act, parties: Parties) -> bool:
    """Whether it is told whom it concerns: not only what, or whom one holds till another gives way."""
    if act.code.startswith(REFUSAL) and not any(map(parties.has_country, act.targets)):
        return any(map(parties.named, act.targets))
    return parties.real(act.targets) or any(map(parties.named, act.targets))


def _by_arms(act: Act, parties: Parties) -> bool:
    """Whether force is told that needs no word of whom it struck: "[rebels] fought back in the suburbs"."""
    told = act.code != UNTOLD or any(ARMED & set(parties.mention(i).actor.sectors) for i in act.sources)
    return told and not act.noun


def _conditioned(act: Act, parties: Parties, marks: frozenset[str]) -> tuple[int, ...]:
    """Who has it in hand: "will not end the strike before the ministry gives way"."""
    taken = [parties.mention(i) for i in act.sources]
    top = parties.doc[act.head]
    while top.dep_ == "xcomp":  # "voted to stay on strike [until …]"
        top = top.head
    for token in top.subtree:
        if token.dep_ == "advcl" and any(c.lower_ in marks for c in token.children):
            verbs = conjuncts(token)
            subjects = (c for v in verbs for c in v.children if c.dep_ in SUBJECTS)
            for subject in subjects:
                found = parties.apart((x.i for x in conjuncts(subject)), act.sources)
                if found and not any(parties.its_own(i, taken) for i in found):
                    return found
    return ()


def _asker(act: Act, parties: Parties) -> tuple[int, ...]:
    """Who asked for what is refused: "despite pleas by Chad", "…, rejecting Chad's appeal", "as Chad had demanded"."""
    verb = parties.doc[act.head]
    tops = (verb, verb.head) if verb.dep_ == "ccomp" else (verb,)
    for clause in (c for top in tops for c in top.subtree if c.dep_ in ("prep", "advcl")):
        asked = _asking(clause)
        if asked is not None:
            found = parties.apart((t.i for t in asked.subtree), act.sources)
            if found:
                return found[:1]
    return ()


def _asking(clause: Token) -> Token | None:
    """The plea, or the one who asks, of a phrase or clause that says against whose will somebody refuses."""
    if clause.lower_ == "despite" or (clause.tag_ == "VBG" and lemma(clause) in REBUFFING):
        return next((c for c in clause.children if c.dep_ in ("pobj", "dobj") and lemma(c) in PLEAS), None)
    as_asked = lemma(clause) in ASKING and any(c.lower_ == "as" and c.i < clause.i for c in clause.children)
    return next((c for c in clause.children if c.dep_ in SUBJECTS), None) if as_asked else None


def _place(act: Act, parties: Parties) -> tuple[int, ...]:
    """The land or town where it is done: behind the act, wherever the parse hung it, or where those are who do it."""
    doer = parties.doc[act.sources[0]]
    end = doer.right_edge.i if act.code < FORCE else -1
    for token in parties.doc[act.head].subtree:
        placed = token.dep_ == "pobj" and token.head.lower_ in WHERE
        if placed and (act.head < token.i or doer.i < token.i <= end) and _is_land(token, parties):
            found = parties.apart((token.i,), act.sources)
            if found:
                return found
    return ()


def _is_land(token: Token, parties: Parties) -> bool:
    mention = parties.mention(token.i)
    return parties.known(token.i) and (mention.sort in LANDS or mention.kind == "place")
