"""Looking a name up without a text around it: the candidates, best first, each with the lines that gave it."""

from datetime import date

from coder.naming.actor_codes import base_of, country_of, sectors_of
from coder.naming.dictionaries import ActorIndex
from coder.naming.dictionary_entries import ROLE_USES, Entry
from coder.naming.hits import Hit
from coder.naming.names import pieces
from coder.phrases.composition import Modifier, compose
from coder.syntax.forms import Piece
from coder.types import Actor, Resolution, TextSpan


def find_actor(index: ActorIndex, name: str, on: date | None = None) -> list[Actor]:
    """Find who a name can mean on a day.

    Capitals do not matter here. Several meanings come as several candidates, those that hold on the day first; a name
    that is in no dictionary is composed from its parts ("Peruvian defence ministry"); the list is empty when nobody is
    known.
    """
    text = pieces(name)
    entries = index.under(" ".join(piece.key for piece in text))
    if not entries and len(text) == 1:
        entries = index.of_surname(text[0].key)
    ranked = sorted(entries, key=lambda entry: not entry.holds(on))
    found = [_candidate(name, entry, on) for entry in ranked]
    composed = _composed(index, name, text, on) if not found else None
    unique = {actor.code: actor for actor in reversed([*found, *([composed] if composed else [])]) if actor.code}
    return [actor for actor in [*found, composed] if actor and unique.get(actor.code) is actor]


def _candidate(name: str, entry: Entry, on: date | None) -> Actor:
    code = entry.code_on(on).lstrip("=")
    return _actor(name, code, entry.name, Resolution.DICTIONARY, (entry.where,))


def _actor(text: str, code: str, name: str, how: Resolution, where: tuple[str, ...]) -> Actor:
    return Actor(code, name, country_of(code), sectors_of(code), TextSpan(0, len(text), text), how, where)


def _composed(index: ActorIndex, name: str, text: tuple[Piece, ...], on: date | None) -> Actor | None:
    """Compose from the parts, of which the last role counts as the head and what stands after "of" as its owner."""
    hits = _parts(index, text, on)
    role = next((hit for hit in reversed(hits) if hit.is_role), None)
    modifiers = [Modifier(hit) for hit in reversed(hits) if hit is not role]
    code = compose(role, modifiers, ())
    if not code:
        return None
    country = index.country_name(base_of(code))
    label = f"{country} / {role.entry.name}" if role and base_of(code) else country or name
    return _actor(name, code, label, Resolution.COMPOSED, tuple(hit.entry.where for hit in hits))


def _parts(index: ActorIndex, text: tuple[Piece, ...], on: date | None) -> list[Hit]:
    found, at = [], 0
    titled = [Piece(piece.key, piece.shown.title() if piece.shown.islower() else piece.shown) for piece in text]
    while at < len(text):
        length, entries = index.longest(titled, at)
        if entries:
            ordered = sorted(entries, key=lambda entry: (entry.use in ROLE_USES, not entry.holds(on)))
            found.append(Hit(at, at + length, tuple(ordered), ordered[0].code_on(on)))
        at += length or 1
    return found
