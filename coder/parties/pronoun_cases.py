"""Constructions that say whom a pronoun means: "told Turkey that it must …", "wrote to the king, urging him …".

Each gives the noun that the pronoun stands for, or None where its construction is another.
"""

from typing import Final

from coder.framing.frame_reader import FrameReader
from coder.parties.pronoun_agreement import IMPERSONAL, POSSESSIVE, agrees, clause_above
from coder.syntax.clauses import WHOM, doer_meant, is_verbal
from coder.syntax.grammar_words import MEETINGS, SUBJECTS
from coder.syntax.parsed import Token
from coder.syntax.words import lemma

ANNOUNCEMENTS: Final = frozenset(
    "announcement statement report declaration claim promise pledge decision assurance vow".split()
)
TRAVELLING: Final = frozenset("visit tour enter leave reach join attend travel".split())
REASONS: Final = frozenset({"over", "for", "about"})
ANSWERABLE: Final = frozenset({"with", "on", "against", "to", "of", "upon"})
ALLEGING: Final = frozenset("allege claim charge complain argue".split())
HELPING: Final = frozenset("aid arm assist back equip fund help join mentor support supply train".split())
# What befalls things, not those who hold them: "retook the base after it was seized".
BEFALLING: Final = frozenset(
    """board build burn capture confiscate damage destroy find hijack impound loot plunder raid recapture retake seize
    sink steal storm take""".split()
)
THINGS_OF: Final = {"it": "NN", "they": "NNS", "them": "NNS"}  # the tag of the things that a pronoun may mean
# What is done to somebody for what he did, after or because he did it.
PUNISHING: Final = frozenset(
    """arrest banish behead charge convict deport detain evict execute expel fine hang imprison indict jail kill nab
    punish sack seize sentence shoot suspend torture try""".split()
)
RULERS: Final = frozenset(
    """ambassador chairman chancellor chief colleague commander counterpart emir envoy general governor judge king
    leader mayor minister monarch pope premier president prince queen secretary senator sheikh speaker sultan""".split()
)
CAUSES: Final = frozenset("after because when as since once".split())
# What those do who seize somebody, before or while they do it.
INQUIRING: Final = frozenset(
    """be begin catch check discover find gain get have intercept investigate learn obtain raid receive recover search
    see spot start stop storm surround take trace track uncover win""".split()
)


def announcer(verb: Token, token: Token, frames: FrameReader) -> Token | None:
    """Who announced what the clause tells: "a Cuban announcement that it had freed …" is about Cuba."""
    noun = verb.head
    told = verb.dep_ == "acl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    if not told or token.dep_ not in ("nsubj", "nsubjpass") or lemma(noun) not in ANNOUNCEMENTS:
        return None
    owners = [o for o in frames.owner(noun) if o.i < token.i and o.pos_ != "PRON"]
    return owners[0] if len(owners) == 1 else None


def addressee(verb: Token, token: Token) -> Token | None:
    """Who is told what he must do: "told Turkey that it must …"."""
    duty = any(c.dep_ == "aux" and c.lower_ in ("must", "should", "shall") for c in verb.children)
    above = verb.head
    if not duty or verb.dep_ != "ccomp" or token.dep_ not in ("nsubj", "nsubjpass"):
        return None
    told = [c for c in above.children if c.dep_ in ("dobj", "dative")] if is_verbal(above) else []
    if lemma(above) == "make":  # "made clear to Turkey that it must …"
        told = [p for c in above.children if c.lower_ == "to" for p in c.children]
    told = [c for c in told if c.i < token.i and c.pos_ != "PRON"]
    return told[0] if len(told) == 1 else None


def dealt_with(verb: Token, token: Token) -> Token | None:
    """What the clause before was done to: "kidnapped two reporters and released [them]", "urged [it] to sign"."""
    if token.dep_ not in ("dobj", "pobj") or token.lower_ not in ("them", "it"):
        return None
    joined = verb.dep_ == "conj" and is_verbal(verb.head) and token.i > verb.head.i
    before = verb.head if joined else next((c for c in verb.children if _leads_up(c)), None)
    if before is None or (token.lower_ == "them" and not (joined and token.dep_ == "dobj")):
        return None
    if joined and any(c.dep_ in SUBJECTS for c in verb.children):
        return None  # another does the second
    met = [c for c in before.children if c.dep_ in ("dobj", "nsubjpass") and c.i < token.i]
    if token.lower_ == "it":
        meant = [c for c in met if c.tag_ == "NNP" and not _is_full_name(c)]
    else:
        meant = [c for c in met if c.tag_ in ("NNS", "NNPS") or any(g.dep_ == "conj" for g in c.children)]
    return meant[0] if len(meant) == 1 else None


def helped(verb: Token, token: Token) -> Token | None:
    """Whose fight others join: "backed the rebels in their war on the junta" is about the rebels' war."""
    if lemma(verb) not in HELPING or token.lower_ not in POSSESSIVE or token.head.dep_ != "pobj":
        return None
    preposition = token.head.head
    friends = [c for c in verb.children if c.dep_ == "dobj" and c.i < token.i and c.pos_ != "PRON"]
    hung = preposition.head is verb or preposition.head in friends
    near = hung and preposition.lower_ in ("in", "with", "during")
    return friends[0] if near and len(friends) == 1 else None


def answering(verb: Token, token: Token) -> Token | None:
    """Whose deed a reason is: "cut ties with Iran over its raid", "criticised Peru for its silence"."""
    reason = token.head.head
    if token.lower_ not in POSSESSIVE or token.head.dep_ != "pobj" or reason.lower_ not in REASONS:
        return None
    if lemma(verb) in TRAVELLING:  # "toured Peru for their yearly inspection" answers nothing
        return None
    between = token.doc.tokens[verb.i + 1 : reason.i]
    named = [t for t in between if t.tag_ in ("NNP", "NNPS") or (t.tag_ == "NN" and lemma(t) in IMPERSONAL)]
    met = [t for t in named if t.dep_ == "dobj" or (t.dep_ == "pobj" and t.head.lower_ in ANSWERABLE)]
    return met[-1] if met else None


def thanked(verb: Token, token: Token) -> Token | None:
    """Who did what somebody is praised or blamed for: "thanked China for the aid [it] sent"."""
    reason = verb.head.head
    if verb.dep_ != "relcl" or token.dep_ != "nsubj" or verb.head.dep_ != "pobj" or reason.lower_ not in REASONS:
        return None
    above = reason.head
    met = [c for c in above.children if c.dep_ == "dobj" and c.i < reason.i] if is_verbal(above) else []
    return met[0] if len(met) == 1 and met[0].pos_ == "PROPN" and token.lower_ in ("it", "he", "she") else None


def punished(verb: Token, token: Token) -> Token | None:
    """Who had done something when he was seized for it: "police arrested a man after [he] attacked a guard"."""
    above = verb.head
    lead = next((c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")), "")
    if verb.dep_ != "advcl" or token.dep_ not in ("nsubj", "nsubjpass") or lead not in CAUSES or verb.i < above.i:
        return None
    if lemma(above) not in PUNISHING or lemma(verb) in INQUIRING:
        return None
    seized = [c for c in above.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ != "PRON"]
    many = any(c.tag_ in ("NNS", "NNPS") or any(g.dep_ == "conj" for g in c.children) for c in seized)
    fits = many if token.lower_ == "they" else not many and token.lower_ in ("he", "she")
    return seized[0] if len(seized) == 1 and fits else None


def befallen_thing(verb: Token, token: Token) -> Token | None:
    """What the clause above has dealt with, where it befell that: "retook the base after it was seized"."""
    above = verb.head
    if (
        token.dep_ not in ("nsubjpass", "dobj")
        or token.lower_ not in THINGS_OF
        or verb.dep_ != "advcl"
        or lemma(verb) not in BEFALLING
    ):
        return None
    tags = THINGS_OF[token.lower_]
    things = [c for c in above.children if c.dep_ == "dobj" and c.i < token.i]
    if len(things) != 1:
        return None
    work = any(c.lower_ in ("a", "an") for c in things[0].children)  # "a Bible", a noun with a capital
    return things[0] if things[0].tag_ == tags or (work and token.lower_ == "it") else None


def other_party(token: Token) -> Token | None:
    """Whom the main clause deals with: "cut ties with Chad, accusing [it] of arming rebels"."""
    verb = clause_above(token)
    if verb is None or token.dep_ not in ("dobj", "pobj"):
        return None
    if verb.dep_ == "advcl" and (verb.tag_ == "VBG" or _is_aim(verb)):
        return _met(verb, token)
    joined = verb.dep_ == "conj" and is_verbal(verb.head) and all(c.dep_ not in SUBJECTS for c in verb.children)
    return _met(verb, token) if joined else _talked_with(verb, token)


def _is_aim(verb: Token) -> bool:
    """Whether a clause says what for: "sent an envoy to Chad [to ask] it for troops"."""
    return verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _talked_with(verb: Token, token: Token) -> Token | None:
    """With whom somebody has talked before: "after talks with Chad, it called on [it] to leave"."""
    opening = [c for c in verb.children if c.dep_ == "prep" and c.i < token.i and c.lower_ in ("after", "during")]
    talks = [n for p in opening for n in p.children if n.dep_ == "pobj" and lemma(n) in MEETINGS]
    met = [c for n in talks for p in n.children if p.lower_ == "with" for c in p.children if c.dep_ == "pobj"]
    return met[0] if len(met) == 1 and met[0].pos_ == "PROPN" and agrees(met[0], token, 1) else None


def told_of(verb: Token, token: Token) -> Token | None:
    """Of whom somebody tells something and then does it to him: "said [Hungary] had cheated and fined it"."""
    if token.dep_ not in ("dobj", "pobj") or verb.dep_ != "conj" or token.lower_ not in WHOM:
        return None
    content = next((c for c in verb.head.children if c.dep_ == "ccomp" and verb.head.i < c.i < verb.i), None)
    return doer_meant(content, token) if content is not None else None


def alleged(verb: Token, token: Token) -> Token | None:
    """Of whom it is alleged with whom the main clause deals: "cut ties with Chad, alleging that [it] armed rebels"."""
    teller = verb.head
    told = verb.dep_ == "ccomp" and teller.tag_ == "VBG" and teller.dep_ == "advcl" and lemma(teller) in ALLEGING
    return _met(teller, token) if told and token.dep_ in ("nsubj", "nsubjpass") else None


def _met(verb: Token, token: Token) -> Token | None:
    """The one party with whom the clause above a participle deals."""
    own = [c for c in verb.head.children if c.i < verb.i]
    things = [c for c in own if c.dep_ == "dobj"]
    links = [c for c in (*own, *(g for t in things for g in t.children)) if c.dep_ in ("prep", "dative")]
    met = [c for p in links if p.lower_ in ANSWERABLE | {"from"} for c in p.children if c.dep_ == "pobj"]
    named = [c for c in (*things, *met) if c.pos_ == "PROPN" and agrees(c, token, 1)]
    return named[0] if len(named) == 1 else None


def other_person(token: Token, beside: set[int]) -> Token | None:
    """The one person named before who is not the doer: "Trump called Erdogan and urged him to …"."""
    people = [t for t in token.doc.tokens[: token.i] if t.tag_ == "NNP" and t.i not in beside and _is_full_name(t)]
    return people[0] if len(people) == 1 else _written_to(token)


def _written_to(token: Token) -> Token | None:
    """The one person whom the main clause deals with: "wrote to the king, urging [him] to …"."""
    verb = clause_above(token)
    while verb is not None and verb.dep_ in ("xcomp", "ccomp"):
        verb = clause_above(verb)
    if verb is None or verb.head.i > verb.i or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    joined = verb.dep_ == "conj" and is_verbal(verb.head)
    if not joined and (verb.dep_ != "advcl" or verb.tag_ not in ("VB", "VBG")):
        return None
    met = [p for c in verb.head.children if c.lower_ in ("to", "with") for p in c.children if p.dep_ == "pobj"]
    met += [c for c in verb.head.children if c.dep_ == "dobj"]
    people = [t for t in met if t.tag_ in ("NN", "NNP") and lemma(t) in RULERS and t.i < token.i]
    return people[0] if len(people) == 1 else None


def _leads_up(clause: Token) -> bool:
    """Whether a gerund before its verb leads up to it: "while praising Turkey, he urged it …"."""
    return clause.dep_ == "advcl" and clause.tag_ == "VBG" and clause.i < clause.head.i


def _is_full_name(token: Token) -> bool:
    """Whether a token closes a name of several words that is written as a person's: no article, no possession."""
    if token.dep_ in ("compound", "nmod", "amod", "poss"):
        return False
    before = [c for c in token.children if c.i < token.i]
    return any(c.tag_ == "NNP" for c in before) and not any(c.dep_ in ("det", "poss") for c in before)
