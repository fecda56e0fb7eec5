"""HTTP to a declared service, by hand.

## What it does
Finds calls of HTTP, websocket and socket libraries whose address leads to a service of the workspace: by its host, by
a variable or a setting that is named for it, or by the path of one of its operations on this machine. Addresses are
followed through constants, f-strings, helpers and clients that are made elsewhere.

## Why is this bad
Such a call knows path, method, fields and errors by heart. When the spec of the other service changes, nothing tells
that it is broken, and nobody finds out that it is there. The generated client is typed, retries what is safe to repeat,
and raises the declared errors.

## Example
# services/backend/src/welcome.py
import httpx


async def welcome(name: str) -> None:
    async with httpx.AsyncClient() as client:
        await client.post("http://notifications:8000/messages", json={"to": name})

## Use instead
# services/backend/src/welcome.py
import httpx


async def charge(name: str) -> None:
    async with httpx.AsyncClient() as client:
        await client.post("https://api.stripe.com/v1/charges", json={"to": name})
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from framework.ir import Operation, Project, Service
from framework.lint.code.values import Instance, Text, Value
from framework.lint.contract.addresses import HERE, Target, here, operation, path_of, targets
from framework.lint.contract.called import names
from framework.lint.contract.clients import replaced
from framework.lint.contract.through import Telling, through
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "PER001",
    "hand-made-call",
    "'{name}' calls the service '{service}' by hand",
    "declare what is called under `consumes` in the service.yaml of this service, and call the client made of it",
)
PACKAGES = frozenset({
    "httpx", "httpx2", "requests", "aiohttp", "urllib", "urllib3", "http", "niquests", "websockets", "websocket",
    "grpc", "pycurl", "httplib2", "treq", "tornado", "socket", "requests_toolbelt", "httpcore", "asks", "httpx_sse",
    "gql", "zeep", "curl_cffi", "aiosonic", "httpx_ws", "requests_cache", "aiohttp_retry", "hishel", "xmlrpc",
})  # fmt: skip
PROCESSES = ("subprocess.", "os.system", "os.popen", "os.exec", "os.spawn", "asyncio.create_subprocess")
SOCKETS = frozenset({"asyncio.open_connection", "socket.create_connection"})
HOSTS = frozenset({"HTTPConnection", "HTTPSConnection", "HTTPConnectionPool", "HTTPSConnectionPool", "insecure_channel",
                   "secure_channel", "connect", "connect_ex", "open_connection", "create_connection"})  # fmt: skip
"""What takes a host, and not an address."""

WORDS = frozenset({"url", "base_url", "host", "uri", "address", "target", "endpoint", "hostname"})
VERBS = frozenset({
    "get", "post", "put", "patch", "delete", "head", "options", "request", "stream", "urlopen", "fetch", "ws_connect",
})  # fmt: skip
HARMLESS = frozenset({"urllib.parse", "http.cookies", "http.HTTPStatus", "http.server"})


def _check(site: Site) -> Iterator[Finding]:
    found = next(_found(site), None)
    fix = replaced(site, found.operation, found.url) if found is not None and found.operation is not None else None
    if found is None and _is_helper(site):
        inner = (one for node in through(site, (ast.Call,), _tells(site)) for one in _found(node))
        found = next(inner, None)
    if found is not None:
        hint = _hint(site, found.service, found.operation)
        yield site.finding(name=found.name, service=found.service.name.text, hint=hint, fix=fix)


@dataclass(frozen=True, slots=True)
class Found:
    """What is called, where that leads, the operation where it is certain, and the address as it is written."""

    name: str
    service: Service
    operation: Operation | None
    url: ast.expr


def _found(site: Site) -> Iterator[Found]:
    """What a call calls, where that leads, and the operation where it is certain."""
    node = site.node
    name = _callee(site, node)
    for expr in _addresses(node) if name else ():
        bare = name.rpartition(".")[2] in HOSTS or name.startswith(PROCESSES)
        for target in targets(site, expr, bare=bare):
            known = operation(site.project, _method(site, node), _path(site, expr, target), target.service)
            yield Found(name, target.service, known, expr)
        local = operation(site.project, _method(site, node), here(site, expr) or _local(site, expr))
        if local is not None:
            yield Found(name, local.domain.service, local, expr)


def _callee(site: Site, node: ast.Call) -> str:
    """The name of a call that sends something; empty where it sends nothing that anybody could know."""
    found = names(site, node)
    for name in sorted(found):
        sends = name.split(".")[0].split("(")[0] in PACKAGES or name.startswith(PROCESSES) or name in SOCKETS
        if sends and not any(name.startswith(each) for each in HARMLESS):
            return name.replace("()", "")
    if isinstance(node.func, ast.Attribute) and node.func.attr == "__init__" and site.class_ is not None:
        above = sorted(site.workspace.code.bases((site.class_,)))
        return next((name for name in above if name.split(".")[0] in PACKAGES), "")
    word = node.func.attr if isinstance(node.func, ast.Attribute) and not site.values(node.func) else ""
    return word if word in VERBS and _has_scheme(site, node) else ""


def _has_scheme(site: Site, node: ast.Call) -> bool:
    texts = (value.value for expr in _addresses(node) for value in site.values(expr) if isinstance(value, Text))
    return any(isinstance(text, str) and "://" in text for text in texts)


def _addresses(node: ast.Call) -> list[ast.expr]:
    return [*node.args[:3], *(word.value for word in node.keywords if word.arg in WORDS)]


def _method(site: Site, node: ast.Call) -> str:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in ("request", "stream", "send"):
        return next(iter(site.texts(node.args[0])), "") if node.args else ""
    return "get" if name == "urlopen" else name


def _path(site: Site, expr: ast.expr, target: Target) -> str | None:
    return target.path or path_of(site, expr)


def _local(site: Site, expr: ast.expr) -> str | None:
    """The path in an f-string that begins with the address of this machine."""
    if isinstance(expr, ast.JoinedStr) and expr.values and here(site, expr.values[0]) is not None:
        return path_of(site, expr)
    return None


def _is_helper(site: Site) -> bool:
    """Whether a call goes into the workspace, with something in it that can be an address."""
    return bool(site.node.args or site.node.keywords or isinstance(site.node.func, ast.Attribute))


def _tells(site: Site) -> Telling:
    """Whether a value has the name of a service in it."""
    words = _words(site.project)

    def tells(value: Value) -> bool:
        if isinstance(value, Instance):
            return any(tells(each) for _, values in value.given for each in values)
        return isinstance(value, Text) and isinstance(value.value, str) and any(word in value.value for word in words)

    return tells


@lru_cache(maxsize=4)
def _words(project: Project) -> frozenset[str]:
    return frozenset(word for one in project.services for word in (one.name.kebab, one.name.snake)) | HERE


def _hint(site: Site, service: Service, known: Operation | None) -> str:
    own = site.service.name.text if site.service is not None else "<service>"
    if site.service is service:
        return "this service calls itself: call the method of the controller"
    client, module = f"{service.name.pascal}Client", f"services.{own}.src.generated.clients.{service.name.snake}"
    domains = [domain.name.text for domain in service.domains]
    domain = known.domain.name.text if known else domains[0] if len(domains) == 1 else "<domain>"
    entry = f"{{service: {service.name}, domain: {domain}{f', operations: [{known.name}]' if known else ''}}}"
    call = f"{client}.{known.name}" if known else client
    return f"write `- {entry}` under `consumes` in services/{own}/spec/service.yaml, and call {call} of {module}"


RULE = Rule(CODE, (ast.Call,), _check, quiet=True)
