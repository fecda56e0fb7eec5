"""A lone carriage return ends a line, a byte order mark is no character."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("\ufeffmodels:\r  Book: {fields: {}}\r  Book: {fields: {}}\r", encoding="utf-8", newline="")
