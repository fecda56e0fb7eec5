"""Requests that an OpenAPI document allows, and how each of them is broken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

from tests.behaviour.served.examples import example

METHODS = ("get", "post", "put", "patch", "delete")
MARK = "leak-me-7f3a"
"""Stands in every broken value, and in no answer."""


@dataclass(frozen=True)
class Request:
    """`status` is that of success; `output` says whether there is a body then."""

    name: str
    method: str
    path: str
    status: int
    output: bool
    params: dict[str, dict[str, Any]] = field(default_factory=dict)
    body: Any = None

    @property
    def url(self) -> str:
        found = re.sub(r"\{(\w+)\}", lambda hit: quote(str(self.params["path"][hit.group(1)]), safe=""), self.path)
        pairs = [
            f"{quote(name)}={quote(str(one))}"
            for name, value in self.params.get("query", {}).items()
            for one in (value if isinstance(value, list) else [value])
        ]
        return found + ("?" + "&".join(pairs) if pairs else "")

    @property
    def headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.params.get("cookie", {}).items())
        given = self.params.get("header", {}).items()
        found = {name: ",".join(map(str, value)) if isinstance(value, list) else str(value) for name, value in given}
        return found | ({"Cookie": cookies} if cookies else {})

    def other(self, place: str, name: str, value: Any) -> "Request":
        return replace(self, params={**self.params, place: {**self.params.get(place, {}), name: value}})


def requests(document: dict[str, Any]) -> Iterator[Request]:
    """One request for each operation, with every parameter given."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield _request(document, path, method, item[method])


def _request(document: dict[str, Any], path: str, method: str, operation: dict[str, Any]) -> Request:
    status = next(status for status in operation["responses"] if status.startswith("2"))
    params: dict[str, dict[str, Any]] = {}
    for param in operation.get("parameters", []):
        value = example(param["schema"], document)
        params.setdefault(param["in"], {})[param["name"]] = str(value).lower() if isinstance(value, bool) else value
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    return Request(
        name=operation["operationId"],
        method=method.upper(),
        path=path,
        status=int(status),
        output="content" in operation["responses"][status],
        params=params,
        body=example(content["schema"], document) if content else None,
    )


def broken(document: dict[str, Any], request: Request) -> Iterator[tuple[str, Request]]:
    """The part that is broken, and the request with one value that its schema refuses."""
    operation = document["paths"][request.path][request.method.lower()]
    for param in operation.get("parameters", []):
        schema = param["schema"]
        narrow = any(key in schema for key in ("format", "enum", "pattern", "maximum"))
        if narrow and not re.search(schema.get("pattern", "$^"), MARK):
            yield param["in"], request.other(param["in"], param["name"], MARK)
    if isinstance(request.body, dict):
        yield "body", replace(request, body={**request.body, MARK: MARK})
        for name in request.body:
            yield "body", replace(request, body={**request.body, name: [[MARK]]})
    if isinstance(request.body, list):
        yield "body", replace(request, body=MARK)
