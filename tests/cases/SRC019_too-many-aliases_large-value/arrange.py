"""Few aliases of a value that is large."""

from pathlib import Path

LINES = [
    "enums:\n",
    "  A: &a {values: [" + "x, " * 20_000 + "x]}\n",
    *(f"  B{n}: *a\n" for n in range(60)),
]


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes("".join(LINES).encode())
