"""`Match`: a lexicon entry that fits a frame."""

from coder.entries.lexicon_entries import Entry
from coder.syntax.clauses import Clause


class Match:
    """An entry that fits, with the roles as the entry sees them and the tokens that its words took."""

    __slots__ = ("clauses", "entry", "held", "places", "roles", "score", "words")

    def __init__(  # noqa: PLR0913, PLR0917 (a value's parts)
        self,
        entry: Entry,
        roles: dict[str, list[int]],
        places: dict[str, list[int]],  # roles, and what hangs on the nouns in them
        words: list[int],
        clauses: list[Clause],
        held: list[int],  # tokens that a condition asked about
        score: float,
    ) -> None:
        """Take the parts."""
        self.entry = entry
        self.roles = roles
        self.places = places
        self.words = words
        self.clauses = clauses
        self.held = held
        self.score = score
