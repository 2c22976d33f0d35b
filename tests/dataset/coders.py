"""Coders without a language model that worker processes can load by name."""

from collections.abc import Sequence

from tests.service.fake_coder import FakeCoder


class QuickCoder(FakeCoder):
    """The service's stand-in, with the lexicons of a user."""

    @classmethod
    def load(cls, model: str = "", dictionaries: Sequence[str] = (), lexicons: Sequence[str] = ()) -> "QuickCoder":
        super().load(model, dictionaries)
        coder = cls()
        coder.extra = f"+{len(lexicons)} lexicons" if lexicons else ""
        return coder

    extra = ""

    @property
    def version(self) -> str:
        return f"fake-1{self.extra}"
