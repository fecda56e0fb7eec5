"""Every example is compiled once for a worker, and each of its APIs started once, when a test asks for it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from tests.behaviour.served.workspace import Workspace, compiled, example, served


@pytest.fixture(scope="session")
def workspaces(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Workspace]:
    """An example by its name, with controllers that answer with examples."""

    @cache
    def made(name: str) -> Workspace:
        workspace = compiled(example(name), tmp_path_factory.mktemp(name))
        workspace.answer_with_examples()
        return workspace

    return made


@pytest.fixture(scope="session")
def addresses(workspaces: Callable[[str], Workspace]) -> Iterator[Callable[[str, str], str]]:
    """The address of a service of an example."""
    with ExitStack() as running:

        @cache
        def started(name: str, service: str) -> str:
            return running.enter_context(served(workspaces(name), service))

        yield started


@pytest.fixture
def stubs(tmp_path: Path) -> Workspace:
    """The smallest example with the controllers that were generated."""
    return compiled(example("hello"), tmp_path)
