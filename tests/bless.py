"""Accept today's output as what the tests expect: `python -m tests.bless [NAME…]`. Prints what changed.

The diff of the expected files is the review: read it as you would read code.
"""

import sys
import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from itertools import chain
from pathlib import Path

from tests.case import CASES, cases
from tests.example import examples, strays
from tests.feature import features, texts_in
from tests.guarded import guarded_cases

ROOT = CASES.parent.parent


def expectations(names: list[str]) -> Iterator[tuple[Path, str | None]]:
    """Every expected file with what it would hold today, None where it would not be there; of the named folders only,
    if any are named."""
    for case in (*cases(), *guarded_cases()):
        if wanted(case.name, names):
            with tempfile.TemporaryDirectory() as scratch:
                yield case.expected, case.outcome(Path(scratch))
    for each in chain(features(), examples()):
        if wanted(each.name, names):
            texts = each.texts()
            yield from ((each.expected / path, text) for path, text in texts.items())
            yield from ((each.expected / path, None) for path in texts_in(each.expected) if path not in texts)
    yield from ((path, None) for path in strays() if not names)


def wanted(name: str, names: list[str]) -> bool:
    return not names or any(name.startswith(start) for start in names)


def main(names: list[str]) -> int:
    changed = 0
    for path, text in expectations(names):
        before = path.read_bytes().decode("utf-8") if path.exists() else None
        if before == text:
            continue
        changed += 1
        put(path, text)
        shown = path.relative_to(ROOT).as_posix()
        lines = ((each or "").splitlines() for each in (before, text))
        print("\n".join(unified_diff(*lines, shown, shown, lineterm="", n=1)))
    print(f"{changed} expected files changed" if changed else "nothing changed")
    return 0


def put(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
