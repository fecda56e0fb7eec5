"""A mark of byte order, and an encoding that is named."""

from pathlib import Path


def arrange(root: Path) -> None:
    folder = root / "services/backend/src"
    (folder / "marked.py").write_bytes(b"\xef\xbb\xbfX = 1\r\n")
    (folder / "latin.py").write_bytes("# coding: latin-1\nX = 'é'\n".encode("latin-1"))
    (folder / "empty.py").write_bytes(b"")
