"""Schemathesis asks each API in process all that its document allows and much that it does not: every check is on."""

from collections.abc import Callable

import pytest

from tests.behaviour.served.workspace import APIS, Workspace, contract


@pytest.mark.parametrize(("name", "service"), APIS, ids=map("-".join, APIS))
def test_the_contract_holds(workspaces: Callable[[str], Workspace], name: str, service: str) -> None:
    done = contract(workspaces(name), service)
    assert (done.returncode, "skipped" in done.stdout) == (0, False), done.stdout[-6000:] + done.stderr
