"""Lines end as Windows ends them, which moves no place."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("models:\r\n  Book:\r\n    fields: {title: string\r\n", encoding="utf-8", newline="")
