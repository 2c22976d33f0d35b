"""Start the service: ``python -m service``; settings come from the environment (docs/operations.md)."""

import sys

from pydantic import ValidationError

from service.config import Settings
from service.server import serve


def main() -> int:
    """Serve with the environment's settings; 2 when one of them is wrong."""
    try:
        settings = Settings()
    except ValidationError as error:
        for fault in error.errors():
            name = ".".join(map(str, fault["loc"]))
            shown = f"CAMEO_CODER_{name.upper()}: " if name else ""
            sys.stderr.write(f"{shown}{fault['msg'].removeprefix('Value error, ')}\n")
        return 2
    return serve(settings)


if __name__ == "__main__":
    sys.exit(main())
