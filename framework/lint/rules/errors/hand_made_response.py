"""An answer that is put together by hand.

## What it does
Finds responses of FastAPI and Starlette that are made or subclassed, a status that is set on one, and messages that
are sent below the framework, in the hand-written code of a service; `wiring.py` may answer.

## Why is this bad
What an operation answers, and with which status, is said in its spec, checked against its model, and known to clients.
A response by hand goes past all of that.

## Example
# services/backend/src/answers.py
from fastapi.responses import JSONResponse


def refused() -> JSONResponse:
    return JSONResponse({"reason": "closed"}, status_code=503)

## Use instead
# services/backend/src/answers.py
from shared.generated.errors import ShopClosed


def refused() -> None:
    raise ShopClosed
"""

import ast
from collections.abc import Iterator

from framework.lint.contract.called import names
from framework.lint.rule import Finding, Rule, Site, code
from framework.lint.where import BESIDE_WIRING

CODE = code(
    __doc__,
    "ERR002",
    "hand-made-response",
    "{what} by hand, and no spec says so",
    "return what the operation declares as its `output`, its status under `rest: {{status: …}}`; for what goes wrong "
    "declare an error in shared/spec/errors.yaml and raise it; a route that no operation can be belongs in wiring.py",
)
KINDS = frozenset(
    f"fastapi.{name}"
    for name in (
        "Response", "JSONResponse", "HTMLResponse", "PlainTextResponse", "RedirectResponse", "StreamingResponse",
        "FileResponse", "ORJSONResponse", "UJSONResponse", "EventSourceResponse",
    )
) | {"sse_starlette.EventSourceResponse", "starlette.EventSourceResponse"}  # fmt: skip
OBJECTS = frozenset(f"{name}()" for name in KINDS)
STATUS = frozenset({"status_code", "status"})


def _check(site: Site) -> Iterator[Finding]:
    yield from CHECKS[type(site.node)](site)


def _class(site: Site) -> Iterator[Finding]:
    if site.bases(site.node) & KINDS:
        yield site.finding(what=f"'{site.node.name}' is a response made")


def _call(site: Site) -> Iterator[Finding]:
    node = site.node
    found = names(site, node)
    answers = found & KINDS or {name for name in found if name.endswith("Templates().TemplateResponse")}
    if answers:
        yield site.finding(node.func, what=f"'{min(answers).rpartition('.')[2]}' answers")
    elif found & {"builtins.setattr"} and len(node.args) == 3:
        word = set(site.texts(node.args[1]))
        if word & STATUS and site.names(node.args[0]) & OBJECTS:
            yield site.finding(what="a status is set")


def _assigned(site: Site) -> Iterator[Finding]:
    node = site.node
    for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
        if isinstance(target, ast.Attribute) and target.attr in STATUS and site.names(target.value) & OBJECTS:
            yield site.finding(target, what="a status is set")


def _message(site: Site) -> Iterator[Finding]:
    """`{"type": "http.response.start", …}`."""
    for key, value in zip(site.node.keys, site.node.values, strict=True):
        plain = isinstance(key, ast.Constant) and key.value == "type"
        if plain and any(text.startswith(("http.response.", "websocket.")) for text in site.texts(value)):
            yield site.finding(value, what="a message of the protocol is sent")


CHECKS = {
    ast.ClassDef: _class, ast.Call: _call, ast.Assign: _assigned, ast.AugAssign: _assigned, ast.AnnAssign: _assigned,
    ast.Dict: _message,
}  # fmt: skip
RULE = Rule(CODE, tuple(CHECKS), _check, BESIDE_WIRING)
