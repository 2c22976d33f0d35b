"""Clauses and the words in them: what can be told of a token from itself and its children.

Word lists of the grammar stand here too; the lexicon's words stand in the lexicon.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from coder.parsed import Token
from coder.words import MEASURES, lemma, nominal_gerund

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
ARGUMENTS = (*SUBJECTS, "dobj")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
RELATIVE = ("WDT", "WP", "WP$")
# Verbs whose infinitive belongs to the subject although they have an object ("promised Iran to leave").
SUBJECT_CONTROL = frozenset("promise threaten vow pledge use need take undertake swear".split())
# Verbs whose "of/for + -ing" belongs to the object: "accused X of stealing".
OBJECT_BLAME = frozenset(
    """accuse suspect blame praise thank condemn criticize criticise commend convict charge warn prevent stop stopped
    prohibit ban discourage dissuade arrest detain jail fine punish sentence indict acquit denounce slam fault hail
    applaud congratulate honor honour reward prosecute try sue find rebuke chide scold lambaste sanction blacklist
    penalise penalize expel deport suspend dismiss sack execute hang imprison decorate censure reprimand""".split()
)
# Who calls something by a name may say the name first: "dismissed as absurd the claims of …".
LABELLING = frozenset(
    """dismiss reject denounce condemn describe brand hail slam criticize criticise welcome characterize characterise
    ridicule decry deplore praise mock deride label""".split()
)
BLAME_PREPOSITIONS = frozenset(
    "of for from with over about against into in on".split()
)  # "for helping", not "before leaving"
# What falls on somebody for what he did: "slapped sanctions on a bank for financing …".
PENALTIES = frozenset("sanction penalty fine embargo restriction tariff curb charge ban".split())
# "bombed the town in support of the rebels": what the doer of the verb does besides.
JOINED_ACTS = frozenset(
    "support solidarity coordination cooperation collaboration conjunction consultation partnership concert".split()
)
# What is said or written: its participle tells what its maker does ("a letter demanding …").
UTTERANCES = frozenset(
    """address affidavit announcement appeal article bill brief broadcast comment communique communiqué complaint
    declaration decree decision document edict editorial email fatwa indictment injunction lawsuit leaflet letter
    manifesto measure memo memorandum message motion note notice order petition placard plea post proclamation
    proposal protest rally ratification remark report resolution response ruling sermon speech statement subpoena
    suit summons text transmission tweet ultimatum verdict video vote warrant warning writ""".split()
)
# What those do with words whose words they are ("adopted a resolution condemning …"), not those who hear them.
ISSUING = frozenset(
    """adopt agree air approve back broadcast circulate cosponsor deliver distribute draft enact endorse file give hand
    hold introduce issue join launch lead lodge make organise organize pass post present propose publish put ratify
    read record release run send sign sponsor stage submit support table tweet unveil vote write""".split()
)
# Participles behind an act that name its doer, with the preposition before the doer.
MAKERS = dict.fromkeys(
    """claim stage launch mount conduct perpetrate commit carry lead order orchestrate mastermind plot organize
    organise undertake wage execute convene host chair broker mediate sponsor hold call initiate""".split(),
    "by",
) | {"blame": "on", "attribute": "to", "pin": "on", "ascribe": "to"}
LAID_ON = frozenset({"blame", "attribute", "pin", "ascribe"})  # also as main verbs: "the attack was blamed on rebels"
# Verbs whose participle says where its subject stands, not what befell it: "Georgia is opposed to the plan".
STANCES = frozenset("oppose commit determine prepare resolve incline dedicate dispose".split())
# Participles that only say which of two a name is: "against visiting Prince X".
ATTRIBUTES = frozenset("visit rule oppose war neighbor neighbour sit govern outgo incom incoming outgoing".split())
ERRANDS = frozenset("mission visit trip tour eve".split())  # "sent troops on a mission": what for, not against whom
# Nouns whose clause needs no "that" to say what is hoped or feared.
ATTITUDES = frozenset("hope fear doubt concern confidence optimism pessimism belief expectation suspicion".split())
# "called the president a murderer": the second noun is no party.
NAMING = frozenset("call dub label term".split())
CALLING = frozenset("call phone telephone ring write email cable visit".split())
# Nouns whose infinitive says what is asked for or offered, wherever the parser hangs it.
REQUESTS = frozenset(
    """appeal bid call demand invitation offer order plan plea pledge pressure promise proposal request
    suggestion""".split()
)
# What is undertaken: its infinitive is done by whoever undertakes it ("began an operation to encircle the town").
ENDEAVOURS = frozenset(
    """advance assault attempt bid campaign counteroffensive drive effort mission offensive operation push raid struggle
    sweep""".split()
)
# Verbs that say little without their infinitive, which an aside in commas may part from them.
CONSENTING = frozenset("agree refuse decline promise pledge vow threaten decide offer consent undertake gear".split())
MEETING_PREPOSITIONS = ("at", "in", "during", "after", "following")
MEETINGS = frozenset(
    """battle briefing call clash conference consultation contact conversation deal dialogue dinner discussion dispute
    encounter exchange fighting interview lunch meeting negotiation row session summit talk talks truce visit""".split()
)
ASKED_FOR = frozenset(
    "request invitation behest insistence urging".split()
)  # "came at the request of": the comer was asked
HELP = frozenset("aid assistance backing help support".split())  # "won with the help of": the helpers help who won
# Participles that say who did it ("U.S.-led strikes", "a Saudi-imposed blockade"), as "backed" or "brokered" do not.
OWNING = frozenset(
    """led imposed inflicted ordered run engineered staged launched initiated orchestrated directed commanded mandated
    declared decreed perpetrated instigated waged enforced executed""".split()
)
# Prepositions before those at whom an act is aimed, and verbs before which they say who did it or what was added.
AIMED = frozenset("on against into to toward towards with upon".split())
BLAMING = frozenset("blame pin impose put extend add apply limit link tie connect compare liken base focus".split())
DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
CONDITIONAL_MARKS = frozenset("if unless whether lest".split())
HYPOTHETICAL_MODALS = frozenset("may might could can ca".split())
TIMES = DAYS | frozenset("second minute hour day week month year morning night evening weekend time".split())
# What comes of an attack, and the verbs of those who only speak of it or look into it.
HARMING = frozenset("kill wound injure maim destroy damage leave displace".split())
LOOKING = frozenset(
    """investigate probe condemn denounce mourn report describe recall announce confirm blame study examine review
    protest criticise criticize deplore discuss survive witness""".split()
)
# "…, saying it would": such a participle behind a comma belongs to the speaker of the whole sentence.
TELLING = frozenset(
    """accuse add allege argue assert blame call cite claim complain condemn criticise criticize demand denounce
    describe dismiss emphasise emphasize insist label note quote recall say stress suggest tell urge vow warn""".split()
)
MODALS = {
    "will": "will",
    "'ll": "will",
    "wo": "will",
    "shall": "will",
    "would": "would",
    "'d": "would",
    "must": "must",
    "should": "should",
    "ought": "should",
}


NEAR = 3  # tokens between verbs that share one object: "attacked and occupied the town"


ADJUNCTS = frozenset("adv after before while without by since despite besides amid following when upon through".split())


class Form(StrEnum):
    """The form of a clause that stands as an argument."""

    TO = "to"
    ING = "ing"
    THAT = "that"
    WHETHER = "whether"


# A noun's own clauses: "the claim that …", "a plan to …".
NOUN_CLAUSES = (
    *(("ccomp", form) for form in (Form.THAT, Form.TO, Form.WHETHER)),
    *((hung, form) for hung in ("acl", "relcl", "advcl") for form in (Form.TO, Form.THAT)),
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause argument: its form, its verb, and the preposition before it ("of" in "accused of stealing")."""

    form: Form
    verb: int
    preposition: str = ""

    @property
    def adjunct(self) -> bool:
        """Whether it only says how, when or why: "after meeting Putin", "despite having objected"."""
        return self.preposition in ADJUNCTS


@dataclass(slots=True)
class Status:
    """How far the clause says that it happened."""

    negated: bool = False
    modal: str = ""  # will, would, should, must, may, "" (none)
    conditional: bool = False
    past: bool = False


def conjuncts(token: Token) -> Iterator[Token]:
    """A nominal and those coordinated with it, in text order."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i and (child.pos_ in NOMINAL or child.tag_ in ("JJ", "DT")):
            yield from conjuncts(child)
        elif child.dep_ == "prep" and child.lower_ == "of" and token.pos_ == "NOUN" and _may_share(token):
            yield from _beyond(child)


def _may_share(noun: Token) -> bool:
    """Whether those behind its "of" may be joined with it: those of a doer ("the government of"), of "a number of"."""
    return noun.dep_ in SUBJECTS or lemma(noun) in MEASURES


def _beyond(of: Token) -> Iterator[Token]:
    """Those that the parser joined with a name behind "of": "the government of [Mali] and [Tuareg rebels]"."""
    for name in of.children:
        if name.dep_ == "pobj" and name.pos_ == "PROPN":
            yield from (c for c in name.children if c.dep_ == "conj" and c.tag_ == "NNS" and c.i > name.i)


def indices(tokens: Iterator[Token] | list[Token]) -> list[int]:
    """Token positions, in order, without repeats."""
    found = [t.i for t in tokens]
    return found if len(found) <= 1 else list(dict.fromkeys(found))


def is_verbal(token: Token) -> bool:
    """Whether a token heads a clause: a verb, or an auxiliary that stands alone."""
    found = token.verbal
    if found is None:
        found = token.verbal = _is_verbal(token)
    return found


def _is_verbal(token: Token) -> bool:
    if token.pos_ == "NOUN" and token.dep_ == "ccomp":  # "demanded that the president resign", read as a noun
        return any(c.dep_ in ("nsubj", "mark") for c in token.children)
    verb = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "aux", "auxpass")
    return verb and not nominal_gerund(token)


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


def is_content(verb: Token) -> bool:
    """Whether a clause on a noun says what it is ("the demand that …", "calls for Iran to …"), not which one it is."""
    if verb.dep_ == "ccomp" or (
        verb.dep_ == "acl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    ):
        return True
    marked = any(c.dep_ == "mark" and c.lower_ in ("that", "for") for c in verb.children)
    felt = lemma(verb.head) in ATTITUDES  # "voiced hopes the army would withdraw"
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    return bool(subjects) and (marked or (felt and all(c.tag_ not in RELATIVE for c in subjects)))


def is_part(adjective: Token) -> bool:
    """Whether an adjective stands for a part of something: "freed the last of their captives"."""
    return adjective.dep_ == "dobj" and any(c.dep_ == "prep" and c.lower_ == "of" for c in adjective.children)


def made_by(noun: Token) -> list[int]:
    """Who did it by the participle behind a noun: "an attack claimed by the Taliban", "raids blamed on rebels"."""
    behind = noun.doc[noun.i + 1 : noun.i + 2]  # the parser may hang it on the verb: "were killed in a raid blamed on"
    above = (noun.head,) if noun.dep_ == "nsubjpass" and lemma(noun.head) in LAID_ON else ()
    for verb in (*(c for c in noun.children if c.dep_ == "acl"), *(t for t in behind if t.dep_ == "advcl"), *above):
        wanted = MAKERS.get(lemma(verb)) if verb.tag_ in ("VBN", "VBD") else None
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
    if token.i + 2 >= len(doc) or doc[token.i + 1].text != "-":
        return [token.i]
    mark = doc[token.i + 2]
    loose = mark.tag_ in ("VBN", "VBD", "JJ") and mark.lower_.endswith("ed") and mark.lower_ not in OWNING
    return [] if loose else [token.i]


def is_attribute(token: Token) -> bool:
    """Whether a participle that the parser took for a verb only marks the name behind it: "visiting Prince X"."""
    bare = all(c.dep_ == "dobj" and c.i > token.i for c in token.children)
    return token.tag_ == "VBG" and lemma(token) in ATTRIBUTES and bare and bool(token.children)


def has_no(noun: Token) -> bool:
    """Whether a noun phrase is negative: "no charges"."""
    return any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in noun.children)


def has_be(token: Token) -> bool:
    """Whether the word is a form of "be"."""
    return token.lemma_ == "be"


def has_pobj(token: Token) -> bool:
    """Whether a preposition has its object."""
    return any(c.dep_ in ("pobj", "pcomp") for c in token.children)


def is_passive(verb: Token) -> bool:
    """Whether the surface subject is the deep object."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    stance = verb.dep_ == "acomp" and lemma(verb) in STANCES
    if stance or verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in ARGUMENTS for c in verb.children):
        return False
    if any(c.dep_ == "aux" and c.lemma_ in ("have", "'ve", "ve") for c in verb.children):
        return False
    if verb.dep_ in ("acl", "oprd", "amod"):
        return not heads_sentence(verb)
    if verb.dep_ in ("advcl", "relcl", "ROOT", "acomp"):
        return verb.tag_ == "VBN" or any(c.dep_ == "agent" for c in verb.children)
    return verb.dep_ == "conj" and is_verbal(verb.head) and verb.tag_ == "VBN" and is_passive(verb.head)


def heads_sentence(verb: Token) -> bool:
    """Whether a past tense was read as a participle of its own subject: "A report [called for sanctions]"."""
    noun = verb.head
    alone = (
        noun.dep_ == "ROOT"
        and noun.pos_ in NOMINAL
        and not any(c.dep_ in ("cop", "nsubj", "relcl") for c in noun.children)
    )
    return (
        verb.dep_ == "acl"
        and alone
        and verb.tag_ in ("VBN", "VBD")
        and not any(c.dep_ == "agent" for c in verb.children)
    )


def clause_form(verb: Token) -> Form:
    """What kind of clause a verb heads as an argument."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "mark")}
    if "to" in words:
        return Form.TO
    if words & {"whether", "if"}:
        return Form.WHETHER
    if verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children):
        return Form.ING
    if verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children) and "that" not in words:
        return Form.TO  # also "let Iran send", where the parser gives the infinitive a subject
    return Form.THAT
