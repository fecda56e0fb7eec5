"""More digits than any type holds; int() would refuse them with an exception of its own."""

from pathlib import Path

LINES = [
    "models:\n",
    "  Book:\n",
    "    fields: {pages: {type: int, le: " + "9" * 5000 + "}}\n",
]


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes("".join(LINES).encode())
