"""How far a clause says that it happened, read from the words around its verb."""

from typing import Final

from coder.syntax.clauses import Status, has_be, is_verbal
from coder.syntax.grammar_words import ARGUMENTS, CONDITIONAL_MARKS, HYPOTHETICAL_MODALS, MODALS, SUBJECTS
from coder.syntax.nominals import has_no
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import lemma

NARROWLY: Final = frozenset(("nearly", "almost", "practically", "virtually"))
MULTIPLYING: Final = frozenset(("double", "triple", "treble", "quadruple", "halve"))  # what is nearly so much is more
# Verbs whose past form is the plain one: what follows "will" may as well have been done.
ALIKE: Final = frozenset("put cut hit set let shut quit hurt beat spread split bid rid cast burst shed thrust".split())
NOWISE: Final = frozenset("circumstances circumstance account way conditions condition means time point case".split())
OFFERING: Final = ("happy", "glad", "delighted", "pleased", "ready", "willing", "prepared", "open")
WISHING: Final = ("like", "love", "prefer")
# "wanted nothing to do with it" denies the having, where "did nothing", "said nothing" are acts of their own.
HAVING: Final = frozenset(("have", "want"))
DUE_NOUNS: Final = frozenset(("time", "moment", "hour", "need", "necessity"))
OBLIGED: Final = frozenset(("obliged", "bound", "obligated"))
DUE: Final = frozenset(
    ("necessary", "important", "essential", "vital", "crucial", "imperative", "incumbent", "urgent", "due")
)


def status_of(verb: Token) -> Status:
    """Tell how far a verb's clause says that it happened: its own tense, modal, negation and condition."""
    own_auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    past = verb.tag_ in ("VBD", "VBN") or any(c.tag_ == "VBD" for c in own_auxiliaries)
    status = Status(past=past)
    for child in verb.children:
        _status_child(status, child, verb)
    if (
        verb.dep_ == "conj"
        and is_verbal(verb.head)
        and not own_auxiliaries
        and not any(c.dep_ in SUBJECTS for c in verb.children)
    ):
        shared = status_of(verb.head)
        plain = verb.tag_ in ("VB", "VBP", "VBN") or (verb.lower_ == verb.lemma_ and verb.lower_ not in ALIKE)
        status.modal = status.modal or (shared.modal if plain else "")
        status.conditional = status.conditional or shared.conditional
        status.negated = status.negated or (
            shared.negated and any(c.lower_ in ("or", "nor") for c in verb.head.children if c.dep_ == "cc")
        )
    if verb.dep_ == "pcomp" and verb.head.lower_ == "before" and is_verbal(verb.head.head):
        status.modal = status.modal or ("will" if status_of(verb.head.head).modal == "will" else "")
    if (
        any(c.lower_ == "to" for c in own_auxiliaries)
        and verb.dep_ in ("ROOT", "conj")
        and not status.modal
        and not has_be(verb.head)
    ):
        status.modal = "will"  # headline future: "Putin to visit Ankara"
    _semi_modal(status, verb)
    if status.modal == "would" and _is_polite(verb):
        status.modal = ""
    if not status.modal and is_called_for(verb):
        status.modal = "should"
    return status


def _status_child(status: Status, child: Token, verb: Token) -> None:
    word = child.lower_
    if (
        child.dep_ == "neg"
        or (child.dep_ == "advmod" and word == "longer" and any(c.lower_ == "no" for c in child.children))
        or (child.dep_ in ("advmod", "preconj", "cc") and word in ("never", "hardly", "scarcely", "neither"))
        or ((child.dep_ in ARGUMENTS or child.dep_ == "attr") and (has_no(child) or word == "none"))
        or (word == "nothing" and child.dep_ == "dobj" and lemma(verb) in HAVING and not _is_all_but(child))
        or (child.dep_ in ("prep", "dative") and (_is_nowise(child) or _is_to_neither(child)))
        or (child.dep_ in SUBJECTS and word in ("nobody", "neither", "nothing"))
    ):
        status.negated = True
    if child.dep_ == "advmod" and word in NARROWLY and lemma(verb) not in MULTIPLYING:
        status.conditional = True  # "was nearly killed"
    elif child.dep_ == "aux" and word == "should" and any(c.dep_ in SUBJECTS and c.i > child.i for c in verb.children):
        status.conditional = True  # "should Iran attack, …"
    elif child.dep_ == "aux" and word in HYPOTHETICAL_MODALS:
        status.modal = "may"
    elif child.dep_ == "aux" and word in MODALS:
        status.modal = "will" if word == "'d" and verb.tag_ == "VBN" else MODALS[word]
        if word == "'d" and verb.tag_ == "VBN":
            status.modal = ""
    elif child.dep_ == "mark" and word in CONDITIONAL_MARKS:
        status.conditional = True
    elif child.dep_ == "advmod" and word == "better" and verb.tag_ == "VB" and _has_had(verb):
        status.modal = "should"  # "had better leave"


def _has_had(verb: Token) -> bool:
    """Whether "had" stands before the bare verb of "had better leave"."""
    return any(c.dep_ == "aux" and c.lower_ in ("had", "'d", "’d") for c in verb.children)


def _is_all_but(nothing: Token) -> bool:
    """Whether something is left of it: "had nothing but scorn for Chad"."""
    return any(c.lower_ in ("but", "except") for c in nothing.children)


def _is_polite(verb: Token) -> bool:
    """Whether "would" only makes a wish or an offer polite: "would like Iran to stop", "would be happy to help"."""
    if verb.lower_ == "be":
        return any(c.dep_ == "acomp" and c.lower_ in OFFERING for c in verb.children)
    return verb.lower_ in WISHING and any(c.dep_ in ("xcomp", "ccomp") for c in verb.children)


def _is_nowise(preposition: Token) -> bool:
    """Whether a phrase denies its clause: "under no circumstances will they talk", "in no way accepts"."""
    return any(c.dep_ == "pobj" and c.lower_ in NOWISE and has_no(c) for c in preposition.children)


def is_called_for(verb: Token) -> bool:
    """Whether a clause says what is due: "it is time for Israel to leave", "vital that Iran sign"."""
    above = verb.head
    if verb.tag_ == "VBD" and _is_high_time(verb.doc, verb.left_edge.i):
        return True
    if verb.dep_ in ("relcl", "acl") and lemma(above) in DUE_NOUNS:
        return _is_for(verb) or (verb.tag_ == "VBD" and any(c.lower_ == "high" for c in above.children))
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or not (_is_for(verb) or is_wanted(verb)):
        return False
    if lemma(above) == "come":  # "the time has come for Israel to leave"
        return any(c.dep_ == "nsubj" and lemma(c) in DUE_NOUNS for c in above.children)
    if above.lower_ in DUE or any(c.dep_ in ("acomp", "oprd") and c.lower_ in DUE for c in above.children):
        return True
    return above.lemma_ == "be" and _is_left_to(above)


def _is_high_time(doc: Doc, start: int) -> bool:
    """Whether a clause stands behind "it is high time", whatever the parser hangs it on."""
    return start > 1 and doc[start - 1].lower_ == "time" and doc[start - 2].lower_ == "high"


def _is_left_to(be: Token) -> bool:
    """Whether it is somebody's to do it: "it is for Israel to leave"; not "it is a day for Israel to rejoice"."""
    said = [c for c in be.children if c.dep_ in SUBJECTS or c.dep_ in ("attr", "acomp", "prep")]
    return len(said) == 1 and said[0].lower_ == "it"


def is_wanted(verb: Token) -> bool:
    """Whether a clause is in the subjunctive, or looks like it: "that Sudan allow", "that the rebels withdraw"."""
    helpers = (c for c in verb.children if c.dep_ in ("aux", "auxpass"))
    plain = verb.tag_ in ("VB", "VBP") and all(c.tag_ == "VB" for c in helpers)
    return plain and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)


def _is_for(verb: Token) -> bool:
    """Whether an infinitive has its own subject: "for Israel to leave"."""
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children)


def _is_to_neither(preposition: Token) -> bool:
    """Whether a phrase denies of two what the clause says: "gave aid to neither Iran nor its allies"."""
    return any(c.dep_ == "preconj" and c.lower_ == "neither" for p in preposition.children for c in p.children)


def _semi_modal(status: Status, verb: Token) -> None:
    """Read modals that are written as verbs: "has to", "needs to", "is to", "is going to", "has yet to"."""
    governor = verb.head
    if verb.dep_ != "xcomp" or status.modal or not is_verbal(governor):
        return
    if lemma(governor) == "have" and any(c.lower_ in ("yet", "still") for c in governor.children):
        status.negated = True  # "has yet to sign"
    elif lemma(governor) in ("have", "need") and not any(c.dep_ == "dobj" for c in governor.children):
        helpers = [c.lower_ for c in governor.children if c.dep_ == "aux"]
        if governor.lower_ == "had" and helpers and set(helpers) <= {"has", "have", "had"}:
            return  # "has had to suspend payments": it has suspended them
        told = governor.lower_ == "had" and not helpers
        status.modal = "had" if told else "must"  # who had to do it did it, unless others say so
    elif governor.lower_ == "got" and any(c.lower_ in ("has", "have", "'ve", "’ve") for c in governor.children):
        status.modal = "must"  # "has got to leave"
    elif governor.lower_ in OBLIGED and any(c.dep_ in ("auxpass", "aux") for c in governor.children):
        status.modal = "must"
    elif governor.lower_ == "ought":
        status.modal = "should"
    elif governor.lemma_ == "be" and any(c.lower_ == "have" for c in verb.children if c.dep_ == "aux"):
        status.conditional = True  # "was to have met him"
    elif (lemma(governor) == "go" and governor.tag_ == "VBG") or governor.lemma_ == "be":
        status.modal = "will"
