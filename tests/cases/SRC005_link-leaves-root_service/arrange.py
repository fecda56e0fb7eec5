"""The folder of a service is a link to another repository."""

from pathlib import Path


def arrange(root: Path) -> None:
    specs = root.parent / "elsewhere/spec"
    specs.mkdir(parents=True)
    (specs / "service.yaml").write_text("access: []\n")
    (root / "services").mkdir()
    (root / "services/backend").symlink_to(root.parent / "elsewhere")
