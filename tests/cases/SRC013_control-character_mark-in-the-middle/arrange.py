"""Two files that were glued together leave a byte order mark inside."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("models: {}\n\ufeffenums: {}\n", encoding="utf-8", newline="")
