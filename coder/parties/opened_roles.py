"""`OpenedRoles`: the roles of a frame, and behind them what hangs on the nouns in them."""

from typing import Final

from coder.parties.paired import SHARED
from coder.parties.parties import Parties
from coder.syntax.nominals import conjuncts
from coder.syntax.parsed import Doc, Token
from coder.syntax.words import heads, lemma

Opening = tuple[tuple[str, frozenset[str]], ...]  # roles whose phrases are looked into, and for which prepositions
_NOBODY: Final[list[int]] = []
_ANY: Final = frozenset[str]()
_AGAINST: Final = frozenset({"with", "against", "between"})
_TOPICS: Final = frozenset({"on", "in", "about", "over"})
OPENED: Final[Opening] = (
    ("object", _ANY),
    ("agent", _ANY),
    ("on", _AGAINST),
    ("in", _AGAINST),
    ("about", _AGAINST),
    ("over", _AGAINST),
    ("by", frozenset({"of", "on", "against", "into", "to"})),  # "the invasion by [Serbia of Kosovo]"
)
OPENED_OF_NOUNS: Final[Opening] = (  # "a cut in [aid to Rwanda]", "the handover of [two suspects to Peru]"
    *((role, wanted | {"to", "by"} if role == "in" else wanted) for role, wanted in OPENED),
    ("of", frozenset({"to", "from", "against", "on", "for"})),
)


class OpenedRoles:
    """Opens the roles of one Doc's frames."""

    def __init__(self, doc: Doc, parties: Parties) -> None:
        """Take the Doc, and those who know which phrases are actors, which stay shut."""
        self.doc = doc
        self.parties = parties
        self._last: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
        self._places: dict[int, tuple[dict[str, list[int]], dict[str, list[int]]]] = {}

    def of(self, roles: dict[str, list[int]], kind: str) -> dict[str, list[int]]:
        """What `_open` gives, kept, because most entries of a frame see the same roles."""
        if roles is self._last[0]:
            return self._last[1]
        held = self._places.get(id(roles))
        if held is None or held[0] is not roles:
            held = self._places[id(roles)] = (roles, self._open(roles, OPENED_OF_NOUNS if kind == "noun" else OPENED))
        self._last = held
        return held[1]

    def _open(self, roles: dict[str, list[int]], table: Opening) -> dict[str, list[int]]:
        """The roles, and behind them the phrases inside an object or doer that is no actor: "cut ties with France"."""
        opened = roles  # a copy where there is anything to add
        for role, wanted in table:
            for token in roles.get(role, _NOBODY):
                if not self.doc[token].children:
                    continue
                for prep in self._behind(token, wanted):
                    if role in ("agent", "of") and self.parties.known(token) and not self._shared(token, prep):
                        break
                    if self._stays_shut(role, prep, token, opened):
                        continue
                    if opened is roles:
                        opened = {held: tokens[:] for held, tokens in roles.items()}
                    have = opened.setdefault(prep.normal, [])
                    for pobj in prep.children:
                        if pobj.dep_ == "pobj":
                            have.extend([x.i for x in conjuncts(pobj) if x.i not in have])
        return opened

    def _stays_shut(self, role: str, prep: Token, index: int, opened: dict[str, list[int]]) -> bool:
        """Whether what hangs on a phrase is not the verb's: "ties between [us], strained over a row between [them]"."""
        if role == "by":
            return prep.lower_ == "of" and self.parties.mention(index).sort != "state"
        return role in _TOPICS and prep.lower_ == "between" and "between" in opened

    def _shared(self, index: int, prep: Token) -> bool:
        """Whether a phrase is what its owner has with somebody: "[Libya's relations with Italy] soured"."""
        return prep.lower_ == "with" and lemma(self.doc[index]) in SHARED

    def _behind(self, index: int, wanted: frozenset[str]) -> list[Token]:
        """The prepositions that hang on a phrase, if they are among those wanted."""
        nouns = heads(self.doc[index])
        return [c for n in nouns for c in n.children if c.dep_ == "prep" and (not wanted or c.lower_ in wanted)]
