"""Every check of Schemathesis in every phase, asked of the app of a service in this process.

`contract.py SERVICE EXAMPLES` prints how many checks were made of how many answers of each status, and what failed.
"""

import json
import sys
from collections import Counter
from importlib import import_module

import schemathesis
from schemathesis.engine import events, from_schema

from framework.runtime.contract.asked import is_mistaken


def main(service: str, examples: int) -> None:
    app = import_module(f"services.{service}.src.generated.app").create_app()
    schema = schemathesis.openapi.from_asgi("/openapi.json", app)
    schema.config.generation.update(max_examples=examples)
    schema.config.seed = 1
    checks, statuses, phases, failures = Counter[str](), Counter[int](), list[str](), list[str]()
    for event in from_schema(schema).execute():
        if isinstance(event, events.PhaseFinished):
            phases.append(f"{event.phase.name.value} {event.status}")
        elif isinstance(event, events.NonFatalError | events.FatalError):
            failures.append(str(event))
        elif isinstance(event, events.ScenarioFinished):
            made = [check for found in event.recorder.checks.values() for check in found]
            checks.update(check.name for check in made)
            failures += [
                f"{check.name}: {check.failure_info.failure}\n{check.failure_info.code_sample}"
                for case, found in event.recorder.checks.items()
                for check in found
                if check.failure_info and not is_mistaken(check, event.recorder.cases[case].value)
            ]
            answers = [interaction.response for interaction in event.recorder.interactions.values()]
            statuses.update(answer.status_code for answer in answers if answer is not None)
    print(json.dumps({"checks": checks, "statuses": statuses, "phases": phases, "failures": failures}))


main(sys.argv[1], int(sys.argv[2]))
