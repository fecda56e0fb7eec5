"""A byte order mark is no character of the line."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"\xef\xbb\xbfmodels: {Caf\xe9: {}}\n")
