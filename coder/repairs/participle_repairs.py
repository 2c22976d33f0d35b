"""Trees in which a participle governs the noun that it only describes, or describes the one that it governs."""

from typing import Final

from coder.repairs.trees import NAMES, Tree
from coder.syntax.grammar_words import FINITE
from coder.syntax.parsed import Doc, Token

# Gerunds that say what is done to the plural behind them, hardly ever which one is meant.
GERUNDS: Final = frozenset(
    """abducting abusing arming arresting assisting attacking backing beating bombing bribing capturing clearing
    deporting detaining encircling equipping evacuating evicting executing exploiting expelling extorting financing
    freeing funding harassing harbouring harboring imprisoning intimidating jailing kidnapping killing liberating
    massacring mistreating murdering persecuting poisoning protecting raping recapturing retaking seizing sheltering
    shelling silencing slaughtering smuggling sponsoring supporting targeting threatening torturing trafficking
    training""".split()
)
# What somebody does who is named behind it: "told [visiting] President X", not what is told.
_RECEIVING: Final = frozenset(
    """told tells tell thanked thanks thank met meets meet greeted greets informed informs assured assures received
    receives welcomed welcomes urged urges asked asks gave gives hosted hosts briefed briefs joined joins addressed
    advised reminded praised praises quoted quotes reassured presented awarded""".split()
)
_TITLES: Final = frozenset(
    """president premier minister chancellor king queen prince princess secretary envoy senator speaker leader general
    pope chief chairman ambassador vice-president governor mayor commander emir sultan representative politician deputy
    official officials delegation delegations lawmaker lawmakers congressman businessman businessmen diplomat
    diplomats""".split()
)
# Participles that say which troops are meant: "were killed by [invading] troops", "by [attacking] rebels".
_ON_THE_MOVE: Final = frozenset(
    """invading retreating advancing occupying marauding rampaging withdrawing besieging rioting warring""".split()
)
_BY_ATTACKERS: Final = _ON_THE_MOVE | {"attacking", "pursuing", "protesting", "striking"}
# Who strikes and protests is meant, behind whatever preposition: "gave in to [striking] nurses".
_IN_DISPUTE: Final = frozenset({"protesting", "striking"})
_STRIKERS: Final = frozenset(
    """dockers doctors drivers employees farmers journalists judges lawyers lecturers miners monks nurses pensioners
    pilots prisoners railwaymen students teachers truckers unions villagers women workers""".split()
)
FORCES: Final = frozenset(
    """troops soldiers forces rebels guerrillas fighters gunmen militiamen police policemen tanks jets warplanes armies
    militias insurgents workers students farmers miners""".split()
)
# What a crowd does that somebody else acts upon: "fired at demonstrators [demanding] bread".
CROWD_ACTS: Final = frozenset(
    """demanding calling protesting demonstrating chanting shouting marching throwing hurling opposing fleeing trying
    attempting seeking waving carrying blocking gathering waiting queuing burning attending""".split()
)
CROWDS: Final = frozenset(
    """protesters protestors demonstrators activists students marchers crowds crowd rioters supporters villagers farmers
    workers people migrants civilians youths refugees men women residents opponents strikers teachers dissidents
    peasants""".split()
)
# What is told of the thing itself, also behind a comma.
_DESCRIBING: Final = frozenset(
    """including involving concerning regarding comprising containing consisting totalling totaling covering starting
    beginning ranging depending representing featuring belonging pertaining relating numbering measuring weighing
    costing according following pending carrying housing linking connecting living working bearing""".split()
)
_HAVING: Final = frozenset(("had", "has", "have"))
_EARLIER: Final = frozenset(
    """earlier previously already recently repeatedly also long once twice since just now later reportedly allegedly
    never then initially originally finally briefly secretly publicly formally""".split()
)
# What was done to a thing rather than what kind of thing somebody has: "had frozen aid", not "had limited powers".
_HALTED: Final = frozenset(
    """frozen suspended halted severed lifted cancelled canceled resumed blocked expelled withdrawn imposed released
    rejected withheld concentrated concocted sheltered massed plundered""".split()
)
_BEING: Final = frozenset("is are was were 's 're".split())
# Verbs behind which a participle is no attribute: "got stolen goods" is rare, "got killed" is not.
_NO_OBJECT: Final = _BEING | frozenset(
    """be been being has have had having get gets got getting become became said says say saying told go goes went
    gone going remained remains stay stayed felt feel feels seemed seems looked looks""".split()
)
_BEHIND_OBJECT: Final = frozenset({"dobj", "prep", "punct", "advmod", "npadvmod"})
_WHOLE: Final = frozenset({"aux", "auxpass", "cc", "dobj", "mark"})  # what a verb has that tells its own clause
_DOING: Final = frozenset({"NNP", "NNPS", "PRP"})  # not "the aim is ending the war"
_IN_NAME: Final = frozenset({"NNP", "NNPS", "NN", "JJ"})


def governing(doc: Doc, gerund: Token) -> None:
    """Mend "progress in [liberating] villages": the villages are freed, they are not those that free."""
    thing = gerund.head
    behind = thing.dep_ == "pobj" and thing.head.i == gerund.i - 1  # right behind the preposition
    if not behind or gerund.left_edge.i != gerund.i:
        return
    tree = Tree(doc)
    tree.tags[gerund.i] = "VBG"
    tree.hang(gerund, thing.head, "pcomp")
    tree.hang(thing, gerund, "dobj")
    tree.written()


def progressive(doc: Doc, gerund: Token) -> None:
    """Mend "Qatar is [mediating] between them": who is doing it does it, and is not what he does."""
    be = gerund.head
    subject = next((c for c in be.children if c.dep_ == "nsubj" and c.i < be.i), None)
    between = doc.tokens[be.i + 1 : gerund.i]
    near = be.lower_ in _BEING and be.i < gerund.i and all(t.tag_ == "RB" for t in between)
    if subject is None or subject.tag_ not in _DOING or not near or gerund.left_edge.i < gerund.i:
        return
    tree = Tree(doc)
    for child in be.children:
        if child.i != gerund.i:
            tree.hang(child, gerund, child.dep_)
    tree.put(gerund, be)
    tree.hang(be, gerund, "aux")
    tree.written()


def crowded(doc: Doc, participle: Token) -> None:
    """Mend "police fired at demonstrators [demanding] bread": whom they fired at demand it, not those who fired."""
    crowd = doc[participle.i - 1]
    above = crowd.head.head if crowd.dep_ == "pobj" else crowd.head
    if crowd.lower_ not in CROWDS or crowd.dep_ not in ("pobj", "dobj") or above.i != participle.head.i:
        return
    tree = Tree(doc)
    tree.hang(participle, crowd, "acl")
    tree.written()


def attributive(doc: Doc, participle: Token) -> None:
    """Mend "told [visiting] President X" and "killed by [invading] troops": the participle says which one is meant."""
    above = participle.head
    noun = _noun_described(participle) or _name_behind(doc, participle)
    if noun is None or participle.i != above.i + 1:
        return
    tree = Tree(doc)
    for token in doc.tokens[participle.i + 1 : noun.i]:
        if not participle.i < token.head.i <= noun.i:
            tree.hang(token, noun, "compound")
    tree.hang(noun, above, "pobj" if participle.dep_ == "pcomp" else "dobj")
    tree.hang(participle, noun, "amod")
    tree.written()


def described(doc: Doc, participle: Token) -> None:
    """Mend "returned [looted] bronzes": what stands between a verb and its object says which one is meant."""
    above, children = participle.head, list(participle.children)
    things = [c for c in children if c.dep_ == "dobj"]
    if participle.i != above.i + 1 or not _takes_object(above) or len(things) != 1 or things[0].i != participle.i + 1:
        return
    if any(c.i < participle.i or c.dep_ not in _BEHIND_OBJECT for c in children):
        return
    tree = Tree(doc)
    tree.hang(things[0], above, "dobj")
    tree.hang(participle, things[0], "amod")
    tree.tags[participle.i] = "VBN"
    for child in children:
        if child.i > things[0].i:
            tree.hang(child, above, child.dep_)
    tree.written()


def _takes_object(verb: Token) -> bool:
    """Tell whether a verb of action has no object yet: no form of "be", "have" or "say"."""
    return (
        verb.tag_.startswith("VB")
        and verb.lower_ not in _NO_OBJECT
        and not any(c.dep_ in ("dobj", "ccomp") for c in verb.children)
    )


def _noun_described(participle: Token) -> Token | None:
    """Give the noun that a participle only describes, though it seems to be its one object."""
    children = list(participle.children)
    if len(children) != 1 or children[0].dep_ != "dobj" or participle.dep_ not in ("xcomp", "pcomp"):
        return None
    return children[0] if _describes(participle, children[0], participle.head) else None


def _describes(participle: Token, noun: Token, above: Token) -> bool:
    word, passive = participle.lower_, above.lower_ == "by" and above.head.tag_ == "VBN"
    if any(c.dep_ in ("det", "poss") for c in noun.children):
        return False
    if word == "visiting":
        titled = any(c.lower_ in _TITLES for c in noun.subtree)
        met = above.lower_ in _RECEIVING or above.lower_ in ("with", "between", "to", "of", "from") or passive
        return titled and met
    if word in _IN_DISPUTE and participle.dep_ == "pcomp" and noun.lower_ in _STRIKERS:
        return True
    words = _BY_ATTACKERS if passive else _ON_THE_MOVE
    return participle.dep_ == "pcomp" and word in words and noun.lower_ in FORCES


def _name_behind(doc: Doc, participle: Token) -> Token | None:
    """Give the last word of a name right behind "visiting" that hangs on the word before: "briefed visiting [Lee]"."""
    first = last = participle.i + 1
    if participle.lower_ != "visiting" or first >= len(doc) or doc[first].tag_ not in _IN_NAME:
        return None
    while last + 1 < len(doc) and doc[last + 1].tag_ in _IN_NAME:
        last += 1
    apart = any(t.head.i == participle.head.i for t in doc.tokens[first : last + 1])  # not in "began visiting Peru"
    return doc[last] if apart and doc[last].tag_ in NAMES else None


def parenthetic(doc: Doc, later: Token) -> None:
    """Mend "Peru, [attacked] last week by Chad, asked for help": no comma parts a subject from its own verb."""
    verb = later.head
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i), None)
    by = next((c for c in verb.children if c.lower_ == "by" and c.dep_ in ("agent", "prep")), None)
    if subject is None or by is None or later.left_edge.i < by.i or doc[later.left_edge.i - 1].text != ",":
        return
    parted = any(t.text == "," for t in doc.tokens[subject.i + 1 : verb.i])
    if not parted or any(c.dep_ in _WHOLE for c in verb.children):
        return
    helped = later.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") for c in later.children)
    if not helped or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in later.children):
        return
    tree = Tree(doc)
    for child in verb.children:
        if child.i > later.left_edge.i and child.i != later.i:
            tree.hang(child, later, child.dep_)
    tree.put(later, verb)
    tree.hang(subject, later, "nsubjpass" if any(c.dep_ == "auxpass" for c in later.children) else "nsubj")
    tree.hang(verb, subject, "acl")
    tree.tags[verb.i] = "VBN"
    tree.written()


def accompanying(doc: Doc, participle: Token) -> None:
    """Mend "raised its tariffs, [angering] Chad": behind a comma it tells of who did it, not of the thing done."""
    thing, word = participle.head, participle.lower_
    verb = thing.head.head if thing.dep_ == "pobj" and thing.head.dep_ == "prep" else thing.head
    if thing.dep_ not in ("dobj", "pobj") or verb.tag_ not in FINITE or verb.i > thing.i or word in _DESCRIBING:
        return
    if participle.left_edge.i == 0 or doc[participle.left_edge.i - 1].text != ",":
        return
    tree = Tree(doc)
    tree.hang(participle, verb, "advcl")
    tree.written()


def _told_perfect(doc: Doc, verb: Token, thing: Token) -> None:
    """Mend "said Chad had [frozen] accounts", where the accounts seemed to be what somebody said."""
    have = next(c for c in verb.children if c.dep_ == "aux" and c.lower_ in _HAVING)
    own = [c for c in (*verb.children, *have.children) if c.dep_ in ("nsubj", "mark", "advmod")]
    if thing.dep_ != "dobj" or thing.head.i > verb.i or all(c.dep_ != "nsubj" for c in own):
        return
    tree = Tree(doc)
    for child in own:
        tree.hang(child, verb, child.dep_)
    tree.hang(verb, thing.head, "ccomp")
    tree.hang(thing, verb, "dobj")
    tree.written()


def perfect(doc: Doc, verb: Token) -> None:
    """Mend "had earlier [blocked] aid to Chad", where aid that was blocked seemed to be what somebody had."""
    thing = verb.head
    if any(c.dep_ == "aux" and c.lower_ in _HAVING for c in verb.children):
        _told_perfect(doc, verb, thing)
        return
    have = thing.head
    between = doc.tokens[have.i + 1 : verb.i]
    if thing.dep_ != "dobj" or have.lower_ not in _HAVING or have.i > verb.i:
        return
    if not between and verb.lower_ not in _HALTED:
        return
    if any(t.lower_ not in _EARLIER for t in between) or verb.lower_.startswith("un"):
        return
    tree = Tree(doc)
    for child in have.children:
        tree.hang(child, verb, child.dep_)
    tree.tags[verb.i] = "VBN"
    tree.put(verb, have)
    tree.hang(have, verb, "aux")
    tree.hang(thing, verb, "dobj")
    for token in between:
        tree.hang(token, verb, "advmod")
    tree.written()
