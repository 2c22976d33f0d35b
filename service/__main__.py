"""Start the service: ``python -m service``; settings come from the environment (docs/operations.md)."""

import sys

from pydantic import ValidationError

from service.config import Settings, faults_of
from service.server import serve


def main() -> int:
    """Serve with the environment's settings; 2 when one of them is wrong."""
    try:
        settings = Settings()
    except ValidationError as error:
        sys.stderr.writelines(f"{fault}\n" for fault in faults_of(error))
        return 2
    return serve(settings)


if __name__ == "__main__":
    sys.exit(main())
