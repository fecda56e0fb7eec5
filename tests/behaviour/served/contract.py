"""The contract of one API, asked in process by pytest. Copied into a workspace, of which `SERVICE` is one."""

import os
from importlib import import_module

import schemathesis
from hypothesis import HealthCheck, settings

app = import_module(f"services.{os.environ['SERVICE']}.src.main").app
schema = schemathesis.openapi.from_asgi("/openapi.json", app)


@schema.parametrize()
@settings(
    max_examples=int(os.environ["EXAMPLES"]),
    derandomize="SEEDED" in os.environ,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_contract(case: schemathesis.Case) -> None:
    case.call_and_validate()


if "STATEFUL" in os.environ:
    TestSequences = schema.as_state_machine().TestCase
    TestSequences.settings = settings(
        max_examples=int(os.environ["EXAMPLES"]),
        derandomize="SEEDED" in os.environ,
        stateful_step_count=8,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
