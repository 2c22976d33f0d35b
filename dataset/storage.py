"""Bytes in and out of files, compressed or not, told by the suffix."""

import bz2
import gzip
import hashlib
import io
import lzma
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from dataset.records import pyarrow

ZSTANDARD = ".zst"
COMPRESSIONS = frozenset({".gz", ".bz2", ".xz", ZSTANDARD})
# What reading damaged files raises; zlib's and lzma's own errors are no OSError
DAMAGE = (OSError, EOFError, ValueError, lzma.LZMAError, zlib.error)
BLOCK_BYTES = 1 << 20


def suffixes_of(path: Path) -> tuple[str, str]:
    """Give the suffix of the content and that of the compression, e.g. ``(".csv", ".gz")``; "" for none."""
    last = path.suffix.lower()
    if last in COMPRESSIONS:
        return path.with_suffix("").suffix.lower(), last
    return last, ""


def stem_of(path: Path) -> str:
    """Give the name of a file without the suffixes of content and compression."""
    return path.with_suffix("").stem if suffixes_of(path)[1] else path.stem


def opened(path: Path) -> BinaryIO:
    """Open a file for reading what it holds, uncompressed.

    Raises:
        OSError: it cannot be opened.
        MissingExtraError: .zst without pyarrow.
    """
    compression = suffixes_of(path)[1]
    if compression == ".gz":
        return cast("BinaryIO", gzip.GzipFile(path, "rb"))
    if compression == ".bz2":
        return cast("BinaryIO", bz2.BZ2File(path, "rb"))
    if compression == ".xz":
        return cast("BinaryIO", lzma.LZMAFile(path, "rb"))
    return _open_zstandard(path) if compression else path.open("rb")


def compress(content: bytes, compression: str) -> bytes:
    """Compress so that members can be strung together, and the same content gives the same bytes.

    Raises:
        MissingExtraError: .zst without pyarrow.
    """
    if compression == ".gz":
        return gzip.compress(content, mtime=0)
    if compression == ".bz2":
        return bz2.compress(content)
    if compression == ".xz":
        return lzma.compress(content)
    if not compression:
        return content
    packed: bytes = pyarrow("writing .zst").compress(content, codec="zstd", asbytes=True)
    return packed


def checksum(path: Path) -> str:
    """Give the SHA-256 of a file as it lies on the disk."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for block in blocks(stream):
            digest.update(block)
    return digest.hexdigest()


def blocks(stream: BinaryIO) -> Iterator[bytes]:
    """Read to the end, a block at a time."""
    while block := stream.read(BLOCK_BYTES):
        yield block


def write_durably(path: Path, content: bytes) -> None:
    """Write a file that is either there in full or not at all, whatever happens meanwhile."""
    draft = path.with_name(path.name + ".draft")
    with draft.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)


def _open_zstandard(path: Path) -> BinaryIO:
    stream = pyarrow("reading .zst").input_stream(str(path), compression="zstd")
    return cast("BinaryIO", io.BufferedReader(stream))
