"""Accept today's output as what the tests expect: `python -m tests.bless [NAME…]`. Prints what changed.

The diff of the expected files is the review: read it as you would read code.
"""

import sys
import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from tests.case import CASES, cases

ROOT = CASES.parent.parent


def expectations(names: list[str]) -> Iterator[tuple[Path, str]]:
    """Every expected file with what it would hold today; of the named folders only, if any are named."""
    for case in cases():
        if not names or any(case.name.startswith(name) for name in names):
            with tempfile.TemporaryDirectory() as scratch:
                yield case.expected, case.outcome(Path(scratch))


def main(names: list[str]) -> int:
    changed = 0
    for path, text in expectations(names):
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        if path.exists() and before == text:
            continue
        changed += 1
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        shown = path.relative_to(ROOT).as_posix()
        print("\n".join(unified_diff(before.splitlines(), text.splitlines(), shown, shown, lineterm="", n=1)))
    print(f"{changed} expected files changed" if changed else "nothing changed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
