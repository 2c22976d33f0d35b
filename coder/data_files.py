"""The text of data files that users bring: dictionaries and lexicons, which must be UTF-8."""

from pathlib import Path
from typing import Final

from coder.errors import DictionaryError

_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_SHOWN: Final = 60  # characters of a bad line


def text_of(path: str) -> str:
    """Read a file; a mark of byte order, with which some editors begin files, is passed over.

    Raises:
        DictionaryError: it cannot be read, or a line is not UTF-8: names read otherwise are found in no text.
    """
    try:
        raw = Path(path).read_bytes()
    except FileNotFoundError as error:
        raise DictionaryError(path, 0, "cannot be read: there is no such file") from error
    except OSError as error:
        raise DictionaryError(path, 0, f"cannot be read: {error.strerror}") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf_8(path, raw, error.start) from error


def _not_utf_8(path: str, raw: bytes, at: int) -> DictionaryError:
    if raw.startswith(_UTF_16):
        return DictionaryError(path, 0, f"is UTF-16, not UTF-8: {_mending('UTF-16', path)}")
    begin, end = raw.rfind(b"\n", 0, at) + 1, raw.find(b"\n", at)
    line = raw[begin : end if end >= 0 else len(raw)].decode("latin-1").strip()
    told = (
        f"is not UTF-8; in Latin-1 the line reads {line[:_SHOWN]!r}: if that is right, {_mending('ISO-8859-1', path)}"
    )
    return DictionaryError(path, raw.count(b"\n", 0, at) + 1, told)


def _mending(encoding: str, path: str) -> str:
    return f"convert it with: iconv -f {encoding} -t UTF-8 '{path}' > '{path}.utf8'"
