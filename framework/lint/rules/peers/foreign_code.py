"""Code of another service.

## What it does
Finds imports of `services.<other>` in the code of a service.

## Why is this bad
Services are deployed apart. Who runs the code of another one calls it beside its API: without its checks, on another
database, and in another version than the one that is running.

## Example
# services/backend/src/welcome.py
from services.notifications.src.texts import GREETING

TEXT = GREETING

## Use instead
# shared/texts.py
GREETING = "Good day"
# services/backend/src/welcome.py
from shared.texts import GREETING

TEXT = GREETING
"""

import ast
import re
from collections.abc import Iterator

from framework.lint.code.lookup import absolute
from framework.lint.code.values import Module, Symbol
from framework.lint.contract.called import names
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "PER003",
    "foreign-code",
    "this is code of the service '{service}'",
    "call its operations through the generated client, or move what both need to shared/",
)
HOME = re.compile(r"services\.(?P<service>\w+)(?:\.(?!src\.generated\.clients\b)|\Z)")
IMPORTS = frozenset({"importlib.import_module", "builtins.__import__", "importlib.__import__"})


def _check(site: Site) -> Iterator[Finding]:
    node = site.node
    if isinstance(node, ast.ImportFrom):
        home = absolute(node, site.scope)
        inside = [f"{home}.{alias.name}" for alias in node.names] if home == "services" else [home]
        yield from _foreign(site, inside)
    elif isinstance(node, ast.Import):
        yield from _foreign(site, [alias.name for alias in node.names])
    elif names(site, node) & IMPORTS:
        yield from _foreign(site, [_name(value) for value in site.values(node)])


def _foreign(site: Site, homes: list[str]) -> Iterator[Finding]:
    own = site.service.name.text if site.service is not None else None
    known = {service.name.text for service in site.project.services}
    for home in homes:
        match = HOME.match(home)
        if match and own is not None and match["service"] in known - {own}:
            yield site.finding(service=match["service"])
            return


def _name(value: object) -> str:
    return value.path if isinstance(value, Symbol) else value.name if isinstance(value, Module) else ""


RULE = Rule(CODE, (ast.ImportFrom, ast.Import, ast.Call), _check)
