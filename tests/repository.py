"""What lies in the repository, for the tests about ourselves."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent


def files() -> list[Path]:
    """Every file that is in git or would be added to it."""
    command = ("git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    listed = subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\0")
    paths = (ROOT / name for name in sorted(set(listed)) if name)
    return [path for path in paths if path.is_file() and not path.is_symlink()]


def texts() -> Iterator[tuple[str, str]]:
    """The path from the root and the text of every file that is text."""
    for path in files():
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def sources(*folders: str) -> Iterator[tuple[str, str]]:
    """The Python modules of some folders."""
    for path, text in texts():
        if path.endswith(".py") and path.split("/")[0] in folders:
            yield path, text


def calls(text: str) -> Iterator[tuple[ast.Call, str, str]]:
    """Each call of a module, with the name that is called and what stands before its last dot."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node, node.func.id, ""
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node, node.func.attr, ast.unparse(node.func.value)
