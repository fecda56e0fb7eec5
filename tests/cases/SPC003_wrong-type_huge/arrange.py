"""A text that is too long to be shown as a whole, and one of several lines."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("models:\n  Book:\n    fields:\n      a: {type: string, min_length: \"" + "ж" * 500 + "\"}\n      b:\n        type: string\n        min_length: |\n          one\n          two\n", encoding="utf-8", newline="")
