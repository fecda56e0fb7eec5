"""The variables that the spec of a service declares. One place to ask, for the answer is the spec's."""

from __future__ import annotations

from framework.ir import Service

SYSTEM = frozenset({
    "CI", "COLUMNS", "EDITOR", "GITHUB_ACTIONS", "HOME", "HOSTNAME", "LANG", "LC_ALL", "LINES", "LOGNAME", "NO_COLOR",
    "PATH", "PWD", "SHELL", "TEMP", "TERM", "TMP", "TMPDIR", "TZ", "USER", "USERNAME", "VIRTUAL_ENV",
})  # fmt: skip
"""What the operating system tells every process, and no spec has to."""

PYTHON = "PYTHON"
"""Variables that begin so are the interpreter's."""


def is_declared(service: Service | None, name: str) -> bool:
    return name in SYSTEM or name.startswith(PYTHON) or name in declared(service)


def declared(service: Service | None) -> frozenset[str]:
    """The names of the settings of a service, which are its variables."""
    return frozenset()
