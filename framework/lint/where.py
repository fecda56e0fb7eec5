"""Which rules apply where: the one place that knows the folders of hand-written code."""

import re
from typing import Literal

Kind = Literal["service", "wiring", "shared", "test", "migration", "generated", "other"]

SERVICE: frozenset[Kind] = frozenset({"service", "wiring", "shared", "other"})
"""Code that runs in a service. `other` is a module beside `services/` and `shared/`, and a test, a migration or a
stray file, that such code imports: whatever a service loads is judged as the service itself."""

BESIDE_WIRING: frozenset[Kind] = SERVICE - {"wiring"}
"""All of that but `services/<s>/src/wiring.py`, the one place for routes and middleware by hand."""

HIDES: frozenset[Kind] = frozenset({"test", "migration", "other"})
"""Kinds of files in which code could hide from the rules, were it not judged by who loads it."""

EVERYWHERE: frozenset[Kind] = SERVICE | {"test", "migration"}

SKIPPED = frozenset({"node_modules", "__pycache__", "build", "dist", "site-packages"})
"""Folders without code of the workspace, beside hidden ones and environments (those that hold a `pyvenv.cfg`)."""

_TESTS = frozenset({"tests", "test"})
_MIGRATIONS = frozenset({"migrations", "alembic", "versions"})
_WIRING = re.compile(r"services/[^/]+/src/wiring\.py\Z")
_GENERATED = re.compile(r"(shared|services/[^/]+/src|services/[^/]+/tests)/generated/")
_CODE = re.compile(r"(?:services/[^/]+/src|shared)/")
_SERVICE = re.compile(r"services/([^/]+)/")


def kind_of(path: str) -> Kind:
    """What a file is, by its path from the root."""
    if _GENERATED.match(path):
        return "generated"
    if _WIRING.match(path):
        return "wiring"
    *folders, name = path.split("/")
    inside = {"services": folders[2:], "shared": folders[1:]}.get(folders[0] if folders else "")
    if inside is None:
        return "other"
    if _TESTS & set(inside) or name == "conftest.py" or (name.startswith("test_") and folders[-1:] != ["src"]):
        return "test"
    if _MIGRATIONS & set(inside):
        return "migration"
    return "service" if folders[0] == "services" else "shared"


def holds_code(folder: str) -> bool:
    """Whether a folder is one of the code of a service, whatever it is called."""
    return bool(_CODE.match(f"{folder}/")) and not folder.endswith("__pycache__")


def service_of(path: str) -> str | None:
    """The folder of the service that a file belongs to."""
    found = _SERVICE.match(path)
    return found.group(1) if found else None
