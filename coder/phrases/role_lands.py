"""The country of a role that its own phrase leaves open: the subject's, the leader's, that of the scene."""

from typing import Final

from coder.mentions import Mention
from coder.naming.actor_codes import ARMED_OPPOSITION, WORLD_REGIONS, base_of, is_organisation, sectors_of
from coder.naming.hits import Hit
from coder.naming.lands import ARMYLESS, SETTLERS, UNREBELLIOUS
from coder.naming.noun_classes import (
    AIRCRAFT,
    FLYING_AT_HOME,
    HELD_UP,
    ISLANDS,
    OF_STATES,
    RELATIVE_OWNERS,
    SETTLER,
    STRANGERS,
)
from coder.naming.surnames import by_surname
from coder.phrases.composition import is_diplomat
from coder.phrases.named_phrases import is_place
from coder.phrases.reading import Reading
from coder.phrases.settings import DISCUSSING, clause_around
from coder.syntax.clauses import is_verbal
from coder.syntax.grammar_words import MEETINGS, SUBJECTS
from coder.syntax.nominals import leads_up
from coder.syntax.parsed import Token

MOBILE: Final = frozenset(  # who may be in another land than their own
    """
    troop troops soldier soldiers force forces marines jet jets plane planes warplane warplanes aircraft
    fighter fighters
    """.split()
)
_SENDING: Final = frozenset(  # whose subject or object comes from elsewhere: "5,000 soldiers will be deployed in Chad"
    "deploy redeploy send dispatch fly land arrive station ship airlift base head depart".split()
)
_JUDGING: Final = frozenset(
    """
    condemn denounce deplore welcome praise hail applaud criticise criticize regret express voice commend deprecate
    note reaffirm reiterate underline stress underscore recall
    """.split()
)
_MEETING: Final = MEETINGS | frozenset(
    """meet visit host receive welcome greet discuss talk speak confer phone telephone hold brief thank
    congratulate""".split()
)
_OF_NO_LAND: Final = frozenset(("department", "world court"))  # which act wherever it may be
_LOCAL: Final = frozenset({"government", "authority", "president", "prime minister", "interim government"})
_LED_BODIES: Final = frozenset("administration government cabinet party army troop force minister aide".split())
_RULES: Final = frozenset({"government", "administration", "regime"})
_WITHIN: Final = frozenset({"in", "across", "throughout", "of", "within", "inside"})
_LED_NEAR: Final = 3  # tokens between "U.S.-led" and the noun
_TIED_SECTORS: Final = frozenset({"CRM", "MED", "BUS"})
_TIES: Final = frozenset({"linked", "owned"})
_LEADING: Final = frozenset({"led", "headed", "commanded", "chaired", "fronted", "spearheaded"})


def scene(reading: Reading, hit: Hit, head: int) -> str:
    """Give the only place of the sentence, where those who act there are its own."""
    place = "" if _judges_from_afar(reading, hit, head) else _only_place(reading, hit, head)
    if place and hit.sectors == ("GOV",) and _meets_hosts(reading, hit, head, place):
        return ""
    return "" if place and _from_elsewhere(reading, hit, head, place) else place


def _meets_hosts(reading: Reading, hit: Hit, head: int, place: str) -> bool:
    """Tell whether somebody meets the place's own, and so is hardly one: "the minister met Peru's premier in Lima"."""
    verb = next((a for a in reading.doc[head].ancestors if is_verbal(a)), None)
    if verb is None:
        return False
    about = (p for c in verb.children if c.dep_ == "prep" for p in c.children if c.lower_ in _WITHIN | {"during"})
    if verb.lemma_ not in _MEETING and all(p.lemma_ not in _MEETING for p in about):
        return False
    lands = [h for h in reading.hits if h is not hit and base_of(h.code) == place]
    offices = {h.start for h in reading.hits if h.is_role and "GOV" in h.sectors and h is not hit}
    return any("GOV" in sectors_of(h.code) or not offices.isdisjoint((h.end, h.end + 1)) for h in lands)


def where_it_was(reading: Reading, hit: Hit, head: int) -> str:
    """Find the country of a clause of place: "fled Liberia, where soldiers clashed with rebels"."""
    if hit.code.startswith("=") or is_diplomat(hit.entry.name):
        return ""
    clause = next((a for a in reading.doc[head].ancestors if a.dep_ == "relcl"), None)
    if clause is None or clause.head.i in reading.open or not any(c.lower_ == "where" for c in clause.children):
        return ""
    land = reading.at(clause.head.i)
    return base_of(land.actor.code) if land.sort in {"state", "city", "region"} or land.kind == "place" else ""


def led_by(reading: Reading, hit: Hit) -> str:
    """Find whose lead a force follows: "U.S.-led troops" are not those of the place where they fight."""
    if "MIL" not in hit.sectors:
        return ""
    before = (h for h in reading.hits if h.is_land and hit.start - _LED_NEAR <= h.end <= hit.start)
    return next((base_of(h.code) for h in before if _says_led(reading, h)), "")


def tied_to(reading: Reading, hit: Hit) -> str:
    """Find whose criminals, firms and papers those are that only a tie names: "Kremlin-linked hackers"."""
    if not hit.sectors or not _TIED_SECTORS.issuperset(hit.sectors):
        return ""
    before = (h for h in reading.hits if not h.is_role and hit.start - _LED_NEAR <= h.end <= hit.start)
    lands = (base_of(h.code) for h in before if _mark_behind(reading, h) in _TIES)
    return next((land for land in lands if not is_organisation(land)), "")


def _mark_behind(reading: Reading, hit: Hit) -> str:
    words = reading.doc.tokens[hit.end - 1 : hit.end + 2]
    own = words[0].lower_.rpartition("-")[2]
    return words[-1].lower_ if len(words) > 1 and words[1].text == "-" else own


def _says_led(reading: Reading, land: Hit) -> bool:
    own = reading.doc[land.end - 1].lower_.endswith("-led")
    return own or "".join(t.lower_ for t in reading.doc.tokens[land.end : land.end + 2]) == "-led"


def leader_of(reading: Reading, head: int) -> str:
    """Find the country of who leads it: "a delegation led by Prime Minister X", "Johnson's government"."""
    leading = (c for c in reading.doc[head].children if c.dep_ == "acl" and c.lower_ in _LEADING)
    behind = (p for c in leading for p in c.children if p.dep_ == "agent")
    leaders = [o.i for p in behind for o in p.children if o.dep_ == "pobj" and o.i not in reading.open]
    noun = reading.doc[head]
    if noun.lemma_ in _RULES and noun.i - 1 not in reading.by_token and reading.doc[noun.i - 1].dep_ == "compound":
        led = by_surname(reading.index, reading.hits, reading.doc[noun.i - 1].text, reading.on)
        if led:
            return base_of(led[0].code_on(reading.on))  # "the Arce government"
    named = (c.i for c in noun.children if c.dep_ == "poss" and c.tag_ == "NNP")
    leaders += [i for i in named if i not in reading.by_token and i not in reading.open]
    base = base_of(reading.at(leaders[0]).actor.code) if leaders else ""
    return "" if is_organisation(base) else base


def _judges_from_afar(reading: Reading, hit: Hit, head: int) -> bool:
    """Tell whether those who govern only speak of what goes on there: "the ministers condemned the attacks in Gaza"."""
    noun = reading.doc[head]
    named = noun.head if noun.dep_ == "conj" else noun  # whose relation to the verb the two share
    verb = named.head
    if named.dep_ != "nsubj" or verb.i < head or set(hit.sectors) != {"GOV"}:
        return False
    judging = named is noun and verb.lemma_ in _JUDGING and hit.entry.name not in _LOCAL
    return judging or verb.lemma_ in DISCUSSING


def relative_country(reading: Reading, head: int) -> str:
    """Find the country behind "the country's parliament" and "its troops": the subject's, else the only one named."""
    for child in reading.doc[head].children:
        if child.dep_ == "poss" and child.tag_ == "WP$":
            return _whose(reading, child)
        if child.dep_ == "poss" and child.lemma_ == "island":
            return _only_island(reading)
        if child.dep_ == "poss" and (child.tag_ == "PRP$" or child.lemma_ in RELATIVE_OWNERS):
            foreign = reading.doc[head].lemma_ in STRANGERS or child.lower_ in {"our", "my"}  # whoever speaks
            return "" if foreign or _gets_it_back(reading.doc[head]) else _antecedent(reading, child)
    return ""


def _gets_it_back(head: Token) -> bool:
    """Tell whether a phrase is who owns the thing just named, not its giver: "returned it to its rightful owners"."""
    return head.lemma_ in {"owner", "heir"} and head.dep_ == "pobj" and head.head.lower_ == "to"


def _is_other_side(reading: Reading, token: Token) -> bool:
    """Tell whether the lands named are those he deals with: "his administration imposed sanctions on Cuba"."""
    owned = token.head
    if owned.dep_ != "nsubj" or token.lower_ not in {"his", "her"} or owned.lemma_ not in _LED_BODIES:
        return False
    lands = [reading.root(hit) for hit in reading.hits if hit.is_land]
    return all(land.i > owned.i and not (land.dep_ == "pobj" and land.head.lower_ in _WITHIN) for land in lands)


def _only_island(reading: Reading) -> str:
    """Find the one state named that is an island: "the island's president"."""
    named = ISLANDS & reading.countries
    return next(iter(named)) if len(named) == 1 else ""


def _whose(reading: Reading, token: Token) -> str:
    """Find the country of the noun that a relative clause hangs on: "China, whose foreign ministry …"."""
    clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
    if clause is None or clause.head.i in reading.open:
        return ""
    return base_of(reading.at(clause.head.i).actor.code)


def _antecedent(reading: Reading, token: Token) -> str:
    owned = token.head
    if owned.dep_ == "conj" and owned.head.i < owned.i and owned.head.i not in reading.open:
        return base_of(reading.at(owned.head.i).actor.code)  # "Maduro and his opponents"
    for ancestor in token.ancestors:
        told = (c for c in ancestor.children if c.dep_ == "ccomp" and c.right_edge.i < token.i)
        for child in (
            *ancestor.children,
            *(c for clause in told for c in clause.children),
        ):  # "Chad may act, its … said"
            many = child.tag_ == "NNS" and token.lower_ != "their"  # "after soldiers stormed its embassy": not theirs
            stands = child.dep_ in SUBJECTS and child.right_edge.i < token.i and child.i not in reading.open
            if stands and not many:
                owner = reading.at(child.i)
                if (base := base_of(owner.actor.code)) and _may_have(owner, token):
                    return base
    named = set(reading.countries)
    return named.pop() if len(named) == 1 and not _is_other_side(reading, token) else ""


def _may_have(owner: Mention, pronoun: Token) -> bool:
    """Tell whether somebody can be "his" or have "its soldiers": no state is "he", no armed group has an embassy."""
    if pronoun.lower_ in {"his", "her"}:
        return owner.sort not in {"state", "city", "region", "organisation", "group"}
    sectors = set(owner.actor.sectors)
    return pronoun.head.lemma_.lower() not in OF_STATES or not sectors & {"REB", "INS", "SEP", "UAF", "MED", "CRM"}


def _only_place(reading: Reading, hit: Hit, head: int) -> str:
    """Give the only country of the sentence, or of the role's own clause, when it takes place there."""
    if hit.code.startswith("=") or is_diplomat(hit.entry.name) or hit.entry.name in _OF_NO_LAND:
        return ""
    named = [h for h in reading.hits if not h.is_role]
    if len(reading.countries) > 1:
        if any(c.tag_ == "PRP$" for c in reading.doc[head].children):
            return ""  # "warned Chad that his troops would take Abeche"
        clause = clause_around(reading.doc[head])
        named = [h for h in named if reading.root(h).i in clause] if len(clause) < len(reading.doc) else []
    if len({base_of(h.code)[:3] for h in named} - {""}) != 1:
        return ""
    lands = [h for h in named if h.is_land and h.entry.use != "adjective" and h.code not in WORLD_REGIONS]
    return next((base_of(land.code) for land in lands if _is_where(reading, land)), "")


def _is_where(reading: Reading, land: Hit) -> bool:
    """Tell whether something happens in a land: it is not the "London" of "London Interbank Offered Rate"."""
    token, after = reading.root(land), reading.doc[land.end] if land.end < len(reading.doc) else None
    attribute = token.dep_ in {"compound", "nmod", "amod"} and after is not None
    if attribute and after is not None and after.text[:1].isupper() and after.i not in reading.by_token:
        return False
    hyphened = after is not None and after.text == "-" and after.i + 1 < len(reading.doc)
    if hyphened and reading.doc[land.end + 1].lower_ in HELD_UP:
        return False  # "Moscow-backed leaders"
    return not leads_up(token) and is_place(reading, land, token.i)


def _from_elsewhere(reading: Reading, hit: Hit, head: int, place: str) -> bool:
    """Tell whether soldiers are not those of the place: they are sent there, or it has no army, settlers or rebels."""
    if SETTLER in hit.entry.name:
        return place in SETTLERS
    if ARMED_OPPOSITION & {*hit.sectors}:
        return place in UNREBELLIOUS
    if "MIL" not in hit.sectors:
        return False
    sent = reading.doc[head].head.lemma_ in _SENDING and hit.entry.name in MOBILE
    return place in ARMYLESS or sent or _flies_in(reading, hit, head)


def _flies_in(reading: Reading, hit: Hit, head: int) -> bool:
    """Tell whether aircraft strike there, which need not be the place's own, unless it is rebels that they strike."""
    if reading.doc[head].dep_ not in SUBJECTS or hit.entry.name.rpartition(" ")[2].removesuffix("s") not in AIRCRAFT:
        return False
    if any(c.lower_ in FLYING_AT_HOME for c in reading.doc[head].children):
        return False  # "government jets", wherever they are
    return not any(ARMED_OPPOSITION & {*h.sectors} for h in reading.hits)
