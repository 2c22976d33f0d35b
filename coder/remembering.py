"""`remember`: answers kept for the next time, up to a bound.

A dictionary that is asked first costs compiled code a quarter of what `functools.lru_cache` costs it.
"""

from typing import TypeVar

T = TypeVar("T")


def remember(known: dict[str, T], key: str, value: T, most: int) -> T:
    """Keep a value under a key and give it; when there are too many, all are forgotten first."""
    if len(known) >= most:
        known.clear()
    known[key] = value
    return value
