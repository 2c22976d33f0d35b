"""Phrases headed by a role noun: whose it is, from the words before, the phrases after, and the sentence around."""

from typing import Final

from coder.actor_codes import ARMED_OPPOSITION, WORLD_REGIONS, base_of, is_organisation, joined, sectors_of
from coder.composition import Modifier, Owner, compose, is_diplomat, is_weak
from coder.grammar_words import SUBJECTS
from coder.hits import Hit
from coder.lands import ARMYLESS, OFFICES, SECRETARIES, SETTLERS, UNREBELLIOUS
from coder.mentions import Mention
from coder.named_phrases import is_former, is_place
from coder.noun_classes import (
    ISLANDS,
    NOT_YET,
    OF_STATES,
    OPPOSED,
    PLATFORMS,
    RELATIVE_OWNERS,
    SETTLER,
    STRANGERS,
    UN_TITLES,
)
from coder.noun_phrases import loyal_to, prepositional
from coder.parsed import Token
from coder.private_bodies import sectors_of_body
from coder.reading import Reading, where, wheres
from coder.shared_nouns import own_part, parts_of, shared
from coder.types import Resolution

_ACTING_DEPS: Final = frozenset({"nsubj", "poss", "conj", "compound", "appos", "ROOT"})
_ADVOCATES: Final = frozenset({"lawyer", "lawyers", "attorney", "attorneys"})
_NEEDY: Final = frozenset({"intelligence"})  # an actor only when it says whose: "French intelligence"
_MOBILE: Final = frozenset(
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
_LOCAL: Final = frozenset({"government", "authority", "president", "prime minister", "interim government"})
_LED_NEAR: Final = 3  # tokens between "U.S.-led" and the noun
_LEADING: Final = frozenset({"led", "headed", "commanded", "chaired", "fronted", "spearheaded"})
_LED: Final = frozenset({"president", "chairman", "director", "chairwoman"})
_SENT_BY: Final = frozenset(
    "official minister representative delegate negotiator member leader spokesman lawmaker".split()
)
_BODIES: Final = frozenset(
    "party government ministry opposition union army movement group authority commission".split()
)
_OFFICERS: Final = frozenset("judge prosecutor officer official investigator inspector clerk".split())
_STAFF: Final = _OFFICERS | frozenset(  # who belong to the court, ministry or mission at which they are
    "diplomat attache attaché employee worker staff staffer guard counsellor interpreter driver".split()
)
_WORKPLACES: Final = frozenset("mission embassy consulate legation ministry court tribunal headquarters".split())
_OUTPOSTS: Final = frozenset("mission embassy consulate legation commission".split())
_SHARING: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "CVL", "EDU", "HLH", "LAB"})
_NEXT_DOOR: Final = frozenset({"neighbouring", "neighboring"})
_RULING: Final = frozenset({"GOV", "MIL"})
_ACTORS: Final = frozenset({"actor"})


def read_role(reading: Reading, hit: Hit, modifiers: list[Modifier], head: int, start: int, end: int) -> Mention:
    """Read a role noun (or a name or neutral noun behind one) that ends before token `end`."""
    owners, reach = _owners(reading, hit, head, end)
    parts = parts_of(reading, modifiers, hit)
    modifiers = own_part(parts)
    code, how = _code_of_role(reading, hit, modifiers, owners, head)
    code = _in_time(reading, code, start, hit)
    bare = hit.entry.name == "force" and start == head and reading.doc[head].tag_ == "NN"  # "ruled out force"
    if bare or (hit.entry.name in _NEEDY and not base_of(code)):
        return reading.unknown(head, start, end, "other", "thing")
    lines = (*where(hit), *wheres(modifiers))
    actor = reading.actor(code, (start, reach), how, lines, reading.label(code, hit, modifiers, end))
    thing = hit.entry.sort == "thing" or hit.entry.name.rpartition(" ")[2].removesuffix("s") in PLATFORMS
    kind = "owned" if thing and reading.doc[head].dep_ not in _ACTING_DEPS else "actor"
    return Mention(start, reach, head, actor, kind, "thing" if thing else "role", shared(reading, parts, hit, code))


def _in_time(reading: Reading, code: str, start: int, hit: Hit) -> str:
    """Give the code of a role that is over, not yet begun, only a shadow cabinet's, or a state's neighbour's."""
    if hit.entry.name.startswith("neighb") and reading.doc[start].lower_ in {"its", "their"}:
        return "UIS"
    if (
        any(token.lower_ in _NEXT_DOOR for token in reading.doc.tokens[start : hit.start])
        and set(hit.sectors) & _RULING
    ):
        return "UIS"  # "accused the neighbouring government"
    if is_former(reading, start, hit.end) or _is_not_yet(reading, hit.end):
        return joined(base_of(code), ["ELI"])
    if "GOV" in sectors_of(code) and any(token.lower_ in OPPOSED for token in reading.doc.tokens[start : hit.end]):
        return joined(base_of(code), ["OPP"])
    return code


def _is_united_nations(reading: Reading, hit: Hit, owners: list[Owner]) -> bool:
    """Tell whether a bare title is the United Nations': "the Secretary-General", "the Special Rapporteur on"."""
    words = reading.doc.tokens[hit.start : hit.end]
    capital = all(token.text[:1].isupper() for token in words if token.text != "-")
    bare = all(owner.preposition in {"for", "in"} for owner in owners)  # "the Special Representative for Somalia"
    if hit.entry.name not in UN_TITLES or not capital or not bare:
        return False
    beside = any(h.code.startswith("IGOUNO") for h in reading.hits)  # "Special Representative Ann Lee" of MINUSCA
    return reading.doc[hit.start - 1].lower_ == "the" or beside


def _code_of_role(
    reading: Reading, hit: Hit, modifiers: list[Modifier], owners: list[Owner], head: int
) -> tuple[str, Resolution]:
    base = relative_country(reading, head)
    if not modifiers and not base and _is_united_nations(reading, hit, owners):
        return "IGOUNO", Resolution.DICTIONARY
    code = compose(hit, modifiers, owners, base)
    if code == "GOV" and (private := _of_unlisted(reading, hit)):
        return private, Resolution.COMPOSED
    if not base_of(code):
        return _completed(reading, hit, head, code, Resolution.COMPOSED if modifiers else Resolution.DICTIONARY)
    if base and base_of(code) == base:
        return code, Resolution.COREFERENCE
    return code, Resolution.COMPOSED if modifiers or owners else Resolution.DICTIONARY


def _completed(reading: Reading, hit: Hit, head: int, code: str, how: Resolution) -> tuple[str, Resolution]:
    """Look further for the country of a role: in its apposition, then in the sentence."""
    if appositive := apposition(reading, head):
        other = appositive.actor.code
        said_more = not code or (sectors_of(other) and "ELI" not in sectors_of(code))
        return (other if said_more else joined(base_of(other), sectors_of(code))), Resolution.COMPOSED
    if set(sectors_of(code)) <= _SHARING and (shared := _from_conjunct(reading, head)):
        return joined(shared, sectors_of(code)), Resolution.COMPOSED
    if leader := _leader(reading, head):
        return joined(leader, sectors_of(code)), Resolution.COMPOSED
    if (office := OFFICES.get(hit.entry.name)) and _stands_for_itself(reading, hit):
        return office, Resolution.DICTIONARY
    place = _where_it_was(reading, hit, head) or _led_by(reading, hit) or _scene(reading, hit, head)
    return (joined(place, sectors_of(code)), Resolution.COMPOSED) if place else (code, how)


def _scene(reading: Reading, hit: Hit, head: int) -> str:
    """Give the only place of the sentence, where those who act there are its own."""
    place = "" if _judges_from_afar(reading, hit, head) else _only_place(reading, hit)
    return "" if place and _from_elsewhere(reading, hit, head, place) else place


def _where_it_was(reading: Reading, hit: Hit, head: int) -> str:
    """Find the country of a clause of place: "fled Liberia, where soldiers clashed with rebels"."""
    if hit.code.startswith("=") or is_diplomat(hit.entry.name):
        return ""
    clause = next((a for a in reading.doc[head].ancestors if a.dep_ == "relcl"), None)
    if clause is None or clause.head.i in reading.open or not any(c.lower_ == "where" for c in clause.children):
        return ""
    land = reading.at(clause.head.i)
    return base_of(land.actor.code) if land.sort in {"state", "city", "region"} or land.kind == "place" else ""


def _led_by(reading: Reading, hit: Hit) -> str:
    """Find whose lead a force follows: "U.S.-led troops" are not those of the place where they fight."""
    if "MIL" not in hit.sectors:
        return ""
    before = (h for h in reading.hits if h.is_land and hit.start - _LED_NEAR <= h.end <= hit.start)
    return next((base_of(h.code) for h in before if _says_led(reading, h)), "")


def _says_led(reading: Reading, land: Hit) -> bool:
    own = reading.doc[land.end - 1].lower_.endswith("-led")
    return own or "".join(t.lower_ for t in reading.doc.tokens[land.end : land.end + 2]) == "-led"


def _leader(reading: Reading, head: int) -> str:
    """Find the country of who leads a force or party: "a delegation led by Prime Minister X"."""
    leading = (c for c in reading.doc[head].children if c.dep_ == "acl" and c.lower_ in _LEADING)
    behind = (p for c in leading for p in c.children if p.dep_ == "agent")
    leaders = [o.i for p in behind for o in p.children if o.dep_ == "pobj" and o.i not in reading.open]
    base = base_of(reading.at(leaders[0]).actor.code) if leaders else ""
    return "" if is_organisation(base) else base


def _stands_for_itself(reading: Reading, hit: Hit) -> bool:
    """Tell whether a title in capitals means its best-known holder: "the Foreign Secretary", not one of South Asia."""
    capital = reading.doc[hit.start].text[:1].isupper()
    return capital and SECRETARIES.isdisjoint(reading.countries) and not ("MIL" in hit.sectors and reading.countries)


def _judges_from_afar(reading: Reading, hit: Hit, head: int) -> bool:
    """Tell whether ministers only judge what happened somewhere: "the ministers condemned the attacks in Gaza"."""
    verb = reading.doc[head].head
    judging = reading.doc[head].dep_ == "nsubj" and verb.i > head and verb.lemma_ in _JUDGING
    return judging and set(hit.sectors) == {"GOV"} and hit.entry.name not in _LOCAL


def _from_conjunct(reading: Reading, head: int) -> str:
    """Give the country that two roles share: "Turkish ministers and officials", "ministers and officials of Turkey"."""
    token = reading.doc[head]
    others = [child for child in token.children if child.dep_ == "conj"]
    others += [token.head] if token.dep_ == "conj" else []
    for other in others:
        role = reading.by_token.get(other.i)
        rest = any(c.lower_ == "other" and c.i < head for c in token.children)  # "Chad and other officials"
        if role and (role.is_role or (rest and role.entry.sort in {"person", "state"})) and other.i not in reading.open:
            base = base_of(reading.at(other.i).actor.code)
            if base and not is_organisation(base):
                return base
    return ""


def apposition(reading: Reading, head: int, kinds: frozenset[str] = _ACTORS, *, based: bool = True) -> Mention | None:
    """Give the known actor that stands in apposition, on either side: "Ann Lee, an EU official".

    Args:
        reading: the text.
        head: the token whose apposition is wanted.
        kinds: what the other phrase may be.
        based: whether its country must be known.
    """
    token = reading.doc[head]
    candidates = [child.i for child in token.children if child.dep_ == "appos" and not _counts_its_own(reading, child)]
    candidates += [token.head.i] if token.dep_ == "appos" else []
    for i in candidates:
        if i not in reading.open:
            found = reading.at(i)
            if found.actor.code and found.kind in kinds and (base_of(found.actor.code) or not based):
                return found
    return None


def _counts_its_own(reading: Reading, token: Token) -> bool:
    """Tell whether a name does what the one before did, and is no apposition: "shot 20 people, [Chad] 15"."""
    after = reading.doc[token.i + 1] if token.i + 1 < len(reading.doc) else None
    return after is not None and after.tag_ in {"CD", "$"} and token.tag_ == "NNP"


def _owners(reading: Reading, hit: Hit, head: int, end: int) -> tuple[list[Owner], int]:
    """Read the phrases after a role: of, for, from, in, at, loyal to; gives how far the last useful one reaches."""
    owners, reach = [], end
    joined_at = next((c.i for c in reading.doc[head].children if c.dep_ == "conj" and c.i >= end), len(reading.doc))
    behind = [*prepositional(reading.doc, head, end - 1), *loyal_to(reading.doc, head), *_from_body(reading, hit, end)]
    for preposition, obj in behind:
        if obj.i < end or obj.i in reading.open or not _may_own(preposition, hit):
            continue
        inner = reading.at(obj.i)
        if inner.actor.code and _owns(reading, preposition, hit, inner) and not _is_matter(reading, preposition, inner):
            owners.append(Owner(inner.actor.code, preposition, _does(reading, inner)))
            if obj.i < joined_at:  # "rebels and troops in Mali": Mali is no part of the rebels' own phrase
                reach = max(reach, inner.end)
    return owners, reach


def _of_unlisted(reading: Reading, hit: Hit) -> str:
    """Give the sector of those who lead or speak for a body that nobody knows: "Adventure World president Ann Lee".

    The codebook's elites are those who speak for organisations without another role (table 3.1).
    """
    before = reading.doc[hit.start - 1] if hit.start else None
    if before is None or not is_weak(hit) or before.dep_ != "compound" or not reading.is_proper(before.i):
        return ""
    if before.i in reading.by_token or reading.doc[hit.start].tag_.startswith("NNP"):
        return ""  # "Deputy Chief", a title's own words
    words = [token.text for token in reading.doc.tokens[reading.name_start(before.i, 0) : hit.start]]
    led = hit.entry.name.rpartition(" ")[2] in _LED
    return next(iter(sectors_of_body(words)), "BUS" if led else "ELI")


def _does(reading: Reading, inner: Mention) -> tuple[str, ...] | None:
    """Give the sectors of a private body that no dictionary has: "the Ghana Federation of Teachers"; None of others."""
    hit = reading.by_token.get(inner.head)
    if inner.sort != "organisation" or inner.actor.sectors or (hit and not hit.is_role and hit.entry.sort != "state"):
        return None
    return sectors_of_body(
        [token.text for token in reading.doc.tokens[inner.start : reading.doc[inner.head].right_edge.i + 1]]
    )


def _from_body(reading: Reading, hit: Hit, end: int) -> list[tuple[str, Token]]:
    """Give whose they are in "attack officials from the ruling party", where the parse hangs "from" on the verb."""
    noun = hit.entry.name.rpartition(" ")[2].removesuffix("s")
    if end >= len(reading.doc) or reading.doc[end].lower_ not in {"from", "at"}:
        return []
    word = reading.doc[end].lower_
    behind = (c for c in reading.doc[end].children if c.dep_ == "pobj")
    if word == "at":  # "expelled an officer at the Indian mission"
        return [(word, c) for c in behind if noun in _STAFF and c.lemma_ in _OUTPOSTS]
    return [(word, c) for c in behind if noun in _SENT_BY and (reading.is_proper(c.i) or c.lemma_ in _BODIES)]


def _may_own(preposition: str, hit: Hit) -> bool:
    noun = hit.entry.name
    if preposition in {"of", "from", "for", "loyal to"}:
        return not (preposition == "for" and noun.rpartition(" ")[2] in _ADVOCATES)
    return preposition in {"in", "at", "inside", "across", "within", "with"} and not is_diplomat(noun)


def _owns(reading: Reading, preposition: str, hit: Hit, inner: Mention) -> bool:
    if preposition in {"of", "from", "for", "loyal to"}:
        return inner.kind != "pronoun"
    if preposition in {"at", "with", "within"}:
        body = inner.sort in {"organisation", "group"}
        return (body and is_weak(hit)) or _works_at(reading, hit, inner)
    if SETTLER in hit.entry.name and base_of(inner.actor.code) in SETTLERS:
        return False
    if ARMED_OPPOSITION & {*hit.sectors} and base_of(inner.actor.code) in UNREBELLIOUS:
        return False  # "met the rebels in Oslo"
    if hit.entry.name in _MOBILE and len(reading.countries) > 1:
        return False  # soldiers in a country are often another's
    return inner.sort in {"state", "city", "region"} or inner.kind == "place"


def _works_at(reading: Reading, hit: Hit, inner: Mention) -> bool:
    """Tell whether somebody belongs to the body at which he is: "judges at the Court", "a guard at the embassy"."""
    noun = hit.entry.name.rpartition(" ")[2].removesuffix("s")
    if inner.sort in {"organisation", "group"}:
        return noun in _OFFICERS
    return noun in _STAFF and reading.doc[inner.head].lemma_.lower() in _WORKPLACES


def _is_matter(reading: Reading, preposition: str, inner: Mention) -> bool:
    """Tell whether a phrase says what an office deals with: "the assistant secretary for Near East affairs"."""
    words = {token.lower_ for token in reading.doc.tokens[inner.start : inner.end]}
    return preposition == "for" and "affairs" in words and inner.actor.code[:3] in WORLD_REGIONS


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
        for child in ancestor.children:
            many = child.tag_ == "NNS" and token.lower_ != "their"  # "after soldiers stormed its embassy": not theirs
            stands = child.dep_ in SUBJECTS and child.right_edge.i < token.i and child.i not in reading.open
            if stands and not many:
                owner = reading.at(child.i)
                if (base := base_of(owner.actor.code)) and _may_have(owner, token):
                    return base
    named = set(reading.countries)
    return named.pop() if len(named) == 1 else ""


def _may_have(owner: Mention, pronoun: Token) -> bool:
    """Tell whether somebody can be "his" or have "its soldiers": no state is "he", no armed group has an embassy."""
    if pronoun.lower_ in {"his", "her"}:
        return owner.sort not in {"state", "city", "region", "organisation", "group"}
    sectors = set(owner.actor.sectors)
    return pronoun.head.lemma_.lower() not in OF_STATES or not sectors & {"REB", "INS", "SEP", "UAF", "MED", "CRM"}


def _only_place(reading: Reading, hit: Hit) -> str:
    """Give the sentence's only country, when the sentence takes place there."""
    countries = reading.countries
    if len(countries) != 1 or hit.code.startswith("=") or is_diplomat(hit.entry.name) or hit.entry.name == "department":
        return ""
    lands = [h for h in reading.hits if h.is_land and h.entry.use != "adjective"]
    return next((base_of(land.code) for land in lands if _is_where(reading, land)), "")


def _is_where(reading: Reading, land: Hit) -> bool:
    """Tell whether something happens in a land: it is not the "London" of "London Interbank Offered Rate"."""
    token, after = reading.root(land), reading.doc[land.end] if land.end < len(reading.doc) else None
    attribute = token.dep_ in {"compound", "nmod", "amod"} and after is not None
    if attribute and after is not None and after.text[:1].isupper() and after.i not in reading.by_token:
        return False
    return is_place(reading, land, token.i)


def _from_elsewhere(reading: Reading, hit: Hit, head: int, place: str) -> bool:
    """Tell whether soldiers are not those of the place: they are sent there, or it has no army, settlers or rebels."""
    if SETTLER in hit.entry.name:
        return place in SETTLERS
    if ARMED_OPPOSITION & {*hit.sectors}:
        return place in UNREBELLIOUS
    if "MIL" not in hit.sectors:
        return False
    sent = reading.doc[head].head.lemma_ in _SENDING and hit.entry.name in _MOBILE
    return place in ARMYLESS or sent


def _is_not_yet(reading: Reading, end: int) -> bool:
    after = [token.lower_ for token in reading.doc.tokens[end : end + 2] if token.text != "-"]
    return bool(after) and after[0] in NOT_YET


def read_counterpart(reading: Reading, modifiers: list[Modifier], head: int, start: int) -> Mention:
    """Read "his Turkish counterpart": the country said, the sectors of the other party, else government."""
    base = base_of(compose(None, [m for m in modifiers if not m.hit.is_role], ()))
    subjects = [t.i for t in reading.doc.tokens[:head] if t.dep_ in SUBJECTS and t.i not in reading.open]
    parties = (sectors_of(reading.at(i).actor.code) for i in reversed(subjects))
    code = joined(base, next((sectors for sectors in parties if sectors), ("GOV",))) if base else ""
    end = _named_behind(reading, head)
    name = reading.label(code, None, modifiers)
    actor = reading.actor(code, (start, end), Resolution.COREFERENCE, wheres(modifiers), name)
    return Mention(start, end, head, actor, "actor", "role")


def _named_behind(reading: Reading, head: int) -> int:
    """Give where a role ends that a name follows: "his Iranian counterpart, Ali Reza", else where its noun does."""
    names = [c.i for c in reading.doc[head].children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > head]
    if not names or names[0] in reading.by_token:
        return head + 1
    between = reading.doc.tokens[head + 1 : names[0]]
    plain = all(t.text == "," or t.pos_ == "PROPN" for t in between)
    return names[0] + 1 if plain else head + 1
