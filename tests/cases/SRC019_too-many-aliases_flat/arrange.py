"""10,001 aliases of one word, none inside of another."""

from pathlib import Path

LINES = [
    "enums:\n",
    "  Size:\n",
    "    values: [&one small" + ", *one" * 10_001 + "]\n",
]


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes("".join(LINES).encode())
