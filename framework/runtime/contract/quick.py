"""The contract of a service as tests for pytest: one for each operation, and one for what they do one after another."""

import atexit
import os
from collections.abc import Callable
from contextlib import ExitStack

import pytest
import schemathesis
from fastapi import FastAPI
from schemathesis.schemas import BaseSchema

from framework.runtime.contract.asked import ask
from framework.runtime.contract.stubs import stubs
from framework.runtime.contract.surroundings import database, environment

EXAMPLES = int(os.environ.get("CONTRACT_EXAMPLES", "25"))
"""Requests of each kind for each operation, and sequences."""

SEED = 1
"""The same questions at every run, so that what fails failed because of a change. `autogen contract` asks others."""

METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


class Contract:
    """Of the service of this name. Its app is made here, with a database of its own that lasts as long as the process,
    for so does the event loop in which Schemathesis runs the app."""

    def __init__(self, service: str, create_app: Callable[[], FastAPI]) -> None:
        stack = ExitStack()
        url = stack.enter_context(database(service))
        atexit.register(stack.close)
        with environment(service, url):
            self._app = create_app()
        self._stubs = stubs(self._app)
        self._operations = [
            operation["operationId"]
            for item in self._app.openapi()["paths"].values()
            for method, operation in item.items()
            if method in METHODS
        ]

    def operations(self) -> Callable[..., None]:
        """A test for each operation. One that is still a stub is skipped, by its name and place."""

        @pytest.mark.parametrize("operation", self._operations)
        def test(operation: str) -> None:
            if operation in self._stubs:
                pytest.skip(f"{operation} is still a stub: {self._stubs[operation]}")
            _hold(self._schema().include(operation_id=operation), ("examples", "coverage", "fuzzing"), EXAMPLES)

        return test

    def sequences(self) -> Callable[[], None]:
        """What one operation gives, handed to those that take it: created, read, changed, deleted, and gone."""

        def test() -> None:
            written = [operation for operation in self._operations if operation not in self._stubs]
            if not written:
                pytest.skip("every operation is still a stub")
            _hold(self._schema().include(operation_id=written), ("stateful",), EXAMPLES)

        return test

    def _schema(self) -> BaseSchema:
        return schemathesis.openapi.from_asgi("/openapi.json", self._app)


def _hold(schema: BaseSchema, phases: tuple[str, ...], examples: int) -> None:
    outcome = ask(schema, phases, examples, SEED)
    if outcome.wrong:
        pytest.fail("\n\n".join(outcome.wrong), pytrace=False)
