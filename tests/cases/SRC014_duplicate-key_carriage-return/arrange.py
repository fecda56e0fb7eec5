"""A lone carriage return ends a line, a byte order mark is no character."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("\ufeffmodels:\r  Book: {}\r  Book: {}\r", encoding="utf-8", newline="")
