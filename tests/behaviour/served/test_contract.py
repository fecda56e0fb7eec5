"""Schemathesis asks each API in process all that its document allows and much that it does not: every check is on."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.behaviour.served.workspace import APIS, Workspace

EXAMPLES = "10"


@pytest.mark.parametrize(("name", "service"), APIS, ids=map("-".join, APIS))
def test_the_contract_holds(workspaces: Callable[[str], Workspace], name: str, service: str) -> None:
    workspace = workspaces(name)
    shutil.copy(Path(__file__).with_name("contract.py"), workspace.root)
    options = ("-q", "-p", "no:cacheprovider", "--rootdir", ".", "--tb", "short")
    done = workspace.run("-m", "pytest", *options, "contract.py", SERVICE=service, EXAMPLES=EXAMPLES, SEEDED="1")
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr
