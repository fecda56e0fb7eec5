"""30,000 brackets overflow the stack of a parser that composes first."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("models: " + "[" * 30_000 + "]" * 30_000 + "\n", encoding="utf-8", newline="")
