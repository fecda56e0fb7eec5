"""A variable of the environment that no spec declares.

## What it does
Finds what reads the environment: `os.environ`, `os.getenv`, and the packages that read `.env` files, under whatever
name they were imported, and asks whether the spec of the service declares the variable among its `settings`.

## Why is this bad
A variable that only code knows is missing in compose files, manifests and `.env.example`, is checked by nothing before
the process serves, and may be logged though it is a secret.

## Example
# services/backend/src/mail.py
import os

SENDER = os.environ["MAIL_SENDER"]

## Use instead
# services/backend/src/mail.py
def sent(sender: str) -> str:
    return f"sent by {sender}"
"""

import ast
import re
from collections.abc import Iterator

from framework.lint.code.scopes import Scope
from framework.lint.code.values import Text
from framework.lint.contract.called import argument, arguments, names
from framework.lint.contract.environment import access_of, is_declared
from framework.lint.rule import Finding, Rule, Site, code

CODE = code(
    __doc__,
    "ENV001",
    "undeclared-variable",
    "{what} from the environment, and no spec declares it",
    "declare it under `settings` in the service.yaml of the service, and read it from the settings",
)

MAPS = ("os.environ", "os.environb", "posix.environ", "nt.environ", "starlette.environ", "os.environ._data")
WHOLE = frozenset({*MAPS, "os.environ.copy()", "dotenv.dotenv_values()"})
READS = frozenset(f"{home}.{name}" for home in WHOLE for name in ("get", "pop", "setdefault", "__getitem__"))
COPIES = frozenset(f"{home}.{name}" for home in MAPS for name in ("copy", "items", "values", "keys", "__iter__"))
DIRECT = frozenset({"os.getenv", "os.getenvb", "decouple.config", "posix.environ.get", "environ.get_env"})
READERS = re.compile(
    r"(decouple\.(AutoConfig|Config|config)\(\)"
    r"|environs\.(Env\(\)|env)(\.\w+)?|environ\.Env\(\)(\.\w+)?"
    r"|starlette\.Config\(\)|dynaconf\.Dynaconf\(\)(\.get)?|prettyconf\.config)\Z"
)
EXPANDS = frozenset({"os.path.expandvars", "posixpath.expandvars", "ntpath.expandvars"})
VARIABLE = re.compile(r"\$\{?(\w+)")
OPENS = frozenset({"builtins.open", "pathlib.Path", "io.open", "os.open"})
PROCESS = re.compile(r"/proc/[^/]+/environ\Z")
OPTIONS = frozenset({"typer.Option", "typer.Argument", "click.option", "click.argument"})
FILES = frozenset({"dotenv.get_key"})
NAMED = (ast.Name, ast.Attribute, ast.Starred, ast.Call, ast.Subscript, ast.IfExp, ast.BoolOp, ast.NamedExpr, ast.Await)
"""What can be a thing that has a name elsewhere; anything else is made where it stands."""

HIDDEN, NAME = "a variable whose name is not known is read", "NAME_OF_THE_VARIABLE"
TAKES = frozenset({"env"})
"""Arguments that hand the whole environment to another process, which no spec of ours is about."""


def _check(site: Site) -> Iterator[Finding]:
    yield from CHECKS[type(site.node)](site)


def _call(site: Site) -> Iterator[Finding]:
    node = site.node
    found = names(site, node)
    if found & (READS | DIRECT) or any(READERS.match(name) for name in found):
        yield from _variable(site, argument(node, 0, "key", "name", "option", "var"))
    elif found & EXPANDS:
        yield from _expanded(site, node)
    elif found & OPENS and any(PROCESS.search(text) for expr in node.args[:1] for text in site.texts(expr)):
        yield site.finding(what="all of it is taken")
    elif found & OPTIONS:
        for word in (word.value for word in node.keywords if word.arg == "envvar"):
            yield from _variable(site, word)
    elif found & FILES:
        yield from _variable(site, argument(node, 1, "key_to_get"))
    elif found & COPIES:
        if not _is_handed(site):
            yield site.finding(what="all of it is taken")
    else:
        yield from _given(site)


def _expanded(site: Site, node: ast.Call) -> Iterator[Finding]:
    """`os.path.expandvars("$MAIL_KEY")` reads what the text names."""
    for text in (text for expr in arguments(node)[:1] for text in site.texts(expr)):
        for name in VARIABLE.findall(text):
            if not is_declared(site.service, name):
                yield site.finding(what=f"'{name}' is read", hint=_hint(site, name))


def _joined(site: Site) -> Iterator[Finding]:
    """`os.environ | {"LC_ALL": "C"}` is another one of all of it."""
    if isinstance(site.node.op, ast.BitOr) and not _is_handed(site):
        for expr in (site.node.left, site.node.right):
            if _is_whole(site, expr):
                yield site.finding(expr, what="all of it is taken")


def _given(site: Site) -> Iterator[Finding]:
    """`dict(os.environ)`, `read(os.environ)`; `run(env=os.environ)` is for another process."""
    for expr in (each for each in arguments(site.node) if isinstance(each, NAMED)):
        word = next((each.arg for each in site.node.keywords if each.value is expr), "")
        if word not in TAKES and _is_whole(site, expr) and not _is_handed(site):
            yield site.finding(expr, what="all of it is taken")
        elif site.names(expr) & (READS | DIRECT):
            yield site.finding(expr, what=HIDDEN, hint=_hint(site, NAME))


def _item(site: Site) -> Iterator[Finding]:
    node = site.node
    if isinstance(node.ctx, ast.Load) and _is_whole(site, node.value):
        yield from _variable(site, node.slice)


def _compared(site: Site) -> Iterator[Finding]:
    node = site.node
    if isinstance(node.ops[0], (ast.In, ast.NotIn)) and _is_whole(site, node.comparators[0]):
        yield from _variable(site, node.left)


def _spread(site: Site) -> Iterator[Finding]:
    """`{**os.environ}`, unless it is handed to a process."""
    for key, value in zip(site.node.keys, site.node.values, strict=True):
        if key is None and _is_whole(site, value) and not _is_handed(site):
            yield site.finding(value, what="all of it is taken")


def _matched(site: Site) -> Iterator[Finding]:
    if _is_whole(site, site.node.subject):
        yield site.finding(site.node.subject, what="all of it is taken")


def _loop(site: Site) -> Iterator[Finding]:
    if _is_whole(site, site.node.iter):
        yield site.finding(site.node.iter, what="all of it is taken")


def _variable(site: Site, expr: ast.expr | None) -> Iterator[Finding]:
    """A finding for each variable that the expression can name, and for one that cannot be known."""
    values = [value for value in (site.values(expr) if expr is not None else ()) if isinstance(value, Text)]
    if not values or any(value.open for value in values):
        yield site.finding(what=HIDDEN, hint=_hint(site, NAME))
        return
    for value in values:
        name = value.value if isinstance(value.value, str) else value.value.decode(errors="replace")
        if not is_declared(site.service, name):
            yield site.finding(what=f"'{name}' is read", hint=_hint(site, name))


def _hint(site: Site, name: str) -> str:
    home = f"services/{site.service.name}/spec/service.yaml" if site.service is not None else "the service.yaml"
    access = access_of(name)
    if access:
        return f"write `access: [{access}]` in {home}, and read it from the settings of the service"
    name = re.sub(r"[^A-Z0-9]", "_", name.upper())
    return f"write `{name}: {{type: string}}` under `settings` in {home}, and read it from the settings of the service"


def _is_whole(site: Site, expr: ast.expr) -> bool:
    return bool(site.names(expr) & WHOLE)


def _is_handed(site: Site) -> bool:
    """Whether a node is the `env` of a call, or what a name holds that is."""
    for call, scope in site.file.sites.get(ast.Call, []):
        for word in call.keywords if isinstance(call, ast.Call) else ():
            if word.arg in TAKES and (word.value is site.node or _holds(word.value, site.node, scope)):
                return True
    return False


def _holds(expr: ast.expr, node: ast.AST, scope: Scope) -> bool:
    bindings = scope.names.get(expr.id, []) if isinstance(expr, ast.Name) else []
    return any(binding.node is node for binding in bindings)


CHECKS = {
    ast.Call: _call, ast.Subscript: _item, ast.Compare: _compared, ast.Dict: _spread, ast.For: _loop,
    ast.comprehension: _loop, ast.Match: _matched,
    ast.BinOp: _joined,
}  # fmt: skip
RULE = Rule(CODE, tuple(CHECKS), _check, quiet=True)
