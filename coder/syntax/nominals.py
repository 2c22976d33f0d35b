"""Nominals: what can be told of a noun, a name or their modifiers from the tokens around them."""

from collections.abc import Iterable, Iterator
from typing import Final

from coder.syntax.grammar_words import ATTRIBUTES, COMING, DASHES, DAYS, LAID_ON, MAKERS, NOMINAL, OWNING, SUBJECTS
from coder.syntax.parsed import Token
from coder.syntax.words import MEASURES, lemma

_LYING: Final = frozenset(("of", "in", "at", "near"))
# What may be struck, held or closed together with another such place, whatever town it lies in.
_SITES: Final = frozenset(
    """airport airbase base port harbour harbor city town village district province camp prison school hospital bridge
    crossing refinery factory plant depot station barracks post checkpoint headquarters embassy consulate""".split()
)
_PAIRED: Final = frozenset("woman man girl boy child wife husband son daughter brother sister mother father".split())


def conjuncts(token: Token) -> list[Token]:
    """A nominal and those coordinated with it, in text order."""
    found = [token]
    for child in token.children:
        joined = child.dep_ == "conj" and child.i > token.i and not _is_one_person(token, child)
        if (joined and (child.pos_ in NOMINAL or child.tag_ in ("JJ", "DT"))) or _begins_list(token, child):
            found += conjuncts(child)
        elif child.dep_ == "prep" and child.lower_ == "of" and token.pos_ == "NOUN" and _may_share(token):
            found += _beyond(child)
        elif child.dep_ == "appos" and child.i == child.left_edge.i == token.i + 1:
            found += _beside_named(child)
        elif child.dep_ == "prep" and child.lower_ in _LYING and lemma(token) in _SITES:
            found += [c for name in child.children if name.pos_ == "PROPN" for c in _beside_named(name)]
    return found


def _is_one_person(first: Token, second: Token) -> bool:
    """Whether two nouns behind one "a" say what one person is: "a banker and critic of the president said"."""
    if first.tag_ != "NN" or second.tag_ != "NN" or first.dep_ not in ("nsubj", "appos") or first.head.pos_ == "NOUN":
        return False
    if any(c.dep_ in ("det", "poss", "nummod") for c in second.children) or second.lower_ in _PAIRED:
        return False
    plural = any(c.dep_ == "aux" and c.lower_ in ("were", "are", "have") for c in first.head.children)
    return not plural and any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in first.children)


def _begins_list(first: Token, second: Token) -> bool:
    """Whether a name that seems to explain another only follows it in a list: "Macron, [Scholz] and Draghi left"."""
    if second.dep_ != "appos" or first.pos_ != "PROPN" or second.pos_ != "PROPN" or second.i < first.i:
        return False
    last = next((c for c in second.children if c.dep_ == "conj" and c.pos_ == "PROPN"), None)
    after = last.right_edge.i + 1 if last is not None else len(first.doc)
    return after < len(first.doc) and first.doc[after].text != ","


def _may_share(noun: Token) -> bool:
    """Whether those behind its "of" may be joined with it: those of a doer ("the government of"), of "a number of"."""
    return noun.dep_ in SUBJECTS or lemma(noun) in MEASURES


def _beside_named(name: Token) -> list[Token]:
    """Those joined with a bare name that have an article: "the agency Glavkosmos and [the Indian agency]"."""
    return [c for c in name.children if c.dep_ == "conj" and any(d.lower_ == "the" for d in c.children)]


def _beyond(of: Token) -> Iterator[Token]:
    """Those that the parser joined with a name behind "of": "the government of [Mali] and [Tuareg rebels]"."""
    for name in of.children:
        if name.dep_ == "pobj" and name.pos_ == "PROPN":
            yield from (c for c in name.children if c.dep_ == "conj" and c.tag_ == "NNS" and c.i > name.i)


def indices(tokens: Iterable[Token]) -> list[int]:
    """Token positions, in order, without repeats."""
    found = [t.i for t in tokens]
    return found if len(found) <= 1 else list(dict.fromkeys(found))


def is_stray_subject(token: Token) -> bool:
    """Whether a name that the parser took for an adverb is the subject: "Nauru sued Australia", "USAID announced"."""
    if token.dep_ == "npadvmod":
        return token.pos_ == "PROPN" and token.lower_ not in DAYS
    return token.dep_ == "advmod" and token.is_upper and len(token) > 1


def is_stray_object(token: Token) -> bool:
    """Whether a name right behind a verb, which the parser took for an adverb, is its object: "are bombing Aleppo"."""
    named = token.dep_ == "npadvmod" and token.tag_ == "NNP" and token.lower_ not in DAYS
    return named and token.left_edge.i == token.head.i + 1


def names_owner(modifier: Token) -> bool:
    """Whether a modifier says whose something is: "the Russian announcement", "a State Department plan"."""
    return modifier.text[:1].isupper() and modifier.pos_ in ("PROPN", "ADJ") and modifier.lower_ not in DAYS


def joined_before(modifier: Token) -> list[int]:
    """The names that a dash, a stroke or "and" joins before a noun: "[Chad]-[Togo] talks", "[Thai]/[Lao] talks"."""
    names, doc, start = [modifier], modifier.doc, modifier.i
    while start > 1 and names_owner(doc[start]):
        if doc[start - 1].text in DASHES and names_owner(doc[start - 2]):
            names.insert(0, doc[start - 2])
        elif not names_owner(doc[start - 1]):  # else it goes on: "[North Korea]-[South Korea] talks"
            break
        start = min(start - 1, names[0].i)
    if len(names) == 1:
        names = conjuncts(modifier)
    return indices(names) if all(names_owner(name) for name in names) else []


def stands_aside(adjective: Token) -> bool:
    """Whether an adjective has a clause's worth to say: "Chad, [wary] of Togo, …", "[Angry] at Togo, Chad …"."""
    about = (p for c in adjective.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj")
    if not any(names_owner(word) for p in about for word in (p, *p.children)):
        return False
    if adjective.dep_ == "amod":
        return adjective.head.i < adjective.i and adjective.doc[adjective.i - 1].text == ","
    return adjective.dep_ == "advcl" and adjective.i == 0 and adjective.head.pos_ in ("VERB", "AUX")


def is_each_other(token: Token) -> bool:
    """Whether a phrase means those who do it themselves: "each [other]", "one [another]", "[one] another"."""
    word, doc, at = token.lower_, token.doc, token.i
    if word == "one":
        return at + 1 < len(doc) and doc[at + 1].lower_ == "another"
    return word in ("other", "another") and at > 0 and doc[at - 1].lower_ in ("each", "one")


def is_part(adjective: Token) -> bool:
    """Whether an adjective stands for a part of something: "freed the last of their captives"."""
    return adjective.dep_ == "dobj" and any(c.dep_ == "prep" and c.lower_ == "of" for c in adjective.children)


def made_by(noun: Token) -> list[int]:
    """Who did it by the clause behind a noun: "an attack claimed by rebels", "raids that Chad blames on rebels"."""
    verbs = [c for c in noun.children if c.dep_ == "acl" or (c.dep_ == "relcl" and lemma(c) in LAID_ON)]
    if noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].dep_ == "advcl":
        verbs.append(noun.doc[noun.i + 1])  # the parser may hang it on the verb: "were killed in a raid blamed on"
    if noun.dep_ == "nsubjpass" and lemma(noun.head) in LAID_ON:
        verbs.append(noun.head)
    for verb in verbs:
        told = verb.tag_ in ("VBN", "VBD") or verb.dep_ == "relcl"
        wanted = MAKERS.get(lemma(verb)) if told else None
        for prep in verb.children if wanted else ():
            if prep.lower_ == wanted:
                return indices(x for p in prep.children if p.dep_ == "pobj" for x in conjuncts(p))
    return []


def modifying(token: Token) -> list[int]:
    """The modifier that a token is: "Saudi-imposed" is the Saudis' own, "UN-backed" is not the UN's."""
    doc = token.doc
    if token.tag_ in ("VBN", "VBD"):
        tied = [c.i for c in token.children if c.dep_ == "npadvmod" and c.text[:1].isupper()]
        return [*(tied if token.lower_ in OWNING else ()), token.i]
    own = token.lower_.rpartition("-")
    if own[0]:
        return [] if _is_loose(own[2]) else [token.i]
    if token.i + 2 >= len(doc) or doc[token.i + 1].text != "-":
        return [token.i]
    mark = doc[token.i + 2]
    return [] if mark.tag_ in ("VBN", "VBD", "JJ") and _is_loose(mark.lower_) else [token.i]


def _is_loose(mark: str) -> bool:
    """Whether a participle tells something of the name before its hyphen other than that it did it: "UN-backed"."""
    return mark.endswith("ed") and mark not in OWNING


def is_attribute(token: Token) -> bool:
    """Whether a participle that the parser took for a verb only marks the name behind it: "visiting Prince X"."""
    bare = all(c.dep_ == "dobj" and c.i > token.i for c in token.children)
    return token.tag_ == "VBG" and lemma(token) in ATTRIBUTES and bare and bool(token.children)


def has_no(noun: Token) -> bool:
    """Whether a noun phrase is negative: "no charges", "neither Iran nor its allies"."""
    return any(c.dep_ in ("det", "preconj", "cc") and c.lower_ in ("no", "neither") for c in noun.children)


def has_pobj(token: Token) -> bool:
    """Whether a preposition has its object."""
    return any(c.dep_ in ("pobj", "pcomp") for c in token.children)


def leads_up(token: Token) -> bool:
    """Whether a phrase only says what comes after it: "two days before a summit in [Tokyo]", "ahead of talks with"."""
    return any(is_lead(above) for above in token.ancestors)


def is_lead(preposition: Token) -> bool:
    """Whether a preposition begins what comes after: "ahead of", "a day before", "before the vote"; not "a judge"."""
    if preposition.lower_ == "of":
        return preposition.head.lower_ == "ahead"
    if preposition.lower_ != "before" or preposition.dep_ != "prep":
        return False
    return any(c.dep_ == "npadvmod" or lemma(c) in COMING for c in preposition.children)
