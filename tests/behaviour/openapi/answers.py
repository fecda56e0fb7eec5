"""What a service answers beside its operations: the document that it serves, and the problem of every declared error.

`answers.py SERVICE` prints both.
"""

import json
import sys
from importlib import import_module
from typing import Any

import trivial
from starlette.testclient import TestClient

from framework.runtime.errors import DeclaredError, read

app = import_module(f"services.{sys.argv[1]}.src.generated.app").create_app()
kinds: dict[str, Any] = vars(import_module("shared.generated.errors"))
problems = {}


@app.get("/raise/{name}")
async def fail(name: str) -> None:
    told = kinds[name]._shape.model_json_schema()
    raise read(kinds[name], trivial.value(told, told.get("$defs", {})))


with TestClient(app) as client:
    served = client.get("/openapi.json")
    for name, kind in kinds.items():
        if isinstance(kind, type) and issubclass(kind, DeclaredError) and kind is not DeclaredError:
            answer = client.get(f"/raise/{name}")
            problems[name] = [answer.status_code, answer.headers["content-type"], answer.json()]
print(json.dumps({"type": served.headers["content-type"], "served": served.text, "problems": problems}))
