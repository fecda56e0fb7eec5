"""Has Schemathesis ask, and counts what came of it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import jsonschema_rs
from schemathesis.engine import events, from_schema
from schemathesis.schemas import BaseSchema

BREAKING, ONLY_BODY = "negative_data_rejection", "Invalid component: in body"
PHASES = ("examples", "coverage", "fuzzing", "stateful")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many answers there were of each status, how often each check was made, and what was wrong."""

    statuses: Counter[int] = field(default_factory=Counter)
    checks: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def cases(self) -> int:
        return self.statuses.total()


def ask(schema: BaseSchema, phases: tuple[str, ...], examples: int, seed: int) -> Outcome:
    """Every check of what these phases come up with. The same seed asks the same, where the answers are the same."""
    config = schema.config
    config.phases.update(phases=list(phases))
    config.generation.update(max_examples=examples)
    config.seed = seed
    outcome = Outcome()
    for event in from_schema(schema).execute():
        if isinstance(event, events.NonFatalError | events.FatalError):
            outcome.wrong.append(str(event))
        elif isinstance(event, events.ScenarioFinished):
            _count(event, outcome)
    return outcome


def is_mistaken(check: Any, case: Any) -> bool:
    """Whether a body that is said to break the document keeps it: Schemathesis breaks a rule of one kind of a union,
    and does not see that what comes of it is of another kind."""
    if check.name != BREAKING or ONLY_BODY not in str(check.failure_info.failure):
        return False
    content = case.operation.definition.raw.get("requestBody", {}).get("content", {})
    components = case.operation.schema.raw_schema.get("components", {})
    told = {**content.get("application/json", {}).get("schema", {}), "components": components}
    return bool(jsonschema_rs.Draft202012Validator(told).is_valid(case.body))


def _count(event: events.ScenarioFinished, outcome: Outcome) -> None:
    made = [check for found in event.recorder.checks.values() for check in found]
    outcome.checks.update(check.name for check in made)
    outcome.wrong.extend(
        f"{check.name}: {check.failure_info.failure}\n{check.failure_info.code_sample}"
        for case, found in event.recorder.checks.items()
        for check in found
        if check.failure_info and not is_mistaken(check, event.recorder.cases[case].value)
    )
    answers = [interaction.response for interaction in event.recorder.interactions.values()]
    outcome.statuses.update(answer.status_code for answer in answers if answer is not None)
