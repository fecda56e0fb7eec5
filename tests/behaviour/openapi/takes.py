"""Whether the generated classes of a service take values: `takes.py SERVICE FILE`, the file a list of name and value.

Prints null for a name that is no class of the service.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

MODULES = ("shared.generated.schemas", f"services.{sys.argv[1]}.src.generated.schemas")


def classes() -> dict[str, TypeAdapter[Any]]:
    found = {}
    for module in MODULES:
        try:
            names = vars(import_module(module))
        except ModuleNotFoundError:
            continue
        found |= {name: made for name, made in names.items() if getattr(made, "__module__", "") == module}
    return {name: TypeAdapter(made) for name, made in found.items()}


def takes(adapter: TypeAdapter[Any], value: object) -> bool:
    try:
        adapter.validate_json(json.dumps(value))
    except ValidationError:
        return False
    return True


KNOWN = classes()
CASES = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
print(json.dumps([takes(KNOWN[name], value) if name in KNOWN else None for name, value in CASES]))
