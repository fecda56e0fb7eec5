"""Only the `spec` folder of a service is a link."""

from pathlib import Path


def arrange(root: Path) -> None:
    specs = root.parent / "elsewhere"
    specs.mkdir()
    (specs / "service.yaml").write_text("access: []\n")
    (root / "services/backend").mkdir(parents=True)
    (root / "services/backend/spec").symlink_to(specs)
