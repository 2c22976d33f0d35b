"""What a body that no dictionary has does, by its name's words: "Coastal Bank" trades, "Dockers' Union" organises."""

from collections.abc import Sequence
from typing import Final

_KINDS: Final = {
    "BUS": """bank company companies co corporation corp inc ltd plc sa ag gmbh group holdings industries industrial
        airlines airways motors oil petroleum energy steel mining insurance securities brokers dealers exporters
        importers manufacturers producers commerce chamber bankers employers retailers partners ventures capital
        international systems technologies electronics telecom pharmaceuticals brothers""",
    "LAB": """union unions workers teachers employees labor labour trades miners seamen dockers railwaymen
        brotherhood teamsters""",
    "AGR": "farmers growers planters agricultural ranchers fishermen peasants",
    "EDU": "university college school institute academy students polytechnic",
    "HLH": "hospital medical health doctors nurses clinic physicians",
    "MED": "newspaper times post daily news radio television broadcasting gazette herald tribune journalists press",
    "ENV": "environmental conservation wildlife",
    "HRI": "rights liberties",
    "JUD": "bar lawyers judges",
    "PTY": "party",
}
_BY_WORD: Final = {word: kind for kind, words in _KINDS.items() for word in words.split()}


def sectors_of_body(words: Sequence[str]) -> tuple[str, ...]:
    """Give the sector of a body by its name's words, of which a union's or party's say most; () when they say nothing.

    >>> sectors_of_body(["American", "Federation", "of", "Teachers"]), sectors_of_body(["Chile", "Steel"])
    (('LAB',), ('BUS',))
    """
    found = [_BY_WORD[word] for word in (w.lower() for w in words) if word in _BY_WORD]
    first = next((kind for kind in ("PTY", "LAB", "AGR") if kind in found), found[-1] if found else "")
    return (first,) if first else ()
