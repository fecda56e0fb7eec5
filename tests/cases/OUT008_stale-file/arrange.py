"""The route of an operation was changed after the last run."""

from pathlib import Path

from tests.case import check, generate

act = check


def arrange(root: Path) -> None:
    generate(root)
    (root / "services/backend/spec/routers/books.yaml").write_text(
        "operations: {ping: {rest: {method: GET, path: /pong}}}\n"
    )
    (root / "shared/generated/SYSTEM.md").unlink()
