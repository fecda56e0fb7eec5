"""The examples of a code's page, laid over a small workspace: YAML for the compiler, Python for the guard."""

import re
import shutil
from pathlib import Path

BASE = Path(__file__).parent / "base"
_HEAD = re.compile(r"^# (\S+\.(?:ya?ml|py))$")


def files(example: str) -> dict[str, str]:
    """The files of an example: a comment that is a path begins each."""
    found: dict[str, str] = {}
    path = ""
    for line in example.splitlines():
        head = _HEAD.match(line)
        if head:
            path = head.group(1)
        elif not path:
            raise ValueError(f"an example begins with the path of its file: {example!r}")
        found[path] = found.get(path, "") + line + "\n"
    return found


def is_code(example: str) -> bool:
    return any(path.endswith(".py") for path in files(example))


def lay(example: str, root: Path, base: Path = BASE) -> None:
    shutil.copytree(base, root)
    for path, text in files(example).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
