"""Under which template of a path a request was answered: `/api/users/{user_id}`, and never the path itself.

A label with ids in it grows without end, and a path may hold what must not be told. `scope["route"].path` would do
without the prefixes of the routers that include it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute, compile_path

UNMATCHED = "unmatched"


class Templates:
    """Those of an app, by what answers them."""

    def __init__(self, routes: Sequence[BaseRoute]) -> None:
        self._by_endpoint: dict[Callable[..., object] | None, list[tuple[re.Pattern[str], str]]] = {}
        self._all: list[tuple[re.Pattern[str], str]] = []
        for route in iter_route_contexts(routes):
            if route.path is None:
                continue
            mounted = "" if route.endpoint else "/{path:path}"
            pattern, template, _ = compile_path(route.path + mounted)
            self._all.append((pattern, template))
            if route.endpoint:
                self._by_endpoint.setdefault(route.endpoint, []).append((pattern, template))
        self._all.sort(key=lambda one: one[1].count("{"))  # the fixed path is meant before the pattern

    def of(self, scope: Mapping[str, Any], status: int) -> str:
        known = self._by_endpoint.get(scope.get("endpoint"))
        if known and len(known) == 1:
            return known[0][1]
        if status == 404 and not known and "endpoint" not in scope:
            return UNMATCHED
        path = local(scope)
        return next((template for pattern, template in known or self._all if pattern.match(path)), UNMATCHED)


def local(scope: Mapping[str, Any]) -> str:
    """The path without the part that stands for the app where it is mounted."""
    path, root = str(scope["path"]), str(scope.get("root_path", "")).rstrip("/")
    return path[len(root) :] if root and path.startswith(f"{root}/") else path
