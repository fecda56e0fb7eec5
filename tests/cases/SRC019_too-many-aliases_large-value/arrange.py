"""Few aliases of a value that is large."""

from pathlib import Path


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("enums: {A: &a {values: [" + "x, " * 20_000 + "x]}" + "".join(f", B{n}: *a" for n in range(60)) + "}\n", encoding="utf-8", newline="")
