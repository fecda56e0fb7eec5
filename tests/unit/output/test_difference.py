"""Where two texts part, and the patch between them.

Unit tests: no generator gives a file without a last line end, or one that only grew.
"""

import subprocess
from pathlib import Path

import pytest

from framework.output.difference import first_difference, unified


@pytest.mark.parametrize(
    ("stands", "wanted", "place"),
    [
        ("a\nb\n", "a\nc\n", (2, 1, 2, 2)),
        ("abc\n", "abd\n", (1, 3, 1, 4)),
        ("abc\n", "ab\n", (1, 3, 1, 4)),
        ("ab\n", "abc\n", (1, 1, 1, 3)),
        ("a\nb\n", "a\n", (2, 1, 2, 2)),
        ("a\n", "a\nb\n", (2, 1, 2, 1)),
        ("", "a\n", (1, 1, 1, 1)),
        ("a", "a\n", (1, 1, 1, 2)),
        ("a\r\nb\r\n", "a\nc\n", (2, 1, 2, 2)),
        ("a\u2028b\n", "a\u2028c\n", (1, 3, 1, 4)),
        ("\udcff\n".encode("utf-8", "surrogateescape").decode("latin-1"), "a\n", (1, 1, 1, 2)),
    ],
)
def test_the_first_difference(stands: str, wanted: str, place: tuple[int, ...]) -> None:
    assert first_difference("a.md", stands.encode(), wanted.encode())[1:] == place


@pytest.mark.parametrize(
    ("before", "after"),
    [("a\n", "b\n"), ("a", "b"), ("a\n", "a"), ("a", "a\n"), (None, "a\n"), (None, "a"), ("a\n", None), ("a", None)],
)
def test_git_takes_the_patch(tmp_path: Path, before: str | None, after: str | None) -> None:
    if before is not None:
        (tmp_path / "x.md").write_text(before)
    old, new = (text.encode() if text is not None else None for text in (before, after))
    patch = "".join(unified(old, new, "x.md"))
    subprocess.run(("git", "apply", "-"), input=patch, text=True, cwd=tmp_path, check=True)
    assert ((tmp_path / "x.md").read_text() if (tmp_path / "x.md").exists() else None) == after
