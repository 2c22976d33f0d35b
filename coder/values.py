"""`value`: the decorator of small values that are made by the dozen for each sentence."""

from typing import TYPE_CHECKING, Any

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


__all__ = ["value"]
