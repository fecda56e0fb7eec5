"""A model that a call makes.

## What it does
Finds `create_model`, a `RootModel[…]` that is used as it is, and `type`, `types.new_class` and the metaclass of
Pydantic where they make a class below `BaseModel` or below a generated schema; also calls of functions whose class
gets its base from the caller.

## Why is this bad
A model that exists only while the process runs is seen by nobody who reads: neither the specs, nor the type checker,
nor the document of the API.

## Example
# services/backend/src/titles.py
from pydantic import create_model

Title = create_model("Title", text=(str, ...))

## Use instead
# services/backend/src/titles.py
from shared.generated.schemas import BookUpdate

TITLE = BookUpdate(title="Emma")
"""

import ast
from collections.abc import Iterator

from framework.lint.code.values import Class, Made, Value
from framework.lint.entry import of_call
from framework.lint.guarded import METACLASS, MODEL, SCHEMA
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "MOD003",
    "model-by-call",
    "this call makes a model, and no spec declares it",
    "declare it in shared/spec/models.yaml and import the class that is made from it",
)
MAKERS = {"pydantic.create_model", "pydantic.ModelMetaclass", "pydantic.BaseModel.__class__"}


def _check(site: Site) -> Iterator[Finding]:
    call = site.node
    if isinstance(call, ast.Subscript):
        if "pydantic.RootModel" in site.names(call.value) and not _is_base(site):
            yield site.finding()
        return
    asked = site.called(call)
    if (
        asked & MAKERS
        or any(name.endswith(".__class__") and SCHEMA.match(name[:-10]) for name in asked)
        or any(_is_model(site, value) for value in site.values(call))
    ):
        yield site.finding(hint=of_call(site, call))


def _is_base(site: Site) -> bool:
    """Whether a class stands below this one, and is found itself."""
    classes = (node for node in ast.walk(site.file.scope.node) if isinstance(node, ast.ClassDef))
    return any(site.node in node.bases for node in classes)


def _is_model(site: Site, value: Value) -> bool:
    """Whether a call gives a class that is a model by this call alone, and is found at no other place."""
    if isinstance(value, Made):
        return (value.node is site.node or not value.fixed) and _below(site, value)
    if isinstance(value, Class) and value.frame is not value.scope.frame:
        plain = site.workspace.code.class_of(value.scope)
        return _below(site, value) and not _below(site, plain)
    return False


def _below(site: Site, value: Class | Made) -> bool:
    bases = site.workspace.code.bases((value,))
    return bool(bases & {MODEL, METACLASS}) or any(SCHEMA.match(base) for base in bases)


RULE = Rule(CODE, (ast.Call, ast.Subscript), _check)
