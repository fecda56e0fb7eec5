"""More digits than any type holds; int() would refuse them with an exception of its own."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("models: {Book: {fields: {pages: {type: int, le: " + "9" * 5000 + "}}}}\n", encoding="utf-8", newline="")
