"""Trees in which a clause was taken apart.

Its doer seems to stand behind "dressed as", its first words behind "since", its object behind "what it called".
"""

from typing import Final

from coder.repairs.trees import NOUNS, Tree
from coder.syntax.grammar_words import FINITE
from coder.syntax.parsed import Doc, Token

DRESSED: Final = frozenset("attired clad costumed disguised dressed garbed masquerading posing".split())
_DOERS: Final = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_HELPERS: Final = frozenset({"aux", "auxpass", "neg", "advmod"})
_PAST: Final = frozenset({"VBD", "VBN"})
_REPORTING: Final = frozenset("said says reported reports".split())
# Words before a clause as well as before a noun: "since raids by rebels killed ten".
_BEFORE_CLAUSES: Final = frozenset("since after before until till as".split())
# How a clause of "what" gives a thing its name: "what it called …", "what it described as …", "what they see as …".
_NAMING: Final = frozenset(
    """call calls called term terms termed dub dubs dubbed label labels labelled labeled brand brands branded deem deems
    deemed consider considers considered name named describe describes described characterise characterises
    characterised characterize characterizes characterized denounce denounces denounced refer refers referred portray
    portrays portrayed condemn condemns condemned depict depicts depicted see sees saw seen view views viewed regard
    regards regarded perceive perceives perceived find finds found""".split()
)
# Whoever is these has something done to him though there is an object: "he's given a chance".
_GIVEN: Final = frozenset(
    """given offered shown told asked granted awarded paid sent handed denied allowed promised taught fined owed called
    named elected considered""".split()
)
# Past verbs that are no participle behind a noun when one of these words follows: nobody is "called on Peru".
_NOTING: Final = frozenset(
    "note notes noted observe observes observed learn learns learned learnt hear hears heard see sees saw".split()
)
_TELLING: Final = frozenset("told tell tells telling".split())
_SAYING: Final = _TELLING | frozenset(
    """said say says saying wrote write writes writing written declared declares announced announces warned warns
    warning stated states insisted insists stressed reiterated repeated reaffirmed confirmed claimed claims argued
    argues alleged complained""".split()
)
# Nouns that have clauses of their own: "said amid reports that rebels had struck".
_OF_CLAUSES: Final = frozenset(
    """accusation accusations allegation allegations assertion assertions belief charge charges claim claims complaint
    complaints concern concerns condition decision demand demands doubt doubts evidence expectation expectations fact
    fear fears feeling ground grounds hint hints hope hopes idea impression indication indications information news
    notion possibility proof prospect provision report reports requirement rumor rumors rumour rumours sign signs
    speculation suggestion suggestions suspicion suspicions understanding view warning warnings word""".split()
)
_WISHING: Final = frozenset("like want wants wanted prefer prefers preferred wish wishes wished".split())
CALLING: Final = {
    "called": frozenset({"on", "upon", "for"}),
    "appealed": frozenset({"to", "for"}),
    "agreed": frozenset({"to", "with"}),
    "objected": frozenset({"to"}),
    "voted": frozenset({"to", "for", "against"}),
    "threatened": frozenset({"to"}),
    "rallied": frozenset({"in", "outside", "against"}),
    "protested": frozenset({"in", "outside", "against"}),
    "marched": frozenset({"in", "on", "through", "to"}),
}
# How one says of oneself what one is: "pronounced itself ready".
_PROFESSING: Final = frozenset(
    """declare declares declared profess professes professed pronounce pronounces pronounced proclaim proclaims
    proclaimed show shows showed shown prove proves proved call calls called make makes made""".split()
)
_ONESELF: Final = frozenset("himself herself itself themselves".split())
_BEING: Final = frozenset("be is are was were".split())
_SEEMING: Final = frozenset("seem seems seemed appear appears appeared believed thought".split())


def disguised(doc: Doc, dressed: Token) -> None:
    """Mend "gunmen dressed as police [killed] …", where those whom they were dressed as seemed to do it."""
    worn = doc[dressed.i + 2] if dressed.i + 2 < len(doc) and doc[dressed.i + 1].lower_ == "as" else dressed
    while worn.i + 1 < len(doc) and worn.dep_ in ("compound", "amod", "nmod", "det") and worn.head.i > worn.i:
        worn = worn.head
    doer = next((c for c in dressed.children if c.dep_ in ("nsubj", "nsubjpass")), dressed.head)
    if worn.dep_ == "nsubj" and worn.head.i == dressed.head.head.i and dressed.dep_ == "acl":
        tree = Tree(doc)
        tree.hang(worn, doc[dressed.i + 1], "pobj")
        tree.written()
        return
    verb = _done_in(dressed, worn)
    if verb is None or doer.i >= dressed.i or doer.tag_ not in NOUNS:
        return
    top = dressed if dressed.i in (dressed.head.i, doer.head.i) else doer
    tree = Tree(doc)
    tree.make_verb(verb, top)
    for child in dressed.children:
        tree.hang(child, verb, child.dep_)
    tree.hang(doer, verb, "nsubj")
    tree.hang(dressed, doer, "acl")
    tree.hang(doc[dressed.i + 1], dressed, "prep")
    tree.hang(worn, doc[dressed.i + 1], "pobj")
    tree.written()


def _done_in(dressed: Token, worn: Token) -> Token | None:
    """Give the verb right behind a disguise, of which the parser made those who are imitated the subject."""
    if worn.dep_ == "nsubj" and worn.head.tag_ in _PAST and worn.head.dep_ == "advcl" and worn.head.head.i == dressed.i:
        return worn.head
    if worn.dep_ == "pobj":
        return next((c for c in worn.children if c.dep_ == "acl" and c.tag_ in _PAST and c.i == worn.i + 1), None)
    return None


def headed(doc: Doc, verb: Token) -> None:
    """Mend "wary since raids by rebels [killed] ten": the raids, which the parser put behind a preposition, did it."""
    if any(c.dep_ in _DOERS for c in verb.children):
        return
    helpers = [c for c in verb.children if c.dep_ in _HELPERS and c.i < verb.i]
    first = min((c.i for c in helpers), default=verb.i)
    if not any(t.tag_ in FINITE for t in (verb, *helpers)):
        return
    mark = next((t for t in reversed(doc.tokens[:first]) if t.lower_ in _BEFORE_CLAUSES), None)
    if mark is None or mark.dep_ not in ("prep", "mark") or mark.right_edge.i != first - 1:
        return
    doer = next((c for c in mark.children if c.dep_ == "pobj"), None)
    between = doc.tokens[verb.head.i + 1 : verb.i]
    if doer is None or doer.tag_ not in NOUNS or any(t.dep_ == "cc" and t.head is verb.head for t in between):
        return
    tree = Tree(doc)
    tree.hang(verb, verb.head, "advcl")
    tree.hang(mark, verb, "mark")
    tree.hang(doer, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in helpers) else "nsubj")
    tree.written()


def interposed(doc: Doc, verb: Token) -> None:
    """Mend "after the premier, Jo Roe, [suspended] talks", where the talks seemed a third name of the premier."""
    thing, doer = verb.head, verb.head.head
    mark, above = doer.head, doer.head.head
    if doc[verb.i - 1].text != "," or doer.dep_ != "pobj" or mark.lower_ not in _BEFORE_CLAUSES:
        return
    names = [c for c in doer.children if c.dep_ == "appos" and c.tag_ in ("NNP", "NNPS") and c.i < verb.i]
    joined = any(c.dep_ in ("cc", "conj") for c in doer.children)
    if len(names) != 1 or joined or names[0].right_edge.i != verb.i - 2 or thing.dep_ != "appos":
        return
    tree = Tree(doc)
    tree.tags[verb.i] = "VBD"
    tree.hang(verb, above, "advcl")
    tree.hang(mark, verb, "mark")
    tree.hang(doer, verb, "nsubj")
    tree.hang(thing, verb, "dobj")
    tree.written()


def reported_last(doc: Doc, said: Token) -> None:
    """Mend "police arrested ten men, an official newspaper [reported]", where the newspaper seemed to be held too."""
    speaker = said.head
    verb = speaker.head
    before = doc[speaker.left_edge.i - 1] if speaker.left_edge.i else speaker
    if said.lower_ not in _REPORTING or said.i != speaker.i + 1 or before.text != "," or verb.i > before.i:
        return
    if not verb.tag_.startswith("VB") or speaker.dep_ not in ("dobj", "appos", "conj", "npadvmod", "dep"):
        return
    tree = Tree(doc)
    tree.make_verb(said, verb)
    tree.hang(speaker, said, "nsubj")
    tree.hang(verb, said, "ccomp")
    tree.written()


def of_group(doc: Doc, verb: Token) -> None:
    """Mend "after Peru and a group of ten others [called] on Chile to act", where only the ten seemed to be called."""
    behind = doc[verb.i + 1].lower_ if verb.i + 1 < len(doc) else ""
    called = behind in CALLING.get(verb.lower_, ())
    asks = verb.tag_ == "VBD" or called
    doer = verb.head
    while asks and doer.dep_ in ("pobj", "conj") and (doer.dep_ == "conj" or doer.head.lower_ == "of"):
        doer = doer.head if doer.dep_ == "conj" else doer.head.head
    mark = doer.head
    timed = doer.dep_ == "pobj" and mark.lower_ in _BEFORE_CLAUSES
    if (doer.i == verb.head.i and not called) or doer.tag_ not in NOUNS or not (timed or _is_without_verb(doer, verb)):
        return
    tree = Tree(doc)
    tree.tags[verb.i] = "VBD"
    tree.put(verb, doer)
    if timed:
        tree.hang(verb, mark.head, "advcl")
        tree.hang(mark, verb, "mark")
    tree.hang(doer, verb, "nsubj")
    tree.written()


def _is_without_verb(top: Token, apart: Token) -> bool:
    """Tell whether a noun stands at the top of a sentence that has no finite verb but the one told apart."""
    others = (t for t in top.subtree if t is not apart)
    return top.dep_ == "ROOT" and not any(t.tag_ in FINITE or t.tag_ == "MD" for t in others)


def told_before(doc: Doc, verb: Token) -> None:
    """Mend "France [bombed] a depot; nobody had expected it", where what stands before a semicolon seemed expected."""
    last = verb.head
    if not any(c.text == ";" and verb.i < c.i < last.i for c in last.children):
        return
    tree = Tree(doc)
    tree.put(verb, last)
    tree.hang(last, verb, "conj")
    tree.written()


def called(doc: Doc, word: Token) -> None:
    """Mend "branded the government [corrupt]", where the adjective seemed a clause, with whom it is said of in it."""
    subject = next((c for c in word.children if c.dep_ == "nsubj" and c.i < word.i), None)
    clause = any(c.dep_ in ("aux", "cop", "mark") or c.tag_.startswith("VB") for c in word.children)
    if word.head.lower_ not in _NAMING or subject is None or clause or subject.i < word.head.i:
        return
    tree = Tree(doc)
    tree.hang(subject, word.head, "dobj")
    tree.hang(word, word.head, "oprd")
    tree.written()


def unwelcome(doc: Doc, persona: Token) -> None:
    """Mend "declared two envoys [persona non grata]": who is declared so is declared, whatever the Latin seemed."""
    verb = next((a for a in persona.ancestors if a.lower_.startswith("declar")), None)
    end = persona.i + 2
    if verb is None or end >= len(doc) or not doc[end].lower_.startswith("grat"):
        return
    tree = Tree(doc)
    tree.tags[persona.i] = "NN"
    tree.hang(persona, verb, "advmod")
    for word in doc.tokens[persona.i + 1 : end + 1]:
        tree.hang(word, persona, "compound")
    envoy = doc[persona.i - 1]
    if verb.i < envoy.i and envoy.tag_ in NOUNS:
        tree.hang(envoy, verb, "dobj")
        for child in persona.children:
            if child.i < envoy.i:
                tree.hang(child, envoy, child.dep_)
    for word in (persona, doc[end]):
        for child in word.children:
            if child.i > end:
                tree.hang(child, verb, "agent" if child.lower_ == "by" else child.dep_)
    tree.written()


def professed(doc: Doc, word: Token) -> None:
    """Read "declared itself [ready] to talk" as "is ready to talk": what one says of oneself is no other's."""
    verb = word.head
    oneself = next(
        (c for c in (*word.children, *verb.children) if verb.i < c.i < word.i and c.lower_ in _ONESELF), None
    )
    if oneself is None or verb.lower_ not in _PROFESSING or any(c.lower_ in _BEING for c in word.children):
        return
    tree = Tree(doc)
    tree.hang(oneself, verb, "dep")
    tree.hang(word, verb, "acomp")
    tree.written()


def shortened(doc: Doc, helper: Token) -> None:
    """Mend "he['s] accused Iran", which has an object and so is no "is"."""
    verb = helper.head
    doer = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if doer is None or thing is None or verb.lower_ in _GIVEN or helper.i != doer.i + 1:
        return
    tree = Tree(doc)
    tree.hang(helper, verb, "aux")
    tree.hang(doer, verb, "nsubj")
    tree.written()


def judged(doc: Doc, word: Token) -> None:
    """Mend "Egypt [called] the group fundamentally biased", where the verdict seemed to be told of Egypt."""
    doer = next((c for c in word.children if c.dep_ == "nsubj" and c.i < word.i), None)
    verb = next((c for c in doer.children if c.dep_ == "acl" and c.lower_ in _NAMING), None) if doer else None
    told = any(c.dep_ in ("aux", "cop", "auxpass", "mark") or c.lower_ in _BEING for c in word.children)
    if doer is None or verb is None or told or verb.tag_ not in _PAST:
        return
    thing = next((c for c in verb.children if c.dep_ in ("oprd", "dobj") and c.tag_ in NOUNS), None)
    if thing is None:
        return
    tree = Tree(doc)
    tree.make_verb(verb, word)
    tree.hang(doer, verb, "nsubj")
    tree.hang(thing, verb, "dobj")
    tree.hang(word, verb, "oprd")
    for child in word.children:
        if child.dep_ == "punct" and child.i > word.i:
            tree.hang(child, verb, "punct")
    tree.written()


def renamed(doc: Doc, what: Token) -> None:
    """Mend "struck [what it called] a Hamas base": what is struck is the base, whatever it is called."""
    top = what.head
    if top.dep_ == "ccomp" and top.head.i > what.i:
        top = top.head  # "what witnesses said was a base"
    thing = _thing(what)
    relation = {"ccomp": "dobj", "dobj": "dobj", "pcomp": "pobj"}.get(top.dep_)
    if thing is None or relation is None or top.head.i > what.i or not top.head.tag_.startswith(("VB", "IN", "TO")):
        return
    tree = Tree(doc)
    tree.hang(thing, top.head, relation)
    tree.hang(top, thing, "dep")
    for child in top.children:
        if child.dep_ == "prep" and child.i > thing.i:
            tree.hang(child, thing, "prep")  # "aggression in Ukraine" is there, not the calling
    tree.written()


def _thing(what: Token) -> Token | None:
    """Give the noun that a clause of "what" stands for."""
    verb = what.head
    if verb.lower_ in _NAMING:
        named = [c for c in verb.children if c.dep_ in ("oprd", "dobj", "attr") and c.i > verb.i]
        behind = [g for c in verb.children if c.lower_ in ("as", "to") for p in (c, *c.children) for g in p.children]
        named += [g for g in behind if g.dep_ == "pobj"]
    else:
        said = verb.lower_ in _BEING and verb.head.i > what.i  # not "lost what was a safe haven"
        be = [verb] if said else list(verb.children) if verb.lower_ in _SEEMING else []
        named = [c for v in be if v.lower_ in _BEING for c in v.children if c.dep_ == "attr"]
    return next((n for n in named if n.tag_.startswith("NN")), None)


def wished(doc: Doc, see: Token) -> None:
    """Read "would like to see Chad withdraw" as "would like Chad to withdraw": whoever asks for it sees nothing."""
    wish = see.head
    done = next((c for c in see.children if c.dep_ == "ccomp" and c.tag_ == "VB" and c.i > see.i), None)
    if done is None or see.dep_ != "xcomp" or wish.lower_ not in _WISHING:
        return
    doer = next((c for c in done.children if c.dep_ == "nsubj"), None)
    to = next((c for c in see.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    if doer is None or to is None:
        return
    tree = Tree(doc)
    tree.hang(done, wish, "xcomp")
    tree.hang(doer, wish, "dobj")
    tree.hang(to, done, "aux")
    tree.hang(see, done, "aux")
    tree.written()


def noted(doc: Doc, verb: Token) -> None:
    """Mend "noted with concern that Chad had [jailed] him": that is what was noted, not what the concern is.

    Likewise "said in a statement that Chad must [free] him", where the clause seemed to tell what the statement was of.
    """
    that = next((c for c in verb.children if c.lower_ == "that" and c.dep_ in ("mark", "dobj")), None)
    if that is None or (that.dep_ == "dobj" and sum(c.dep_ == "dobj" for c in verb.children) == 1):
        return
    noun = verb.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "with":
        teller = noun.head.head if noun.head.i == noun.head.head.i + 1 else noun
        told = teller.lower_ in _NOTING
    else:
        teller = _teller(noun)
        told = teller.lower_ in _SAYING and all(c.dep_ != "ccomp" for c in teller.children)
        told = told and noun.lower_ not in _OF_CLAUSES and any(c.dep_ == "nsubj" for c in verb.children)
    if told:
        tree = Tree(doc)
        tree.hang(verb, teller, "ccomp")
        tree.hang(that, verb, "mark")
        tree.written()


def _teller(noun: Token) -> Token:
    """Give the verb that a phrase of time, place or manner belongs to: "[said] in a letter to the king"."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        noun = noun.head.head
    return noun.head if noun.dep_ == "dobj" and noun.head.lower_ in _TELLING else noun
