"""The YAML that makes a piece of code legal: findings name the edit of the spec, not only that there has to be one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from http import HTTPStatus

from framework.ir import Name, Project
from framework.lint.contract.shapes import NONE, Arm, Shape
from framework.scalars import SCALARS

LONGEST = 5
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")


def error_of(project: Project, status: int | None, text: str) -> str:
    """How an answer of this status and these words is declared and raised."""
    status = status if status in range(400, 600) else None
    name = Name.of(_name(status, text))
    title = text.strip() if text.strip() and '"' not in text else name.snake.replace("_", " ").capitalize()
    known = [error.name.pascal for error in project.errors if error.status == status or error.name.snake == name.snake]
    declared = f"raise {_either(known)} of shared.generated.errors" if known else ""
    new = (
        f'write `{name.snake}: {{status: {status or 400}, title: "{title}"}}` under `errors` in shared/spec/'
        f"errors.yaml, list it under the `errors` of the operation, and raise {name.pascal} of shared.generated.errors"
    )
    return f"{declared}, or {new}" if declared else new


def _name(status: int | None, text: str) -> str:
    words = [word.lower() for word in _WORD.findall(text)]
    if 0 < len(words) <= LONGEST:
        return "_".join(words)
    try:
        return HTTPStatus(status or 0).phrase.replace("-", "_").replace(" ", "_").replace("'", "").lower()
    except ValueError:
        return "refused"


def _either(names: Iterable[str]) -> str:
    return " or ".join(list(names)[:3])


def spec_type(shape: Shape) -> str:
    """A type as a spec writes it; what no spec can say is `any`."""
    arms = [arm for arm in shape if arm != NONE]
    return " | ".join(sorted(_arm(arm) for arm in arms)) or "any"


def _arm(arm: Arm) -> str:
    match arm:
        case ("class", str(path)):
            named = next((row.name for row in SCALARS.values() if path in (row.python, f"builtins.{row.python}")), None)
            return named or path.rpartition(".")[2]
        case ("own", str(name), _):
            return name
        case ("list" | "iter", frozenset() as item):
            return f"list[{spec_type(item)}]"
        case ("dict" | "mapping", frozenset() as key, frozenset() as value):
            return f"dict[{spec_type(key)}, {spec_type(value)}]"
    return "any"
