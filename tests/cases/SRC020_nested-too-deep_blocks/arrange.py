"""65 levels of indentation."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("".join(f"{' ' * level}k:\n" for level in range(65)), encoding="utf-8", newline="")
