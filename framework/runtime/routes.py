"""What routers are made with, and which methods a path has.

Routes of included routers are a tree, so they are walked as FastAPI walks them.
"""

from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.datastructures import URLPath
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match, NoMatchFound, compile_path
from starlette.types import Receive, Scope, Send

Dependency = Callable[..., Any]
"""What FastAPI calls for each request, to give a handler its session or its controller."""


class Closed(BaseRoute):
    """Stands before all routes and refuses the methods that a fixed path lacks.

    Without it `PATCH /books/bestsellers` would be taken by `PATCH /books/{book_id}`, with a book of that id; OpenAPI
    says that the fixed path comes before the pattern, whatever its methods are."""

    def __init__(self, methods: Mapping[str, frozenset[str]]) -> None:
        self._methods = methods

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if scope["type"] == "http" and scope["method"] not in self._methods.get(_path(scope), {scope["method"]}):
            return Match.FULL, {}
        return Match.NONE, {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> NoReturn:
        raise HTTPException(405)

    def url_path_for(self, name: str, /, **path_params: Any) -> URLPath:
        raise NoMatchFound(name, path_params)


def close(app: FastAPI) -> None:
    """Let every fixed path of an app have its own methods and no others."""
    found = {path: frozenset(methods) for path, methods in _methods(app).items() if "{" not in path}
    app.router.routes.insert(0, Closed(found))


def allowed(app: FastAPI, scope: Scope) -> list[str]:
    """The methods of the path that a request reaches, sorted: those of a fixed path, or of the pattern it matches."""
    known, path = _methods(app), _path(scope)
    if path in known:
        return sorted(known[path])
    return sorted({one for pattern, ones in known.items() if compile_path(pattern)[0].match(path) for one in ones})


def _methods(app: FastAPI) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for route in iter_route_contexts(app.routes):
        if route.path and route.methods:
            found.setdefault(route.path, set()).update(route.methods)
    return found


def _path(scope: Scope) -> str:
    """Without the part that stands for the app where it is mounted."""
    path, root = str(scope["path"]), str(scope.get("root_path", "")).rstrip("/")
    return path[len(root) :] if root and path.startswith(f"{root}/") else path
