"""Lines end as Windows ends them, behind a byte order mark."""

from pathlib import Path

LINES = [
    "\ufeffmodels:\r\n",
    "  Shelf: {description: 📚, feilds: {}}\r\n",
    "  Book:\r\n",
    "    fields: {title: {type: string, min_lenght: 1}}\r\n",
]


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes("".join(LINES).encode())
