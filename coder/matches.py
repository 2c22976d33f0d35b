"""`Match`: a lexicon entry that fits a frame."""

from dataclasses import dataclass

from coder.clauses import Clause
from coder.lexicon_entries import Entry


@dataclass(slots=True)
class Match:
    """An entry that fits, with the roles as the entry sees them and the tokens that its words took."""

    entry: Entry
    roles: dict[str, list[int]]
    places: dict[str, list[int]]  # roles, and what hangs on the nouns in them
    words: list[int]
    clauses: list[Clause]
    held: list[int]  # tokens that a condition asked about
    score: float
