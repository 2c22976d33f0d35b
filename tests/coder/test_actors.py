"""Composition on sentences parsed by hand: what the code adds to the words, without a model."""

import pytest

from coder.actors import ActorResolver
from coder.naming.actor_codes import joined, merged, ordered
from coder.naming.dictionaries import ActorIndex, read_own
from coder.naming.petrarch import read_petrarch
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import word_of
from coder.types import Resolution

STATES = """
FRD | Freedonia | Freedonian | Freedonian; Freedonians | Fredville | Fredville | |
GFW | Grand Fenwick | Fenwickian | Fenwickian; Fenwickians | Fenton | | |
"""
NAMES = "League of Duchies = IGOLOD\nFenwick Front = GFWREBFFR"
AGENTS = """
army = MIL
spokesman/spokesmen = MED
minister = GOV
ministry = GOV
fighter = REB
peacekeeper = =IGOPKO
leader = GOV
rebel = REB
foreign minister = GOV
"""
TAGS = {
    "det": "DT",
    "amod": "JJ",
    "prep": "IN",
    "case": "POS",
    "punct": "HYPH",
    "poss": "NNP",
    "ROOT": "VBD",
    "nummod": "CD",
}


@pytest.fixture(scope="module")
def index() -> ActorIndex:
    entries = [
        *read_own("states.txt", STATES),
        *read_own("bodies.txt", NAMES),
        *read_own("agents.txt", AGENTS),
    ]
    return ActorIndex.of(entries)


def parsed(text: str) -> Doc:
    """Make a Doc from ``word/dep/head`` triples; tags follow from the relation and the capitals."""
    words, deps, heads = zip(*(token.rsplit("/", 2) for token in text.split()), strict=True)
    tags = [
        TAGS.get(dep) or ("NNP" if word[0].isupper() else "NNS" if word.endswith("s") else "NN")
        for word, dep in zip(words, deps, strict=True)
    ]
    pos = [
        "PROPN"
        if tag == "NNP"
        else {"D": "DET", "J": "ADJ", "I": "ADP", "V": "VERB", "C": "NUM", "P": "PART"}.get(tag[0], "NOUN")
        for tag in tags
    ]
    spaces = ["" if "-" in words[i : i + 2] else " " for i in range(len(words))]
    tokens = [Token(w, w.lower(), *rest) for w, *rest in zip(words, tags, deps, spaces, strict=True)]
    doc = Doc(tokens, [int(head) for head in heads])
    doc.know([word_of(w, tag, kind, w.lower()) for w, tag, kind in zip(words, tags, pos, strict=True)])
    return doc


@pytest.mark.parametrize(
    ("text", "head", "code"),
    [
        ("Freedonian/amod/1 army/nsubj/2 left/ROOT/2", 1, "FRDMIL"),
        ("Freedonia/poss/2 's/case/0 army/nsubj/3 left/ROOT/3", 2, "FRDMIL"),
        ("army/nsubj/3 of/prep/0 Freedonia/pobj/1 left/ROOT/3", 0, "FRDMIL"),
        ("Freedonian/amod/2 ministry/compound/2 spokesman/nsubj/3 left/ROOT/3", 2, "FRDGOV"),
        ("Freedonian/amod/3 minister/compound/3 Ann/compound/3 Lee/nsubj/4 left/ROOT/4", 3, "FRDGOV"),
        ("former/amod/2 Freedonian/amod/2 minister/nsubj/3 left/ROOT/3", 2, "FRDELI"),
        ("Freedonian/amod/1 peacekeepers/nsubj/2 left/ROOT/2", 1, "IGOPKO"),
        ("League/compound/3 of/prep/0 Duchies/pobj/1 spokesman/nsubj/4 left/ROOT/4", 3, "IGOLOD"),
        ("Fenwick/compound/1 Front/compound/2 fighters/nsubj/3 left/ROOT/3", 2, "GFWREBFFR"),
        ("Freedonian/amod/2 rebel/compound/2 leader/nsubj/3 left/ROOT/3", 2, "FRDREB"),
        ("Freedonian/npadvmod/2 -/punct/2 backed/amod/3 fighters/nsubj/4 left/ROOT/4", 3, "REB"),
        ("army/nsubj/1 left/ROOT/1", 0, "MIL"),
        ("spokesman/nsubj/4 for/prep/0 Freedonian/amod/3 army/pobj/1 left/ROOT/4", 0, "FRDMIL"),
        ("Freedonian/amod/1 oil/nsubj/2 left/ROOT/2", 1, "FRD"),
    ],
)
def test_actors_compose_role_and_owner(index: ActorIndex, text: str, head: int, code: str) -> None:
    assert ActorResolver(parsed(text), index, None).at(head).actor.code == code


@pytest.mark.parametrize(
    ("text", "head", "kind"),
    [
        ("army/nsubj/1 left/ROOT/1 in/prep/1 Freedonia/pobj/2", 3, "place"),
        ("Freedonia/nsubj/1 left/ROOT/1", 0, "actor"),
        ("Fredville/nsubj/1 left/ROOT/1", 0, "actor"),
        ("army/nsubj/1 left/ROOT/1 in/prep/1 Fredville/pobj/2", 3, "place"),
        ("Freedonian/amod/1 oil/nsubj/2 left/ROOT/2", 1, "owned"),
        ("Freedonian/amod/1 army/nsubj/2 left/ROOT/2", 1, "actor"),
        ("oil/nsubj/1 left/ROOT/1", 0, "other"),
    ],
)
def test_actors_tell_places_and_things_from_actors(index: ActorIndex, text: str, head: int, kind: str) -> None:
    assert ActorResolver(parsed(text), index, None).at(head).kind == kind


def test_actors_unknown_name_keeps_its_words(index: ActorIndex) -> None:
    mention = ActorResolver(parsed("Ann/compound/1 Lee/nsubj/2 left/ROOT/2"), index, None).at(1)
    assert (mention.actor.name, mention.actor.code, mention.actor.resolution) == ("Ann Lee", "", Resolution.UNRESOLVED)


def test_actors_any_token_of_a_name_leads_to_it(index: ActorIndex) -> None:
    resolver = ActorResolver(parsed("Grand/compound/1 Fenwick/nsubj/2 left/ROOT/2"), index, None)
    assert resolver.at(0) == resolver.at(1)
    assert resolver.at(0).actor.code == "GFW"


def test_actors_broken_parse_still_gives_an_answer(index: ActorIndex) -> None:
    doc = parsed("Ann/appos/1 Lee/appos/0")
    assert all(ActorResolver(doc, index, None).at(i).actor.code == "" for i in range(2))


def test_actor_codes_follow_the_codebooks_order() -> None:
    assert ordered(["EDU", "OPP"]) == ("OPP", "EDU")
    assert ordered(["MED", "GOV"]) == ("GOV",)
    assert ordered(["CVL", "ELI", "GOV"]) == ("ELI",)
    assert merged(["MIL"], ["GOV"]) == ("MIL",)
    assert joined("FRD", ["EDU", "OPP"], "MOS") == "FRDOPPMOSEDU"


def test_actors_compose_with_names_of_petrarch_files() -> None:
    old = "FREEDONIA_ [FRD]\n+FREEDONIAN_\nRUFUS_FIREFLY_ [FRDGOV 330101-331117]\n"
    index = ActorIndex.of([*read_petrarch("old.txt", old).entries, *read_own("agents.txt", AGENTS)])
    resolver = ActorResolver(
        parsed("Freedonian/amod/1 army/nsubj/2 left/ROOT/2 in/prep/2 Freedonia/pobj/3"), index, None
    )
    assert (resolver.at(1).actor.code, resolver.at(4).kind) == ("FRDMIL", "place")
