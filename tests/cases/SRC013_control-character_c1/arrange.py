"""A control character of Latin-1 that was taken for UTF-8."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("models: {}\r\n# \x9d\r\n", encoding="utf-8", newline="")
