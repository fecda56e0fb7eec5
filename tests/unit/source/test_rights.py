"""What may not be read is reported, and never taken for absent.

No folder reaches this: git keeps no such modes, and root may read everything, so the test has to become somebody else.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.case import compiled

NOBODY = 65534
FILES = {
    "services.yaml": "services: [{name: backend, type: python-fastapi}]\n",
    "services/backend/spec/routers/books.yaml": "operations: {ping: {rest: {method: GET, path: /ping}}}\n",
    "shared/spec/models.yaml": "models: {Book: {fields: {title: string}}}\n",
}


@pytest.fixture
def root() -> Iterator[Path]:
    """A workspace in a folder that everybody may enter, which those of pytest are not."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        for path, text in FILES.items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(text, encoding="utf-8")
        yield Path(folder)


@contextmanager
def closed(path: Path, mode: int) -> Iterator[None]:
    before = path.stat().st_mode
    path.chmod(mode)
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)
        path.chmod(before)


CLOSED = (".", "services", "services/backend", "services/backend/spec", "shared/spec", "services.yaml")


@pytest.mark.parametrize(
    ("path", "mode"),
    [*((path, 0o000) for path in CLOSED), *((path, 0o444) for path in CLOSED if not path.endswith(".yaml"))],
)
def test_what_may_not_be_read_is_reported(path: str, mode: int, root: Path) -> None:
    assert not compiled(root), "all is read and imported once by who may"
    with closed(root / path, mode):
        found = compiled(root)
    assert found
    assert {each.code.id for each in found} == {"SRC001"}
    assert {each.message for each in found} == {"the file cannot be read: Permission denied"}
