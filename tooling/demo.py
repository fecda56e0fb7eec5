"""`make demo`: the specs of this repository are checked, then a mistake is planted into an example and found."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "spec_examples" / "bookshop"
RIGHT, WRONG = "output: BookRead", "output: BookReed"
FINDINGS = 1

NEXT = """
That was the whole of it: a name with one wrong letter, its place, and the way back. Nothing was written.

  a first edit in five minutes    README.md
  what a code means               .venv/bin/autogen explain CODE
  the language of the specs       .venv/bin/autogen reference spec
  all of the checks               make test
"""


def main() -> int:
    if not EXAMPLE.is_dir():
        print(f"demo: {EXAMPLE.relative_to(ROOT)} is missing, the clone is not complete.", file=sys.stderr)
        return 2
    say("1. The specs of this repository")
    if validate(ROOT) != 0:
        print("demo: the specs of this repository did not pass, see above.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="autogen-demo-") as folder:
        copy = Path(folder) / EXAMPLE.name
        shutil.copytree(EXAMPLE, copy)
        path = plant(copy)
        say(f"2. A copy of {EXAMPLE.relative_to(ROOT)}, where {path} now says `{WRONG}`")
        if validate(copy) != FINDINGS:
            print("demo: the planted mistake was not found; this is a bug in autogen.", file=sys.stderr)
            return 1
    print(NEXT, end="")
    return 0


def plant(workspace: Path) -> Path:
    """Misspells one name in the first file, in order of path, that has it; gives the file's path."""
    for path in sorted(workspace.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if RIGHT in text:
            path.write_text(text.replace(RIGHT, WRONG, 1), encoding="utf-8")
            return path.relative_to(workspace)
    raise LookupError(f"no file of {workspace} has {RIGHT!r}")


def validate(workspace: Path) -> int:
    shown = "" if workspace == ROOT else f" --root {workspace}"
    print(f"$ autogen validate{shown}\n", flush=True)
    autogen = Path(sys.executable).parent / "autogen"
    return subprocess.run([autogen, "validate", "--root", workspace], check=False).returncode


def say(title: str) -> None:
    print(f"\n{title}\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
