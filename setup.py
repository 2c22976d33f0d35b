"""Builds the package; with CAMEO_CODER_COMPILE=1 the steps that code become machine code (docs/performance.md)."""

import os
import sys
from pathlib import Path

from setuptools import Extension, setup

# What stays the interpreter's: what runs once, or hands all work to spaCy and numpy, and the public values, which
# processes send to each other: a compiled frozen one cannot be unpickled.
INTERPRETED_ROOMS = frozenset({"evaluation", "upkeep"})
INTERPRETED = frozenset(
    """__init__ collecting dictionary_formats errors event_types lexicon_reader parsing petrarch pipeline requests
    screening types values vocabulary""".split()
)

# Nothing outside a module is to take its names over, so that calls within it need no look-up.
_FLAGS = ("-fvisibility=hidden", "-fno-plt", "-fno-semantic-interposition")


def extensions() -> list[Extension]:
    """Give the compiled modules, if they are wanted: a C compiler and mypy must then be there."""
    if os.environ.get("CAMEO_CODER_COMPILE") != "1" or "dist_info" in sys.argv:  # that only asks for name and version
        return []
    from mypyc.build import mypycify  # noqa: PLC0415 (not needed by others)

    paths = [
        str(path)
        for path in sorted(Path("coder").rglob("*.py"))
        if path.stem not in INTERPRETED and path.parent.name not in INTERPRETED_ROOMS
    ]
    made: list[Extension] = mypycify(paths, opt_level="2", debug_level="0", multi_file=True)
    if sys.platform == "linux":
        for extension in made:
            extension.extra_compile_args.extend(_FLAGS)
            extension.extra_link_args.append("-Wl,-Bsymbolic")  # calls among the compiled need no look-up
    return made


setup(ext_modules=extensions())
