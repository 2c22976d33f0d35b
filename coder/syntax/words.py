"""Words as the lexicon compares them: lower case, lemma, hyphens closed."""

from typing import Final

from coder.syntax.parsed import Token, Word

# Nouns that only measure what stands behind their "of": "tons of food" is food, "a series of attacks" are attacks.
MEASURES: Final = frozenset(
    """amount batch billion bulk bunch bundle consignment convoy couple deal dozen dozens flurry form group
    handful hundred hundreds kind kilo kilogram load lot lots majority million millions more most number
    package pair part piece plenty portion quantity range rest round score scores sequence series set shipment
    some sort spate stockpile string thousand thousands ton tonne tons tonnes truckload type variety volume
    wave worth percent cent half quarter third all any each many several two three four five six seven eight
    nine ten one both none act acts campaign kinds pallet parcel crate sack bag box planeload shipload lorryload busload
    boatload tranche container carton barrel wagonload trainload cartload consignments barrage bout rash succession
    torrent""".split()
)

REPUBLIC: Final = "republic"  # in the name of a land

# Verb forms whose lemma the language model gets wrong ("staged" -> "stag"), with the right one.
_FORMS: Final = {
    form: verb
    for verb, endings in {
        "stage": "d s",
        "wage": "d s",
        "rage": "d s",
        "rape": "d s",
        "fine": "d s",
        "hope": "d s",
        "axe": "d s",
        "spare": "d s",
        "cane": "d s",
        "dine": "d s",
        "snipe": "d s",
        "lambaste": "d s",
        "gut": "ted ting",
        "cordon": "ed ing",
        "phish": "ed ing",
        "install": "ed ing",
        "deadlock": "ed ing",
        "rearrest": "ed ing",
        "deregister": "ed ing",
        "wiretap": "ped ping",
        "waterboard": "ed ing",
        "unban": "ned ning",
        "readmit": "ted ting",
        "reappoint": "ed ing",
        "scapegoat": "ed ing",
        "airdrop": "ped ping",
        "overfly": "",
        "cyberattack": "ed ing",
        "rocket": "ed ing",
        "dox": "xed xing",
        "firebomb": "ed ing",
        "kit": "ted ting",
        "resupply": "",
        "wine": "d s",
        "bare": "d s",
        "gripe": "d s",
        "hate": "d s",
        "pare": "d s",
        "prime": "d s",
        "ride": "s",
        "scare": "d s",
        "scrape": "d s",
        "shame": "d s",
        "shine": "d s",
        "slate": "d s",
        "wade": "d s",
        "backpedal": "led ling ed ing",
        "backstop": "ped ping",
        "bog": "ged ging",
        "bus": "sed sing",
        "defund": "ed ing",
        "disendow": "ed ing",
        "extol": "led ling",
        "greenlight": "ed ing",
        "gridlock": "ed ing",
        "imperil": "led ling",
        "instil": "led ling",
        "napalm": "ed ing",
        "outgun": "ned ning",
        "polygraph": "ed ing",
        "prewarn": "ed ing",
        "readopt": "ed ing",
        "reconnect": "ed ing",
        "reequip": "ped ping",
        "relaunch": "ed ing es",
        "retarget": "ed ing",
        "taser": "ed ing",
        "teargas": "sed sing ses",
        "text": "ed ing",
        "unsign": "ed ing",
        "rate": "d s",
        "focus": "sed sing ses",
        "refocus": "sed sing ses",
        "target": "ted ting",
        "stare": "d s",
        "code": "d s",
        "tape": "d s",
        "site": "d s",
        "cope": "d s",
        "slope": "d s",
        "tinge": "d s",
        "pipe": "d s",
        "bate": "d s",
        "wane": "d s",
        "mate": "d s",
        "dote": "d s",
        "pine": "d s",
        "gape": "d s",
        "bathe": "d s",
        "chaperone": "d s",
        "scam": "med ming",
        "remodel": "led ling",
        "outstretch": "ed ing es",
        "handpick": "ed ing",
        "redevelop": "ed ing",
        "reinvest": "ed ing",
        "grandfather": "ed ing",
        "coauthor": "ed ing",
        "reenter": "ed ing",
        "resubmit": "ted ting",
        "recheck": "ed ing",
        "ratchet": "ted ting",
        "trial": "ed ing",
        "mainstream": "ed ing",
        "benchmark": "ed ing",
        "spam": "med ming",
        "crater": "ed ing",
        "laser": "ed ing",
        "unfetter": "ed ing",
    }.items()
    for form in (*(verb + e for e in endings.split()), *((verb[:-1] + "ing",) if verb.endswith("e") else ()))
} | {
    "reoccupied": "reoccupy",
    "reoccupies": "reoccupy",
    "readied": "ready",
    "putting": "put",
    "piping": "pipe",
    "resupplied": "resupply",
    "resupplies": "resupply",
    "overflew": "overfly",
    "overflown": "overfly",
    "reoccupying": "reoccupy",
    "reapplied": "reapply",
    "reapplies": "reapply",
    "reapplying": "reapply",
    "cosied": "cosy",
    "cosies": "cosy",
    "cosying": "cosy",
    "cozied": "cozy",
    "cozies": "cozy",
    "cozying": "cozy",
    "ponied": "pony",
    "ponies": "pony",
    "appalled": "appall",
    "appalling": "appall",
    "fulfilled": "fulfill",
    "fulfilling": "fulfill",
    "redrew": "redraw",
    "redrawn": "redraw",
    "resold": "resell",
    "remedied": "remedy",
    "partied": "party",
    "misidentified": "misidentify",
    # pasts that are taken for a present, and so for the verb's own form
    "bit": "bite",
    "bade": "bid",
    "forgave": "forgive",
    "overshot": "overshoot",
    "overwrote": "overwrite",
    "overrode": "override",
    "misunderstood": "misunderstand",
    "remade": "remake",
    "clung": "cling",
    "leapt": "leap",
    "strove": "strive",
    "befell": "befall",
    "partook": "partake",
    "unwound": "unwind",
    "rethought": "rethink",
    "forsook": "forsake",
    "forbad": "forbid",
    "swam": "swim",
    "undersold": "undersell",
    "misspent": "misspend",
    "outshone": "outshine",
    "relaid": "relay",
    "leant": "lean",
}
# Plurals whose lemma the language model gets wrong ("bases" -> "basis", "corpses" -> "corps").
_PLURALS: Final = {
    "axes": "axe",
    "bases": "base",
    "corpses": "corpse",
    "doses": "dose",
    "graves": "grave",
    "taxes": "tax",
    "uses": "use",
    "vases": "vase",
}

_VARIANTS: Final = {"towards": "toward", "amongst": "among"}


# Their gerund is done by others: "faced shelling".
BORNE: Final = frozenset("face suffer endure undergo withstand".split())
JOINED: Final = frozenset({"compound", "amod", "nmod"})  # how a word hangs on the noun that it may be joined with


def normal(word: str) -> str:
    """Lower-case a word and close its hyphens, so that "cease-fire" and "ceasefire" are one; so are "toward(s)"."""
    plain = word.lower().replace("-", "").replace("’", "'")
    return _VARIANTS.get(plain, plain)


def lemma(token: Token) -> str:
    """The token's lemma; a word that the tokeniser cut at a hyphen is put together again ("cease", "-", "fire")."""
    found = token.lexical
    if found is None:
        found = token.lexical = _lemma(token)
    return found


def plain_lemma(lower: str, given: str, tag: str, pos: str) -> str:
    """The lemma of a word whatever stands around it, the language model's mistakes put right."""
    known = _FORMS if pos == "VERB" else _PLURALS if tag == "NNS" else {}
    return normal(known.get(lower, given))


def word_of(text: str, tag: str, pos: str, given: str, *, blank: bool = False) -> Word:
    """Give a word with the tag, part of speech and lemma that the language model gives it."""
    lower = text.lower()
    return Word(text, lower, normal(text), tag, pos, given, plain_lemma(lower, given, tag, pos), blank)


def _lemma(token: Token) -> str:
    word = plain_lemma(token.lower_, token.lemma_, token.tag_, token.pos_)
    if nominal_gerund(token):
        word = token.text if token.tag_ == "VBG" else token.text.removesuffix("s")
    i, doc = token.i, token.doc
    if i > 1 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_:
        word = doc[i - 2].text + word
    return normal(word)


def infinitives(gerund: str) -> tuple[str, ...]:
    """Give what a form in "-ing" may come from: "arming" from "arm" or "arme", "recognising", "jamming" from "jam"."""
    stem = gerund.removesuffix("ing")
    return (stem, stem + "e", stem[:-1]) if stem[-1:] == stem[-2:-1] else (stem, stem + "e")


def nominal_gerund(token: Token) -> bool:
    """Whether a word tagged as a verb names an act as a noun does: "the fighting between", "accused of spying"."""
    found = token.gerund
    if found is None:
        found = token.gerund = token.pos_ == "VERB" and _nominal_gerund(token)
    return found


def _nominal_gerund(token: Token) -> bool:
    mistaken = token.dep_ == "pobj" and token.tag_ in ("VBZ", "VB", "VBP")  # "a series of airstrikes against"
    borne = token.dep_ == "xcomp" and token.head.lemma_ in BORNE
    named = token.tag_ == "VBG" and (borne or token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT"))
    done_by = token.dep_ == "pcomp" and any(c.lower_ in ("by", "between") for c in token.children if c.dep_ == "prep")
    if not (mistaken or named or done_by):  # "killed in shelling by separatists"
        return False
    inner = {child.dep_ for child in token.children}
    if inner & {"dobj", "nsubj", "aux", "auxpass", "nsubjpass", "xcomp", "ccomp"}:
        return False
    return token.dep_ not in ("conj", "ROOT") or "det" in inner


# Measures of what is done again and again: "a week of exercises", not "a week of leave".
_SPANS: Final = frozenset("hour day night week month year fortnight weekend session".split())


def heads(token: Token) -> list[Token]:
    """The nouns a phrase is about: its head, and what a measuring head measures."""
    found = [token]
    span = lemma(token) in _SPANS
    if span or lemma(token) in MEASURES or token.lower_ in MEASURES or token.pos_ == "NUM":
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "to"):
                for pobj in child.children:
                    if pobj.dep_ == "pobj" and (pobj.tag_ == "NNS" or not span):
                        found += heads(pobj)
    return found


def phrase_words(token: Token) -> tuple[str, ...]:
    """The words that say what a noun phrase is: heads, with compounds alone and joined, and adjectives."""
    found = token.phrase
    if found is None:
        found = token.phrase = tuple(_phrase_words(token))
    return found


def _phrase_words(token: Token) -> list[str]:
    found = []
    for head in heads(token):
        own = lemma(head)
        if own == REPUBLIC and head.pos_ == "PROPN" and any(c.pos_ == "PROPN" for c in head.children):
            continue  # "the Dominican Republic" is a land's name
        found.append(own)
        if head.normal != own:
            found.append(head.normal)
        for child in head.children:
            if child.dep_ in JOINED:
                found.extend(joined_words(child))
    return found


def joined_words(token: Token) -> tuple[str, ...]:
    """The words a modifier gives the noun behind it: alone, and joined with it ("air", "air strike", "airstrike")."""
    head = token.head
    if token.dep_ not in JOINED or token.i >= head.i or token.pos_ == "VERB":
        return ()
    mine, own = lemma(token), lemma(head)
    found = (mine, f"{mine} {own}", mine + own)
    if token.i + 1 < head.i:
        return (*found, normal(head.doc.words(token.i, head.i)) + " " + own)
    return found


def head_forms(token: Token) -> list[str]:
    """The words an entry may call a head by: its lemma, and the compound it closes ("air strike", "airstrike")."""
    own = lemma(token)
    before = token.doc[token.i - 1] if token.i else None
    if (
        token.pos_ in ("NOUN", "PROPN")
        and before is not None
        and before.head.i == token.i
        and before.dep_ in ("compound", "amod")
    ):
        return [lemma(before) + own, own]
    if token.pos_ == "PROPN" and token.i == 0 and own.endswith("s"):
        return [own, own[:-1]]  # "Rockets were fired": the parser takes the first word for a name
    return [own]
