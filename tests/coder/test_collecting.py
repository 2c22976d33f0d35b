"""The collector, asked in a process of its own, since what is set aside stays so for its lifetime."""

import subprocess
import sys

PROGRAM = """
import gc, weakref
from coder.collecting import set_aside

class Circle: ...

circle = Circle()
circle.itself, seen = circle, weakref.ref(circle)
del circle
kept = [[] for _ in range(10_000)]
set_aside()
print(seen() is None, gc.get_freeze_count() > len(kept), len(gc.get_objects()) < len(kept))
"""


def test_collecting_sets_aside_what_stays_and_frees_what_does_not() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "True"]
