"""A text that is too long to be shown as a whole, and one of several lines."""

from pathlib import Path

LINES = [
    "models:\n",
    "  Book:\n",
    "    fields:\n",
    f"      a: {{type: string, min_length: '{'ж' * 500}'}}\n",
    "      b:\n",
    "        type: string\n",
    "        min_length: |\n",
    "          one\n",
    "          two\n",
]


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes("".join(LINES).encode())
