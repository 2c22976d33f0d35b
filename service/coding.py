"""A coder by its name, and texts to it in such a way that what goes wrong with one is that one's alone."""

import importlib
from collections.abc import Sequence
from typing import Any

from coder.types import Coding, Story


def coder_class(factory: str) -> Any:  # noqa: ANN401  (anything with the contract of coder.pipeline.Coder)
    """Give the class that ``module:class`` names.

    Raises:
        ImportError: there is no such module.
    """
    module, _, name = factory.partition(":")
    return getattr(importlib.import_module(module), name)


def code_each(coder: Any, stories: Sequence[Story]) -> list[Coding | Exception]:  # noqa: ANN401
    """Code together; when that fails in a way that nobody foresaw, one by one, to find the text at fault."""
    try:
        return list(coder.code_batch(stories)) if stories else []
    except Exception as error:  # noqa: BLE001  (whatever it is, the neighbours shall not pay)
        if len(stories) == 1:
            return [error]
    return [outcome for story in stories for outcome in code_each(coder, [story])]
