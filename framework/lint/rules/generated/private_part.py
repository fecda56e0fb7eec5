"""A use of what generated code keeps to itself.

## What it does
Finds names that begin with an underscore and are taken out of generated modules or classes.

## Why is this bad
What has an underscore is no promise: the next version of a generator may not have it.

## Example
# services/backend/src/titles.py
from shared.generated.schemas import _titles

TITLES = _titles

## Use instead
# services/backend/src/titles.py
TITLES = ("Emma", "Persuasion")
"""

import ast
import re
from collections.abc import Iterator

from framework.lint.code.lookup import absolute
from framework.lint.code.modules import generated
from framework.lint.contract.called import names
from framework.lint.contract.made import is_made, owners
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "GEN002",
    "private-part",
    "'{name}' is a private part of {home}",
    "use what the module offers without an underscore; if something is missing there, it is missing in a spec",
)
PRIVATE = re.compile(r"_(?!_)\w+\Z|__\w*[^_]\Z|__\w*[^_]_\Z")


def _check(site: Site) -> Iterator[Finding]:
    node = site.node
    if isinstance(node, ast.ImportFrom):
        home = absolute(node, site.scope)
        for alias in node.names if generated(home) else ():
            if PRIVATE.match(alias.name):
                yield site.finding(alias, name=alias.name, home=home)
        if generated(home) and any(PRIVATE.match(word) for word in home.split(".")):
            yield site.finding(name=home.rpartition(".")[2], home=home)
    elif isinstance(node, ast.Attribute):
        if PRIVATE.match(node.attr):
            yield from (site.finding(name=node.attr, home=home) for home in _homes(site, node.value))
    elif names(site, node) & {"builtins.getattr"} and len(node.args) > 1:
        for word in site.texts(node.args[1]):
            if PRIVATE.match(word):
                yield from (site.finding(name=word, home=home) for home in _homes(site, node.args[0]))


def _homes(site: Site, expr: ast.expr) -> list[str]:
    return sorted(owner for owner in owners(site, expr) if is_made(owner))[:1]


RULE = Rule(CODE, (ast.ImportFrom, ast.Attribute, ast.Call), _check)
