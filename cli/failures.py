"""Exit codes, and errors told in one sentence that says how to mend them."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from rich.markup import escape

from cli.screen import err
from coder.errors import CoderError, ModelError
from dataset.records import InputError, OutputError

FAULTY = 1  # the work was done, but some of it is faulty: texts that could not be coded, a check that failed
MISUSE = 2  # what was asked makes no sense: options, files that are not there, lines in a form that nobody reads
BROKEN = 3  # the coder itself cannot work: a bad dictionary or lexicon, no language model

EXIT_CODES = (
    "[bold]Exit codes[/]: 0 all went well; 1 done, but some texts could not be coded or a check failed; "
    "2 misuse; 3 a dictionary, the lexicon or the language model is broken; 130 interrupted."
)
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
MEND_MODEL = "scripts/setup installs the pinned model; --model takes an installed spaCy package or a path to one"


def fail(message: str, code: int = MISUSE) -> NoReturn:
    """End the program with a message on standard error."""
    err.print(f"[bold red]cameo-coder:[/] {escape(message)}", soft_wrap=True)
    raise typer.Exit(code)


@contextmanager
def told() -> Iterator[None]:
    """Tell the errors that users can mend in a sentence; all others are faults of the program and keep their trace."""
    try:
        yield
    except ModelError as error:
        fail(f"{error}; {MEND_MODEL}", BROKEN)
    except (InputError, OutputError) as error:
        fail(str(error), MISUSE)
    except CoderError as error:
        fail(str(error), BROKEN)
    except FileNotFoundError as error:
        fail(f"{error.filename}: there is no such file")
    except BrokenPipeError:
        raise
    except OSError as error:
        fail(_told_of_the_system(error))


def _told_of_the_system(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    if error.errno in FULL:
        return f"{where}there is no room left for the output; make some: a run into a file then goes on where it was"
    return f"{where}{(error.strerror or 'cannot be used').lower()}"
