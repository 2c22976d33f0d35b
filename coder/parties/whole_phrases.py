"""How far the words go that tell who or where somebody is: "[a wedding hall in] Mokha", "people [living in Chad]"."""

from collections.abc import Set as AbstractSet
from typing import Final

from coder.mentions import Mention
from coder.parties.parties import Parties
from coder.syntax.parsed import Doc, Token

AT: Final = frozenset("in at near outside inside around within of".split())
OBJECTS: Final = frozenset({"dobj", "nsubjpass", "dative"})
AIMED: Final = frozenset("on at into to for from against outside near towards toward".split())
WIDEST: Final = 10  # words behind the head


def whole(doc: Doc, parties: Parties, mention: Mention, acts: AbstractSet[int]) -> tuple[int, int]:
    """Give where the phrase of a party begins and ends, in tokens; `acts` are those that tell of acts.

    A place goes with the thing that lies there, and people with what says where they are.
    """
    head = doc[mention.head]
    if mention.kind == "place" or mention.sort in ("city", "region"):
        return _with_thing(head, mention, acts)
    if mention.sort in ("role", "identity") and head.pos_ == "NOUN":
        return _with_place(head, mention, parties)
    return mention.start, mention.end


def _with_thing(place: Token, mention: Mention, acts: AbstractSet[int]) -> tuple[int, int]:
    preposition = place.head
    thing = place.doc[max(preposition.i - 1, 0)]
    here = place.dep_ == "pobj" and preposition.lower_ in AT and thing.pos_ == "NOUN" and thing.i not in acts
    counted = thing.tag_ == "NNS" or any(c.dep_ in ("det", "poss", "nummod") for c in thing.children)
    if not counted:
        return mention.start, mention.end  # "to fight malaria in West Africa"
    if not here or preposition.head.i not in (
        thing.i,
        thing.head.i,
        thing.head.head.i,
    ):  # the parser hangs it on either
        return mention.start, mention.end
    if thing.dep_ not in OBJECTS and not (thing.dep_ == "pobj" and thing.head.lower_ in AIMED):
        return mention.start, mention.end  # "killed ten in attacks in Kabul"
    return thing.left_edge.i, mention.end


def _with_place(people: Token, mention: Mention, parties: Parties) -> tuple[int, int]:
    end = mention.end
    for child in people.children:
        last = child.right_edge.i
        if child.dep_ not in ("prep", "acl", "relcl") or child.i < mention.end - 1 or last > people.i + WIDEST:
            continue
        named = (i for i in range(child.i, last + 1) if people.doc[i].tag_ in ("NNP", "NNPS", "JJ"))
        lands = {parties.mention(i).actor.country for i in named} - {""}
        own = mention.actor.country
        if len(lands) == 1 and (not own or own in lands):
            end = max(end, last + 1)
    return mention.start, end
