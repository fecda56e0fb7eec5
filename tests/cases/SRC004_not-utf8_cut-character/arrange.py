"""The last character of the file is cut off in the middle."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes("# ☕".encode()[:-1])
