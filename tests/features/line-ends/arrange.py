"""No repository keeps these line ends for sure, and editors drop a byte order mark."""

from pathlib import Path

MODELS = "# Каталог\nmodels:\n  Book:\n    description: |\n      one\n      two\n    fields:\n      title: string\n"


def arrange(root: Path) -> None:
    folder = root / "shared" / "spec" / "models"
    folder.mkdir(parents=True)
    for name, end, mark in (("Windows", "\r\n", "\ufeff"), ("Mac", "\r", ""), ("Unix", "\n", "\ufeff")):
        text = mark + MODELS.replace("Book", f"{name}Book").replace("\n", end)
        (folder / f"{name.lower()}.yaml").write_bytes(text.encode())
