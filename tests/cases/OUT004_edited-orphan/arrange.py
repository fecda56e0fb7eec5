"""A service is gone from the specs, but one of its generated files was edited."""

from pathlib import Path
from shutil import rmtree

from tests.case import check, generate

act = check


def arrange(root: Path) -> None:
    generate(root)
    (root / "services/backend/src/generated/OPERATIONS.md").write_text("# mine\n")
    rmtree(root / "services/backend/spec")
    rmtree(root / "services/backend/src/controllers")
    (root / "services.yaml").write_text("services: [{name: worker, type: python}]\n")
