"""A null byte."""

from pathlib import Path


def arrange(root: Path) -> None:
    (root / "services/backend/src/x.py").write_bytes(b"X = 1\nY = '\0'\n")
