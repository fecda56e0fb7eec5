"""A feature is generated once for a worker."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.behaviour.schemas.workspace import FEATURES, lay


@pytest.fixture(scope="session")
def feature(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The root of what a feature has become."""

    @cache
    def made(name: str) -> Path:
        return lay(FEATURES / name / "spec", tmp_path_factory.mktemp(name))

    return made
