"""A package of the service behind a link, and links that lead in a circle."""

from pathlib import Path


def arrange(root: Path) -> None:
    (root / "hidden").mkdir()
    text = "from pydantic import BaseModel\n\n\nclass Title(BaseModel):\n    text: str\n"
    (root / "hidden/models.py").write_text(text, encoding="utf-8")
    (root / "hidden/self").symlink_to(root / "hidden")
    (root / "services/backend/src/lib").symlink_to(root / "hidden")
    (root / "services/backend/src/outside").symlink_to("/usr/lib")
