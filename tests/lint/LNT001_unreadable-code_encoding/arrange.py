"""Latin-1 that does not say so."""

from pathlib import Path


def arrange(root: Path) -> None:
    (root / "services/backend/src/x.py").write_bytes("X = 'é'\n".encode("latin-1"))
