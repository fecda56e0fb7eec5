"""A line that lost its end."""

from pathlib import Path

from tests.case import check, generate

act = check


def arrange(root: Path) -> None:
    generate(root)
    manifest = root / ".autogen/manifest"
    lines = manifest.read_text().splitlines()
    manifest.write_text("\n".join([*lines[:4], "AGENTS.md\tseeded", *lines[5:], ""]))
