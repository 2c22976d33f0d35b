"""Generate `service/gen` from the schema, and check the schema; see ``python -m service.generate --help``.

The stubs carry the version of the compiler that wrote them, and older runtimes refuse newer stubs, so they are made
with the oldest grpcio-tools that installs beside the pinned protobuf runtime (`TOOLS_VERSION`).
"""

import argparse
import filecmp
import subprocess
import sys
import tempfile
from importlib import metadata, resources
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = Path("cameo/coder/v1/coder.proto")
GENERATED = ("coder_pb2.py", "coder_pb2.pyi", "coder_pb2_grpc.py")
TOOLS_VERSION = "1.82.2"


def protoc(*arguments: str) -> None:
    """Run the compiler of grpcio-tools with the well-known and the googleapis protos on its path."""
    common = str(metadata.distribution("googleapis-common-protos").locate_file(""))
    well_known = str(resources.files("grpc_tools").joinpath("_proto"))
    command = [sys.executable, "-m", "grpc_tools.protoc", *arguments, f"-I{common}", f"-I{well_known}"]
    subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603  (all arguments are ours)


def generate(into: Path) -> None:
    """Write the stubs to `into`/service/gen; the virtual path makes them import as `service.gen` without patching."""
    version = metadata.version("grpcio-tools")
    if version != TOOLS_VERSION:
        sys.exit(f"grpcio-tools {version} is installed, the stubs are made with {TOOLS_VERSION}: install that one")
    (into / "service" / "gen").mkdir(parents=True, exist_ok=True)
    outputs = [f"--{kind}_out={into}" for kind in ("python", "pyi", "grpc_python")]
    protoc(f"-Iservice/gen={(Path('proto') / SCHEMA).parent}", *outputs, f"service/gen/{SCHEMA.name}")


def check() -> int:
    """Compare the committed stubs with fresh ones; 1 and a message when they differ."""
    with tempfile.TemporaryDirectory() as fresh:
        generate(Path(fresh))
        pair = (ROOT / "service/gen", Path(fresh) / "service/gen")
        _, different, missing = filecmp.cmpfiles(*pair, GENERATED, shallow=False)
    for name in different + missing:
        sys.stderr.write(f"service/gen/{name} is not what the schema gives: run python -m service.generate\n")
    return 1 if different or missing else 0


def image(into: Path, schema_root: Path) -> Path:
    """Write the schema under `schema_root`, with its imports and comments, as a descriptor set."""
    whole = ("--include_imports", "--include_source_info")
    protoc(f"-I{schema_root}", *whole, f"--descriptor_set_out={into}", str(SCHEMA))
    return into


def buf(*arguments: str) -> int:
    """Run buf (from the environment's buf-bin) and give its exit code."""
    program = str(Path(sys.executable).parent / "buf")
    command = [program, *arguments, "--config", "proto/buf.yaml"]
    return subprocess.run(command, check=False, cwd=ROOT).returncode  # noqa: S603


def lint() -> int:
    """Lint the schema."""
    with tempfile.TemporaryDirectory() as folder:
        return buf("lint", str(image(Path(folder) / "now.binpb", ROOT / "proto")))


def breaking(against: str) -> int:
    """Compare the schema with that of the git revision `against`; 0 when that revision has none."""
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder) / "proto" / SCHEMA
        old.parent.mkdir(parents=True)
        command = ["git", "show", f"{against}:proto/{SCHEMA}"]
        shown = subprocess.run(command, check=False, cwd=ROOT, capture_output=True)  # noqa: S603
        if shown.returncode:
            sys.stderr.write(f"{against} has no schema to compare with\n")
            return 0
        old.write_bytes(shown.stdout)
        before = image(Path(folder) / "before.binpb", Path(folder) / "proto")
        now = image(Path(folder) / "now.binpb", ROOT / "proto")
        return buf("breaking", str(now), "--against", str(before))


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser("python -m service.generate", description="Generate or check stubs and schema.")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="fail when service/gen is not what the schema gives")
    what.add_argument("--lint", action="store_true", help="lint the schema with buf")
    what.add_argument("--breaking", metavar="REVISION", help="fail when callers of that revision would break")
    arguments = parser.parse_args()
    if arguments.check:
        return check()
    if arguments.lint:
        return lint()
    if arguments.breaking:
        return breaking(arguments.breaking)
    generate(ROOT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
