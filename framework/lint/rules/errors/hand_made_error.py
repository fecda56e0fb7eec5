"""An error of the wire that no spec declares.

## What it does
Finds classes below `DeclaredError` that nobody has generated, subclasses of a generated error that change what it
answers, and a status, code or title that is set on an error.

## Why is this bad
The errors that a caller can get are those of errors.yaml. One that is made in code looks like them, and no client, no
document and no contract test knows it.

## Example
# services/backend/src/faults.py
from framework.runtime.errors import DeclaredError


class Closed(DeclaredError):
    code = "closed"
    status = 503
    title = "The shop is closed"

## Use instead
# services/backend/src/faults.py
from shared.generated.errors import ShopClosed


def refuse() -> None:
    raise ShopClosed
"""

import ast
from collections.abc import Iterator

from framework.ir import Name
from framework.lint.contract.called import made, names
from framework.lint.contract.served import errors
from framework.lint.rule import Finding, Rule, Site, code

BASE = "framework.DeclaredError"
FACTS = frozenset({"status", "code", "title", "retryable"})

CODE = code(
    __doc__,
    "ERR004",
    "hand-made-error",
    "'{name}' is an error of the wire, and no spec declares it",
    "declare it in shared/spec/errors.yaml and raise the class that is made from it",
)


def _check(site: Site) -> Iterator[Finding]:
    node = site.node
    if isinstance(node, ast.ClassDef):
        above = site.bases(node)
        declared = above & set(errors(site.project))
        if (BASE in above and not declared) or (declared and _facts(node)):
            yield site.finding(name=node.name, hint=_hint(node))
    elif isinstance(node, ast.Call):
        if BASE in names(site, node) | made(site):
            yield site.finding(node.func, name="DeclaredError")
    elif isinstance(node, ast.Raise):
        if node.exc is not None and BASE in site.names(node.exc):
            yield site.finding(node.exc, name="DeclaredError")
    else:
        yield from _assigned(site)


def _assigned(site: Site) -> Iterator[Finding]:
    known = {f"{name}()" for name in errors(site.project)}
    for target in site.node.targets:
        if isinstance(target, ast.Attribute) and target.attr in FACTS and site.names(target.value) & known:
            yield site.finding(target, name=target.attr)


def _facts(node: ast.ClassDef) -> dict[str, object]:
    """What the body of a class says of the error."""
    found: dict[str, object] = {}
    for part in node.body:
        targets = (
            part.targets if isinstance(part, ast.Assign) else [part.target] if isinstance(part, ast.AnnAssign) else []
        )
        for target in targets:
            if isinstance(target, ast.Name) and target.id in FACTS:
                value = getattr(part, "value", None)
                found[target.id] = value.value if isinstance(value, ast.Constant) else None
    return found


def _hint(node: ast.ClassDef) -> str:
    facts, name = _facts(node), Name.of(node.name)
    status, title = facts.get("status") or 400, facts.get("title") or name.snake.replace("_", " ").capitalize()
    return (
        f'write `{name.snake}: {{status: {status}, title: "{title}"}}` under `errors` in shared/spec/errors.yaml '
        f"and raise {name.pascal} of shared.generated.errors"
    )


RULE = Rule(CODE, (ast.ClassDef, ast.Call, ast.Raise, ast.Assign), _check)
