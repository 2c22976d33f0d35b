"""How Python's garbage collector is set in a process that does nothing but code."""

import gc

YOUNG = 20_000  # objects made before the collector looks: a parsed sentence makes hundreds that refer to each other
OLDER = 20  # looks at the young, and then at the middle generation, before it looks further


def settle() -> None:
    """Call once when a coder is loaded: what is there stays, and is never looked at again.

    Parsed sentences are circles, which only the collector frees; it comes seldom enough to cost little, and often
    enough that a few hundred sentences at most wait for it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, OLDER, OLDER)
    gc.collect()  # from now on the collector counts from nothing, so that parsed texts do not pile up
