"""The command `cameo-coder`."""

import os
import sys
from importlib import metadata
from typing import Annotated

import typer

from cli import actors, dictionary, lexicon
from cli.code import code
from cli.codes import codes
from cli.datasets import convert, merge, report
from cli.evaluate import evaluate_command
from cli.explain import explain
from cli.failures import EXIT_CODES
from cli.rule import rule
from cli.screen import out
from cli.serve import serve

INTERRUPTED = 130

app = typer.Typer(
    name="cameo-coder",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EXIT_CODES,
)
app.command()(serve)
app.command()(code)
app.command()(explain)
app.command()(merge)
app.command()(convert)
app.command()(report)
app.command()(codes)
app.command()(rule)
app.command("evaluate")(evaluate_command)
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(actors.app, name="actors")
app.add_typer(dictionary.app, name="dictionary")


def _version(wanted: bool) -> None:
    if wanted:
        out.print(f"cameo-coder {metadata.version('cameo-coder')}")
        raise typer.Exit


@app.callback()
def cameo_coder(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Turn news text into events: who did what to whom, in CAMEO codes, with the rule behind each."""


def main() -> None:
    """Run the command line; a reader that went away (as in ``| head``) ends it quietly."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
