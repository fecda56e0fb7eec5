"""A run was killed after it had begun to write."""

from pathlib import Path

from tests.case import check, generate

act = check


def arrange(root: Path) -> None:
    generate(root)
    (root / ".autogen/journal").mkdir()
    (root / ".autogen/journal/forward.json").write_text("{}")
