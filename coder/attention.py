"""`Attention`: whether anybody still waits for each story of a batch; asked between its sentences."""

from collections.abc import Callable
from typing import Final

from coder.errors import Abandoned

Wanted = Callable[[int], bool]  # by a story's place in its batch
Look = Callable[[], None]  # raises Abandoned when the story at hand is not wanted any more


class Attention:
    """Remembers which stories were given up, so that none comes back."""

    def __init__(self, wanted: Wanted) -> None:
        """Take what tells whether a story is wanted; it is asked often, so it must be quick."""
        self._wanted = wanted
        self.left: Final[set[int]] = set()

    def on(self, story: int) -> bool:
        """Tell whether a story is still wanted; what nobody waited for once stays given up."""
        if story in self.left:
            return False
        if not self._wanted(story):
            self.left.add(story)
        return story not in self.left

    def look(self, story: int) -> None:
        """Go on with a story.

        Raises:
            Abandoned: nobody waits for it.
        """
        if not self.on(story):
            raise Abandoned("nobody waits for this text any more")


def always(_story: int) -> bool:
    """Tell that a story is wanted, whatever happens."""
    return True


def nothing() -> None:
    """Look at nothing: the story is wanted."""
