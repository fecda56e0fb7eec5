"""Latin-1, as an editor of another time saves it; the place counts characters, not bytes."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes("# Книги ☕\n# ".encode() + "models: {Café: {}}\n".encode("latin-1"))
