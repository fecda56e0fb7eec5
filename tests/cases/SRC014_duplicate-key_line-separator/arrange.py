"""What YAML 1.1 takes for ends of lines is text for an editor: NEL, LS and PS."""

from pathlib import Path

LINES = [
    "models:\n",
    "  Book:\n",
    "    description: 'a\x85b\u2028c\u2029d'\n",
    "    fields: {title: string, title: string}\n",
]


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes("".join(LINES).encode())
