"""Decorators of classes: `value` for what is made by the dozen for each sentence, `interpreted` for the compiler."""

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    import dataclasses
    from collections.abc import Callable

    def value(*, frozen: bool, slots: bool) -> "Callable[[type[Any]], type[Any]]":
        """Make a dataclass that the type checker holds to be frozen; to freeze it in fact would triple what it costs.

        Equality, hash and `dataclasses.replace` are those of a frozen dataclass.
        """
        return dataclasses.dataclass(slots=slots, unsafe_hash=frozen)


Class = TypeVar("Class", bound=type)


def interpreted(made: Class) -> Class:
    """Mark a class that stays the interpreter's where the package is compiled, because it extends one of Python's."""
    return made


__all__ = ["interpreted", "value"]
