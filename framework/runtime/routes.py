"""What routers are made with, and what stands before the routes of an app."""

from collections.abc import Callable
from typing import Any, NoReturn

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.datastructures import URLPath
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match, NoMatchFound
from starlette.types import Receive, Scope, Send

from framework.runtime.requests.paths import Paths

Dependency = Callable[..., Any]
"""What FastAPI calls for each request, to give a handler its session or its controller."""


class Gate(BaseRoute):
    """Refuses the methods that a path lacks, before a pattern behind it can take them; lets all others through."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if scope["type"] == "http":
            methods = self._paths.methods(_path(scope))
            if methods is not None and scope["method"] not in methods:
                return Match.FULL, {}
        return Match.NONE, {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> NoReturn:
        """The answer names every method of the path, where Starlette names those of the first route that matched."""
        methods = self._paths.methods(_path(scope)) or ()
        raise HTTPException(405, headers={"Allow": ", ".join(sorted(methods))})

    def url_path_for(self, name: str, /, **path_params: Any) -> URLPath:
        raise NoMatchFound(name, path_params)


def close(app: FastAPI) -> None:
    """Put the gate before all routes that an app has. Included routers are a tree, which FastAPI walks."""
    known = ((route.path, route.methods) for route in iter_route_contexts(app.routes) if route.path and route.methods)
    app.router.routes.insert(0, Gate(Paths(known)))


def _path(scope: Scope) -> str:
    """Without the part that stands for the app where it is mounted."""
    path, root = str(scope["path"]), str(scope.get("root_path", "")).rstrip("/")
    return path[len(root) :] if root and path.startswith(f"{root}/") else path
