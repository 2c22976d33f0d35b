"""Text offsets in the three units that callers count in."""

from bisect import bisect_left
from itertools import accumulate

from service.gen import coder_pb2

BMP_LIMIT = "\uffff"  # above it, a character takes two UTF-16 units


def _utf8_width(character: str) -> int:
    return len(character.encode("utf-8", "surrogatepass"))


def _utf16_width(character: str) -> int:
    return 1 if character <= BMP_LIMIT else 2


class Offsets:
    """Translates offsets of one text between code points and the caller's unit."""

    def __init__(self, text: str, encoding_type: int) -> None:
        """Build no table where the units agree: ASCII, or UTF-16 without astral characters."""
        self._starts: list[int] | None = None
        if encoding_type == coder_pb2.ENCODING_TYPE_UTF8 and not text.isascii():
            self._starts = [0, *accumulate(map(_utf8_width, text))]
        elif encoding_type == coder_pb2.ENCODING_TYPE_UTF16 and text and max(text) > BMP_LIMIT:
            self._starts = [0, *accumulate(map(_utf16_width, text))]
        self.length = self._starts[-1] if self._starts else len(text)

    def to_caller(self, code_point: int) -> int:
        """Give a code point offset in the caller's unit."""
        return self._starts[code_point] if self._starts else code_point

    def from_caller(self, offset: int) -> int | None:
        """Give a caller's offset (0 to `length`) in code points; None when it lies inside a character."""
        if not self._starts:
            return offset
        position = bisect_left(self._starts, offset)
        return position if self._starts[position] == offset else None
