"""The option that all commands share which write files."""

from typing import Annotated

import typer

OverwriteOption = Annotated[
    bool, typer.Option("--overwrite", help="Replace the output even if this program has not made it.")
]
