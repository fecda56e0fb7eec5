"""The variables that the spec of a service declares. One place to ask, for the answer is the spec's."""

from __future__ import annotations

from framework.ir import Service
from framework.spec import variables

SYSTEM = frozenset({
    "CI", "COLUMNS", "EDITOR", "GITHUB_ACTIONS", "LC_ALL", "LINES", "NO_COLOR", "TEMP", "TMP", "TZ", "USERNAME",
    "VIRTUAL_ENV",
})  # fmt: skip
"""What systems tell some processes beside what `spec` knows of, and no spec has to."""

PYTHON = "PYTHON"
"""Variables that begin so are the interpreter's."""


def is_declared(service: Service | None, name: str) -> bool:
    return name in SYSTEM | variables.SYSTEM or name.startswith(PYTHON) or name in declared(service)


def access_of(name: str) -> str | None:
    """What a service has to reach for the runtime to read a variable."""
    return next((row.access for row in variables.ROWS if row.name == name), None)


def declared(service: Service | None) -> frozenset[str]:
    """The variables that the spec of a service names, and those that come with what it may reach and whom it calls."""
    if service is None:
        return frozenset()
    own = {setting.name.text for setting in service.settings}
    ours = {row.name for row in variables.ROWS if row.access is None or row.access in service.access}
    peers = {f"{consume.provider.name.constant}_API_URL" for consume in service.consumes}
    return frozenset(own | ours | peers)
