"""Mishaps: what kills without anybody doing it, wherever the sentence tells it."""

from typing import Final

from coder.syntax.clauses import is_verbal
from coder.syntax.grammar_words import HARMING
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import heads, lemma

FAILING: Final = frozenset(
    """overturn crash collide capsize sink derail collapse plunge skid slip tip topple burst erupt flip veer swerve
    cave explode crumble founder""".split()
)
NATURE: Final = frozenset(
    """storm thunderstorm hurricane cyclone typhoon tornado earthquake quake tremor flood river avalanche landslide
    mudslide volcano wave tsunami lightning blaze fire wildfire bushfire snow wind rain rainfall downpour monsoon heat
    blizzard flooding dam""".split()
)
VEHICLES: Final = frozenset(
    """train bus coach minibus tram lorry truck van car taxi ferry boat trawler motorcycle motorbike tractor trailer
    tanker vehicle locomotive wagon""".split()
)
AIRBORNE: Final = frozenset("plane helicopter aircraft airliner jet balloon glider".split())
# What one of them does to another that is no attack, and what they run into.
HITTING: Final = frozenset("hit strike slam smash plough plow careen hurtle run bump".split())
HIT: Final = (
    VEHICLES
    | AIRBORNE
    | frozenset(
        """tree pole wall barrier bridge rock ditch reef iceberg cliff embankment mountain hillside ravine lamppost
    guardrail parapet pier crane""".split()
    )
)
# What people die in, of or by though nobody kills them; a fire only where it is one ("in a fire", "a prison fire").
ACCIDENTS: Final = NATURE - {"fire"} | frozenset(
    """crash accident stampede crush derailment collision capsizing sinking shipwreck wreck pileup mishap disaster
    mudflow
    rockfall rockslide heatwave floodwater flashflood inferno eruption aftershock sinkhole
    drowning poisoning outbreak epidemic pandemic cholera ebola disease virus famine drought""".split()
)
FIRED: Final = frozenset(  # "killed in artillery fire" is no fire
    """artillery rocket mortar missile sniper gun machine tank shell arm cross friendly enemy hostile rebel army police
    border return ground heavy sporadic covering""".split()
)
# What bursts of itself.
BURSTING: Final = frozenset(
    """gas boiler mine coal firework fireworks plant factory refinery propane cylinder transformer tanker depot
    pipeline chemical fuel oil methane dust reactor stove canister warehouse workshop""".split()
)
BLASTS: Final = frozenset(("explosion", "blast"))
BUILT: Final = frozenset(  # "an explosion at a steel plant", where no bomb is named
    "plant factory refinery mine colliery warehouse workshop mill smelter pipeline depot quarry foundry".split()
)
WHERE: Final = frozenset("in at inside of on".split())
BOMBS: Final = frozenset(
    """bomb grenade suicide bomber mine landmine ied device car truck shell missile rocket drone mortar munition
    ordnance explosive bombing""".split()
)
AIMED: Final = frozenset(("on", "upon", "at", "into"))  # "police fire upon a crowd", also where "fire" seems a noun
TOLD_IN: Final = frozenset("in during by from after following of amid because through due to".split())
WHEN: Final = frozenset(("when", "as", "after"))
OF_ITSELF: Final = frozenset(("explode", "burst", "erupt"))  # what bombs do, too
CARRIERS: Final = frozenset(("car", "truck"))  # which carry bombs, but also crash
STRICKEN: Final = frozenset("hit stricken struck ravaged battered devastated affected swept lashed prone".split())


def by_mishap(verb: Token) -> bool:
    """Whether nature or an accident did it: "were killed when a storm struck", "killed in a bus crash"."""
    joined = (verb, *(c for c in verb.children if c.dep_ == "conj" and is_verbal(c)))
    return any(_in_time(v) or _in_phrase(v) for v in joined) or _of_outbreak(verb)


def in_a_crash(verb: Token) -> bool:
    """Whether it only came of a vehicle going down or off the road: "a helicopter crashed, [killing] three"."""
    above = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or lemma(verb) not in HARMING or lemma(above) not in FAILING:
        return False
    failed = AIRBORNE if lemma(above) in OF_ITSELF else AIRBORNE | VEHICLES
    return any(c.dep_ == "nsubj" and lemma(c) in failed for c in above.children)


def _in_time(verb: Token) -> bool:
    """Whether a clause of time tells of a mishap, also one read as a phrase ("when a bus overturned")."""
    for clause in (c for c in verb.children if c.dep_ == "advcl" or (c.dep_ == "prep" and c.lower_ in WHEN)):
        if clause.dep_ == "prep":
            nouns = [t for p in clause.children if p.dep_ == "pobj" for t in p.subtree]
        elif any(g.lower_ in WHEN and g.dep_ != "prep" for g in clause.children):
            nouns = [clause, *(g for g in clause.children if g.dep_ in ("nsubj", "nsubjpass"))]
        else:
            continue
        if any(_fails(n) for n in nouns):
            return True
    return False


def _fails(word: Token) -> bool:
    """Whether a word, or what the parser hung on it, is what nature does or what goes wrong of itself."""
    told = (word, *(c for c in word.children if c.dep_ in ("acl", "relcl", "compound") or c.tag_ in ("VBZ", "VBD")))
    crashed = any(lemma(t) in FAILING and lemma(t) not in OF_ITSELF for t in told)
    bombs = BOMBS - CARRIERS if crashed else BOMBS
    if any(lemma(t) in bombs for t in (*told, *word.children)):
        return False
    if not crashed and any(c.lower_ in AIMED for c in word.children):
        return _runs_into(word)
    return (
        crashed
        or any(lemma(t) in FAILING or (lemma(t) in NATURE and t.pos_ == "NOUN") for t in told)
        or _runs_into(word)
    )


def _runs_into(verb: Token) -> bool:
    """Whether a vehicle hits another or a tree, or an aircraft goes down: "when a train hit a bus"."""
    moved = {lemma(c) for c in verb.children if c.dep_ == "nsubj"}
    if verb.lemma_ == "go":
        return any(c.lower_ == "down" for c in verb.children) and not moved.isdisjoint(AIRBORNE | VEHICLES)
    if verb.lemma_ not in HITTING or moved.isdisjoint(VEHICLES):
        return False
    met = [c for c in verb.children if c.dep_ in ("dobj", "prep")]
    return any(lemma(t) in HIT for c in met for t in (c, *c.children))


def _in_phrase(verb: Token) -> bool:
    """Whether they died in, by or after an accident that a noun names."""
    for preposition in verb.children:
        if preposition.dep_ in ("prep", "agent") and preposition.lower_ in TOLD_IN:
            for noun in (h for c in preposition.children if c.dep_ == "pobj" for h in heads(c)):
                if is_accident(noun) or _stricken(noun) or (lemma(noun) in BLASTS and _somewhere_built(verb)):
                    return True
    return False


def _stricken(place: Token) -> bool:
    """Whether a place is told to be one that nature struck: "killed in the flood-hit city of Lima"."""
    for word in place.children:
        if word.dep_ in ("amod", "compound", "nmod"):
            named = word.lower_ in STRICKEN and any(lemma(c) in NATURE for c in word.children)
            if named or word.lower_ in ("flooded", "inundated"):
                return True
    return False


def is_accident(noun: Token) -> bool:
    """Whether a noun names what befalls people without a doer."""
    word = lemma(noun)
    before = {lemma(c) for c in noun.children if c.dep_ in ("compound", "amod", "nmod")}
    if word in ("fire", "blaze"):
        one = noun.tag_ == "NNS" or any(c.dep_ == "det" for c in noun.children)
        return (one or bool(before)) and before.isdisjoint(FIRED) and not _has_doer(noun)
    if word in BLASTS:
        return before.isdisjoint(BOMBS) and (not before.isdisjoint(BURSTING) or _somewhere_built(noun))
    return word in ACCIDENTS and before.isdisjoint(BOMBS - {"mine", "car", "truck"})


def _has_doer(noun: Token) -> bool:
    """Whether a fire is somebody's: "killed by the fire of the guards", "in Israeli fire"."""
    return any(c.lower_ in ("of", "by", "from") or (c.dep_ == "amod" and c.text[:1].isupper()) for c in noun.children)


def _somewhere_built(word: Token) -> bool:
    inside = (p for c in word.children if c.dep_ == "prep" and c.lower_ in WHERE for p in c.children)
    return any(lemma(p) in BUILT for p in inside if p.dep_ == "pobj")


def _of_outbreak(verb: Token) -> bool:
    """Whether a relative clause tells of an accident named before its noun: "an outbreak in Goma that killed ten"."""
    noun = verb.head
    if verb.dep_ != "relcl":
        return False
    doc: Doc = verb.doc
    start = noun.left_edge.i
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        noun = noun.head.head
        if is_accident(noun):
            return not any(t.dep_ in ("nsubj", "nsubjpass") and t.pos_ == "NOUN" for t in doc.tokens[start : verb.i])
    return False
