"""A line separator in a text breaks a line for YAML 1.1 and for no editor."""

from pathlib import Path

LINES = [
    "models:\n",
    "  Book:\n",
    "    description: 'one\u2028two'\n",
    "\tfields: {title: string}\n",
]


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes("".join(LINES).encode())
