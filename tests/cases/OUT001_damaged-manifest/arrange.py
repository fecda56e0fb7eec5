"""A merge left its marks in the manifest."""

from pathlib import Path

from tests.case import check, generate

act = check


def arrange(root: Path) -> None:
    generate(root)
    manifest = root / ".autogen/manifest"
    manifest.write_text("<<<<<<< ours\n" + manifest.read_text())
