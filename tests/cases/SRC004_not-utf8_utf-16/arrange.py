"""What a Windows editor calls Unicode."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes("models: {}\n".encode("utf-16"))
