"""A line was put before a generated file."""

from pathlib import Path

from tests.case import check, generate

act = check


def arrange(root: Path) -> None:
    generate(root)
    page = root / "services/backend/src/generated/OPERATIONS.md"
    page.write_text("my own line\n" + page.read_text())
