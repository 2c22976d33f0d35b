"""`Match`: a lexicon entry that fits a frame."""

from dataclasses import dataclass, field

from coder.clauses import Clause
from coder.lexicon_entries import Entry


@dataclass(slots=True)
class Match:
    """An entry that fits, with the roles as the entry sees them and the tokens that its words took."""

    entry: Entry
    roles: dict[str, list[int]]
    places: dict[str, list[int]] = field(default_factory=dict)  # roles, and what hangs on the nouns in them
    words: list[int] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    held: list[int] = field(default_factory=list)  # tokens that a condition asked about
    score: float = 0.0
