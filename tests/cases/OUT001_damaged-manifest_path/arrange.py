"""A manifest that would have a run delete what lies elsewhere."""

from pathlib import Path

from tests.case import check, generate

act = check


def arrange(root: Path) -> None:
    generate(root)
    manifest = root / ".autogen/manifest"
    lines = manifest.read_text().splitlines()
    lines.insert(4, f"../outside.md\towned\tpages\t{'0' * 32}\tworkspace / outside")
    manifest.write_text("\n".join([*lines, ""]))
