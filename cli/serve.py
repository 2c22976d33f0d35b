"""`cameo-coder serve`: run the gRPC service."""

import os
from typing import Annotated

import typer
from pydantic import ValidationError

from cli.failures import fail
from cli.loading import DEFAULT_MODEL, DictionariesOption, LexiconsOption


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on (127.0.0.1).")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one (50051).")
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Worker processes (one a core).")] = None,
    dictionaries: DictionariesOption = None,
    lexicons: LexiconsOption = None,
    model: Annotated[
        str | None, typer.Option(help=f"spaCy model: an installed package, or a path to one ({DEFAULT_MODEL}).")
    ] = None,
) -> None:
    """Run the gRPC service until SIGTERM or Ctrl-C; a second one ends it at once.

    All settings can also come from the environment: CAMEO_CODER_PORT,
    CAMEO_CODER_TLS_CERTIFICATE_FILE, CAMEO_CODER_TOKEN_FILE and so on;
    options win over them.
    """
    os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")
    from service.config import Settings, faults_of
    from service.server import serve as run

    given = {
        "host": host,
        "port": port,
        "workers": workers,
        "model": model,
        "dictionaries": tuple(map(str, dictionaries)) if dictionaries else None,
        "lexicons": tuple(map(str, lexicons)) if lexicons else None,
    }
    try:
        settings = Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        fail("; ".join(faults_of(error)))
    raise typer.Exit(run(settings))
