"""A NUL would end the text for a parser that is written in C."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("models: {}\n\0enums: {}\n", encoding="utf-8", newline="")
