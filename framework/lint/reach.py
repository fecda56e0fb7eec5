"""Which modules of the workspace a file loads, so that code cannot hide where the rules do not look."""

from __future__ import annotations

from framework.lint.code.files import Parsed
from framework.lint.code.modules import Modules


def imports(modules: Modules, parsed: Parsed) -> tuple[str, ...]:
    """The files behind the names that a file was resolved through."""
    found = {modules.lookup(name, parsed.path) for name in modules.asked.get(parsed.path, ())}
    return tuple(sorted(path for path in found if path is not None and path != parsed.path))
