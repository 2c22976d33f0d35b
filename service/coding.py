"""A coder by its name, and texts to it in such a way that what goes wrong with one is that one's alone."""

import importlib
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from coder.attention import always
from coder.types import Coding, Story


def coder_class(factory: str) -> Any:  # noqa: ANN401  (anything with the contract of coder.pipeline.Coder)
    """Give the class that ``module:class`` names.

    Raises:
        ImportError: there is no such module.
    """
    module, _, name = factory.partition(":")
    return getattr(importlib.import_module(module), name)


def code_each(
    coder: Any,  # noqa: ANN401
    stories: Sequence[Story],
    wanted: Callable[[int], bool] = always,
) -> list[Coding | Exception]:
    """Code together; when that fails in a way that nobody foresaw, one by one, to find the text at fault.

    Args:
        coder: what codes.
        stories: the texts.
        wanted: whether the story of a place still is; see `coder.pipeline.Coder.code_batch`.
    """
    try:
        return list(coder.code_batch(stories, wanted)) if stories else []
    except Exception as error:  # noqa: BLE001  (whatever it is, the neighbours shall not pay)
        if len(stories) == 1:
            return [error]
    alone = (code_each(coder, [story], partial(_of_one, wanted, n)) for n, story in enumerate(stories))
    return [outcome for outcomes in alone for outcome in outcomes]


def _of_one(wanted: Callable[[int], bool], place: int, _: int) -> bool:
    return wanted(place)
