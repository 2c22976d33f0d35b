"""One run at a time into one output."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dataset.records import OutputError


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder until the block ends, so that no other run writes into it; it goes when it is empty then.

    Raises:
        OutputError: another run holds it.
    """
    place = _locked(folder)
    try:
        yield
    finally:
        with suppress(OSError):
            folder.rmdir()
        os.close(place)


def _locked(folder: Path) -> int:
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        place = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(place)
            raise OutputError(f"{folder} is being written by another run; wait for its end, or name another") from error
        except OSError:
            return place  # a file system without locks: nobody can be asked
        if folder.exists() and os.fstat(place).st_ino == folder.stat().st_ino:
            return place
        os.close(place)  # the run before has just ended, and taken the folder with it
