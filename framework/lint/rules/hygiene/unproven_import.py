"""An import of a module whose name is computed.

## What it does
Finds `import_module`, `__import__`, `sys.modules[…]` and the like with a name that cannot be known from the code. A
name whose beginning is known, such as `f"services.backend.src.jobs.{name}"`, is welcome unless a guarded package
begins so.

## Why is this bad
What is loaded there may be anything that the specs speak for, so nothing can be proved about the code behind it.

## Example
# services/backend/src/titles.py
from importlib import import_module


def load(name: str) -> object:
    return import_module(name)

## Use instead
# services/backend/src/titles.py
from importlib import import_module


def load(name: str) -> object:
    return import_module(f"services.backend.src.jobs.{name}")
"""

import ast
from collections.abc import Iterator

from framework.lint.code.values import HIDDEN, Names, Symbol
from framework.lint.guarded import PACKAGES
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "HYG002",
    "unproven-import",
    "which module this loads cannot be proved",
    'import the module by its name, or write the package that it lies in as text: `import_module(f"package.{{name}}")`',
)
LOADERS = {
    "importlib.import_module", "importlib.__import__", "builtins.__import__", "pkgutil.resolve_name", "pydoc.locate",
    "sys.modules.get", "importlib.util.find_spec", "runpy.run_module", "importlib.reload",
}  # fmt: skip


def _check(site: Site) -> Iterator[Finding]:
    node = site.node
    if isinstance(node, ast.Subscript):
        modules = any(isinstance(value, Names) and value.of is None for value in site.values(node.value))
        if modules and not isinstance(node.ctx, ast.Store) and _hidden(site):
            yield site.finding()
    elif _loads(site) and _hidden(site):
        yield site.finding()


def _loads(site: Site) -> bool:
    return bool(site.names(site.node.func) & LOADERS)


def _hidden(site: Site) -> bool:
    """Whether the module may be one that the specs speak for."""
    paths = [value.path for value in site.values(site.node) if isinstance(value, Symbol)]
    return any(path == HIDDEN or (path.endswith(f".{HIDDEN}") and path.split(".")[0] in PACKAGES) for path in paths)


RULE = Rule(CODE, (ast.Call, ast.Subscript), _check)
