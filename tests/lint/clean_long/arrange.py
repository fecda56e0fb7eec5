"""Five thousand lines."""

from pathlib import Path


def arrange(root: Path) -> None:
    text = "".join(f"def f{number}(x: int) -> int:\n    return x + {number}\n" for number in range(2500))
    (root / "services/backend/src/x.py").write_text(text, encoding="utf-8")
