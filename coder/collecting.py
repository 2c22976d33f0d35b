"""How Python's garbage collector is set in a process that does nothing but code."""

import gc

YOUNG = 20_000  # objects made before the collector looks: a parsed sentence makes hundreds that refer to each other
OLDER = 20  # looks at the young, and then at the middle generation, before it looks further


def settle() -> None:
    """Call once when a coder is loaded: what is there stays, and is never looked at again.

    A sentence's own circles are cut when it has been read (`Passage.close`), so that the collector has little to find;
    it comes seldom, and looks at no more than what the texts at hand have made.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, OLDER, OLDER)
    gc.collect()  # from now on the collector counts from nothing, so that parsed texts do not pile up
