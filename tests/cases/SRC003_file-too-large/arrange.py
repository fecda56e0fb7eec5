"""One byte above 4 MiB."""

from pathlib import Path


def arrange(root: Path) -> None:
    (root / "shared/spec/events.yaml").write_bytes(b"#" * (4 * 1024 * 1024 + 1))
