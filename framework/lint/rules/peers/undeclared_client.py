"""A client that the spec of the service does not declare.

## What it does
Finds uses of generated clients for a service, or of operations, that are not under `consumes` of the service whose code
it is; the client of another service is none of its own.

## Why is this bad
`consumes` is what the graph of services, the start order, and the check for breaking changes know. A call that is not
there breaks without anybody having been asked.

## Example
# services/notifications/src/titles.py
from services.notifications.src.generated.clients.backend import BackendClient

CLIENT = BackendClient

## Use instead
# services/notifications/spec/service.yaml
consumes: [{service: backend, domain: books, operations: [get_book]}]
# services/notifications/src/titles.py
from services.notifications.src.generated.clients.backend import BackendClient

CLIENT = BackendClient
"""

import ast
import re
from collections.abc import Iterator

from framework.ir import Operation, Service
from framework.lint.code.lookup import absolute
from framework.lint.code.values import Symbol
from framework.lint.contract.called import names
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "PER002",
    "undeclared-client",
    "{what}, which '{owner}' does not consume",
    "declare it under `consumes` in the service.yaml of this service, and run `autogen generate`",
)
CLIENT = re.compile(r"services\.(?P<owner>\w+)\.src\.generated\.clients\.(?P<provider>\w+)")
CALL = re.compile(CLIENT.pattern + r"\.\w+Client\(\)\.(?P<operation>\w+)\Z")
IMPORTS = frozenset({"importlib.import_module", "builtins.__import__", "importlib.__import__"})


def _check(site: Site) -> Iterator[Finding]:
    node = site.node
    if site.service is None:
        return
    if isinstance(node, ast.ImportFrom):
        home = absolute(node, site.scope)
        yield from _used(site, site.service, [home, *(f"{home}.{alias.name}" for alias in node.names)])
    elif isinstance(node, ast.Import):
        yield from _used(site, site.service, [alias.name for alias in node.names])
    elif names(site, node) & IMPORTS:
        yield from _used(site, site.service, [value.path for value in site.values(node) if isinstance(value, Symbol)])
    else:
        for name in sorted(names(site, node)):
            match = CALL.match(name)
            if match:
                yield from _called(site, site.service, match)


def _used(site: Site, own: Service, homes: list[str]) -> Iterator[Finding]:
    for home in homes:
        match = CLIENT.match(home)
        if not match:
            continue
        provider = match["provider"]
        if match["owner"] != own.name.text:
            yield site.finding(what=f"this is the client of '{match['owner']}'", owner=own.name.text)
        elif provider not in {consume.provider.name.snake for consume in own.consumes}:
            hint = _hint(own, provider, "<domain>", "<operation>")
            yield site.finding(what=f"this is a client for '{provider}'", owner=own.name.text, hint=hint)
        return


def _called(site: Site, own: Service, match: re.Match[str]) -> Iterator[Finding]:
    """An operation of a provider that is consumed, but not this one."""
    mine = [consume for consume in own.consumes if consume.provider.name.snake == match["provider"]]
    consumed = {operation.name.text for consume in mine for operation in consume.operations}
    for operation in _operations(site, match["provider"]):
        if mine and operation.name.text == match["operation"] and match["operation"] not in consumed:
            hint = _hint(own, match["provider"], operation.domain.name.text, match["operation"])
            what = f"'{match['operation']}' is an operation of '{match['provider']}'"
            yield site.finding(site.node.func, what=what, owner=own.name.text, hint=hint)


def _operations(site: Site, provider: str) -> list[Operation]:
    services = [service for service in site.project.services if service.name.snake == provider]
    return [operation for service in services for domain in service.domains for operation in domain.operations]


def _hint(own: Service, provider: str, domain: str, operation: str) -> str:
    entry = f"{{service: {provider}, domain: {domain}, operations: [{operation}]}}"
    return f"write `- {entry}` under `consumes` in services/{own.name}/spec/service.yaml, and run `autogen generate`"


RULE = Rule(CODE, (ast.ImportFrom, ast.Import, ast.Call), _check)
