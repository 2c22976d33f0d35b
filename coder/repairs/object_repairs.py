"""Trees in which what is done, or asked, of whom was read as one noun: "sent [Ukraine four tanks]"."""

from typing import Final

from coder.repairs.trees import NAMES, NOUNS, Tree
from coder.syntax.parsed import Doc, Token

_KINDS: Final = frozenset({"nmod", "compound"})
_VERDICTS: Final = frozenset(
    "accountable alive answerable culpable dead guilty homeless injured liable responsible wounded".split()
)
_TAKING: Final = frozenset("take takes took taking taken hold holds held holding".split())
_SENDING: Final = frozenset(
    """bring brings brought bused bussed bundle bundled escort escorted ferried flew fly order ordered send sending
    sends sent ship shipped shipping took trucked""".split()
)
_TURNED: Final = {"captive": _TAKING, "hostage": _TAKING, "prisoner": _TAKING, "home": _SENDING}
_SETTING: Final = frozenset({"set", "sets", "setting"})
_CALLS: Final = frozenset("call calls appeal appeals plea pleas request requests demand demands pressure heat".split())
_RISING: Final = frozenset("came come coming comes grew grow growing grown mounted mounting mount mounts rose".split())
_TAKEN_IN: Final = frozenset(
    """host hosts hosted house houses housed shelter shelters sheltered employ employs employed detain detains detained
    arrest arrests arrested expel expels expelled deport deports deported free frees freed release releases released
    rescue rescues rescued evacuate evacuates evacuated kill kills killed wound wounds wounded displace displaced
    resettle resettles resettled train trains trained donate donates donated jail jailed""".split()
)
_FUNDS: Final = frozenset(
    """dollars euros pounds yen million billion loan loans credit credits grant grants aid package bailout assistance
    funds money funding""".split()
)
_FUNDING: Final = frozenset(
    """approve approves approved clear cleared earmark earmarked allocate allocated set gave give gives provide provides
    provided pledge pledges pledged release released offer offers offered grant granted commit committed promise
    promised unlock unlocked endorse endorsed announce announced okayed donated""".split()
)
_OFFERS: Final = frozenset("offer offers promise promises pledge proposal threat threats apology".split())
_MAKING: Final = frozenset("make makes made making".split())
_TO_WHOM: Final = frozenset({"on", "upon", "for", "to"})
_CLAUSES: Final = frozenset({"advcl", "xcomp", "acl", "ccomp", "relcl"})
_REACH: Final = 14  # words between a call and what it is for
_ABREAST: Final = frozenset({"side", "shoulder", "hand", "arm", "face"})
_PUT: Final = _CALLS | _OFFERS
_WORDS: Final = _PUT | _ABREAST | frozenset(_TURNED) | {"over", "for"}  # what is looked at whatever its relation
_FINDING: Final = frozenset(
    """find finds found hold holds held holding declare declares declared pronounce pronounces pronounced leave leaves
    left leaving burn burns burned burnt bury buries buried""".split()
)
# Who stands right behind these gets something: "gave Taiwan drones".
_GIVING: Final = frozenset(
    """give gives gave given giving lend lends lent lending hand hands handed grant grants granted offer offers offered
    sell sells sold selling forgive forgives forgave forgiven loan loans loaned gift gifted lease leased send sends sent
    sending ships shipped shipping""".split()
)
_WHEN: Final = frozenset("after amid before by despite during in on since till under until while".split())
_SAID_OF_IT: Final = frozenset({"amod", "advcl"})
_RELATIONS: Final = _KINDS | _SAID_OF_IT  # what is looked at whatever its word


def objects(doc: Doc) -> None:
    """Mend what seems to say which kind of object it is, and is a verb, a verdict or a receiver."""
    for token in doc.tokens:
        if token.dep_ in _RELATIONS or token.lower_ in _WORDS:
            _object(doc, token)
        elif token.dep_ == "npadvmod" and token.lower_ == "march":
            marched(doc, token)


def _object(doc: Doc, token: Token) -> None:
    tag, dep, word = token.tag_, token.dep_, token.lower_
    if dep in _KINDS and (tag in NAMES or (tag in NOUNS and token.head.head.lower_ in _GIVING)):
        receiver(doc, token)
    elif dep == "amod" and tag == "VBD":
        with_subject(doc, token)
    elif dep in _SAID_OF_IT and word in _VERDICTS:
        verdict(doc, token)
    elif dep == "amod" and word == "free" and token.i:
        set_free(doc, token)
    elif word in _TURNED and token.i:
        turned(doc, token, _TURNED[word])
    elif word in _PUT and tag in NOUNS:
        _put(doc, token)
    elif word in _ABREAST and 1 < token.i < len(doc) - 1:
        abreast(doc, token)
    elif dep == "prep" and word == "over":
        hosted(doc, token)
    elif dep == "mark" and word == "for":
        funded(doc, token)


def _put(doc: Doc, word: Token) -> None:
    """Mend who is asked, offered or threatened, and with what."""
    if word.lower_ in _CALLS:
        asked_for(doc, word)
        pressed(doc, word)
    offered(doc, word)


def marched(doc: Doc, march: Token) -> None:
    """Mend "broke up a [march] by students", where the model saw the month: with an article it is what people hold."""
    verb = march.head
    if not verb.tag_.startswith("VB") or march.i < verb.i or not any(c.dep_ == "det" for c in march.children):
        return
    tree = Tree(doc)
    tree.hang(march, verb, "dobj")
    if march.i + 1 < len(doc) and (by := doc[march.i + 1]).lower_ == "by" and by.head is verb:
        tree.hang(by, march, "prep")
    tree.written()


def receiver(doc: Doc, name: Token) -> None:
    """Mend "shipped [Ukraine] four tanks", "gave Lebanon's [army] ten lorries": no name, nor who is somebody's.

    Neither stands before the number of what it would be part of.
    """
    thing = name.head
    number = next((c for c in thing.children if c.dep_ == "nummod"), None)
    verb = thing.head
    if verb.lower_ in _GIVING and name.tag_ in NAMES and name.i == verb.i + 1:
        given(doc, name)
        return
    if name.tag_ not in NAMES and all(c.dep_ != "poss" for c in thing.children):
        return
    if number is None or not name.i < number.i < thing.i or thing.dep_ != "dobj" or not verb.tag_.startswith("VB"):
        return
    left = [c for c in thing.children if verb.i < c.i < number.i and c.i != name.i]
    apart = ("dative", "punct") if name.tag_ not in NAMES else ("poss", "dative", "punct")
    if verb.i > name.i or any(c.dep_ in apart for c in left) or _is_amount(doc, number):
        return
    tree = Tree(doc)
    tree.hang(name, verb, "dative")
    for child in left:
        if child.i < name.i:
            tree.hang(child, name, child.dep_)
    tree.written()


def given(doc: Doc, name: Token) -> None:
    """Mend "gave [Ukraine] patrol boats": who is named right behind such a verb gets what is named last."""
    thing, verb = name.head, name.head.head
    further = any(
        c.dep_ in ("dative", "dobj", "prep") and c.i != thing.i and c.lower_ not in _WHEN for c in verb.children
    )
    if thing.dep_ not in ("dobj", "dative") or thing.tag_ not in ("NN", "NNS") or further:
        return
    if any(c.lower_ in ("to", "for") or c.dep_ in ("poss", "det") for c in thing.children) and thing.lower_ != "access":
        return
    tree = Tree(doc)
    tree.hang(name, verb, "dative")
    tree.hang(thing, verb, "dobj")
    for count in (c for c in name.children if c.i > name.i and c.dep_ == "nummod"):
        tree.hang(count, thing, "nummod")
    tree.written()


def _is_amount(doc: Doc, number: Token) -> bool:
    """Tell whether a number is part of the name before it: "hit an Airbus 320 jet"."""
    return number.text.isdigit() and doc[number.i - 1].tag_ in NAMES and number.head.tag_ == "NN"


def verdict(doc: Doc, word: Token) -> None:
    """Mend "found a leader of the party [guilty]", "held Peru [liable]": what the verb makes of them."""
    verb = next((a for a in word.ancestors if a.tag_.startswith("VB")), None)
    if word.head.i > word.i or verb is None or verb.lower_ not in _FINDING:
        return
    if not any(c.dep_ == "dobj" and c.i < word.i for c in verb.children):
        return
    tree = Tree(doc)
    tree.hang(word, verb, "oprd")
    tree.written()


def set_free(doc: Doc, free: Token) -> None:
    """Mend "set [free] 40 hostages": nothing is free that is set, but for what the verb makes of it."""
    verb = doc[free.i - 1]
    if verb.lower_ not in _SETTING or not verb.tag_.startswith("VB") or free.head.i < free.i:
        return
    tree = Tree(doc)
    tree.hang(free, verb, "oprd")
    tree.written()


def turned(doc: Doc, word: Token, verbs: frozenset[str]) -> None:
    """Mend "took prison guards [hostage]" and "sent ten men [home]": who is taken or sent stands before the word."""
    verb, taken = word.head, doc[word.i - 1]
    if verb.lower_ not in verbs or taken.head.i != word.i or taken.tag_ not in ("NNS", "NNPS"):
        return
    tree = Tree(doc)
    tree.hang(taken, verb, "dobj")
    tree.hang(word, verb, "oprd" if verbs is _TAKING else "advmod")
    for child in word.children:
        if child.i < taken.i:
            tree.hang(child, taken, child.dep_)
    tree.written()


def with_subject(doc: Doc, verb: Token) -> None:
    """Mend "the court [eased] rules, it said": what has a subject of its own is a verb and no attribute."""
    thing = verb.head
    if thing.i < verb.i or not any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children):
        return
    tree = Tree(doc)
    tree.make_verb(verb, thing)
    tree.hang(thing, verb, "dobj")
    for child in thing.children:
        if child.i < verb.i or (child.i > thing.i and child.dep_ in ("punct", "cc", "conj", "advcl")):
            tree.hang(child, verb, child.dep_)
    tree.written()


def asked_for(doc: Doc, call: Token) -> None:
    """Mend "calls by [unions for Peru] to act" and "calls [grew from unions for Peru to act]": Peru shall act."""
    above = call.head if call.dep_ == "nsubj" and call.head.lower_ in _RISING else call
    callers = [c for t in (call, above) for c in t.children if c.lower_ in ("from", "by") and c.i > call.i]
    place = next((t for t in doc.tokens[call.i + 1 : call.i + _REACH] if t.lower_ == "for"), None)
    asked = _asked(doc, place) if place else None
    if not callers or place is None or asked is None or place.i < callers[0].i:
        return
    who, act = asked
    if call.i not in (a.i for a in act.ancestors) and above.i not in (a.i for a in act.ancestors):
        return
    tree = Tree(doc)
    tree.hang(callers[0], call, "prep")
    tree.hang(act, call, "acl")
    tree.hang(who, act, "nsubj")
    tree.hang(place, act, "mark")
    tree.written()


def pressed(doc: Doc, call: Token) -> None:
    """Mend "backed calls on Peru [to act]", "rejected a call for Peru [to act]": that is what Peru is asked to do.

    The infinitive seemed to say what was backed or rejected for. Who stands behind "for" is asked only if he is named:
    not "a call for talks to end the war".
    """
    tops = (call.i, call.head.i, *(c.i for c in _callers(call)))
    near = [t for t in doc.tokens[call.i + 1 : call.i + _REACH] if t.lower_ in _TO_WHOM]
    place = next((t for t in near if (t.head.head if t.dep_ == "mark" else t.head).i in tops), None)
    asked = _asked(doc, place) if place is not None and not call.i < call.head.i < place.i else None
    if place is None or asked is None:
        return
    who, act = asked
    named = place.lower_ != "for" or any(
        t.tag_ in NAMES or (t.tag_ == "JJ" and t.text[0].isupper()) for t in who.subtree
    )
    if not named or (act.head.i not in (call.head.i, call.i, who.i)) or act.dep_ not in _CLAUSES:
        return
    tree = Tree(doc)
    tree.hang(act, call, "acl")
    if place.lower_ == "for":
        tree.hang(place, act, "mark")
        tree.hang(who, act, "nsubj")
    else:
        tree.hang(place, call, "prep")
    tree.written()


def offered(doc: Doc, offer: Token) -> None:
    """Mend "made [Chad an offer]": Chad gets the offer, which seemed to be what Chad was made."""
    who = next((c for c in offer.children if c.dep_ == "nsubj" and c.i < offer.i), None)
    if who is None or offer.dep_ not in _CLAUSES or offer.head.lower_ not in _MAKING or offer.head.i > who.i:
        return
    tree = Tree(doc)
    tree.hang(who, offer.head, "dative")
    tree.hang(offer, offer.head, "dobj")
    tree.written()


def _callers(call: Token) -> list[Token]:
    """Give those by or from whom a call is, on whom the parser often hangs who is called on."""
    return [p for c in call.children if c.lower_ in ("by", "from") for p in c.children if p.dep_ == "pobj"]


def abreast(doc: Doc, second: Token) -> None:
    """Mend "fought shoulder to [shoulder with] the army": with whom they fought, the second shoulder says nothing.

    In "met face to [face with] them" the second seems a verb.
    """
    first, to, joined = doc[second.i - 2], doc[second.i - 1], doc[second.i + 1]
    verb = next((a for a in first.ancestors if a.tag_.startswith("VB")), None)
    if first.lower_ != second.lower_ or joined.lower_ != "with" or verb is None or joined.dep_ != "prep":
        return
    tree = Tree(doc)
    tree.hang(joined, verb, "prep")
    if second.tag_ == "VB":
        tree.tags[second.i], tree.tags[to.i] = "NN", "IN"
        tree.hang(first, verb, "npadvmod")
        tree.hang(to, first, "prep")
        tree.hang(second, to, "pobj")
    tree.written()


def _asked(doc: Doc, place: Token) -> tuple[Token, Token] | None:
    """Give who shall act and the verb of "for Peru to act", whether "for" was read as a preposition or not."""
    if place.dep_ == "mark":
        act = place.head
        who = next((c for c in act.children if c.dep_ == "nsubj" and c.i > place.i), None)
    else:
        who = next((c for c in place.children if c.dep_ == "pobj"), None)
        last = who.right_edge.i + 1 if who else len(doc)
        if last + 1 >= len(doc) or doc[last].lower_ != "to":
            return None
        act = doc[last].head
    return (who, act) if who is not None and act.tag_ == "VB" and act.i > who.i else None


def hosted(doc: Doc, over: Token) -> None:
    """Mend "hosts [over] a million refugees": they are hosted, "over" says how many."""
    verb = over.head
    many = next((c for c in over.children if c.dep_ == "pobj"), None)
    if verb.lower_ not in _TAKEN_IN or many is None or any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        return
    if not any(c.dep_ == "nummod" and c.i > over.i for c in many.children) or over.i != verb.i + 1:
        return
    tree = Tree(doc)
    tree.hang(many, verb, "dobj")
    tree.hang(over, many, "advmod")
    tree.written()


def funded(doc: Doc, place: Token) -> None:
    """Mend "approved a loan [for Peru to mend] roads": the loan is for Peru, whatever it does with it."""
    act = place.head
    verb = act.head
    who = next((c for c in act.children if c.dep_ == "nsubj" and c.i > place.i), None)
    funds = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in _FUNDS and c.i < place.i), None)
    if who is None or funds is None or verb.lower_ not in _FUNDING or who.tag_ not in NAMES or act.tag_ != "VB":
        return
    tree = Tree(doc)
    tree.hang(place, funds, "prep")
    tree.hang(who, place, "pobj")
    tree.written()
