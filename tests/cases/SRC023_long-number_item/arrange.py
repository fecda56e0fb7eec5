"""An item of a list and a key of a mapping."""

from pathlib import Path

LINES = [
    "enums: {Size: {values: [1, " + "9" * 401 + "]}}\n",
    "types: {Slug: {type: string, max_length: 1" + "0" * 400 + ".5e7}}\n",
]


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes("".join(LINES).encode())
