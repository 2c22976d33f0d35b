"""How Python's garbage collector is set in a process that does nothing but code."""

import gc

YOUNG = 20_000  # objects made before the collector looks: a parsed sentence makes hundreds that refer to each other
OLDER = 20  # looks at the young, and then at the middle generation, before it looks further


def settle() -> None:
    """Call once when a coder is loaded.

    A sentence's own circles are cut when it has been read (`Passage.close`), so that the collector has little to find;
    it comes seldom, and looks at no more than what the texts at hand have made.
    """
    gc.set_threshold(YOUNG, OLDER, OLDER)
    set_aside()


def set_aside() -> None:
    """Call once when all that stays is there: it is never looked at again.

    The collector's full rounds, which else wait until a quarter as much as there was has come, then come early: what
    they free does not pile up.
    """
    gc.collect()
    gc.freeze()
    gc.collect()  # from now on the collector counts from nothing
