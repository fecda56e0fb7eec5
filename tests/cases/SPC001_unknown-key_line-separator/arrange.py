"""Behind NEL, LS and PS, which break lines for YAML 1.1 and for no editor."""

from pathlib import Path

LINES = [
    "models:\n",
    "  Book:\n",
    "    description: 'a\x85b\u2028c\u2029d'\n",
    "    feilds: {title: string}\n",
]


def arrange(root: Path) -> None:
    file = root / "shared/spec/models.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes("".join(LINES).encode())
